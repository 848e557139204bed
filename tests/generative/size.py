"""How much is tried: the same few thousand on every change, fresh tens of thousands every night."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

NIGHTLY = bool(os.environ.get("HANDRAIL_NIGHTLY"))


def tries(usually: int, nightly: int) -> settings:
    """So many examples: always the same ones, or every night others."""
    return settings(
        max_examples=nightly if NIGHTLY else usually,
        derandomize=not NIGHTLY,
        database=None,
        deadline=None,
        print_blob=True,
        suppress_health_check=list(HealthCheck),
    )
