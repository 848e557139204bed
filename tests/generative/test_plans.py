"""Any person of any tier and band: no plan breaks a rule in the checker's eyes."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handrail.person.model import Person
from handrail.planner.adapt import make_mine
from handrail.planner.check import check_plan
from handrail.planner.sweep import swept_for
from handrail.planner.week import plan_week
from handrail.reader.model import Card
from handrail.safety.demand import tier_of
from tests.generative.size import tries
from tests.generative.whole_persons import CATALOGUE, CELLS, SLUGS, Cell, whole_persons

PERSONS, PERSONS_NIGHTLY = 3000, 20_000
SWEPT, SWEPT_NIGHTLY = 60, 1000


def share(persons: int) -> int:
    """How many of these persons each cell gets."""
    return -(-persons // len(CELLS))


def test_three_tiers_and_six_bands_leave_eleven_cells_and_one_for_who_has_not_said() -> None:
    assert len(set(CELLS)) == 12
    assert len({cell.band for cell in CELLS}) == 7


@pytest.mark.parametrize("cell", CELLS, ids=lambda cell: f"{cell.tier.name}-{cell.band}")
def test_no_plan_breaks_a_rule_in_the_checkers_eyes(cell: Cell, tried: Counter[str]) -> None:
    @tries(share(PERSONS), share(PERSONS_NIGHTLY))
    @given(whole_persons(cell))
    def nobody_of_this_cell_is_harmed(person: Person) -> None:
        tried["persons planned for, no rule broken"] += 1
        assert (tier_of(person), person.mobility) == cell
        plan = plan_week(person, CATALOGUE)
        assert check_plan(plan, person, CATALOGUE) == ()
        planned = {item.exercise for day in plan.days for bout in day.bouts for item in bout.items}
        left_out = {left.exercise for left in plan.left_out}
        assert set(person.repertoire) <= planned | left_out
        assert not planned & left_out
        assert all(left.instead is None or left.instead in CATALOGUE for left in plan.left_out)

    nobody_of_this_cell_is_harmed()


@tries(SWEPT, SWEPT_NIGHTLY)
@given(st.sampled_from(CELLS).flatmap(whole_persons))
def test_no_week_that_was_swept_breaks_a_rule_in_the_checkers_eyes(
    tried: Counter[str], person: Person
) -> None:
    tried["persons with a swept week, no rule broken"] += 1
    assert check_plan(swept_for(person, CATALOGUE).plan(), person, CATALOGUE) == ()


@tries(300, 2000)
@given(
    st.sampled_from(CELLS).flatmap(whole_persons), st.lists(st.sampled_from(SLUGS), max_size=6), st.booleans()
)
def test_no_routine_made_mine_holds_what_somebody_refused(
    person: Person, slugs: list[str], blind: bool
) -> None:
    cards = [
        Card(start=0, end=1, span_text="x", name=slug, exercise=slug, eyes_closed=blind) for slug in slugs
    ]
    routine = make_mine(cards, person, CATALOGUE)
    refused = person.avoid | person.therapist.locks
    assert [line.card for line in routine.lines] == cards
    for line in routine.lines:
        assert line.item is None or line.item.exercise not in refused
        assert (line.rule == "") == (line.change == "kept")
