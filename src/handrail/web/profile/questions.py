"""Questions with a few answers to tap, and how a tapped answer becomes a value of the person file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

Answers = dict[str, Any]


class Choice(NamedTuple):
    """One answer to tap. A value of None leaves the question open."""

    code: str
    value: Any
    label: str
    small: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question and its answers; `name` is the key of the person file, dotted inside a table."""

    name: str
    text: str
    choices: tuple[Choice, ...]
    help: str = ""

    def read(self, post: Mapping[str, str]) -> Any:
        """The value that was tapped, or None."""
        code = post.get(self.name)
        return next((choice.value for choice in self.choices if choice.code == code), None)


class Asked(NamedTuple):
    """A question with the code of its present answer, empty when it is open."""

    question: Question
    code: str


YES_OR_NO = (Choice("yes", True, "Yes"), Choice("no", False, "No"))
YES_NO_OR_UNSURE = (*YES_OR_NO, Choice("unsure", None, "I do not know"))


def read_all(questions: Iterable[Question], post: Mapping[str, str]) -> Answers:
    """The tapped answers as tables of the person file; open questions hold None."""
    answers: Answers = {}
    for question in questions:
        table, _, key = question.name.rpartition(".")
        (answers.setdefault(table, {}) if table else answers)[key] = question.read(post)
    return answers


def asked(questions: Iterable[Question], answers: Answers) -> list[Asked]:
    """Questions with their present answers, for a page."""
    return [Asked(question, _code(question, value_at(answers, question.name))) for question in questions]


def laid_over(answers: Answers, part: Answers) -> Answers:
    """Answers with a part of them told anew; tables are laid over key by key."""
    merged = dict(answers)
    for key, value in part.items():
        merged[key] = {**(answers.get(key) or {}), **value} if isinstance(value, dict) else value
    return merged


def value_at(answers: Answers, dotted: str) -> Any:
    """The value of a dotted name, or None."""
    table, _, key = dotted.rpartition(".")
    return ((answers.get(table) or {}) if table else answers).get(key)


def _code(question: Question, value: Any) -> str:
    if value is None:
        return ""
    exact = (choice.code for choice in question.choices if choice.value == value)
    return next(exact, question.choices[-1].code if isinstance(value, int) else "")
