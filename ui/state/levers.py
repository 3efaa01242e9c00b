"""What an alternative may change in a scenario: every number of people, posts, places, vehicles and equipment in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from reception_sim.scenario import ScenarioPlan
from reception_sim.translation import tr


@dataclass(frozen=True)
class Lever:
    """A number of the scenario: where it stands, what it is called, and what the scenario says."""

    path: str
    title: str
    planned: int


def levers_of(scenario: ScenarioPlan) -> tuple[Lever, ...]:
    """Return the levers of a scenario: its staff first, then posts, places, vehicles and equipment."""
    return (*_staff(scenario), *_posts(scenario), *_places(scenario), *_things(scenario))


def _staff(scenario: ScenarioPlan) -> Iterator[Lever]:
    for role, plan in scenario.staff.items():
        several = len({str(shift.days) for shift in plan.shifts}) > 1
        for row, shift in enumerate(plan.shifts, start=1):
            when = f"{shift.days} {shift.hours}" if several else str(shift.hours)
            title = tr("{role}, {hours}", role=plan.title, hours=when)
            yield Lever(f"staff.{role}.shifts[{row}].count", title, shift.count)
        for place, count in plan.at.items():
            title = tr("{role} posted at {place}", role=plan.title, place=scenario.title_of(place))
            yield Lever(f"staff.{role}.at.{place}", title, count)


def _posts(scenario: ScenarioPlan) -> Iterator[Lever]:
    for name, station in scenario.stations.items():
        yield Lever(f"stations.{name}.posts", tr("Posts of {station}", station=station.title), station.posts)


def _places(scenario: ScenarioPlan) -> Iterator[Lever]:
    for name, site in scenario.sites.items():
        yield Lever(f"sites.{name}.capacity", tr("Places of {site}", site=site.title), site.capacity)


def _things(scenario: ScenarioPlan) -> Iterator[Lever]:
    for name, fleet in scenario.vehicles.items():
        yield Lever(f"vehicles.{name}.count", fleet.title, fleet.count)
    for name, equipment in scenario.equipment.items():
        yield Lever(f"equipment.{name}.count", scenario.title_of(name), equipment.count)
