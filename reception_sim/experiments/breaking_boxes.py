"""Which combinations break a standard: a box in the space of the settings, found by peeling.

PRIM, the patient rule induction method (Friedman and Fisher 1999, Bump hunting in high-dimensional data, Statistics and
Computing 9), as scenario discovery uses it: coverage is how many of the cases the box explains, density how many of
its points are cases; a side that chance would explain as well is taken away again (Bryant and Lempert 2010, Thinking
inside the box, Technological Forecasting and Social Change 77).
"""

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from reception_sim.experiments.sensitivity_answer import BreakingBox, Limits
from reception_sim.recording import Booleans, Times

_PEEL: Final = 0.05  # of the points in the box, at least one
_FEWEST_SHARE: Final = 0.05  # of all points: no smaller box is looked at
_BY_CHANCE: Final = 0.05
_SIDES_AT_MOST: Final = 3


@dataclass(frozen=True)
class _Box:
    low: NDArray[np.float64]
    high: NDArray[np.float64]

    def inside(self, settings: Times) -> Booleans:
        held: Booleans = np.all((settings >= self.low) & (settings <= self.high), axis=1)
        return held


def breaking_box(target: int, settings: Times, broken: Booleans) -> BreakingBox:
    """Return the box that best tells where a target's standard breaks; *settings* has a row for each point."""
    everywhere = float(broken.mean()) if len(broken) else math.nan
    none = BreakingBox(target, (), 1.0 if broken.any() else math.nan, everywhere, everywhere, len(broken))
    if not broken.any() or broken.all():
        return none
    best = max(_peeled(settings, broken), key=lambda box: _worth(box, settings, broken))
    limits = _sides_that_matter(best, settings, broken)
    if not limits:
        return none
    inside = _within(limits, settings)
    cases = int(broken[inside].sum())
    return BreakingBox(
        target, limits, cases / int(broken.sum()), cases / int(inside.sum()), everywhere, int(inside.sum())
    )


def _peeled(settings: Times, broken: Booleans) -> list[_Box]:
    """Return the boxes on the way from all points to few: each time the slice is cut off that leaves most cases."""
    box = _Box(settings.min(axis=0), settings.max(axis=0))
    boxes = [box]
    while True:
        inside = box.inside(settings)
        smaller = [one for one in _slices(box, settings[inside]) if _is_large_enough(one, settings)]
        if broken[inside].all() or not smaller:
            return boxes
        box = max(smaller, key=lambda one: float(broken[one.inside(settings)].mean()))
        boxes.append(box)


def _slices(box: _Box, inside: Times) -> list[_Box]:
    """Return the boxes that are left when a little is cut off at one end of one side."""
    boxes = []
    for side in range(inside.shape[1]):
        values = np.sort(inside[:, side])
        if values[0] == values[-1]:
            continue
        cut = max(1, round(_PEEL * len(values)))
        low, high = box.low.copy(), box.high.copy()
        low[side] = max(values[cut], np.nextafter(values[0], np.inf))
        high[side] = min(values[-cut - 1], np.nextafter(values[-1], -np.inf))
        boxes += [_Box(low, box.high), _Box(box.low, high)]
    return boxes


def _is_large_enough(box: _Box, settings: Times) -> bool:
    return int(box.inside(settings).sum()) >= max(2, _FEWEST_SHARE * len(settings))


def _worth(box: _Box, settings: Times, broken: Booleans) -> float:
    """Return the harmonic mean of coverage and density: neither alone makes a box worth telling."""
    inside = box.inside(settings)
    cases = float(broken[inside].sum())
    return 2 * cases / (float(broken.sum()) + float(inside.sum()))


def _sides_that_matter(box: _Box, settings: Times, broken: Booleans) -> tuple[Limits, ...]:
    """Return the few sides without which the box would be worse by more than chance explains."""
    whole = _Box(settings.min(axis=0), settings.max(axis=0))
    sides = [
        Limits(side, float(box.low[side]), float(box.high[side]))
        for side in range(settings.shape[1])
        if box.low[side] > whole.low[side] or box.high[side] < whole.high[side]
    ]
    while sides:
        chances = [_chance_without(side, sides, settings, broken) for side in sides]
        worst = int(np.argmax(chances))
        if chances[worst] < _BY_CHANCE and len(sides) <= _SIDES_AT_MOST:
            break
        sides.pop(worst)
    return tuple(sides)


def _chance_without(side: Limits, sides: list[Limits], settings: Times, broken: Booleans) -> float:
    """Return the chance that so many of the box's points are cases if this side does not matter."""
    from scipy.special import bdtrc  # noqa: PLC0415 - slow to import, for this question alone

    others = tuple(one for one in sides if one is not side)
    wider, inside = _within(others, settings), _within(tuple(sides), settings)
    share = float(broken[wider].mean())
    return float(bdtrc(int(broken[inside].sum()) - 1, int(inside.sum()), share))


def _within(limits: tuple[Limits, ...], settings: Times) -> Booleans:
    inside = np.ones(len(settings), bool)
    for one in limits:
        inside &= (settings[:, one.span] >= one.low) & (settings[:, one.span] <= one.high)
    return inside
