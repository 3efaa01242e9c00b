"""Differences with their intervals as SVG: a row each, a dot with whiskers, against a line at zero."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from reception_sim.reports import svg
from reception_sim.reports.axes import Axis, nice_ticks

_LABELS: Final = 300.0
_RIGHT: Final = 24.0
_ROW: Final = 26.0
_TOP: Final = 14.0
_BOTTOM: Final = 44.0
_LETTERS: Final = 40
_WHISKER: Final = 5.0
_DOT: Final = 4.0


@dataclass(frozen=True)
class Row:
    """A value and between which values it lies; what is not finite is drawn to the edge."""

    label: str
    value: float
    low: float
    high: float


def draw_intervals(rows: Sequence[Row], unit: str, width: float = 760) -> str:
    """Return the rows as a picture, the first on top; *unit* stands below the axis."""
    height = _TOP + _ROW * len(rows) + _BOTTOM
    ends = [abs(value) for row in rows for value in (row.low, row.value, row.high) if math.isfinite(value)]
    widest = max(ends, default=1.0)
    ticks = nice_ticks(widest or 1.0, 4)
    axis = Axis(-ticks[-1], ticks[-1], _LABELS, width - _RIGHT)
    bottom = height - _BOTTOM
    parts = [*_grid(ticks, axis, bottom), svg.text((axis.at(0.0), height - 6), unit, anchor="middle", tone="quiet")]
    for place, row in enumerate(rows):
        parts += _row(row, axis, _TOP + (place + 0.5) * _ROW)
    return svg.canvas(width, height, parts)


def _grid(ticks: Sequence[float], axis: Axis, bottom: float) -> list[str]:
    parts = []
    for value in sorted({*ticks, *(-tick for tick in ticks)}):
        x = axis.at(value)
        parts += [
            svg.line((x, _TOP), (x, bottom), "grid" if value else "ink"),
            svg.text((x, bottom + 18), f"{value:,g}".replace("-", "\N{MINUS SIGN}"), anchor="middle", tone="quiet"),
        ]
    return parts


def _row(row: Row, axis: Axis, y: float) -> list[str]:
    def x(value: float) -> float:
        return axis.at(min(max(value, axis.first), axis.last))

    label = row.label if len(row.label) <= _LETTERS else f"{row.label[: _LETTERS - 1]}…"
    parts = [svg.text((_LABELS - 12, y + 4), label, anchor="end")]
    if math.isnan(row.value):
        return parts
    ends = [(x(row.low), row.low), (x(row.high), row.high)]
    parts.append(svg.course([(ends[0][0], y), (ends[1][0], y)], 0))
    parts += [svg.course([(at, y - _WHISKER), (at, y + _WHISKER)], 0) for at, end in ends if math.isfinite(end)]
    middle = x(row.value)
    around = [(middle - _DOT, y), (middle, y - _DOT), (middle + _DOT, y), (middle, y + _DOT), (middle - _DOT, y)]
    return [*parts, svg.course(around, 0)]
