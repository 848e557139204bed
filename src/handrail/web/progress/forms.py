"""What people may send: an aim, a fall or near-fall, which month to show, and what to delete."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django import forms
from django.utils import timezone
from uuid6 import uuid7

from handrail.errors import FormError
from handrail.person.model import FIRST_YEAR
from handrail.session.log import LAST_YEAR
from handrail.web.progress.models import LONGEST_DOING, FallNote

MOST_MINUTES = 1_680  # four hours each day
YES_NO_UNSURE = (("yes", "Yes"), ("no", "No"), ("", "I do not know"))
TOLD = {"yes": True, "no": False, "": None}
AIM_SAYS = "Write whole minutes from 1 to 1,680, such as 60, or leave it empty for no aim."
DAY_SAYS = "Write the day as year, month and day, such as 2026-11-24."


class AimForm(forms.Form):
    """Minutes a week, or nothing for no aim."""

    minutes = forms.IntegerField(
        label="Your aim, in minutes a week",
        required=False,
        min_value=1,
        max_value=MOST_MINUTES,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        error_messages={"invalid": AIM_SAYS, "min_value": AIM_SAYS, "max_value": AIM_SAYS},
    )


class FallForm(forms.Form):
    """A fall or near-fall, told by hand."""

    note = forms.UUIDField(widget=forms.HiddenInput, initial=uuid7)
    day = forms.DateField(
        label="Which day?",
        input_formats=["%Y-%m-%d"],
        initial=timezone.localdate,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": DAY_SAYS, "required": DAY_SAYS},
    )
    kind = forms.ChoiceField(
        label="What was it?",
        choices=[*FallNote.Kind.choices],
        widget=forms.RadioSelect,
        error_messages={
            "required": "Choose one: a fall or a near-fall.",
            "invalid_choice": "Choose one: a fall or a near-fall.",
        },
    )
    doing = forms.CharField(
        label="What were you doing?",
        help_text="In your own words, up to 500 characters. You may leave it empty.",
        required=False,
        max_length=LONGEST_DOING,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": "That is longer than 500 characters. Please shorten it."},
    )
    injured = forms.ChoiceField(
        label="After a fall: were you hurt?",
        choices=YES_NO_UNSURE,
        widget=forms.RadioSelect,
        required=False,
    )
    can_rise_alone = forms.ChoiceField(
        label="After a fall: could you get up again by yourself?",
        choices=YES_NO_UNSURE,
        widget=forms.RadioSelect,
        required=False,
    )

    def clean_day(self) -> date:
        """Refuse days that nobody could have fallen on yet."""
        day: date = self.cleaned_data["day"]
        if not date(FIRST_YEAR, 1, 1) <= day <= timezone.localdate():
            raise forms.ValidationError("That day has not come yet, or is too long ago. Choose another.")
        return day

    def clean_kind(self) -> FallNote.Kind:
        """The kind as the diary stores it."""
        return FallNote.Kind(self.cleaned_data["kind"])

    def clean_injured(self) -> bool | None:
        """Yes, no, or not answered."""
        return TOLD[self.cleaned_data["injured"]]

    def clean_can_rise_alone(self) -> bool | None:
        """Yes, no, or not answered."""
        return TOLD[self.cleaned_data["can_rise_alone"]]


def read_month(told: str | None, today: date) -> date:
    """The first day of the month that an address asks for; this month where it asks for none.

    Raises
    ------
    FormError
        When there is no such month.
    """
    if not told:
        return today.replace(day=1)
    try:
        month = date.fromisoformat(f"{told}-01")
    except ValueError as error:
        raise FormError("There is no such month.", "Go to your log: it opens with this month.") from error
    if not FIRST_YEAR <= month.year <= LAST_YEAR:
        raise FormError("There is no such month.", "Go to your log: it opens with this month.")
    return month


def read_entry(told: str) -> UUID:
    """The entry that a delete button names.

    Raises
    ------
    FormError
        When it names none.
    """
    try:
        return UUID(told)
    except ValueError as error:
        raise nothing_to_delete() from error


def read_day(told: str) -> date:
    """The day that a delete button names.

    Raises
    ------
    FormError
        When it names none.
    """
    try:
        return date.fromisoformat(told)
    except ValueError as error:
        raise nothing_to_delete() from error


def nothing_to_delete() -> FormError:
    """For a delete button of a page that is out of date."""
    return FormError("We do not find that in your log.", "Nothing was deleted. Go back to your log.")
