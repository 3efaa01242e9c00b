"""The worker's side of an exercise: obey, simulate at the pace of the room, say what is new, rest.

It writes every deed into the project file before it takes effect, so that nothing accepted is ever lost.
"""

import signal
import traceback
from multiprocessing.connection import Connection
from pathlib import Path
from time import perf_counter
from typing import Final, assert_never

from reception_sim.exercise.led_protocol import (
    NOBODYS_TICKET,
    Asking,
    BeginBranch,
    BreachesTaken,
    CourseOpened,
    Decide,
    Do,
    Done,
    GoOnTo,
    GoTo,
    JournalTaken,
    LedCommand,
    LedMessage,
    LedOn,
    Moving,
    OpenBranch,
    TakeBreaches,
    TakeJournal,
)
from reception_sim.exercise.led_run import LedRun
from reception_sim.exercise.news import News
from reception_sim.exercise.parking import ParkedRuns
from reception_sim.exercise.players_picture import FieldReports, picture_of
from reception_sim.exercise.protocol import (
    Close,
    Failed,
    FiguresTaken,
    Pace,
    Pause,
    Play,
    Refused,
    RunUntil,
    Step,
    TakeFigures,
)
from reception_sim.exercise.tempo import Stride, Tempo
from reception_sim.exercise.worker import FRAME_S, SIMULATING_S, failure_sentence
from reception_sim.exercise_plan import Branch, InjectWritten, Log, LogEntry, TimeJumped
from reception_sim.exercise_plan.course import Phase
from reception_sim.project_file import ProjectError, ProjectFile
from reception_sim.run import ActionRefusedError
from reception_sim.statistics import breaches_in, measure
from reception_sim.translation import tr

_KEEP_REACHED_EVERY_S: Final = 2.0
_TOLD_EVERY_S: Final = 0.05  # nobody sees more than that
_SHARE_FOR_TELLING: Final = 1 / 3  # of the time at most; a window that reads slowly makes telling take long


def serve_exercise(connection: Connection, path: Path, exercise: int) -> None:
    """Lead an exercise of a project until Close, or until the window at the other end of the pipe is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in a terminal is for the parent to answer
    try:
        with ProjectFile.open(path, beside_window=True) as project:
            LedWorker(connection, project, exercise).serve()
    except (EOFError, ConnectionError):
        return  # the window is gone: nobody is left to tell
    except ProjectError as error:
        connection.send(Failed(str(error), traceback.format_exc()))
    except Exception as error:
        connection.send(Failed(failure_sentence(error), traceback.format_exc()))


class LedWorker:
    """One exercise, led by the commands that come down a pipe."""

    def __init__(self, connection: Connection, project: ProjectFile, exercise: int) -> None:
        self._connection, self._project, self._exercise = connection, project, exercise
        self._plan = project.exercises.exercise(exercise)
        self._scenario = project.studies.scenario(project.exercises.scenario_of(exercise))
        self._tempo, self._stride = Tempo(), Stride()
        self._open = self._changed = True
        self._to_inject = False
        self._kept_reached = self._tell_from = 0.0  # on the wall clock
        branch = project.exercises.branches(exercise)[-1]
        self._park_anew()
        self._show(branch)

    def serve(self) -> None:
        """Work frame by frame until told to close; EOFError or ConnectionError when the other end is gone."""
        while self._open:
            began = perf_counter()
            self._simulate(began)
            if self._is_to_be_told():
                self._tell()
            self._rest(began)
            self._obey_all()
        self._keep_reached()

    def _show(self, branch: Branch, time: float | None = None) -> None:
        """Show a course at a moment (s), or at its end, and tell all of it anew."""
        log = self._project.exercises.log(self._exercise, branch.id)
        self._branch = branch
        reached = max([branch.reached, *(entry.time for entry in log[-1:])])
        moment = reached if time is None else min(time, reached)
        self._led = self._parked.take(moment) or self._at_the_start(log, reached, moment)
        self._led.know(log, reached, shown_from=moment)
        self._led.advance(moment)
        self._stand_still()
        self._begin_to_tell()

    def _stand_still(self) -> None:
        self._tempo.stop(Pace.FINISHED if self._led.run.finished else Pace.PAUSED)

    def _at_the_start(self, log: Log, reached: float, shown_from: float) -> LedRun:
        return LedRun(self._scenario, self._plan, log, keep=self._keep, reached=reached, shown_from=shown_from)

    def _park_anew(self) -> None:
        """Park runs of the branch that is shown, and of no other."""
        self._parked = ParkedRuns(self._to_be_parked, self._scenario.duration)

    def _to_be_parked(self, moment: float) -> LedRun:
        log = (*self._led.log, *self._led.log_ahead)
        return self._at_the_start(log, self._led.reached, moment)

    def _begin_to_tell(self) -> None:
        """Tell the course that is shown anew, from its start."""
        self._news = News(self._led.run)
        self._reports = FieldReports(self._scenario, self._plan.seed)
        self._entries_told = 0
        branches = tuple(self._project.exercises.branches(self._exercise))
        self._send(CourseOpened(self._branch, branches))
        self._changed = True

    def _keep(self, entry: LogEntry) -> None:
        self._project.exercises.keep(self._exercise, self._branch.id, entry)

    def _keep_reached(self) -> None:
        """Keep how far the course has come, so that it is offered there at the next start."""
        self._kept_reached = perf_counter()
        self._project.exercises.set_reached(self._exercise, self._branch.id, self._led.reached)

    def _simulate(self, began: float) -> None:
        if self._tempo.pace is not Pace.PLAYING:
            return
        stop = self._stops_at()
        target = min(self._tempo.target(began), stop)
        self._changed = True
        try:
            while self._goes_on_to(target) and perf_counter() - began < SIMULATING_S:
                self._take_stride(target)
        except ProjectError as error:
            # Time stands still before what could not be written; it is tried again when it passes on.
            self._tempo.stop(Pace.PAUSED)
            self._send(Refused(NOBODYS_TICKET, str(error)))
            return
        self._tempo.passed(perf_counter(), self._led.now)
        if self._led.now >= stop and not self._led.run.finished:
            self._tempo.stop(Pace.PAUSED)
        if perf_counter() - self._kept_reached > _KEEP_REACHED_EVERY_S:
            self._keep_reached()

    def _goes_on_to(self, target: float) -> bool:
        return self._led.now < target and self._tempo.pace is Pace.PLAYING

    def _stops_at(self) -> float:
        """Return where time stops by itself (s): at the planned STARTEX and ENDEX, and at the end."""
        marks = {Phase.SETTLING: self._plan.startex, Phase.PLAYING: self._plan.endex}
        mark = marks.get(self._led.course.phase)
        if mark is None or mark <= self._led.now or self._led.played_again:
            return self._scenario.duration
        return mark

    def _take_stride(self, target: float) -> None:
        began, before = perf_counter(), self._led.now
        goal = min(before + self._stride.seconds, target)
        if not self._to_inject:
            self._led.advance(goal)
        elif self._led.advance_to_inject(goal):
            self._tempo.stop(Pace.PAUSED)
        self._stride.took(perf_counter() - began, self._led.now - before)

    def _is_to_be_told(self) -> bool:
        """Tell whether there is news, and it is time for them: what is at an end or stands still is told at once."""
        goes_on = self._tempo.pace is Pace.PLAYING and not self._led.run.finished
        return self._changed and (not goes_on or perf_counter() >= self._tell_from)

    def _tell(self) -> None:
        began, self._changed = perf_counter(), False
        just_finished = self._led.run.finished and self._tempo.pace is not Pace.FINISHED
        speed = self._tempo.speed
        if just_finished:
            self._tempo.stop(Pace.FINISHED)
        if self._tempo.pace is not Pace.PLAYING:
            self._keep_reached()
        passed = self._news.take(self._tempo.pace, speed)
        self._reports.read(passed.series)
        log = self._led.log
        entries, self._entries_told = log[self._entries_told :], len(log)
        picture = picture_of(self._led, self._reports)
        self._send(LedOn(passed, entries, self._led.reached, self._led.played_again, picture))
        told = perf_counter()
        self._tell_from = began + max(_TOLD_EVERY_S, (told - began) / _SHARE_FOR_TELLING)

    def _rest(self, began: float) -> None:
        """Sleep to the end of the frame, or while time stands still; a command wakes at once.

        While there is time, runs are brought to where they wait for somebody to go back.
        """
        if self._changed and self._tempo.pace is not Pace.PLAYING:
            return
        while not self._connection.poll(0):
            spent = perf_counter() - began
            playing = self._tempo.pace is Pace.PLAYING
            if (playing and spent > self._parks_until()) or not self._parked.work(self._led.reached):
                self._connection.poll(max(0.0, FRAME_S - spent) if playing else None)
                return

    def _parks_until(self) -> float:
        """Return until when in a frame there is time for other runs (s): all there is left of it at full speed."""
        return FRAME_S if self._tempo.at_full_speed else SIMULATING_S / 2

    def _obey_all(self) -> None:
        while self._open and self._connection.poll(0):
            self._obey(self._connection.recv())

    def _obey(self, command: LedCommand) -> None:
        match command:
            case Play() | Pause() | Step() | RunUntil():
                self._change_pace(command)
            case TakeFigures():
                self._send(FiguresTaken(measure(self._led.run.recording(), self._led.run.scenario)))
            case TakeBreaches():
                self._send(BreachesTaken(breaches_in(self._led.run.recording(), self._led.run.scenario)))
            case TakeJournal():
                self._send(JournalTaken(self._led.now, self._led.run.journal))
            case Close():
                self._open = False
            case _:
                self._answer(command)

    def _change_pace(self, command: Moving) -> None:
        clock, now = perf_counter(), self._led.now
        self._changed, self._to_inject = True, False
        if self._led.run.finished:
            return
        match command:
            case Play(speed):
                self._tempo.play(speed, clock, now)
            case Pause():
                self._tempo.stop(Pace.PAUSED)
                self._keep_reached()
            case Step(seconds):
                self._tempo.run_until(now + seconds, clock, now)
            case RunUntil(time):
                self._tempo.run_until(time, clock, now)
            case _:
                assert_never(command)

    def _answer(self, command: Asking) -> None:
        """Do what is asked, or say why not; a file that cannot be written refuses too, and nothing has happened."""
        self._changed = True
        try:
            entry = self._done(command)
        except (ActionRefusedError, ProjectError) as refusal:
            self._send(Refused(command.ticket, str(refusal)))
            return
        self._send(Done(command.ticket, entry))

    def _done(self, command: Asking) -> LogEntry | None:
        match command:
            case Do(deed=deed):
                entry = self._led.do(deed)
                if isinstance(deed, InjectWritten):
                    self._park_anew()  # what a new inject waits for may have to be looked at from earlier on
                return entry
            case Decide(action=action, cell=cell, reason=reason, origin=origin):
                return self._led.decide(action, cell=cell, reason=reason, origin=origin)
            case GoOnTo(time=time):
                return self._go_on_to(time)
            case GoTo(time=time):
                self._go_to(time)
            case BeginBranch(title=title):
                self._begin_branch(title)
            case OpenBranch(number=number):
                self._keep_reached()
                self._park_anew()
                self._show(self._project.exercises.branch(self._exercise, number))
            case _:
                assert_never(command)
        return None

    def _go_on_to(self, time: float | None) -> LogEntry:
        entry = self._led.do(TimeJumped(to=time))
        self._to_inject = time is None
        goal = self._scenario.duration if time is None else time
        self._tempo.run_until(goal, perf_counter(), self._led.now)
        return entry

    def _go_to(self, time: float) -> None:
        self._to_inject = False
        nearest = self._parked.nearest(time)
        if time >= self._led.now and (nearest is None or nearest <= self._led.now):
            self._led.go_forward(time)
            self._stand_still()
            return
        self._keep_reached()
        self._parked.leave(self._led)
        self._show(self._project.exercises.branch(self._exercise, self._branch.id), time)

    def _begin_branch(self, title: str) -> None:
        if not self._led.played_again:
            raise ActionRefusedError(
                tr("this is where the exercise stands: go back to a moment to begin a branch there")
            )
        self._branch = self._project.exercises.begin_branch(
            self._exercise, title, self._branch.id, len(self._led.log), self._led.now
        )
        self._park_anew()
        self._led.forget_what_is_ahead()
        self._begin_to_tell()

    def _send(self, message: LedMessage) -> None:
        self._connection.send(message)
