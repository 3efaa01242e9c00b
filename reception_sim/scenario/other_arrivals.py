"""A scenario that receives another number of people a day, with all that is not people in the same proportion."""

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final, TypeVar

from reception_sim.scenario.arrivals import ArrivalPlan
from reception_sim.scenario.plan import ScenarioPlan
from reception_sim.scenario.planned import planned_arrivals
from reception_sim.scenario.quantities import DAY
from reception_sim.scenario.sites import SitePlan

T = TypeVar("T")
_OF_A_SITE: Final = ("capacity", "covered_area_m2", "toilets", "showers", "taps", "water_l_per_day")


def arrivals_a_day(scenario: ScenarioPlan) -> float:
    """Return how many people are planned to arrive a day, on average."""
    return planned_arrivals(scenario) / scenario.duration * DAY


def receiving(scenario: ScenarioPlan, persons_a_day: float, *, places_grow: bool) -> ScenarioPlan:
    """Return *scenario* with so many arrivals a day, at the same hours and of the same kinds of people.

    If *places_grow* there are more posts, equipment, vehicles, places, toilets and water in the same proportion,
    rounded up, but never fewer than planned; the staff stays as planned. Where nobody is planned
    to come, nobody comes.
    """
    planned = arrivals_a_day(scenario)
    factor = persons_a_day / planned if planned > 0 else 1.0
    entries = {
        name: replace(entry, arrivals=tuple(_times(stream, factor) for stream in entry.arrivals))
        for name, entry in scenario.entry_points.items()
    }
    other = replace(scenario, entry_points=entries)
    return _grown(other, factor) if places_grow and factor > 1 else other


def _times(stream: ArrivalPlan, factor: float) -> ArrivalPlan:
    def people(number: int) -> int:
        return round(number * factor)

    return replace(
        stream,
        file=None,  # its counts are no longer those of the file
        daily=None if stream.daily is None else {day: people(number) for day, number in stream.daily.items()},
        rate=None if stream.rate is None else stream.rate * factor,
        ramp=stream.ramp and tuple(replace(point, rate=point.rate * factor) for point in stream.ramp),
        schedule=stream.schedule and tuple(replace(one, persons=people(one.persons)) for one in stream.schedule),
        spans=stream.spans and tuple(replace(one, persons=people(one.persons)) for one in stream.spans),
    )


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
