"""Middlewares that keep other sites and other computers out of a person's data."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from handrail.web.common.door import THIS_COMPUTER, door, is_private
from handrail.web.common.errors import refusal
from handrail.web.common.permissions import PERMISSIONS

GetResponse = Callable[[HttpRequest], HttpResponseBase]

READS = frozenset({"GET", "HEAD", "OPTIONS"})
USUAL_PORTS = {"http": "80", "https": "443"}
ONLY_TLS = "max-age=31536000"

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; "
        "frame-ancestors 'none'"
    ),
    # same-origin, not no-referrer: that would turn the Origin of our own forms into "null"
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": PERMISSIONS,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


def headers(get_response: GetResponse) -> GetResponse:
    """Put the security headers on every response, and keep pages out of every cache."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if _is_public():  # never for an address of a home network: it may be another device tomorrow
            response.headers["Strict-Transport-Security"] = ONLY_TLS
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    return middleware


def only_own_hosts(get_response: GetResponse) -> GetResponse:
    """Refuse a Host that is not ours: a site that points its own name here gets nothing.

    In the home network that means exactly the hosts of the certificate, asked for over TLS,
    by a device of that network.
    """

    def middleware(request: HttpRequest) -> HttpResponseBase:
        is_ours = request.META.get("HTTP_HOST", "").lower() in _own_hosts(request)
        if is_ours and is_private(request.META.get("REMOTE_ADDR", "")):
            return get_response(request)
        return refusal(request, 400, "This address does not belong to Handrail.", _where_to_go(request))

    return middleware


def only_our_pages_write(get_response: GetResponse) -> GetResponse:
    """Refuse a write that another site's page sends.

    Browsers say where a write comes from in ``Sec-Fetch-Site`` and ``Origin``; a program that
    is no browser sends neither and carries nobody's cookies, so it may pass.
    """

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if request.method in READS or _is_from_our_page(request):
            return get_response(request)
        return refusal(
            request,
            403,
            "Another site tried to change your data, so it was stopped.",
            "Open Handrail in its own tab and do it there.",
        )

    return middleware


def no_giant_bodies(get_response: GetResponse) -> GetResponse:
    """Refuse a body past the limit before reading any of it."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        if int(request.META.get("CONTENT_LENGTH") or 0) <= settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            return get_response(request)
        return refusal(
            request,
            413,
            f"What you sent is bigger than {settings.DATA_UPLOAD_MAX_MEMORY_SIZE // 1_000_000} MB, so it was not read.",
            "Send a smaller file, or part of it.",
        )

    return middleware


def _own_hosts(request: HttpRequest) -> set[str]:
    opened = door()
    if opened is not None and opened.is_public:
        return set(opened.hosts)
    from_outside = opened.hosts if opened is not None and request.is_secure() else ()
    names = {*THIS_COMPUTER, *from_outside}
    port = request.META["SERVER_PORT"]
    is_usual = port == USUAL_PORTS[request.scheme or "http"]
    return {f"{name}:{port}" for name in names} | (names if is_usual else set())


def _where_to_go(request: HttpRequest) -> str:
    opened = door()
    if opened is not None and opened.is_public:
        return f"Open {opened.address}."
    here = f"{request.scheme}://127.0.0.1:{request.META['SERVER_PORT']}/"
    return f"Open {here} on the computer that runs it."


def _is_public() -> bool:
    opened = door()
    return opened is not None and opened.is_public


def _is_from_our_page(request: HttpRequest) -> bool:
    site = request.headers.get("Sec-Fetch-Site", "same-origin")
    origin = request.headers.get("Origin")
    ours = f"{request.scheme}://{request.META['HTTP_HOST']}"
    return site in {"same-origin", "none"} and origin in {None, ours}
