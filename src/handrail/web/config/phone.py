"""Phone mode: the home network is served over TLS, beside this computer's own address."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from django.conf import settings

from handrail.errors import SetupError
from handrail.web.common.door import THIS_COMPUTER, Door, is_private
from handrail.web.config.home import home
from handrail.web.config.network import home_addresses, local_name
from handrail.web.config.public import VARIABLE, public_door
from handrail.web.config.serve import databases_held_open, prepare, refuse_taken, say, welcome

if TYPE_CHECKING:
    from handrail.web.config.server import Beside

LOOPBACK: Final = "127.0.0.1"
EVERYWHERE: Final = "0.0.0.0"  # noqa: S104 -- the gate asks each device who it is, whatever it came in by
LOOKED_AT_EVERY_S: Final = 60


def serve_phones(port: int, phone_port: int, only: str | None = None) -> None:
    """Serve this computer on one port and the home network over TLS on another, until interrupted.

    Parameters
    ----------
    port
        This computer's own port, without TLS and without pairing.
    phone_port
        The home network's.
    only
        One private address of this computer to serve, instead of all that it has.

    Raises
    ------
    SetupError
        When a port is taken, there is no home network, or ``serve`` would refuse too.
    """
    hosts = _hosts(only)
    _refuse_both()
    refuse_taken(LOOPBACK, port)
    refuse_taken(only or EVERYWHERE, phone_port, "PHONE_PORT")
    prepare()
    welcome()
    _open(hosts, phone_port)
    say(f"Handrail is at http://{LOOPBACK}:{port}/ on this computer.")
    _say_code()
    say(f"More phones: http://{LOOPBACK}:{port}/you/phones/\nYour data are in {home()}. Ctrl+C ends it.")
    _run(port, phone_port, only)


def _hosts(only: str | None) -> tuple[str, ...]:
    """What the certificate names, the address for phones first."""
    if only is not None and not is_private(only):
        raise SetupError(
            f"{only} is no IPv4 address of a home network.",
            "Name one that this computer has there, or leave --host out.",
        )
    addresses = home_addresses() if only is None else (only,)
    if not addresses:
        raise SetupError(
            "This computer has no address in a home network, so no phone can reach it.",
            "Join the Wi-Fi at home, then start Handrail again.",
        )
    named = [name for name in (local_name() if only is None else "", LOOPBACK, "localhost") if name]
    return tuple(dict.fromkeys([*addresses, *named]))


def _refuse_both() -> None:
    if public_door() is not None:
        raise SetupError(
            f"{VARIABLE} is set, so a proxy serves the phones.", "Leave --phone out, or unset that variable."
        )


def _open(hosts: Sequence[str], phone_port: int) -> bool:
    """Let the hosts of the certificate in; whether it had to be made anew."""
    from cryptography.hazmat.primitives.serialization import Encoding

    from handrail.web.config.certificates import fingerprint
    from handrail.web.config.keyring import ensure_leaf, ensure_root

    now = datetime.now(UTC)
    root = ensure_root(socket.gethostname(), now)
    is_new = ensure_leaf(root, hosts, now)
    settings.DOOR = Door(
        address=f"https://{hosts[0]}:{phone_port}/",
        hosts=tuple(hosts),
        root=root.certificate.public_bytes(Encoding.PEM),
        fingerprint=fingerprint(root.certificate),
    )
    settings.ALLOWED_HOSTS = [*THIS_COMPUTER, *hosts]
    return is_new


def _say_code() -> None:
    from handrail.web.accounts.middleware import local_actor
    from handrail.web.accounts.pairing import invitation

    say(invitation(by=local_actor()))


def _run(port: int, phone_port: int, only: str | None) -> None:
    from handrail.web.config.keyring import leaf_file
    from handrail.web.config.server import Beside, OneProcess, make_server

    phones = make_server(Beside, only or EVERYWHERE, phone_port, leaf_file())
    phones.serve()
    threading.Thread(target=_keep_up, args=(phones, phone_port, only), daemon=True).start()
    with databases_held_open():
        make_server(OneProcess, LOOPBACK, port).serve()
    phones.shutdown()  # type: ignore[no-untyped-call]


def _keep_up(phones: Beside, phone_port: int, only: str | None) -> None:
    """Follow the network: a new address, or a certificate that ends soon, begins the server for phones anew."""
    while True:
        time.sleep(LOOKED_AT_EVERY_S)
        with suppress(SetupError):  # out of the network for now: what there was stays
            hosts = _hosts(only)
            if _open(hosts, phone_port):
                phones.renew()
                say(f"Phones open https://{hosts[0]}:{phone_port}/ now.")
