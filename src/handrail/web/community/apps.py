"""The community app: questions, posts and the cards read from them."""

from django.apps import AppConfig


class CommunityConfig(AppConfig):
    """Lives in the ``community`` database and knows nothing about anybody's health."""

    name = "handrail.web.community"
    label = "community"
