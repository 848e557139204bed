"""Reads devices, codes and presence; an owner sees their own."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from handrail.web.accounts.models import Device, PairingCode, Presence
from handrail.web.accounts.requests import Actor

PRESENCE_HOLDS: Final = timedelta(minutes=10)
MOST_WRONG_TRIES: Final = 5


def digest_of(token: str) -> str:
    """What is kept of a token. It is long and random, so a plain digest cannot be guessed back."""
    return hashlib.sha256(token.encode()).hexdigest()


def device_with(token: str) -> Device | None:
    """The device that holds a token, unless it was shut out."""
    return Device.objects.filter(token_digest=digest_of(token), revoked=None).first()


def devices_of(owner: Actor) -> list[Device]:
    """Every device that may come in, oldest first."""
    return list(Device.objects.filter(owner=owner.id, revoked=None))


def revoked_device(owner: Actor, device: UUID) -> Device | None:
    """A device that was just shut out, to undo it."""
    return Device.objects.filter(owner=owner.id, id=device).exclude(revoked=None).first()


def open_codes() -> QuerySet[PairingCode]:
    """Codes that a device can use now."""
    return PairingCode.objects.filter(expires__gt=timezone.now(), wrong_tries__lt=MOST_WRONG_TRIES)


def open_code(owner: Actor) -> PairingCode | None:
    """The owner's code that can be used now, if there is one."""
    return open_codes().filter(owner=owner.id).first()


def helper_here_since(owner: Actor) -> datetime | None:
    """When a helper last said that they are here; None when that no longer counts."""
    return _newest(Presence.objects.filter(owner=owner.id, device__revoked=None))


def said_here(device: Device) -> datetime | None:
    """When this device last said so; None when that no longer counts."""
    return _newest(Presence.objects.filter(device=device))


def _newest(presences: QuerySet[Presence]) -> datetime | None:
    newest = presences.filter(said__gt=timezone.now() - PRESENCE_HOLDS).first()
    return newest.said if newest else None
