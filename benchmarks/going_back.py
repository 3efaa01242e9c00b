"""How long a trainer waits who goes back in the largest exercise: 15,000 people in 14 days."""

import random
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, sleep
from typing import Final

import numpy as np

from benchmarks.cases import six_phases
from reception_sim.exercise import Do, GoTo, LedOn, LedProcess, RunUntil, start_led
from reception_sim.exercise_plan import PlayBegan, exercise_of
from reception_sim.project_file import ProjectFile

MOMENTS: Final = 30
_LOOKS_AROUND_S: Final = 2.0  # a trainer does, who has gone to a moment
_POLL_S: Final = 0.001
_PATIENCE_S: Final = 60.0


def measure_going_back() -> dict[str, float]:
    """Return seconds from the wish to the picture of the moment: median and worst of many moments, by name.

    Once by a trainer who looks around at each moment, and once by one who goes at once from moment to moment.
    """
    scenario = six_phases()
    exercise = exercise_of(scenario)
    reached = exercise.endex or scenario.duration
    with TemporaryDirectory() as folder:
        path = Path(folder) / "largest.reception"
        with ProjectFile.create(path, scenario.title) as project:
            project.exercises.add(exercise, project.studies.add_scenario(scenario))
        led = start_led(path, 1)
        try:
            led.send(Do(0, PlayBegan()))
            led.send(RunUntil(reached))
            _await(led, reached)
            rested = _waits(led, reached, _LOOKS_AROUND_S)
            hurried = _waits(led, reached, 0.0)
        finally:
            led.close()
    return {
        "going_back_median_s": float(np.median(rested)),
        "going_back_worst_s": max(rested),
        "going_back_at_once_again_median_s": float(np.median(hurried)),
        "going_back_at_once_again_worst_s": max(hurried),
    }


def _waits(led: LedProcess, reached: float, pause_s: float) -> list[float]:
    moments = random.Random(1)
    waits = []
    for number in range(1, MOMENTS + 1):
        sleep(pause_s)
        moment = float(moments.randrange(int(reached)))
        began = perf_counter()
        led.send(GoTo(number, moment))
        _await(led, moment)
        waits.append(perf_counter() - began)
    return waits


def _await(led: LedProcess, moment: float) -> None:
    """Wait until the exercise stands at a moment (s).

    Raises:
        TimeoutError: if it does not come there.

    """
    until = perf_counter() + _PATIENCE_S
    while not any(isinstance(one, LedOn) and one.passed.snapshot.time == moment for one in led.receive()):
        if perf_counter() > until:
            raise TimeoutError(moment)
        sleep(_POLL_S)
