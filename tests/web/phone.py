"""A phone in the home network, as the server sees it, and the door it comes in by."""

from __future__ import annotations

from typing import Any

from django.test import Client

from handrail.web.common.door import Door

ADDRESS = "192.168.1.5"
AT_HOME = Door(f"https://{ADDRESS}/", (ADDRESS, "kitchen.local"), b"a root", "AB:CD")
IN_PUBLIC = Door("https://handrail.example.org/", ("handrail.example.org",), is_public=True)


class Phone:
    """Asks over TLS from another address."""

    def __init__(self, host: str = ADDRESS, remote: str = "192.168.1.20") -> None:
        self.client = Client(headers={"Host": host}, REMOTE_ADDR=remote)

    def asks(self, path: str, method: str = "GET", *, secure: bool = True, **headers: str) -> Any:
        return self.client.generic(method, path, secure=secure, headers=headers)

    def sends(self, path: str, data: dict[str, str] | None = None, **headers: str) -> Any:
        return self.client.post(path, data or {}, secure=True, headers=headers)

    def pairs(self, code: str, name: str = "Shelf") -> Any:
        return self.sends("/pair/", {"code": code, "name": name})
