"""Every app's addresses. Errors nobody expected get a page of their own."""

from django.urls import include, path

urlpatterns = [
    path("", include("handrail.web.common.urls")),
    path("", include("handrail.web.accounts.urls")),
    path("", include("handrail.web.library.urls")),
    path("", include("handrail.web.profile.urls")),
    path("", include("handrail.web.community.urls")),
    path("", include("handrail.web.plans.urls")),
    path("", include("handrail.web.practice.urls")),
    path("", include("handrail.web.progress.urls")),
]

handler400 = "handrail.web.common.views.bad_request"
handler403 = "handrail.web.common.views.forbidden"
handler404 = "handrail.web.common.views.not_found"
handler500 = "handrail.web.common.views.server_error"
