"""A whole exercise in the real window, from a new project to the after-action report."""

import os
import signal
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QMessageBox

from reception_sim.actions import CallInStaff
from reception_sim.exercise_plan import AtTime, DecisionRule, Note, PlayersView, Rating
from reception_sim.scenario.quantities import HOUR
from reception_sim.scenario.standards import Indicator, StandardPlan
from tests.exercise.led_messages import make_project
from tests.exercise_plan.exercises import busy_desk, exercise, inject, rules
from tests.model.plans import station
from tests.ui.pages.exercise_steps import WAIT_MS, begin_play, go
from ui.forms.any_action import AnyActionDialog
from ui.plots.timeline import MarkKind

TWO_MORE = CallInStaff(role="officer", count=2, lasting=4 * HOUR)


def test_that_what_is_prepared_is_saved_before_it_is_led(page, qtbot, tmp_path):
    page.open_project(make_project(tmp_path / "class.reception"))
    page.editor.retime(1, 2 * HOUR)
    page.parts.setCurrentWidget(page.lead)
    led = page.lead._led
    qtbot.waitUntil(lambda: led.snapshot is not None, timeout=WAIT_MS)
    go(qtbot, led, 90 * 60.0)

    assert led.picture.inbox == ()


def test_that_an_exercise_with_something_to_mend_is_not_led(page, qtbot, tmp_path):
    page.open_project(make_project(tmp_path / "class.reception"))
    page.editor.retime(1, 20 * HOUR)
    page.parts.setCurrentWidget(page.lead)

    (box,) = page.findChildren(QMessageBox)
    assert "after the end of the scenario" in box.informativeText()
    assert page.parts.currentWidget() is page.prepare
    box.close()


def test_that_an_inject_on_hand_is_sent_by_its_button(page, qtbot, led):
    page.lead.on_hand.buttons[4].click()
    qtbot.waitUntil(lambda: bool(led.course.injects[4].sent), timeout=WAIT_MS)

    assert 4 not in page.lead.on_hand.buttons


def test_that_an_inject_is_skipped_by_keys_alone(page, qtbot, led):
    page.lead.coming.choose(1)
    page.lead.coming.table.setFocus()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(page.lead.coming.table, Qt.Key.Key_K, both)
    qtbot.waitUntil(lambda: led.course.injects[1].state.value == "skipped", timeout=WAIT_MS)


def test_that_an_inject_can_be_written_while_the_exercise_goes_on(page, qtbot, led):
    page.lead.coming.write_new("A journalist is at the gate")
    qtbot.waitUntil(lambda: 5 in page.lead.on_hand.buttons, timeout=WAIT_MS)
    page.lead.on_hand.buttons[5].click()
    qtbot.waitUntil(lambda: any(one.number == 5 for one in led.picture.inbox), timeout=WAIT_MS)


def test_that_a_decision_before_startex_is_refused_with_the_reason(page, qtbot, led):
    with qtbot.waitSignal(page.said, timeout=WAIT_MS) as said:
        led.decide(TWO_MORE, "border")

    assert "STARTEX" in said.args[0]


def test_that_the_window_of_the_players_is_given_only_their_picture(page, qtbot, led):
    players = page.show_players()
    begin_play(qtbot, page, led)
    led.decide(TWO_MORE, "border", "the queue grows")
    go(qtbot, led, 2 * HOUR)
    qtbot.waitUntil(lambda: players.picture == led.picture, timeout=WAIT_MS)

    assert players.inbox.count() == len(led.picture.inbox)
    assert players._scenario.injects == ()
    hidden = {id(led), id(led.course), id(led.exercise), id(led.snapshot)}
    assert hidden.isdisjoint(id(value) for value in vars(players).values())
    assert players.decisions.table.model().rowCount() == 1


def test_that_a_place_that_players_do_not_know_never_reaches_their_window(page, qtbot, tmp_path):
    two_desks = {"desk": station(posts=4, team={"officer": 1}), "back_room": station(title="Back room")}
    routes = [
        {"from": "border", "to": "desk"},
        {"from": "desk", "to": "back_room"},
        {"from": "back_room", "to": "onward"},
    ]
    scenario = busy_desk(stations=two_desks, routes=routes)
    plan = exercise(view=PlayersView(assessed=("desk",)))
    page.open_project(make_project(tmp_path / "class.reception", plan, scenario))
    page.parts.setCurrentWidget(page.lead)
    led = page.lead._led
    qtbot.waitUntil(lambda: led.snapshot is not None, timeout=WAIT_MS)
    players = page.show_players()
    go(qtbot, led, 2 * HOUR)
    qtbot.waitUntil(lambda: players.picture == led.picture, timeout=WAIT_MS)

    assert led.picture.places == ("desk",)
    assert "back_room" not in repr((players.picture, players._scenario, players.decisions._scenario))
    assert set(players.map.scene().places) == {"border", "desk", "onward"}
    (count,) = players.picture.known
    assert players.map.scene().words_of("desk").endswith(f"{count.persons} people.")
    assert not players.map.scene().journeys.needs_another_frame


def test_that_players_have_a_place_assessed_that_a_message_names_and_know_nothing_else_of_it(page, qtbot, tmp_path):
    assessment = {"takes": "1 h", "error": 0.0, "delay": "5 min", "lasts": "6 h"}
    late = {"distribution": "constant", "value": "20 h"}
    desks = {"desk": station(posts=4, team={"officer": 1}), "back_room": station(title="Back room")}
    scenario = busy_desk(
        stations=desks,
        routes=[{"from": one, "to": other} for one, other in pairwise(("border", "desk", "back_room", "onward"))],
        knowledge={"every": "1 h", "delay": late, "error": 0.2, "assessment": assessment},
    )
    rumour = inject(1, AtTime(at=HOUR), text="They say that people sleep in the back room.")
    plan = exercise(view=PlayersView(assessed=("desk",)), injects=(rumour,))
    page.open_project(make_project(tmp_path / "class.reception", plan, scenario))
    page.parts.setCurrentWidget(page.lead)
    led = page.lead._led
    qtbot.waitUntil(lambda: led.snapshot is not None, timeout=WAIT_MS)
    players = page.show_players()
    begin_play(qtbot, page, led)
    assert led.picture.heard_of == ()
    go(qtbot, led, 2 * HOUR)
    qtbot.waitUntil(lambda: players.picture == led.picture, timeout=WAIT_MS)
    assert led.picture.heard_of == (("back_room", "Back room"),)
    assert "back_room" not in repr((players._scenario, players.decisions._scenario, led.picture.known))

    players.decisions.decide.click()
    dialog = players.findChild(AnyActionDialog)
    dialog.what.setCurrentIndex(dialog.what.findData("assess"))
    dialog.field("at").setCurrentIndex(dialog.field("at").findData("back_room"))
    dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok).click()
    qtbot.waitUntil(lambda: players.decisions.table.model().rowCount() == 1, timeout=WAIT_MS)
    assert players.decisions.table.model().index(0, 0).data() == "Assess Back room"
    go(qtbot, led, 4 * HOUR)
    qtbot.waitUntil(lambda: led.picture.places == ("desk", "back_room"), timeout=WAIT_MS)


def test_that_a_click_on_the_timeline_goes_back_and_a_branch_begins_there(page, qtbot, led):
    go(qtbot, led, 3 * HOUR)
    page.lead.timeline.moment_asked.emit(HOUR)
    qtbot.waitUntil(lambda: led.time == HOUR and led.is_past, timeout=WAIT_MS)
    page.lead.commands.branch.trigger()
    qtbot.waitUntil(lambda: len(led.branches) == 2 and not led.is_past, timeout=WAIT_MS)

    assert page.lead.bar.branches.count() == 2


def test_that_what_was_noted_before_a_branch_began_stands_on_its_timeline_too(page, qtbot, led):
    go(qtbot, led, HOUR)
    page._project.note(Note(branch=1, time=HOUR, text="Before"))
    go(qtbot, led, 3 * HOUR)
    page._project.note(Note(branch=1, time=3 * HOUR, text="After"))
    page.lead.timeline.moment_asked.emit(2 * HOUR)
    qtbot.waitUntil(lambda: led.time == 2 * HOUR and led.is_past, timeout=WAIT_MS)
    page.lead.commands.branch.trigger()
    qtbot.waitUntil(lambda: len(led.branches) == 2 and not led.is_past, timeout=WAIT_MS)

    def noted():
        return [mark.text for mark in page.lead.timeline.marks if mark.kind is MarkKind.NOTE]

    qtbot.waitUntil(lambda: noted() == ["Before"], timeout=WAIT_MS)


def test_that_what_is_not_kept_stands_on_the_timeline(page, qtbot, tmp_path):
    limit = StandardPlan(indicator=Indicator.QUEUE, at="desk", at_most=3, source="by hand")
    page.open_project(make_project(tmp_path / "class.reception", scenario=busy_desk(standards=(limit,))))
    page.parts.setCurrentWidget(page.lead)
    led = page.lead._led
    qtbot.waitUntil(lambda: led.snapshot is not None, timeout=WAIT_MS)
    go(qtbot, led, 2 * HOUR)
    qtbot.waitUntil(lambda: bool(led.breaches), timeout=WAIT_MS)

    timeline = page.lead.timeline
    assert "Standard missed: queue at Desk" in timeline.told_at(timeline._x(led.breaches[0].began))


def test_that_a_note_is_pinned_to_its_moment_by_keys_alone(page, qtbot, led):
    go(qtbot, led, HOUR)
    QTest.keyClicks(page.lead.notes.line, "Good briefing")
    QTest.keyClick(page.lead.notes.line, Qt.Key.Key_Return)

    assert "01:00  Good briefing" in page.lead.notes.list.item(0).text()


def test_that_an_exercise_whose_process_is_killed_comes_back_where_it_was(page, qtbot, led):
    go(qtbot, led, 2 * HOUR)
    os.kill(led.process_id, signal.SIGKILL)
    qtbot.waitUntil(lambda: not led.alive, timeout=WAIT_MS)
    page.lead.failure.recover_asked.emit()
    qtbot.waitUntil(lambda: led.time == 2 * HOUR, timeout=WAIT_MS)

    assert {1, 3} <= {entry.deed.number for entry in led.log}


def test_that_a_rating_and_the_report_come_out_of_the_review(page, qtbot, led, tmp_path):
    begin_play(qtbot, page, led)
    go(qtbot, led, 2 * HOUR)
    page.parts.setCurrentWidget(page.review)
    card = page.review.hot_wash.cards["speed"]
    card.rating.setCurrentIndex(card.rating.findData(Rating.SOME_CHALLENGES))
    card.rating.activated.emit(card.rating.currentIndex())
    report = tmp_path / "review.docx"
    with qtbot.waitSignal(page.papers.written, timeout=WAIT_MS):
        page.review.hot_wash.export_report(report)

    assert page._project.scores(1)["speed"].rating is Rating.SOME_CHALLENGES
    assert report.stat().st_size > 10_000


def test_that_one_button_tells_what_each_decision_was_worth(page, qtbot, led, tmp_path):
    begin_play(qtbot, page, led)
    led.decide(TWO_MORE, "border", "the queue grows")
    go(qtbot, led, 2 * HOUR)
    page.parts.setCurrentWidget(page.review)
    page.review.hot_wash.weigh.setChecked(True)
    report = tmp_path / "review.html"
    with qtbot.waitSignal(page.papers.written, timeout=WAIT_MS):
        page.review.hot_wash.export_report(report)

    assert "With and without each decision" in report.read_text()


def ask_for_more_officers(window, count):
    """Fill in the dialog of decisions that belongs to *window*."""
    window.decisions.decide.click()
    (dialog,) = [one for one in window.findChildren(AnyActionDialog) if one.isVisible()]
    dialog.what.setCurrentIndex(dialog.what.findData("call_in_staff"))
    dialog.field("count").setValue(count)
    told = dialog.terms.text()
    dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok).click()
    return told


@pytest.mark.parametrize("who", ["trainer", "players"])
def test_that_a_decision_that_cannot_be_paid_is_refused_where_it_was_taken(page, qtbot, tmp_path, who):
    priced = rules(DecisionRule(action="call_in_staff", lead_time=HOUR / 2, cost=120), budget=2500)
    page.open_project(make_project(tmp_path / "class.reception", priced))
    page.parts.setCurrentWidget(page.lead)
    led = page.lead._led
    qtbot.waitUntil(lambda: led.snapshot is not None, timeout=WAIT_MS)
    window = page.lead if who == "trainer" else page.show_players()
    begin_play(qtbot, page, led)

    assert ask_for_more_officers(window, 99) == "Takes effect after 30 min. Costs 120 EUR for each."
    refusal = window.decisions.refusal
    qtbot.waitUntil(lambda: not refusal.isHidden(), timeout=WAIT_MS)
    assert refusal.text() == "✕ Not possible: this costs 11,880 EUR, and 2,500 EUR of the budget are left"
    ask_for_more_officers(window, 2)
    qtbot.waitUntil(lambda: led.picture.budget_left == 2260, timeout=WAIT_MS)
    assert refusal.isHidden()
