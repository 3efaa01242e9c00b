"""What happened in a run, as columns: events of travel groups, levels of the system, and who the people are."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from reception_sim.scenario.people import Documents, Movement, Sex, SpecificNeed
from reception_sim.scenario.plan import ScenarioPlan

Times: TypeAlias = NDArray[np.float64]
Integers: TypeAlias = NDArray[np.int64]
Booleans: TypeAlias = NDArray[np.bool_]

# One column of numbers is what a model can write fastest: a moment is written once for all that happens then, and an
# event's kind, place and travel group share one whole number, which is negated to tell it from a moment.
KIND_BITS: Final = 8
PLACE_BITS: Final = 16
GROUP_SHIFT: Final = KIND_BITS + PLACE_BITS
GROUP_STEP: Final = float(1 << GROUP_SHIFT)  # floats throughout: whole numbers above 2**30 cost twice as much
_KIND_MASK: Final = (1 << KIND_BITS) - 1
_PLACE_MASK: Final = (1 << PLACE_BITS) - 1

NEEDS: Final = tuple(SpecificNeed)
SEXES: Final = tuple(Sex)
MOVEMENTS: Final = tuple(Movement)
DOCUMENTS: Final = tuple(Documents)


class EventKind(IntEnum):
    """What may happen to a travel group; the list is closed."""

    GROUP_PRESENT = 1  # in the system when the scenario starts; counts as an arrival whose time is not known
    GROUP_ARRIVED = 2  # at an entry point
    QUEUE_JOINED = 3  # at a station
    SERVICE_STARTED = 4
    SERVICE_ENDED = 5
    RIDE_AWAITED = 6  # at the place it leaves from
    GROUP_SET_OUT = 7  # towards a place, on foot or aboard
    SITE_ENTERED = 8
    GROUP_SHELTERED = 9  # has a place within the site's capacity
    SITE_LEFT = 10
    GROUP_EXITED = 11  # through an exit that the plan names
    GROUP_LEFT = 12  # gave up waiting at a station, and left the reception system
    QUEUE_ABANDONED = 13  # gave up waiting at a station, to come back or go another way
    GROUP_RETURNED = 14  # at the station or entry point, after it gave up; no new arrival


# Written by a model in place of several events at one moment; never read back as kinds of their own. The place of a
# link is its number among the recorder's links, each from one place to the next.
SERVED_AT_ONCE: Final = 255  # QUEUE_JOINED and SERVICE_STARTED
WENT_ON: Final = 254  # SERVICE_ENDED here, QUEUE_JOINED there
WENT_ON_AT_ONCE: Final = 253  # and SERVICE_STARTED there

_STANDS_FOR: Final = {
    SERVED_AT_ONCE: (EventKind.QUEUE_JOINED, EventKind.SERVICE_STARTED),
    WENT_ON: (EventKind.SERVICE_ENDED, EventKind.QUEUE_JOINED),
    WENT_ON_AT_ONCE: (EventKind.SERVICE_ENDED, EventKind.QUEUE_JOINED, EventKind.SERVICE_STARTED),
}
_KINDS: Final = np.array(
    [_STANDS_FOR.get(kind, (kind,)) + (0,) * (3 - len(_STANDS_FOR.get(kind, (kind,)))) for kind in range(256)]
)
_ROWS: Final = np.count_nonzero(_KINDS, axis=1)

_TALLIED: Final = (
    (EventKind.GROUP_PRESENT, EventKind.GROUP_ARRIVED),
    (EventKind.GROUP_EXITED,),
    (EventKind.GROUP_LEFT,),
)


class LevelKind(IntEnum):
    """What is recorded as a level that holds until it changes; the list is closed."""

    TEAMS_STAFFED = 1  # at a station: teams that could work there at once
    STAFF_ON_DUTY = 2  # of a role
    STATION_OPEN = 3  # 0 or 1
    SITE_OPEN = 4  # 0 or 1
    VEHICLES = 5  # of a fleet
    EQUIPMENT_WORKING = 6
    SUPPLY_STOCK = 7
    SUPPLY_WANTED = 8  # since the start
    SUPPLY_MISSED = 9  # since the start, for want of stock
    ARRIVAL_FACTOR = 10  # at an entry point
    SESSIONS_RUNNING = 61  # at a station: group sessions at this moment
    CASES_OPEN = 62  # at a station, carried by its caseworkers
    AWAY_UNTIL_SECOND_VISIT = 63  # persons who will come back to a station
    AT_WORK = 64  # of a role: those whom a service takes beside its team
    TRAINED = 65  # of a role: people trained on the spot so far
    VEHICLES_BROKEN = 41  # of a fleet: in repair
    VEHICLES_HELD = 42  # of a fleet: with people aboard, before a full place or a closed road
    SUPPLY_ON_ORDER = 44
    CONVOYS_WAITING = 45  # vehicles with goods that wait to cross at a place
    FORMS_TO_TYPE_IN = 46  # at a station
    POWER_OUT = 47  # 0 or 1, at a station that needs it
    NETWORK_OUT = 48  # 0 or 1, at a station that needs it
    PACKAGES_UNDER_WAY = 49  # of one kind
    PACKAGES_THERE = 50  # of one kind
    DOCUMENTS_GIVEN = 121  # persons, at a station since the start
    NEEDS_ASKED = 122  # persons asked about their needs, at a station since the start
    NEEDS_ASKED_AGAIN = 123  # of them, those whom another agency had asked before
    ASKING = 124  # s of services, at a station since the start
    APPOINTMENT_AWAITED = 125  # persons who have an appointment at a station
    APPOINTMENTS_MADE = 126  # persons, at a station since the start
    APPOINTMENTS_MISSED = 127  # persons, at a station since the start
    APPOINTMENT_AHEAD = 128  # person-seconds from asking to the appointed time, at a station since the start
    ON_BREAK = 71  # of a role, in persons
    IN_HANDOVER = 72  # of a role, in persons
    OVERTIME = 73  # of a role, in persons who have stayed on after their shift
    ACROSS_THE_BORDER = 91  # persons who wait on the other side of an entry point
    TURNED_AWAY = 92  # persons who waited there and went another way, since the start
    BORDER_SHUT = 93  # 0 or 1, at an entry point
    LONGEST_AT_BORDER = 95  # s: the longest wait on the other side of those who have crossed or turned away
    HAZARD = 96  # 0 or 1: whether it strikes
    PLACES_CHANGED = 97  # at a site: places more (or fewer) than planned
    PRESSURE = 94  # %, of a driver of the pressure to close
    HELD_AT_ROAD = 43  # persons who cannot set out from a place because a road is closed


class HappeningKind(StrEnum):
    """What is worth a line in the log; the list is closed."""

    ACTION_TAKEN = "action taken"
    INJECT_SENT = "inject sent"
    RULE_MET = "rule met"
    RULE_FIRED = "rule fired"
    RULE_ENDED = "rule ended"
    VEHICLE_DEPARTED = "vehicle departed"
    VEHICLE_HELD = "vehicle held"
    VEHICLE_BROKE_DOWN = "vehicle broke down"
    VEHICLE_REPAIRED = "vehicle repaired"
    SHIFT_CHANGED = "shift changed"
    EQUIPMENT_FAILED = "equipment failed"
    EQUIPMENT_REPAIRED = "equipment repaired"
    SUPPLY_DELIVERED = "supply delivered"
    SUPPLY_RAN_OUT = "supply ran out"
    CONVOY_CROSSED = "convoy crossed"
    PACKAGE_SENT = "package sent"
    PACKAGE_REFUSED = "package refused"
    PACKAGE_ARRIVED = "package arrived"
    PACKAGE_LEFT = "package left"
    SITE_FILLED = "site filled"
    SITE_EXTENDED = "site extended"
    MEASURE_READY = "measure ready"
    HAZARD_BEGAN = "hazard began"
    HAZARD_ENDED = "hazard ended"


@dataclass(frozen=True)
class Happening:
    """One line for the log: what, where (an id of the scenario, "" for none), how many, and its title if it has one."""

    time: float
    kind: HappeningKind
    subject: str
    count: float = 0.0
    title: str = ""


@dataclass(frozen=True)
class Events:
    """Events of travel groups, in the order in which they happened."""

    time: Times
    kind: Integers
    place: Integers
    group: Integers

    def __len__(self) -> int:
        return len(self.time)

    def of(self, kind: EventKind) -> "Events":
        """Return the events of one kind."""
        return self.where(self.kind == kind)

    def where(self, chosen: Booleans) -> "Events":
        """Return the rows for which *chosen* is true."""
        return Events(self.time[chosen], self.kind[chosen], self.place[chosen], self.group[chosen])


@dataclass(frozen=True)
class Levels:
    """Levels of the system: from *time* on, *kind* at *place* is *value*."""

    time: Times
    kind: Integers
    place: Integers
    value: Times

    def of(self, kind: LevelKind, place: int) -> tuple[Times, Times]:
        """Return the times and values of one level at one place."""
        chosen = (self.kind == kind) & (self.place == place)
        return self.time[chosen], self.value[chosen]


@dataclass(frozen=True)
class Identifications:
    """Needs seen: a person's need (index in NEEDS) was identified at a place."""

    time: Times
    person: Integers
    need: Integers
    place: Integers


@dataclass(frozen=True)
class Forms:
    """Paper forms: when filled in (the end of a service), when typed in, of which travel group, at a place.

    Each form has a row from its filling in, in which *typed* is NaN, and another one once it has been typed in.
    """

    filled: Times
    typed: Times
    group: Integers
    place: Integers


NO_FORMS: Final = Forms(np.empty(0), np.empty(0), np.empty(0, np.int64), np.empty(0, np.int64))


@dataclass(frozen=True)
class People:
    """Who the people are, whether they have arrived yet or not: one row a travel group, one row a person.

    Persons of group g are rows first_person[g] to first_person[g] + size[g]. *needs* of a person is a bit mask over
    NEEDS, present from the start. The first of *nationalities* is "", for groups of whom it is not said. *family* is
    the row of the other part of a family that was separated, -1 for none. The name of a group's *stream* and its
    *number* in it are alike in every alternative of a scenario.
    """

    size: Integers
    first_person: Integers
    stream: Integers
    number: Integers
    movement: Integers
    documents: Integers
    language: Integers
    age_band: Integers
    sex: Integers
    needs: Integers
    languages: tuple[str, ...]
    age_bands: tuple[str, ...]
    nationality: Integers
    nationalities: tuple[str, ...]
    family: Integers
    streams: tuple[str, ...] = ()

    @property
    def group_of_person(self) -> Integers:
        return np.repeat(np.arange(len(self.size)), self.size)


@dataclass(frozen=True)
class Recording:
    """Everything that a run leaves: a snapshot that later events do not change.

    *names* turns a place index into its id: places in the order of `ScenarioPlan.places`, then roles, fleets,
    equipment, supplies, packages, drivers of pressure and hazards. *until* is the simulated time that has been reached.
    """

    names: tuple[str, ...]
    until: float
    events: Events
    levels: Levels
    identifications: Identifications
    happenings: tuple[Happening, ...]
    people: People
    forms: Forms = field(default_factory=lambda: NO_FORMS)

    def index(self, name: str) -> int:
        """Return the place index of an id of the scenario."""
        return self.names.index(name)


def names_of(scenario: ScenarioPlan) -> tuple[str, ...]:
    """Return the ids that a recording of *scenario* may name, in the order of their indices."""
    places = [name for name, _ in scenario.places()]
    things = (*scenario.equipment, *scenario.supplies, *scenario.packages)
    return (*places, *scenario.staff, *scenario.vehicles, *things, *scenario.pressure, *scenario.hazards)


def event_code(kind: int, place: int) -> float:
    """Return the entry of an event but for its travel group: take group * GROUP_STEP off it to write it."""
    return -float(place << KIND_BITS | kind)


@dataclass(frozen=True)
class PersonTally:
    """Persons who have arrived (those present at the start included), left by an exit, given up."""

    arrived: int = 0
    completed: int = 0
    left: int = 0


@dataclass
class Recorder:
    """Where a model writes down what happens.

    The model appends to *log* itself, because a call a row would cost more than the row: first the moment at which it
    wakes up (s), then an entry for each event (`event_code`).
    """

    names: tuple[str, ...]
    links: list[tuple[int, int]] = field(default_factory=list)
    log: "array[float]" = field(default_factory=lambda: array("d"))
    happenings: list[Happening] = field(default_factory=list)
    _levels: "array[float]" = field(default_factory=lambda: array("d"))
    _identifications: "array[float]" = field(default_factory=lambda: array("d"))
    _forms: "array[float]" = field(default_factory=lambda: array("d"))
    _tally: PersonTally = field(default_factory=PersonTally)
    _tallied: int = 0

    def level(self, time: float, kind: LevelKind, place: int, value: float) -> None:
        """Record that a level holds from *time* on."""
        self._levels.extend((time, kind, place, value))

    def identified(self, time: float, person: int, needs: int, place: int) -> None:
        """Record that needs (a bit mask over NEEDS) of a person (row) have been seen at a place."""
        for need in range(needs.bit_length()):
            if needs >> need & 1:
                self._identifications.extend((time, person, need, place))

    def form(self, filled: float, typed: float, group: int, place: int) -> None:
        """Record a paper form of a travel group: when it is filled in (*typed* is NaN) and when it is typed in."""
        self._forms.extend((filled, typed, group, place))

    @property
    def length(self) -> int:
        """Return how long the log is, in entries: from where to read what is new next time."""
        return len(self.log)

    def events(self, since: int = 0) -> Events:
        """Return a copy of the events from entry *since* on, a length that was read before."""
        return unpack(np.array(self.log[since:]), self.links)

    def levels(self, since: int = 0) -> Levels:
        """Return a copy of the levels from row *since* on."""
        rows = np.array(self._levels[4 * since :]).reshape(-1, 4)
        return Levels(rows[:, 0], rows[:, 1].astype(np.int64), rows[:, 2].astype(np.int64), rows[:, 3])

    def identifications(self, since: int = 0) -> Identifications:
        """Return a copy of the needs seen, from row *since* on."""
        rows = np.array(self._identifications[4 * since :]).reshape(-1, 4)
        whole = rows[:, 1:].astype(np.int64)
        return Identifications(rows[:, 0], whole[:, 0], whole[:, 1], whole[:, 2])

    def forms(self) -> Forms:
        """Return a copy of the paper forms so far."""
        rows = np.array(self._forms).reshape(-1, 4)
        return Forms(rows[:, 0], rows[:, 1], rows[:, 2].astype(np.int64), rows[:, 3].astype(np.int64))

    def count_persons(self, sizes: Sequence[int]) -> PersonTally:
        """Return how many persons have come and gone; *sizes* are those of the travel groups."""
        new = self.events(self._tallied)
        self._tallied = self.length
        counts = [
            sum(sizes[group] for group in new.where(np.isin(new.kind, kinds)).group.tolist()) for kinds in _TALLIED
        ]
        old = self._tally
        self._tally = PersonTally(old.arrived + counts[0], old.completed + counts[1], old.left + counts[2])
        return self._tally

    @property
    def level_count(self) -> int:
        return len(self._levels) // 4

    def recording(self, until: float, people: People) -> Recording:
        """Return what has been recorded up to *until*."""
        return Recording(
            names=self.names,
            until=until,
            events=self.events(),
            levels=self.levels(),
            identifications=self.identifications(),
            happenings=tuple(self.happenings),
            people=people,
            forms=self.forms(),
        )


def unpack(log: Times, links: Sequence[tuple[int, int]] = ()) -> Events:
    """Turn the entries of a log, which begins with a moment, back into columns; *links* are pairs of place indices."""
    is_event = log < 0
    moment = np.maximum.accumulate(np.where(is_event, 0, np.arange(len(log))))
    time, code = log[moment[is_event]], -log[is_event].astype(np.int64)
    kind, place, group = code & _KIND_MASK, code >> KIND_BITS & _PLACE_MASK, code >> GROUP_SHIFT
    count = _ROWS[kind]
    rows = np.repeat(np.arange(len(code)), count)
    nth = np.arange(len(rows)) - np.repeat(np.cumsum(count) - count, count)
    linked = (kind[rows] == WENT_ON) | (kind[rows] == WENT_ON_AT_ONCE)
    ends = np.array(links, np.int64).reshape(-1, 2)
    places = place[rows]
    places[linked] = ends[places[linked], np.minimum(nth[linked], 1)]
    return Events(time[rows], _KINDS[kind[rows], nth], places, group[rows])


def events_from(rows: Sequence[tuple[float, EventKind, int, int]]) -> Events:
    """Build events from (time, kind, place, group) rows written by hand."""
    columns = list(zip(*rows, strict=True)) or [(), (), (), ()]
    time, kind, place, group = columns
    return Events(np.array(time, float), np.array(kind, int), np.array(place, int), np.array(group, int))
