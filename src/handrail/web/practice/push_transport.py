"""A connection for reminders that goes to public addresses only. Imported only while something is sent."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from requests import PreparedRequest, Response, Session
from requests.adapters import HTTPAdapter
from requests.exceptions import InvalidURL

from handrail.web.practice.push_address import is_public, public_address


class PublicOnly(HTTPAdapter):
    """Looks a name up once, refuses what is not public, and connects to the very number it looked up.

    The certificate is checked for the name, so nothing is lost by connecting to the number.
    """

    def send(self, request: PreparedRequest, *args: Any, **kwargs: Any) -> Response:
        """Refuse an address that is not public, and name the host that is meant."""
        if not is_public(request.url or ""):
            message = "the address is not public"
            raise InvalidURL(message)
        request.headers["Host"] = _host(request)
        return super().send(request, *args, **kwargs)

    def build_connection_pool_key_attributes(
        self, request: PreparedRequest, verify: bool | str, cert: Any = None
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        """Where to connect: the number, with a certificate for the name."""
        where, how = super().build_connection_pool_key_attributes(request, verify, cert)
        host = _host(request)
        named = {"server_hostname": host, "assert_hostname": host}
        return {**where, "host": public_address(host)}, {**how, **named}


def public_session() -> Session:
    """A session that follows no redirect, reads no proxy or password from its surroundings, and goes out only."""
    session = Session()
    session.trust_env = False
    session.max_redirects = 0
    session.mount("https://", PublicOnly())
    session.mount("http://", PublicOnly())
    return session


def _host(request: PreparedRequest) -> str:
    return urlsplit(request.url or "").hostname or ""
