"""What several families of figures have in common, each worked out once for a run."""

from dataclasses import dataclass
from functools import cached_property

from reception_sim.clocks import DutyClocks
from reception_sim.statistics.account import Account
from reception_sim.statistics.courses import Course
from reception_sim.statistics.figures import SiteFigures, StationFigures, SupplyFigures
from reception_sim.statistics.group_ways import Ways
from reception_sim.statistics.milestones import (
    TimesTo,
    times_in_system,
    times_to_registration,
    times_to_shelter,
)
from reception_sim.statistics.occupancy import SiteCourses, site_courses, site_figures
from reception_sim.statistics.queues import queue_of
from reception_sim.statistics.stations import station_figures
from reception_sim.statistics.supplies import supply_figures
from reception_sim.statistics.waits import Waits, waits_at


@dataclass(frozen=True)
class Findings:
    """The waits, courses and times of a run, by the ids of the plan."""

    account: Account

    @cached_property
    def waits(self) -> dict[str, Waits]:
        return {name: waits_at(self.account, name) for name in self.account.scenario.stations}

    @cached_property
    def ways(self) -> Ways:
        return Ways(self.account)

    @cached_property
    def queues(self) -> dict[str, Course]:
        return {name: queue_of(self.account, name) for name in self.account.scenario.stations}

    @cached_property
    def stations(self) -> dict[str, StationFigures]:
        return {
            name: station_figures(self.account, name, waits, self.queues[name]) for name, waits in self.waits.items()
        }

    @cached_property
    def stays(self) -> dict[str, SiteCourses]:
        return site_courses(self.account)

    @cached_property
    def sites(self) -> dict[str, SiteFigures]:
        return {name: site_figures(name, plan, self.stays[name]) for name, plan in self.account.scenario.sites.items()}

    @cached_property
    def supplies(self) -> dict[str, SupplyFigures]:
        return {figures.id: figures for figures in supply_figures(self.account)}

    @cached_property
    def clocks(self) -> DutyClocks:
        """Return the clocks of the plan's duties, at the end of the recording."""
        recording = self.account.recording
        clocks = DutyClocks(self.account.scenario, recording.names)
        clocks.read(recording.events, recording.identifications, recording.people, recording.happenings)
        return clocks

    @cached_property
    def to_registration(self) -> TimesTo:
        return times_to_registration(self.account)

    @cached_property
    def to_shelter(self) -> TimesTo:
        return times_to_shelter(self.account)

    @cached_property
    def in_system(self) -> TimesTo:
        return times_in_system(self.account)
