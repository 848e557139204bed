"""Figure files: one a movement, read strictly."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from handrail.catalogue.loader import content_root, read_table
from handrail.catalogue.model import Exercise
from handrail.errors import ContentError
from handrail.figure.model import Figure

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Table = dict[str, Any]
T = TypeVar("T", bound="DataclassInstance")


def as_value(table: Table, kind: type[T], where: str) -> T:
    """Read a table strictly.

    Raises
    ------
    ContentError
        When a key or a word is unknown; the sentence says where.
    """
    try:
        return msgspec.convert(table, kind)
    except msgspec.ValidationError as error:
        raise ContentError(f"{where}: {error}.", "Use the words and keys of the figure reference.") from error


def shared_table(name: str) -> Table:
    """One of the tables that all figures share."""
    return read_table(content_root() / "figures" / "shared" / f"{name}.toml")


def has_figure(exercise: Exercise) -> bool:
    """Whether there is a drawing of the exercise's movement."""
    return (content_root() / "figures" / f"{exercise.movement}.toml").is_file()


@cache
def figure_of(exercise_slug: str, movement: str) -> Figure:
    """The figure of one way of doing a movement: its file, with what its rung changes.

    Raises
    ------
    ContentError
        When the file uses a word or key that figures do not know.
    """
    table = _movement_table(movement)
    table |= _rung(table.pop("rung", {}), exercise_slug.removeprefix(f"{movement}-"))
    table["pose"] = _poses(table["pose"])
    return as_value(table, Figure, f"figures/{movement}.toml")


def _rung(rungs: Table, name: str) -> Table:
    """What a rung says of its own, over the rung it is `like`."""
    own = dict(rungs.get(name, {}))
    like = own.pop("like", None)
    return _rung(rungs, like) | own if like else own


def _movement_table(movement: str) -> Table:
    table = dict(read_table(content_root() / "figures" / f"{movement}.toml"))
    same_as = table.pop("same_as", None)
    return _movement_table(same_as) | table if same_as else table


def _poses(tables: list[Table]) -> list[Table]:
    """Fill each pose up from the one before it, or from the start it is `like`."""
    filled: list[Table] = []
    for table in tables:
        like = table.get("like")
        start = _starts()[like] if like else filled[-1] if filled else {}
        own = {key: value for key, value in table.items() if key != "like"}
        filled.append({**start, **own})
    return filled


@cache
def _starts() -> Table:
    return shared_table("poses")
