"""The progress app: what was done, by day."""

from django.apps import AppConfig


class ProgressConfig(AppConfig):
    """Pages over the log; it stores nothing."""

    name = "handrail.web.progress"
