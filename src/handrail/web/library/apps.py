"""Library: every exercise, to read."""

from django.apps import AppConfig


class LibraryConfig(AppConfig):
    """Pages over the catalogue; it stores nothing."""

    name = "handrail.web.library"
