"""The progress app: what was done, by day, falls, and ladders."""

from django.apps import AppConfig


class ProgressConfig(AppConfig):
    """Pages over the log; what it stores is an aim and the falls written down by hand."""

    name = "handrail.web.progress"
