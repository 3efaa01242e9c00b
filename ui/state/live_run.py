"""The run that is led live: what the user asks of it, and what it has told so far."""

from pathlib import Path
from time import monotonic
from typing import Final, assert_never

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from reception_sim.actions import Action, Journal, JournalEntry, Origin
from reception_sim.exercise import (
    Accepted,
    Act,
    Command,
    Failed,
    FiguresTaken,
    LiveProcess,
    Message,
    Pace,
    Pause,
    Play,
    Refused,
    RunUntil,
    Step,
    TakeFigures,
    TimePassed,
    Withdraw,
    Withdrawn,
    start_live,
)
from reception_sim.exercise.journal_file import read_journal, write_journal
from reception_sim.recording import Happening
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.calendar import Calendar
from reception_sim.state import Snapshot
from reception_sim.statistics import RunFigures, Series
from ui.state.frames import joined_series, merged

POLL_MS: Final = 33
FIGURES_EVERY_S: Final = 1.0


class LiveRun(QObject):
    """One run at a time, in a process of its own; a timer empties its pipe: drain all, append all, draw once."""

    opened = Signal()  # a run stands at its start; whatever was shown of the last one is void
    frame = Signal(object)  # TimePassed: all that is new since the last frame, in one
    pace_changed = Signal()
    speed_changed = Signal()
    journal_changed = Signal()
    accepted = Signal(object)  # JournalEntry
    withdrawn = Signal(object)  # JournalEntry
    refused = Signal(str)
    figures_changed = Signal(object)  # RunFigures
    failed = Signal(object)  # Failed
    finished = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.scenario: ScenarioPlan | None = None
        self.seed = 1
        self.journal: Journal = ()
        self._saved: Journal = ()
        self.speed: float | None = 1800.0
        self._process: LiveProcess | None = None
        self._ticket = 0
        self._timer = QTimer(self, interval=POLL_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._drain)
        self.pace = Pace.PAUSED
        self.speed_reached = 0.0
        self.snapshot: Snapshot | None = None
        self.figures: RunFigures | None = None
        self.happenings: list[Happening] = []
        self._series: list[Series] = []
        self._measuring = False
        self._measured_at = 0.0  # on the wall clock
        self._measured_time: float | None = None  # of the run

    @property
    def alive(self) -> bool:
        """Return whether there is a process that can obey; a run that failed has none."""
        return self._process is not None

    @property
    def running(self) -> bool:
        return self.pace is Pace.PLAYING

    @property
    def time(self) -> float:
        """Return the simulated time reached, in seconds since the start."""
        return self.snapshot.time if self.snapshot else 0.0

    @property
    def series(self) -> Series | None:
        """Return the whole run over time so far."""
        if len(self._series) > 1:
            self._series = [joined_series(self._series)]
        return self._series[0] if self._series else None

    @property
    def calendar(self) -> Calendar:
        assert self.scenario is not None  # a page asks only for a run that was opened
        return Calendar.of(self.scenario)

    @property
    def unsaved(self) -> bool:
        """Return whether something was changed that no file holds yet."""
        return self.journal not in ((), self._saved)

    @property
    def pending(self) -> Journal:
        """Return the actions that have not taken effect yet."""
        return tuple(entry for entry in self.journal if entry.time > self.time)

    def open(self, scenario: ScenarioPlan, seed: int = 1, journal: Journal = (), until: float = 0.0) -> None:
        """Start a run in a new process; with *until* it goes there as fast as it can."""
        self.close()
        self._forget()
        self.scenario, self.seed, self.journal = scenario, seed, journal
        self._process = start_live(scenario, seed, journal)
        self._timer.start()
        self.opened.emit()
        self.journal_changed.emit()
        if until > 0:
            self.run_until(until)

    def recover(self) -> None:
        """Run again, from the journal, to where the run had come."""
        assert self.scenario is not None  # only a run that was opened can have failed
        self.open(self.scenario, self.seed, self.journal, until=self.time)

    def play(self) -> None:
        self._send(Play(self.speed))

    def pause(self) -> None:
        self._send(Pause())

    def play_or_pause(self) -> None:
        if self.running:
            self.pause()
        else:
            self.play()

    def set_speed(self, speed: float | None) -> None:
        """Ask for *speed* simulated seconds a second from now on; None is as fast as it goes."""
        self.speed = speed
        self.speed_changed.emit()
        if self.running:
            self.play()

    def step(self, seconds: float) -> None:
        self._send(Step(seconds))

    def run_until(self, time: float) -> None:
        self._send(RunUntil(time))

    def act(self, action: Action, *, at: float | None = None, reason: str = "") -> None:
        """Take an action now or at a later time; `accepted` or `refused` tells what came of it."""
        self._ticket += 1
        self._send(Act(self._ticket, action, at, Origin.TRAINER, reason=reason))

    def withdraw(self, entry: JournalEntry) -> None:
        self._ticket += 1
        self._send(Withdraw(self._ticket, entry))

    def take_figures(self) -> None:
        """Have the run so far measured; one measurement is under way at a time."""
        if self._process is not None and not self._measuring:
            self._measuring = True
            self._measured_time = self.time
            self._send(TakeFigures())

    def save_journal(self, path: Path) -> None:
        """Write what was changed to a file; FileNotWritten if that fails."""
        assert self.scenario is not None  # there is no journal without a run
        write_journal(path, self.journal, self.scenario, self.seed)
        self._saved = self.journal
        self.journal_changed.emit()

    def discard_journal(self) -> None:
        """Take it that the user does not want what was changed to be saved."""
        self._saved = self.journal

    def replay(self, path: Path) -> None:
        """Start the scenario again with the changes of a journal file; JournalError if it does not fit."""
        assert self.scenario is not None  # a page offers this only for a run that was opened
        written = read_journal(path, self.scenario)
        self.open(self.scenario, written.seed, written.entries)
        self._saved = written.entries

    def close(self) -> None:
        """End the run's process by its handle."""
        self._timer.stop()
        if self._process is not None:
            self._process.close()
            self._process = None

    @property
    def process_id(self) -> int | None:
        return self._process.process_id if self._process else None

    def _forget(self) -> None:
        self.pace, self.speed_reached = Pace.PAUSED, 0.0
        self.snapshot, self.figures = None, None
        self.happenings, self._series = [], []
        self._measuring, self._measured_at, self._measured_time = False, 0.0, None

    def _send(self, command: Command) -> None:
        if self._process is not None:
            self._process.send(command)

    def _drain(self) -> None:
        messages = self._process.receive() if self._process else []
        for message in messages:
            self._read_answer(message)  # first, so that the journal knows whatever happens in the frame
        passed = [message for message in messages if isinstance(message, TimePassed)]
        if passed:
            self._pass_time(merged(passed))
        for message in messages:
            self._read_result(message)
        self._keep_figures_fresh()

    def _read_answer(self, message: Message) -> None:
        match message:
            case Accepted(_, entry, journal):
                self._take_journal(journal)
                self.accepted.emit(entry)
            case Withdrawn(entry, journal):
                self._take_journal(journal)
                self.withdrawn.emit(entry)
            case Refused(_, reason):
                self.refused.emit(reason)
            case TimePassed() | FiguresTaken() | Failed():
                return  # results, read after the answers
            case _:
                assert_never(message)

    def _read_result(self, message: Message) -> None:
        match message:
            case FiguresTaken(figures):
                self._take_figures(figures)
            case Failed():
                self._fail(message)
            case TimePassed() | Accepted() | Withdrawn() | Refused():
                return  # read already
            case _:
                assert_never(message)

    def _pass_time(self, news: TimePassed) -> None:
        changed, self.pace = self.pace is not news.pace, news.pace
        self.speed_reached, self.snapshot = news.speed, news.snapshot
        self._series.append(news.series)
        self.happenings.extend(news.happenings)
        self.frame.emit(news)
        if changed:
            self._change_pace()

    def _change_pace(self) -> None:
        self.pace_changed.emit()
        if self.pace is Pace.FINISHED:
            self._measured_time = self.time  # the worker measures a finished run of its own accord
            self.finished.emit()

    def _keep_figures_fresh(self) -> None:
        """Have the run measured now and then while it goes on, and once where it stands still."""
        due = not self.running or monotonic() - self._measured_at > FIGURES_EVERY_S
        if due and self.snapshot is not None and self._measured_time != self.time:
            self.take_figures()

    def _take_journal(self, journal: Journal) -> None:
        self.journal = journal
        self.journal_changed.emit()

    def _take_figures(self, figures: RunFigures) -> None:
        self._measuring = False
        self._measured_at = monotonic()
        self.figures = figures
        # in a turn of its own: a frame and the figures together would hold the window up
        QTimer.singleShot(0, self, self._tell_figures)

    def _tell_figures(self) -> None:
        if self.figures is not None:  # a run opened meanwhile has none yet
            self.figures_changed.emit(self.figures)

    def _fail(self, failure: Failed) -> None:
        self.close()
        self.pace = Pace.PAUSED
        self.pace_changed.emit()
        self.failed.emit(failure)
