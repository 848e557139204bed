"""Pages that belong to no part: looks, About, the health check, and plain errors."""

from __future__ import annotations

import sys

from django.db import connections
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET

from handrail.web.common import look
from handrail.web.common.errors import not_now, refusal
from handrail.web.common.install import install_manifest, worker_source
from handrail.web.common.storage import in_words


@require_GET
def healthz(_request: HttpRequest) -> HttpResponse:
    """200 when both databases answer."""
    for connection in connections.all():
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    return HttpResponse("ok\n", content_type="text/plain")


@require_GET
def about(request: HttpRequest) -> HttpResponse:
    """What this is, what it is not, where its knowledge comes from, and where data live."""
    return render(request, "common/about.html")


@require_GET
def service_worker(_request: HttpRequest) -> HttpResponse:
    """The worker that keeps pages at hand, with the list of what belongs to this version."""
    return HttpResponse(
        worker_source(), content_type="text/javascript", headers={"Cache-Control": "no-cache"}
    )


@require_GET
def web_manifest(_request: HttpRequest) -> HttpResponse:
    """What a phone asks before it puts Handrail on its first screen."""
    return JsonResponse(install_manifest(), content_type="application/manifest+json")


@require_GET
def offline(request: HttpRequest) -> HttpResponse:
    """The page for when there is no connection: the sessions that this device keeps."""
    return render(request, "common/offline.html")


def choose_look(request: HttpRequest) -> HttpResponse:
    """Choose the theme and the size of the text."""
    if request.method != "POST":
        return render(request, "common/look.html", {"back": request.headers.get("Referer", "/")})
    back = request.POST.get("back", "/")
    response = redirect(back if url_has_allowed_host_and_scheme(back, request.get_host()) else "/")
    look.keep(response, request)
    return response


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001  Django names it
    """400, said plainly."""
    return refusal(request, 400, "What you sent could not be read.", "Go back and try again.")


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001  Django names it
    """403, said plainly."""
    return refusal(request, 403, "This may not be done from here.", "Go back to Today.")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001  Django names it
    """404, said plainly."""
    return refusal(
        request, 404, "There is nothing at this address.", "It may have moved, or have been taken away."
    )


def server_error(request: HttpRequest) -> HttpResponse:
    """500, said plainly; 503 when a database could not even say who asks."""
    storage = in_words(sys.exc_info()[1])
    if storage is not None:
        return not_now(request, storage)
    return refusal(
        request,
        500,
        "Something in Handrail broke.",
        "Try once more. If it breaks again, start Handrail anew.",
    )
