"""A question answered in a process of its own: told as it goes, paused, cancelled, and killed."""

import math
import os
import signal
from functools import partial

import pytest

from reception_sim.experiments.answers import Ending
from reception_sim.experiments.replications import run_replication
from reception_sim.experiments.workplaces import workplace
from tests.ui.state.counting_arrivals import CountArrivals, Unanswerable
from ui.state.experiment_run import Course, ExperimentRun

PATIENCE_MS = 60_000
ENDLESS = 1_000_000


@pytest.fixture
def run(qapp):
    made = ExperimentRun()
    yield made
    made.close()


def ask(run, scenario, runs, jobs=1, kind=CountArrivals) -> None:
    run.ask(runs, partial(kind, scenario, runs), partial(workplace, jobs))


def known(run) -> int:
    return len(run.answer[1]) if run.answer else 0


def test_that_the_answer_comes_from_another_process_and_is_the_whole_one(run, scenario, qtbot) -> None:
    ask(run, scenario, 3)
    assert run.process_id != os.getpid()
    qtbot.waitUntil(lambda: run.course is Course.DONE, timeout=PATIENCE_MS)

    ending, arrived = run.answer
    assert ending == Ending.PRECISE
    assert arrived == tuple(run_replication(scenario, 1, number).persons.arrived for number in range(3))
    assert not run.working


def test_that_what_is_known_is_told_while_the_work_goes_on(run, scenario, qtbot) -> None:
    ask(run, scenario, ENDLESS)
    qtbot.waitUntil(lambda: known(run) > 0, timeout=PATIENCE_MS)

    assert run.course is Course.WORKING
    assert run.step.expected == ENDLESS
    assert math.isfinite(run.seconds_left)


@pytest.mark.parametrize("jobs", [2])
def test_that_a_cancelled_question_keeps_what_is_known(run, scenario, qtbot, jobs) -> None:
    ask(run, scenario, ENDLESS, jobs)
    qtbot.waitUntil(lambda: known(run) > 0, timeout=PATIENCE_MS)

    run.cancel()
    qtbot.waitUntil(lambda: run.course is Course.STOPPED, timeout=PATIENCE_MS)

    assert known(run) > 0
    assert not run.working


def test_that_a_paused_question_stands_still_and_goes_on_from_there(run, scenario, qtbot) -> None:
    ask(run, scenario, ENDLESS)
    qtbot.waitUntil(lambda: known(run) > 0, timeout=PATIENCE_MS)

    run.pause()
    qtbot.wait(500)  # what was under way arrives
    held = run.step.done
    with qtbot.assertNotEmitted(run.stepped, wait=700):
        assert run.course is Course.PAUSED
    run.go_on()

    qtbot.waitUntil(lambda: run.step.done > held, timeout=PATIENCE_MS)


def test_that_a_paused_question_can_be_cancelled(run, scenario, qtbot) -> None:
    ask(run, scenario, ENDLESS)
    qtbot.waitUntil(lambda: known(run) > 0, timeout=PATIENCE_MS)
    run.pause()

    run.cancel()

    qtbot.waitUntil(lambda: run.course is Course.STOPPED, timeout=PATIENCE_MS)
    assert run.answer[0] == Ending.CANCELLED


def test_that_a_killed_process_becomes_a_sentence_and_what_was_told_is_kept(run, scenario, qtbot) -> None:
    ask(run, scenario, ENDLESS)
    qtbot.waitUntil(lambda: known(run) > 0, timeout=PATIENCE_MS)

    with qtbot.waitSignal(run.failed, timeout=PATIENCE_MS) as failed:
        os.kill(run.process_id, signal.SIGKILL)

    assert "ended from outside" in failed.args[0].sentence
    assert run.course is Course.FAILED
    assert known(run) > 0


def test_that_a_question_without_an_answer_says_why(run, scenario, qtbot) -> None:
    with qtbot.waitSignal(run.failed, timeout=PATIENCE_MS) as failed:
        ask(run, scenario, 1, kind=Unanswerable)

    assert "zero arrivals tell nothing" in failed.args[0].sentence


def test_that_a_next_question_forgets_the_last_answer(run, scenario, qtbot) -> None:
    ask(run, scenario, 1)
    qtbot.waitUntil(lambda: run.course is Course.DONE, timeout=PATIENCE_MS)

    ask(run, scenario, 2)

    assert run.answer is None
    qtbot.waitUntil(lambda: known(run) == 2, timeout=PATIENCE_MS)
