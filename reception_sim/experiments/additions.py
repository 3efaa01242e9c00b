"""More of each thing that a reception system has, as alternatives, with what it costs by the plan's prices."""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from reception_sim.experiments.alternatives import Alternative
from reception_sim.experiments.answers import Addition, AdditionKind
from reception_sim.scenario import Calendar, ScenarioPlan
from reception_sim.scenario.changes import Change
from reception_sim.scenario.quantities import DAY, HOUR
from reception_sim.scenario.rosters import shifts_worked
from reception_sim.scenario.staff import ShiftPlan, StaffPlan
from reception_sim.translation import tr

PLACES: Final = 10  # in a site, added together: one bed alone would tell nothing
_TENTH: Final = 0.1

_More: TypeAlias = Callable[[int], int]  # how many are added to so many


def additions(scenario: ScenarioPlan) -> Iterator[Addition]:
    """Yield everything of which one more can be had, in the order of the plan; of places there are ten more."""
    for role in scenario.staff:
        title = tr("{title} (one more on every shift)", title=scenario.title_of(role))
        yield _staff(role, scenario, title, lambda _: 1)
    yield from (_thing(one, scenario, 1) for one in _things(scenario))
    yield from (_places(name, scenario, PLACES) for name in scenario.sites)


def tenths(scenario: ScenarioPlan) -> Iterator[Addition]:
    """Yield a tenth more of everything, rounded up: a step of capacity that suits a small place and a large one."""
    for role in scenario.staff:
        title = tr("{title} (a tenth more on every shift)", title=scenario.title_of(role))
        yield _staff(role, scenario, title, a_tenth_of)
    yield from (_thing(one, scenario, a_tenth_of(one.count)) for one in _things(scenario))
    yield from (_places(name, scenario, a_tenth_of(site.capacity)) for name, site in scenario.sites.items())


def a_tenth_of(count: int) -> int:
    """Return a tenth of a number of people or things, rounded up; at least one."""
    return max(1, math.ceil(count * _TENTH))


@dataclass(frozen=True)
class _Thing:
    """A vehicle or a piece of equipment: where its number stands, and what one costs a day."""

    kind: AdditionKind
    subject: str
    path: str
    count: int
    daily_cost: float | None


def _things(scenario: ScenarioPlan) -> Iterator[_Thing]:
    for name, equipment in scenario.equipment.items():
        yield _Thing(AdditionKind.EQUIPMENT, name, f"equipment.{name}.count", equipment.count, equipment.daily_cost)
    for name, fleet in scenario.vehicles.items():
        yield _Thing(AdditionKind.VEHICLE, name, f"vehicles.{name}.count", fleet.count, fleet.daily_cost)


def _thing(thing: _Thing, scenario: ScenarioPlan, more: int) -> Addition:
    title = scenario.title_of(thing.subject)
    named = tr("{title} (one more)", title=title) if more == 1 else tr("{title} ({n} more)", n=more, title=title)
    daily = math.nan if thing.daily_cost is None else thing.daily_cost
    changes = (Change(thing.path, thing.count + more),)
    return _addition(thing.kind, thing.subject, named, changes, more * daily * scenario.duration / DAY)


def _places(name: str, scenario: ScenarioPlan, more: int) -> Addition:
    title = tr("{title} ({n} more places)", n=more, title=scenario.title_of(name))
    change = Change(f"sites.{name}.capacity", scenario.sites[name].capacity + more)
    return _addition(AdditionKind.PLACES, name, title, (change,), math.nan)


def _staff(role: str, scenario: ScenarioPlan, title: str, more: _More) -> Addition:
    """Add to every shift of a role, and posts wherever the role works: without them they could not start."""
    plan = scenario.staff[role]
    shifts = (
        Change(f"staff.{role}.shifts[{row}].count", one.count + more(one.count))
        for row, one in enumerate(plan.shifts, 1)
    )
    stations = ((name, station) for name, station in scenario.stations.items() if role in station.team)
    posts = (Change(f"stations.{name}.posts", station.posts + more(station.posts)) for name, station in stations)
    hours = sum(more(one.count) * _hours(one, plan, scenario) for one in plan.shifts)
    cost = math.nan if plan.hourly_cost is None else plan.hourly_cost * hours
    return _addition(AdditionKind.STAFF, role, title, (*shifts, *posts), cost)


def _hours(shift: ShiftPlan, plan: StaffPlan, scenario: ScenarioPlan) -> float:
    """Return how many hours one person on a shift works within the scenario's time."""
    worked = shifts_worked(replace(plan, shifts=(shift,)), Calendar.of(scenario), scenario.duration)
    return sum(min(one.end, scenario.duration) - max(one.start, 0.0) for one in worked) / HOUR


def _addition(kind: AdditionKind, subject: str, title: str, changes: tuple[Change, ...], cost: float) -> Addition:
    alternative = Alternative(f"{kind.name.lower()}_{subject}", title, changes)
    return Addition(f"{kind.value}.{subject}", kind, subject, alternative, cost)
