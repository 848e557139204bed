"""Says who acts, and keeps out every device that nobody let in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from handrail.web.accounts import actions
from handrail.web.accounts.models import Account, Device, Kind
from handrail.web.accounts.queries import device_with
from handrail.web.accounts.requests import Actor, Request
from handrail.web.common.door import is_this_computer
from handrail.web.common.errors import refusal

DEVICE_COOKIE: Final = (
    "__Host-handrail-device"  # browsers keep one of this name only from https, for one host
)
BEFORE_PAIRING: Final = ("pair", "root-certificate")
FOR_HELPERS: Final = ("here", "not-here")
LOOKS: Final = (".css", ".woff2")

GetResponse = Callable[[Request], HttpResponseBase]


def only_paired(get_response: GetResponse) -> GetResponse:
    """Open everything to this computer and the owner's devices, one page to a helper's, the pairing to others."""

    def middleware(request: Request) -> HttpResponseBase:
        is_here = is_this_computer(request)
        request.device = None if is_here else _device_of(request)
        request.inside = is_here or (request.device is not None and request.device.kind == Kind.OWN)
        if request.inside or _is_open_to(request.device, request.path_info):
            return get_response(request)
        return _shown_the_door(request)

    return middleware


def actor(get_response: GetResponse) -> GetResponse:
    """Put the acting person on the request; the first request of all makes their account."""

    def middleware(request: Request) -> HttpResponseBase:
        if request.inside:
            request.actor = Actor(request.device.owner_id) if request.device else local_actor()
        return get_response(request)

    return middleware


def local_actor() -> Actor:
    """The one person of this computer."""
    account, _ = Account.objects.only("id").get_or_create(is_local=True)
    return Actor(account.id)


def inside(request: HttpRequest) -> dict[str, bool]:
    """Context processor: whether pages show the way to all the others."""
    return {"inside": getattr(request, "inside", False)}


def _device_of(request: HttpRequest) -> Device | None:
    token = request.COOKIES.get(DEVICE_COOKIE) if request.is_secure() else None
    device = device_with(token) if token else None
    if device is not None:
        actions.note_seen(device=device)
    return device


def _is_open_to(device: Device | None, path: str) -> bool:
    if path.startswith(settings.STATIC_URL):
        return path.endswith(LOOKS)
    return path in map(reverse, BEFORE_PAIRING if device is None else FOR_HELPERS)


def _shown_the_door(request: Request) -> HttpResponseBase:
    way_in = "pair" if request.device is None else "here"
    if request.method == "GET" and request.path_info == "/":
        return redirect(way_in)
    if way_in == "here":
        return refusal(
            request, 403, "This phone is a helper's.", "It has one page, to say that you are here."
        )
    return refusal(request, 403, "This device is not paired with Handrail.", "Pair it first.")
