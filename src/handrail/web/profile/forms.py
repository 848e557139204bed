"""What a page sends -> answers of the person file."""

from __future__ import annotations

import json
from enum import Enum

from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils import timezone

from handrail.errors import FormError, PersonError
from handrail.person.model import MINUTES_PER_DAY
from handrail.person.words import Equipment, Goal, HelperNear, Place, Weekday
from handrail.session.emergency import COUNTRIES
from handrail.web.profile.questions import Answers, read_all, value_at
from handrail.web.profile.wording import CLEARED, FLOOR, READINESS, SUGGESTED_MOMENTS, WALKING, WEAKER_SIDE

WAY_OUT = "Nothing was changed. Choose the file that you downloaded here."
MOST_ROWS = 50
MOST_DIGITS = 9
ADD, REMOVE = "add", "remove"


def walking(post: QueryDict, _before: Answers) -> Answers:
    """Walking band, falls and balance."""
    return read_all(WALKING, post)


def check_walking(answers: Answers) -> None:
    """Refuse answers about falls that contradict each other.

    Raises
    ------
    FormError
        With the two that do not go together.
    """
    falls = answers["falls"]
    year, half = falls["past_12_months"], falls["past_6_months"]
    if year is not None and half is not None and half > year:
        raise FormError(
            "You told us of more falls in 6 months than in 12 months.",
            "Change one of the two, and save again.",
        )
    if year == 0 and falls["injured"]:
        raise FormError(
            "You told us that you were hurt in a fall, and that you did not fall.",
            "Change one of the two, and save again.",
        )


def readiness(post: QueryDict, before: Answers) -> Answers:
    """The ticked lines are yes. The others are no when the person said so; else they stay open,
    or no where they were.

    Only who says that they read every line has read them today.
    """
    ticked = set(post.getlist("applies"))
    rest_is_no = post.get("rest") == "no"
    answers = read_all([FLOOR, CLEARED], post)
    for line in READINESS:
        was_no = value_at(before, f"screen.{line.name}") is False
        no = False if rest_is_no or was_no else None
        answers["screen"][line.name] = True if line.name in ticked else no
    return answers | ({"screened": timezone.localdate().isoformat()} if rest_is_no else {})


def home(post: QueryDict, _before: Answers) -> Answers:
    """Places, things, the country, wishes, and the weaker leg."""
    country = post.get("country", "")
    return {
        "home": {
            "places": _known(post, "places", Place),
            "equipment": _known(post, "equipment", Equipment),
            "country": country if country in COUNTRIES else None,
        },
        "goals": _known(post, "goals", Goal),
        "weaker_side": WEAKER_SIDE.read(post),
    }


def moments(post: QueryDict, _before: Answers) -> Answers:
    """The rows of the moments page, without new ones that were left as they came."""
    untouched = blank_row(len(SUGGESTED_MOMENTS))
    return {"moments": [row for row in rows_of(post) if row != untouched]}


def check_moments(answers: Answers) -> None:
    """Refuse moments that nobody could use.

    Raises
    ------
    FormError
        When two rows have one name, or a row has no name, no day or no right minutes.
    """
    rows = answers["moments"]
    for row in rows:
        _check_row(row)
    names = [row["name"] for row in rows]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise FormError(f"Two moments are called “{twice}”.", "Give one of them another name.")


def rows_of(post: QueryDict) -> list[Answers]:
    """The rows as they were typed; a row has the fields `name-0`, `place-0` and so on."""
    return [_row(post, index) for index in range(min(number(post, "rows"), MOST_ROWS))]


def rows_after(post: QueryDict) -> list[Answers] | None:
    """The rows after a press on one of the add or remove buttons; None after any other press."""
    rows = rows_of(post)
    if ADD in post:
        return [*rows, blank_row(number(post, ADD))]
    if REMOVE in post:
        return [row for index, row in enumerate(rows) if index != number(post, REMOVE)]
    return None


def number(post: QueryDict, name: str) -> int:
    """A whole number of a form; 0 when it is none."""
    told = str(post.get(name, "")).strip()
    return int(told) if told.isdecimal() and len(told) <= MOST_DIGITS else 0


def blank_row(suggestion: int) -> Answers:
    """A new row: one of the suggestions, or an empty one past their end."""
    known = suggestion < len(SUGGESTED_MOMENTS)
    name, place, minutes = SUGGESTED_MOMENTS[suggestion] if known else ("", Place.KITCHEN_BENCH, 5)
    days = [day.value for day in Weekday]
    return {
        "name": name,
        "place": place.value,
        "minutes": minutes,
        "days": days,
        "helper": HelperNear.NONE.value,
    }


def person_file(sent: UploadedFile[bytes] | None) -> Answers:
    """A person file that was sent, as a table.

    Raises
    ------
    FormError
        When no file came with the form.
    PersonError
        When it is not JSON.
    """
    if sent is None:
        raise FormError("No file came with the form.", "Choose the file first, then bring it in.")
    try:
        table = json.loads(sent.read())
    except (ValueError, RecursionError) as error:
        raise PersonError(f"{sent.name} is not a person file: it is not JSON.", WAY_OUT) from error
    if not isinstance(table, dict):
        raise PersonError(f"{sent.name} is not a person file: it should start with a brace.", WAY_OUT)
    return table


def _row(post: QueryDict, index: int) -> Answers:
    return {
        "name": post.get(f"name-{index}", "").strip(),
        "place": _one(post.get(f"place-{index}"), Place, Place.OPEN_FLOOR),
        "minutes": number(post, f"minutes-{index}"),
        "days": _known(post, f"days-{index}", Weekday),
        "helper": _one(post.get(f"helper-{index}"), HelperNear, HelperNear.NONE),
    }


def _check_row(row: Answers) -> None:
    if not row["name"]:
        raise FormError("One moment has no name.", "Write when it is, such as after lunch, or take it out.")
    if not 1 <= row["minutes"] <= MINUTES_PER_DAY:
        raise FormError(f"“{row['name']}” needs a number of minutes.", "Write how long it lasts, such as 5.")
    if not row["days"]:
        raise FormError(f"“{row['name']}” has no day.", "Tick at least one day, or take it out.")


def _known(post: QueryDict, name: str, words: type[Enum]) -> list[str]:
    told = set(post.getlist(name))
    return [word.value for word in words if word.value in told]


def _one(told: str | None, words: type[Enum], otherwise: Enum) -> str:
    return str(next((word for word in words if word.value == told), otherwise).value)
