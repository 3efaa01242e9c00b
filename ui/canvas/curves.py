"""How routes run between places: curves that go around what stands in their way and keep clear of one another."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

Points: TypeAlias = NDArray[np.float64]  # a row a point
Numbers: TypeAlias = NDArray[np.intp]

_SAMPLES: Final = 33
_KNOTS: Final = 65
_OFFSETS: Final = (0.0, -0.2, 0.2)  # of a side's length, from its middle
_SIDE: Final = 60.0  # px of a card's side that routes share
_CLEARANCE: Final = 10.0
_LANE: Final = 40.0  # px around the places that routes may use
_LIKELY: Final = 40  # candidates worth a closer look
_NEAR: Final = 11.0
_LEAST_REACH: Final = 28.0
_REACH: Final = 0.45  # of the way
_SHORT_REACH: Final = 55.0  # px, to stay within the lane along the places
# What a curve costs beyond its length (px), so that the plainest that is free wins.
_THROUGH_A_PLACE: Final = 4000.0
_BEYOND_THE_MAP: Final = 4000.0
_ALONG_ANOTHER: Final = 600.0
_ACROSS_ANOTHER: Final = 300.0
_OFF_MIDDLE: Final = 6.0
_OUTWARD: Final = {"left": (-1.0, 0.0), "right": (1.0, 0.0), "top": (0.0, -1.0), "bottom": (0.0, 1.0)}

_PART = np.linspace(0.0, 1.0, _SAMPLES)[:, None]
_WEIGHTS = np.hstack(((1 - _PART) ** 3, 3 * _PART * (1 - _PART) ** 2, 3 * _PART**2 * (1 - _PART), _PART**3))


@dataclass(frozen=True)
class Curve:
    """A cubic curve by its four control points; `along` tells where a part (0 to 1) of its way ends."""

    controls: Points

    @cached_property
    def samples(self) -> Points:
        return np.asarray(_WEIGHTS @ self.controls)

    @cached_property
    def length(self) -> float:
        return float(np.hypot(*np.diff(self.samples, axis=0).T).sum())

    @cached_property
    def _knots(self) -> Points:
        """Return points at even distances, with the direction to the left of the way in the last two columns."""
        way = np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(self.samples, axis=0).T))))
        at = np.linspace(0.0, way[-1], _KNOTS)
        points = np.column_stack([np.interp(at, way, self.samples[:, axis]) for axis in (0, 1)])
        ahead = np.gradient(points, axis=0)
        ahead /= np.maximum(np.hypot(*ahead.T), 1e-9)[:, None]
        return np.column_stack((points, ahead[:, 1], -ahead[:, 0]))

    def along(self, parts: Points, beside: Points | float = 0.0) -> Points:
        """Return the points at *parts* of the way, so many pixels *beside* it."""
        at = np.clip(parts, 0.0, 1.0) * (_KNOTS - 1)
        columns = [np.interp(at, np.arange(_KNOTS), column) for column in self._knots.T]
        return np.column_stack((columns[0] + columns[2] * beside, columns[1] + columns[3] * beside))

    def point(self, part: float) -> QPointF:
        ((x, y),) = self.along(np.array([part])).tolist()
        return QPointF(x, y)

    def path(self) -> QPainterPath:
        start, out, into, end = (QPointF(x, y) for x, y in self.controls.tolist())
        path = QPainterPath(start)
        path.cubicTo(out, into, end)
        return path


@dataclass(frozen=True)
class Sides:
    """What it costs (px) to leave and to enter a place by each of its sides."""

    leaving: Mapping[str, float]
    entering: Mapping[str, float]


ONWARD: Final = Sides(
    leaving={"right": 0.0, "bottom": 80.0, "top": 40.0, "left": 160.0},
    entering={"left": 0.0, "bottom": 80.0, "top": 40.0, "right": 160.0},
)
BESIDE: Final = Sides(
    leaving={"right": 40.0, "bottom": 0.0, "top": 0.0, "left": 40.0},
    entering={"left": 40.0, "bottom": 0.0, "top": 0.0, "right": 40.0},
)


@dataclass(frozen=True)
class Berth:
    """A place that routes lead to: they end at its *card* and go around its *frame*, where people stand too."""

    card: QRectF
    frame: QRectF
    side_y: float  # where routes reach it from the left and the right


class Choice:
    """The curves that could lead from one place to another: short, and around all *places*."""

    def __init__(self, start: Berth, end: Berth, places: Sequence[Berth], sides: Sides = ONWARD) -> None:
        controls, cost = _candidates(start, end, sides)
        samples = _WEIGHTS @ controls
        walls = np.array([_walls(place, passed=place not in (start, end)) for place in places])
        cost += np.hypot(*np.moveaxis(np.diff(samples, axis=1), 2, 0)).sum(axis=1)
        cost += _THROUGH_A_PLACE * _share_inside(samples[:, 2:-2], walls)
        cost += _BEYOND_THE_MAP * (1.0 - _share_inside(samples, _hull(walls)))
        likely = np.argsort(cost, kind="stable")[:_LIKELY]
        self._controls, self._cost, self._samples = controls[likely], cost[likely], samples[likely]

    def best(self, others: Sequence[Curve] = ()) -> Curve:
        """Return the cheapest curve that keeps clear of *others*."""
        cost = self._cost.copy()
        if others:
            lines = np.array([other.samples for other in others])
            mine, theirs = _close_to_each_other(self._samples, lines)
            points, lines = self._samples[mine], lines[theirs]
            extra = _ALONG_ANOTHER * _shares_near(points[:, 2:-2:2], lines[:, 2:-2:2])
            extra += _ACROSS_ANOTHER * _crosses(points[:, ::4], lines[:, ::4])
            cost += np.bincount(mine, extra, len(cost))
        return Curve(self._controls[int(np.argmin(cost))])


def _candidates(start: Berth, end: Berth, sides: Sides) -> tuple[Points, Points]:
    """Return the controls of curves between all sides of two places, and what each costs for its sides.

    All are made at once, by the side that they leave and the one that they enter, how far beside the middle of each,
    and how far they reach out.
    """
    here = _ports(start, sides.leaving)[:, None, :, None, None]
    there = _ports(end, sides.entering)[None, :, None, :, None]
    out, into = _outward(sides.leaving)[:, None, None, None, None], _outward(sides.entering)[None, :, None, None, None]
    long = np.maximum(_LEAST_REACH, _REACH * np.abs(there - here).max(axis=-1))
    reach = np.concatenate((long, np.minimum(long, _SHORT_REACH)), axis=-1)[..., None]
    here, there = np.broadcast_arrays(here, there)
    controls = np.stack(np.broadcast_arrays(here, here + reach * out, there + reach * into, there), axis=-2)
    beside = np.array([_OFF_MIDDLE * (offset != 0) for offset in _OFFSETS])
    cost = np.add.outer(
        np.add.outer(list(sides.leaving.values()), list(sides.entering.values())), np.add.outer(beside, beside)
    )
    return controls.reshape(-1, 4, 2), np.repeat(cost.ravel(), 2)


def _ports(berth: Berth, names: Iterable[str]) -> Points:
    """Return where routes may touch a place: by side, and by how far beside its middle."""
    return np.array([[_port(berth, side, offset) for offset in _OFFSETS] for side in names])


def _outward(names: Iterable[str]) -> Points:
    return np.array([_OUTWARD[side] for side in names])


def _port(berth: Berth, side: str, offset: float) -> tuple[float, float]:
    card = berth.card
    across, down = _OUTWARD[side]
    if across:
        return card.left() if across < 0 else card.right(), berth.side_y + offset * _SIDE
    return card.center().x() + offset * card.width(), card.top() if down < 0 else card.bottom()


def _walls(berth: Berth, *, passed: bool) -> tuple[float, float, float, float]:
    """Return what a curve must not enter: a place that it passes with some clearance, of its own only the card."""
    wall = berth.frame.adjusted(-_CLEARANCE, -_CLEARANCE, _CLEARANCE, _CLEARANCE) if passed else berth.card
    return wall.left(), wall.top(), wall.right(), wall.bottom()


def _hull(walls: Points) -> Points:
    """Return the wall around all others, with a lane along it."""
    low, high = walls[:, :2].min(axis=0) - _LANE, walls[:, 2:].max(axis=0) + _LANE
    return np.concatenate((low, high))[None, :]


def _share_inside(points: Points, walls: Points) -> Points:
    """Return for each curve which share of its points lies within a wall."""
    x, y = points[:, :, :1], points[:, :, 1:]
    inside = (x > walls[:, 0]) & (y > walls[:, 1]) & (x < walls[:, 2]) & (y < walls[:, 3])
    return np.asarray(inside.any(axis=2).mean(axis=1))


def _close_to_each_other(points: Points, lines: Points) -> tuple[Numbers, Numbers]:
    """Return which curves and which others come so close that they might touch: the numbers of each such pair."""
    low, high = points.min(axis=1)[:, None] - _NEAR, points.max(axis=1)[:, None] + _NEAR
    mine, theirs = ((low < lines.max(axis=1)) & (high > lines.min(axis=1))).all(axis=2).nonzero()
    return mine, theirs


def _shares_near(points: Points, lines: Points) -> Points:
    """Return for each pair of curves which share of the points of one nearly touches the other."""
    x, y = (points[:, :, None, axis] - lines[:, None, :, axis] for axis in (0, 1))
    return np.asarray((x**2 + y**2 < _NEAR**2).any(axis=2).mean(axis=1))


def _crosses(points: Points, lines: Points) -> Points:
    """Return for each pair of curves whether they cross: a stretch of each lies across a stretch of the other."""
    a, b, c, d = points[:, :-1, None], points[:, 1:, None], lines[:, None, :-1], lines[:, None, 1:]
    apart = (_turn(a, b, c) != _turn(a, b, d)) & (_turn(c, d, a) != _turn(c, d, b))
    return np.asarray(apart.any(axis=(1, 2)))


def _turn(here: Points, there: Points, other: Points) -> NDArray[np.bool_]:
    """Tell on which side of the way from *here* to *there* the *other* point lies."""
    (ahead_x, ahead_y), (aside_x, aside_y) = (
        (point[..., 0] - here[..., 0], point[..., 1] - here[..., 1]) for point in (there, other)
    )
    return np.asarray(ahead_x * aside_y > ahead_y * aside_x)
