"""What contingency rules can watch while the model runs: one function an indicator, one table of them."""

from collections.abc import Callable, Mapping
from math import inf, nan
from typing import Final, TypeAlias

from reception_sim.model.building import System
from reception_sim.model.kernel import Kernel
from reception_sim.protection import risk_now, standing_now
from reception_sim.scenario.conditions import WATCHED, Condition, ConditionIndicator

Watching: TypeAlias = Callable[[System, Kernel, str], float]


def value_of(condition: Condition, system: System, kernel: Kernel) -> float:
    """Return the value now of what a condition watches: in %, persons, things, or seconds for a wait."""
    return WATCHING[condition.indicator](system, kernel, condition.place)


def known_value_of(condition: Condition, system: System, kernel: Kernel) -> float:
    """Return the value of what a condition watches as far as it is known; not a number before anything is told.

    Without situation reports everything is known, and what they do not count is known as it is.
    """
    if system.reporting is None or not WATCHED[condition.indicator].counted:
        return value_of(condition, system, kernel)
    known = system.reporting.places[condition.place].known
    if known is None:
        return nan
    if condition.indicator is ConditionIndicator.OCCUPANCY:
        return _share_of_places(known.persons, system, condition.place)
    return known.persons


def _occupancy(system: System, _: Kernel, place: str) -> float:
    return _share_of_places(system.sites[place].occupancy, system, place)


def _share_of_places(persons: int, system: System, place: str) -> float:
    places = system.sites[place].places
    return 100 * persons / places if places > 0 else inf


def _queue(system: System, kernel: Kernel, place: str) -> float:
    return system.stations[place].line.persons(kernel.crowd.size)


def _longest_wait(system: System, kernel: Kernel, place: str) -> float:
    queued_at = kernel.crowd.queued_at
    return kernel.now - min(map(queued_at.__getitem__, system.stations[place].line), default=kernel.now)


def _persons_in_system(_: System, kernel: Kernel, __: str) -> float:
    tally = kernel.recorder.count_persons(kernel.crowd.size)
    return tally.arrived - tally.completed - tally.left


def _breaches(system: System, _: Kernel, place: str) -> float:
    return system.duties.breaches(place)


def _without_shelter(system: System, kernel: Kernel, place: str) -> float:
    size = kernel.crowd.size
    return sum(size[group] for group in system.sites[place].outside)


def _stock(system: System, _: Kernel, place: str) -> float:
    return system.supplies[place].stock


def _staff_on_duty(system: System, _: Kernel, place: str) -> float:
    return system.rosters[place].stock.total


def _open_teams(system: System, _: Kernel, place: str) -> float:
    return system.stations[place].capacity


def _across_the_border(system: System, _: Kernel, place: str) -> float:
    return system.borders[place].persons_waiting


def _pressure(system: System, _: Kernel, __: str) -> float:
    return system.pressure.whole


def _protection_risk(system: System, _: Kernel, place: str) -> float:
    site = system.sites[place]
    alone = system.children_alone.at(place)
    standing = standing_now(site.occupancy, site.places, site.without_shelter, alone)
    return risk_now(place, site.plan, standing).worst


WATCHING: Final[Mapping[ConditionIndicator, Watching]] = {
    ConditionIndicator.OCCUPANCY: _occupancy,
    ConditionIndicator.QUEUE: _queue,
    ConditionIndicator.LONGEST_WAIT: _longest_wait,
    ConditionIndicator.PERSONS_IN_SYSTEM: _persons_in_system,
    ConditionIndicator.BREACHES: _breaches,
    ConditionIndicator.WITHOUT_SHELTER: _without_shelter,
    ConditionIndicator.STOCK: _stock,
    ConditionIndicator.STAFF_ON_DUTY: _staff_on_duty,
    ConditionIndicator.OPEN_TEAMS: _open_teams,
    ConditionIndicator.ACROSS_THE_BORDER: _across_the_border,
    ConditionIndicator.PRESSURE: _pressure,
    ConditionIndicator.PROTECTION_RISK: _protection_risk,
}
