"""Profile: what a person says about themselves, and how they are today."""

from django.apps import AppConfig


class ProfileConfig(AppConfig):
    """Answers, check-ins and kept cards, all in the health database."""

    name = "handrail.web.profile"
