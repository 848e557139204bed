"""The certificate that phones see: what it speaks for, how long, and when it is made anew."""

from __future__ import annotations

import ssl
import stat
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address, ip_network
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID
from cryptography.x509.verification import PolicyBuilder, Store, VerificationError

from handrail.web.config.certificates import fingerprint, make_leaf, make_root
from handrail.web.config.keyring import ensure_leaf, ensure_root, leaf_file, root_file

NOW = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)
HOSTS = ("192.168.1.5", "kitchen.local", "127.0.0.1", "localhost")
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HANDRAIL_HOME", str(tmp_path))
    return tmp_path


def kept_leaf() -> x509.Certificate:
    return x509.load_pem_x509_certificate(leaf_file().read_bytes())


def is_trusted_for(name: x509.DNSName | x509.IPAddress, hosts: tuple[str, ...]) -> bool:
    """What a browser says that trusts the root and asks for a name."""
    root = make_root("kitchen", NOW)
    leaf = make_leaf(root, hosts, NOW)
    verifier = PolicyBuilder().store(Store([root.certificate])).time(NOW).build_server_verifier(name)
    try:
        verifier.verify(leaf.certificate, [])
    except VerificationError:
        return False
    return True


def test_the_leaf_names_every_host_serves_tls_and_nothing_else() -> None:
    leaf = make_leaf(make_root("kitchen", NOW), HOSTS, NOW).certificate
    names = leaf.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert names.get_values_for_type(x509.IPAddress) == [ip_address("192.168.1.5"), ip_address("127.0.0.1")]
    assert names.get_values_for_type(x509.DNSName) == ["kitchen.local", "localhost"]
    usage = leaf.extensions.get_extension_for_class(x509.KeyUsage)
    assert usage.critical
    assert usage.value.digital_signature
    assert not usage.value.key_cert_sign
    extended = leaf.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    assert list(extended) == [ExtendedKeyUsageOID.SERVER_AUTH]
    assert not leaf.extensions.get_extension_for_class(x509.BasicConstraints).value.ca


def test_the_leaf_lasts_no_longer_than_phones_allow_and_began_before_a_slow_clock() -> None:
    leaf = make_leaf(make_root("kitchen", NOW), HOSTS, NOW).certificate
    assert leaf.not_valid_after_utc - leaf.not_valid_before_utc <= 397 * DAY
    assert leaf.not_valid_before_utc == NOW - DAY


def test_the_root_signs_certificates_only_and_only_for_home_networks() -> None:
    root = make_root("kitchen", NOW).certificate
    constraints = root.extensions.get_extension_for_class(x509.BasicConstraints).value
    assert (constraints.ca, constraints.path_length) == (True, 0)
    usage = root.extensions.get_extension_for_class(x509.KeyUsage).value
    assert usage.key_cert_sign
    assert not usage.digital_signature
    allowed = root.extensions.get_extension_for_class(x509.NameConstraints)
    assert allowed.critical
    assert allowed.value.permitted_subtrees is not None
    networks = [one.value for one in allowed.value.permitted_subtrees if isinstance(one, x509.IPAddress)]
    assert ip_network("192.168.0.0/16") in networks
    assert all(network.is_private for network in networks)


@pytest.mark.parametrize(
    ("name", "hosts", "trusted"),
    [
        (x509.IPAddress(ip_address("192.168.1.5")), HOSTS, True),
        (x509.DNSName("kitchen.local"), HOSTS, True),
        (x509.IPAddress(ip_address("192.168.1.6")), HOSTS, False),
        (x509.DNSName("bank.example"), ("bank.example",), False),
        (x509.IPAddress(ip_address("198.51.100.7")), ("198.51.100.7",), False),
    ],
)
def test_a_browser_that_trusts_the_root_trusts_these_hosts_and_no_bank(
    name: x509.DNSName | x509.IPAddress, hosts: tuple[str, ...], trusted: bool
) -> None:
    assert is_trusted_for(name, hosts) == trusted


def test_both_are_kept_private_and_the_server_can_load_them() -> None:
    root = ensure_root("kitchen", NOW)
    assert ensure_leaf(root, HOSTS, NOW)
    for file in (root_file(), leaf_file()):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(leaf_file(), leaf_file())
    assert b"PRIVATE KEY" not in root.certificate.public_bytes(Encoding.PEM)


@pytest.mark.parametrize(
    ("later", "hosts", "renewed"),
    [
        (0 * DAY, HOSTS, False),
        (300 * DAY, HOSTS, False),
        (360 * DAY, HOSTS, False),
        (366 * DAY, HOSTS, True),
        (500 * DAY, HOSTS, True),
        (-2 * DAY, HOSTS, True),  # the clock was wrong when it was made
        (0 * DAY, ("192.168.1.77", *HOSTS[1:]), True),
    ],
)
def test_the_leaf_is_renewed_when_it_ends_soon_or_the_address_changed(
    later: timedelta, hosts: tuple[str, ...], renewed: bool
) -> None:
    root = ensure_root("kitchen", NOW)
    ensure_leaf(root, HOSTS, NOW)
    before = kept_leaf()
    assert ensure_leaf(ensure_root("kitchen", NOW + later), hosts, NOW + later) == renewed
    assert (kept_leaf() != before) == renewed
    assert fingerprint(ensure_root("kitchen", NOW).certificate) == fingerprint(root.certificate)


def test_a_root_that_a_leaf_would_outlive_is_made_anew_and_so_is_its_leaf() -> None:
    first = ensure_root("kitchen", NOW)
    ensure_leaf(first, HOSTS, NOW)
    later = NOW + 9.5 * 365 * DAY
    second = ensure_root("kitchen", later)
    assert second.certificate != first.certificate
    assert ensure_leaf(second, HOSTS, NOW)


@pytest.mark.parametrize("broken", [b"", b"no certificate", None])
def test_a_file_that_was_broken_or_taken_away_is_made_anew(broken: bytes | None) -> None:
    ensure_leaf(ensure_root("kitchen", NOW), HOSTS, NOW)
    for file in (root_file(), leaf_file()):
        file.unlink() if broken is None else file.write_bytes(broken)
    assert ensure_leaf(ensure_root("kitchen", NOW), HOSTS, NOW)
    ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(leaf_file(), leaf_file())
