"""A project with an exercise that was played in two courses: in the second nobody called anybody in."""

from functools import partial

from reception_sim.actions import CallInStaff
from reception_sim.exercise.led_run import LedRun
from reception_sim.exercise_plan import Bookmark, Note, PlayBegan
from reception_sim.project_file import ProjectFile
from reception_sim.scenario.quantities import HOUR
from tests.exercise.led_messages import make_project
from tests.exercise_plan.exercises import busy_desk, exercise

TWO_MORE = CallInStaff(role="officer", count=2, lasting=4 * HOUR)


def played_twice(path, plan=None, scenario=None):
    """Make the project; the second course leaves the first at one hour. Return its path."""
    scenario, plan = scenario or busy_desk(), plan or exercise()
    make_project(path, plan, scenario)
    with ProjectFile.open(path) as project:
        kept = project.exercises
        led = LedRun(scenario, plan, keep=partial(kept.keep, 1, 1))
        led.do(PlayBegan())
        led.advance(HOUR)
        shared = len(led.log)
        led.decide(TWO_MORE, cell="border", reason="the queue grows")
        led.advance(4 * HOUR)
        kept.set_reached(1, 1, led.now)
        branch = kept.begin_branch(1, "Nobody called in", 1, shared, HOUR)
        other = LedRun(scenario, plan, kept.log(1, branch.id), keep=partial(kept.keep, 1, branch.id), reached=HOUR)
        other.advance(3 * HOUR)
        kept.set_reached(1, branch.id, other.now)
        project.marks.add_note(1, Note(branch=1, time=2 * HOUR, text="The cell looked at the queue."))
        project.marks.add_bookmark(1, Bookmark(branch=1, time=HOUR, title="Turning point"))
    return path
