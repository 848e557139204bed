"""A table on standard output: what was measured, the figure, the goal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Measured(NamedTuple):
    """One row; the goal is words, since goals differ in kind."""

    what: str
    figure: str
    goal: str = ""


def show(title: str, rows: Iterable[Measured]) -> None:
    """Print the rows in columns."""
    cells = [Measured("what", "measured", "goal"), *rows]
    widths = [max(len(row[column]) for row in cells) for column in range(3)]
    print(f"\n{title}")
    for row in cells:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
