"""How a command is read, and what is said of one that cannot be."""

from __future__ import annotations

import argparse
from typing import NoReturn

EXIT_BAD_INPUT = 2


class Parser(argparse.ArgumentParser):
    """Says in one line what is wrong with a command."""

    def error(self, message: str) -> NoReturn:
        """End with one line that says the way out."""
        self.exit(EXIT_BAD_INPUT, f"{self.prog}: {message}. `{self.prog} --help` says what can be written.\n")
