"""SAFETY.md names every rule, and no rule that is not there."""

import re
from pathlib import Path

from handrail.safety.rules import BY_ID

PAGE = Path(__file__).parents[2] / "SAFETY.md"


def test_every_rule_has_its_line() -> None:
    table, _, _ = PAGE.read_text(encoding="utf-8").partition("hazard of the program itself")
    cells = re.findall(r"^\| .+? \| (`.+?`) \|", table, re.MULTILINE)
    named = {rule for cell in cells for rule in re.findall(r"`([a-z0-9-]+)`", cell)}
    assert named == set(BY_ID)
