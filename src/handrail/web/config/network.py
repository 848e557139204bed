"""What this computer is called in the home network."""

from __future__ import annotations

import re
import socket
from contextlib import suppress

from handrail.web.common.door import is_private

# One address behind the usual way out, then one in each kind of home network. Nothing is sent there:
# the system only says which of our own addresses it would send from.
TOWARDS = ("198.51.100.1", "192.168.0.1", "10.0.0.1", "172.16.0.1")
DISCARD = 9


def home_addresses() -> tuple[str, ...]:
    """The addresses this computer has in the home network, the usual one first."""
    ours = dict.fromkeys(map(_own_address, TOWARDS))
    return tuple(one for one in ours if one and is_private(one) and not one.startswith("127."))


def local_name() -> str:
    """The name that phones find by themselves, such as ``kitchen.local``; empty when there is none."""
    first = socket.gethostname().partition(".")[0].lower()
    label = re.sub(r"[^a-z0-9-]", "-", first).strip("-")[:63]
    return f"{label}.local" if label and label != "localhost" else ""


def _own_address(other: str) -> str:
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect((other, DISCARD))
        return str(probe.getsockname()[0])
    return ""
