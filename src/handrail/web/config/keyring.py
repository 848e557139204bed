"""Keeps the root and the leaf in the home, and makes a new one when an old one no longer does."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from handrail.web.config.certificates import Pair, leaf_holds, make_leaf, make_root, root_holds
from handrail.web.config.home import PRIVATE_FILE, home


def root_file() -> Path:
    """Where the root is kept."""
    return home() / "phone-root.pem"


def leaf_file() -> Path:
    """Where the certificate that serves is kept."""
    return home() / "phone.pem"


def ensure_root(computer: str, now: datetime) -> Pair:
    """The root of this computer; a new one when there is none, or it ends before a leaf would."""
    kept = _read(root_file())
    if kept is not None and root_holds(kept, now):
        return kept
    return _keep(root_file(), make_root(computer, now))


def ensure_leaf(root: Pair, hosts: Sequence[str], now: datetime) -> bool:
    """See to it that there is a leaf for these hosts; whether a new one had to be made."""
    kept = _read(leaf_file())
    if kept is not None and leaf_holds(kept, root, hosts, now):
        return False
    _keep(leaf_file(), make_leaf(root, hosts, now))
    return True


def _read(path: Path) -> Pair | None:
    """What a file holds; None when it is not there or not whole."""
    try:
        pem = path.read_bytes()
        key, certificate = load_pem_private_key(pem, password=None), x509.load_pem_x509_certificate(pem)
    except (FileNotFoundError, ValueError):
        return None
    if not isinstance(key, ec.EllipticCurvePrivateKey) or key.public_key() != certificate.public_key():
        return None
    return Pair(key, certificate)


def _keep(path: Path, pair: Pair) -> Pair:
    """Write it whole and private before it gets its name."""
    fresh = path.with_name(f"{path.name}-{os.getpid()}")
    fresh.unlink(missing_ok=True)
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE), "wb") as file:
        file.write(pair.pem())
    fresh.replace(path)
    return pair
