"""A person file: silence is the worst case, unknown words and impossible answers are refused."""

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handrail.errors import PersonError
from handrail.person.files import person_as_json, read_person
from handrail.person.model import Person
from handrail.person.unanswered import at_easiest
from handrail.person.words import Band

SHARED = Path(__file__).parents[3] / "shared" / "data" / "persons"
SLUGS = {"squat-bench", "bridge-two-legs"}
SIGNS = {"fever"}
DATED = {"today": {"date": "2026-11-23"}}


def read(table: dict[str, Any] | str) -> Person:
    return read_person(table, SLUGS, SIGNS, "me.json")


def test_an_empty_answer_is_the_worst_case() -> None:
    nobody = read(DATED)
    assert nobody.mobility is None
    assert nobody.screen.chest_pain
    assert not nobody.screen.floor_transfer_alone
    assert nobody.today.energy == 0
    assert {"mobility", "screen.chest_pain", "today.energy", "falls.past_12_months"} <= nobody.unanswered


def test_null_is_the_same_as_absent() -> None:
    assert read({**DATED, "mobility": None, "screen": {"chest_pain": None}}) == read(DATED)


def test_an_answer_is_no_longer_unanswered() -> None:
    somebody = read({**DATED, "mobility": "B", "screen": {"chest_pain": False}})
    assert somebody.mobility is Band.B
    assert not {"mobility", "screen.chest_pain"} & somebody.unanswered


def test_no_fall_in_a_year_settles_the_counts_left_open() -> None:
    falls = read({**DATED, "falls": {"past_12_months": 0}}).falls
    assert (falls.past_6_months, falls.injured) == (0, False)


def test_the_easiest_case_answers_only_what_is_open() -> None:
    somebody = read({**DATED, "screen": {"heart_lung": True}})
    easiest = at_easiest(somebody)
    assert easiest.screen.heart_lung
    assert not easiest.screen.chest_pain
    assert easiest.mobility is Band.A
    assert not easiest.unanswered


@pytest.mark.parametrize(
    ("what", "text", "named"),
    [
        ("not JSON", "{", "me.json is not JSON"),
        ("a list", "[]", "does not hold a person"),
        ("no date", '{"mobility": "A"}', "today.date is missing"),
        ("an unknown key", '{"today": {"date": "2026-11-23"}, "shoe": 1}', "'shoe'"),
        ("an unknown key inside", '{"today": {"date": "2026-11-23", "mood": 1}}', "'today.mood'"),
        ("a key that is ours alone", '{"today": {"date": "2026-11-23"}, "unanswered": []}', "'unanswered'"),
        ("a word outside the set", '{"today": {"date": "2026-11-23"}, "mobility": "G"}', "mobility"),
        ("pain of 11", '{"today": {"date": "2026-11-23", "pain": 11}}', "pain is 11"),
        ("a day that is none", '{"today": {"date": "2026-02-30"}}', "today.date"),
        (
            "more falls in 6 months than in 12",
            '{"today": {"date": "2026-11-23"}, "falls": {"past_12_months": 1, "past_6_months": 2}}',
            "past_6_months is more",
        ),
        (
            "hurt without a fall",
            '{"today": {"date": "2026-11-23"}, "falls": {"past_12_months": 0, "injured": true}}',
            "injured",
        ),
        (
            "one name for two moments",
            json.dumps(
                {
                    **DATED,
                    "moments": [{"name": "tea", "place": "bed", "days": ["mon"], "minutes": 5}] * 2,
                }
            ),
            "'tea'",
        ),
        (
            "a moment of no minutes",
            json.dumps({**DATED, "moments": [{"name": "tea", "place": "bed", "days": [], "minutes": 0}]}),
            "minutes",
        ),
        ("an unknown exercise", json.dumps({**DATED, "likes": ["moonwalk"]}), "'moonwalk'"),
        ("an unknown sign", '{"today": {"date": "2026-11-23", "signs": ["blue"]}}', "'blue'"),
        ("a true that is text", '{"today": {"date": "2026-11-23", "hot": "no"}}', "today.hot"),
        ("falls that are no table", '{"today": {"date": "2026-11-23"}, "falls": 3}', "falls"),
    ],
)
def test_refused_with_a_sentence(what: str, text: str, named: str) -> None:
    with pytest.raises(PersonError) as refused:
        read(text)
    assert named in refused.value.what, what
    assert refused.value.what.startswith("me.json")
    assert "Nothing was changed" in refused.value.way_out


@settings(max_examples=300, deadline=None, derandomize=True)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    [
                        "today",
                        "date",
                        "falls",
                        "screen",
                        "moments",
                        "mobility",
                        "therapist",
                        "doses",
                        "history",
                        "name",
                    ]
                ),
                inner,
                max_size=4,
            )
        ),
    )
)
def test_any_json_is_read_or_refused_with_a_sentence(value: Any) -> None:
    with suppress(PersonError):
        read(json.dumps(value))


@pytest.mark.needs_shared
@pytest.mark.skipif(
    not SHARED.exists(), reason="the example persons lie beside the repository and are not here"
)
def test_example_persons_read_and_write_back_the_same() -> None:
    for path in sorted(SHARED.glob("*.json")):
        somebody = read(path.read_text(encoding="utf-8"))
        assert read(person_as_json(somebody)) == somebody, path.name
