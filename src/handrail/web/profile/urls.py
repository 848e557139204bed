"""Addresses of a person's own pages."""

from django.urls import path

urlpatterns: list[object] = []
