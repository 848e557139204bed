"""Brings both databases to the tables of this version, and refuses those of a newer one."""

from __future__ import annotations

from django.core.management import call_command
from django.db import DatabaseError, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor

from handrail.errors import SetupError
from handrail.web.common.storage import in_words


def migrate_all() -> None:
    """Migrate both databases; nothing to do is the fast path.

    Raises
    ------
    SetupError
        When a database holds a migration that this version does not know, or is no database.
    """
    for alias in connections:
        executor = MigrationExecutor(_opened(alias))
        _refuse_newer(alias, executor)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            call_command("migrate", database=alias, verbosity=0, interactive=False, skip_checks=True)
        connections[alias].close()


def _opened(alias: str) -> BaseDatabaseWrapper:
    connection = connections[alias]
    try:
        connection.ensure_connection()
    except DatabaseError as error:
        name = connection.settings_dict["NAME"]
        raise SetupError(
            f"Your data in {name} cannot be opened: {error}.",
            f"Nothing was changed. {_way_out(error)}",
        ) from error
    return connection


def _way_out(error: DatabaseError) -> str:
    if in_words(error):
        return "See that the disk has space and may be written to, then start again."
    return "Put a copy of that file in its place, or move it away to start anew."


def _refuse_newer(alias: str, executor: MigrationExecutor) -> None:
    applied = set(executor.loader.applied_migrations)
    unknown = applied - set(executor.loader.disk_migrations)
    if unknown:
        app, name = min(unknown)
        raise SetupError(
            f"Your data were written by a newer Handrail: {connections[alias].settings_dict['NAME']} "
            f"knows {app} {name}, and this version does not.",
            "Nothing was changed. Install the newer version again.",
        )
