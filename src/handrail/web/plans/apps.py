"""The plans app: today, the week, and routines made mine."""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    """Plans and routines, in the health database."""

    name = "handrail.web.plans"
