"""The checker finds what is planted: each fault that it can name, put into a sound plan by hand."""

from __future__ import annotations

import ast
import inspect
import pkgutil
from collections.abc import Iterator

import pytest

from handrail import planner
from handrail.planner.check import check_plan
from handrail.planner.week import plan_week
from tests.planner.plantings import PLANTINGS, Planting

MODULES = [
    pkgutil.resolve_name(f"{planner.__name__}.{module.name}")
    for module in pkgutil.iter_modules(planner.__path__)
    if module.name.startswith("check")
]


@pytest.mark.parametrize("planting", PLANTINGS, ids=lambda planting: planting.fault)
def test_a_planted_fault_is_found_by_its_name(planting: Planting) -> None:
    fault, who, plant, catalogue = planting
    plan = plan_week(who, catalogue)
    assert check_plan(plan, who, catalogue) == ()
    assert fault in {_name(sentence) for sentence in check_plan(*plant(plan, who), catalogue)}


def test_every_fault_that_can_be_named_is_planted() -> None:
    """A table in a file of the checker whose name ends in FAULTS: whoever adds to one plants it too."""
    nameable = [fault for table in _tables() for fault in table]
    assert len(nameable) >= 85
    assert set(nameable) == {planting.fault for planting in PLANTINGS}
    assert len(nameable) == len(set(nameable)) == len(PLANTINGS)


def test_no_fault_is_named_outside_the_tables() -> None:
    """What is said about a plan comes from a table and names where it is; nothing yields words of its own."""
    for module in MODULES:
        for node in ast.walk(ast.parse(inspect.getsource(module))):
            if isinstance(node, ast.Yield):
                assert not isinstance(node.value, ast.Constant | ast.JoinedStr), ast.unparse(node)


def _tables() -> Iterator[dict[str, object]]:
    for module in MODULES:
        tables = {name: value for name, value in vars(module).items() if name.endswith("_FAULTS")}
        yield from (table for name, table in tables.items() if name in _assigned(inspect.getsource(module)))


def _assigned(source: str) -> set[str]:
    """What a module names itself, not what it brings in, nor what it makes of other tables."""
    nodes = (node for node in ast.parse(source).body if isinstance(node, ast.AnnAssign))
    return {node.target.id for node in nodes if isinstance(node.target, ast.Name)}


def _name(sentence: str) -> str:
    return sentence.removesuffix(".").rpartition(": ")[2]
