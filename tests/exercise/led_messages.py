"""What tests of exercises that are led share: a project with one exercise, and waiting for what a worker says."""

from collections.abc import Callable
from multiprocessing.connection import wait
from time import monotonic

from reception_sim.exercise import CourseOpened, Failed, LedOn
from reception_sim.project_file import ProjectFile
from tests.exercise_plan.exercises import busy_desk, exercise

LONGEST_WAIT_S = 60


def make_project(path, plan=None, scenario=None):
    """Make a project with one exercise; return its path."""
    with ProjectFile.create(path, "Class of November") as project:
        version = project.studies.add_scenario(scenario or busy_desk())
        project.exercises.add(plan or exercise(), version)
    return path


def until(live, found: Callable[[object], bool]):
    """Receive until a message is *found*; return all that came."""
    messages: list[object] = []
    began = monotonic()
    while not any(found(message) for message in messages):
        assert monotonic() - began < LONGEST_WAIT_S, messages[-3:]
        wait([live._connection], LONGEST_WAIT_S)  # rather than asking again and again, which takes its processor
        messages += live.receive()
        assert not any(isinstance(message, Failed) for message in messages), messages[-1]
    return messages


def standing_at(time):
    """Return a question whether an exercise stands at *time*, not beyond and not before."""
    return lambda message: isinstance(message, LedOn) and message.passed.snapshot.time == time


def opened(message):
    return isinstance(message, CourseOpened)
