"""Search in lay words: full text over the catalogue, beside word vectors trained from its own text.

Full text is BM25 with weights a field (Robertson and Zaragoza 2009). A word's vector says in
which movements it stands (positive pointwise mutual information, Bullinaria and Levy 2007);
words that keep the same company stand near each other, so "tight" finds "stretch".
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property

from handrail.catalogue.loader import content_root, load_catalogue, read_table
from handrail.catalogue.model import Catalogue, Exercise, Ladder
from handrail.catalogue.stem import stem

MOST_FOUND = 20
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|\d\d+")
_TABLE = read_table(content_root() / "vocabulary" / "search.toml")
_WEIGHTS: Mapping[str, float] = _TABLE["weights"]
_SATURATION: float = _TABLE["bm25"]["saturation"]
_LENGTH: float = _TABLE["bm25"]["length"]
_NEAREST: int = _TABLE["vectors"]["nearest"]
_LEAST_ALIKE: float = _TABLE["vectors"]["least_alike"]
_ALIKE_WEIGHT: float = _TABLE["vectors"]["weight"]
_LAY_WEIGHT: float = _TABLE["lay_weight"]
_RUNG_WEIGHT: float = _TABLE["rung_weight"]


def stems_of(text: str) -> list[str]:
    """The stems of a text's words, without those that say nothing."""
    words = _WORD.findall(text.lower().replace("\u2019", "'"))
    return [stem(word) for word in words if word not in _small_words()]


@cache
def _small_words() -> frozenset[str]:
    return frozenset(_TABLE["small_words"])


@cache
def _lay() -> tuple[tuple[frozenset[str], tuple[str, ...]], ...]:
    """Lay phrases as sets of stems, each with the stems of what it means."""
    return tuple(
        (frozenset(stems_of(phrase)), tuple(stems_of(row["means"])))
        for row in _TABLE["lay"]
        for phrase in row["says"]
    )


Document = dict[str, float]


class Index:
    """A catalogue made ready for searching; a document is a movement, an answer one of its rungs."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Read every movement's words once."""
        self._catalogue = catalogue
        self._movements = catalogue.movements
        self._documents = {slug: _document(catalogue, rungs) for slug, rungs in self._movements.items()}
        self._postings: dict[str, list[str]] = defaultdict(list)
        for slug, document in self._documents.items():
            for word in document:
                self._postings[word].append(slug)
        total = sum(sum(document.values()) for document in self._documents.values())
        self._usual_length = total / max(len(self._documents), 1)

    def search(self, query: str, most: int = MOST_FOUND) -> tuple[str, ...]:
        """Exercises for a query, best first, one a movement.

        Parameters
        ----------
        query
            What somebody typed, in their own words.
        most
            How many at most.

        Returns
        -------
        tuple of str
            Slugs; of each movement the rung that the query names, else its easiest.
        """
        asked = _asked(query)
        scores: dict[str, float] = defaultdict(float)
        for word, weight in self._widened(asked).items():
            for slug in self._postings.get(word, ()):
                scores[slug] += weight * self._score(word, slug)
        best = sorted(scores, key=lambda slug: (-scores[slug], slug))[:most]
        return tuple(self._rung(slug, asked) for slug in best)

    def _score(self, word: str, slug: str) -> float:
        document = self._documents[slug]
        frequency = document[word]
        length = sum(document.values()) / self._usual_length
        saturated = frequency / (frequency + _SATURATION * (1 - _LENGTH + _LENGTH * length))
        return self._rarity(word) * saturated

    def _rarity(self, word: str) -> float:
        found = len(self._postings[word])
        return math.log(1 + (len(self._documents) - found + 0.5) / (found + 0.5))

    def _widened(self, asked: Mapping[str, float]) -> dict[str, float]:
        """The asked words, and words that keep the same company, less sure."""
        widened: dict[str, float] = dict(asked)
        for word, weight in asked.items():
            for near, alike in self._nearest(word):
                widened[near] = max(widened.get(near, 0.0), weight * alike * _ALIKE_WEIGHT)
        return widened

    def _nearest(self, word: str) -> list[tuple[str, float]]:
        own = self._vectors.get(word)
        if own is None:
            return []
        alike = ((other, _cosine(own, vector)) for other, vector in self._vectors.items() if other != word)
        near = sorted(((w, a) for w, a in alike if a >= _LEAST_ALIKE), key=lambda pair: (-pair[1], pair[0]))
        return near[:_NEAREST]

    @cached_property
    def _vectors(self) -> dict[str, dict[str, float]]:
        """For every word of two movements or more: how much more often than by chance it stands in each."""
        total = sum(sum(document.values()) for document in self._documents.values())
        in_all: dict[str, float] = defaultdict(float)
        for document in self._documents.values():
            for word, count in document.items():
                in_all[word] += count
        sizes = {slug: sum(document.values()) for slug, document in self._documents.items()}
        vectors = {}
        for word, slugs in self._postings.items():
            if len(slugs) > 1:
                chance = {slug: in_all[word] * sizes[slug] / total for slug in slugs}
                company = {s: math.log(self._documents[s][word] / chance[s]) for s in slugs}
                vectors[word] = _unit({slug: more for slug, more in company.items() if more > 0})
        return vectors

    def _rung(self, movement: str, asked: Mapping[str, float]) -> str:
        """The movement's rung whose own words are asked for most; the easiest of equals."""
        rungs = sorted(self._movements[movement], key=lambda rung: rung.rung)
        return max(rungs, key=lambda rung: sum(asked.get(word, 0.0) for word in _own_words(rung))).slug


@cache
def index_of_shipped() -> Index:
    """The index of the catalogue that ships, built once a process."""
    return Index(load_catalogue())


def _asked(query: str) -> dict[str, float]:
    """The stems of a query, and what its lay phrases mean, less sure."""
    words = stems_of(query)
    asked = dict.fromkeys(words, 1.0)
    for says, means in _lay():
        if says <= set(words):
            for word in means:
                asked[word] = max(asked.get(word, 0.0), _LAY_WEIGHT)
    return asked


def _document(catalogue: Catalogue, rungs: Iterable[Exercise]) -> Document:
    """The weighted stems of a movement; what only some of its rungs say counts less."""
    document: Document = defaultdict(float)
    for place, rung in enumerate(rungs):
        ladder = catalogue.ladder_of(rung)
        for field, text in _fields(rung, ladder):
            weight = _WEIGHTS[field] if place == 0 else _WEIGHTS[field] * _RUNG_WEIGHT
            if place == 0 or field in {"name", "steps", "ladder"}:
                for word in stems_of(text):
                    document[word] += weight
    return document


def _fields(rung: Exercise, ladder: Ladder) -> Iterator[tuple[str, str]]:
    yield "name", f"{rung.name} {rung.term}"
    yield "synonyms", " ".join(rung.synonyms)
    yield "aim", f"{rung.aim} {rung.muscles_plain} {' '.join(rung.muscles)} {rung.purpose}"
    yield "steps", " ".join((*rung.setup, *rung.steps))
    yield "ladder", f"{ladder.name} {ladder.aim}"


def _own_words(rung: Exercise) -> frozenset[str]:
    said = f"{rung.name} {rung.support} {rung.position} {rung.surface} eyes {rung.eyes}"
    return frozenset(stems_of(said.replace("_", " ")))


def _unit(vector: dict[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(value * value for value in vector.values())) or 1.0
    return {key: value / length for key, value in vector.items()}


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    fewer, more = (one, other) if len(one) <= len(other) else (other, one)
    return sum(value * more[key] for key, value in fewer.items() if key in more)
