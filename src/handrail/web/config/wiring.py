"""What only the top layer may join: the person of a request, for apps that stand below `profile`."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpResponseBase
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from handrail.web.accounts.requests import Request
from handrail.web.profile.queries import person_for


def person(get_response: Callable[[Request], HttpResponseBase]) -> Callable[[Request], HttpResponseBase]:
    """Put the acting person's values on the request, built when a page first asks."""

    def middleware(request: Request) -> HttpResponseBase:
        request.person = SimpleLazyObject(lambda: person_for(request.actor, timezone.localdate()))  # type: ignore[assignment]
        return get_response(request)

    return middleware
