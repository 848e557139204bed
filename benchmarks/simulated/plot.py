"""Two lines over the weeks, as a picture that needs no colour."""

from __future__ import annotations

from collections.abc import Sequence

WIDTH, HEIGHT = 640, 360
LEFT, RIGHT, TOP, BOTTOM = 60, 150, 40, 50
LINE_HEIGHT = 18
GRID_EVERY, WEEKS_EVERY = 20, 4
HEAD = f"""\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" font-family="sans-serif"
 font-size="14" fill="#222">
<title>Balance minutes a week: planned each week, and the first week repeated</title>
<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>"""


def plot(planned: Sequence[float], static: Sequence[float]) -> str:
    """The SVG: balance minutes a week in both arms."""
    top = max(*planned, *static) + GRID_EVERY
    ends = [(planned[-1], "planned each week"), (static[-1], "first week repeated")]
    parts = [
        HEAD,
        *_grid(top, len(planned)),
        _line(planned, top, ""),
        _line(static, top, ' stroke-dasharray="7 5"'),
        *(_text(_x(len(planned) - 1, len(planned)) + 8, y, label) for y, label in _apart(ends, top)),
        _text(LEFT, 22, "Balance minutes done in a week, median of the simulated people"),
        _text((LEFT + WIDTH - RIGHT) / 2 - 16, HEIGHT - 10, "week"),
        "</svg>\n",
    ]
    return "\n".join(parts)


def _apart(ends: Sequence[tuple[float, str]], top: float) -> list[tuple[float, str]]:
    """Labels beside the ends of their lines, far enough apart to read."""
    placed: list[tuple[float, str]] = []
    for value, label in sorted(ends, reverse=True):
        lowest = placed[-1][0] + LINE_HEIGHT if placed else 0.0
        placed.append((max(_y(value, top) + 5, lowest), label))
    return placed


def _grid(top: float, weeks: int) -> list[str]:
    parts = []
    for minutes in range(0, int(top) + 1, GRID_EVERY):
        y = _y(minutes, top)
        parts.append(f'<path d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}" stroke="#ccc"/>')
        parts.append(_text(LEFT - 8, y + 5, str(minutes), ' text-anchor="end"'))
    shown = [1, *range(WEEKS_EVERY, weeks + 1, WEEKS_EVERY)]
    under = HEIGHT - BOTTOM + 20
    return parts + [_text(_x(week - 1, weeks), under, str(week), ' text-anchor="middle"') for week in shown]


def _line(values: Sequence[float], top: float, dash: str) -> str:
    points = " ".join(f"{_x(at, len(values)):.1f},{_y(value, top):.1f}" for at, value in enumerate(values))
    return f'<polyline points="{points}" fill="none" stroke="#222" stroke-width="2.5"{dash}/>'


def _text(x: float, y: float, words: str, more: str = "") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}"{more}>{words}</text>'


def _x(at: int, weeks: int) -> float:
    return LEFT + at * (WIDTH - LEFT - RIGHT) / (weeks - 1)


def _y(value: float, top: float) -> float:
    return HEIGHT - BOTTOM - value * (HEIGHT - TOP - BOTTOM) / top
