"""One run led live: the worker process, what goes down and up its pipe, and the window's side of it."""

from reception_sim.exercise.live import LiveProcess
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
    TimePassed,
    Withdraw,
    Withdrawn,
)

__all__ = [
    "Accepted",
    "Act",
    "Close",
    "Command",
    "Failed",
    "FiguresTaken",
    "LiveProcess",
    "Message",
    "Pace",
    "Pause",
    "Play",
    "Refused",
    "RunUntil",
    "Step",
    "TakeFigures",
    "TimePassed",
    "Withdraw",
    "Withdrawn",
]
