"""What people may send: a saved page, a reply, a corrected card."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

from django import forms
from django.core.files.uploadedfile import UploadedFile

from handrail.catalogue.model import Catalogue
from handrail.reader.model import Amount, Card, Link

LONGEST_REPLY = 10_000
PASTED = "The pasted text"

AMOUNTS = {
    "sets": "Sets",
    "reps": "How many times",
    "hold_s": "Hold, in seconds",
    "duration_s": "How long, in seconds",
    "frequency_per_day": "Times a day",
    "frequency_per_week": "Times a week",
}
MOST = 10_000


class ThreadForm(forms.Form):
    """A saved page: a file, or its text pasted."""

    file = forms.FileField(required=False, label="A saved page", allow_empty_file=True)
    text = forms.CharField(
        required=False, label="Or paste the page here", strip=False, widget=forms.Textarea(attrs={"rows": 8})
    )

    def clean(self) -> dict[str, Any]:
        """Ask for one of the two."""
        cleaned = self.cleaned_data
        if not self.errors and cleaned.get("file") is None and not cleaned.get("text"):
            raise forms.ValidationError("There is no page here yet. Choose a file, or paste the page.")
        return cleaned

    def page(self) -> tuple[bytes, str]:
        """The bytes of the page and the name it came under."""
        file = cast("UploadedFile[bytes] | None", self.cleaned_data["file"])
        if file is None:
            return self.cleaned_data["text"].encode(), PASTED
        return file.read(), file.name or PASTED


class ReplyForm(forms.Form):
    """A reply, as plain text."""

    text = forms.CharField(
        label="Your reply",
        max_length=LONGEST_REPLY,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={
            "required": "There is nothing in your reply yet. Write a line first.",
            "max_length": "That is longer than 10,000 characters. Please make two replies of it.",
        },
    )


class CorrectCardForm(forms.Form):
    """Another exercise for a card, and the numbers that its text has.

    A number the text does not give cannot be filled in here: a dose in a post is its
    author's own level, and we never make one up.
    """

    exercise = forms.ChoiceField(label="Which exercise is it?")

    def __init__(self, card: Card, catalogue: Catalogue, data: Any = None) -> None:
        super().__init__(data)
        self.card = card
        first = cast("forms.ChoiceField", self.fields["exercise"])
        first.choices = _choices(card, catalogue)
        first.initial = card.exercise
        self.amounts = [name for name in AMOUNTS if getattr(card, name) is not None]
        for name in self.amounts:
            low, high = _range(getattr(card, name))
            self.fields[name] = _number(AMOUNTS[name], low)
            if high is not None:
                self.fields[f"{name}_most"] = _number(f"{AMOUNTS[name]}, at the most", high)

    def corrected(self) -> Card:
        """The card as the person left it."""
        amounts: dict[str, Any] = {name: self._amount(name) for name in self.amounts}
        return replace(self.card, exercise=self.cleaned_data["exercise"], link=Link.SURE, **amounts)

    def clean(self) -> dict[str, Any]:
        """Refuse a range that runs down."""
        for name in self.amounts:
            low, high = self.cleaned_data.get(name), self.cleaned_data.get(f"{name}_most")
            if low is not None and high is not None and high < low:
                self.add_error(f"{name}_most", "The most cannot be less than the least.")
        return self.cleaned_data

    def _amount(self, name: str) -> Amount:
        low, high = self.cleaned_data[name], self.cleaned_data.get(f"{name}_most")
        return low if high is None else (low, high)


def _number(label: str, value: float) -> forms.FloatField:
    return forms.FloatField(label=label, initial=f"{value:g}", min_value=0, max_value=MOST)


def _range(amount: Amount) -> tuple[float, float | None]:
    return amount if isinstance(amount, tuple) else (amount, None)


def _choices(card: Card, catalogue: Catalogue) -> list[tuple[str, Any]]:
    """What the reader thought of first, then everything, by ladder."""
    likely = [slug for slug in dict.fromkeys([card.exercise, *card.choices]) if slug and slug in catalogue]
    groups = [(ladder.name, ladder.rungs) for ladder in catalogue.ladders.values()]
    return [
        (name, [(slug, catalogue[slug].name) for slug in slugs])
        for name, slugs in [("Closest to the words", likely), *groups]
        if slugs
    ]
