"""What many replications tell: every figure of a run as an estimate, and bands over time."""

from dataclasses import dataclass

from reception_sim.experiments.estimate import Estimate
from reception_sim.recording import Times
from reception_sim.scenario.standards import Indicator, StandardPlan
from reception_sim.statistics.figures import RunFigures
from reception_sim.statistics.part_figures import Part


@dataclass(frozen=True)
class SpreadEstimates:
    """How the times of persons are spread (s): each figure a mean over the replications' own."""

    persons: Estimate
    mean: Estimate
    median: Estimate
    p90: Estimate
    p95: Estimate
    maximum: Estimate


@dataclass(frozen=True)
class StillWaitingEstimates:
    """Those who had not got there at the end of a replication (persons; s so far)."""

    persons: Estimate
    mean_so_far: Estimate
    longest_so_far: Estimate


@dataclass(frozen=True)
class StationEstimates:
    """What a station did, over replications; units as in StationFigures."""

    id: str
    waits: SpreadEstimates
    still_waiting: StillWaitingEstimates
    served_persons: Estimate
    served_groups: Estimate
    gave_up_persons: Estimate
    queue_mean: Estimate
    queue_max: Estimate
    utilisation: Estimate


@dataclass(frozen=True)
class SiteEstimates:
    """How full a site was, over replications; units as in SiteFigures."""

    id: str
    capacity: int
    occupancy_max: Estimate
    occupancy_mean: Estimate
    occupancy_at_end: Estimate
    person_hours_above_capacity: Estimate
    without_shelter_max: Estimate
    without_shelter_person_hours: Estimate
    covered_area_per_person_min: Estimate
    persons_per_toilet_max: Estimate
    persons_per_shower_max: Estimate
    persons_per_tap_max: Estimate
    water_per_person_min: Estimate


@dataclass(frozen=True)
class RoleEstimates:
    """How a role was used, over replications: person-seconds, and cost in the scenario's currency."""

    id: str
    on_duty_s: Estimate
    busy_s: Estimate
    cost: Estimate


@dataclass(frozen=True)
class SupplyEstimates:
    """How much of a supply was wanted, and how much could not be had, over replications."""

    id: str
    wanted: Estimate
    missed: Estimate
    stock_at_end: Estimate


@dataclass(frozen=True)
class PersonEstimates:
    """Where the persons are at the end, over replications; *by_exit* in the order of the plan."""

    arrived: Estimate
    present_at_start: Estimate
    completed: Estimate
    left: Estimate
    in_system: Estimate
    by_exit: tuple[tuple[str, Estimate], ...]


@dataclass(frozen=True)
class MilestoneEstimates:
    """The time from arrival to something, over replications."""

    reached: SpreadEstimates
    not_yet: StillWaitingEstimates


@dataclass(frozen=True)
class CategoryEstimates:
    """Waits of one category of persons at a station, over replications; words as in WaitsOf."""

    station: str
    dimension: str
    category: str
    waits: SpreadEstimates
    still_waiting: StillWaitingEstimates


@dataclass(frozen=True)
class NeedEstimates:
    """How many persons had a need, and for how many it was seen, over replications."""

    need: str
    present_persons: Estimate
    seen_persons: Estimate
    mean_time_to_identification: Estimate


@dataclass(frozen=True)
class PartEstimate:
    """One figure of a part over replications; words and units as in PartFigure."""

    part: Part
    subject: str
    measure: str
    value: Estimate


@dataclass(frozen=True)
class IndicatorEstimates:
    """An indicator at a place ("" for the whole system), over replications, held against its standard if any.

    *value* is what is judged. *times* is the spread of persons' times behind an indicator that is a time.
    *met_in* and *missed_in* count replications; where nothing was measured neither counts.
    """

    indicator: Indicator
    place: str
    unit: str
    value: Estimate
    margin: Estimate
    undecided_persons: Estimate
    standard: StandardPlan | None
    times: SpreadEstimates | None
    met_in: int
    missed_in: int

    @property
    def met(self) -> bool | None:
        """Return whether the standard was met in every replication; None where none could be judged."""
        return self.missed_in == 0 if self.met_in + self.missed_in else None


@dataclass(frozen=True)
class Band:
    """A course over time: the median of the replications, and between which values 90 % of them lie."""

    low: Times
    median: Times
    high: Times


@dataclass(frozen=True)
class StationBands:
    """Persons queueing at a station over time."""

    id: str
    queue: Band


@dataclass(frozen=True)
class SiteBands:
    """Persons staying in a site over time, and those of them without shelter."""

    id: str
    occupancy: Band
    without_shelter: Band


@dataclass(frozen=True)
class SummarySeries:
    """The replications over time: *time* is the grid in seconds since the start."""

    time: Times
    in_system: Band
    stations: tuple[StationBands, ...]
    sites: tuple[SiteBands, ...]


@dataclass(frozen=True)
class ReplicationSummary:
    """All that is kept of many replications; *first* is the whole of replication 0, for detail."""

    replications: int
    persons: PersonEstimates
    stations: tuple[StationEstimates, ...]
    sites: tuple[SiteEstimates, ...]
    roles: tuple[RoleEstimates, ...]
    supplies: tuple[SupplyEstimates, ...]
    time_to_registration: MilestoneEstimates
    time_to_shelter: MilestoneEstimates
    time_in_system: MilestoneEstimates
    waits_of: tuple[CategoryEstimates, ...]
    needs: tuple[NeedEstimates, ...]
    indicators: tuple[IndicatorEstimates, ...]
    parts: tuple[PartEstimate, ...]
    series: SummarySeries
    first: RunFigures
