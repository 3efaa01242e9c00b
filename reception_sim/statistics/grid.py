"""The moments at which a run is drawn over time."""

from typing import Final

import numpy as np

from reception_sim.recording import Times

POINTS_AT_MOST: Final = 1500
_ROUNDING: Final = 1e-12
_STEPS_S: Final = (
    60.0, 120.0, 300.0, 600.0, 900.0, 1800.0, 3600.0, 7200.0, 10800.0, 21600.0, 43200.0, 86400.0,
)  # fmt: skip


def grid_step(duration: float) -> float:
    """Return a round number of seconds that cuts *duration* into enough points to draw, and no more."""
    fitting = (step for step in _STEPS_S if duration / step <= POINTS_AT_MOST)
    return next(fitting, duration / POINTS_AT_MOST)


def grid(duration: float, step_s: float) -> Times:
    """Return the moments from 0 to *duration*, *step_s* apart; a rest shorter than a step has no moment of its own."""
    even = np.arange(int(duration / step_s) + 2) * step_s
    moments: Times = np.minimum(even[even <= duration * (1 + _ROUNDING)], duration)
    return moments
