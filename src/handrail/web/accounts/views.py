"""Pages about phones: pairing one, the list of them, and what a helper taps."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any, Final
from uuid import UUID

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from handrail.errors import FormError
from handrail.web.accounts import actions, forms, qr
from handrail.web.accounts.middleware import DEVICE_COOKIE
from handrail.web.accounts.models import PairingCode
from handrail.web.accounts.queries import (
    PRESENCE_HOLDS,
    devices_of,
    helper_here_since,
    open_code,
    revoked_device,
    said_here,
)
from handrail.web.accounts.requests import Request
from handrail.web.common.door import Door, door, is_this_computer
from handrail.web.common.errors import refusal

UNPROCESSABLE: Final = 422
TOKEN_LASTS: Final = timedelta(days=400)  # browsers keep no cookie longer

View = Callable[..., HttpResponse]


def where_phones_are_kept(view: View) -> View:
    """Open a page to this computer alone; behind a proxy, where nobody sits at it, to the owner's devices."""

    @wraps(view)
    def guarded(request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
        opened = door()
        if is_this_computer(request) or (opened is not None and opened.is_public):
            return view(request, *args, **kwargs)
        return refusal(
            request,
            403,
            "Phones are let in on the computer that runs Handrail.",
            "Open this page there.",
        )

    return guarded


@require_GET
@where_phones_are_kept
def phones(request: Request) -> HttpResponse:
    """Every paired device, the code for a new one, and undo for one just shut out."""
    return _phones_page(request)


@require_POST
@where_phones_are_kept
def make_code(request: Request) -> HttpResponse:
    """Make a code for one more device."""
    helps = forms.one_line(request.POST.get("helps", ""))
    actions.make_code(by=request.actor, kind=forms.kind_in(request.POST), helps=helps)
    return redirect(f"{reverse('phones')}#code")


@require_POST
@where_phones_are_kept
def revoke(request: Request, device: UUID) -> HttpResponse:
    """Shut a device out; the page that follows can undo it."""
    actions.revoke(by=request.actor, device=device)
    return redirect(f"{reverse('phones')}?out={device}")


@require_POST
@where_phones_are_kept
def restore(request: Request, device: UUID) -> HttpResponse:
    """Let a device in again that was shut out just now."""
    try:
        actions.restore(by=request.actor, device=device)
    except FormError as error:
        return _phones_page(request, error)
    return redirect("phones")


def pair(request: Request) -> HttpResponse:
    """Pair the device that asks, with a code from the computer."""
    if request.inside:
        return redirect("today")
    if not request.is_secure():
        return refusal(request, 403, "Pairing needs an address that begins with https.", "Open that one.")
    if request.method != "POST":
        return _pair_page(request, forms.code_in(request.GET))
    code, name = forms.code_in(request.POST), forms.one_line(request.POST.get("name", ""))
    try:
        paired = actions.pair(code=code, name=name or _default_name(request))
    except FormError as error:
        return _pair_page(request, code, name, error)
    response = redirect("/")
    _give(response, paired.token)
    return response


@require_GET
def root_certificate(_request: Request) -> HttpResponse:
    """The certificate that a phone has to trust, as a file that phones know how to install."""
    opened = door()
    if opened is None or not opened.root:
        raise Http404
    response = HttpResponse(opened.root, content_type="application/x-x509-ca-cert")
    response.headers["Content-Disposition"] = 'attachment; filename="handrail-root.crt"'
    return response


def here(request: Request) -> HttpResponse:
    """A helper's only page: say that you are here."""
    if request.device is None or request.inside:
        return redirect("/")
    if request.method == "POST":
        actions.say_here(device=request.device)
        return redirect("here")
    since = said_here(request.device)
    shown = {"device": request.device, "since": since, "until": since and since + PRESENCE_HOLDS}
    return render(request, "accounts/here.html", shown)


@require_POST
def not_here(request: Request) -> HttpResponse:
    """Take it back: a slip, or the helper left."""
    if request.device is not None:
        actions.take_back_here(device=request.device)
    return redirect("/")


@require_GET
def presence(request: Request) -> HttpResponse:
    """Whether a helper said within ten minutes that they are here, as JSON."""
    since = helper_here_since(request.actor)
    return JsonResponse({"here": since is not None, "since": since.isoformat() if since else None})


def _give(response: HttpResponse, token: str) -> None:
    response.set_cookie(
        DEVICE_COOKIE,
        token,
        max_age=int(TOKEN_LASTS.total_seconds()),
        secure=True,
        httponly=True,
        samesite="Strict",
    )


def _default_name(request: Request) -> str:
    return forms.default_name(request.headers.get("User-Agent", ""))


def _pair_page(
    request: Request, code: str, name: str | None = None, error: FormError | None = None
) -> HttpResponse:
    shown = {
        "code": code,
        "name": _default_name(request) if name is None else name,
        "error": error,
        "door": door(),
    }
    return render(request, "accounts/pair.html", shown, status=UNPROCESSABLE if error else 200)


def _phones_page(request: Request, error: FormError | None = None) -> HttpResponse:
    opened, code, out = door(), open_code(request.actor), forms.device_in(request.GET)
    shown = {
        "door": opened,
        "code": _shown_code(code, opened) if code and opened else None,
        "devices": devices_of(request.actor),
        "out": revoked_device(request.actor, out) if out else None,
        "error": error,
    }
    return render(request, "accounts/phones.html", shown, status=UNPROCESSABLE if error else 200)


def _shown_code(code: PairingCode, opened: Door) -> dict[str, Any]:
    return {"spoken": qr.spoken(code), "svg": qr.as_svg(qr.address_of(code, opened)), "made": code}
