"""Lets devices in and shuts them out, and keeps what a helper says."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import Final
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from handrail.errors import FormError
from handrail.web.accounts.models import Device, Kind, PairingCode, Presence
from handrail.web.accounts.queries import PRESENCE_HOLDS, digest_of, open_codes
from handrail.web.accounts.requests import Actor

DIGITS: Final = 8
CODE_HOLDS: Final = timedelta(minutes=10)
UNDO_HOLDS: Final = timedelta(minutes=10)
SEEN_AGAIN_AFTER: Final = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Paired:
    """A device just let in, and the token that only it will ever hold."""

    device: Device
    token: str


def make_code(*, by: Actor, kind: Kind = Kind.OWN, helps: str = "") -> PairingCode:
    """Make a code for one device; any code made before it is over."""
    told = {
        "code": f"{secrets.randbelow(10**DIGITS):0{DIGITS}}",
        "kind": kind,
        "helps": helps if kind == Kind.HELPER else "",
        "expires": timezone.now() + CODE_HOLDS,
        "wrong_tries": 0,
    }
    code, _ = PairingCode.objects.update_or_create(told, owner_id=by.id)
    return code


def pair(*, code: str, name: str) -> Paired:
    """Let in the device that shows a code. Nobody acts here yet: the code speaks for its owner.

    Raises
    ------
    FormError
        When there is no such code, it is over, or it was guessed at too often.
    """
    with transaction.atomic():  # takes the write lock, so that of two devices with one code only one comes in
        found = _take(code)
        if found is not None:
            return _let_in(found, name)
    raise FormError(
        "That is not the code, or its time is over.",
        f"Check the {DIGITS} digits. If they are right, make a new code on the computer.",
    )


def revoke(*, by: Actor, device: UUID) -> None:
    """Shut a device out. For some minutes that can be undone; then it is forgotten."""
    now = timezone.now()
    Device.objects.filter(owner=by.id, revoked__lt=now - UNDO_HOLDS).delete()
    Device.objects.filter(owner=by.id, id=device, revoked=None).update(revoked=now)


def restore(*, by: Actor, device: UUID) -> None:
    """Let a device in again that was shut out just now.

    Raises
    ------
    FormError
        When that is too long ago.
    """
    recent = timezone.now() - UNDO_HOLDS
    if not Device.objects.filter(owner=by.id, id=device, revoked__gte=recent).update(revoked=None):
        raise FormError("That was too long ago to undo.", "Make a code and pair the phone anew.")


def note_seen(*, device: Device) -> None:
    """Keep when a device was last here, to the minute."""
    now = timezone.now()
    if now - device.last_seen >= SEEN_AGAIN_AFTER:
        Device.objects.filter(id=device.id).update(last_seen=now)


def say_here(*, device: Device) -> None:
    """Keep that the helper who holds this device is here now. What no longer counts is not kept."""
    now = timezone.now()
    Presence.objects.filter(owner=device.owner_id, said__lte=now - PRESENCE_HOLDS).delete()
    Presence.objects.create(owner_id=device.owner_id, device=device, said=now)


def take_back_here(*, device: Device) -> None:
    """Forget what this device said: it was a slip, or they left."""
    Presence.objects.filter(device=device).delete()


def _take(code: str) -> PairingCode | None:
    """The open code that was shown, which is then gone. A wrong one counts against every open code."""
    found = open_codes().filter(code=code).first()
    if found is None:
        open_codes().update(wrong_tries=F("wrong_tries") + 1)
        return None
    PairingCode.objects.filter(id=found.id).delete()
    return found


def _let_in(code: PairingCode, name: str) -> Paired:
    token = secrets.token_urlsafe(32)
    device = Device.objects.create(
        owner_id=code.owner_id,
        kind=code.kind,
        name=name,
        helps=code.helps,
        token_digest=digest_of(token),
        last_seen=timezone.now(),
    )
    return Paired(device, token)
