"""What people may send: an exercise they propose for the library."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any, cast

from django import forms
from django.forms.boundfield import BoundField
from django.utils.text import capfirst, slugify

from handrail.catalogue.model import Catalogue, Exercise
from handrail.catalogue.proposal import Proposal
from handrail.catalogue.words import (
    Eyes,
    Hazard,
    Lever,
    Position,
    Purpose,
    Sides,
    SourceKind,
    Stance,
    Surface,
    Task,
)
from handrail.person.words import Equipment, Place
from handrail.planner.wording import HELPERS
from handrail.web.library.presenters import SUPPORTS

LONGEST_LINE, LONGEST_TEXT = 200, 2_000
DOSES = ("sets", "reps", "hold_s", "duration_s")
_RANGE = re.compile(r"(\d{1,4})(?:\s*(?:-|\u2013|to)\s*(\d{1,4}))?")


class Lines(forms.CharField):
    """Several sentences, one a line."""

    def __init__(self, label: str, help_text: str = "", *, required: bool = True) -> None:
        box = forms.Textarea(attrs={"rows": 4})
        super().__init__(
            label=label, help_text=help_text, required=required, widget=box, max_length=LONGEST_TEXT
        )

    def clean(self, value: Any) -> list[str]:
        """The lines that say something."""
        return [line.strip() for line in super().clean(value).splitlines() if line.strip()]


class Range(forms.CharField):
    """A number, or two of them: ``8`` or ``8 to 12``."""

    def __init__(self, label: str) -> None:
        super().__init__(label=label, required=False, max_length=20, help_text="Such as 8, or 8 to 12.")

    def clean(self, value: Any) -> list[int] | None:
        """Least and most; None when nothing was said."""
        said = super().clean(value)
        if not said:
            return None
        match = _RANGE.fullmatch(said)
        low, high = (int(match[1]), int(match[2] or match[1])) if match else (1, 0)
        if low > high:
            message = "Write one number, or the least and the most, such as 8 to 12."
            raise forms.ValidationError(message)
        return [low, high]


def _line(label: str, help_text: str = "") -> forms.CharField:
    return forms.CharField(label=label, help_text=help_text, max_length=LONGEST_LINE)


def _one_of(label: str, words: type[Enum], help_text: str = "") -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=list(_named(words)), help_text=help_text)


def _some_of(label: str, words: type[Enum], *, required: bool = False) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, choices=list(_named(words)), required=required, widget=forms.CheckboxSelectMultiple
    )


def _named(words: Iterable[Enum]) -> Iterator[tuple[str, str]]:
    """Coded words with what people call them."""
    for word in words:
        yield word.value, capfirst(word.value.replace("_", " "))


@dataclass(frozen=True)
class Group:
    """Fields that belong together."""

    name: str
    fields: list[BoundField]


class ProposalForm(forms.Form):
    """An exercise in the words of its content file.

    What an exercise is like can be taken over from one that is there: see :func:`words_of`.
    """

    name = _line("Its name", "Short, such as: Heel raise at the bench, one hand.")
    synonyms = Lines("What people call it", "At least four, one a line. The search lives on them.")
    aim = _line("What it is good for", "One sentence, such as: Steadies you when you turn.")
    purpose = _one_of("Which kind", Purpose)
    muscles_plain = _line("What works, in plain words", "Such as: the calf.")
    muscles = Lines("The muscles, by their anatomical names", "One a line.")

    position = _one_of("The body is", Position)
    stance = _one_of("The feet are", Stance, "None, when they do not carry the weight.")
    support = forms.ChoiceField(
        label="Held or leaned on",
        choices=[(word.value, name.capitalize()) for word, name in SUPPORTS.items()],
    )
    helper = forms.ChoiceField(
        label="Who must be there",
        choices=[("none", "Nobody"), *((word.value, name.capitalize()) for word, name in HELPERS.items())],
    )
    surface = _one_of("On", Surface)
    eyes = _one_of("The eyes are", Eyes)
    sides = _one_of("Sides", Sides, "Each: one after the other. Both: at once.")
    places = _some_of("Where it can be done", Place, required=True)
    equipment = _some_of("What it needs", Equipment)
    tasks = _some_of("What else the body does", Task)
    hazards = _some_of("What can go wrong", Hazard)
    opened_by_therapist = forms.ChoiceField(
        label="Who opens it", choices=[("", "Anybody it fits"), ("yes", "Only a therapist")], required=False
    )

    setup = Lines("Before it begins", "Short sentences, one a line.")
    steps = Lines("The steps", "Two to five short sentences, one a line.")
    cues = Lines("It helps to think", "One a line.")
    faults = Lines("Watch for", "What often goes wrong, one a line.")
    breathing = _line("Breathing")
    avoid_if = Lines("Leave it out when", "One a line.")
    stop_signs = Lines("Stop when", "One a line.")

    sets = Range("Sets")
    reps = Range("How many times")
    hold_s = Range("Hold, in seconds")
    duration_s = Range("Keep going, in seconds")
    rep_s = forms.IntegerField(label="Seconds one time takes", min_value=1, max_value=600, initial=5)

    easier = forms.ChoiceField(label="It is one step harder than")
    lever = _one_of("What makes it harder", Lever, "One thing at a time.")
    source_kind = _one_of("Where it comes from", SourceKind)
    source = _line("Name the source", "A guideline, a trial, a book, or: our own proposal.")

    groups_of_fields = (
        ("What it is", ("name", "synonyms", "aim", "purpose", "muscles_plain", "muscles")),
        (
            "How it is held",
            (
                *("position", "stance", "support", "helper", "surface", "eyes", "sides"),
                *("places", "equipment", "tasks", "hazards", "opened_by_therapist"),
            ),
        ),
        ("How it is done", ("setup", "steps", "cues", "faults", "breathing", "avoid_if", "stop_signs")),
        ("How much, where it differs from what is usual", (*DOSES, "rep_s")),
        ("Where it stands", ("easier", "lever", "source_kind", "source")),
    )

    def __init__(self, catalogue: Catalogue, data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        ladders = [
            (ladder.name, [(slug, catalogue[slug].name) for slug in ladder.rungs])
            for ladder in catalogue.ladders.values()
        ]
        cast("forms.ChoiceField", self.fields["easier"]).choices = ladders

    @property
    def groups(self) -> list[Group]:
        """All fields, in the groups that a page shows."""
        return [Group(name, [self[field] for field in fields]) for name, fields in self.groups_of_fields]

    def clean_name(self) -> str:
        """Refuse a name that no file can be called after."""
        name: str = self.cleaned_data["name"]
        if not slugify(name):
            message = "Write it in Latin letters; its file is called after it."
            raise forms.ValidationError(message)
        return name

    def proposal(self) -> Proposal:
        """What the person proposes."""
        said = dict(self.cleaned_data)
        source = {"kind": said.pop("source_kind"), "ref": said.pop("source")}
        dose = {field: said.pop(field) for field in DOSES}
        said["opened_by_therapist"] = bool(said["opened_by_therapist"])
        return Proposal(
            movement=slugify(said["name"]),
            easier=said.pop("easier"),
            lever=Lever(said.pop("lever")),
            dose={field: amount for field, amount in dose.items() if amount},
            words={"name": said.pop("name"), "term": said["synonyms"][0], **said, "sources": [source]},
        )


def words_of(exercise: Exercise) -> dict[str, Any]:
    """What a proposal that is like an exercise starts from: all but its name, its place and its source."""
    lines = ("muscles", "setup", "steps", "cues", "faults", "avoid_if", "stop_signs")
    as_they_are = (
        *(
            "aim",
            "purpose",
            "muscles_plain",
            "position",
            "stance",
            "support",
            "helper",
            "surface",
            "eyes",
            "sides",
        ),
        *("places", "equipment", "tasks", "hazards", "breathing"),
    )
    words = {field: getattr(exercise, field) for field in as_they_are}
    return {
        **{
            field: list(word) if isinstance(word, frozenset | tuple) else word
            for field, word in words.items()
        },
        **{field: "\n".join(getattr(exercise, field)) for field in lines},
        "opened_by_therapist": "yes" if exercise.opened_by_therapist else "",
        "rep_s": round(exercise.rep_s),
        "easier": exercise.slug,
    }
