"""Installed from the sources into a fresh environment, the command serves its pages with their looks."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.server import running

ROOT = Path(__file__).parents[2]
NEEDED = (
    "hatch_build.py",
    "pyproject.toml",
    "package.json",
    "package-lock.json",
    ".npmrc",
    "README.md",
    "LICENSE",
)
NO_NETWORK = re.compile(
    r"No matching distribution|Could not find a version|ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|name resolution"
)


@pytest.fixture
def python(tmp_path: Path) -> str:
    """The Python of an environment that holds Handrail, built from a copy of the sources."""
    sources = tmp_path / "sources"
    sources.mkdir()
    for name in NEEDED:
        shutil.copy(ROOT / name, sources)
    for name in ("src", "frontend"):
        shutil.copytree(ROOT / name, sources / name, ignore=shutil.ignore_patterns("built", "__pycache__"))
    subprocess.run([sys.executable, "-m", "venv", tmp_path / "venv"], check=True)
    python = tmp_path / "venv" / "bin" / "python"
    install = [str(python), "-m", "pip", "install", "--disable-pip-version-check", str(sources)]
    ended = subprocess.run(install, capture_output=True, text=True, timeout=240, check=False)
    said = ended.stdout + ended.stderr
    if ended.returncode and NO_NETWORK.search(said):
        pytest.skip("the packages that Handrail stands on cannot be had from here")
    assert ended.returncode == 0, said
    return str(python)


def test_given_a_fresh_environment_when_it_runs_then_the_first_page_comes_with_its_stylesheet(
    python: str, tmp_path: Path
) -> None:
    with running(tmp_path / "home", python) as server:
        assert server.get("/healthz") == b"ok\n"
        page = server.get("/").decode()
        (stylesheet,) = re.findall(r'<link rel="stylesheet" href="([^"]+)"', page)
        assert b"font-family" in server.get(stylesheet)
