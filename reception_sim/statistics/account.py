"""An account of a run: its recording beside its plan, with what several figures need worked out once."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from reception_sim.recording import Booleans, EventKind, Integers, LevelKind, Recording, Times
from reception_sim.scenario.plan import ScenarioPlan
from reception_sim.statistics.courses import Course
from reception_sim.statistics.stories import COMING, GOING, GroupStates, Rows, Stories, is_one_of, read_on, sorted_by


@dataclass(frozen=True)
class Account:
    """What statistics read: travel groups are rows of `recording.people`, places are indices of their names."""

    recording: Recording
    scenario: ScenarioPlan

    @cached_property
    def place(self) -> dict[str, int]:
        return {name: number for number, name in enumerate(self.recording.names)}

    @cached_property
    def stories(self) -> Stories:
        return read_on(self.recording.events, GroupStates())

    def at(self, name: str, *kinds: EventKind) -> Rows:
        """Return the rows of some kinds of events at a place, in the order of time."""
        order, bounds = self._by_place
        number = self.place[name]
        here = order[bounds[number] : bounds[number + 1]]
        return here[is_one_of(self.stories.kind[here], *kinds)]

    @cached_property
    def _by_place(self) -> tuple[Rows, Integers]:
        counts = np.bincount(self.stories.place, minlength=len(self.place))
        return sorted_by(self.stories.place), np.concatenate(([0], np.cumsum(counts)))

    @property
    def until(self) -> float:
        return self.recording.until

    @property
    def size(self) -> Integers:
        """Return the persons of each travel group."""
        return self.recording.people.size

    def persons(self, rows: Rows) -> Integers:
        """Return the persons of the travel group of each of some events."""
        return self.size[self.stories.group[rows]]

    def level(self, kind: LevelKind, name: str) -> Course:
        """Return the course of a level that the run recorded."""
        return Course.of_levels(*self.recording.levels.of(kind, self.place[name]), self.until)

    @cached_property
    def arrived_at(self) -> Times:
        """Return when each travel group arrived; NaN for those who have not, or were there at the start."""
        return self.first_time(self.stories.rows(EventKind.GROUP_ARRIVED))

    @cached_property
    def is_in_system(self) -> Booleans:
        """Tell of each travel group whether it is in the reception system at the end."""
        is_in = np.zeros(len(self.size), bool)
        is_in[self.stories.group[self.stories.rows(*COMING)]] = True
        is_in[self.stories.group[self.stories.rows(*GOING)]] = False
        return is_in

    @cached_property
    def persons_in_system(self) -> Course:
        rows = self.stories.rows(*COMING, *GOING)
        comes = is_one_of(self.stories.kind[rows], *COMING)
        return Course.of_changes(self.stories.time[rows], np.where(comes, 1, -1) * self.persons(rows), self.until)

    def first_time(self, rows: Rows) -> Times:
        """Return when each travel group had the first of some events, NaN if none; *rows* in the order of time."""
        first = np.full(len(self.size), np.nan)
        backwards = rows[::-1]  # of several values for one group the last that is written stays
        first[self.stories.group[backwards]] = self.stories.time[backwards]
        return first
