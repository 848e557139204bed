"""Lay queries of our own, and what anybody would hope to find for them."""

from __future__ import annotations

import pytest

from handrail.catalogue.loader import load_catalogue
from handrail.catalogue.search import Index, index_of_shipped

CATALOGUE = load_catalogue()

# What somebody types | the ladders or movements that answer it.
QUERIES = """
my calves are tight in the morning | calf-stretch bench-calf-stretch
tight calves | calf-stretch bench-calf-stretch
stretch my calf at the kitchen bench | calf-stretch bench-calf-stretch
foot drags | toe-lift heel-toe-walk ankle-strength
my toes catch on the carpet | toe-lift heel-toe-walk march ankle-strength hurdles
lift the front of my foot | toe-lift ankle-strength
I wobble when I stand still | steady-stance narrow-stance
stand steadier at the sink | steady-stance narrow-stance weight-shift
balance on one leg | narrow-stance
stand with feet one in front of the other | narrow-stance
stand on foam with eyes closed | steady-stance
close my eyes and stand | steady-stance
getting out of a low chair | sit-to-stand
hard to get up from the toilet | sit-to-stand
stand up without using my hands | sit-to-stand
turn over in bed | bed-mobility
getting out of bed | bed-mobility
stairs are hard | step-up stairs
practise steps with a rail | step-up stairs
weak thighs | squat straight-leg-raise seated-knee-extension wide-squat wall-squat knee-control
stronger legs while sitting | seated-knee-extension sit-to-stand seated-band-push-out march hamstring-curl
strong bottom muscles | bridge standing-leg-lift side-lying-leg
squats holding the bench | squat wide-squat
wall squat with a ball | wall-squat
knee gives way | knee-control straight-leg-raise seated-knee-extension squat
my knee snaps back when I stand on it | knee-control
rise up on my toes | calf-raise
tiptoes at the worktop | calf-raise heel-toe-walk
march on the spot | march
lift my knees higher | march hip-flexion
lift my leg sideways lying on my side | side-lying-leg
side leg lifts standing | standing-leg-lift
kick back with one leg | standing-leg-lift
lift my bottom off the bed | bridge
tummy muscles | sit-up trunk plank double-leg-raise bridge core-lying
stronger core | plank trunk sit-up double-leg-raise core-lying bridge seated-ball
plank against the wall | plank
plank | plank
twist my back sitting in a chair | seated-twist
loosen my back | knee-rolls seated-twist adapted-yoga
tight hamstrings | hamstring-stretch hamstring-foot-up
stretch the back of my legs lying down | hamstring-stretch
stretch the front of my thigh | quad-stretch
hips are stiff | hip-stretch hip-flexor inner-thigh
stretch inner thighs | hip-stretch inner-thigh
stiff neck | neck-stretch
round shoulders from sitting all day | band-arms neck-stretch seated-stretch chest-stretch shoulder-mobility
stretch band for my arms | band-arms
tight forearms and wrists | forearm-stretch
stretch my upper arms | triceps-stretch
walk backwards | backward-walking
side steps along the bench | side-walking stepping
walk in a straight line heel to toe | heel-toe-walk narrow-stance walking
long steps | walking gait-drills
step over things | hurdles
turning round makes me lose my balance | turning
look over my shoulder | turning neck-stretch
reach for a cupboard | weight-shift seated-reach
shift my weight from foot to foot | weight-shift
sit on the big exercise ball | seated-ball
sit up without the back rest | seated-ball
treadmill | treadmill
wii games | exergame
dancing | dance
chair yoga | adapted-yoga yoga-poses
something for my heart sitting down | seated-march-aerobic dance exergame arm-cycling pedalling
get fitter in a chair | seated-march-aerobic dance arm-cycling pedalling
pedal while watching television | seated-march-aerobic pedalling
calm my breathing | breathing
relax before sleep | breathing
"""
ROWS = [tuple(part.strip() for part in line.split("|")) for line in QUERIES.strip().splitlines()]


def hits(query: str, wanted: str, depth: int) -> bool:
    """Whether one of the first answers stands on a wanted ladder, or is a wanted movement."""
    names = set(wanted.split())
    found = index_of_shipped().search(query)[:depth]
    return any({CATALOGUE[slug].ladder, CATALOGUE[slug].movement} & names for slug in found)


def test_lay_queries_find_what_is_meant() -> None:
    assert len(ROWS) >= 60
    first = [query for query, wanted in ROWS if not hits(query, wanted, 1)]
    fifth = [query for query, wanted in ROWS if not hits(query, wanted, 5)]
    assert 1 - len(first) / len(ROWS) >= 0.75, first
    assert 1 - len(fifth) / len(ROWS) >= 0.92, fifth


@pytest.mark.parametrize("query", ["", "   ", "zzz", "!!!", "the my and", "' OR 1=1 --", "é" * 500])
def test_a_query_that_means_nothing_finds_nothing(query: str) -> None:
    assert index_of_shipped().search(query) == ()


def test_an_answer_is_one_rung_a_movement_and_at_most_twenty() -> None:
    found = index_of_shipped().search("stand at the bench and stretch or lift a leg, foot, knee, hip")
    movements = [CATALOGUE[slug].movement for slug in found]
    assert len(movements) == len(set(movements)) <= 20


def test_the_rung_that_the_query_names_is_answered() -> None:
    (first, *_) = index_of_shipped().search("heel raise sitting down")
    assert first == "heel-raise-seated"


def test_the_same_catalogue_answers_the_same() -> None:
    assert Index(CATALOGUE).search("tight calves") == Index(CATALOGUE).search("tight calves")
