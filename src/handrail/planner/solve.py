"""Exact solving: some slots of a week chosen anew, together, while the others stay as they are.

This file and the question it puts, in ``formulation``, are the only ones that import the solver.
What it may choose from are the same candidates that the greedy week is filled from, so nothing
unsafe can come out; what it makes large is :class:`~handrail.planner.value.Value`. Limits are
deterministic, never wall clock, so that the same input gives the same week.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from ortools.sat.python import cp_model

from handrail.planner.formulation import Formulation
from handrail.planner.model import Must
from handrail.planner.question import Question
from handrail.planner.slots import At
from handrail.planner.value import WeekDraft

SEED = 1
_FEW_DAYS = 3  # so many are proven without cuts in a third of the time that cuts take


@dataclass(frozen=True, slots=True)
class Solved:
    """A week and what it is worth.

    `bound` is the most that any choice for the free slots could be worth, `proven` whether this one
    is, and `effort` what was spent of the solver's deterministic time.
    """

    week: WeekDraft
    value: int
    bound: int
    proven: bool
    effort: float


def solve(
    week: WeekDraft, free: Collection[At], question: Question, effort: float, must: Must | None = None
) -> Solved | None:
    """Choose the free slots anew.

    Parameters
    ----------
    week
        A week that holds together, such as the greedy one; the other slots stay as they are.
    free
        Which slots.
    question
        Whose week it is, and what it may be made of.
    effort
        The solver's deterministic time limit.
    must
        An exercise that has to stand in a slot, whatever it costs.

    Returns
    -------
    Solved
        At least as good as `week` where nothing must stand; None when no such week is found.
    """
    formulation = Formulation(week, free, question, must)
    solver = _solver(len(formulation.free_days), effort)
    status = solver.solve(formulation.model)
    weeks = [] if must else [week]
    if status in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
        weeks.append(formulation.drawn_week(solver))
    if not weeks:
        return None
    best = max(weeks, key=question.worth_of)
    return Solved(
        week=best,
        value=question.worth_of(best),
        bound=round(solver.best_objective_bound),
        proven=status == cp_model.OPTIMAL,
        effort=solver.response_proto.deterministic_time,
    )


def _solver(days: int, effort: float) -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    settings = solver.parameters
    settings.num_workers = 1
    settings.random_seed = SEED
    settings.max_deterministic_time = effort
    settings.linearization_level = 2
    settings.cut_level = int(days > _FEW_DAYS)
    settings.cp_model_probing_level = 0
    settings.max_presolve_iterations = 1
    settings.symmetry_level = 0
    return solver
