"""``handrail check``: every linter over the content that ships."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from handrail.catalogue.loader import content_root, load_catalogue, read_table
from handrail.catalogue.model import Catalogue, Exercise
from handrail.lint import (
    banned_phrase,
    demand_rises,
    dose_bounds,
    figure_true,
    hazard_named,
    helper_for_risk,
    lever_named,
    name_length,
    reading_grade,
    shared_synonym,
    source_named,
    steps_short,
    stop_signs_named,
    support_for_hazard,
    synonyms_enough,
)
from handrail.lint.model import Content, Finding, Linter

LINTERS: tuple[Linter, ...] = (
    banned_phrase.lint,
    demand_rises.lint,
    dose_bounds.lint,
    figure_true.lint,
    hazard_named.lint,
    helper_for_risk.lint,
    lever_named.lint,
    name_length.lint,
    reading_grade.lint,
    shared_synonym.lint,
    source_named.lint,
    steps_short.lint,
    stop_signs_named.lint,
    support_for_hazard.lint,
    synonyms_enough.lint,
)

READ_BY_PEOPLE = (".toml", ".html", ".txt")
NOT_PROSE = ("banned.toml", "reader_")


def findings() -> list[Finding]:
    """All findings over the shipped content, in order of place."""
    return lint(shipped_content())


def lint(content: Content) -> list[Finding]:
    """Run every linter over some content."""
    return sorted(finding for linter in LINTERS for finding in linter(content))


def shipped_content() -> Content:
    """The catalogue, the vocabulary, and every text of content and templates."""
    package = files("handrail")
    prose = {name: path.read_text(encoding="utf-8") for name, path in _texts(package, "")}
    return Content(load_catalogue(), prose, _vocabulary())


def findings_about(catalogue: Catalogue, exercise: Exercise, text: str) -> list[Finding]:
    """What is to be mended about one exercise of a catalogue and the text it was told in.

    Whether it is drawn is not asked: a drawing comes after the words.
    """
    content = Content(catalogue, {exercise.slug: text}, _vocabulary())
    about_words = (linter for linter in LINTERS if linter is not figure_true.lint)
    return sorted(
        finding
        for linter in about_words
        for finding in linter(content)
        if finding.where.startswith(exercise.movement)
    )


def _vocabulary() -> dict[str, dict[str, Any]]:
    tables = (content_root() / "vocabulary").iterdir()
    return {path.name.removesuffix(".toml"): read_table(path) for path in tables}


def _texts(folder: Traversable, prefix: str) -> Iterator[tuple[str, Traversable]]:
    for path in folder.iterdir():
        name = f"{prefix}{path.name}"
        if path.is_dir():
            yield from _texts(path, f"{name}/")
        elif path.name.endswith(READ_BY_PEOPLE) and not path.name.startswith(NOT_PROSE):
            yield name, path
