"""Each written case keeps every line of its week, and the page in the docs says the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from handrail.planner.check import check_plan
from tests.cases import page
from tests.cases.case import CATALOGUE, Case
from tests.cases.table import CASES

PAGE = Path(__file__).parents[2] / "docs" / "cases.md"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_week_keeps_every_line_of_its_case(case: Case) -> None:
    plan, person = case.planned()
    assert [line.says for line in case.week if not line.holds(plan, person)] == []
    assert check_plan(plan, person, CATALOGUE) == ()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_case_says_something_that_is_not_true_of_everybody(case: Case) -> None:
    fit = Case(name="somebody fit", story="", differs={}, week=())
    plan, person = fit.planned()
    assert not all(line.holds(plan, person) for line in case.week)


def test_there_are_sixteen_cases_each_of_its_own_name() -> None:
    assert len({case.name for case in CASES}) == 16


def test_the_page_in_the_docs_is_the_table() -> None:
    assert PAGE.read_text(encoding="utf-8") == page.page(), (
        "Run `python -m tests.cases.page > docs/cases.md`."
    )
