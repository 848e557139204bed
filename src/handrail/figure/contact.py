"""A contact sheet of every figure, to look at: ``python -m handrail.figure.contact FILE.html``."""

from __future__ import annotations

import sys
from html import escape
from pathlib import Path

from handrail.catalogue.loader import load_catalogue
from handrail.catalogue.model import Catalogue
from handrail.figure.draw import still
from handrail.figure.files import has_figure

PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>All figures</title>
<style>body{{font:14px sans-serif}}main{{display:flex;flex-wrap:wrap;gap:16px}}
figure{{margin:0}}svg{{height:300px;width:auto;max-width:600px}}</style><main>{cells}</main></html>
"""


def contact_sheet(catalogue: Catalogue) -> str:
    """All drawn exercises on one page of HTML, 300 px high, each with its slug."""
    drawn = (exercise for exercise in catalogue if has_figure(exercise))
    cells = (
        f"<figure>{still(exercise)}<figcaption>{escape(exercise.slug)}</figcaption></figure>"
        for exercise in drawn
    )
    return PAGE.format(cells="".join(cells))


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(contact_sheet(load_catalogue()), encoding="utf-8")
    sys.stdout.write(f"{target} holds every figure.\n")
