"""Addresses of sessions and of the log that devices send."""

from datetime import date

from django.urls import path, register_converter

from handrail.web.practice import views


class Day:
    """A day in an address, such as 2026-11-24."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> date:
        """The day; Django answers 404 for one that no calendar has."""
        return date.fromisoformat(value)

    def to_url(self, value: date) -> str:
        """The day as it stands in an address."""
        return value.isoformat()


register_converter(Day, "day")

urlpatterns = [
    path("session/<day:day>/<int:moment>/", views.session, name="session"),
    path("session/<day:day>/<int:moment>/kept/", views.kept_session, name="kept-session"),
    path("game/", views.game, name="game"),
    path("api/week/", views.week, name="week"),
    path("api/check-ins/", views.check_ins, name="check-ins"),
    path("after/", views.after, name="after"),
    path("after/remind/", views.remind, name="remind"),
    path("after/remind-no-more/", views.remind_no_more, name="remind-no-more"),
    path("api/logs/", views.logs, name="logs"),
    path("api/notes/", views.notes, name="notes"),
]
