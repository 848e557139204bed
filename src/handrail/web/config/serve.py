"""Serves the pages: makes the home, brings both databases up to date, runs the server in this process."""

from __future__ import annotations

import errno
import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import django

from handrail.errors import SetupError
from handrail.web.config.home import home, make_home

FREE_PORT = 8001  # offered instead of one that cannot be had


def serve(host: str, port: int) -> None:
    """Serve everything on one port of this computer until interrupted.

    Raises
    ------
    SetupError
        When the port is taken, the front end was never built, or a database was made by a
        newer version.
    """
    refuse_taken(host, port)
    prepare()
    welcome()
    say(f"Handrail is at http://{host}:{port}/")
    _say_public()
    say(f"Your data are in {home()}. Ctrl+C ends it.")
    from handrail.web.config.server import OneProcess, make_server

    with databases_held_open():
        make_server(OneProcess, host, port).serve()


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


def welcome() -> None:
    """Put the welcome thread where no thread is yet."""
    from handrail.web.community.actions import ensure_welcome_thread

    ensure_welcome_thread()


@contextmanager
def databases_held_open() -> Iterator[None]:
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


def refuse_taken(host: str, port: int, name: str = "PORT") -> None:
    """Refuse a port that cannot be had, before anything is made.

    Raises
    ------
    SetupError
        When somebody else has it, or the address is not this computer's.
    """
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            if error.errno == errno.EADDRNOTAVAIL:
                raise SetupError(
                    f"{host} is not an address of this computer.",
                    "Name one that it has, or leave --host out.",
                ) from error
            free = FREE_PORT if port != FREE_PORT else FREE_PORT + 1
            raise SetupError(
                f"Port {port} cannot be used: {error.strerror}.",
                f"Choose another one, such as {name}={free}.",
            ) from error


def say(line: str) -> None:
    """One line for whoever started it."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _say_public() -> None:
    from handrail.web.common.door import door

    opened = door()
    if opened is not None:
        say(f"The proxy serves it at {opened.address}. `handrail pair` makes a code for a device.")
