"""Whoever comes in must be able to leave: no dead end, no endless loop, no share unaccounted for."""

from collections.abc import Collection, Iterator, Sequence

from reception_sim.scenario.flow import reachable
from reception_sim.scenario.people import TOLERANCE
from reception_sim.scenario.problems import FieldPath, Problem
from reception_sim.scenario.readable import Readable
from reception_sim.scenario.routes import RoutePlan
from reception_sim.scenario.sites import UntilTransferred
from reception_sim.translation import tr


def places_nobody_can_leave(readable: Readable) -> Iterator[Problem]:
    """Tell places without a route onward; a station that people only visit from a site needs none."""
    if not readable.plan.exits:
        yield Problem(("exits",), expected=tr("a scenario has at least one exit: say how people leave"))
    for name in _dead_ends(readable):
        yield Problem(_place_path(readable, name), expected=tr("no route leads on from here, so nobody can leave"))


def loops_nobody_leaves(readable: Readable) -> Iterator[Problem]:
    """Tell places from which routes lead on and on, but to no exit."""
    ends = [*readable.plan.exits, *_dead_ends(readable)]
    with_a_way_out = reachable(ends, readable.flow.ways_back)
    trapped = [name for name, nexts in readable.flow.ways.items() if nexts and name not in with_a_way_out]
    if trapped and readable.plan.exits:
        row = next(row for row, route in enumerate(readable.plan.routes) if route.origin in trapped)
        yield Problem(
            ("routes", row),
            expected=tr(
                "no exit can be reached from {places}: whoever comes there never leaves",
                places=", ".join(trapped),
            ),
        )


def shares_that_do_not_add_up(readable: Readable) -> Iterator[Problem]:
    """Tell places where the routes leave out some people, or claim more than all of them."""
    for name, _ in readable.plan.places():
        routes = [(row, route) for row, route in enumerate(readable.plan.routes) if route.origin == name]
        yield from _faults_of_shares([(row, route) for row, route in routes if route.when is None], routes)


def stays_without_a_vehicle(readable: Readable) -> Iterator[Problem]:
    """Tell sites where people stay until they are transferred, but nothing transfers them."""
    for name, site in readable.plan.sites.items():
        leaving = [route for route in readable.plan.routes if route.origin == name]
        by_vehicle = any(route.by is not None and route.by.vehicles is not None for route in leaving)
        if isinstance(site.stay, UntilTransferred) and leaving and not by_vehicle:
            yield Problem(
                ("sites", name, "stay"),
                expected=tr('a stay "until transferred" needs a route by vehicles; or say a length of stay'),
            )


def circles_of_next_sites(readable: Readable) -> Iterator[Problem]:
    """Tell sites that pass people on in a circle when all of them are full."""
    sites = readable.plan.sites
    for name in sites:
        passed, here = [name], sites[name].next_site
        while here is not None and here in sites and here not in passed:
            passed.append(here)
            here = sites[here].next_site
        if here == name and name == min(passed):
            circle = " → ".join([*passed, name])
            yield Problem(
                ("sites", name, "next_site"),
                expected=tr("full sites pass people on in a circle: {circle}", circle=circle),
            )


def _dead_ends(readable: Readable) -> list[str]:
    plan, flow = readable.plan, readable.flow
    leaving = {route.origin for route in plan.routes if route.share != 0}
    visited_only = {name for name in plan.stations if name in flow.visitors and name not in flow.on_routes}
    places = [*plan.entry_points, *plan.stations, *plan.sites]
    return [name for name in places if name not in leaving and name not in visited_only]


def _place_path(readable: Readable, name: str) -> FieldPath:
    plan = readable.plan
    tables: dict[str, Collection[str]] = {
        "entry_points": plan.entry_points,
        "stations": plan.stations,
        "sites": plan.sites,
    }
    return next((table, name) for table, places in tables.items() if name in places)


def _faults_of_shares(
    rest: Sequence[tuple[int, RoutePlan]], routes: Sequence[tuple[int, RoutePlan]]
) -> Iterator[Problem]:
    if not rest:
        if routes:
            row, route = routes[-1]
            expected = tr("{place} has no route for people to whom no condition applies", place=route.origin)
            yield Problem(("routes", row), expected=expected)
        return
    total = sum(route.share for _, route in rest if route.share is not None)
    everyone_else = [row for row, route in rest if route.share is None]
    place = rest[0][1].origin
    if len(everyone_else) > 1:
        expected = tr(
            "{place} has {count} routes for everyone else: give each a share",
            place=place,
            count=len(everyone_else),
        )
        yield Problem(("routes", everyone_else[1]), expected=expected)
    elif total > 1 + TOLERANCE or (not everyone_else and total < 1 - TOLERANCE):
        expected = tr("the shares of the routes from {place} must add up to 1", place=place)
        yield Problem(("routes", rest[0][0], "share"), expected=expected, found=f"{total:.6g}")
