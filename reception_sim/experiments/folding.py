"""How replications become a summary: each figure is added to its tally, one replication after another."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, Generic, TypeAlias, TypeVar

from reception_sim.experiments import readings
from reception_sim.experiments.bands import BandFold
from reception_sim.experiments.estimate import Estimate, Tally
from reception_sim.experiments.summary import (
    CategoryEstimates,
    IndicatorEstimates,
    MilestoneEstimates,
    NeedEstimates,
    PartEstimate,
    PersonEstimates,
    ReplicationSummary,
    RoleEstimates,
    SiteEstimates,
    SpreadEstimates,
    StationEstimates,
    StillWaitingEstimates,
    SupplyEstimates,
)
from reception_sim.scenario.standards import Indicator
from reception_sim.statistics.figures import IndicatorFigure, RunFigures, Spread, StillWaiting
from reception_sim.statistics.part_figures import Part

F = TypeVar("F")
# What a figure is of: (station,), (milestone,), (station, dimension, category), (id,) or (row,).
Key: TypeAlias = tuple[str, ...]

_MILESTONES: Final = (Indicator.TIME_TO_REGISTRATION, Indicator.TIME_TO_SHELTER, Indicator.TIME_IN_SYSTEM)


def summarise(runs: Iterable[RunFigures]) -> ReplicationSummary:
    """Return the summary of replications given in the order of their numbers; at least one."""
    numbered = iter(runs)
    fold = SummaryFold(next(numbered))
    for figures in numbered:
        fold.add(figures)
    return fold.summary()


class SummaryFold:
    """Adds replications up, each in its turn, in memory that does not grow with their number."""

    def __init__(self, first: RunFigures) -> None:
        self.replications = 0
        self._first = first
        self._bands = BandFold(first.series)
        self._spreads = _Tallies(readings.OF_SPREAD)
        self._stills = _Tallies(readings.OF_STILL)
        self._persons = _Tallies(readings.OF_PERSONS)
        self._exits = _Tallies(readings.OF_EXIT)
        self._stations = _Tallies(readings.OF_STATION)
        self._sites = _Tallies(readings.OF_SITE)
        self._roles = _Tallies(readings.OF_ROLE)
        self._supplies = _Tallies(readings.OF_SUPPLY)
        self._needs = _Tallies(readings.OF_NEED)
        self._indicators = _Tallies(readings.OF_INDICATOR)
        self._verdicts = _Tallies(readings.OF_VERDICT)
        self._parts = _Tallies(readings.OF_PART)
        self.add(first)

    def add(self, figures: RunFigures) -> None:
        """Add the next replication; it must be of the same scenario."""
        self.replications += 1
        self._bands.add(figures.series)
        self._persons.add((), figures.persons)
        self._exits.add_all(((name,), count) for name, count in figures.persons.by_exit)
        self._stations.add_all(((station.id,), station) for station in figures.stations)
        self._sites.add_all(((site.id,), site) for site in figures.sites)
        self._roles.add_all(((role.id,), role) for role in figures.roles)
        self._supplies.add_all(((supply.id,), supply) for supply in figures.supplies)
        self._needs.add_all(((need.need,), need) for need in figures.needs)
        self._indicators.add_all(((str(row),), figure) for row, figure in enumerate(figures.indicators))
        self._verdicts.add_all(((str(row),), figure) for row, figure in enumerate(figures.indicators))
        self._parts.add_all(((one.part, one.subject, one.measure), one) for one in figures.parts)
        for key, spread, still in _times(figures):
            self._spreads.add(key, spread)
            self._stills.add(key, still)

    def summary(self) -> ReplicationSummary:
        """Return the estimates of all that has been added."""
        first = self._first
        return ReplicationSummary(
            replications=self.replications,
            persons=self._person_estimates(),
            stations=tuple(self._station(station.id) for station in first.stations),
            sites=tuple(
                SiteEstimates(id=site.id, capacity=site.capacity, **self._sites.of(site.id)) for site in first.sites
            ),
            roles=tuple(RoleEstimates(id=role.id, **self._roles.of(role.id)) for role in first.roles),
            supplies=tuple(SupplyEstimates(id=part.id, **self._supplies.of(part.id)) for part in first.supplies),
            time_to_registration=self._milestone(Indicator.TIME_TO_REGISTRATION),
            time_to_shelter=self._milestone(Indicator.TIME_TO_SHELTER),
            time_in_system=self._milestone(Indicator.TIME_IN_SYSTEM),
            waits_of=tuple(self._category(*key) for key in self._spreads.keys if len(key) == 3),
            needs=tuple(NeedEstimates(need=need, **self._needs.of(need)) for (need,) in self._needs.keys),
            indicators=tuple(self._indicator(row, figure) for row, figure in enumerate(first.indicators)),
            parts=tuple(self._part_estimates()),
            series=self._bands.bands(),
            first=first,
        )

    def _person_estimates(self) -> PersonEstimates:
        by_exit = tuple((name, self._exits.of(name)["persons"]) for (name,) in self._exits.keys)
        return PersonEstimates(by_exit=by_exit, **self._persons.of())

    def _part_estimates(self) -> Iterator[PartEstimate]:
        """Yield the figures of parts, part by part: a later replication may have brought a row that others had not."""
        order = list(Part)
        for part, subject, measure in sorted(self._parts.keys, key=lambda key: order.index(Part(key[0]))):
            yield PartEstimate(Part(part), subject, measure, **self._parts.of(part, subject, measure))

    def _station(self, name: str) -> StationEstimates:
        return StationEstimates(
            id=name, waits=self._spread(name), still_waiting=self._still(name), **self._stations.of(name)
        )

    def _milestone(self, name: str) -> MilestoneEstimates:
        return MilestoneEstimates(self._spread(name), self._still(name))

    def _category(self, station: str, dimension: str, category: str) -> CategoryEstimates:
        key = (station, dimension, category)
        return CategoryEstimates(station, dimension, category, self._spread(*key), self._still(*key))

    def _indicator(self, row: int, figure: IndicatorFigure) -> IndicatorEstimates:
        verdicts = self._verdicts.of(str(row))
        return IndicatorEstimates(
            indicator=figure.indicator,
            place=figure.place,
            unit=figure.unit,
            standard=figure.standard,
            times=self._times_behind(figure),
            met_in=self._count_of(verdicts["met"]),
            missed_in=self._count_of(verdicts["missed"]),
            **self._indicators.of(str(row)),
        )

    def _times_behind(self, figure: IndicatorFigure) -> SpreadEstimates | None:
        if figure.indicator is Indicator.WAITING_TIME:
            return self._spread(figure.place)
        return self._spread(figure.indicator) if figure.indicator in _MILESTONES else None

    def _count_of(self, verdict: Estimate) -> int:
        return round(verdict.mean * verdict.replications)

    def _spread(self, *key: str) -> SpreadEstimates:
        return SpreadEstimates(**self._spreads.of(*key))

    def _still(self, *key: str) -> StillWaitingEstimates:
        return StillWaitingEstimates(**self._stills.of(*key))


class _Tallies(Generic[F]):
    """The tallies of one kind of figures: for each key, one tally a reading."""

    def __init__(self, read: Mapping[str, Callable[[F], float]]) -> None:
        self._read = read
        self._rows: dict[Key, dict[str, Tally]] = {}

    @property
    def keys(self) -> tuple[Key, ...]:
        return tuple(self._rows)

    def add(self, key: Key, figures: F) -> None:
        row = self._rows.get(key)
        if row is None:
            row = self._rows[key] = {name: Tally() for name in self._read}
        for name, read in self._read.items():
            row[name].add(read(figures))

    def add_all(self, keyed: Iterable[tuple[Key, F]]) -> None:
        for key, figures in keyed:
            self.add(key, figures)

    def of(self, *key: str) -> dict[str, Estimate]:
        return {name: tally.estimate() for name, tally in self._rows[key].items()}


def _times(figures: RunFigures) -> Iterator[tuple[Key, Spread, StillWaiting]]:
    for station in figures.stations:
        yield (station.id,), station.waits, station.still_waiting
    milestones = (figures.time_to_registration, figures.time_to_shelter, figures.time_in_system)
    for name, milestone in zip(_MILESTONES, milestones, strict=True):
        yield (name,), milestone.reached, milestone.not_yet
    for part in figures.waits_of:
        yield (part.station, part.dimension, part.category), part.waits, part.still_waiting
