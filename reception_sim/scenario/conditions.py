"""The conditions of contingency rules, such as "occupancy of transit_centre > 300 %"."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from typing_extensions import override

from reception_sim.scenario.problems import nearest
from reception_sim.scenario.quantity_words import format_duration, parse_duration, plain_number
from reception_sim.scenario.standards import Scope
from reception_sim.translation import tr

_CONDITION: Final = re.compile(r"(?P<indicator>.+?)(?:\s+(?:of|at)\s+(?P<place>\w+))?\s*(?P<sign>[<>])\s*(?P<limit>.+)")
_NUMBER: Final = re.compile(r"(\d+(?:\.\d+)?)\s*(.*)")


class ConditionIndicator(StrEnum):
    """What a contingency rule may watch; the value is the word that the file uses."""

    OCCUPANCY = "occupancy"  # of a site, in % of its capacity
    QUEUE = "queue"  # of a station, in persons
    LONGEST_WAIT = "longest wait"  # of those who queue at a station, a time
    PERSONS_IN_SYSTEM = "persons in the system"
    BREACHES = "breaches"  # of a duty, in persons for whom it was not kept
    WITHOUT_SHELTER = "persons without shelter"  # of a site
    STOCK = "stock"  # of a supply, in what it is counted in
    STAFF_ON_DUTY = "staff on duty"  # of a role, in persons
    OPEN_TEAMS = "open teams"  # of a station: those that could work there at once, none while it is closed
    ACROSS_THE_BORDER = "waiting across the border"  # at an entry point, in persons
    PRESSURE = "pressure to close"  # in %
    PROTECTION_RISK = "protection risk"  # at a site, the highest of the risks, in %


@dataclass(frozen=True)
class Watched:
    """Where an indicator is watched, and the unit of its limit: "s" for a time, "" where a bare number will do.

    What is *counted* is told by situation reports, where the scenario plans them (`knowledge`).
    """

    scope: Scope
    unit: str
    bare: bool = False
    counted: bool = False


# One row an indicator; the model has a row for each in model/watching.py.
WATCHED: Final[Mapping[ConditionIndicator, Watched]] = {
    ConditionIndicator.OCCUPANCY: Watched(Scope.SITE, "%", counted=True),
    ConditionIndicator.QUEUE: Watched(Scope.STATION, "persons", counted=True),
    ConditionIndicator.LONGEST_WAIT: Watched(Scope.STATION, "s"),
    ConditionIndicator.PERSONS_IN_SYSTEM: Watched(Scope.SYSTEM, "persons"),
    ConditionIndicator.BREACHES: Watched(Scope.DUTY, "persons", bare=True),
    ConditionIndicator.WITHOUT_SHELTER: Watched(Scope.SITE, "persons"),
    ConditionIndicator.STOCK: Watched(Scope.SUPPLY, "", bare=True),
    ConditionIndicator.STAFF_ON_DUTY: Watched(Scope.ROLE, "persons", bare=True),
    ConditionIndicator.OPEN_TEAMS: Watched(Scope.STATION, "teams", bare=True),
    ConditionIndicator.ACROSS_THE_BORDER: Watched(Scope.ENTRY, "persons", counted=True),
    ConditionIndicator.PRESSURE: Watched(Scope.SYSTEM, "%"),
    ConditionIndicator.PROTECTION_RISK: Watched(Scope.SITE, "%"),
}


@dataclass(frozen=True)
class Condition:
    """An indicator beyond a limit: in %, persons, or seconds for a wait; *place* "" is the whole system."""

    indicator: ConditionIndicator
    place: str
    above: bool
    limit: float

    @override
    def __str__(self) -> str:
        place = f" of {self.place}" if self.place else ""
        return f"{self.indicator}{place} {'>' if self.above else '<'} {self._limit_in_words()}"

    def holds_at(self, value: float) -> bool:
        """Tell whether *value* is beyond the limit."""
        return value > self.limit if self.above else value < self.limit

    def _limit_in_words(self) -> str:
        unit = WATCHED[self.indicator].unit
        if unit == "s":
            return format_duration(self.limit)
        return f"{plain_number(self.limit)} {unit}".strip()


@lru_cache(maxsize=256)  # the pressure to close asks for its own every five minutes of a run
def parse_condition(text: str) -> Condition:
    """Read a condition; ValueError says what was expected."""
    found = _CONDITION.fullmatch(text.strip())
    if found is None:
        raise ValueError(
            tr(
                'expected a condition such as "occupancy of transit_centre > 300 %"; found "{found}"',
                found=text,
            )
        )
    indicator = _indicator(found["indicator"])
    return Condition(
        indicator, _place(indicator, found["place"]), found["sign"] == ">", _limit(indicator, found["limit"])
    )


def _indicator(words: str) -> ConditionIndicator:
    known = [str(indicator) for indicator in ConditionIndicator]
    if words not in known:
        raise ValueError(
            tr(
                'a condition watches one of {known}; found "{found}"; did you mean "{near}"?',
                known=", ".join(known),
                found=words,
                near=nearest(words, known),
            )
        )
    return ConditionIndicator(words)


def _place(indicator: ConditionIndicator, place: str | None) -> str:
    is_of_system = WATCHED[indicator].scope is Scope.SYSTEM
    if is_of_system and place:
        raise ValueError(tr("{indicator} is counted in the whole system, not at a place", indicator=indicator))
    if not is_of_system and not place:
        raise ValueError(tr('say of which place: "{indicator} of ..."', indicator=indicator))
    return place or ""


def _limit(indicator: ConditionIndicator, text: str) -> float:
    watched = WATCHED[indicator]
    if watched.unit == "s":
        return parse_duration(text)
    found = _NUMBER.fullmatch(text)
    is_bare = watched.bare and found is not None and not found[2]
    if found is None or (found[2] != watched.unit and not is_bare):
        raise ValueError(_unlike_limit(indicator, watched.unit, text))
    return float(found[1])


def _unlike_limit(indicator: ConditionIndicator, unit: str, text: str) -> str:
    if not unit:
        return tr('the limit of {indicator} is a number alone; found "{found}"', indicator=indicator, found=text)
    return tr(
        'the limit of {indicator} is a number and "{unit}"; found "{found}"',
        indicator=indicator,
        unit=unit,
        found=text,
    )
