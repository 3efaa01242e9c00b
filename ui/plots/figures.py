"""What the charts of an answer show, and the same as a table: intervals, bands, spreads, curves and a heat map."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias, assert_never

from reception_sim.recording import Times
from reception_sim.reports.wording import NOTHING, duration
from reception_sim.scenario.quantities import HOUR, MINUTE
from reception_sim.translation import tr
from ui.plots.content import ReferenceLine
from ui.plots.wall_clock import moment_text


@dataclass(frozen=True)
class Interval:
    """A value, and between which values it lies with the stated confidence; *colour* is a series of the theme."""

    label: str
    value: float
    low: float
    high: float
    colour: int = 0


@dataclass(frozen=True)
class IntervalChart:
    """One row a value, a dot with whiskers; with *bars* each row is a bar from zero (a tornado)."""

    title: str
    unit: str
    intervals: tuple[Interval, ...]
    lines: tuple[ReferenceLine, ...] = ()
    bars: bool = False


@dataclass(frozen=True)
class TimeBand:
    """A course over time: the median of the runs, and between which values nine tenths of them lie."""

    name: str
    low: Times
    median: Times
    high: Times


@dataclass(frozen=True)
class BandChart:
    """Bands over *time* (wall-clock seconds), one an alternative."""

    title: str
    unit: str
    time: Times
    bands: tuple[TimeBand, ...]
    lines: tuple[ReferenceLine, ...] = ()


@dataclass(frozen=True)
class Spread:
    """The values of single runs."""

    label: str
    values: tuple[float, ...]


@dataclass(frozen=True)
class SpreadChart:
    """How the runs of each alternative are spread: a dot a run, a box over their middle half."""

    title: str
    unit: str
    spreads: tuple[Spread, ...]
    lines: tuple[ReferenceLine, ...] = ()


@dataclass(frozen=True)
class CurvePoint:
    """A point of a curve with its interval; a *label* stands beside it."""

    x: float
    value: float
    low: float
    high: float
    label: str = ""


@dataclass(frozen=True)
class Curve:
    """Points in the order of x, joined by a line where *joined*."""

    name: str
    points: tuple[CurvePoint, ...]
    joined: bool = True


@dataclass(frozen=True)
class CurveChart:
    """Values against another quantity, called *across*; *lines* lie across, *marks* stand upright.

    The axis of the values begins at zero unless *from_zero* says that they are factors, of which zero tells nothing.
    """

    title: str
    across: str
    unit: str
    curves: tuple[Curve, ...]
    lines: tuple[ReferenceLine, ...] = ()
    marks: tuple[ReferenceLine, ...] = ()
    from_zero: bool = True


@dataclass(frozen=True)
class HeatChart:
    """A value for each pair of two quantities, called *across* and *down*; *values* has a row for each of *rows*."""

    title: str
    unit: str
    across: str
    down: str
    columns: tuple[str, ...]
    rows: tuple[str, ...]
    values: tuple[tuple[float, ...], ...]


Figure: TypeAlias = IntervalChart | BandChart | SpreadChart | CurveChart | HeatChart


def headings(figure: Figure) -> list[str]:
    """Return what stands above each column of a figure's table."""
    match figure:
        case IntervalChart():
            return [tr("What"), _with_unit(tr("Value"), figure.unit), tr("From"), tr("To")]
        case BandChart():
            return [tr("Local time"), *(heading for band in figure.bands for heading in _band_headings(band, figure))]
        case SpreadChart():
            return [tr("Alternative"), tr("Run"), _with_unit(tr("Value"), figure.unit)]
        case CurveChart():
            return [tr("Curve"), figure.across, _with_unit(tr("Value"), figure.unit), tr("From"), tr("To"), tr("Which")]
        case HeatChart():
            return [f"{figure.down} \\ {figure.across}", *figure.columns]
        case _:
            assert_never(figure)


def rows(figure: Figure) -> list[list[str]]:
    """Return the rows of a figure's table, as text."""
    match figure:
        case IntervalChart():
            return [[one.label, *_numbers(one.value, one.low, one.high)] for one in figure.intervals]
        case BandChart():
            return list(_band_rows(figure))
        case SpreadChart():
            return [
                [spread.label, str(number), number_text(value)]
                for spread in figure.spreads
                for number, value in enumerate(spread.values)
            ]
        case CurveChart():
            return [
                [curve.name, *_numbers(point.x, point.value, point.low, point.high), point.label]
                for curve in figure.curves
                for point in curve.points
            ]
        case HeatChart():
            named = zip(figure.rows, figure.values, strict=True)
            return [[name, *(number_text(value) for value in values)] for name, values in named]
        case _:
            assert_never(figure)


def is_empty(figure: Figure) -> bool:
    """Return whether there is nothing to draw yet."""
    return not rows(figure)


def number_text(value: float) -> str:
    """Write a number with three digits that matter: 0.127, 12.7, 1,273; a dash where there is none."""
    if value != value:  # noqa: PLR0124 - NaN
        return NOTHING
    if value in (float("inf"), -float("inf")):
        return "\N{INFINITY}" if value > 0 else "\N{MINUS SIGN}\N{INFINITY}"
    decimals = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2 if abs(value) >= 1 else 3
    text = f"{value:,.{decimals}f}"
    short = text.rstrip("0").rstrip(".") if decimals else text
    return short.replace("-", "\N{MINUS SIGN}") if short != "-0" else "0"


def amount_text(value: float, unit: str) -> str:
    """Write a value as a sentence would: a time as 3 h 16 min, anything else as a number."""
    seconds = {tr("hours"): HOUR, tr("minutes"): MINUTE}.get(unit)
    if seconds is None or not math.isfinite(value):
        return number_text(value)
    return duration(value * seconds)


def _numbers(*values: float) -> list[str]:
    return [number_text(value) for value in values]


def _with_unit(name: str, unit: str) -> str:
    return tr("{series} ({unit})", series=name, unit=unit) if unit else name


def _band_headings(band: TimeBand, figure: BandChart) -> tuple[str, str, str]:
    return (
        tr("{name}, one run in twenty below", name=band.name),
        _with_unit(band.name, figure.unit),
        tr("{name}, one run in twenty above", name=band.name),
    )


def _band_rows(figure: BandChart) -> Iterator[list[str]]:
    for row, time in enumerate(figure.time.tolist()):
        values = [float(course[row]) for band in figure.bands for course in (band.low, band.median, band.high)]
        yield [moment_text(time), *(number_text(value) for value in values)]
