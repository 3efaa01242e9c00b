"""The living reception system: the plan set in motion, and changed by actions while it runs."""

from functools import partial

from reception_sim.actions import Action, JournalEntry, places_of, read_action
from reception_sim.model.acting import take
from reception_sim.model.building import System, build
from reception_sim.model.entry_point import EntryPoint
from reception_sim.model.kernel import URGENT, Kernel
from reception_sim.model.places import ExitPoint
from reception_sim.model.pressure import watch_pressure
from reception_sim.model.rules import Rule
from reception_sim.model.snapshots import take_snapshot
from reception_sim.model.watching import value_of
from reception_sim.population import Chance, Crowd, Turn
from reception_sim.recording import (
    EventKind,
    HappeningKind,
    LevelKind,
    People,
    Recorder,
    Recording,
    names_of,
)
from reception_sim.scenario.calendar import Calendar
from reception_sim.scenario.conditions import Condition
from reception_sim.scenario.exercise_parts import InjectPlan
from reception_sim.scenario.plan import AlreadyThere, ScenarioPlan
from reception_sim.scenario.planned import timed_injects
from reception_sim.state import Snapshot

# Blocks of travel groups in which to look for some that make up a wanted number of persons exactly.
BLOCKS_TO_SEARCH = 8


class ReceptionModel:
    """A scenario in motion, from its start on; it records what happens and counts nothing."""

    def __init__(self, scenario: ScenarioPlan, seed: int, replication: int, turn: Turn | None = None) -> None:
        self.scenario = scenario
        self.recorder = Recorder(names_of(scenario))
        self._chance = Chance(seed, replication, turn)
        self._crowd = Crowd(scenario, self._chance)
        self._kernel = Kernel(self._crowd, self.recorder)
        self._system: System = build(scenario, self._kernel, self._chance)
        self._withdrawn: list[JournalEntry] = []
        self._start()

    @property
    def now(self) -> float:
        return self._kernel.now

    def advance(self, until: float) -> None:
        """Simulate up to *until* (s), what happens at that very moment excluded."""
        if until > self.now:
            self._kernel.run(until)

    def schedule(self, entry: JournalEntry) -> None:
        """Let an action of the journal take effect at its time, before anything else that happens then."""
        self._kernel.at(entry.time, lambda: self._obey(entry), URGENT)

    def withdraw(self, entry: JournalEntry) -> None:
        """Let an action that has not taken effect never do so."""
        self._withdrawn.append(entry)

    def calls_left(self, package: str) -> int:
        """Return how often a package can still be called."""
        return self._system.packages[package].calls_left

    def has_trip(self, fleet: str, to: str | None) -> bool:
        """Tell whether a vehicle of a fleet is under way (to a place), or boards with somebody aboard."""
        return self._system.fleets[fleet].has_trip(to)

    def count_of(self, thing: str) -> int:
        """Return how many vehicles a fleet has now, or how many there are of a kind of equipment."""
        return self._system.thing(thing).count

    def value_of(self, condition: Condition) -> float:
        """Return the value now of what a condition watches."""
        return value_of(condition, self._system, self._kernel)

    def recording(self) -> Recording:
        """Return everything that has happened so far."""
        return self.recorder.recording(self.now, self._crowd.people())

    def snapshot(self) -> Snapshot:
        """Return the state of every place now."""
        return take_snapshot(self._system, self._kernel)

    def sizes(self) -> list[int]:
        """Return how many persons each travel group of the crowd has; the list grows."""
        return self._crowd.size

    def people(self) -> People:
        """Return everyone in the crowd as columns; it grows while the run goes on."""
        return self._crowd.people()

    def _start(self) -> None:
        system = self._system
        self._kernel.stamp()
        self._record_openings()
        self._man_stations()
        for number, present in enumerate(self.scenario.already_there):
            self._be_there(number, present)
        for entry in system.entries.values():
            entry.start()
        for fleet in system.fleets.values():
            fleet.start(self.scenario, self._chance)
        for supply in system.supplies.values():
            supply.start()
        if system.reporting is not None:
            system.reporting.start()
        self._schedule_preparedness()
        self._keep_borders()
        self._schedule_hazards()
        self._watch()
        self._schedule_injects()

    def _schedule_preparedness(self) -> None:
        """Let measures that were begun before the start take effect when they are ready."""
        for name, measure in self.scenario.preparedness.items():
            if measure.ready_s is not None:
                self._kernel.at(measure.ready_s, partial(self._be_ready, name))

    def _be_ready(self, name: str) -> None:
        self._kernel.happened(HappeningKind.MEASURE_READY, name)
        for written in self.scenario.preparedness[name].actions:
            self.take(read_action(written))

    def _keep_borders(self) -> None:
        system, calendar = self._system, Calendar.of(self.scenario)
        others: dict[str, EntryPoint | ExitPoint] = {**system.entries, **system.exits}
        for border in system.borders.values():
            border.start(calendar, self.scenario.duration, others)

    def _schedule_hazards(self) -> None:
        calendar = Calendar.of(self.scenario)
        for hazard in self._system.hazards.values():
            for moment in hazard.plan.at:
                self._kernel.at(max(calendar.seconds(moment), 0.0), hazard.strike)

    def _watch(self) -> None:
        """Watch what drives the pressure to close, and the conditions of the rules."""
        if self.scenario.pressure:
            watch_pressure(self._system, self._kernel)
        for rule in self.scenario.contingency:
            Rule(rule, self._system, self._kernel, self.take).watch()

    def _man_stations(self) -> None:
        for roster in self._system.rosters.values():
            roster.start(self.scenario, self._chance)
        for equipment in self._system.equipment.values():
            equipment.start(self._chance)
        for station in self._system.stations.values():
            station.staffing_changed()

    def _record_openings(self) -> None:
        level, index = self.recorder.level, self._kernel.index
        for name in self._system.stations:
            level(0.0, LevelKind.STATION_OPEN, index[name], 1)
        for name in self._system.sites:
            level(0.0, LevelKind.SITE_OPEN, index[name], 1)
        for name, fleet in self._system.fleets.items():
            level(0.0, LevelKind.VEHICLES, index[name], fleet.count)
        for name in self._system.entries:
            level(0.0, LevelKind.ARRIVAL_FACTOR, index[name], 1)

    def _be_there(self, number: int, present: AlreadyThere) -> None:
        """Put the people of the starting situation where they are, in groups that add up to the planned persons."""
        left = present.persons
        code = self._kernel.code(EventKind.GROUP_PRESENT, present.at)
        stream = f"already there/{number}"
        blocks = (
            self._crowd.grow(stream, present.population) for _ in range(BLOCKS_TO_SEARCH + present.persons // 256)
        )
        for group in (row for block in blocks for row in block):
            if self._crowd.size[group] <= left:
                left -= self._crowd.size[group]
                self._kernel.write(code, group)
                self._receive_at(present.at, group)
            if not left:
                return

    def _receive_at(self, place: str, group: int) -> None:
        if place in self._system.entries:
            self._system.entries[place].send_on(group)
        else:
            self._system.place(place).receive(group)

    def _schedule_injects(self) -> None:
        for time, inject in timed_injects(self.scenario):
            if 0 <= time < self.scenario.duration:
                self._kernel.at(time, partial(self._send, inject))

    def _send(self, inject: InjectPlan) -> None:
        """Deliver an inject: its line in the log, and what it does to the system."""
        self._kernel.happened(HappeningKind.INJECT_SENT, "", inject.number, inject.title)
        for written in inject.actions:
            self.take(read_action(written))

    def _obey(self, entry: JournalEntry) -> None:
        if entry in self._withdrawn:
            self._withdrawn.remove(entry)
        else:
            self.take(entry.action)

    def take(self, action: Action) -> None:
        """Let an action take effect now."""
        place = next(iter(places_of(action)), "")
        self._kernel.happened(HappeningKind.ACTION_TAKEN, place, title=type(action).__name__)
        take(action, self._system, self._kernel)
