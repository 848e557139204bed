"""Content files -> :class:`Catalogue`.

A movement's file holds the prose once; each ``[[rung]]`` says only what differs and
its keys win over the movement's. Doses start from ``doses.toml`` for the exercise's
purpose and band, then take the movement's ``[dose]``, its ``[dose.<band>]``, and the
rung's, in that order.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from handrail.catalogue.model import Catalogue, Exercise, Ladder
from handrail.errors import ContentError
from handrail.person.words import Band, Goal

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Table = dict[str, Any]
T = TypeVar("T", bound="DataclassInstance")

DOSED_BANDS = (Band.A, Band.B, Band.C, Band.D, Band.E)


def content_root() -> Traversable:
    """The folder of content files that ships with the package."""
    return files("handrail") / "content"


def read_table(path: Traversable) -> Table:
    """Read one TOML content file.

    Raises
    ------
    ContentError
        When the file is not valid TOML; the sentence names file and line.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ContentError(f"{path.name} is not valid TOML: {error}.", "Mend the line it names.") from error


@cache
def load_catalogue() -> Catalogue:
    """The catalogue that ships with the package, read once a process."""
    return read_catalogue(content_root())


def read_catalogue(root: Traversable) -> Catalogue:
    """Read a folder of content files into a catalogue.

    Raises
    ------
    ContentError
        When a file has an unknown word or key, a ladder names an exercise that is
        not there, or an exercise stands on no ladder or on two.
    """
    ladders = _read_ladders(root)
    shelf = Shelf.at(root, ladders)
    files_in_order = sorted((root / "movements").iterdir(), key=lambda path: path.name)
    read = {
        exercise.slug: exercise
        for path in files_in_order
        for exercise in shelf.movement(path.name.removesuffix(".toml"), read_table(path))
    }
    _refuse_missing(ladders, read)
    in_ladder_order = {slug: read[slug] for ladder in ladders.values() for slug in ladder.rungs}
    return Catalogue(in_ladder_order, ladders, _read_goals(root, ladders))


@dataclass(frozen=True)
class Shelf:
    """What every movement's file is read against: default doses, and each slug's place on its ladder."""

    defaults: Table
    places: dict[str, tuple[Ladder, int]]

    @classmethod
    def at(cls, root: Traversable, ladders: Mapping[str, Ladder]) -> Shelf:
        """The doses of a folder of content files, and the places of some ladders."""
        return cls(read_table(root / "doses.toml"), _rung_places(ladders))

    def movement(self, slug: str, file: Table) -> list[Exercise]:
        """The exercises of one movement's file.

        Raises
        ------
        ContentError
            When it has an unknown word or key, or an exercise that stands on no ladder.
        """
        table = dict(file)
        rungs = table.pop("rung", [])
        dose = table.pop("dose", {})
        return [self._exercise(slug, {**table, **rung}, [dose, rung.get("dose", {})]) for rung in rungs]

    def _exercise(self, movement: str, table: Table, dose_layers: list[Table]) -> Exercise:
        where = f"{movement}.toml, rung {table['slug']!r}"
        slug = f"{movement}-{table['slug']}"
        if slug not in self.places:
            raise ContentError(f"{where}: {slug!r} stands on no ladder.", "Name it in ladders.toml.")
        ladder, index = self.places[slug]
        placed = {
            **table,
            "slug": slug,
            "movement": movement,
            "ladder": ladder.slug,
            "rung": index + 1,
            "easier": ladder.rungs[index - 1] if index else None,
            "harder": ladder.rungs[index + 1] if index + 1 < len(ladder.rungs) else None,
            "dose": self._doses(table.get("purpose", ""), dose_layers, where),
        }
        return _convert(placed, Exercise, where)

    def _doses(self, purpose: str, layers: list[Table], where: str) -> Table:
        if purpose not in self.defaults:
            raise ContentError(f"{where}: purpose {purpose!r} has no doses.", "Use a purpose of doses.toml.")
        return {band.value: _dose_for(band.value, [self.defaults[purpose], *layers]) for band in DOSED_BANDS}


def _read_ladders(root: Traversable) -> dict[str, Ladder]:
    tables = read_table(root / "ladders.toml")["ladder"]
    ladders = (_convert(table, Ladder, "ladders.toml") for table in tables)
    return {ladder.slug: ladder for ladder in ladders}


def _read_goals(root: Traversable, ladders: dict[str, Ladder]) -> dict[Goal, tuple[str, ...]]:
    goals: dict[Goal, tuple[str, ...]] = {}
    for word, table in read_table(root / "goals.toml").items():
        unknown = next((slug for slug in table["ladders"] if slug not in ladders), None)
        if unknown is not None:
            raise ContentError(
                f"goals.toml: {word} names the ladder {unknown!r}.", "Name one of ladders.toml."
            )
        goals[Goal(word)] = tuple(table["ladders"])
    return goals


def _rung_places(ladders: Mapping[str, Ladder]) -> dict[str, tuple[Ladder, int]]:
    places: dict[str, tuple[Ladder, int]] = {}
    for ladder in ladders.values():
        for index, slug in enumerate(ladder.rungs):
            if slug in places:
                raise ContentError(f"ladders.toml: {slug!r} stands on two ladders.", "Keep it on one.")
            places[slug] = (ladder, index)
        strangers = set(ladder.start.values()) - set(ladder.rungs)
        if strangers:
            raise ContentError(
                f"ladders.toml: {ladder.slug} starts at {min(strangers)!r}, which is not one of its rungs.",
                "Start at one of its rungs.",
            )
    return places


def _refuse_missing(ladders: dict[str, Ladder], exercises: dict[str, Exercise]) -> None:
    for ladder in ladders.values():
        missing = next((slug for slug in ladder.rungs if slug not in exercises), None)
        if missing is not None:
            raise ContentError(
                f"ladders.toml: {ladder.slug} names {missing!r}, which no movement has.",
                "Write the rung or take it off the ladder.",
            )


def _dose_for(band: str, layers: list[Table]) -> Table:
    merged: Table = {}
    for layer in layers:
        merged |= {key: value for key, value in layer.items() if not isinstance(value, dict)}
        merged |= layer.get(band, {})
    return {key: pair for key, pair in merged.items() if pair}


def _convert(table: Table, kind: type[T], where: str) -> T:
    unknown = set(table) - {field.name for field in fields(kind)}
    if unknown:
        raise ContentError(
            f"{where}: unknown key {min(unknown)!r}.", "Use the keys of the content reference."
        )
    try:
        return msgspec.convert(table, kind)
    except msgspec.ValidationError as error:
        raise ContentError(
            f"{where}: {error}.", "Use the words and keys of the content reference."
        ) from error
