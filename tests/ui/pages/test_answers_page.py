"""The pages that answer questions, with real child processes: asked, followed, cancelled, and told what is wrong."""

from dataclasses import replace
from time import monotonic

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reception_sim.reports.composition import compose
from reception_sim.reports.content import ReportContent
from reception_sim.reports.html_report import html_of
from reception_sim.run import open_scenario, run_whole
from reception_sim.scenario.other_arrivals import arrivals_a_day
from reception_sim.scenario.quantities import HOUR
from reception_sim.scenario.standards import Indicator, StandardPlan
from reception_sim.statistics import measure
from ui.pages.alternatives_panel import FACTOR_ROW, FIRST_LEVER, NAME_ROW
from ui.pages.answers_page import AnswersPage
from ui.plots.figures import BandChart, CurveChart, HeatChart, IntervalChart
from ui.state.experiment_run import Course
from ui.state.live_run import LiveRun
from ui.state.open_project import OpenProject
from ui.tables.roster_table import PEOPLE
from ui.theme import DARK, LIGHT

PATIENCE_MS = 120_000


@pytest.fixture(scope="module")
def short():
    """Return a scenario of a few hours, so that a run takes a moment."""
    return replace(open_scenario("border_post_basics"), duration=6 * HOUR)


def opened(scenario, run) -> AnswersPage:
    """Return the pages for a scenario; they work in one process, which is the quickest to start."""
    page = AnswersPage(run, OpenProject(), LIGHT)
    page.resize(1280, 700)
    for one in page.pages.values():
        one.place.jobs.setValue(1)
    run.open(scenario)
    page.show()
    page.bring_up_to_date()
    return page


@pytest.fixture
def answers(qtbot, live_run, short):
    page = opened(short, live_run)
    qtbot.addWidget(page)
    yield page
    page.close_work()


@pytest.fixture(scope="module")
def answered(qapp, short):
    """Return the pages with a comparison that is answered, for tests that only look at it."""
    run = LiveRun()
    page = opened(short, run)
    page.compare.ask()
    until = monotonic() + PATIENCE_MS / 1000
    while page.compare.experiment.course is not Course.DONE and monotonic() < until:
        QTest.qWait(50)
    yield page
    page.close_work()
    run.close()
    page.deleteLater()


def edit(answers, row: int, value: object, place: int = 0) -> None:
    model = answers.alternatives.model
    model.setData(model.index(row, place + 2), value)


def row_of(answers, title: str) -> int:
    return FIRST_LEVER + [lever.title for lever in answers.draft.levers].index(title)


def shown(answers, row: int, place: int = 0) -> str:
    return answers.alternatives.model.index(row, place + 2).data()


def wait_for(qtbot, page, course: Course) -> None:
    qtbot.waitUntil(lambda: page.experiment.course is course, timeout=PATIENCE_MS)


def test_that_without_a_scenario_the_page_offers_the_library(qtbot, live_run) -> None:
    page = AnswersPage(live_run, OpenProject(), LIGHT)
    qtbot.addWidget(page)

    page.bring_up_to_date()

    assert page.currentWidget() is page.empty


def test_that_a_comparison_answers_in_a_sentence_first_then_in_charts_and_says_what_to_trust(answered) -> None:
    pane = answered.compare.answer
    assert pane.sentence.text().startswith("Half more: Border officer")
    assert [type(chart.figure) for chart in pane.charts[:3]] == [IntervalChart, IntervalChart, BandChart]
    assert [one.label for one in pane.charts[0].figure.intervals] == ["As planned", "Half more: Border officer"]
    assert any("assumptions" in text for text in pane.trust.texts)
    assert "20 runs" in pane.work.told.text()


def test_that_looking_at_something_else_needs_no_new_runs(answered) -> None:
    look_at = answered.compare_form.look_at

    look_at.setCurrentIndex(look_at.count() - 1)

    assert "cost of the run" in answered.compare.answer.sentence.text().casefold()
    assert not answered.compare.experiment.working
    assert not answered.compare.answer.outdated.text()


def test_that_a_form_changed_after_the_answer_marks_it_outdated(answered) -> None:
    edit(answered, row_of(answered, "Nurse, 07:00-19:00"), 6)
    assert "changed since" in answered.compare.answer.outdated.text()

    answered.alternatives.undo.trigger()
    assert not answered.compare.answer.outdated.text()


def test_that_an_answer_added_to_the_report_stands_in_it_with_its_charts(answered, short, qtbot) -> None:
    with qtbot.waitSignal(answered.report_asked) as asked:
        answered.compare.answer.to_report.click()

    content = ReportContent(short, measure(run_whole(short), short), answers=(asked.args[0],))
    page = html_of(compose(content))
    assert "What would make a difference?" in page
    assert answered.compare.answer.charts[0].figure.title in page
    assert "Can it be trusted?" in page


def test_that_charts_follow_the_colours_of_the_window(answered) -> None:
    before = answered.compare.answer.charts[0].grab().toImage()

    answered.set_theme(DARK)

    assert answered.compare.answer.charts[0].grab().toImage() != before


def test_that_a_cancelled_comparison_keeps_what_is_known(answers, qtbot) -> None:
    answers.compare_form.precision.setCurrentIndex(2)
    answers.compare.ask()
    qtbot.waitUntil(lambda: answers.compare.answer.shown is not None, timeout=PATIENCE_MS)

    qtbot.mouseClick(answers.compare.answer.work.cancel, Qt.MouseButton.LeftButton)
    wait_for(qtbot, answers.compare, Course.STOPPED)

    assert answers.compare.answer.charts
    assert "what is known is kept" in answers.compare.answer.work.told.text()
    assert answers.compare.ask_button.isEnabled()


def test_that_the_capacity_is_told_in_people_a_day_with_a_curve(answers, qtbot) -> None:
    answers.show_question(answers.capacity)
    answers.capacity.ask()
    wait_for(qtbot, answers.capacity, Course.DONE)

    assert "a day" in answers.capacity.answer.sentence.text()
    kept, curve = (chart.figure for chart in answers.capacity.answer.charts[:2])
    assert isinstance(kept, CurveChart)
    assert isinstance(curve, CurveChart)
    assert "Planned" in [mark.name for mark in curve.marks]


def test_that_the_bottleneck_is_a_tornado_with_costs_and_the_largest_bar_on_top(answers, qtbot) -> None:
    answers.show_question(answers.bottleneck)
    answers.bottleneck_form.kinds.setCurrentIndex(1)  # staff only
    answers.bottleneck.ask()
    wait_for(qtbot, answers.bottleneck, Course.DONE)

    tornado, against_cost = (chart.figure for chart in answers.bottleneck.answer.charts)
    assert isinstance(tornado, IntervalChart)
    assert tornado.bars
    sizes = [abs(one.value) for one in tornado.intervals]
    assert sizes == sorted(sizes, reverse=True)
    assert all("EUR" in one.label for one in tornado.intervals)
    assert isinstance(against_cost, CurveChart)
    assert "Cost (EUR)" in against_cost.across
    assert "10 runs of each alternative" in "".join(answers.bottleneck.answer.shown.more)


def test_that_a_range_turned_round_is_told_beside_its_field_and_cannot_be_asked(answers) -> None:
    form = answers.capacity_form
    answers.show_question(answers.capacity)

    form.lowest.setValue(9.0)

    assert "smaller than the second" in form.range_row.problem
    assert not answers.capacity.ask_button.isEnabled()
    form.lowest.setValue(0.5)
    assert not form.range_row.problem
    assert answers.capacity.ask_button.isEnabled()


def held_to(scenario, **limits):
    """Return a scenario with one more standard on the people in the system for each limit."""
    more = (
        StandardPlan(indicator=Indicator.PERSONS_IN_SYSTEM, source="Test", **{end: at}) for end, at in limits.items()
    )
    return replace(scenario, standards=(*scenario.standards, *more))


def without_arrivals(scenario):
    entries = {name: replace(entry, arrivals=()) for name, entry in scenario.entry_points.items()}
    return replace(scenario, entry_points=entries, injects=(), contingency=())


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (lambda one: held_to(one, at_least=20.0, at_most=10.0), "two standards contradict each other"),
        (without_arrivals, "nobody is planned to arrive"),
    ],
)
def test_that_a_question_that_has_no_answer_is_told_in_a_sentence(answers, short, qtbot, changed, said) -> None:
    answers.compare._live.open(changed(short))
    answers.show_question(answers.capacity)

    answers.capacity.ask()
    wait_for(qtbot, answers.capacity, Course.FAILED)

    assert said in answers.capacity.answer.work.failure.text()
    assert answers.capacity.ask_button.isEnabled()


def test_that_an_address_that_can_be_none_is_told_beside_its_field(answers, qtbot) -> None:
    place = answers.compare.place
    qtbot.keyClicks(place.address, "the big computer")
    qtbot.keyClick(place.address, Qt.Key.Key_Return)

    assert "tcp://" in place.address_row.problem
    answers.compare.ask()
    assert not answers.compare.experiment.working


@pytest.mark.slow
def test_that_a_cluster_that_does_not_answer_is_told_in_words(answers, qtbot) -> None:
    answers.compare.place.address.setText("tcp://127.0.0.1:9")
    answers.compare.ask()
    wait_for(qtbot, answers.compare, Course.FAILED)

    assert "No Dask scheduler answers at tcp://127.0.0.1:9" in answers.compare.answer.work.failure.text()


def test_that_how_long_an_answer_takes_is_told_before_it_is_asked_for(answers, qtbot) -> None:
    qtbot.waitUntil(lambda: "at most" in answers.compare.estimate, timeout=PATIENCE_MS)

    assert answers.compare.estimate.startswith("About 20 runs")


def test_that_an_edit_is_shown_as_a_difference_and_is_undone_by_name(answers) -> None:
    row = row_of(answers, "Nurse, 07:00-19:00")

    edit(answers, row, 6)

    assert shown(answers, row) == "2 → 6"
    assert "Nurse, 07:00-19:00: 6" in answers.alternatives.undo.toolTip()
    answers.alternatives.undo.trigger()
    assert shown(answers, row) == "2"
    answers.alternatives.redo.trigger()
    assert shown(answers, row) == "2 → 6"


def test_that_more_arrivals_and_a_name_are_part_of_an_alternative(answers) -> None:
    edit(answers, NAME_ROW, "Half more people")
    edit(answers, FACTOR_ROW, 1.5)

    (alternative,) = answers.draft.alternatives
    assert alternative.title == "Half more people"
    assert [entry.action.factor for entry in alternative.journal] == [1.5]
    assert shown(answers, FACTOR_ROW).endswith("1.5")


def test_that_alternatives_stand_side_by_side_and_can_be_taken_away(answers) -> None:
    answers.alternatives.add.trigger()
    assert answers.alternatives.model.columnCount() == 4

    answers.alternatives.remove.trigger()
    assert answers.alternatives.model.columnCount() == 3


def test_that_only_what_differs_is_shown_when_that_is_wanted(answers) -> None:
    everything = answers.alternatives.shown.rowCount()

    answers.alternatives.only_differences.setChecked(True)

    assert FIRST_LEVER < answers.alternatives.shown.rowCount() < everything


def test_that_nothing_that_differs_is_told_instead_of_asked(answers) -> None:
    while answers.draft.alternatives[0].changes:
        change = answers.draft.alternatives[0].changes[0]
        lever = next(lever for lever in answers.draft.levers if lever.path == change.path)
        answers.draft.set_value(0, lever, lever.planned)

    assert "No alternative differs from the plan" in answers.compare.problem
    assert not answers.compare.ask_button.isEnabled()


def test_that_every_field_of_a_form_is_reached_with_the_tab_key(answers, qtbot) -> None:
    page = answers.compare
    page.activateWindow()
    answers.compare_form.look_at.setFocus()
    wanted = {
        answers.compare_form.precision,
        answers.compare_form.trifle,
        page.place.jobs,
        page.place.address,
        page.ask_button,
    }
    reached = set()
    for _ in range(12):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.add(QApplication.focusWidget())

    assert wanted <= reached


def test_that_another_scenario_begins_without_the_answers_to_the_last(answered, short) -> None:
    answered.compare._live.open(replace(short, title="Another"))

    assert answered.compare.answer.shown is None
    assert answered.compare.experiment.course is Course.NOT_ASKED


def test_that_two_assumptions_make_a_map(answers, qtbot) -> None:
    form = answers.sensitivity_form
    form.first.setCurrentText("Number on duty of Border officer")
    form.second.setCurrentText("Places of Transit centre")
    answers.show_question(answers.sensitivity)

    answers.sensitivity.ask()
    wait_for(qtbot, answers.sensitivity, Course.DONE)

    heat = answers.sensitivity.answer.charts[0].figure
    assert isinstance(heat, HeatChart)
    assert (len(heat.columns), len(heat.rows)) == (3, 3)


def test_that_an_assumption_whose_range_is_turned_round_is_told_beside_its_field(answers) -> None:
    form = answers.sensitivity_form
    answers.show_question(answers.sensitivity)
    form.first.setCurrentText("Number on duty of Border officer")

    form.lowest.setValue(3.0)

    assert "smaller than the second" in form.range_row.problem
    assert not answers.sensitivity.ask_button.isEnabled()


def test_that_a_roster_is_asked_for_another_number_of_people_a_day(answers) -> None:
    form, scenario = answers.roster_form, answers.draft.scenario
    answers.show_question(answers.roster)
    assert form.question(scenario, 1).scenario == scenario

    form.arrivals.setValue(3 * form.arrivals.value())

    asked = form.question(scenario, 1).scenario
    assert arrivals_a_day(asked) == pytest.approx(3 * arrivals_a_day(scenario), rel=0.02)
    assert asked.stations["registration"].posts > scenario.stations["registration"].posts
    form.grows.setCurrentIndex(1)
    assert form.question(scenario, 1).scenario.stations == scenario.stations


def test_that_a_roster_found_is_edited_applied_and_compared(answers, qtbot, tmp_path) -> None:
    answers.show_question(answers.roster)
    answers.roster.ask()
    qtbot.waitUntil(lambda: answers.roster_panel.roster is not None, timeout=PATIENCE_MS)
    answers.roster.experiment.cancel()
    wait_for(qtbot, answers.roster, Course.STOPPED)
    panel = answers.roster_panel
    panel.model.setData(panel.model.index(0, PEOPLE), 21)

    with qtbot.waitSignal(answers.scenario_asked) as asked:
        panel.apply.click()
    panel.compare.click()
    panel.export_to(tmp_path / "roster.xlsx")

    assert asked.args[0].staff["officer"].shifts[0].count == 21
    assert answers.draft.alternatives[-1].title == "Roster that was found"
    assert (tmp_path / "roster.xlsx").stat().st_size > 1000
