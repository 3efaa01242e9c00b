"""Every input of a scenario stands in the report, as exactly as in the file."""

import pytest

from reception_sim.reports.composition import compose
from reception_sim.reports.wording import planned_duration
from tests.reports.contents import COMPLETE, single
from tests.reports.test_composition import table


@pytest.fixture(scope="module")
def complete():
    return compose(single(str(COMPLETE)))


@pytest.fixture(scope="module")
def exercise():
    return compose(single("six_phase_border_exercise"))


def rows(document, title):
    return {line[0].text: " | ".join(cell.text for cell in line[1:]) for line in table(document, title).rows}


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(90, "1 min 30 s"), (750, "12 min 30 s"), (0, "0 s"), (0.5, "0.5 s"), (86_400, "1 day"),
     (2 * 86_400 + 7 * 3600 + 20 * 60, "2 days 7 h 20 min")],
)  # fmt: skip
def test_that_a_planned_time_is_told_to_the_second(seconds, said):
    assert planned_duration(seconds) == said


def test_that_a_service_time_is_not_rounded(exercise):
    assert "3 min to 12 min 30 s" in rows(exercise, "Stations")["Registration with fingerprints and photograph"]


def test_that_a_pace_is_not_rounded(exercise):
    assert "to 0.85 of its pace" in rows(exercise, "Hazards in the plan")["Measles in the reception hall"]


def test_that_borders_tell_their_hours_metering_patience_and_who_turns_where(exercise):
    crossing = rows(exercise, "Borders in the plan")["Main crossing"]

    assert crossing.startswith("Open 05:00-23:00; lets in 90 every 1 h; patience: mean 8 h")
    assert "25 % turn to Ford" in crossing


def test_that_borders_tell_their_lanes(complete):
    crossing = rows(complete, "Borders in the plan")["Road crossing"]

    assert "lane Families on foot, pedestrian, for: families" in crossing
    assert "lane Cars, car, 40 % of all others, lets in 30 every 1 h" in crossing


def test_that_what_drives_the_pressure_to_close_is_told(exercise):
    assert (
        "300 persons | 1800 persons | 1"
        in rows(exercise, "What drives the pressure to close")["Nobody gets registered"]
    )


@pytest.mark.parametrize(
    ("station", "said"),
    [
        ("Health screening", "a woman among: Nurse"),
        ("Registration", "on paper at pace 0.6, typing in takes 4 min"),
        ("Registration", "fast track for: age: 60+"),
        ("Registration", "5 % must come again after 1 h to 8 h"),
        ("Best interests assessment", "2 caseworkers carry 25 cases each"),
        ("Best interests assessment", "by appointment: every 15 min at 08:00-16:00"),
        ("Information and counselling", "sessions of 12 people"),
    ],
)
def test_that_the_procedure_of_a_station_is_told(complete, station, said):
    assert said.lower() in rows(complete, "Procedure at the stations")[station].lower()


def test_that_breakdowns_and_cost_of_vehicles_are_told(exercise):
    coach = rows(exercise, "Boarding, breakdowns and cost of vehicles")["Coach"]

    assert coach == "One breaks down every 20 days, repair takes 12 h; 400 EUR a day each"


def test_that_rules_tell_what_they_watch_what_they_do_and_when_they_end(exercise):
    rule = rows(exercise, "Contingency rules")["Close the main crossing under pressure"]

    assert rule.startswith("Pressure to close above 60 % for 2 h | after 1 h: Close the border: Main crossing for 12 h")
    assert "below 30 %; then: Open the border: Main crossing | after 1 day" in rule


def test_that_measures_of_preparedness_tell_whether_they_have_begun(exercise):
    measures = rows(exercise, "Preparedness measures")

    assert "20 days | 30 days | 2000 EUR" in measures["Coaches by agreement with the transport company"]
    assert "not begun" in measures["Prepare the second field of the camp"]


def test_that_planned_events_that_change_the_system_stand_in_order_of_time(exercise):
    events = [line[1].text for line in table(exercise, "Planned events that change the system").rows]

    assert events == ["Three coaches stand still", "A fight at the gate", "The network is down", "Measles"]
