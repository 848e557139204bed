"""Where a person's data live on this computer, and how they are kept private."""

from __future__ import annotations

import os
import secrets
import sys
from contextlib import suppress
from pathlib import Path

from handrail.errors import SetupError

PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600


def home() -> Path:
    """The folder of all data: ``HANDRAIL_HOME``, else the platform's user data folder."""
    chosen = os.environ.get("HANDRAIL_HOME")
    return Path(chosen).expanduser().absolute() if chosen else _user_data_folder() / "handrail"


def _user_data_folder() -> Path:
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support"
    variable, default = (
        ("LOCALAPPDATA", "AppData/Local") if os.name == "nt" else ("XDG_DATA_HOME", ".local/share")
    )
    return Path(os.environ.get(variable) or Path.home() / default)


def make_home() -> Path:
    """Make the folder if need be, and close it and new files to everybody else.

    Every file that this process makes from now on is private too: databases, their
    journals, exports.

    Raises
    ------
    SetupError
        When there can be no such folder, or it is somebody else's.
    """
    os.umask(0o777 - PRIVATE_FOLDER)
    folder = home()
    try:
        folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        folder.chmod(PRIVATE_FOLDER)
    except OSError as error:
        raise SetupError(
            f"Your data cannot be kept in {folder}: {error.strerror}.",
            "Set HANDRAIL_HOME to a folder that you may write to.",
        ) from error
    return folder


def secret_key() -> str:
    """The key that signs values, made at first use and kept in the home.

    It is written whole before it gets its name, so that of two first uses both read one key.
    """
    path = make_home() / "secret-key"
    if not path.exists():
        fresh = path.with_name(f"secret-key-{os.getpid()}")
        fresh.write_text(secrets.token_urlsafe(50), encoding="ascii")
        fresh.chmod(PRIVATE_FILE)
        with suppress(FileExistsError):
            path.hardlink_to(fresh)
        fresh.unlink()
    return path.read_text(encoding="ascii")
