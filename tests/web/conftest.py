"""A browser on the computer that runs Handrail."""

from __future__ import annotations

import pytest
from django.test import Client


@pytest.fixture
def client() -> Client:
    """A client that asks for this computer by name, as a browser does."""
    return Client(headers={"Host": "127.0.0.1"})
