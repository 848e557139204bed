"""The servers of this process: one for this computer, and one over TLS for the home network."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from granian.constants import Interfaces
from granian.server.mt import MTServer

APPLICATION = "handrail.web.config.wsgi:application"
THREADS = 4  # so that one slow page holds nobody up


class OneProcess(MTServer):
    """Threads of this process instead of a second process with a second copy of everything.

    Granian keeps this server for Python without the global lock; with the lock it works
    the same, its threads just take turns.
    """

    def _check_gil(self) -> None:
        pass


class Beside(OneProcess):
    """A server whose ``serve`` returns at once: it works beside the one that waits for the end."""

    _begin: Callable[[], None]

    def _serve(self, spawn_target: Any, target_loader: Any) -> None:
        application = target_loader()
        self._begin = partial(self._spawn_workers, spawn_target, application)
        self.startup(spawn_target, application)  # type: ignore[no-untyped-call]

    def renew(self) -> None:
        """Begin again with the certificate as it now stands in its file."""
        self._stop_workers()  # type: ignore[no-untyped-call]
        self._begin()


Kind = TypeVar("Kind", bound=OneProcess)


def make_server(kind: type[Kind], host: str, port: int, pem: Path | None = None) -> Kind:
    """A server for the whole of Handrail; over TLS when given a file with a key and its certificate."""
    return kind(
        APPLICATION,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        blocking_threads=THREADS,
        websockets=False,
        log_enabled=False,
        ssl_cert=pem,
        ssl_key=pem,
    )
