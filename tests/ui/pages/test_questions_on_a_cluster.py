"""A question of the window, worked out on a real Dask cluster: a scheduler and workers in processes of their own."""

from dataclasses import replace

import pytest

from reception_sim.experiments import Comparing, Here, answered
from reception_sim.experiments.answers import Ending
from reception_sim.run import open_scenario
from reception_sim.scenario.quantities import HOUR
from tests.experiments.dask_cluster import local_cluster
from ui.pages.answers_page import AnswersPage
from ui.state.experiment_run import Course
from ui.state.live_run import LiveRun
from ui.state.open_project import OpenProject
from ui.theme import LIGHT

PATIENCE_MS = 120_000


@pytest.fixture
def answers(qtbot):
    run = LiveRun()
    page = AnswersPage(run, OpenProject(), LIGHT)
    qtbot.addWidget(page)
    run.open(replace(open_scenario("border_post_basics"), duration=4 * HOUR))
    page.show()
    yield page
    page.close_work()
    run.close()


def ask_on(answers, running, precision):
    page = answers.compare
    page.place.address.setText(running.address)
    answers.compare_form.precision.setCurrentIndex(precision)
    page.ask()
    return page


@pytest.mark.slow
def test_that_a_question_of_the_window_is_answered_on_a_cluster_with_the_figures_of_this_machine(
    answers, qtbot, tmp_path
) -> None:
    with local_cluster(tmp_path, (), ()) as running:
        page = ask_on(answers, running, precision=0)
        assert "on the cluster" in page.estimate
        qtbot.waitUntil(lambda: page.experiment.course is Course.DONE, timeout=PATIENCE_MS)

    here = answered(Comparing(page.experiment.question, Here()))
    assert repr(page.experiment.answer.differences) == repr(here.differences)  # some are NaN
    assert page.answer.charts


@pytest.mark.slow
def test_that_a_cluster_that_goes_away_is_told_and_what_was_known_is_kept(answers, qtbot, tmp_path) -> None:
    with local_cluster(tmp_path, ()) as running:
        page = ask_on(answers, running, precision=2)
        qtbot.waitUntil(lambda: page.experiment.answer is not None, timeout=PATIENCE_MS)
        running.scheduler.kill()
        qtbot.waitUntil(lambda: page.experiment.course is Course.FAILED, timeout=PATIENCE_MS)

    assert "What was known until then is kept" in page.answer.work.failure.text()
    assert page.experiment.answer.ending is Ending.BROKEN_OFF
    assert page.experiment.answer.done >= 1
    assert [row.sentence for row in answers.kept.rows] == [page.answer.sentence.text()]
