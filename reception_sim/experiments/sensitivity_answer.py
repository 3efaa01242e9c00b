"""What a sensitivity analysis tells: values at points, rank correlations, and boxes in which a standard breaks."""

import math
from dataclasses import dataclass
from typing import Final

from reception_sim.experiments.answers import Ending
from reception_sim.experiments.sensitivity_question import SensitivityQuestion, Span
from reception_sim.scenario.standards import Indicator, StandardPlan

LITTLE: Final = 0.3  # a rank correlation below which a span explains less than a tenth of how a target is ranked


@dataclass(frozen=True)
class Target:
    """An indicator that is looked at, with the standard that it is held against if there is one."""

    indicator: Indicator
    place: str
    unit: str
    standard: StandardPlan | None


@dataclass(frozen=True)
class PointResult:
    """One point: *settings* of the spans in their order, factors of what is planned.

    *values* and *half_widths* (95 %) are means over the point's runs, target by target; NaN where nothing was
    measured, infinite where something is divided by none. *missed* is the share of runs that missed the standard.
    """

    settings: tuple[float, ...]
    values: tuple[float, ...]
    half_widths: tuple[float, ...]
    missed: tuple[float, ...]


@dataclass(frozen=True)
class RankCorrelation:
    """How a target rises or falls with a span: Spearman's rho with its 95 % interval.

    NaN where the target never changes or too few points could be measured (*points*). *is_clear* says whether it
    surely differs from zero, all that are clear of one answer together.
    """

    span: int
    target: int
    rho: float
    low: float
    high: float
    points: int
    is_clear: bool = False

    @property
    def is_little(self) -> bool:
        """Tell whether the interval lies so near to zero that the span surely matters little to the target."""
        return self.low > -LITTLE and self.high < LITTLE


@dataclass(frozen=True)
class Limits:
    """One side of a box: a span, and between which settings of it."""

    span: int
    low: float
    high: float


@dataclass(frozen=True)
class BreakingBox:
    """Which combination of settings breaks a target's standard (scenario discovery).

    *coverage* is the share of all points that miss the standard which lie in the box, *density* the share of the
    points in the box that miss it, *everywhere* that share among all points. No limits: no box tells more than
    chance.
    """

    target: int
    limits: tuple[Limits, ...]
    coverage: float
    density: float
    everywhere: float
    points_inside: int


@dataclass(frozen=True)
class SensitivityAnswer:
    """What was found. *points* come in the order of their numbers; a grid runs through its second span first.

    *order* names the spans as a reader wants them: unsourced assumptions first, and the strongest of them first.
    *left_out* says of fields why they could not be varied.
    """

    question: SensitivityQuestion
    spans: tuple[Span, ...]
    targets: tuple[Target, ...]
    points: tuple[PointResult, ...]
    correlations: tuple[RankCorrelation, ...]
    boxes: tuple[BreakingBox, ...]
    order: tuple[int, ...]
    left_out: tuple[str, ...]
    runs: int
    ending: Ending

    def correlation(self, span: int, target: int) -> RankCorrelation:
        """Return how a target answers to a span."""
        return next(one for one in self.correlations if (one.span, one.target) == (span, target))

    def of_span(self, span: int) -> list[RankCorrelation]:
        """Return how each target that changes at all answers to a span."""
        mine = (one for one in self.correlations if one.span == span)
        return [one for one in mine if one.points and not math.isnan(one.rho)]
