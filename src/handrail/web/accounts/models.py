"""Who owns a row of the health database."""

from __future__ import annotations

from django.db import models
from uuid6 import uuid7


class Account(models.Model):
    """Somebody whose data these are.

    Every health row points here with ``on_delete=CASCADE``, so deleting an account erases
    all that belongs to it.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    created = models.DateTimeField(auto_now_add=True)
    is_local = models.BooleanField(null=True, unique=True, default=None)

    def __str__(self) -> str:
        return str(self.id)
