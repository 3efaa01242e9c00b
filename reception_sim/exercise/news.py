"""What a live run has to tell: the state now, and the grid points and happenings since it was last asked."""

import numpy as np

from reception_sim.clocks import DutyClocks, DutyState
from reception_sim.exercise.protocol import Pace, TimePassed
from reception_sim.protection import ChildrenAlone, SiteRisk, risk_now, standing_now
from reception_sim.recording import Events, Happening, Integers, People
from reception_sim.run import Run
from reception_sim.state import Snapshot
from reception_sim.statistics import SeriesFold, grid_step


class News:
    """Reads a run's recorder onward from where it stopped reading."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._fold = SeriesFold(run.scenario, run.recorder.names, grid_step(run.scenario.duration))
        self._events = 0
        self._levels = 0
        self._happenings = 0
        self._sizes = np.empty(0, np.int64)
        self._clocks = DutyClocks(run.scenario, run.recorder.names)
        self._alone = ChildrenAlone(run.scenario, run.recorder.names)
        self._people: People | None = None
        self._seen = 0

    def take(self, pace: Pace, speed: float) -> TimePassed:
        """Return what is new; nothing is told twice and nothing is left out."""
        recorder = self._run.recorder
        events, levels = recorder.events(self._events), recorder.levels(self._levels)
        happenings = tuple(recorder.happenings[self._happenings :])
        self._events = recorder.length
        self._levels += len(levels.time)
        self._happenings += len(happenings)
        snapshot = self._run.snapshot()
        return TimePassed(
            pace=pace,
            speed=speed,
            snapshot=snapshot,
            series=self._fold.append(events, levels, self._sizes_by_now(), self._run.now),
            happenings=happenings,
            duties=self._duties(events, happenings),
            risks=self._risks(events, snapshot),
        )

    def _duties(self, events: Events, happenings: tuple[Happening, ...]) -> tuple[DutyState, ...]:
        """Return how the plan's duties stand now."""
        if not self._run.scenario.duties:
            return ()
        people = self._people_by_now()
        seen = self._run.recorder.identifications(self._seen)
        self._seen += len(seen.time)
        self._clocks.read(events, seen, people, happenings)
        return self._clocks.states(self._run.now)

    def _risks(self, events: Events, snapshot: Snapshot) -> tuple[SiteRisk, ...]:
        """Return the protection risk at each site now."""
        sites = self._run.scenario.sites
        if not sites:
            return ()
        self._alone.read(events, self._people_by_now())
        alone = self._alone.persons
        return tuple(
            risk_now(
                now.id,
                sites[now.id],
                standing_now(now.occupancy, now.capacity, now.without_shelter, alone[now.id]),
            )
            for now in snapshot.sites
        )

    def _people_by_now(self) -> People:
        """Return who the people are, read again only when there are more of them."""
        if self._people is None or len(self._people.size) < len(self._run.sizes):
            self._people = self._run.people()
        return self._people

    def _sizes_by_now(self) -> Integers:
        """Return the persons of each travel group; only those that are new are read from the run."""
        new = self._run.sizes[len(self._sizes) :]
        if new:
            self._sizes = np.concatenate((self._sizes, np.array(new, np.int64)))
        return self._sizes
