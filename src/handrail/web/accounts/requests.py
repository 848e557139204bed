"""What every view may ask of a request."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest

from handrail.person.model import Person


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts; `id` is the key of their :class:`~handrail.web.accounts.models.Account`."""

    id: UUID


class Request(HttpRequest):
    """A request with its actor, and the person their answers make (worked out when first read)."""

    actor: Actor
    person: Person
