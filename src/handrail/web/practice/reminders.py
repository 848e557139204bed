"""Sends the reminder two hours after a session: an empty message, so that no word about health leaves.

`requests` and `pywebpush` are imported only here, and only while something is sent.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from django.utils import timezone

from handrail.web.accounts.requests import Actor
from handrail.web.practice.actions import drop_subscription, note_reminded
from handrail.web.practice.after import SETTLES_WITHIN, Asks
from handrail.web.practice.models import AfterEvent, PushSubscription
from handrail.web.practice.push_keys import PushKeys
from handrail.web.practice.queries import open_questions_for

if TYPE_CHECKING:
    from requests import Session

TIMEOUT_S: Final = 10
WORTH_SENDING: Final = timedelta(hours=2)
"""How long a reminder makes sense once the two hours are over; a push service keeps it no longer either."""
WAKING: Final = range(7, 22)
GONE: Final = frozenset({404, 410})


@dataclass(slots=True)
class Sent:
    """How it went: messages a push service took, subscriptions that were gone, and what may be tried again."""

    taken: int = 0
    gone: int = 0
    failed: int = 0


def send_reminders(keys: PushKeys, session: Session, now: datetime) -> Sent:
    """Remind everybody who asked for it and has not answered, once a session; by night nobody."""
    sent = Sent()
    if timezone.localtime(now).hour not in WAKING:
        return sent
    for owner in PushSubscription.objects.order_by("owner").values_list("owner", flat=True).distinct():
        _remind(Actor(owner), keys, session, now, sent)
    return sent


def _remind(by: Actor, keys: PushKeys, session: Session, now: datetime, sent: Sent) -> None:
    due = [asks for asks in open_questions_for(by, now) if _is_due(asks, now)]
    if not due:
        return
    before = sent.taken
    for subscription in PushSubscription.objects.filter(owner=by.id):
        _send(by, subscription, keys, session, sent)
    if sent.taken > before:
        note_reminded(by=by, sessions=[asks.session for asks in due])


def _is_due(asks: Asks, now: datetime) -> bool:
    is_fresh = now <= asks.ended + SETTLES_WITHIN + WORTH_SENDING
    return asks.about == AfterEvent.About.TWO_HOURS and asks.is_due and not asks.reminded and is_fresh


def _send(by: Actor, subscription: PushSubscription, keys: PushKeys, session: Session, sent: Sent) -> None:
    status = _post(subscription.endpoint, keys, session)
    if status in GONE:
        drop_subscription(by=by, endpoint=subscription.endpoint)
        sent.gone += 1
    elif status is None:
        sent.failed += 1
    else:
        sent.taken += 1


def _post(endpoint: str, keys: PushKeys, session: Session) -> int | None:
    """The status of a message that was taken or whose subscription is gone; None where it may be tried again."""
    from pywebpush import WebPushException, webpush  # type: ignore[import-untyped]  # it ships no types
    from requests import RequestException

    try:
        answer = webpush(
            {"endpoint": endpoint},
            data=None,
            vapid_private_key=keys.private,
            vapid_claims={"sub": keys.contact},
            ttl=int(WORTH_SENDING.total_seconds()),
            timeout=TIMEOUT_S,
            requests_session=session,
        )
    except WebPushException as error:
        status = error.response.status_code if error.response is not None else None
        return status if status in GONE else None
    except (RequestException, OSError):
        return None
    return int(answer.status_code)
