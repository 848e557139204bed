"""SAFETY.md names every rule, and no rule that is not there."""

import re
from pathlib import Path

from handrail.safety.rules import BY_ID

PAGE = Path(__file__).parents[2] / "SAFETY.md"


def test_every_rule_has_its_line() -> None:
    table, _, _ = PAGE.read_text(encoding="utf-8").partition("hazard of the program itself")
    rows = [line for line in table.splitlines() if line.startswith("| ")][2:]
    named = {rule for row in rows for rule in re.findall(r"`([a-z0-9-]+)`", row.split("|")[2])}
    assert named == set(BY_ID)
