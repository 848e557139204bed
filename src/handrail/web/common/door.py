"""How other devices reach Handrail, and which device is the computer that runs it."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address, ip_network
from typing import Final

from django.conf import settings
from django.http import HttpRequest

THIS_COMPUTER: Final = ("127.0.0.1", "localhost", "[::1]")
PRIVATE: Final = tuple(
    ip_network(network)
    for network in (
        "10.0.0.0/8",
        "172.16.0.0/12",
        "192.168.0.0/16",
        "169.254.0.0/16",  # what devices give themselves where nothing gives them an address
        "192.0.2.0/24",  # kept for examples and tests; never on the internet
        "127.0.0.0/8",
    )
)


@dataclass(frozen=True, slots=True)
class Door:
    """The one way in for devices other than this computer; always over TLS.

    Parameters
    ----------
    address
        What a phone opens, such as ``https://192.168.1.5:8443/``.
    hosts
        The names and addresses that may be asked for, without a port.
    root
        The certificate a phone has to trust, as PEM; empty where a public name needs none.
    fingerprint
        Its SHA-256, to compare by eye.
    is_public
        Whether a proxy on this computer brings requests from the internet.
    """

    address: str
    hosts: tuple[str, ...]
    root: bytes = b""
    fingerprint: str = ""
    is_public: bool = False


def door() -> Door | None:
    """The door as it stands; None when only this computer is served."""
    opened: Door | None = settings.DOOR
    return opened


def is_this_computer(request: HttpRequest) -> bool:
    """Whether somebody sits at the computer that runs Handrail.

    Both who asks and what they ask for must be this computer: a name alone can be forged,
    and behind a proxy everybody comes from here, so there nobody counts.
    """
    opened = door()
    if opened is not None and opened.is_public:
        return False
    asks_from_here = request.META.get("REMOTE_ADDR") in {"127.0.0.1", "::1"}
    return asks_from_here and name_of(request.META.get("HTTP_HOST", "")) in THIS_COMPUTER


def name_of(host: str) -> str:
    """A Host header without its port."""
    name, colon, port = host.lower().rpartition(":")
    return name if colon and port.isdecimal() else host.lower()


def is_private(address: str) -> bool:
    """Whether an address belongs to a home network or to this computer itself."""
    try:
        found = ip_address(address)
    except ValueError:
        return False
    return found.is_loopback or any(found in network for network in PRIVATE)
