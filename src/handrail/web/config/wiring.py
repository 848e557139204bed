"""What only the top layer may join: the person of a request, for apps that stand below `profile`."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpResponseBase
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from handrail.person.model import Person
from handrail.web.accounts.requests import Actor, Request
from handrail.web.practice.queries import entries_for
from handrail.web.profile.queries import person_for


def person(get_response: Callable[[Request], HttpResponseBase]) -> Callable[[Request], HttpResponseBase]:
    """Put the acting person's values on the request, built when a page first asks."""

    def middleware(request: Request) -> HttpResponseBase:
        request.person = SimpleLazyObject(lambda: _person_of(request.actor))  # type: ignore[assignment]
        return get_response(request)

    return middleware


def _person_of(actor: Actor) -> Person:
    return person_for(actor, timezone.localdate(), entries_for(actor))
