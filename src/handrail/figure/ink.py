"""What the tones of a figure look like: a class for pages, and a colour for everywhere else.

The fills alone read well on the plate, in a light page and in a dark one.
"""

from __future__ import annotations

OUTLINE = "#26323a"
ACCENT = "#a8400f"
PLATE = "#f5f2eb"
FLOOR = "#e8e2d4"
CORD = "#7a2f62"

CLASSES = {
    "shirt": "fig-shirt",
    "sleeve": "fig-shirt",
    "trousers": "fig-trousers",
    "skin": "fig-skin",
    "hair": "fig-hair",
    "shoe": "fig-shoe",
}
PERSON = {
    "shirt": "#2f7f86",
    "sleeve": "#3f9198",
    "trousers": "#5a6780",
    "skin": "#d9a47c",
    "hair": "#5b4a40",
    "shoe": "#343b43",
}
PERSON_FAR = PERSON | {"sleeve": "#8dbcc0", "trousers": "#98a2b4", "skin": "#e8cdb6", "shoe": "#7d838a"}
WORKING = {"trousers": "#e39a3c", "sleeve": "#e39a3c", "shirt": "#e39a3c"}
WORKING_FAR = {"trousers": "#efc78e", "sleeve": "#efc78e"}
HELPER = {
    "shirt": "#cfc4dc",
    "sleeve": "#dcd3e6",
    "trousers": "#a99bb8",
    "skin": "#b5835f",
    "hair": "#2e2a2b",
    "shoe": "#5c5566",
}

# Each prop tone has a light top, a face towards the viewer and a face to the side.
PROPS = {
    "wood": ("#dcc7a3", "#c9b08a", "#b79c74"),
    "top": ("#efe3cd", "#d8c5a4", "#c4ae8a"),
    "metal": ("#b9c0c6", "#a3abb2", "#8f989f"),
    "wall": ("#e3ddd0", "#d8d1c2", "#cdc5b4"),
    "wall_far": ("#dad3c4", "#d2cabb", "#c8bfae"),
    "cloth": ("#e3e9ee", "#cdd7df", "#b7c4ce"),
    "mat": ("#b7cdb9", "#a2bba5", "#8fa992"),
    "foam": ("#a9c7e0", "#8fb2d0", "#7a9fbf"),
    "step": ("#e8b96a", "#d6a352", "#c28f40"),
    "ball": ("#c77f8a", "#c77f8a", "#c77f8a"),
}
