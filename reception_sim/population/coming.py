"""When people come in: each arrival stream of a plan as batches of travel groups in the order of time."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count, takewhile
from typing import Final, TypeAlias

import numpy as np

from reception_sim.population.chance import Chance, draw
from reception_sim.population.crowd import Crowd
from reception_sim.recording import Integers, Times
from reception_sim.scenario.arrivals import ArrivalPlan
from reception_sim.scenario.calendar import Calendar
from reception_sim.scenario.people import PopulationPlan
from reception_sim.scenario.plan import ScenarioPlan
from reception_sim.scenario.quantities import HOUR, MINUTE

_GAPS: Final = 1024
_BATCHES_SEEN: Final = 4096  # to learn how many persons a boat brings on average
_GROUPS_SEEN: Final = 200_000
_RAMP_STEP: Final = 5 * MINUTE


# Travel groups (rows of the crowd) that arrive together: at which time (s), which groups, and an even chance in 0..1
# for thinning. A bare tuple, because there is one for each arrival and a named one takes five times as long to make.
Batch: TypeAlias = tuple[float, list[int], float]


@dataclass(frozen=True)
class Curve:
    """Persons who have come by each moment, straight between the moments."""

    time: Times
    persons: Times

    def when(self, persons: Times) -> Times:
        """Return the moments by which so many persons have come; infinite beyond the last."""
        moments: Times = np.interp(persons, self.persons, self.time, right=np.inf)
        return moments


@dataclass(frozen=True)
class KnownArrivals:
    """A known number of persons over a span of time, spread by *curve* (0 to 1)."""

    persons: int
    curve: Curve


@dataclass(frozen=True)
class StreamSource:
    """One arrival stream of an entry point; *copy* above 0 are the others who come when arrivals are scaled up."""

    scenario: ScenarioPlan
    entry_point: str
    index: int
    copy: int = 0

    @property
    def plan(self) -> ArrivalPlan:
        return self.scenario.entry_points[self.entry_point].arrivals[self.index]

    @property
    def name(self) -> str:
        return f"{self.entry_point}/{self.index}/{self.copy}"


def batches(source: StreamSource, crowd: Crowd, chance: Chance) -> Iterator[Batch]:
    """Yield the batches of a stream in the order of time, up to the scenario's end."""
    queue, turned = _GroupQueue(source, crowd, chance), _GroupQueue(source, crowd, chance, turned=True)
    if source.plan.rate is None and source.plan.ramp is None:
        yield from _known(source, queue, turned, chance)
    elif chance.turn is None:
        yield from _at_random(source, queue, chance)
    else:
        since = chance.turn.since
        yield from takewhile(lambda batch: batch[0] < since, _at_random(source, queue, chance))
        # Of a Poisson stream the past says nothing about what is to come.
        yield from _at_random(source, turned, chance, since=since)


class _GroupQueue:
    """The travel groups of a stream, taken a batch at a time."""

    def __init__(self, source: StreamSource, crowd: Crowd, chance: Chance, *, turned: bool = False) -> None:
        self._source, self._crowd, self._turned = source, crowd, turned
        self._rows: list[int] = []
        self._taken = 0
        self._left_behind: list[int] = []
        self._sizes = chance.stream("batches", source.name, turned=turned)
        self._plan_of_batches = source.plan.in_batches_of

    def next_batch(self, most: float = np.inf) -> tuple[list[int], int]:
        """Take the groups of the next boat or bus, or the next one on its own, for *most* persons or few more."""
        if self._plan_of_batches is not None:
            return self._take(min(most, max(1.0, float(draw(self._plan_of_batches, self._sizes, 1)[0]))))
        return self._take(1.0)

    def batches(self, count: int) -> Iterator[list[int]]:
        """Yield the groups of the next *count* boats or buses, or of so many groups on their own."""
        if self._plan_of_batches is not None:
            yield from (self.next_batch()[0] for _ in range(count))
            return
        while len(self._rows) < self._taken + count:
            self._grow()
        self._taken += count
        yield from ([group] for group in self._rows[self._taken - count : self._taken])

    def _take(self, persons: float) -> tuple[list[int], int]:
        """Take groups until *persons* are aboard, at least one; return their rows and how many persons they are."""
        size = self._crowd.size
        groups, self._left_behind = self._left_behind, []
        aboard = sum([size[group] for group in groups])
        while aboard < persons or not groups:
            if self._taken == len(self._rows):
                self._grow()
            group = self._rows[self._taken]
            self._taken += 1
            other = self._crowd.family[group]
            if other >= 0 and other in groups:  # the other part of a family boards the next boat or bus
                self._left_behind.append(group)
                continue
            groups.append(group)
            aboard += size[group]
        return groups, aboard

    def _grow(self) -> None:
        plan = self._source.plan
        share = plan.families_separated or 0.0
        self._rows.extend(self._crowd.grow(self._source.name, plan.population, share, turned=self._turned))


def _at_random(source: StreamSource, queue: _GroupQueue, chance: Chance, since: float | None = None) -> Iterator[Batch]:
    """Yield the batches of a Poisson stream: unit-rate gaps, bent by the planned rate over time.

    With *since* (s) they are those of the future that begins then.
    """
    curve = _planned_rate(source)
    mean_persons = _mean_persons_a_batch(source, chance)
    come = 0.0 if since is None else float(np.interp(since, curve.time, curve.persons))
    for block in count():
        generator = chance.stream("gaps", source.name, block, turned=since is not None)
        gaps = np.cumsum(generator.exponential(mean_persons, _GAPS)) + come
        marks = generator.random(_GAPS).tolist()
        come = float(gaps[-1])
        for time, mark, groups in zip(curve.when(gaps).tolist(), marks, queue.batches(_GAPS), strict=True):
            if not time < source.scenario.duration:
                return
            yield time, groups, mark


def _mean_persons_a_batch(source: StreamSource, chance: Chance) -> float:
    """Return how many persons come at once on average: a boat takes whole families, so a few more than it is for."""
    plan, population = source.plan, source.scenario.populations[source.plan.population]
    if plan.in_batches_of is None:
        return population.mean_group_size
    generator = chance.stream("mean batch", source.name)
    targets = np.maximum(draw(plan.in_batches_of, generator, _BATCHES_SEEN), 1.0).tolist()
    sizes = generator.choice(list(population.group_size), _GROUPS_SEEN, p=_shares(population))
    if plan.families_separated:
        sizes = _with_parts(sizes, plan.families_separated, generator)
    groups = iter(sizes.tolist())
    aboard: list[int] = []
    for target in targets:
        persons = 0
        while persons < target and (size := next(groups, 0)):
            persons += size
        if persons < target:
            break
        aboard.append(persons)
    return float(np.mean(aboard or targets))


def _with_parts(sizes: Integers, share: float, generator: np.random.Generator) -> Integers:
    """Cut a share of the families in two at a random member."""
    is_cut = (generator.random(len(sizes)) < share) & (sizes > 1)
    part = 1 + np.floor(generator.random(len(sizes)) * (sizes - 1)).astype(np.int64)
    rows = np.repeat(np.arange(len(sizes)), 1 + is_cut)
    is_second = np.append(False, rows[1:] == rows[:-1])
    parts: Integers = np.where(is_cut[rows], np.where(is_second, sizes[rows] - part[rows], part[rows]), sizes[rows])
    return parts


def _shares(population: PopulationPlan) -> Times:
    shares = np.array(list(population.group_size.values()))
    mixed: Times = shares / shares.sum()
    return mixed


def _planned_rate(source: StreamSource) -> Curve:
    """Return how many persons a stream brings by when, on average."""
    duration, plan = source.scenario.duration, source.plan
    if plan.rate is not None and plan.hours is None:
        return Curve(np.array([0.0, duration]), np.array([0.0, plan.rate * duration]))
    steps = np.append(np.arange(0.0, duration, _RAMP_STEP), duration)
    middles = (steps[1:] + steps[:-1]) / 2
    rates = _ramp_rates(source, middles) if plan.ramp is not None else _hourly_rates(source, middles)
    return Curve(steps, np.concatenate(([0.0], np.cumsum(rates * np.diff(steps)))))


def _ramp_rates(source: StreamSource, moments: Times) -> Times:
    calendar, ramp = Calendar.of(source.scenario), source.plan.ramp
    assert ramp is not None  # the caller has looked
    times = [calendar.seconds(point.at) for point in ramp]
    rates: Times = np.interp(moments, times, [point.rate for point in ramp])
    return rates


def _hourly_rates(source: StreamSource, moments: Times) -> Times:
    """Return the rate at each moment: the plan's mean rate, weighed by the hour of the local day."""
    calendar, plan = Calendar.of(source.scenario), source.plan
    assert plan.rate is not None  # the caller has looked
    assert plan.hours is not None
    weights = np.array(plan.hours) / (sum(plan.hours) / 24)
    hours = [calendar.local(moment).hour for moment in moments.tolist()]
    return plan.rate * weights[hours]


def _known(source: StreamSource, queue: _GroupQueue, turned: _GroupQueue, chance: Chance) -> Iterator[Batch]:
    """Yield batches whose persons add up to what is known, to within one travel group in all.

    After the turn of chance the people who are left come in other groups and at other times.
    """
    planned = come = 0
    since = chance.turn.since if chance.turn is not None else np.inf
    for number, span in enumerate(known_arrivals(source.scenario, source.plan)):
        planned += span.persons
        before = [one for one in _span(source, span, number, queue, planned - come, chance) if one[0][0] < since]
        come += sum(persons for _, persons in before)
        after = _span(source, span, number, turned, planned - come, chance, since) if since < np.inf else []
        come += sum(persons for _, persons in after)
        yield from (batch for batch, _ in (*before, *after) if batch[0] < source.scenario.duration)


def _span(  # noqa: PLR0913, PLR0917 - which people come when, and by which chance
    source: StreamSource,
    span: KnownArrivals,
    number: int,
    queue: _GroupQueue,
    wanted: int,
    chance: Chance,
    since: float | None = None,
) -> list[tuple[Batch, int]]:
    """Return the batches of one span of known arrivals, each with its persons; *since* (s) those of the future."""
    boats: list[tuple[list[int], int]] = []
    left = wanted
    while left > 0:
        boats.append(queue.next_batch(left))
        left -= boats[-1][1]
    generator = chance.stream("times", source.name, number, turned=since is not None)
    gone = 0.0 if since is None else float(np.interp(since, span.curve.time, span.curve.persons))
    times = np.sort(span.curve.when(gone + (1 - gone) * generator.random(len(boats)))).tolist()
    marks = generator.random(len(boats)).tolist()
    rows = zip(times, boats, marks, strict=True)
    return [((time, groups, mark), persons) for time, (groups, persons), mark in rows]


def known_arrivals(scenario: ScenarioPlan, plan: ArrivalPlan) -> Iterator[KnownArrivals]:
    """Yield what is known of a stream's arrivals, in the order of time, from the scenario's start on."""
    calendar = Calendar.of(scenario)
    for day in sorted(plan.daily or {}):
        weights = np.array(plan.hours or [1.0] * 24)
        edges = [calendar.seconds_on(day, hour * HOUR) for hour in range(25)]
        yield from _from_the_start(plan.daily[day] if plan.daily else 0, np.array(edges), weights)
    for arrival in sorted(plan.schedule or (), key=lambda one: calendar.seconds(one.at)):
        moment = calendar.seconds(arrival.at)
        if moment >= 0:
            yield KnownArrivals(arrival.persons, Curve(np.array([moment, moment]), np.array([0.0, 1.0])))
    for span in sorted(plan.spans or (), key=lambda one: calendar.seconds(one.since)):
        ends = np.array([calendar.seconds(span.since), calendar.seconds(span.until)])
        yield from _from_the_start(span.persons, ends, np.ones(1))


def _from_the_start(persons: int, edges: Times, weights: Times) -> Iterator[KnownArrivals]:
    """Yield the arrivals of a day or span; of one that began before the scenario, the part that is left."""
    cumulative = np.concatenate(([0.0], np.cumsum(weights))) / weights.sum()
    gone = float(np.interp(0.0, edges, cumulative))
    if gone >= 1:
        return
    left = np.clip((cumulative - gone) / (1 - gone), 0.0, 1.0)
    yield KnownArrivals(round(persons * (1 - gone)), Curve(np.maximum(edges, 0.0), left))
