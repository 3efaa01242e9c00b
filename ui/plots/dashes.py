"""Cuts a course into dashes: Qt needs a hundred times as long to dash a wide, lively line as to draw the pieces."""

from typing import Final

import numpy as np

from reception_sim.recording import Times

DASH: Final = 7.0  # px
GAP: Final = 4.0
_AT_MOST: Final = 20_000


def dashes(time: Times, values: Times, pixel: tuple[float, float]) -> tuple[Times, Times]:
    """Return the ends of each dash in pairs; *pixel* is how much time and value one pixel stands for."""
    way = np.concatenate(([0.0], np.cumsum(np.hypot(np.diff(time) / pixel[0], np.diff(values) / pixel[1]))))
    period = max(DASH + GAP, way[-1] / _AT_MOST)
    starts = np.arange(0.0, way[-1], period)
    knots = np.union1d(way, np.concatenate((starts, starts + period * DASH / (DASH + GAP))))
    knots = knots[knots <= way[-1]]
    drawn = (knots[1:] + knots[:-1]) / 2 % period < period * DASH / (DASH + GAP)
    return _paired(np.interp(knots, way, time), drawn), _paired(np.interp(knots, way, values), drawn)


def _paired(ends: Times, drawn: np.ndarray) -> Times:
    return np.column_stack((ends[:-1][drawn], ends[1:][drawn])).ravel()
