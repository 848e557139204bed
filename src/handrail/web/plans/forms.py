"""What people may send: a change to an item, and a name and a moment for a routine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, cast

from django import forms

from handrail.catalogue.model import Catalogue
from handrail.errors import FormError
from handrail.person.model import Moment
from handrail.planner.edit import Edit, EditKind
from handrail.planner.room import Where

NO_MOMENT = "No set moment yet"


def read_edit(post: Mapping[str, str], catalogue: Catalogue) -> Edit:
    """The change that a button of the plan page sends.

    `change` is its kind, and after a space what else it needs: an exercise, or a day and a moment.

    Raises
    ------
    FormError
        When it says something that no button says.
    """
    try:
        return _edit(post, catalogue)
    except (KeyError, ValueError, FormError) as error:
        raise FormError(
            "We could not read that change.", "Nothing was changed. Choose once more below."
        ) from error


def read_moment(told: str) -> Where:
    """The day and the moment that a button sends, a space between them.

    Raises
    ------
    FormError
        When it says something that no button says.
    """
    day, _, moment = told.partition(" ")
    try:
        return date.fromisoformat(day), moment
    except ValueError as error:
        raise FormError("We could not read that moment.", "Choose one below.") from error


class RoutineForm(forms.Form):
    """Save a routine under a name, with a moment to do it in."""

    name = forms.CharField(
        label="Name it",
        max_length=100,
        error_messages={"required": "It needs a name, so that you find it again."},
    )
    moment = forms.ChoiceField(label="When will you do it?", required=False)

    def __init__(self, moments: Sequence[Moment], data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        choices = [(moment.name, f"{moment.name} ({moment.minutes} minutes)") for moment in moments]
        cast("forms.ChoiceField", self.fields["moment"]).choices = [*choices, ("", NO_MOMENT)]


def _edit(post: Mapping[str, str], catalogue: Catalogue) -> Edit:
    kind, _, rest = post["change"].partition(" ")
    edit = Edit(
        kind=EditKind(kind),
        day=date.fromisoformat(post["day"]),
        moment=post["moment"],
        exercise=catalogue[post["exercise"]].slug,
    )
    if edit.kind is EditKind.NOT_FOR_ME:
        return edit
    if edit.kind is EditKind.MOVE:
        day, moment = read_moment(rest)
        return replace(edit, other=moment, other_day=day)
    return replace(edit, other=catalogue[rest].slug)
