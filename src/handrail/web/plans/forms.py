"""What people may send: a name and a moment for a routine."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from django import forms

from handrail.person.model import Moment

NO_MOMENT = "No set moment yet"


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
