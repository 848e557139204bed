"""Who owns a row of the health database, and which devices speak for them."""

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


class Kind(models.TextChoices):
    """Whose device it is."""

    OWN = "own"
    HELPER = "helper"


class PairingCode(models.Model):
    """A code that lets one device in, once. It is gone when used, over, or guessed at too often.

    It stands here as it is: whoever can read this row can read everything that it opens.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    owner = models.OneToOneField(Account, models.CASCADE, related_name="pairing_code")
    code = models.CharField(max_length=8)
    kind = models.CharField(max_length=10, choices=Kind)
    helps = models.CharField(max_length=40, blank=True)
    expires = models.DateTimeField()
    wrong_tries = models.PositiveSmallIntegerField(default=0)

    def __str__(self) -> str:
        return f"code for a device of {self.owner_id}"


class Device(models.Model):
    """A phone or another computer that was paired; its token is kept as a digest only.

    `helps` is what a helper calls the owner. `revoked` is when it was shut out.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    owner = models.ForeignKey(Account, models.CASCADE, related_name="devices")
    kind = models.CharField(max_length=10, choices=Kind)
    name = models.CharField(max_length=40)
    helps = models.CharField(max_length=40, blank=True)
    token_digest = models.CharField(max_length=64, unique=True)
    created = models.DateTimeField(auto_now_add=True)
    last_seen = models.DateTimeField()
    revoked = models.DateTimeField(null=True)

    class Meta:  # noqa: D106
        ordering = ["created", "id"]

    def __str__(self) -> str:
        return self.name


class Presence(models.Model):
    """A helper said on their device: I am here."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    owner = models.ForeignKey(Account, models.CASCADE, related_name="presences")
    device = models.ForeignKey(Device, models.CASCADE, related_name="presences")
    said = models.DateTimeField()

    class Meta:  # noqa: D106
        ordering = ["-said", "-id"]
        indexes = [models.Index(fields=["owner", "-said"], name="presence_newest")]

    def __str__(self) -> str:
        return f"here at {self.said}"
