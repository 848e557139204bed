"""Two databases with no key between them: what people share, and a person's health."""

from __future__ import annotations

from typing import Any

COMMUNITY = "community"
HEALTH = "default"


class Router:
    """Sends the community app to its own database and everything else to health."""

    def db_for_read(self, model: Any, **_hints: object) -> str:
        """The database a model is read from."""
        return _home_of(model._meta.app_label)  # noqa: SLF001 -- Django's documented API

    def db_for_write(self, model: Any, **_hints: object) -> str:
        """The database a model is written to."""
        return _home_of(model._meta.app_label)  # noqa: SLF001 -- Django's documented API

    def allow_relation(self, one: Any, other: Any, **_hints: object) -> bool:
        """Only rows of one database may point at each other."""
        return self.db_for_read(one) == self.db_for_read(other)

    def allow_migrate(self, db: str, app_label: str, **_hints: object) -> bool:
        """Each app's tables are made in its own database only."""
        return db == _home_of(app_label)


def _home_of(app_label: str) -> str:
    return COMMUNITY if app_label == COMMUNITY else HEALTH
