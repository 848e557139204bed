"""An exercise that somebody proposes: a movement of one rung, and its place on a ladder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from handrail.catalogue.files import toml_lines
from handrail.catalogue.loader import Shelf, content_root
from handrail.catalogue.model import Catalogue, Exercise, Ladder
from handrail.catalogue.words import Lever
from handrail.errors import ContentError


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A new movement in the words of its content file.

    Attributes
    ----------
    movement
        Its slug.
    words
        What stands at the top of the file.
    dose
        What differs from the usual dose of its purpose, as ``{field: [low, high]}``.
    easier
        The slug of the exercise it is one step harder than.
    lever
        What makes it harder.
    """

    movement: str
    words: Mapping[str, Any]
    dose: Mapping[str, Any]
    easier: str
    lever: Lever

    @property
    def slug(self) -> str:
        """The slug of its one exercise, named after what is held."""
        return f"{self.movement}-{self.rung['slug']}"

    @property
    def rung(self) -> dict[str, str]:
        """What its one rung says of itself."""
        return {"slug": str(self.words["support"]).replace("_", "-"), "lever": self.lever.value}

    def file(self, ladder: Ladder) -> str:
        """The text of ``movements/<movement>.toml``; where it goes on the ladder stands on top."""
        place = f"# On the ladder {ladder.slug!r}, after {self.easier!r}, as {self.slug!r}."
        rung = "[[rung]]\n" + toml_lines(self.rung)
        dose = ["[dose]\n" + toml_lines(self.dose)] if self.dose else []
        return "\n\n".join([place, toml_lines(self.words), *dose, rung]) + "\n"


def with_proposal(catalogue: Catalogue, proposal: Proposal) -> Catalogue:
    """The catalogue as it would be with a proposal on its ladder.

    Raises
    ------
    ContentError
        When there is such a movement already, or a word is not one we know.
    """
    if proposal.movement in catalogue.movements:
        raise ContentError("There is an exercise of that name.", "Give it a name of its own.")
    below = catalogue[proposal.easier]
    ladder = _lengthened(catalogue.ladder_of(below), proposal)
    ladders = {**catalogue.ladders, ladder.slug: ladder}
    file = {**proposal.words, "dose": proposal.dose, "rung": [proposal.rung]}
    [proposed] = Shelf.at(content_root(), ladders).movement(proposal.movement, file)
    neighbours = _neighbours(catalogue, proposed)
    return replace(
        catalogue, exercises={**catalogue.exercises, proposed.slug: proposed, **neighbours}, ladders=ladders
    )


def _lengthened(ladder: Ladder, proposal: Proposal) -> Ladder:
    place = ladder.rungs.index(proposal.easier) + 1
    return replace(ladder, rungs=(*ladder.rungs[:place], proposal.slug, *ladder.rungs[place:]))


def _neighbours(catalogue: Catalogue, proposed: Exercise) -> dict[str, Exercise]:
    """The rungs below and above, which now have another neighbour."""
    told: dict[str, Exercise] = {}
    if proposed.easier:
        told[proposed.easier] = replace(catalogue[proposed.easier], harder=proposed.slug)
    if proposed.harder:
        told[proposed.harder] = replace(catalogue[proposed.harder], easier=proposed.slug)
    return told
