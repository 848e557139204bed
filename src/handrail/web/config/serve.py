"""Serves the pages: makes the home, brings both databases up to date, runs the server in this process."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import django

from handrail.errors import SetupError
from handrail.web.config.home import home, make_home

FREE_PORT = 8001  # offered instead of one that cannot be had
THREADS = 4  # so that one slow page holds nobody up


def serve(host: str, port: int) -> None:
    """Serve everything on one port until interrupted.

    Raises
    ------
    SetupError
        When the port is taken, the front end was never built, or a database was made by a
        newer version.
    """
    _refuse_taken(host, port)
    prepare()
    _welcome()
    sys.stdout.write(f"Handrail is at http://{host}:{port}/\nYour data are in {home()}. Ctrl+C ends it.\n")
    sys.stdout.flush()
    with _databases_held_open():
        _run(host, port)


def prepare() -> None:
    """Make the home, set Django up and bring both databases to this version.

    Raises
    ------
    SetupError
        When the front end was never built, or a database was made by a newer version.
    """
    make_home()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "handrail.web.config.settings")
    django.setup()
    from handrail.web.common.assets import manifest
    from handrail.web.config.migrate import migrate_all

    manifest()
    migrate_all()


def _welcome() -> None:
    from handrail.web.community.actions import ensure_welcome_thread

    ensure_welcome_thread()


@contextmanager
def _databases_held_open() -> Iterator[None]:
    """Keep one connection to each database, so that pages can still be read on a full disk.

    SQLite takes its journal and its shared memory away with the last connection, and the next
    one needs space to make them again. It is also quicker.
    """
    from django.db import connections

    for connection in connections.all():
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM sqlite_master")
    try:
        yield
    finally:
        connections.close_all()


def _refuse_taken(host: str, port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise SetupError(
                f"Port {port} cannot be used: {error.strerror}.",
                f"Choose another one, such as PORT={FREE_PORT if port != FREE_PORT else FREE_PORT + 1}.",
            ) from error


def _run(host: str, port: int) -> None:
    from granian.constants import Interfaces
    from granian.server.mt import MTServer

    class OneProcess(MTServer):
        """Threads of this process instead of a second process with a second copy of everything.

        Granian keeps this server for Python without the global lock; with the lock it works
        the same, its threads just take turns.
        """

        def _check_gil(self) -> None:
            pass

    OneProcess(
        "handrail.web.config.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        blocking_threads=THREADS,
        websockets=False,
        log_enabled=False,
    ).serve()
