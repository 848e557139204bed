"""What only the top layer may join: the person of a request, for apps that stand below `profile`."""

from __future__ import annotations

from collections.abc import Callable

from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpResponseBase
from django.utils import timezone
from django.utils.functional import cached_property

from handrail.person.model import Person
from handrail.web.accounts.requests import Actor, Request
from handrail.web.practice.queries import entries_for
from handrail.web.profile.queries import person_for


class PersonalRequest(WSGIRequest):
    """A request that works out its actor's person when a page first asks."""

    actor: Actor

    @cached_property
    def person(self) -> Person:
        """What the actor answered and did, as a value."""
        return person_for(self.actor, timezone.localdate(), entries_for(self.actor))


def person(get_response: Callable[[Request], HttpResponseBase]) -> Callable[[Request], HttpResponseBase]:
    """Give the request its person, not worked out yet.

    The class is changed since a lazy stand-in would not do: a value is told by its type.
    """

    def middleware(request: Request) -> HttpResponseBase:
        request.__class__ = PersonalRequest  # type: ignore[assignment]
        return get_response(request)

    return middleware
