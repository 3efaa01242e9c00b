"""The worker's side of a live run: obey, simulate as much as the speed asks or as fits, say what is new, rest."""

import signal
import traceback
from multiprocessing.connection import Connection
from time import perf_counter
from typing import Final, assert_never

from reception_sim.actions import Journal
from reception_sim.exercise.news import News
from reception_sim.exercise.protocol import (
    Accepted,
    Act,
    Close,
    Command,
    Failed,
    FiguresTaken,
    Message,
    Pace,
    Pause,
    Play,
    Refused,
    RunUntil,
    Step,
    TakeFigures,
    Withdraw,
    Withdrawn,
)
from reception_sim.exercise.tempo import Stride, Tempo
from reception_sim.run import ActionRefusedError, Run
from reception_sim.scenario import ScenarioPlan
from reception_sim.statistics import measure
from reception_sim.translation import tr

FRAME_S: Final = 0.033
SIMULATING_S: Final = 0.025  # of each frame; what is left is for reading the recorder and for resting


def serve(connection: Connection, scenario: ScenarioPlan, seed: int, journal: Journal) -> None:
    """Lead one run until Close, or until the window at the other end of the pipe is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in a terminal is for the parent to answer
    try:
        Worker(connection, Run(scenario, seed, journal=journal)).serve()
    except (EOFError, ConnectionError):
        return  # the window is gone: nobody is left to tell
    except Exception as error:
        connection.send(Failed(failure_sentence(error), traceback.format_exc()))


def failure_sentence(error: Exception) -> str:
    """Say in one sentence, for a user, that the simulation has met an error."""
    return tr("The simulation stopped because of an error in the program: {error}", error=error)


class Worker:
    """One run, led by the commands that come down a pipe."""

    def __init__(self, connection: Connection, run: Run) -> None:
        self._connection = connection
        self._run = run
        self._tempo = Tempo()
        self._stride = Stride()
        self._news = News(run)
        self._changed = True
        self._open = True

    def serve(self) -> None:
        """Work frame by frame until told to close; EOFError or ConnectionError when the other end is gone."""
        while self._open:
            began = perf_counter()
            self._simulate(began)
            self._tell()
            self._rest(began)
            self._obey()

    def _simulate(self, began: float) -> None:
        if self._tempo.pace is not Pace.PLAYING:
            return
        target = min(self._tempo.target(began), self._run.scenario.duration)
        while self._run.now < target and perf_counter() - began < SIMULATING_S:
            self._take_stride(target)
        self._tempo.passed(perf_counter(), self._run.now)
        self._changed = True

    def _take_stride(self, target: float) -> None:
        began, before = perf_counter(), self._run.now
        self._run.advance(min(before + self._stride.seconds, target))
        self._stride.took(perf_counter() - began, self._run.now - before)

    def _tell(self) -> None:
        if not self._changed:
            return
        self._changed = False
        just_finished = self._run.finished and self._tempo.pace is not Pace.FINISHED
        speed = self._tempo.speed
        if just_finished:
            self._tempo.stop(Pace.FINISHED)
        self._send(self._news.take(self._tempo.pace, speed))
        if just_finished:
            self._take_figures()

    def _rest(self, began: float) -> None:
        """Sleep to the end of the frame, or while time stands still; a command wakes at once."""
        if self._changed:
            return
        spent = perf_counter() - began
        playing = self._tempo.pace is Pace.PLAYING
        self._connection.poll(max(0.0, FRAME_S - spent) if playing else None)

    def _obey(self) -> None:
        while self._open and self._connection.poll(0):
            self._obey_one(self._connection.recv())

    def _obey_one(self, command: Command) -> None:
        match command:
            case Play() | Pause() | Step() | RunUntil():
                self._change_pace(command)
            case Act():
                self._act(command)
            case Withdraw():
                self._withdraw(command)
            case TakeFigures():
                self._take_figures()
            case Close():
                self._open = False
            case _:
                assert_never(command)

    def _change_pace(self, command: Play | Pause | Step | RunUntil) -> None:
        if self._run.finished:
            return
        clock, now = perf_counter(), self._run.now
        match command:
            case Play(speed):
                self._tempo.play(speed, clock, now)
            case Pause():
                self._tempo.stop(Pace.PAUSED)
            case Step(seconds):
                self._tempo.run_until(now + seconds, clock, now)
            case RunUntil(time):
                self._tempo.run_until(time, clock, now)
            case _:
                assert_never(command)
        self._changed = True

    def _act(self, command: Act) -> None:
        try:
            entry = self._run.act(
                command.action,
                at=command.at,
                origin=command.origin,
                author=command.author,
                reason=command.reason,
            )
        except ActionRefusedError as refusal:
            self._send(Refused(command.ticket, str(refusal)))
            return
        self._send(Accepted(command.ticket, entry, self._run.journal))
        self._changed = True

    def _withdraw(self, command: Withdraw) -> None:
        try:
            self._run.withdraw(command.entry)
        except ActionRefusedError as refusal:
            self._send(Refused(command.ticket, str(refusal)))
            return
        self._send(Withdrawn(command.entry, self._run.journal))
        self._changed = True

    def _take_figures(self) -> None:
        self._send(FiguresTaken(measure(self._run.recording(), self._run.scenario)))

    def _send(self, message: Message) -> None:
        self._connection.send(message)
