"""Addresses of the pages that belong to no part."""

from django.urls import path

from handrail.web.common import views

urlpatterns = [
    path("healthz", views.healthz, name="healthz"),
    path("about/", views.about, name="about"),
    path("look/", views.choose_look, name="look"),
]
