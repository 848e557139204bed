"""What a linter finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from handrail.catalogue.model import Catalogue


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing to mend: where it is, which rule found it, and what to do."""

    where: str
    rule: str
    text: str

    def __str__(self) -> str:
        return f"{self.where}: {self.text} [{self.rule}]"


@dataclass(frozen=True)
class Content:
    """What linters look at.

    Attributes
    ----------
    catalogue
        All exercises and ladders.
    prose
        Every text a person may read, as ``{where: text}``: content, templates, scripts.
    vocabulary
        The tables of ``content/vocabulary``, by file name without its ending.
    """

    catalogue: Catalogue
    prose: Mapping[str, str]
    vocabulary: Mapping[str, Mapping[str, Any]]


Linter = Callable[[Content], Iterator[Finding]]
