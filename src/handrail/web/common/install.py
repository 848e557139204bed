"""What makes Handrail an app of a phone: its manifest, and the worker that keeps it at hand offline."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.urls import reverse

from handrail.web.common.assets import asset_url, manifest

ICON_SIZES = (192, 512)
OFFLINE = Path(__file__).with_name("templates") / "common" / "offline.html"
PAPER, INK = "#faf5ec", "#12504c"


def install_manifest() -> dict[str, Any]:
    """The web app manifest."""
    icons = [
        {
            "src": asset_url(f"icon-{size}.png"),
            "sizes": f"{size}x{size}",
            "type": "image/png",
            "purpose": purpose,
        }
        for size in ICON_SIZES
        for purpose in ("any", "maskable")
    ]
    return {
        "name": "Handrail",
        "short_name": "Handrail",
        "description": "Something solid to hold on to.",
        "id": "/",
        "start_url": reverse("today"),
        "scope": "/",
        "display": "standalone",
        "background_color": PAPER,
        "theme_color": INK,
        "icons": icons,
    }


@cache
def worker_source() -> str:
    """The service worker, headed by what it keeps; any change to that is a new version."""
    built = sorted(name for plain, name in manifest().items() if plain != "worker.js")
    kept = [*(f"{settings.STATIC_URL}{name}" for name in built), reverse("offline")]
    digest = hashlib.sha256("".join([*kept, OFFLINE.read_text(encoding="utf-8")]).encode()).hexdigest()
    source = (Path(settings.STATIC_ROOT) / manifest()["worker.js"]).read_text(encoding="utf-8")
    return f"self.HANDRAIL={json.dumps({'version': digest[:12], 'files': kept})};\n{source}"
