"""Common: what every page shares."""

from django.apps import AppConfig


class CommonConfig(AppConfig):
    """Looks, assets, plain error pages, the health check and the About page."""

    name = "handrail.web.common"
