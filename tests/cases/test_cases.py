"""Each written case keeps every line of its week, and the page in the docs says the same."""

from __future__ import annotations

import pytest

from handrail.planner.check import check_plan
from tests.cases.case import CATALOGUE, Case
from tests.cases.table import CASES


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_week_keeps_every_line_of_its_case(case: Case) -> None:
    plan, person = case.planned()
    assert [line.says for line in case.week if not line.holds(plan, person)] == []
    assert check_plan(plan, person, CATALOGUE) == ()
