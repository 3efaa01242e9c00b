"""An exercise as it is led: one run, the list of injects that drives it, and the log from which both come back.

Whatever is done goes three ways in this order: it is checked, it is kept (written down for good), and it takes effect.
A log that is given is played again first: up to the moment that it had reached nothing comes by itself, because all
that came is in the log. Beyond that the injects come as their conditions are met.
"""

from collections import deque
from collections.abc import Callable
from typing import TypeAlias

from reception_sim.actions import Action, JournalEntry, Origin, read_action, write_action
from reception_sim.exercise.deciding import Terms, refusal_to_cell, refusal_to_take_back, terms_of
from reception_sim.exercise.leading import longest_lasting, refusal_of_deed
from reception_sim.exercise.pending import LOOK_EVERY, Pending
from reception_sim.exercise.watching import Watch
from reception_sim.exercise_plan import (
    Decided,
    Deed,
    Exercise,
    ExpectedMet,
    ExpectedNotMet,
    InjectSent,
    InjectSkipped,
    Log,
    LogEntry,
    MselInject,
    OnCondition,
    SentBy,
    Withdrew,
    journal_entry,
    without_injects,
)
from reception_sim.exercise_plan.course import Course, InjectState, InjectStatus, Outcome
from reception_sim.run import ActionRefusedError, Run
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.exercise_parts import WrittenAction
from reception_sim.translation import tr

Keep: TypeAlias = Callable[[LogEntry], None]


class LedRun:
    """A run led by an exercise. The same scenario, exercise and log always give the same recording."""

    def __init__(
        self,
        scenario: ScenarioPlan,
        exercise: Exercise,
        log: Log = (),
        *,
        keep: Keep | None = None,
        reached: float = 0.0,
        shown_from: float = 0.0,
    ) -> None:
        """Begin at time 0 with a *log* to play again, which had come as far as *reached* (s) or further.

        *keep* is called with every new entry before it takes effect; what it raises stops that. Nobody is going to act
        before *shown_from* (s), so that it goes faster up to there.
        """
        self.run = Run(without_injects(scenario), exercise.seed)
        self.course = Course(exercise)
        self._keep = keep
        self._ahead = deque(log)
        self._log: list[LogEntry] = []
        self._reached = max([reached, *(entry.time for entry in log[-1:])])
        self._pending = Pending.of(self.course, self.now)
        self._watch = Watch(self.run)
        self._look_from = 0.0
        self._leave_out_looks_before(shown_from, log)
        self._happen()

    @property
    def now(self) -> float:
        return self.run.now

    @property
    def log(self) -> Log:
        """Return what has been done so far."""
        return tuple(self._log)

    @property
    def log_ahead(self) -> Log:
        """Return what is still to be played again."""
        return tuple(self._ahead)

    @property
    def reached(self) -> float:
        """Return how far this course of the exercise has come (s); beyond now while it is played again."""
        return max(self._reached, self.now)

    @property
    def played_again(self) -> bool:
        """Tell whether what comes next is known from the log."""
        return self.now < self._reached or bool(self._ahead)

    def advance(self, until: float) -> None:
        """Simulate up to *until* (s), and let everything come that is due on the way."""
        until = min(until, self.run.scenario.duration)
        self._happen()  # what could not be kept before, if anything
        while self.now < until:
            self.run.advance(min(until, self._next_stop()))
            self._happen()

    def advance_to_inject(self, until: float) -> bool:
        """Simulate up to *until* (s), but not beyond the next inject that comes by itself; tell whether one came."""
        until = min(until, self.run.scenario.duration)
        known = len(self._log)
        while self.now < until and not self._has_sent(since=known):
            self.advance(min(until, self._next_stop()))
        return self._has_sent(since=known)

    def know(self, log: Log, reached: float, *, shown_from: float) -> None:
        """Learn what has been done since in the same course, all of it later than now, and how far that came (s).

        Nobody is going to act before *shown_from* (s), as when a run begins.
        """
        self._ahead = deque(log[len(self._log) :])
        self._reached = max(reached, self._reached)
        self._leave_out_looks_before(shown_from, log)

    def go_forward(self, time: float) -> None:
        """Simulate up to a moment (s) that this course has reached; nobody is going to act on the way."""
        there = min(time, self.reached)
        self._leave_out_looks_before(there, (*self._log, *self._ahead))
        self.advance(there)

    def forget_what_is_ahead(self) -> None:
        """Drop the rest of a log that was given: from here on this is another course."""
        self._ahead.clear()
        self._reached = self.now
        self._happen()

    def do(self, deed: Deed) -> LogEntry:
        """Check, keep and do something now; ActionRefusedError says why it cannot be done."""
        if self.played_again:
            raise ActionRefusedError(tr("this moment is past: begin a branch here to do something else"))
        refused = self._refusal(deed)
        if refused:
            raise ActionRefusedError(refused)
        entry = self._write(deed)
        self._happen()
        return entry

    def decide(self, action: Action, *, cell: str, reason: str = "", origin: Origin = Origin.PLAYER) -> LogEntry:
        """Decide for a cell, on its terms; what a trainer decides takes effect at once and costs nothing."""
        if self.played_again:
            raise ActionRefusedError(tr("this moment is past: begin a branch here to do something else"))
        terms: Terms | None = Terms()
        if origin is Origin.PLAYER:
            refused = refusal_to_cell(action, cell, self.course, self.run)
            if refused:
                raise ActionRefusedError(refused)
            terms = terms_of(action, cell, self.course.exercise, self.run)
        assert terms is not None  # else it would have been refused
        return self.do(
            Decided(
                decision=self.course.next_decision,
                action=write_action(action),
                effect=self.now + terms.lead_time,
                origin=origin,
                cell=cell,
                reason=reason,
                cost=terms.cost,
            )
        )

    def not_taken(self, inject: MselInject) -> list[str]:
        """Return why actions of an inject would not take effect if it were sent now."""
        refusals = (self._refusal_of(written) for written in inject.actions)
        return [refused for refused in refusals if refused is not None]

    def _leave_out_looks_before(self, moment: float, log: Log) -> None:
        """Leave out looks so long before a *moment* (s) that they make no difference to what comes from there on."""
        self._look_from = max(self._look_from, moment - longest_lasting(self.course.exercise, log) - 2 * LOOK_EVERY)

    def _refusal(self, deed: Deed) -> str | None:
        match deed:
            case Decided():
                return self.run.refusal(read_action(deed.action), deed.effect)
            case Withdrew(decision=number):
                status = self.course.decisions.get(number)
                if status is None or not status.on_its_way(self.now):
                    return tr("this decision is not on its way: take another one to undo what it did")
                return refusal_to_take_back(status, self.course, self.run)
            case _:
                return refusal_of_deed(deed, self.course, self.run)

    def _write(self, deed: Deed) -> LogEntry:
        entry = LogEntry(self.now, deed)
        if self._keep is not None:
            self._keep(entry)
        self._take_effect(entry)
        return entry

    def _take_effect(self, entry: LogEntry) -> None:
        deed = entry.deed
        match deed:
            case Decided():
                self._act(journal_entry(deed))
            case Withdrew(decision=number):
                self.run.withdraw(journal_entry(self.course.decisions[number].decided))
            case InjectSent(number=number):
                self._let_act(self.course.injects[number].inject)
            case _:
                pass
        self.course.read(entry)
        self._log.append(entry)
        self._pending = Pending.of(self.course, self.now)

    def _let_act(self, inject: MselInject) -> None:
        """Take the actions of an inject, but for those that cannot be taken."""
        for written in inject.actions:
            if self._refusal_of(written) is None:
                self._act(JournalEntry(self.now, read_action(written), Origin.TRAINER, "", inject.title))

    def _act(self, entry: JournalEntry) -> None:
        self.run.act(entry.action, at=entry.time, origin=entry.origin, author=entry.author, reason=entry.reason)

    def _refusal_of(self, written: WrittenAction) -> str | None:
        try:
            return self.run.refusal(read_action(written))
        except ValueError as error:
            return str(error)

    def _next_stop(self) -> float:
        """Return the next moment at which something may come (s)."""
        now = self.now
        moments = [entry.time for entry in list(self._ahead)[:1]]
        if now < self._reached:
            moments.append(self._reached)
        coming = (self._pending.next_moment(now), self._pending.next_look(max(now, self._look_from)))
        moments += [time for time in coming if time is not None]
        return min(moments, default=self.run.scenario.duration)

    def _has_sent(self, since: int) -> bool:
        return any(isinstance(entry.deed, InjectSent) for entry in self._log[since:])

    def _happen(self) -> None:
        """Let everything come that comes now."""
        while self._ahead and self._ahead[0].time <= self.now:
            self._take_effect(self._ahead.popleft())
        self._look()
        if not self.played_again:
            while (deed := self._next_deed()) is not None:
                self._write(deed)
                self._look()  # as it will be looked when this is played again

    def _look(self) -> None:
        """Look at what the list waits for; only at whole minutes, so that it does not matter how time is cut."""
        if self.now % LOOK_EVERY or self.now < self._look_from:
            return
        for condition, begins in self._pending.watched(self.now):
            if begins <= self.now:
                self._watch.look(condition)

    def _next_deed(self) -> Deed | None:
        """Return what comes by itself now, one at a time: each may bring the next."""
        for due, sent in self._pending.sendings:
            if due <= self.now:
                return sent
        for number, when in self._pending.conditions:
            deed = self._by_condition(number, when)
            if deed is not None:
                return deed
        judged = (self._judged(status) for status in self._pending.expected)
        return next((deed for deed in judged if deed is not None), None)

    def _by_condition(self, number: int, when: OnCondition) -> Deed | None:
        if self.now < max(when.since, when.by or 0.0) or self.now % LOOK_EVERY:
            return None
        if self._watch.has_held(when.condition, when.lasting):
            return InjectSent(number=number, by=SentBy.CONDITION)
        return None if when.by is None else InjectSkipped(number=number)

    def _judged(self, status: InjectStatus) -> Deed | None:
        """Return what the model says of an expected action, None if there is nothing new to say."""
        expected, number = status.expected, status.inject.number
        if expected is None or not expected.condition or status.state is not InjectState.SENT:
            return None
        if status.expiry is not None and self.now > status.expiry:
            return None if status.outcome is Outcome.NOT_MET else ExpectedNotMet(number=number, measured=True)
        if self._watch.has_held(expected.condition, expected.lasting, since=status.sent[-1]):
            return ExpectedMet(number=number, measured=True)
        if status.outcome is Outcome.OPEN and status.deadline is not None and self.now >= status.deadline:
            return ExpectedNotMet(number=number, measured=True)
        return None
