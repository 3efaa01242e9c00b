"""One more of each thing that a reception system has, as alternatives, with what it costs by the plan's prices."""

import math
from collections.abc import Iterator
from typing import Final

from reception_sim.experiments.alternatives import Alternative
from reception_sim.experiments.answers import Addition, AdditionKind
from reception_sim.scenario import Calendar, ScenarioPlan
from reception_sim.scenario.changes import Change
from reception_sim.scenario.quantities import DAY, HOUR
from reception_sim.scenario.rosters import shifts_worked
from reception_sim.scenario.staff import StaffPlan
from reception_sim.translation import tr

PLACES: Final = 10  # in a site, added together: one bed alone would tell nothing


def additions(scenario: ScenarioPlan) -> Iterator[Addition]:
    """Yield everything of which one more can be had, in the order of the plan."""
    yield from (_staff(role, plan, scenario) for role, plan in scenario.staff.items())
    for kind, equipment in scenario.equipment.items():
        title = tr("One more: {title}", title=scenario.title_of(kind))
        cost = _for_days(equipment.daily_cost, scenario)
        yield _addition(
            AdditionKind.EQUIPMENT, kind, title, (Change(f"equipment.{kind}.count", equipment.count + 1),), cost
        )
    for fleet, vehicle in scenario.vehicles.items():
        title = tr("One more: {title}", title=scenario.title_of(fleet))
        cost = _for_days(vehicle.daily_cost, scenario)
        yield _addition(
            AdditionKind.VEHICLE, fleet, title, (Change(f"vehicles.{fleet}.count", vehicle.count + 1),), cost
        )
    for name, site in scenario.sites.items():
        title = tr("{n} more places: {title}", n=PLACES, title=scenario.title_of(name))
        change = Change(f"sites.{name}.capacity", site.capacity + PLACES)
        yield _addition(AdditionKind.PLACES, name, title, (change,), math.nan)


def _staff(role: str, plan: StaffPlan, scenario: ScenarioPlan) -> Addition:
    """Add one of a role to every shift, and a post wherever the role works: without it they could not start."""
    shifts = [Change(f"staff.{role}.shifts[{row}].count", one.count + 1) for row, one in enumerate(plan.shifts, 1)]
    stations = ((name, station) for name, station in scenario.stations.items() if role in station.team)
    posts = [Change(f"stations.{name}.posts", station.posts + 1) for name, station in stations]
    worked = shifts_worked(plan, Calendar.of(scenario), scenario.duration)
    spans = [(max(one.start, 0.0), min(one.end, scenario.duration)) for one in worked]
    hours = sum(end - start for start, end in spans) / HOUR
    cost = math.nan if plan.hourly_cost is None else plan.hourly_cost * hours
    title = tr("One more on every shift: {title}", title=scenario.title_of(role))
    return _addition(AdditionKind.STAFF, role, title, (*shifts, *posts), cost)


def _addition(kind: AdditionKind, subject: str, title: str, changes: tuple[Change, ...], cost: float) -> Addition:
    alternative = Alternative(f"{kind.name.lower()}_{subject}", title, changes)
    return Addition(f"{kind.value}.{subject}", kind, subject, alternative, cost)


def _for_days(daily_cost: float | None, scenario: ScenarioPlan) -> float:
    return math.nan if daily_cost is None else daily_cost * scenario.duration / DAY
