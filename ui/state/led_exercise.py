"""The exercise that is led: what the trainer asks of it, and what it has told so far."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, assert_never

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from reception_sim.actions import Action, HoldClocks, LetClocksRun, Origin
from reception_sim.exercise import (
    BeginBranch,
    BreachesTaken,
    CourseOpened,
    Decide,
    Do,
    Done,
    Failed,
    FiguresTaken,
    GoOnTo,
    GoTo,
    JournalTaken,
    LedCommand,
    LedMessage,
    LedOn,
    LedProcess,
    OpenBranch,
    Pace,
    Pause,
    Play,
    PlayersPicture,
    Refused,
    RunUntil,
    Step,
    TakeBreaches,
    TakeFigures,
    TakeJournal,
    start_led,
)
from reception_sim.exercise_plan import Branch, Deed, Exercise, LogEntry, action_of
from reception_sim.exercise_plan.course import Course
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.calendar import Calendar
from reception_sim.state import Snapshot
from reception_sim.statistics import Breach, RunFigures, Series
from ui.state.frames import joined_series, merged

POLL_MS: Final = 33
BREACHES_EVERY_MS: Final = 2_000  # while time passes


@dataclass(frozen=True)
class Jump:
    """Time that goes on at once, from a moment to another (s); None is to the next inject, whenever that comes."""

    since: float
    to: float | None

    def share_at(self, now: float) -> float | None:
        """Return which share of the way is behind it at *now* (s), None if that cannot be told."""
        return None if self.to is None or self.to <= self.since else (now - self.since) / (self.to - self.since)


class LedExercise(QObject):
    """One exercise at a time, in a process of its own; a timer empties its pipe: drain all, append all, draw once."""

    began = Signal()  # an exercise is open; its course is still to come
    course_opened = Signal()  # another moment or course: what was shown of the last one is void
    frame = Signal(object)  # TimePassed: all that is new since the last frame
    picture_changed = Signal(object)  # PlayersPicture: the only thing that a window of players may be given
    done = Signal(object)  # LogEntry | None
    refused = Signal(str)
    figures_changed = Signal(object)  # RunFigures
    breaches_changed = Signal()
    failed = Signal(object)  # Failed
    jump_changed = Signal()
    branches_changed = Signal()
    journal_taken = Signal(object)  # JournalTaken

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.scenario: ScenarioPlan | None = None
        self.exercise: Exercise | None = None
        self.course: Course | None = None
        self.branch: Branch | None = None
        self.branches: tuple[Branch, ...] = ()
        self.log: list[LogEntry] = []
        self.pace = Pace.PAUSED
        self.room_pace = 1.0  # seconds of the scenario in a second of the room, while time passes
        self.snapshot: Snapshot | None = None
        self.picture: PlayersPicture | None = None
        self.figures: RunFigures | None = None
        self.breaches: tuple[Breach, ...] = ()
        self.reached = 0.0
        self.is_past = False
        self._looks_at_breaches = False
        self._breaches_at = -1.0
        self._breaches_due = QTimer(self, interval=BREACHES_EVERY_MS, singleShot=True)
        self.jump: Jump | None = None
        self._jump_ticket = 0
        self._series: list[Series] = []
        self._where: tuple[Path, int] | None = None
        self._process: LedProcess | None = None
        self._ticket = 0
        self._timer = QTimer(self, interval=POLL_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._drain)

    @property
    def alive(self) -> bool:
        return self._process is not None

    @property
    def process_id(self) -> int | None:
        return self._process.process_id if self._process else None

    @property
    def time(self) -> float:
        """Return where the exercise stands (s since the scenario's start)."""
        return self.snapshot.time if self.snapshot else 0.0

    @property
    def running(self) -> bool:
        return self.pace is Pace.PLAYING

    @property
    def clocks_held(self) -> bool:
        """Return whether the clocks of people are held; what was decided at this very moment counts already."""
        if self.snapshot is None or self.course is None:
            return False
        turns = [status for status in self.course.decisions.values() if status.time == self.time]
        actions = [action_of(status.decided) for status in turns if not status.withdrawn]
        last = [action for action in actions if isinstance(action, HoldClocks | LetClocksRun)][-1:]
        return isinstance(last[0], HoldClocks) if last else self.snapshot.clocks_held

    @property
    def calendar(self) -> Calendar:
        assert self.scenario is not None  # a page asks only once an exercise is open
        return Calendar.of(self.scenario)

    @property
    def series(self) -> Series | None:
        """Return this course over time so far."""
        if len(self._series) > 1:
            self._series = [joined_series(self._series)]
        return self._series[0] if self._series else None

    def open(self, path: Path, number: int, scenario: ScenarioPlan, exercise: Exercise) -> None:
        """Lead an exercise of the project at *path*, from where it stood last."""
        self.close()
        self.scenario, self.exercise, self._where = scenario, exercise, (path, number)
        self.room_pace = exercise.pace
        self._forget()
        self.began.emit()
        self._process = start_led(path, number)
        self._timer.start()

    def recover(self) -> None:
        """Start again after a failure, where the project file says that it stood."""
        if self._where is not None and self.scenario is not None and self.exercise is not None:
            pace = self.room_pace
            self.open(*self._where, self.scenario, self.exercise)
            self.room_pace = pace

    def play(self) -> None:
        """Let time pass at the pace of the room."""
        if self.exercise is not None:
            self._send(Play(self.room_pace))

    def set_room_pace(self, pace: float) -> None:
        """Let so many seconds of the scenario pass in a second of the room from now on."""
        self.room_pace = pace
        if self.running and self.jump is None:
            self.play()

    def pause(self) -> None:
        self._send(Pause())

    def play_or_pause(self) -> None:
        if self.running:
            self.pause()
        else:
            self.play()

    def step(self, seconds: float) -> None:
        self._send(Step(seconds))

    def run_until(self, time: float) -> None:
        self._send(RunUntil(time))

    def go_on_to(self, time: float | None) -> None:
        """Let time go on at once to a moment (s) or, if None, to the next inject; `pause` stops it."""
        self._jump_ticket = self._next_ticket()
        self._send(GoOnTo(self._jump_ticket, time))
        self._show_jump(Jump(self.time, time))

    def do(self, deed: Deed) -> None:
        """Do something to the exercise; `done` or `refused` tells what came of it."""
        self._send(Do(self._next_ticket(), deed))

    def decide(self, action: Action, cell: str, reason: str = "", origin: Origin = Origin.PLAYER) -> None:
        self._send(Decide(self._next_ticket(), action, cell, reason, origin))

    def go_to(self, time: float) -> None:
        """Show a moment (s) that was reached."""
        self._send(GoTo(self._next_ticket(), time))

    def begin_branch(self, title: str) -> None:
        self._send(BeginBranch(self._next_ticket(), title))

    def open_branch(self, number: int) -> None:
        self._send(OpenBranch(self._next_ticket(), number))

    def show_branch_renamed(self, number: int, title: str) -> None:
        """Know a branch by another title, which the project file holds already."""
        self.branches = tuple(replace(one, title=title) if one.id == number else one for one in self.branches)
        self.branch = next((one for one in self.branches if self.branch and one.id == self.branch.id), self.branch)
        self.branches_changed.emit()

    def take_journal(self) -> None:
        """Ask for the actions that led to where it stands, and those on their way; `journal_taken` brings them."""
        self._send(TakeJournal())

    def take_figures(self) -> None:
        self._send(TakeFigures())

    def leave(self) -> None:
        """End the process, and let go of the exercise: nothing of it may be taken for the next one's."""
        self.close()
        self.scenario, self.exercise, self._where = None, None, None
        self._forget()

    def close(self) -> None:
        """End the process; all that was done is in the project file."""
        self._timer.stop()
        if self._process is not None:
            self._process.close()
            self._process = None

    def _forget(self) -> None:
        self.course = Course(self.exercise) if self.exercise is not None else None
        self.branch, self.branches = None, ()
        self.log, self._series = [], []
        self.snapshot, self.picture, self.figures = None, None, None
        self.pace, self.reached, self.is_past = Pace.PAUSED, 0.0, False
        self.breaches, self._looks_at_breaches, self._breaches_at = (), False, -1.0
        self._show_jump(None)

    def _show_jump(self, jump: Jump | None) -> None:
        if jump != self.jump:
            self.jump = jump
            self.jump_changed.emit()

    def _next_ticket(self) -> int:
        self._ticket += 1
        return self._ticket

    def _send(self, command: LedCommand) -> None:
        if self._process is not None:
            self._process.send(command)

    def _drain(self) -> None:
        news: list[LedOn] = []
        for message in self._process.receive() if self._process else []:
            if isinstance(message, LedOn):
                news.append(message)
                continue
            self._show(news)
            news = []
            self._read(message)
        self._show(news)

    def _read(self, message: LedMessage) -> None:
        match message:
            case CourseOpened(branch, branches):
                self._forget()
                self.branch, self.branches = branch, branches
                self.course_opened.emit()
            case Done() | Refused():
                self._read_answer(message)
            case FiguresTaken() | BreachesTaken() | JournalTaken():
                self._read_taken(message)
            case Failed():
                self.close()
                self.pace = Pace.PAUSED
                self.failed.emit(message)
            case LedOn():
                self._show([message])
            case _:
                assert_never(message)

    def _read_taken(self, message: FiguresTaken | BreachesTaken | JournalTaken) -> None:
        match message:
            case FiguresTaken(figures):
                self.figures = figures
                self.figures_changed.emit(figures)
            case BreachesTaken(breaches):
                self._looks_at_breaches, self.breaches = False, breaches
                self.breaches_changed.emit()
            case JournalTaken():
                self.journal_taken.emit(message)
            case _:
                assert_never(message)

    def _read_answer(self, message: Done | Refused) -> None:
        if message.ticket == self._jump_ticket:
            self._jump_ticket = 0  # what is told from now on is told under way
            self._show_jump(self.jump if isinstance(message, Done) else None)
        if isinstance(message, Done):
            self.done.emit(message.entry)
        else:
            self.refused.emit(message.reason)

    def _show(self, news: list[LedOn]) -> None:
        """Take in what is new, and draw it once."""
        if not news or self.course is None:
            return
        last = news[-1]
        for entry in (entry for message in news for entry in message.entries):
            self.course.read(entry)
            self.log.append(entry)
        passed = merged([message.passed for message in news])
        self.pace, self.snapshot = passed.pace, passed.snapshot
        self.reached, self.is_past, self.picture = last.reached, last.is_past, last.picture
        self._series.append(passed.series)
        if self.jump is not None and not self._jump_ticket and not self.running:
            self._show_jump(None)
        self.frame.emit(passed)
        self.picture_changed.emit(last.picture)
        self._look_at_breaches()

    def _look_at_breaches(self) -> None:
        """Ask what is not kept: now and then while time passes, and once it stands still."""
        if self._looks_at_breaches or self._breaches_at == self.time:
            return
        if not self.running or not self._breaches_due.isActive():
            self._looks_at_breaches, self._breaches_at = True, self.time
            self._breaches_due.start()
            self._send(TakeBreaches())
