"""What every view may ask of a request."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest

from handrail.person.model import Person
from handrail.web.accounts.models import Device


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts; `id` is the key of their :class:`~handrail.web.accounts.models.Account`."""

    id: UUID


class Request(HttpRequest):
    """A request with its actor, and the person their answers make (worked out when first read).

    `device` is the paired device it comes from, None for this computer and for strangers.
    Only who is `inside` has an actor: a helper or a stranger reaches no page that asks for one.
    """

    actor: Actor
    person: Person
    device: Device | None
    inside: bool
