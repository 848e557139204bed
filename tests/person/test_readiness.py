"""The readiness lines grow old after half a year, and at once where the body may be another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handrail.person.files import person_as_json, read_person
from handrail.person.model import Person, Screen
from handrail.person.readiness import LAST, LINES, SOON, due, is_open_again, with_due_lines_open
from tests.safety.people import FIT, TODAY


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def read(**told: Any) -> Person:
    table = {**person_as_json(FIT), **{name: day.isoformat() for name, day in told.items()}}
    return read_person(table, (), (), "me.json")


@pytest.mark.parametrize(
    ("what", "told", "expected"),
    [
        ("a file that says nothing of days", {}, None),
        ("read today", {"screened": ago(0)}, None),
        ("four weeks left", {"screened": ago(155)}, None),
        ("a day before it is said", {"screened": ago(161)}, None),
        ("three weeks left", {"screened": ago(162)}, "soon"),
        ("the last day", {"screened": ago(182)}, "soon"),
        ("half a year", {"screened": ago(183)}, "old"),
        ("years", {"screened": ago(2000)}, "old"),
        ("read tomorrow, as a wrong clock says", {"screened": ago(-1)}, "old"),
        ("in hospital since", {"screened": ago(10), "restarted": ago(9)}, "restarted"),
        ("read on the day of it", {"screened": ago(9), "restarted": ago(9)}, None),
        ("read after it", {"screened": ago(8), "restarted": ago(9)}, None),
        ("nobody knows whether it was read after it", {"restarted": ago(9)}, "restarted"),
        ("both", {"screened": ago(300), "restarted": ago(9)}, "restarted"),
        ("read after it, half a year ago", {"screened": ago(183), "restarted": ago(190)}, "old"),
        ("in hospital next week", {"screened": ago(8), "restarted": ago(-7)}, None),
    ],
)
def test_when_the_lines_are_read_again(what: str, told: dict[str, date], expected: str | None) -> None:
    person = read(**told)
    assert due(person) == expected, what
    opened = expected in {"old", "restarted"}
    assert is_open_again(person) == opened
    assert person.screen == (Screen() if opened else FIT.screen), what
    assert person.unanswered == (LINES if opened else frozenset())


def test_what_half_a_year_and_three_weeks_are() -> None:
    assert (LAST.days, SOON.days) == (183, 21)


@given(st.none() | st.dates(ago(400), ago(-10)), st.none() | st.dates(ago(400), ago(-10)))
def test_old_lines_are_the_worst_case_and_nothing_else_of_a_person_changes(
    screened: date | None, restarted: date | None
) -> None:
    person = replace(FIT, screened=screened, restarted=restarted)
    opened = with_due_lines_open(person)
    assert replace(opened, screen=person.screen, unanswered=frozenset()) == person
    assert opened.screen in {person.screen, Screen()}
    assert with_due_lines_open(opened) == opened
    assert read_person(person_as_json(opened), (), (), "me.json") == opened
