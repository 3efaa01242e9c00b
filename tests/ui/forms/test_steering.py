"""What can be changed at a place, and the action that each row asks for."""

import pytest
from PySide6.QtWidgets import QPushButton, QSpinBox, QWidget

from reception_sim.actions import (
    CallInStaff,
    CloseSite,
    CloseStation,
    OpenStation,
    PostStaff,
    ScaleArrivals,
    SetCount,
    objection,
)
from reception_sim.run import Run
from reception_sim.state import RoleState
from ui.forms.steering import rows_for, staff_caption

HOUR = 3600.0


@pytest.fixture
def asked(qtbot, scenario):
    """Show the rows for a place as the run stands, press each button, and return the actions by their kind."""

    def press_all(place: str, run: Run) -> dict[type, object]:
        actions = []
        for row in rows_for(scenario, place):
            qtbot.addWidget(row)
            row.asked.connect(actions.append)
            row.show_snapshot(run.snapshot())
            for button in row.findChildren(QPushButton):
                button.click()
        return {type(action): action for action in actions}

    return press_all


@pytest.fixture
def run(scenario):
    running = Run(scenario)
    running.advance(9 * HOUR)
    return running


def test_that_every_change_offered_anywhere_fits_the_scenario(scenario, asked, run) -> None:
    for place in ("", *(name for name, _ in scenario.places())):
        for action in asked(place, run).values():
            assert objection(action, scenario) is None


def test_that_a_station_offers_its_team_and_its_door(asked, run) -> None:
    assert asked("admission", run).keys() == {PostStaff, CallInStaff, CloseStation}


def test_that_a_site_offers_its_door_and_the_vehicles_that_stop_there(asked, run) -> None:
    assert asked("transit_centre", run).keys() == {CloseSite, SetCount}


def test_that_an_entry_point_offers_its_arrivals(scenario, asked, run) -> None:
    (entry,) = scenario.entry_points

    assert asked(entry, run)[ScaleArrivals] == ScaleArrivals(entry, 1.5, 6 * HOUR)


def test_that_the_whole_system_offers_all_vehicles_and_more_staff(scenario, asked, run) -> None:
    actions = asked("", run)

    assert actions.keys() == {SetCount, CallInStaff}
    assert actions[CallInStaff] == CallInStaff(next(iter(scenario.staff)), 1, 8 * HOUR)


def test_that_a_closed_station_offers_to_be_opened(asked, run) -> None:
    run.act(CloseStation("registration"))
    run.advance(9.1 * HOUR)

    assert asked("registration", run)[OpenStation] == OpenStation("registration")


def test_that_a_posting_starts_from_how_it_is_and_asks_for_what_is_typed(qtbot, scenario, run) -> None:
    row = rows_for(scenario, "registration")[0]
    qtbot.addWidget(row)
    row.show_snapshot(run.snapshot())
    (field,) = row.findChildren(QSpinBox)
    posted = next(dict(role.posted)["registration"] for role in run.snapshot().roles if role.id == "officer")
    assert field.value() == posted

    actions = []
    row.asked.connect(actions.append)
    field.setValue(posted + 2)
    row.button.click()

    assert actions == [PostStaff("registration", "officer", posted + 2)]


def test_that_those_on_duty_and_left_over_are_told() -> None:
    told = staff_caption(
        RoleState("officer", on_duty=9, posted=(("registration", 4), ("admission", 2)), busy=6), "registration"
    )

    assert told == "4 posted here; 9 on duty, 3 left over"


def test_that_every_field_and_button_has_a_name_for_assistive_technology(qtbot, scenario) -> None:
    for place in ("", *(name for name, _ in scenario.places())):
        for row in rows_for(scenario, place):
            qtbot.addWidget(row)
            parts: list[QWidget] = [*row.findChildren(QSpinBox), *row.findChildren(QPushButton)]
            assert all(part.accessibleName() or part.text() for part in parts)
