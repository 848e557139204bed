"""Whom to call: the numbers of ``content/emergency.toml`` for the country of a home."""

from __future__ import annotations

from typing import Any

from handrail.catalogue.loader import content_root, read_table
from handrail.session.model import EmergencyNumbers

_TABLE: dict[str, Any] = read_table(content_root() / "emergency.toml")
_NUMBERS: dict[str, tuple[str, ...]] = {
    code: tuple(country["numbers"]) for country in _TABLE["country"] for code in country["codes"]
}

COUNTRIES: dict[str, str] = {
    code: _TABLE["names"][code] for code in sorted(_NUMBERS, key=_TABLE["names"].get)
}
"""Names of the countries whose number is known, by ISO code, in the order of the names."""


def emergency_numbers(country: str | None) -> EmergencyNumbers:
    """What to dial in a country; the best known number, and a word of doubt, where it is unknown."""
    numbers = _NUMBERS.get(country or "")
    if numbers is None:
        return EmergencyNumbers(numbers=tuple(_TABLE["unknown"]["numbers"]), said=_TABLE["unknown"]["said"])
    number, *others = numbers
    words = _TABLE["said"]
    said = (
        words["two"].format(number=number, other=others[0]) if others else words["one"].format(number=number)
    )
    return EmergencyNumbers(numbers=numbers, said=said)
