"""The whole scenario: what is planned, frozen and validated."""

from collections.abc import Iterator, Mapping
from typing import Final, Literal, TypeAlias

from pydantic import Field
from pydantic.dataclasses import dataclass

from reception_sim.scenario.arrivals import EntryPointPlan, lanes_of
from reception_sim.scenario.borders import LanePlan, PressurePlan
from reception_sim.scenario.duties import DutyPlan
from reception_sim.scenario.equipment import EquipmentPlan
from reception_sim.scenario.escorts import EscortPlan
from reception_sim.scenario.exercise_frame import ExercisePlan
from reception_sim.scenario.exercise_parts import ContingencyPlan, InjectPlan, ObjectivePlan
from reception_sim.scenario.hazards import HazardPlan
from reception_sim.scenario.knowledge import KnowledgePlan
from reception_sim.scenario.lesson import LessonPlan
from reception_sim.scenario.packages import PackagePlan
from reception_sim.scenario.parts import FROZEN, Assumption, Identifier, RangePlan, Source, Title
from reception_sim.scenario.people import PopulationPlan
from reception_sim.scenario.procedure import NeedsForm
from reception_sim.scenario.quantities import DAY, AtLeastOne, Duration, LocalDateTime, Moment
from reception_sim.scenario.routes import RoutePlan
from reception_sim.scenario.sections import SectionPlan
from reception_sim.scenario.sectors import PreparednessPlan
from reception_sim.scenario.sites import ExitPlan, SitePlan
from reception_sim.scenario.staff import StaffPlan
from reception_sim.scenario.standards import StandardPlan
from reception_sim.scenario.stations import StationPlan
from reception_sim.scenario.supplies import SupplyPlan
from reception_sim.scenario.vehicles import VehiclePlan

FORMAT: Final = 1
LONGEST: Final = 1000 * DAY

PlacePlan: TypeAlias = EntryPointPlan | StationPlan | SitePlan | ExitPlan


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class AlreadyThere:
    """People who are in a site, or queue at a station, when the scenario starts."""

    population: Identifier = Field(description="Who they are: an id of populations.")
    at: Identifier = Field(description="The site or station.")
    persons: AtLeastOne


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class ScenarioPlan:
    """A reception system and the movement of people that it meets.

    Tables keep the order of the file. Every place (entry point, station, site, exit) has an id of its own.
    """

    format: Literal[1] = Field(description="The format of the file; this is the first.")
    title: Title
    summary: str = Field(description="One or two sentences for the library's card.")
    start: LocalDateTime = Field(description="Local date and time at which the scenario starts.")
    time_zone: str = Field(description="IANA name, for example Europe/Rome.")
    duration: Duration = Field(gt=0, le=LONGEST)
    populations: dict[Identifier, PopulationPlan]
    entry_points: dict[Identifier, EntryPointPlan]
    routes: tuple[RoutePlan, ...]
    exits: dict[Identifier, ExitPlan]
    stations: dict[Identifier, StationPlan] = Field(default_factory=dict)
    sites: dict[Identifier, SitePlan] = Field(default_factory=dict)
    staff: dict[Identifier, StaffPlan] = Field(default_factory=dict)
    equipment: dict[Identifier, EquipmentPlan] = Field(default_factory=dict)
    vehicles: dict[Identifier, VehiclePlan] = Field(default_factory=dict)
    supplies: dict[Identifier, SupplyPlan] = Field(default_factory=dict)
    packages: dict[Identifier, PackagePlan] = Field(default_factory=dict)
    already_there: tuple[AlreadyThere, ...] = ()
    standards: tuple[StandardPlan, ...] = ()
    duties: dict[Identifier, DutyPlan] = Field(
        default_factory=dict, description="What is owed to whom, and within which time."
    )
    needs_form: NeedsForm | None = Field(
        default=None,
        title="Needs are asked by",
        description="One form that all agencies share, or each agency for itself; without it all know what was seen.",
    )
    escorts: dict[Identifier, EscortPlan] = Field(
        default_factory=dict, description="Who goes with people from station to station: interpreters, guardians."
    )
    pressure: dict[Identifier, PressurePlan] = Field(
        default_factory=dict, description="What drives the pressure to close the border."
    )
    hazards: dict[Identifier, HazardPlan] = Field(
        default_factory=dict, description="What may happen to the system for a time: weather, disease, incidents."
    )
    knowledge: KnowledgePlan | None = Field(
        default=None, description="What the coordinator knows of the people at each place; without it, all that is."
    )
    preparedness: dict[Identifier, PreparednessPlan] = Field(
        default_factory=dict, description="Measures that can be taken before the crisis."
    )
    recovery_from: Moment | None = Field(
        default=None, title="Recovery from", description="When the emergency turns into transition and recovery."
    )
    contingency: tuple[ContingencyPlan, ...] = ()
    injects: tuple[InjectPlan, ...] = ()
    objectives: dict[Identifier, ObjectivePlan] = Field(default_factory=dict)
    exercise: ExercisePlan | None = Field(
        default=None, description="Who plays, how fast, and what may be decided; without it one cell that may do all."
    )
    sources: tuple[Source, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    ranges: tuple[RangePlan, ...] = Field(
        default=(), title="Ranges", description="Between which values fields may lie, for a sensitivity analysis."
    )
    place: str = Field(default="", description="Where it is set, for the library's card.")
    teaches: str = Field(default="", description="What a class learns from it.")
    lesson: LessonPlan | None = Field(default=None, description="For a short lesson: one idea for a class.")
    currency: str = Field(default="EUR", description="Of every cost in the scenario.")

    def places(self) -> Iterator[tuple[str, PlacePlan]]:
        """Yield every place with its id: entry points, stations, sites, exits, in the order of the file."""
        yield from self.entry_points.items()
        yield from self.stations.items()
        yield from self.sites.items()
        yield from self.exits.items()

    def counted_places(self) -> dict[str, PlacePlan]:
        """Return the places whose people are counted for reports: stations, sites and borders."""
        borders = {name: entry for name, entry in self.entry_points.items() if entry.border is not None}
        return {**borders, **self.stations, **self.sites}

    def agency_of(self, station: str) -> str:
        """Return for whom a station's team works: the first agency that its roles name, "" for none."""
        roles = (self.staff.get(role) for role in self.stations[station].team)
        return next((role.agency for role in roles if role is not None and role.agency), "")

    def lanes(self) -> Iterator[str]:
        """Yield every lane of an entry point as "ENTRY.LANE"."""
        for name, entry in self.entry_points.items():
            yield from (f"{name}.{lane}" for lane in lanes_of(entry))

    def sections(self) -> Iterator[str]:
        """Yield every section of a site as "SITE.SECTION"."""
        for name, site in self.sites.items():
            yield from (f"{name}.{section}" for section in site.sections)

    def _parts_of(self, place: str) -> Mapping[str, SectionPlan | LanePlan]:
        """Return the sections of a site or the lanes of an entry point."""
        return self.sites[place].sections if place in self.sites else lanes_of(self.entry_points[place])

    def title_of(self, identifier: str) -> str:
        """Return the title of whatever has that id; KeyError if nothing has."""
        things = (
            self.equipment,
            self.supplies,
            self.duties,
            self.packages,
            self.escorts,
            self.pressure,
            self.hazards,
            self.preparedness,
        )
        tables = (dict(self.places()), self.staff, self.vehicles, *things)
        place, _, part = identifier.partition(".")
        if part:
            return f"{self.title_of(place)}: {self._parts_of(place)[part].title}"
        for table in tables:
            if identifier in table:
                return table[identifier].title or identifier.replace("_", " ")
        raise KeyError(identifier)
