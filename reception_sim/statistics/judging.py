"""Holding what was measured against a standard."""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from reception_sim.recording import Integers, Times
from reception_sim.scenario.standards import MEASURES, MORE_IS_BETTER, Indicator, StandardPlan
from reception_sim.statistics.courses import Course
from reception_sim.statistics.figures import IndicatorFigure
from reception_sim.statistics.spreads import quantile

_NAN: Final = float("nan")
_SHARE_WITHOUT_STANDARD: Final = 0.95


@dataclass(frozen=True)
class Sample:
    """Values that were measured, and how many persons or seconds each stands for.

    Of an indicator that is a time, *so_far* are the times of those who still wait, and *waiting* their persons.
    """

    values: Times
    weights: Times
    so_far: Times
    waiting: Times

    @classmethod
    def of_persons(cls, values: Times, persons: Integers, so_far: Times, waiting: Integers) -> "Sample":
        return cls(values, persons.astype(float), so_far, waiting.astype(float))

    @classmethod
    def of_level(cls, values: Times, seconds: Times) -> "Sample":
        return cls(values, seconds, np.empty(0), np.empty(0))

    @classmethod
    def of_course(cls, course: Course) -> "Sample":
        """Take a level at every moment."""
        return cls.of_level(course.value, course.held_s)

    @classmethod
    def of_whole_run(cls, value: float) -> "Sample":
        """Take a figure that only the whole run has; NaN is none."""
        values = np.array([] if np.isnan(value) else [value], float)
        return cls.of_level(values, np.ones(len(values)))

    def decided_by(self, limit: float) -> "Sample":
        """Add those who already wait longer than *limit*: however long it takes them, on which side is certain."""
        longer = self.so_far > limit
        return replace(
            self,
            values=np.concatenate((self.values, self.so_far[longer])),
            weights=np.concatenate((self.weights, self.waiting[longer])),
            so_far=self.so_far[~longer],
            waiting=self.waiting[~longer],
        )


def judge(indicator: Indicator, place: str, sample: Sample | None, standard: StandardPlan | None) -> IndicatorFigure:
    """Return an indicator's figure; *sample* is None where the plan says too little to measure it."""
    measure = MEASURES[indicator]
    figure = IndicatorFigure(indicator, place, measure.unit, _NAN, standard)
    if sample is None:
        return figure
    if standard is None:
        share = _SHARE_WITHOUT_STANDARD if measure.is_time else None
        return replace(figure, value=_kept(sample, share, at_least=indicator in MORE_IS_BETTER))
    at_least = standard.at_least is not None
    decided = sample.decided_by(standard.limit)
    value = _kept(decided, standard.share, at_least=at_least)
    margin = value - standard.limit if at_least else standard.limit - value
    return replace(
        figure,
        value=value,
        met=None if np.isnan(value) else margin >= 0,
        margin=margin,
        undecided_persons=int(decided.waiting.sum()),
    )


def _kept(sample: Sample, share: float | None, *, at_least: bool) -> float:
    """Return the value that *share* of the weight keeps on its good side; without a share the worst of all."""
    sign = -1.0 if at_least else 1.0
    if share is not None:
        return sign * quantile(sign * sample.values, sample.weights, share)
    return sign * float(np.max(sign * sample.values, initial=-np.inf)) if len(sample.values) else _NAN
