"""A scenario that receives another number of people a day, with all that is not people in the same proportion."""

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final, TypeVar

from reception_sim.scenario.arrivals import EntryPointPlan
from reception_sim.scenario.plan import ScenarioPlan
from reception_sim.scenario.planned import planned_arrivals
from reception_sim.scenario.quantities import DAY, MOST_PERSONS
from reception_sim.scenario.scaling import CannotScale, numbers_at, scaled
from reception_sim.scenario.sites import SitePlan
from reception_sim.translation import tr

T = TypeVar("T")
_OF_ARRIVALS: Final = ("daily", "rate", "ramp.rate", "schedule.persons", "spans.persons")
_OF_A_SITE: Final = ("capacity", "covered_area_m2", "toilets", "showers", "taps", "water_l_per_day")


def arrivals_a_day(scenario: ScenarioPlan) -> float:
    """Return how many people are planned to arrive a day, on average."""
    return planned_arrivals(scenario) / scenario.duration * DAY


def receiving(scenario: ScenarioPlan, persons_a_day: float, *, places_grow: bool) -> ScenarioPlan:
    """Return *scenario* with so many arrivals a day, at the same hours and of the same kinds of people.

    If *places_grow* there are more posts, equipment, vehicles, places, toilets and water in the same proportion,
    rounded up, but never fewer than planned; the staff stays as planned. Where nobody is planned
    to come, nobody comes. CannotScale says that they are more than can be simulated.
    """
    if persons_a_day * scenario.duration / DAY > MOST_PERSONS:
        raise CannotScale(tr("at most {most} persons can be simulated one by one", most=f"{MOST_PERSONS:,}"))
    planned = arrivals_a_day(scenario)
    factor = persons_a_day / planned if planned > 0 else 1.0
    other = scenario
    for entry in scenario.entry_points:
        for number in _OF_ARRIVALS:
            field = f"entry_points.{entry}.arrivals.{number}"
            other = scaled(other, field, factor) if numbers_at(scenario, field) else other
    other = replace(other, entry_points={name: _by_no_file(plan) for name, plan in other.entry_points.items()})
    return _grown(other, factor) if places_grow and factor > 1 else other


def _by_no_file(entry: EntryPointPlan) -> EntryPointPlan:
    """Return an entry point whose counts are no longer those of a file."""
    return replace(entry, arrivals=tuple(replace(stream, file=None) for stream in entry.arrivals))


def _grown(scenario: ScenarioPlan, factor: float) -> ScenarioPlan:
    def more(things: Mapping[str, T], field: str) -> dict[str, T]:
        return {
            name: replace(thing, **{field: _up(getattr(thing, field) * factor)})  # type: ignore[type-var]
            for name, thing in things.items()
        }

    return replace(
        scenario,
        stations=more(scenario.stations, "posts"),
        equipment=more(scenario.equipment, "count"),
        vehicles=more(scenario.vehicles, "count"),
        sites={name: _larger(site, factor) for name, site in scenario.sites.items()},
    )


def _larger(site: SitePlan, factor: float) -> SitePlan:
    said: dict[str, float] = {name: getattr(site, name) for name in _OF_A_SITE if getattr(site, name) is not None}
    larger: dict[str, Any] = {name: _up(amount * factor) for name, amount in said.items()}
    return replace(site, **larger)


def _up(amount: float) -> int:
    return math.ceil(amount - 1e-6)  # three times nine is 27, whatever a quotient makes of it
