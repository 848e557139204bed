"""What is read from sentences: names, doses, words for safety, and what is left alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from handrail.catalogue.loader import load_catalogue
from handrail.errors import FileError
from handrail.reader.model import Card, Document, Link
from handrail.reader.read import read_file_documents, read_lines, read_text
from handrail.reader.threads import decode

PAGE = Path(__file__).parent / "saved_thread.txt"


def cards(text: str) -> tuple[Card, ...]:
    return read_text(text, load_catalogue())


def fields(card: Card, names: Any) -> dict[str, Any]:
    return {name: getattr(card, name) for name in names}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Heel raises, mini squats and bridges, ten of each.", ["heel raise", "mini squat", "bridge"]),
        ("Lie on your back and peel your bottom off the bed.", ["bridge"]),
        ("I stand at the sink and come up on my toes.", ["heel raise"]),
        ("My physio has me walk heel to toe along the hall.", ["tandem walk"]),
        ("Mini squats. Bend your knees a little, then come up. I like mini squats.", ["mini squat"]),
        ("Do your calf streches and your heel raises.", ["calf stretch", "heel raise"]),
        ("I stretch my calves, quads and hamstrings.", ["calf stretch", "quad stretch", "hamstring stretch"]),
        ("Twenty minutes on the exercise bike.", ["exercise bike"]),
    ],
)
def test_given_exercises_in_a_sentence_when_it_is_read_then_each_is_a_card(
    text: str, names: list[str]
) -> None:
    assert [card.name for card in cards(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Thank you all, this is so kind.",
        "The clinic timed my walk over 25 feet and it took 8.2 seconds.",
        "My husband walks the dog while I do the shopping.",
        "I took 10 mg twice a day and slept for 9 hours.",
        "He bends my knee for me and holds it for 30 seconds, passive stretches they call it.",
        "We sat in the corner of the bridge club and played cards.",
        "Does anybody have a good list of stretches or strengthening exercises?",
    ],
)
def test_given_a_text_without_exercise_when_it_is_read_then_there_is_no_card(text: str) -> None:
    assert cards(text) == ()


@pytest.mark.parametrize(
    ("text", "dose"),
    [
        ("Heel raises, 3 sets of 10.", {"sets": 3, "reps": 10}),
        ("Heel raises 3x10", {"sets": 3, "reps": 10}),
        ("Heel raises: 2 lots of 7, twice a day.", {"sets": 2, "reps": 7, "frequency_per_day": 2}),
        ("Heel raises 10 x 2 (reps x sets)", {"sets": 2, "reps": 10}),
        ("40 heel raises", {"reps": 40}),
        ("Heel raises, 6-8 times.", {"reps": (6, 8)}),
        ("Heel raises, start with three and build to five.", {"reps": (3, 5)}),
        (
            "Heel raises, a dozen times. I rest for 60 seconds.",
            {"reps": 12, "hold_s": None, "duration_s": None},
        ),
        ("Heel raises, 15 times. Typo: FIVE.", {"reps": 5}),
        ("Heel raises. Repeat ____ times, ____ times a day.", {"reps": None, "frequency_per_day": None}),
        ("Heel raises on Monday, Wednesday and Friday.", {"frequency_per_week": 3}),
        ("Heel raises every other day.", {"frequency_per_week": 3.5}),
        ("Calf stretch, hold for 30 seconds, 3 times each side.", {"hold_s": 30, "reps": 3, "side": "each"}),
        ("Calf stretch 4 x 20 sec", {"hold_s": 20, "reps": 4, "sets": None}),
        ("Tandem stance for half a minute.", {"hold_s": 30}),
        ("Marching on the spot for 2 minutes.", {"duration_s": 120, "reps": None}),
        ("Exercise bike, 10 minutes, bid", {"duration_s": 600, "frequency_per_day": 2}),
        ("I am 52 and had MS for 9 years. I do heel raises.", {"reps": None, "duration_s": None}),
        ("Heel raises on a 10 cm step, pain 3/10.", {"reps": None, "sets": None, "hold_s": None}),
    ],
)
def test_given_a_dose_when_it_is_read_then_it_is_what_the_text_says(text: str, dose: dict[str, Any]) -> None:
    assert fields(cards(text)[0], dose) == dose


def test_given_a_dose_for_a_whole_list_when_it_is_read_then_each_exercise_has_it() -> None:
    read = cards("Do all of these exercises twice a week.\n\n- Heel raises, 10 times\n- Bridges, 8 times\n")
    assert [(card.reps, card.frequency_per_week) for card in read] == [(10, 2), (8, 2)]


def test_given_a_dose_of_a_neighbour_when_it_is_read_then_it_stays_there() -> None:
    read = cards("I do 3 sets of 10 squats. I also do lunges.")
    assert [(card.name, card.reps) for card in read] == [("squat", 10), ("lunge", None)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Stand on foam with your eyes closed, with somebody beside you.",
            {"eyes_closed": True, "spotter": True},
        ),
        ("Stand on one leg, eyes open.", {"eyes_closed": False, "spotter": None}),
        ("Tandem stance, lids down, my wife within reach.", {"eyes_closed": True, "spotter": True}),
        ("Tandem stance. Never close your eyes.", {"eyes_closed": False}),
        ("Seated marching. Fine to do alone.", {"spotter": False, "position": "sitting"}),
        ("Heel raises holding the kitchen bench.", {"support": ("counter",), "spotter": None}),
        ("Heel raises, hang on to the banister.", {"support": ("rail",)}),
        ("Clamshells with a green band, left leg only.", {"equipment": ("resistance_band",), "side": "left"}),
        (
            "On your back, straight leg raise with an ankle weight.",
            {"position": "lying_supine", "equipment": ("ankle_weights",)},
        ),
    ],
)
def test_given_words_for_safety_when_they_are_read_then_they_are_on_the_card(
    text: str, told: dict[str, Any]
) -> None:
    assert fields(cards(text)[0], told) == told


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("I don't do lunges any more.", {"lunge": True}),
        ("Lunges are banned, my surgeon says.", {"lunge": True}),
        ("No squats or lunges until the review.", {"squat": True, "lunge": True}),
        ("I swapped lunges for bridges.", {"lunge": True, "bridge": False}),
        ("Lunges scare me but I do them, 5 times.", {"lunge": False}),
        ("Heel raises. Don't let your knees bend.", {"heel raise": False}),
        ("Heel raises. Stop if it hurts.", {"heel raise": False}),
        ("Planks: never. Bridges: 10 times.", {"plank": True, "bridge": False}),
        ("I used to do 100 press ups, now I do wall push ups.", {"push-up": True, "wall push-up": False}),
        ("I can't do lunges, so I do mini squats instead.", {"lunge": True, "mini squat": False}),
    ],
)
def test_given_what_is_not_done_when_it_is_read_then_only_that_is_negated(
    text: str, negated: dict[str, bool]
) -> None:
    assert {card.name: card.negated for card in cards(text)} == negated


def test_given_an_anaphor_when_it_is_read_then_what_held_before_still_holds() -> None:
    first, second = cards(
        "Stand with your feet together, eyes closed, somebody next to you. Then the same thing, but on a cushion."
    )
    assert (second.eyes_closed, second.spotter, second.equipment) == (True, True, ("pillow",))
    assert first.equipment == ()


@pytest.mark.parametrize(
    ("text", "exercise", "link"),
    [
        (
            "Stand on foam, feet together, eyes closed, 20 seconds.",
            "foam-stance-eyes-closed-together",
            Link.SURE,
        ),
        ("Mini squats with both hands on the bench.", "mini-squat-two-hands", Link.SURE),
        ("Heel raises sitting in my chair.", "heel-raise-seated", Link.SURE),
        ("Seated twists, 5 each way.", "seated-twist-half-range", Link.SURE),
        ("I do pilates every week.", None, Link.NEW),
    ],
)
def test_given_a_card_when_it_is_linked_then_the_way_fits_the_words(
    text: str, exercise: str | None, link: Link
) -> None:
    (card,) = cards(text)
    assert (card.exercise, card.link) == (exercise, link)


def test_given_many_ways_when_a_card_is_linked_then_there_are_at_most_three_to_choose_from() -> None:
    (card,) = cards("I do planks.")
    assert card.link is Link.CHOOSE
    assert 1 < len(card.choices) <= 3
    assert set(card.choices) <= set(load_catalogue().exercises)


class TestSavedThread:
    @pytest.fixture(scope="class")
    @staticmethod
    def documents() -> tuple[Document, ...]:
        return read_file_documents(decode(PAGE.read_bytes()), load_catalogue())

    def test_each_post_is_a_document(self, documents: tuple[Document, ...]) -> None:
        assert [document.doc_id for document in documents] == [f"post-{n}" for n in range(1, 7)]

    def test_posts_without_exercise_have_no_card(self, documents: tuple[Document, ...]) -> None:
        assert [bool(document.mentions) for document in documents] == [False, False, True, False, True, True]

    def test_foam_with_closed_eyes_asks_for_somebody(self, documents: tuple[Document, ...]) -> None:
        card = documents[2].mentions[0]
        assert (card.name, card.eyes_closed, card.spotter) == ("foam stance", True, True)
        assert (card.hold_s, card.reps) == (20, 3)
        assert card.exercise == "foam-stance-eyes-closed-together"

    def test_the_kitchen_list_is_held_to_the_bench_twice_a_week(
        self, documents: tuple[Document, ...]
    ) -> None:
        done = [card for card in documents[5].mentions if not card.negated]
        assert len(done) == 6
        assert {card.frequency_per_week for card in done} == {2}
        assert all("counter" in card.support for card in done)

    def test_what_was_given_up_is_negated(self, documents: tuple[Document, ...]) -> None:
        assert [card.name for card in documents[5].mentions if card.negated] == ["lunge", "yoga"]


def test_given_lines_when_they_are_read_then_each_is_a_document_in_order() -> None:
    lines = '{"doc_id": "a", "text": "Heel raises."}\n\n{"doc_id": "b", "text": "Hello."}\n'
    read = list(read_lines(lines, load_catalogue(), "posts.jsonl"))
    assert [(document.doc_id, len(document.mentions)) for document in read] == [("a", 1), ("b", 0)]


@pytest.mark.parametrize("bad", ["not JSON", '{"doc_id": "a"}', '{"doc_id": 1, "text": "x"}', "[]"])
def test_given_a_bad_line_when_it_is_read_then_the_sentence_names_file_and_line(bad: str) -> None:
    lines = f'{{"doc_id": "a", "text": "x"}}\n{bad}\n'
    with pytest.raises(FileError, match=r"posts\.jsonl, line 2"):
        list(read_lines(lines, load_catalogue(), "posts.jsonl"))
