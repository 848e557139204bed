"""Addresses of a person's own pages."""

urlpatterns: list[object] = []
