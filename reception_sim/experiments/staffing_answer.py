"""What a search for the cheapest roster tells: the roster, how sure it is, what it costs, and what no roster can do."""

from dataclasses import dataclass
from enum import StrEnum

from reception_sim.experiments.answers import Ending
from reception_sim.experiments.staffing_question import Roster, StaffingQuestion
from reception_sim.scenario.standards import StandardPlan


class Reason(StrEnum):
    """Why no roster can meet a standard."""

    SERVICE_TOO_LONG = "the service alone takes longer than the limit"
    NOT_ENOUGH_PEOPLE = "not enough people are available"
    NOT_ENOUGH_POSTS = "there are not enough posts or pieces of equipment for more people"
    NOT_MEASURED = "nothing was measured that could be judged"
    NOT_STAFF = "it does not hang on staff"


@dataclass(frozen=True)
class Unmeetable:
    """A standard (*row* of the question's) that is missed even with everybody who can be put to work.

    *best* is its value then, the mean over *runs* (s for a time, else the indicator's unit); *met_in* of them met it.
    """

    row: int
    standard: StandardPlan
    reason: Reason
    best: float
    met_in: int
    runs: int


@dataclass(frozen=True)
class StandardKept:
    """How often a standard (*row* of the question's) was met in the runs that no search had seen.

    *low* and *high* are the 95 % interval of the share of runs that meet it (Clopper and Pearson 1934); *value* is
    the mean of what is judged (s for a time, else the indicator's unit).
    """

    row: int
    standard: StandardPlan
    met_in: int
    runs: int
    low: float
    high: float
    value: float


@dataclass(frozen=True)
class PeopleNeeded:
    """How many people a role needs on its list, so that nobody works more than the labour rules allow.

    *hours* are the paid hours within the scenario's time, *cost* their cost (NaN without a price); *available* is
    None where the scenario does not say how many there are.
    """

    role: str
    people: int
    available: int | None
    hours: float
    cost: float


@dataclass(frozen=True)
class DutyRow:
    """How the people of a roster's row stand at stations: "" for those who help where the wait is longest."""

    row: int
    role: str
    station: str
    people: int


@dataclass(frozen=True)
class TradeOff:
    """One roster on the curve of cost against waiting, from the leanest to the most generous.

    *cost* is in the scenario's currency, or in paid hours (see StaffingAnswer.priced). *wait_p95_s* is the 95th
    percentile of persons' waits at the station where it is longest, the mean over *runs*, and *half_width_s* that
    of its 95 % interval. *met_in* of the runs met every standard that can be met.
    """

    roster: Roster
    cost: float
    station: str
    wait_p95_s: float
    half_width_s: float
    met_in: int
    runs: int


@dataclass(frozen=True)
class Effort:
    """How much was simulated: runs of the whole search, rosters tried, and what a plain grid would have taken.

    *grid_runs* counts every roster between the least and the most of each row, each with as many runs as are needed
    to accept the one that is answered.
    """

    runs: int
    rosters: int
    grid_runs: float


@dataclass(frozen=True)
class StaffingAnswer:
    """The cheapest roster found.

    *roster* is None if no roster meets a single standard, *sure* tells whether it passed the last test, on fresh runs,
    with the confidence asked for. *cost* and *cost_now* (of the scenario's own roster) are in the scenario's currency
    if *priced*, else in paid hours. After a search that was ended early the roster is the best so far.
    """

    question: StaffingQuestion
    roster: Roster | None
    sure: bool
    cost: float
    cost_now: float
    priced: bool
    kept: tuple[StandardKept, ...]
    unmeetable: tuple[Unmeetable, ...]
    people: tuple[PeopleNeeded, ...]
    duty: tuple[DutyRow, ...]
    trade_off: tuple[TradeOff, ...]
    effort: Effort
    ending: Ending
