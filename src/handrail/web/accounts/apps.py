"""Accounts: who acts."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """One local person in this version."""

    name = "handrail.web.accounts"
