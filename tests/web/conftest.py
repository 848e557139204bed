"""A browser on the computer that runs Handrail, and a home for its data."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as product
from django.test import Client

HOME = tempfile.TemporaryDirectory(prefix="handrail-")
os.environ["HANDRAIL_HOME"] = HOME.name


@pytest.fixture(autouse=True)
def plan_at_once(settings: Any) -> None:
    """Greedy weeks: they come at once."""
    settings.PLANNER_PATIENCE_S = 0


@pytest.fixture(scope="session")
def django_db_modify_db_settings() -> None:
    """Databases as files: threads and a second connection see what the product would see."""
    databases: dict[str, dict[str, Any]] = product.DATABASES
    for alias, database in databases.items():
        database.setdefault("TEST", {})["NAME"] = str(Path(HOME.name) / f"test-{alias}.sqlite3")


@pytest.fixture
def client() -> Client:
    """A client that asks for this computer by name, as a browser does."""
    return Client(headers={"Host": "127.0.0.1"})
