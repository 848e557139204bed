"""The pair of keys that reminders are signed with; without them there are no reminders."""

from __future__ import annotations

import base64
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from handrail.errors import SetupError
from handrail.web.practice.push_address import is_contact

PRIVATE_FILE = 0o600


@dataclass(frozen=True, slots=True)
class PushKeys:
    """Keys as base64url of their raw bytes, and whom a push service may write to."""

    private: str
    public: str
    contact: str


def read_keys(home: Path) -> PushKeys | None:
    """The keys of this Handrail; None where nobody turned reminders on.

    Raises
    ------
    SetupError
        When the file of keys is there and cannot be read.
    """
    path = _path(home)
    if not path.exists():
        return None
    try:
        return PushKeys(**json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise SetupError(
            f"The keys in {path} cannot be read.", "Move that file away and run `handrail push-keys` again."
        ) from error


def make_keys(home: Path, contact: str) -> PushKeys:
    """Make keys once; those that are there stay, since subscriptions hang on them.

    Raises
    ------
    SetupError
        When there are keys already, the contact is no address, or the package that signs is missing.
    """
    path = _path(home)
    if path.exists():
        raise SetupError(
            f"There are keys already, in {path}.", "They stay. Move that file away for new ones."
        )
    if not is_contact(contact):
        raise SetupError(
            f"{contact!r} is no address that a push service could write to.",
            "Write it as mailto:you@example.org, or as an https address.",
        )
    keys = PushKeys(*_fresh_pair(), contact)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE), "w") as file:
        json.dump(asdict(keys), file)
    return keys


def _path(home: Path) -> Path:
    return home / "push-keys.json"


def _fresh_pair() -> tuple[str, str]:
    try:
        from cryptography.hazmat.primitives.asymmetric import ec
        from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
    except ModuleNotFoundError as error:
        raise push_is_missing() from error
    key = ec.generate_private_key(ec.SECP256R1())
    raw = key.private_numbers().private_value.to_bytes(32, "big")
    point = key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return _base64url(raw), _base64url(point)


def push_is_missing() -> SetupError:
    """What to say where the package that sends reminders is not installed."""
    return SetupError(
        "Reminders need one more package.", "docs/how-to/send-reminders.md says how to install it."
    )


def _base64url(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()
