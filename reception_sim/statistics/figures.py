"""What one run tells, in figures: plain frozen values that can cross a process and be averaged over replications."""

from dataclasses import dataclass

from reception_sim.recording import Times
from reception_sim.scenario.standards import Indicator, StandardPlan
from reception_sim.statistics.part_figures import PartFigure


@dataclass(frozen=True)
class Spread:
    """How the times of persons are spread, in seconds; all NaN when nobody is counted."""

    persons: int
    mean: float
    median: float
    p90: float
    p95: float
    maximum: float


@dataclass(frozen=True)
class StillWaiting:
    """Those who had not got there when the recording ends: how many, and how long they have waited so far (s)."""

    persons: int
    mean_so_far: float
    longest_so_far: float


@dataclass(frozen=True)
class StationFigures:
    """What a station did. Waits are those of persons whose service has started, from joining the queue until then (s).

    *served_persons* are those whose service has ended. *queue_mean* and *queue_max* count persons. *utilisation* is
    busy team time over staffed team time (0 to 1, NaN if never staffed; above 1 when services outlast a shift).
    """

    id: str
    waits: Spread
    still_waiting: StillWaiting
    served_persons: int
    served_groups: int
    gave_up_persons: int
    queue_mean: float
    queue_max: float
    queue_max_at: float
    busy_team_s: float
    staffed_team_s: float
    utilisation: float


@dataclass(frozen=True)
class SiteFigures:
    """How full a site was, in persons; times in seconds since the start. NaN where the plan gives no such figure."""

    id: str
    capacity: int
    occupancy_max: float
    occupancy_max_at: float
    occupancy_mean: float
    occupancy_at_end: float
    person_hours_above_capacity: float
    without_shelter_max: float
    without_shelter_person_hours: float
    covered_area_per_person_min: float
    persons_per_toilet_max: float
    persons_per_shower_max: float
    persons_per_tap_max: float
    water_per_person_min: float


@dataclass(frozen=True)
class RoleFigures:
    """How a role was used: person-seconds on duty, and at work at stations.

    *cost* is in the scenario's currency, NaN where the plan gives no price.
    """

    id: str
    on_duty_s: float
    busy_s: float
    cost: float


@dataclass(frozen=True)
class SupplyFigures:
    """How much of a supply was wanted, and how much could not be had."""

    id: str
    wanted: float
    missed: float
    stock_at_end: float


@dataclass(frozen=True)
class PersonCounts:
    """Where the persons of the run are at its end: arrived = completed + left + in_system.

    *present_at_start* are among the arrived.
    """

    arrived: int
    present_at_start: int
    completed: int
    left: int
    in_system: int
    by_exit: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Milestone:
    """The time from arrival to something (s), for those who got there, and those who have not yet."""

    reached: Spread
    not_yet: StillWaiting


@dataclass(frozen=True)
class WaitsOf:
    """Waits of one category of persons at a station: *dimension* is "sex", "age" or "need"."""

    station: str
    dimension: str
    category: str
    waits: Spread
    still_waiting: StillWaiting


@dataclass(frozen=True)
class NeedFigures:
    """How many persons with a need were in the reception system, and how many of these needs were seen."""

    need: str
    present_persons: int
    seen_persons: int
    mean_time_to_identification: float


@dataclass(frozen=True)
class IndicatorFigure:
    """An indicator's value at a place ("" for the whole system), held against a standard if there is one.

    A time is in seconds. Without a standard it is the 95th percentile of those who got there; with one, the quantile
    that the standard's share asks for, over those who got there and those who already wait longer than the limit, who
    count with their time so far. *undecided_persons* still wait, within the limit so far.
    Utilisation and supply coverage are those of the whole run. Any other indicator is its worst moment, or the value
    kept for the standard's share of the time; one that is told for each person counts only while there is anybody.
    *met* is None without a standard, or when nothing was measured. *margin* is how far the value is on the right side
    of the limit, in the indicator's unit; it is negative exactly when the standard is missed.
    """

    indicator: Indicator
    place: str
    unit: str
    value: float
    standard: StandardPlan | None = None
    met: bool | None = None
    margin: float = float("nan")
    undecided_persons: int = 0


@dataclass(frozen=True)
class StationSeries:
    """A station over time, at the grid's moments: persons queueing, teams busy, teams staffed."""

    id: str
    queue: Times
    busy: Times
    staffed: Times


@dataclass(frozen=True)
class SiteSeries:
    """A site over time, at the grid's moments: persons staying, and those of them without shelter."""

    id: str
    occupancy: Times
    without_shelter: Times


@dataclass(frozen=True)
class Series:
    """The run over time: *time* is the grid in seconds since the start, the other arrays have its length.

    *arrived* and *departed* count persons since the start.
    """

    time: Times
    arrived: Times
    departed: Times
    in_system: Times
    stations: tuple[StationSeries, ...]
    sites: tuple[SiteSeries, ...]


@dataclass(frozen=True)
class RunFigures:
    """All figures of one run up to *until* (s)."""

    until: float
    persons: PersonCounts
    stations: tuple[StationFigures, ...]
    sites: tuple[SiteFigures, ...]
    roles: tuple[RoleFigures, ...]
    supplies: tuple[SupplyFigures, ...]
    time_to_registration: Milestone
    time_to_shelter: Milestone
    time_in_system: Milestone
    waits_of: tuple[WaitsOf, ...]
    needs: tuple[NeedFigures, ...]
    indicators: tuple[IndicatorFigure, ...]
    parts: tuple[PartFigure, ...]
    series: Series


@dataclass(frozen=True)
class JudgedFigures:
    """What a run is judged by: its indicators, held against the standards, and of its parts the costs."""

    indicators: tuple[IndicatorFigure, ...]
    parts: tuple[PartFigure, ...]
