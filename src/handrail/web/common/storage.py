"""A database that cannot write now, in plain words."""

from __future__ import annotations

import sqlite3

from handrail.errors import StorageError

FULL = StorageError(
    "Your disk is full, so this could not be stored.",
    "Nothing was half-written. Free some space on the disk, then reload this page.",
)
BUSY = StorageError(
    "Your data are busy with something else, so this could not be stored.",
    "Nothing was half-written. Wait a moment, then reload this page.",
)
OUT_OF_REACH = StorageError(
    "Your disk could not be read or written.",
    "Nothing was half-written. See that the disk has space and may be written to, then reload this page.",
)
_SAID = {
    sqlite3.SQLITE_FULL: FULL,
    sqlite3.SQLITE_BUSY: BUSY,
    sqlite3.SQLITE_LOCKED: BUSY,
    sqlite3.SQLITE_IOERR: OUT_OF_REACH,
    sqlite3.SQLITE_CANTOPEN: OUT_OF_REACH,
    sqlite3.SQLITE_READONLY: OUT_OF_REACH,
}
_KIND = 0xFF  # the low byte of SQLite's code; the rest tells finer things apart


def in_words(error: BaseException | None) -> StorageError | None:
    """What to say of a database's error, or None when it is a bug of ours."""
    if isinstance(error, StorageError):
        return error
    code = getattr(error.__cause__, "sqlite_errorcode", 0) if error is not None else 0
    return _SAID.get(code & _KIND)
