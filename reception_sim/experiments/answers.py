"""What is answered to questions: figures with their uncertainty, what to trust, and the scenarios that made them.

An answer can be had at any moment of the work; `ending` tells whether it is the last. Times are in seconds, shares
and probabilities from 0 to 1, values in the unit of their criterion. NaN where a value is not defined.
"""

from dataclasses import dataclass
from enum import StrEnum

from reception_sim.experiments.alternatives import Alternative
from reception_sim.experiments.criteria import Criterion
from reception_sim.experiments.estimate import Estimate
from reception_sim.experiments.questions import BottleneckQuestion, CapacityQuestion, CompareQuestion
from reception_sim.experiments.summary import ReplicationSummary
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.changes import PlanDifference
from reception_sim.scenario.standards import StandardPlan


class Ending(StrEnum):
    """Why no more work is done, or that it goes on."""

    GOES_ON = "goes on"
    PRECISE = "as precise as asked"
    AT_CEILING = "as many replications as allowed"
    CANCELLED = "cancelled"
    BROKEN_OFF = "broken off"  # a process was ended from outside; what was done counts


class TrustKind(StrEnum):
    """A question that a reader should ask of every answer."""

    ENOUGH_REPLICATIONS = "enough replications"  # value: widest relative half width; limit: what was asked
    RUN_LONG_ENOUGH = "run long enough"  # value: persons in the system at the end; limit: at the busiest time
    NOBODY_WAITS_AT_THE_END = "nobody waits at the end"  # value: persons still in the queue of *place*
    NOT_OVERLOADED = "not overloaded"  # value: utilisation of *place* (0 to 1); limit: 0.95
    INSIDE_CHECKED_RANGE = "inside the checked range"  # value, limit: factor of arrivals; *subject*: a field
    SOURCED = "sourced"  # *subject*: the assumption's field; *reason*: the plan's words on it


@dataclass(frozen=True)
class TrustFact:
    """One thing that speaks for an answer, or (*concern*) against it. Words: reports/trust_words.py."""

    kind: TrustKind
    concern: bool
    place: str = ""
    subject: str = ""
    reason: str = ""
    value: float = float("nan")
    limit: float = float("nan")
    calibrated: bool = False


@dataclass(frozen=True)
class Quantile:
    """A value that *share* of the runs stay below, with its 95 % interval (order statistics; infinite if too few)."""

    share: float
    value: float
    low: float
    high: float


@dataclass(frozen=True)
class CriterionFigures:
    """A criterion of one alternative over its replications; *values* are those of the first of them, in order.

    *met_in* and *missed_in* count the replications that met and missed the standard on it, if there is one.
    """

    criterion: Criterion
    estimate: Estimate
    quantiles: tuple[Quantile, ...]
    values: tuple[float, ...]
    met_in: int
    missed_in: int


class Conclusion(StrEnum):
    """What a paired difference says."""

    BETTER = "better"
    WORSE = "worse"
    ALIKE = "alike"  # surely within the indifference zone, or exactly equal
    UNSURE = "unsure"


@dataclass(frozen=True)
class Difference:
    """An alternative minus the base in one criterion, replication by replication.

    *low* to *high* is the interval that holds for all comparisons of the answer together (Bonferroni); *estimate* has
    the mean and the ordinary 95 % half width. *variance_ratio* is how many times as many independent runs would be
    needed for the same precision (how much common random numbers save); NaN for fewer than two replications.
    """

    alternative: str
    criterion: Criterion
    base_mean: float
    alternative_mean: float
    estimate: Estimate
    low: float
    high: float
    conclusion: Conclusion
    variance_ratio: float


@dataclass(frozen=True)
class Chance:
    """The probability that an alternative (or the base, BASE_ID) has the best mean of all."""

    alternative: str
    probability: float


@dataclass(frozen=True)
class Ranking:
    """Which alternative is best in one criterion, with what probability; likeliest first."""

    criterion: Criterion
    chances: tuple[Chance, ...]


@dataclass(frozen=True)
class AlternativeResult:
    """What came of one alternative; *scenario* is the plan that made it, together with the alternative's journal.

    *changes* are the settings in which it differs from the base; words: reports/alternative_words.py. *summary* has
    the bands over time, and all other figures.
    """

    alternative: Alternative
    scenario: ScenarioPlan
    changes: tuple[PlanDifference, ...]
    figures: tuple[CriterionFigures, ...]
    summary: ReplicationSummary
    trust: tuple[TrustFact, ...]


@dataclass(frozen=True)
class Comparison:
    """The answer to CompareQuestion. The first of *results* is the base (id BASE_ID), then the alternatives in order.

    *done* replications of each alternative are in it; *comparisons* intervals hold together.
    """

    question: CompareQuestion
    results: tuple[AlternativeResult, ...]
    differences: tuple[Difference, ...]
    rankings: tuple[Ranking, ...]
    done: int
    comparisons: int
    ending: Ending

    def differences_of(self, alternative: str) -> tuple[Difference, ...]:
        return tuple(one for one in self.differences if one.alternative == alternative)


@dataclass(frozen=True)
class CurvePoint:
    """What was measured at one inflow: *replications* runs with the planned arrivals times *factor*.

    *estimates* are in the order of the answer's *criteria*. *met_share* is the share of runs that met every standard.
    """

    factor: float
    persons_a_day: float
    replications: int
    estimates: tuple[Estimate, ...]
    met_share: float


@dataclass(frozen=True)
class Limit:
    """A largest factor, with its 95 % interval, and the same as persons a day; infinite where nothing was found."""

    factor: float
    low: float
    high: float
    persons_a_day: float
    persons_a_day_low: float
    persons_a_day_high: float


@dataclass(frozen=True)
class Breaking:
    """One standard and the inflow at which it breaks; sorted, the first is what breaks first.

    *holds* says that it did not break up to the highest factor asked. *once_mended* is the capacity of the whole if
    this standard and all that break before it were taken care of.
    Its low and high, like those of *limit*, are a factor that was good and one that was not.
    """

    standard: StandardPlan
    limit: Limit
    holds: bool
    once_mended: Limit


@dataclass(frozen=True)
class FlowBound:
    """The factor above which a station gets more work in all than its staff can do: a check by flow balance."""

    station: str
    factor: float
    persons_a_day: float


class AdditionKind(StrEnum):
    """What is added."""

    STAFF = "staff"  # one more of a role on every shift, and a post for them where they are posted
    EQUIPMENT = "equipment"
    VEHICLE = "vehicle"
    PLACES = "places"  # ten more places in a site


@dataclass(frozen=True)
class Addition:
    """One more of something; *id* is "staff.registrar" and the like, *alternative* the change that makes it.

    *cost* is what it adds to the cost of a run by its price in the plan; NaN where the plan gives none.
    """

    id: str
    kind: AdditionKind
    subject: str
    alternative: Alternative
    cost: float


@dataclass(frozen=True)
class NextStep:
    """A step of capacity on top of all before it: what is added, and the capacity then.

    Low and high of *limit* are a factor that was good and one that was not. *breaks* is the standard that breaks first
    then; None if nothing does up to the highest factor asked. *cost* is that of all steps so far, NaN if one has no
    price.
    """

    addition: Addition
    limit: Limit
    breaks: StandardPlan | None
    cost: float


@dataclass(frozen=True)
class CapacityAnswer:
    """The answer to CapacityQuestion.

    *limit* is of all standards together, those in *impossible* left out: they are missed even at the lowest factor.
    *never_broken* says that nothing broke up to the highest factor, *looked_up_to*. *bounds* has the tightest station
    first. *next_steps* were asked for; *nothing_helps* says that there is no further one: a tenth more of any one thing
    changes nothing. *runs* simulated runs were used, those for the steps among them; *grid_runs* would be needed for
    the capacity alone on a plain grid of factors.
    """

    question: CapacityQuestion
    scenario: ScenarioPlan
    planned_persons_a_day: float
    limit: Limit
    never_broken: bool
    breaks: tuple[Breaking, ...]
    impossible: tuple[StandardPlan, ...]
    criteria: tuple[Criterion, ...]
    curve: tuple[CurvePoint, ...]
    looked_up_to: float
    bounds: tuple[FlowBound, ...]
    next_steps: tuple[NextStep, ...]
    nothing_helps: bool
    trust: tuple[TrustFact, ...]
    runs: int
    grid_runs: int
    ending: Ending


@dataclass(frozen=True)
class Effect:
    """What an addition does to a criterion."""

    addition: Addition
    difference: Difference


@dataclass(frozen=True)
class BottleneckAnswer:
    """The answer to BottleneckQuestion; *comparison* has everything measured, *effects* rank it.

    Of each criterion the effects stand together, the largest improvement first (the bars of a tornado chart).
    """

    question: BottleneckQuestion
    comparison: Comparison
    effects: tuple[Effect, ...]

    def effects_on(self, criterion: Criterion) -> tuple[Effect, ...]:
        return tuple(one for one in self.effects if one.difference.criterion == criterion)
