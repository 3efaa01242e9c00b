"""What can be asked of many runs. Every question is frozen, can be pickled, and holds all that decides its answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from reception_sim.experiments.alternatives import Alternative
from reception_sim.experiments.criteria import Criterion
from reception_sim.scenario import ScenarioPlan
from reception_sim.translation import tr

REPLICATIONS_AT_MOST: Final = 100_000
TRIFLE: Final = 0.01
NEXT_STEPS_AT_MOST: Final = 5
FACTOR_AT_MOST: Final = 20.0  # as the action that scales arrivals


class QuestionError(ValueError):
    """A question that has no answer, in a sentence for the user."""


@dataclass(frozen=True)
class Precision:
    """How many replications: at least *floor*, and on until each criterion is known well enough, or *ceiling*.

    Known well enough is a 95 % half width of at most *relative* times the mean. None asks for *floor* replications.
    """

    floor: int = 10
    ceiling: int = 200
    relative: float | None = 0.05

    def __post_init__(self) -> None:
        if not 1 <= self.floor <= self.ceiling <= REPLICATIONS_AT_MOST:
            raise QuestionError(
                tr(
                    "from {floor} to {ceiling} replications is no range: say at least 1, and the smaller number first",
                    floor=self.floor,
                    ceiling=self.ceiling,
                )
            )
        if self.relative is not None and not 0 < self.relative < 1:
            raise QuestionError(tr("a precision lies between 0 and 1, such as 0.05; found {n}", n=self.relative))

    @classmethod
    def fixed(cls, replications: int) -> "Precision":
        """Ask for a number of replications, whatever comes out."""
        return cls(replications, max(replications, 1), None)


@dataclass(frozen=True)
class CompareQuestion:
    """Ask how alternatives differ from the scenario as it is.

    All meet the same people and the same chance (common random numbers): replication 3 of one is paired with
    replication 3 of each other. *indifference* says for a criterion how large a difference must be, in its unit, to be
    called one; of other criteria but the cost it must exceed *trifle* times the mean of the base. *steer_by* are the
    criteria that decide how many replications are needed; empty: those with standards.
    """

    scenario: ScenarioPlan
    alternatives: tuple[Alternative, ...]
    criteria: tuple[Criterion, ...]
    precision: Precision = Precision()
    indifference: Mapping[Criterion, float] = field(default_factory=dict)
    trifle: float = TRIFLE
    steer_by: tuple[Criterion, ...] = ()
    seed: int = 1


@dataclass(frozen=True)
class CapacityQuestion:
    """Ask how many can arrive before the standards are missed.

    The planned arrivals of all entry points are multiplied by a factor, between *lowest* and *highest*. A factor is
    good if all standards are met in at least *share_of_runs* of all runs. *precision* is how near to the limit the
    answer must come, relative to it. *replications* are done near the limit, a few of them elsewhere. Then so many
    *next_steps* of capacity are taken, the best one of all that could be added each, and the capacity searched again.
    """

    scenario: ScenarioPlan
    alternative: Alternative | None = None
    share_of_runs: float = 0.9
    lowest: float = 0.01
    highest: float = 8.0
    precision: float = 0.02
    replications: int = 40
    seed: int = 1
    next_steps: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.next_steps <= NEXT_STEPS_AT_MOST:
            raise QuestionError(tr("from 0 to {most} next steps can be looked at", most=NEXT_STEPS_AT_MOST))
        if not 0 < self.lowest < self.highest <= FACTOR_AT_MOST:
            raise QuestionError(
                tr(
                    "arrivals from {low} to {high} times the plan's are no range: say the smaller factor first, "
                    "above 0 and up to {most}",
                    low=self.lowest,
                    high=self.highest,
                    most=FACTOR_AT_MOST,
                )
            )
        if not 0 < self.share_of_runs < 1 or not 0 < self.precision < 1:
            raise QuestionError(tr("the share of runs and the precision lie between 0 and 1"))
        if self.replications < 2:
            raise QuestionError(
                tr("a capacity needs at least 2 replications: one run cannot tell how often standards are met")
            )


@dataclass(frozen=True)
class BottleneckQuestion:
    """Ask what one more of each thing would do: an officer on every shift and a post, a kit, a vehicle, ten beds.

    *additions* None tries everything the scenario has; its ids are those of `Addition.id`.
    """

    scenario: ScenarioPlan
    criteria: tuple[Criterion, ...]
    additions: tuple[str, ...] | None = None
    precision: Precision = Precision()
    indifference: Mapping[Criterion, float] = field(default_factory=dict)
    trifle: float = TRIFLE
    steer_by: tuple[Criterion, ...] = ()
    seed: int = 1
