"""Any change there is: the form follows what the action asks for, and what it asks for fits the scenario."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialogButtonBox

from reception_sim.actions import ACTIONS, CloseBorder, PostStaff, ScaleArrivals, SetShare, objection
from reception_sim.run import open_scenario
from ui.forms.any_action import AnyActionDialog

COMPLETE = Path(__file__).parents[2] / "scenario" / "complete_example.toml"


@pytest.fixture(scope="module")
def complete():
    return open_scenario(COMPLETE)


@pytest.fixture
def dialog(qtbot, complete):
    def for_action(name: str, place: str = "") -> AnyActionDialog:
        shown = AnyActionDialog(complete, place)
        qtbot.addWidget(shown)
        shown.what.setCurrentIndex(shown.what.findData(name))
        return shown

    return for_action


def press(shown):
    actions = []
    shown.asked.connect(actions.append)
    shown.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok).click()
    return actions


@pytest.mark.parametrize("name", ACTIONS)
def test_that_every_action_can_be_asked_for_and_fits(complete, dialog, name) -> None:
    (action,) = press(dialog(name))

    assert isinstance(action, ACTIONS[name])
    assert objection(action, complete) is None


def test_that_the_place_that_is_looked_at_is_offered_first(dialog) -> None:
    (action,) = press(dialog("close_border", "beach"))

    assert action == CloseBorder("beach")


def test_that_the_sections_of_the_site_that_is_looked_at_are_offered_first(dialog) -> None:
    (action,) = press(dialog("set_section", "hall"))

    assert action.at.startswith("hall.")


def test_that_a_share_is_asked_for_in_percent(dialog) -> None:
    shown = dialog("set_share", "hall")
    shown.field("share").setValue(30)
    (action,) = press(shown)

    assert isinstance(action, SetShare)
    assert (action.origin, action.share) == ("hall", 0.3)


def test_that_what_is_not_ticked_is_left_out_and_what_is_ticked_is_said(dialog) -> None:
    shown = dialog("scale_arrivals")
    for box in shown.findChildren(QCheckBox):
        box.setChecked(True)

    (action,) = press(shown)

    assert isinstance(action, ScaleArrivals)
    assert action.lasting == 3600


def test_that_the_second_name_follows_the_first(dialog) -> None:
    shown = dialog("post_staff")
    shown.field("at").setCurrentIndex(shown.field("at").findData("child_protection"))

    (action,) = press(shown)

    assert action == PostStaff("child_protection", "social_worker", 1)


def test_that_an_action_without_use_says_so(qtbot, scenario) -> None:
    shown = AnyActionDialog(scenario, "")
    qtbot.addWidget(shown)
    shown.what.setCurrentIndex(shown.what.findData("send_package"))

    assert not shown.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok).isEnabled()


def test_that_tab_goes_through_the_fields_of_the_chosen_action_before_the_buttons(qtbot, dialog) -> None:
    shown = dialog("call_in_staff")
    shown.show()
    shown.what.setFocus()
    stops = []
    while shown.focusWidget() is not shown.findChild(QDialogButtonBox).buttons()[0]:
        stops.append(shown.focusWidget())
        qtbot.keyClick(shown.focusWidget(), Qt.Key.Key_Tab)

    assert stops[0] is shown.what
    assert {shown.field("role"), shown.field("count")} <= set(stops)


def test_that_only_what_may_be_decided_is_offered_and_on_which_terms(qtbot, complete) -> None:
    terms = {"call_in_staff": "Takes effect after 30 min.", "open_station": "Takes effect at once."}
    shown = AnyActionDialog(complete, "", terms=terms)
    qtbot.addWidget(shown)
    offered = [shown.what.itemData(row) for row in range(shown.what.count())]
    told = []
    for name in offered:
        shown.what.setCurrentIndex(shown.what.findData(name))
        told.append(shown.terms.text())

    assert dict(zip(offered, told, strict=True)) == terms
