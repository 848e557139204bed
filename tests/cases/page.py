"""`docs/cases.md`, written from the table of cases: `python -m tests.cases.page > docs/cases.md`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

from tests.cases.case import CATALOGUE, DEFAULT, EVERY_DAY, Case
from tests.cases.table import CASES

INTRODUCTION = """\
# Sixteen people and their weeks

What a week must keep, for whom. Every line below is a test: this page is written from `tests/cases/table.py`, and
nobody edits it by hand. No clinician has reviewed these cases yet.

Everybody here is somebody fit, but for what differs. Somebody fit walks without limits, has not fallen, answers the
readiness screen without worry, has energy 8 of 10 today (a Monday), is alone, owns no equipment, and wants to stand
more steadily and have stronger legs. Their moments, unless a case says otherwise:

"""


def page() -> str:
    """The whole page."""
    moments = "".join(f"- {_moment(moment)}\n" for moment in DEFAULT["moments"])
    return INTRODUCTION + moments + "".join(f"\n{_section(n, case)}" for n, case in enumerate(CASES, 1))


def _section(number: int, case: Case) -> str:
    return "\n".join([f"## {number}. {case.name}", "", case.story, "", *_who(case), "", *_week(case), ""])


def _who(case: Case) -> Iterator[str]:
    yield "| what differs | |"
    yield "|---|---|"
    yield from (f"| `{name}` | {_said(name, answer)} |" for name, answer in case.differs.items())


def _week(case: Case) -> Iterator[str]:
    yield from (f"- {line.says}" for line in case.week)


def _said(name: str, answer: Any) -> str:
    """An answer of a person file in words."""
    if name == "moments":
        return "; ".join(map(_moment, answer))
    if name == "history":
        done = dict.fromkeys(entry["exercise"] for entry in answer)
        dates = {slug: ", ".join(e["date"] for e in answer if e["exercise"] == slug) for slug in done}
        return "; ".join(f"{slug} went well on {days}" for slug, days in dates.items())
    if name == "avoid" and answer == sorted(CATALOGUE.exercises):
        return "every exercise there is"
    if name == "today":
        return "nothing but the date"
    return _in_words(answer)


def _in_words(answer: Any) -> str:
    if answer is None or answer == {}:
        return "not answered"
    if isinstance(answer, bool):
        return "yes" if answer else "no"
    if isinstance(answer, list):
        return ", ".join(map(str, answer)) or "none"
    if isinstance(answer, dict):
        return ", ".join(f"{key} {_in_words(inner)}" for key, inner in answer.items())
    return str(answer)


def _moment(moment: dict[str, Any]) -> str:
    days = "every day" if moment["days"] == EVERY_DAY else ", ".join(moment["days"])
    helper = {"none": "alone", "arms_reach": "somebody at arm's reach"}[moment.get("helper", "none")]
    place = moment["place"].replace("_", " ")
    return f"{moment['name']}: {place}, {moment['minutes']} minutes, {days}, {helper}"


if __name__ == "__main__":
    sys.stdout.write(page())
