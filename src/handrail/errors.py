"""Every error a person can meet, as one tree.

::

    HandrailError            anything we say to a person in a sentence
    ├── InputError           something we were given cannot be used
    │   ├── FileError        a file cannot be opened, is too big, or is not text
    │   ├── ThreadError      a saved thread holds no post we can find
    │   ├── PersonError      a person file says something impossible or unknown
    │   └── FormError        an answer in a page cannot be right
    ├── ContentError         our own catalogue, wording or sources are wrong
    ├── SetupError           this computer cannot run what was asked
    └── StorageError         a database cannot be read or written just now

Bugs are not in this tree and are not caught: they end with a traceback.
"""


class HandrailError(Exception):
    """A plain sentence about what happened, and one about the way out.

    Parameters
    ----------
    what
        What happened, naming the file, line or field.
    way_out
        What the person can do now.
    """

    def __init__(self, what: str, way_out: str) -> None:
        self.what = what
        self.way_out = way_out
        super().__init__(f"{what} {way_out}")


class InputError(HandrailError):
    """Something we were given cannot be used; nothing was changed."""


class FileError(InputError):
    """A file cannot be opened, is too big, or is not text."""


class ThreadError(InputError):
    """A saved thread holds no post that we can find."""


class PersonError(InputError):
    """A person file says something impossible or unknown."""


class FormError(InputError):
    """An answer in a page cannot be right."""


class ContentError(HandrailError):
    """Our own catalogue, wording or sources are wrong."""


class SetupError(HandrailError):
    """What was asked cannot run on this computer."""


class StorageError(HandrailError):
    """A database cannot be read or written just now; nothing was half-written."""
