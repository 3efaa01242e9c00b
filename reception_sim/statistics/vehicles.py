"""How vehicles served: trips, people carried, waits for a ride, breakdowns; and who waited before closed roads."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from reception_sim.recording import EventKind, Happening, HappeningKind, LevelKind, Times
from reception_sim.statistics.account import Account
from reception_sim.statistics.figures import Spread, StillWaiting
from reception_sim.statistics.findings import Findings
from reception_sim.statistics.part_figures import Part, PartFigure
from reception_sim.statistics.spreads import spread_of, still_waiting_of
from reception_sim.statistics.stories import Groups, sorted_by

_NAN: Final = float("nan")


def vehicle_figures(findings: Findings) -> Iterator[PartFigure]:
    """Yield the figures of each fleet; waits are from asking for a ride to setting out, a person a wait."""
    account = findings.account
    rides = _rides(account) if account.scenario.vehicles else {}
    for fleet in account.scenario.vehicles:
        for measure, value in _figures(account, fleet, rides[fleet]):
            yield PartFigure(Part.VEHICLES, fleet, measure, value)


def road_figures(findings: Findings) -> Iterator[PartFigure]:
    """Yield how many people closed roads held at each place from which one was closed while somebody waited."""
    account = findings.account
    for name, _ in account.scenario.places():
        held = account.level(LevelKind.HELD_AT_ROAD, name)
        if held.maximum > 0:
            yield PartFigure(Part.ROADS, name, "most", held.maximum)
            yield PartFigure(Part.ROADS, name, "person_hours", held.integral / 3600)
            yield PartFigure(Part.ROADS, name, "at_end", held.at_end)


@dataclass(frozen=True)
class Rides:
    """The waits for a fleet's rides: *seconds* (ascending) of those who set out, *so_far* of those who still wait."""

    seconds: Times
    group: Groups
    so_far: Times
    waiting: Groups


def _figures(account: Account, fleet: str, rides: Rides) -> Iterator[tuple[str, float]]:
    departures = [line.count for line in _happened(account, HappeningKind.VEHICLE_DEPARTED, fleet)]
    waits = spread_of(rides.seconds, account.size[rides.group])
    still = still_waiting_of(rides.so_far, account.size[rides.waiting])
    seats = len(departures) * account.scenario.vehicles[fleet].capacity
    yield "trips", len(departures)
    yield "persons", sum(departures)
    yield "load", 100 * sum(departures) / seats if seats else _NAN
    yield "wait_median", waits.median
    yield "wait_p95", waits.p95
    yield "wait_longest", _longest(waits, still)
    yield "still_waiting", still.persons
    yield "breakdowns", len(_happened(account, HappeningKind.VEHICLE_BROKE_DOWN, fleet))
    yield "held", account.level(LevelKind.VEHICLES_HELD, fleet).integral


def _longest(waits: Spread, still: StillWaiting) -> float:
    known = [value for value in (waits.maximum, still.longest_so_far) if value == value]  # noqa: PLR0124 - NaN is not
    return max(known, default=_NAN)


def _happened(account: Account, kind: HappeningKind, fleet: str) -> list[Happening]:
    return [line for line in account.recording.happenings if line.kind is kind and line.subject == fleet]


def _rides(account: Account) -> dict[str, Rides]:
    """Pair each asking for a ride with the setting out that followed, by the fleet that carried the group.

    Those who still wait are told of a fleet only where no other one leaves from their place.
    """
    stories, rows = account.stories, account.stories.rows(EventKind.RIDE_AWAITED, EventKind.GROUP_SET_OUT)
    rows = rows[sorted_by(stories.group[rows])]
    place, group, time = stories.place[rows], stories.group[rows], stories.time[rows]
    awaited = stories.kind[rows] == EventKind.RIDE_AWAITED
    goes_on = np.zeros(len(rows), bool)
    goes_on[:-1] = group[1:] == group[:-1]
    left, waits = np.flatnonzero(awaited & goes_on), np.flatnonzero(awaited & ~goes_on)
    ways = place[left] * len(account.place) + place[left + 1]
    found = {}
    for fleet, (own_ways, own_places) in _served(account).items():
        mine, still = left[np.isin(ways, own_ways)], waits[np.isin(place[waits], own_places)]
        seconds = time[mine + 1] - time[mine]
        order = np.argsort(seconds, kind="stable")
        found[fleet] = Rides(seconds[order], group[mine[order]], account.until - time[still], group[still])
    return found


def _served(account: Account) -> dict[str, tuple[list[int], list[int]]]:
    """Return for each fleet its ways, as origin * places + destination, and the places from which it alone leaves."""
    plan, number = account.scenario, account.place
    fleets_from: dict[str, set[str]] = {}
    ways: dict[str, list[tuple[str, str]]] = {fleet: [] for fleet in plan.vehicles}
    for route in plan.routes:
        if route.by is not None and route.by.vehicles is not None:
            fleets_from.setdefault(route.origin, set()).add(route.by.vehicles)
            ways[route.by.vehicles].append((route.origin, route.destination))
    return {
        fleet: (
            [number[origin] * len(number) + number[destination] for origin, destination in ends],
            [number[origin] for origin, _ in ends if len(fleets_from[origin]) == 1],
        )
        for fleet, ends in ways.items()
    }
