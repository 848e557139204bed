"""Pages for what went wrong: what happened, that nothing was lost, and the way on."""

from __future__ import annotations

from collections.abc import Callable

from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.template.loader import render_to_string

from handrail.errors import HandrailError, InputError, StorageError
from handrail.web.common.storage import in_words

UNAVAILABLE = 503
RETRY_AFTER_S = "10"
SEND_AGAIN = (
    "Nothing was half-written. Keep what you have, free some space if the disk is full, and send it again."
)


def refusal(request: HttpRequest, status: int, what: str, way_out: str) -> HttpResponse:
    """A page that says what happened and the way on."""
    said = {"what": what, "way_out": way_out, "status": status}
    return HttpResponse(render_to_string("common/error.html", said, request), status=status)


def not_now(request: HttpRequest, error: StorageError) -> HttpResponse:
    """The answer while a database cannot write: come back later, for a page and for a program."""
    response = (
        JsonResponse({"error": f"{error.what} {SEND_AGAIN}"}, status=UNAVAILABLE)
        if request.path.startswith("/api/")
        else refusal(request, UNAVAILABLE, error.what, error.way_out)
    )
    response.headers["Retry-After"] = RETRY_AFTER_S
    return response


class Sentences:
    """Middleware: a :class:`~handrail.errors.HandrailError` that reaches it becomes a page of its two sentences."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Go on; only exceptions matter here."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Answer for errors we know how to say; leave bugs to fail."""
        storage = in_words(error)
        if storage is not None:
            return not_now(request, storage)
        if isinstance(error, HandrailError):
            return refusal(request, 422 if isinstance(error, InputError) else 500, error.what, error.way_out)
        if isinstance(error, RequestDataTooBig):
            return refusal(request, 413, "What you sent is too big to read.", "Send less at a time.")
        if isinstance(error, SuspiciousOperation):
            return refusal(request, 400, "What you sent could not be read.", "Go back and try again.")
        return None
