"""What a report is about: a scenario, what its runs told, and what was changed while they ran."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from reception_sim import __version__
from reception_sim.actions import Journal
from reception_sim.experiments import ReplicationSummary, summarise
from reception_sim.recording import Happening
from reception_sim.reports.document import Section
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.calendar import Calendar
from reception_sim.statistics.figures import RunFigures


@dataclass(frozen=True)
class ReportContent:
    """Everything that a report tells, so that anybody can reproduce it.

    *figures* are those of the only run, or of replication 0; *summary* is of all replications if there are
    several. *happenings* are what happened in that run. *answers* are those to
    questions that were asked of many runs, each a section. *made* is when the report is made, if that is known.
    """

    scenario: ScenarioPlan
    figures: RunFigures
    journal: Journal = ()
    seed: int = 1
    summary: ReplicationSummary | None = None
    happenings: tuple[Happening, ...] = ()
    answers: tuple[Section, ...] = ()
    version: str = __version__
    made: datetime | None = None

    @cached_property
    def estimates(self) -> ReplicationSummary:
        """Return the summary of all replications, which for a single run holds its figures alone."""
        return self.summary or summarise((self.figures,))

    @cached_property
    def calendar(self) -> Calendar:
        return Calendar.of(self.scenario)

    @property
    def replicated(self) -> bool:
        return self.estimates.replications > 1

    def title_of(self, identifier: str) -> str:
        """Return the title of a place, role, fleet, equipment or supply."""
        return self.scenario.title_of(identifier)
