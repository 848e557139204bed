"""Which addresses a reminder may be sent to: a browser names one, so it must not lead into our own network."""

from __future__ import annotations

import ipaddress
import re
import socket
from typing import Final
from urllib.parse import urlsplit

LONGEST: Final = 1000
HTTPS_PORT: Final = 443
_NAME: Final = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]")
_OURS: Final = (
    ".localhost",
    ".local",
    ".internal",
    ".intranet",
    ".lan",
    ".home",
    ".home.arpa",
    ".corp",
    ".test",
)


def is_public(address: str) -> bool:
    """Whether an address is https at a public name: no number in place of a name, no port, no password.

    A name is looked up again when something is sent (`public_address`), for what it stands for may change.
    """
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return False
    plain = len(address) <= LONGEST and address.isascii() and not re.search(r"[\s\\\x00-\x1f\x7f]", address)
    ours = host.endswith(_OURS)
    return (
        plain
        and parts.scheme == "https"
        and "@" not in parts.netloc
        and port in {None, HTTPS_PORT}
        and not ours
        and _NAME.fullmatch(host) is not None
    )


def is_contact(address: str) -> bool:
    """Whether a push service can write to whoever runs this Handrail."""
    return is_public(address) or re.fullmatch(r"mailto:[^@\s]+@[^@\s]+\.[^@\s]+", address) is not None


def public_address(host: str) -> str:
    """The number that a name stands for now, for a connection to just that one.

    Raises
    ------
    OSError
        When the name stands for nothing, or for any address that is not public.
    """
    found = [str(info[4][0]) for info in socket.getaddrinfo(host, HTTPS_PORT, type=socket.SOCK_STREAM)]
    if not found or not all(map(_is_global, found)):
        message = "the name does not stand for a public address"
        raise OSError(message)
    return found[0]


def _is_global(number: str) -> bool:
    address = ipaddress.ip_address(number.partition("%")[0])
    inner = [getattr(address, name, None) for name in ("ipv4_mapped", "sixtofour")]
    teredo = getattr(address, "teredo", None) or ()
    all_of_it = [address, *(one for one in (*inner, *teredo) if one is not None)]
    return all(one.is_global and not one.is_multicast for one in all_of_it)
