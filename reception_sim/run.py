"""One run: a scenario, a seed, a replication and a journal become a recording, in one go or in steps."""

from reception_sim.actions import (
    Action,
    DelayVehicle,
    HurryVehicle,
    Journal,
    JournalEntry,
    Origin,
    SendPackage,
    SetCount,
    objection,
)
from reception_sim.actions.opening import open_scenario
from reception_sim.model import ReceptionModel
from reception_sim.population import Turn
from reception_sim.recording import People, Recorder, Recording
from reception_sim.scenario import Condition, ScenarioPlan
from reception_sim.state import Snapshot
from reception_sim.translation import tr

__all__ = ["ActionRefusedError", "Run", "open_scenario", "run_whole"]


class ActionRefusedError(ValueError):
    """An action that cannot be taken; the text says why."""


class Run:
    """A run that can be advanced, watched and changed by actions; the same inputs always give the same recording."""

    def __init__(
        self,
        scenario: ScenarioPlan,
        seed: int = 1,
        replication: int = 0,
        journal: Journal = (),
        turn: Turn | None = None,
    ) -> None:
        """Begin at time 0; with a *turn* chance goes another way from a moment on, and all before is the same."""
        self.scenario, self.seed, self.replication = scenario, seed, replication
        self._model = ReceptionModel(scenario, seed, replication, turn)
        self._journal: list[JournalEntry] = []
        for entry in journal:
            self._accept(entry)

    @property
    def now(self) -> float:
        """Return the simulated time that has been reached, in seconds since the scenario's start."""
        return self._model.now

    @property
    def finished(self) -> bool:
        return self.now >= self.scenario.duration

    @property
    def journal(self) -> Journal:
        """Return every action accepted so far, in the order in which they were accepted."""
        return tuple(self._journal)

    @property
    def recorder(self) -> Recorder:
        """Return what the run writes to, for reading what is new."""
        return self._model.recorder

    @property
    def sizes(self) -> list[int]:
        """Return the persons of each travel group, by its row; the list grows while the run goes on."""
        return self._model.sizes()

    def people(self) -> People:
        """Return who the people are, those who may still come included."""
        return self._model.people()

    def advance(self, until: float) -> None:
        """Simulate up to *until* (s), but not beyond the scenario's end."""
        self._model.advance(min(until, self.scenario.duration))

    def act(
        self,
        action: Action,
        *,
        at: float | None = None,
        origin: Origin = Origin.OFFICIAL,
        author: str = "",
        reason: str = "",
    ) -> JournalEntry:
        """Take an action now, or at a later time (s); raise ActionRefusedError if it cannot be taken."""
        time = self.now if at is None else at
        refused = self.refusal(action, time)
        if refused:
            raise ActionRefusedError(refused)
        entry = JournalEntry(time, action, origin, author, reason)
        self._accept(entry)
        return entry

    def refusal(self, action: Action, at: float | None = None) -> str | None:
        """Return why an action cannot be taken now, or at a later time (s); None if it can."""
        time = self.now if at is None else at
        if not self.now <= time < self.scenario.duration:
            return tr("an action takes effect between now and the end of the scenario")
        refused = objection(action, self.scenario) or self._objection_to_call(action)
        return refused or self._objection_to_thumb(action, time)

    def holds(self, condition: Condition) -> bool:
        """Tell whether a condition of the scenario's indicators holds now."""
        return condition.holds_at(self._model.value_of(condition))

    def withdraw(self, entry: JournalEntry) -> None:
        """Take back an action that has not taken effect yet; raise ActionRefusedError if it has."""
        if entry not in self._journal or entry.time < self.now:
            raise ActionRefusedError(tr("this action has taken effect; take another one to undo what it did"))
        self._journal.remove(entry)
        self._model.withdraw(entry)

    def recording(self) -> Recording:
        """Return everything that has happened so far."""
        return self._model.recording()

    def count_of(self, thing: str) -> int:
        """Return how many vehicles a fleet has, or how many there are of a kind of equipment, with what is on its way.

        Of several changes on their way the one that was accepted last counts.
        """
        coming = [
            entry.action.to
            for entry in self._journal
            if entry.time >= self.now and isinstance(entry.action, SetCount) and entry.action.of == thing
        ]
        return coming[-1] if coming else self._model.count_of(thing)

    def snapshot(self) -> Snapshot:
        """Return the state of every place now."""
        return self._model.snapshot()

    def _accept(self, entry: JournalEntry) -> None:
        refused = objection(entry.action, self.scenario) or self._objection_to_call(entry.action)
        if refused:
            raise ActionRefusedError(refused)
        self._journal.append(entry)
        self._model.schedule(entry)

    def _objection_to_thumb(self, action: Action, time: float) -> str | None:
        """Return why no vehicle can be hurried or delayed now; of a later time nobody knows."""
        if not isinstance(action, HurryVehicle | DelayVehicle) or time > self.now:
            return None
        if self._model.has_trip(action.of, action.to):
            return None
        return tr("no vehicle is under way or boards now: {fleet}", fleet=self.scenario.title_of(action.of))

    def _objection_to_call(self, action: Action) -> str | None:
        """Return why a package cannot be called once more, calls that have yet to take effect included."""
        if not isinstance(action, SendPackage):
            return None
        ahead = [entry.action for entry in self._journal if entry.time >= self.now]
        same = sum(isinstance(one, SendPackage) and one.package == action.package for one in ahead)
        if same < self._model.calls_left(action.package):
            return None
        return tr("{package} has been called as often as it can be", package=self.scenario.title_of(action.package))


def run_whole(scenario: ScenarioPlan, seed: int = 1, replication: int = 0, journal: Journal = ()) -> Recording:
    """Simulate a scenario from its start to its end."""
    run = Run(scenario, seed, replication, journal)
    run.advance(scenario.duration)
    return run.recording()
