"""What a terminal says to let a device in."""

from __future__ import annotations

from django.utils import timezone

from handrail.web.accounts.actions import make_code
from handrail.web.accounts.models import Kind
from handrail.web.accounts.qr import address_of, as_blocks, spoken
from handrail.web.accounts.requests import Actor
from handrail.web.common.door import Door, door


def invitation(*, by: Actor, kind: Kind = Kind.OWN, helps: str = "") -> str:
    """Make a code, and say it with the address, a picture of both, and what to compare."""
    opened, code = door(), make_code(by=by, kind=kind, helps=helps)
    until = timezone.localtime(code.expires)
    lines = [f"The code is {spoken(code)}. It works once, until {until:%H:%M}."]
    if opened is not None:
        lines = [f"A phone opens {opened.address}", *_by_name(opened), *lines]
        lines += ["", as_blocks(address_of(code, opened))]
    if opened is not None and opened.fingerprint:
        lines += [
            "The phone asks first whether to trust this computer: docs/how-to/use-your-phone.md says what to do.",
            f"SHA-256 of the certificate to install: {opened.fingerprint}",
        ]
    return "\n".join(lines)


def _by_name(opened: Door) -> list[str]:
    names = [host for host in opened.hosts if host.endswith(".local")]
    return [f"or {opened.address.replace(opened.hosts[0], name, 1)}" for name in names]
