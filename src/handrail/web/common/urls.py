"""Addresses of the pages that belong to no part."""

from django.urls import path

from handrail.web.common import views

urlpatterns = [
    path("healthz", views.healthz, name="healthz"),
    path("sw.js", views.service_worker, name="service-worker"),
    path("manifest.webmanifest", views.web_manifest, name="web-manifest"),
    path("offline/", views.offline, name="offline"),
    path("about/", views.about, name="about"),
    path("look/", views.choose_look, name="look"),
]
