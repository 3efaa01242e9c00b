"""Charts of a course over calendar time, as SVG: axes with units, named reference lines, bands of the replications."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from reception_sim.recording import Times
from reception_sim.reports import svg
from reception_sim.reports.axes import Axis, calendar_ticks, nice_ticks
from reception_sim.scenario.calendar import Calendar

_LEFT: Final = 62.0
_TOP: Final = 26.0
_BOTTOM: Final = 40.0
_LINE_HEIGHT: Final = 16.0
_MARK_ROWS: Final = 4
_WIDE: Final = 500.0
_DASHES: Final = ("", "7 3", "2 3", "9 3 2 3")


@dataclass(frozen=True)
class Course:
    """One line of a chart; *low* and *high* bound the band around it, None without one."""

    name: str
    values: Times
    low: Times | None = None
    high: Times | None = None


@dataclass(frozen=True)
class Limit:
    """A named horizontal line."""

    name: str
    value: float


@dataclass(frozen=True)
class Mark:
    """A moment (s since the start) on a chart, with the short word that stands above it."""

    time: float
    word: str


@dataclass(frozen=True)
class TimeChart:
    """What a chart shows: courses over *time* (s since the start) in one unit, with limits and moments that matter."""

    time: Times
    courses: tuple[Course, ...]
    limits: tuple[Limit, ...]
    unit: str
    calendar: Calendar
    marks: tuple[Mark, ...] = ()


def draw(chart: TimeChart, width: float = 760, height: float = 280) -> str:
    """Return a chart as SVG; names stand beside the lines' ends, apart from each other."""
    plot = _Plot(chart, width, height)
    return svg.canvas(
        width, height, [*plot.grid(), *plot.limits(), *plot.marks(), *plot.bands(), *plot.courses(), *plot.names()]
    )


class _Plot:
    """A chart's geometry: where each moment and each value stand."""

    def __init__(self, chart: TimeChart, width: float, height: float) -> None:
        self._chart = chart
        # charts of one width stand below each other, so their axes end alike; a narrow one names its lines inside
        self._inside = width < _WIDE
        right = width - (14.0 if self._inside else 170.0)
        end = max(float(chart.time[-1]), 1.0)
        self._across = Axis(0, end, _LEFT, right)
        self._values = nice_ticks(_highest(chart), 5)
        self._up = Axis(0, self._values[-1], height - _BOTTOM, _TOP)

    def grid(self) -> list[str]:
        left, right = self._across.from_, self._across.to
        parts = [svg.text((4, 14), self._chart.unit, tone="quiet")]
        for value in self._values:
            y = self._up.at(value)
            parts += [
                svg.line((left, y), (right, y)),
                svg.text((left - 8, y + 4), f"{value:,g}", anchor="end", tone="quiet"),
            ]
        return parts + self._moments()

    def _moments(self) -> list[str]:
        bottom = self._up.from_
        parts = []
        room = round((self._across.to - self._across.from_) / 62)
        for moment, words in calendar_ticks(self._chart.calendar, self._across.last, room):
            x = self._across.at(moment)
            parts += [
                svg.line((x, bottom), (x, bottom + 5), "quiet"),
                svg.text((x, bottom + 20), words, anchor="middle", tone="quiet"),
            ]
        return parts

    def limits(self) -> list[str]:
        left, right = self._across.from_, self._across.to
        return [
            svg.line((left, self._up.at(limit.value)), (right, self._up.at(limit.value)), "ink", dashed=True)
            for limit in self._chart.limits
        ]

    def marks(self) -> list[str]:
        """Return a line for each marked moment; of words that would lie on each other the later ones stand lower."""
        parts, ends = [], [-math.inf] * _MARK_ROWS
        for mark in sorted(self._chart.marks, key=lambda one: one.time):
            x = self._across.at(min(max(mark.time, 0.0), self._across.last))
            width = 7.0 * len(mark.word) + 4
            row = next((place for place, end in enumerate(ends) if end <= x - width / 2), _MARK_ROWS - 1)
            ends[row] = x + width / 2
            y = _TOP - 12 + row * 13
            parts += [
                svg.line((x, y + 3), (x, self._up.from_), "quiet", dashed=True),
                svg.text((x, y), mark.word, anchor="middle", tone="ink", size=11),
            ]
        return parts

    def bands(self) -> list[str]:
        return [
            svg.area([*self._points(course.high), *reversed(self._points(course.low))], place % len(svg.SERIES))
            for place, course in enumerate(self._chart.courses)
            if course.low is not None and course.high is not None
        ]

    def courses(self) -> list[str]:
        return [
            svg.course(self._points(course.values), place % len(svg.SERIES), _DASHES[place % len(_DASHES)])
            for place, course in enumerate(self._chart.courses)
        ]

    def names(self) -> list[str]:
        """Return the names of the lines, moved apart where they would lie on each other."""
        named = [(self._up.at(limit.value), limit.name, "ink") for limit in self._chart.limits]
        if len(self._chart.courses) > 1:
            named += [
                (self._up.at(float(course.values[-1])), course.name, f"series-{place % len(svg.SERIES)}")
                for place, course in enumerate(self._chart.courses)
            ]
        named.sort()
        heights = _apart([y for y, _, _ in named], self._up.from_ + 4)
        x = self._across.to
        parts = []
        for (y, name, tone), shown_at in zip(named, heights, strict=True):
            if self._inside:
                parts.append(svg.text((x, shown_at - 5), name, tone=tone, anchor="end"))
            else:
                parts.append(svg.line((x, y), (x + 10, shown_at), "quiet"))
                parts.append(svg.text((x + 14, shown_at + 4), name, tone=tone))
        return parts

    def _points(self, values: Times) -> list[svg.Point]:
        return [(self._across.at(x), self._up.at(y)) for x, y in zip(self._chart.time, values, strict=True)]


def _highest(chart: TimeChart) -> float:
    courses = [float(np.max(course.values if course.high is None else course.high)) for course in chart.courses]
    return max([*courses, *(limit.value for limit in chart.limits), 1.0])


def _apart(heights: Sequence[float], lowest: float) -> list[float]:
    """Return sorted heights moved so that each is a line's height from the next, and none is below *lowest*."""
    moved: list[float] = []
    for y in heights:
        moved.append(max(y, moved[-1] + _LINE_HEIGHT) if moved else y)
    for place in reversed(range(len(moved))):
        ceiling = lowest - (len(moved) - 1 - place) * _LINE_HEIGHT
        moved[place] = min(moved[place], ceiling)
    return moved
