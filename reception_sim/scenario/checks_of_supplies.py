"""Supplies must be used where the plan knows a place, by whom it knows, and come by what carries them."""

from collections.abc import Iterator

from reception_sim.scenario.problems import Problem, nearest
from reception_sim.scenario.readable import Readable
from reception_sim.translation import tr


def supplies_for_nobody(readable: Readable) -> Iterator[Problem]:
    """Tell supplies for age bands that no population has, and those used daily at a station."""
    plan = readable.plan
    bands = sorted({band for population in plan.populations.values() for band in population.age_sex})
    for name, supply in plan.supplies.items():
        for column, band in enumerate(supply.recipients.ages if supply.recipients else ()):
            if band not in bands and plan.populations:
                yield Problem(
                    ("supplies", name, "for", "ages", column),
                    expected=tr("no population has this; there are {known}", known=", ".join(bands)),
                    found=f'"{band}"',
                    suggestion=nearest(band, bands, alike=0.5),
                )
        for column, place in enumerate(supply.at):
            if place in plan.stations and supply.per_person_on_arrival is None:
                yield Problem(
                    ("supplies", name, "at", column),
                    expected=tr("is a station: what is used day by day is used in sites; say per_person_on_arrival"),
                    found=f'"{place}"',
                )


def people_on_vehicles_for_goods(readable: Readable) -> Iterator[Problem]:
    """Tell routes by fleets that say neither when they leave nor a timetable: those carry goods alone."""
    plan = readable.plan
    ridden = {route.by.vehicles for route in plan.routes if route.by is not None}
    for name, fleet in plan.vehicles.items():
        if name in ridden and fleet.leaves is None and fleet.timetable is None:
            yield Problem(("vehicles", name), expected=tr("people ride with it: say leaves or timetable"))


def outages_that_cannot_be(readable: Readable) -> Iterator[Problem]:
    """Tell paper at stations where nothing can be missing, and generators for stations that need no power."""
    plan = readable.plan
    for name, station in plan.stations.items():
        if station.paper is not None and not (station.needs_power or station.needs_network or station.equipment):
            yield Problem(
                ("stations", name, "paper"),
                expected=tr("is never used: nothing is missing where no power, network or equipment is needed"),
            )
    for name, kind in plan.equipment.items():
        for row, place in enumerate(kind.powers):
            if place in plan.stations and not plan.stations[place].needs_power:
                yield Problem(("equipment", name, "powers", row), expected=tr("this station needs no power"))
