"""A code's address as a picture that a phone's camera reads."""

from __future__ import annotations

import io

import segno
from django.urls import reverse
from django.utils.safestring import SafeString

from handrail.web.accounts.models import PairingCode
from handrail.web.common.door import Door


def address_of(code: PairingCode, door: Door) -> str:
    """The address that opens the pairing page with the code filled in."""
    return f"{door.address.rstrip('/')}{reverse('pair')}?code={code.code}"


def spoken(code: PairingCode) -> str:
    """The code in two groups, as it is read out."""
    return f"{code.code[:4]} {code.code[4:]}"


def as_svg(address: str) -> SafeString:
    """A picture for a page: dark on white under every theme, since cameras want that."""
    picture: str = _picture(address).svg_inline(scale=6, border=4, dark="#000", light="#fff", omitsize=True)
    return SafeString(picture)  # squares only: no word of the address stands in it


def as_blocks(address: str) -> str:
    """A picture for a terminal, two squares in a letter."""
    out = io.StringIO()
    _picture(address).terminal(out, border=2, compact=True)
    return out.getvalue()


def _picture(address: str) -> segno.QRCode:
    return segno.make(address, error="m", micro=False)
