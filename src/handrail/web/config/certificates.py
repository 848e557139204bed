"""A small certificate authority of one's own: a root that a phone may trust, and a leaf that serves.

The root may only speak for addresses of home networks, for this computer and for names that
end in ``.local``: whoever steals it cannot pose as a bank. Time is an argument.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import ip_address
from typing import Final

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from handrail.web.common.door import PRIVATE

ROOT_LASTS: Final = timedelta(days=10 * 365)
LEAF_LASTS: Final = timedelta(days=396)  # phones refuse a certificate of more than 397 or so
EARLY: Final = timedelta(days=1)  # a phone's clock may be behind ours
RENEWED_BEFORE: Final = timedelta(days=30)
NAMES: Final = ("local", "localhost")


@dataclass(frozen=True, slots=True)
class Pair:
    """A certificate and its key."""

    key: ec.EllipticCurvePrivateKey
    certificate: x509.Certificate

    def pem(self) -> bytes:
        """Both in one file, so that one is never there without the other."""
        key = self.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        return key + self.certificate.public_bytes(Encoding.PEM)


def make_root(computer: str, now: datetime) -> Pair:
    """A root for one computer, held to names and addresses of home networks."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = _name(f"Handrail on {computer}"[:64])
    allowed = [*map(x509.DNSName, NAMES), *map(x509.IPAddress, PRIVATE)]
    certificate = (
        _builder(name, name, key, now, ROOT_LASTS)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(signs_certificates=True), critical=True)
        .add_extension(x509.NameConstraints(allowed, None), critical=True)
        .sign(key, SHA256())
    )
    return Pair(key, certificate)


def make_leaf(root: Pair, hosts: Sequence[str], now: datetime) -> Pair:
    """A certificate that serves some names and addresses, signed by the root."""
    key = ec.generate_private_key(ec.SECP256R1())
    by = x509.AuthorityKeyIdentifier.from_issuer_public_key(root.key.public_key())
    certificate = (
        _builder(_name("Handrail"), root.certificate.subject, key, now, LEAF_LASTS)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(signs_certificates=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectAlternativeName([_alternative(host) for host in hosts]), critical=False)
        .add_extension(by, critical=False)
        .sign(root.key, SHA256())
    )
    return Pair(key, certificate)


def root_holds(root: Pair, now: datetime) -> bool:
    """Whether a root outlives any leaf it would sign now."""
    return now + LEAF_LASTS < root.certificate.not_valid_after_utc


def leaf_holds(leaf: Pair, root: Pair, hosts: Sequence[str], now: datetime) -> bool:
    """Whether a leaf is this root's, names just these hosts, and does not end soon."""
    names = leaf.certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    return (
        _is_signed_by(leaf, root)
        and set(names) == {_alternative(host) for host in hosts}
        and leaf.certificate.not_valid_before_utc
        <= now
        < leaf.certificate.not_valid_after_utc - RENEWED_BEFORE
    )


def fingerprint(certificate: x509.Certificate) -> str:
    """Its SHA-256 as phones show it: ``AB:CD:...``."""
    return certificate.fingerprint(SHA256()).hex(":").upper()


def _is_signed_by(leaf: Pair, root: Pair) -> bool:
    try:
        leaf.certificate.verify_directly_issued_by(root.certificate)
    except (ValueError, TypeError, InvalidSignature):
        return False
    return True


def _builder(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePrivateKey, now: datetime, lasts: timedelta
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - EARLY)
        .not_valid_after(now - EARLY + lasts)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )


def _usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


def _name(common: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common)])


def _alternative(host: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ip_address(host))
    except ValueError:
        return x509.DNSName(host)
