"""How pages look on this device: a theme and a text size, kept in cookies."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest, HttpResponse

THEMES: Final = {
    "auto": "Like this device",
    "light": "Light",
    "dark": "Dark",
    "high-contrast": "High contrast",
    "low-stimulus": "Low stimulus",
}
SIZES: Final = {"18": "Usual text", "24": "Large text"}
YEAR_S: Final = 365 * 24 * 3600


def look(request: HttpRequest) -> dict[str, object]:
    """Context processor: the theme and size chosen, and what there is to choose."""
    return {
        "theme": _chosen(request, "theme", THEMES),
        "text_size": _chosen(request, "text", SIZES),
        "themes": THEMES,
        "text_sizes": SIZES,
    }


def keep(response: HttpResponse, request: HttpRequest) -> None:
    """Keep what the form chose; unknown words count as the first choice."""
    for name, choices in (("theme", THEMES), ("text", SIZES)):
        value = request.POST.get(name, "")
        response.set_cookie(
            name,
            value if value in choices else next(iter(choices)),
            max_age=YEAR_S,
            httponly=True,
            secure=request.is_secure(),
            samesite="Strict",
        )


def _chosen(request: HttpRequest, name: str, choices: dict[str, str]) -> str:
    value = request.COOKIES.get(name, "")
    return value if value in choices else next(iter(choices))
