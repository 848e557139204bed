"""Says who acts: in this version, always the one person of this computer."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpResponseBase

from handrail.web.accounts.models import Account
from handrail.web.accounts.requests import Actor, Request


def actor(get_response: Callable[[Request], HttpResponseBase]) -> Callable[[Request], HttpResponseBase]:
    """Put the acting person on the request; the first request of all makes their account."""

    def middleware(request: Request) -> HttpResponseBase:
        request.actor = local_actor()
        return get_response(request)

    return middleware


def local_actor() -> Actor:
    """The one person of this computer."""
    account, _ = Account.objects.only("id").get_or_create(is_local=True)
    return Actor(account.id)
