"""What a recording is made of: columns of events and levels, needs seen, forms, the log, and who the people are."""

from dataclasses import dataclass, field
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from reception_sim.recording.kinds import EventKind, HappeningKind, LevelKind
from reception_sim.scenario.people import Documents, Movement, Sex, SpecificNeed
from reception_sim.scenario.plan import ScenarioPlan

Times: TypeAlias = NDArray[np.float64]
Integers: TypeAlias = NDArray[np.int64]
Booleans: TypeAlias = NDArray[np.bool_]

NEEDS: Final = tuple(SpecificNeed)
SEXES: Final = tuple(Sex)
MOVEMENTS: Final = tuple(Movement)
DOCUMENTS: Final = tuple(Documents)


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
    equipment, supplies, packages, drivers of pressure, hazards, escorts, sections and lanes (such as
    "SITE.SECTION"). *until* is the simulated time that has been reached.
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
    sections = (f"{name}.{section}" for name, site in scenario.sites.items() for section in site.sections)
    return (
        *places,
        *scenario.staff,
        *scenario.vehicles,
        *things,
        *scenario.pressure,
        *scenario.hazards,
        *scenario.escorts,
        *sections,
        *scenario.lanes(),
    )
