"""How an exercise stands, read from its log: injects, decisions, money, points, play."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import assert_never

from reception_sim.exercise_plan.deeds import (
    Decided,
    ExpectedMet,
    ExpectedNotMet,
    InjectPostponed,
    InjectSent,
    InjectSkipped,
    InjectsShifted,
    InjectWritten,
    LogEntry,
    PlayBegan,
    PlayEnded,
    TimeJumped,
    ViewChanged,
    Withdrew,
)
from reception_sim.exercise_plan.exercise import Exercise, PlayersView
from reception_sim.exercise_plan.injects import AfterInject, AtTime, ExpectedAction, MselInject, OnCondition


class InjectState(StrEnum):
    """What has become of an inject."""

    WAITING = "waiting"
    SENT = "sent"
    SKIPPED = "skipped"


class Outcome(StrEnum):
    """What has become of an expected action; only one whose inject was sent can be due at all."""

    NOT_DUE = "not due"
    OPEN = "open"
    MET = "met"
    LATE = "late"  # met after its time, before it expired
    NOT_MET = "not met"


class Phase(StrEnum):
    """Whether the players play."""

    SETTLING = "settling"
    PLAYING = "playing"
    ENDED = "ended"


@dataclass(frozen=True)
class InjectStatus:
    """How an inject stands: *sent* are the times at which it was (s); of an expected action when it was met."""

    inject: MselInject
    state: InjectState = InjectState.WAITING
    sent: tuple[float, ...] = ()
    outcome: Outcome = Outcome.NOT_DUE
    met: float | None = None

    @property
    def expected(self) -> ExpectedAction | None:
        return self.inject.expected

    @property
    def deadline(self) -> float | None:
        """Return when the time for the expected action is up (s); None if there is no such time."""
        within = self.expected.within if self.expected is not None else None
        return None if within is None or not self.sent else self.sent[-1] + within

    @property
    def expiry(self) -> float | None:
        """Return from when on the expected action no longer counts (s): when it expires, else when its time is up."""
        expires = self.expected.expires if self.expected is not None else None
        return self.deadline if expires is None or not self.sent else self.sent[-1] + expires


@dataclass(frozen=True)
class DecisionStatus:
    """A decision, when it was taken (s), and whether it was taken back on its way."""

    time: float
    decided: Decided
    withdrawn: bool = False

    def on_its_way(self, now: float) -> bool:
        return not self.withdrawn and self.decided.effect > now


@dataclass
class Course:
    """The state of an exercise, brought up to date entry by entry."""

    exercise: Exercise
    injects: dict[int, InjectStatus] = field(default_factory=dict)
    decisions: dict[int, DecisionStatus] = field(default_factory=dict)
    phase: Phase = Phase.SETTLING
    began: float | None = None
    ended: float | None = None

    def __post_init__(self) -> None:
        self.view: PlayersView = self.exercise.view
        self.injects = {inject.number: InjectStatus(inject) for inject in self.exercise.injects}

    @property
    def spent(self) -> float:
        """Return what the players' decisions have cost, those on their way included."""
        return sum(status.decided.cost for status in self.decisions.values() if not status.withdrawn)

    @property
    def budget_left(self) -> float | None:
        return None if self.exercise.budget is None else self.exercise.budget - self.spent

    @property
    def next_decision(self) -> int:
        return 1 + max(self.decisions, default=0)

    def due(self, status: InjectStatus) -> float | None:
        """Return when an inject that waits comes (s); None if that does not hang on the clock, or not yet."""
        if status.state is not InjectState.WAITING:
            return None
        match status.inject.when:
            case AtTime(at=at):
                return at
            case AfterInject(number=number, delay=delay):
                before = self.injects.get(number)
                return before.sent[0] + delay if before is not None and before.sent else None
            case _:
                return None

    def waiting_for_condition(self) -> Iterator[tuple[int, OnCondition]]:
        """Yield the injects that come when the simulation is so, by number."""
        for number, status in self.injects.items():
            if status.state is InjectState.WAITING and isinstance(status.inject.when, OnCondition):
                yield number, status.inject.when

    def open_expectations(self, now: float) -> Iterator[InjectStatus]:
        """Yield the injects whose expected action can still come after *now* (s), or has not been judged yet."""
        for status in self.injects.values():
            is_late = status.outcome is Outcome.NOT_MET and status.met is None
            if status.outcome is Outcome.OPEN or (is_late and (status.expiry is None or now <= status.expiry)):
                yield status

    def proposals(self, now: float) -> list[int]:
        """Return the contingency injects to think of: an expected action has not come in time."""
        proposed = [
            status.expected.contingency
            for status in self.injects.values()
            if status.expected is not None and status.expected.contingency is not None and _is_overdue(status, now)
        ]
        waiting = [number for number, status in self.injects.items() if status.state is InjectState.WAITING]
        return [number for number in waiting if number in proposed]

    def arrived(self) -> list[InjectStatus]:
        """Return the injects that have come, in the order in which each came last."""
        return sorted((status for status in self.injects.values() if status.sent), key=lambda status: status.sent[-1])

    def to_score(self) -> list[InjectStatus]:
        """Return what can be judged: expected actions whose inject has arrived. Others nobody is asked about."""
        return [status for status in self.arrived() if status.expected is not None]

    def points(self) -> tuple[int, int]:
        """Return the points that were earned, and how many there were to earn so far."""
        judged = [(status, status.expected.points) for status in self.to_score() if status.expected is not None]
        return sum(points for status, points in judged if _counts(status)), sum(points for _, points in judged)

    def read(self, entry: LogEntry) -> None:
        """Bring everything up to date with the next entry of the log."""
        time, deed = entry.time, entry.deed
        match deed:
            case Decided():
                self.decisions[deed.decision] = DecisionStatus(time, deed)
            case Withdrew(decision=number):
                self.decisions[number] = replace(self.decisions[number], withdrawn=True)
            case PlayBegan():
                self.phase, self.began = Phase.PLAYING, time
            case PlayEnded():
                self.phase, self.ended = Phase.ENDED, time
            case ViewChanged(view=view):
                self.view = view
            case TimeJumped():
                pass
            case _:
                self._read_inject(time, deed)

    def _read_inject(
        self,
        time: float,
        deed: InjectSent
        | InjectSkipped
        | InjectPostponed
        | InjectWritten
        | InjectsShifted
        | ExpectedMet
        | ExpectedNotMet,
    ) -> None:
        match deed:
            case InjectSent(number=number):
                self._send(number, time)
            case InjectSkipped(number=number):
                self.injects[number] = replace(self.injects[number], state=InjectState.SKIPPED)
            case InjectPostponed(number=number, to=to):
                status = self.injects[number]
                self.injects[number] = replace(status, state=InjectState.WAITING, inject=status.inject.moved_to(to))
            case InjectWritten(inject=inject):
                status = self.injects.get(inject.number, InjectStatus(inject))
                self.injects[inject.number] = replace(status, inject=inject)
            case InjectsShifted(by=by):
                self._shift(by, time)
            case ExpectedMet(number=number):
                self._meet(number, time)
            case ExpectedNotMet(number=number):
                self.injects[number] = replace(self.injects[number], outcome=Outcome.NOT_MET, met=None)
            case _:
                assert_never(deed)

    def _send(self, number: int, time: float) -> None:
        status = self.injects[number]
        outcome = Outcome.NOT_DUE if status.expected is None else Outcome.OPEN
        self.injects[number] = replace(
            status, state=InjectState.SENT, sent=(*status.sent, time), outcome=outcome, met=None
        )

    def _shift(self, by: float, now: float) -> None:
        """Move all that is left, keeping the spacing; nothing comes before now."""
        for number, status in self.injects.items():
            when = status.inject.when
            if status.state is InjectState.WAITING and isinstance(when, AtTime):
                moved = status.inject.moved_to(max(when.at + by, now))
                self.injects[number] = replace(status, inject=moved)

    def _meet(self, number: int, time: float) -> None:
        status = self.injects[number]
        late = status.deadline is not None and time > status.deadline
        self.injects[number] = replace(status, outcome=Outcome.LATE if late else Outcome.MET, met=time)


def _is_overdue(status: InjectStatus, now: float) -> bool:
    if status.outcome is Outcome.NOT_MET:
        return True
    return status.outcome is Outcome.OPEN and status.deadline is not None and now >= status.deadline


def _counts(status: InjectStatus) -> bool:
    """Tell whether an expected action earns its points: met, and not after it has expired."""
    return status.met is not None and (status.expiry is None or status.met <= status.expiry)
