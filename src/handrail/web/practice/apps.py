"""The practice app: sessions being done, and the log of what was done."""

from django.apps import AppConfig


class PracticeConfig(AppConfig):
    """Sessions and logs, in the health database."""

    name = "handrail.web.practice"
