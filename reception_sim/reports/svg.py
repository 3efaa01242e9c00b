"""The few SVG elements that charts and pictures are made of, with colours that work in print and on any screen.

Colours stand as attributes, for print; each element also has a class by which a dark page gives it another colour.
"""

import math
from collections.abc import Sequence
from html import escape
from typing import Final

from reception_sim.spreadsheets.office_files import writable

INK: Final = "#222222"
QUIET: Final = "#5f6368"
GRID: Final = "#e3e5e8"
PAPER: Final = "#ffffff"
FONT_SIZE: Final = 13.0
FONT: Final = "Libertinus Serif"

# Of Okabe-Ito, those that stand out from white by 3:1 at least; a dark page has others under the same class.
SERIES: Final = ("#0072B2", "#D55E00", "#007A5A", "#A8568A")

Point = tuple[float, float]


def canvas(width: float, height: float, parts: Sequence[str]) -> str:
    """Return a whole picture."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" '
        f'width="{width:g}" height="{height:g}" font-family="{FONT}" font-size="{FONT_SIZE:g}">'
        f"{''.join(parts)}</svg>"
    )


def text(at: Point, words: str, *, anchor: str = "start", tone: str = "ink", size: float = FONT_SIZE) -> str:
    """Return a line of text; *tone* is ink, quiet or the class of a series."""
    return (
        f'<text class="{tone}" x="{at[0]:.1f}" y="{at[1]:.1f}" text-anchor="{anchor}" '
        f'font-size="{size:g}" fill="{_colour(tone)}">{escape(writable(words))}</text>'
    )


def line(start: Point, end: Point, tone: str = "grid", *, dashed: bool = False) -> str:
    """Return a straight thin line."""
    dash = ' stroke-dasharray="6 4"' if dashed else ""
    return (
        f'<line class="{tone}-stroke" x1="{start[0]:.1f}" y1="{start[1]:.1f}" x2="{end[0]:.1f}" '
        f'y2="{end[1]:.1f}" stroke="{_colour(tone)}" stroke-width="1"{dash}/>'
    )


def course(points: Sequence[Point], series: int, dash: str = "") -> str:
    """Return a thick line through *points* in the colour of a series."""
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<path class="series-{series}-stroke" d="{_path(points)}" fill="none" '
        f'stroke="{SERIES[series]}" stroke-width="1.8" stroke-linejoin="round"{dashes}/>'
    )


def area(points: Sequence[Point], series: int) -> str:
    """Return a pale area within *points* in the colour of a series."""
    return f'<path class="series-{series}" d="{_path(points)}Z" fill="{SERIES[series]}" fill-opacity="0.22"/>'


def box(corner: Point, size: Point, tone: str, *, radius: float = 4, dashed: bool = False) -> str:
    """Return a white box with a coloured edge."""
    dash = ' stroke-dasharray="5 3"' if dashed else ""
    return (
        f'<rect class="paper {tone}-stroke" x="{corner[0]:.1f}" y="{corner[1]:.1f}" width="{size[0]:.1f}" '
        f'height="{size[1]:.1f}" rx="{radius:g}" fill="{PAPER}" stroke="{_colour(tone)}" stroke-width="1.5"{dash}/>'
    )


def arrow(points: Sequence[Point], dash: str = "") -> str:
    """Return a curve from the first to the last of four points, with a head at its end."""
    (x1, y1), (x2, y2), (x3, y3) = points[1:]
    length = max(math.hypot(x3 - x2, y3 - y2), 1.0)
    along, across = ((x3 - x2) / length, (y3 - y2) / length), ((y2 - y3) / length, (x3 - x2) / length)
    neck = (x3 - 7 * along[0], y3 - 7 * along[1])
    head = [(x3, y3), *((neck[0] + side * across[0], neck[1] + side * across[1]) for side in (-3.5, 3.5))]
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<path class="quiet-stroke" d="M{points[0][0]:.1f} {points[0][1]:.1f}'
        f'C{x1:.1f} {y1:.1f} {x2:.1f} {y2:.1f} {neck[0]:.1f} {neck[1]:.1f}" '
        f'fill="none" stroke="{QUIET}" stroke-width="1.3"{dashes}/>'
        f'<path class="quiet" d="{_path(head)}Z" fill="{QUIET}"/>'
    )


def _path(points: Sequence[Point]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)


def _colour(tone: str) -> str:
    plain = {"ink": INK, "quiet": QUIET, "grid": GRID}
    return plain.get(tone) or SERIES[int(tone.removeprefix("series-"))]
