"""What a plan takes for granted is said, and hinders nothing."""

import pytest

from reception_sim.scenario import Severity, notices, parse_scenario

RATE = 'rate = "10 per hour"'


@pytest.fixture
def noticed(small_text):
    """Return (field, sentence) of each notice of the small scenario once some of its text is replaced."""

    def read(*replacements, also=""):
        text = small_text
        for old, new in replacements:
            assert text.count(old) == 1
            text = text.replace(old, new)
        told = notices(parse_scenario(text + also, "x", None))
        assert all(notice.severity is Severity.NOTICE for notice in told)
        return {(notice.field, notice.expected) for notice in told}

    return read


def fields(told):
    return {field for field, _ in told}


def test_that_a_scenario_that_says_everything_has_no_notice(noticed):
    assert noticed() == set()


def test_that_a_ride_that_takes_no_time_is_noticed(noticed):
    assert fields(noticed((', travel_time = "20 min"', ""))) == {"routes[2].by"}


def test_that_a_place_that_nobody_reaches_is_noticed(noticed):
    exit_ = '\n[exits.home]\ntitle = "Home"\nkind = "return"\n'

    assert fields(noticed(also=exit_)) == {"exits.home"}


def test_that_an_entry_point_where_nobody_arrives_is_noticed_and_leads_nobody_on(noticed):
    told = noticed((f'[[entry_points.gate.arrivals]]\npopulation = "families"\n{RATE}\n', ""))

    assert fields(told) == {"entry_points.gate", "stations.registration"}


def test_that_days_outside_the_scenario_are_noticed(noticed):
    told = noticed((RATE, "daily = { 2026-03-01 = 5, 2026-03-04 = 5 }\nhours = [" + "1," * 24 + "]"))

    assert fields(told) == {
        "entry_points.gate.arrivals[1].daily.2026-03-01",
        "entry_points.gate.arrivals[1].daily.2026-03-04",
    }
    assert all("outside" in expected for _, expected in told)


def test_that_a_day_of_which_only_part_is_simulated_is_noticed(noticed):
    told = noticed((RATE, "daily = { 2026-03-02 = 5 }\nhours = [" + "1," * 24 + "]"))

    assert {expected for _, expected in told} == {
        "only part of 2026-03-02 lies in the scenario: only that part of its people arrive"
    }


def test_that_days_without_hours_are_noticed(noticed):
    told = noticed((RATE, "daily = { 2026-03-02 = 5 }"))

    assert ("entry_points.gate.arrivals[1]", "no hours are said: people come as often by night as by day") in told


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ('schedule = [ { at = "day 0 05:00", persons = 3 } ]', "schedule[1].at"),
        ('spans = [ { from = "day 0 05:00", until = "day 0 07:00", persons = 3 } ]', "spans[1]"),
    ],
)
def test_that_arrivals_outside_the_scenario_are_noticed(noticed, said, field):
    assert fields(noticed((RATE, said))) == {f"entry_points.gate.arrivals[1].{field}"}


def test_that_an_inject_after_the_end_is_noticed(noticed):
    assert fields(noticed(('at = "day 0 08:00"', 'at = "day 1 06:00"'))) == {"injects[1].at"}


def test_that_a_dated_departure_after_the_end_is_noticed(noticed):
    leaves = 'leaves = { when_full = true, or_after = "30 min" }'

    assert fields(noticed((leaves, 'timetable = { departures = ["10:00", 2026-03-05T10:00:00] }'))) == {
        "vehicles.bus.timetable.departures[2]"
    }


def test_that_a_fleet_without_vehicles_is_noticed(noticed):
    assert fields(noticed(("count = 1\ncapacity = 20", "count = 0\ncapacity = 20"))) == {"vehicles.bus.count"}


def test_that_posts_beyond_the_equipment_are_noticed(noticed):
    assert noticed(("posts = 2    ", "posts = 5    ")) == {
        ("stations.registration.equipment.kit", "there is equipment for 2 of 5 posts")
    }


def test_that_a_route_for_a_need_that_nobody_sees_is_noticed(noticed):
    route = '\n[[routes]]\nfrom = "centre"\nto = "onward"\nwhen = { needs = ["pregnant"] }\n'

    assert fields(noticed(also=route)) == {"routes[4].when.needs[1]"}
    assert not noticed(("posts = 1\n", "posts = 1\nidentifies = { pregnant = 0.5 }\n"), also=route)


@pytest.mark.parametrize(
    ("indicator", "at", "limit", "figure"),
    [
        ("covered area per person", "centre", "at_least = 3.5", "covered_area_m2"),
        ("persons per toilet", "centre", "at_most = 20", "toilets"),
        ("area per waiting person", "clinic", "at_least = 1", "area_m2"),
    ],
)
def test_that_a_standard_that_no_figure_can_be_held_against_is_noticed(noticed, indicator, at, limit, figure):
    told = noticed(
        ('indicator = "waiting time"\nat = "registration"', f'indicator = "{indicator}"\nat = "{at}"'),
        ('share = 0.9\nat_most = "2 h"', limit),
    )

    assert [field for field, expected in told if figure in expected] == ["standards[1]"]


def test_that_a_standard_of_registration_needs_a_station_that_registers(noticed):
    told = noticed(
        ('indicator = "waiting time"\nat = "registration"', 'indicator = "time to registration"'),
        ('activity = "registration"', 'activity = "admission"'),
    )

    assert fields(told) == {"standards[1]"}


def test_that_a_waiting_area_that_is_overfull_at_the_start_is_noticed(noticed):
    told = noticed(('at = "centre"\npersons = 10', 'at = "registration"\npersons = 31'))

    assert fields(told) == {"stations.registration.waiting_area.capacity"}


def test_that_staff_whom_nobody_needs_are_noticed(noticed):
    cook = '\n[staff.cook]\ntitle = "Cook"\nshifts = []\n'

    assert fields(noticed(also=cook)) == {"staff.cook"}


def test_that_interpreters_who_are_called_to_a_station_are_needed_there(noticed):
    called = ("team = { officer = 1, interpreter = 1 }", 'team = { officer = 1 }\ninterpreter = "interpreter"')
    by_language = ("languages = [", "speaks = { ar = 1, fr = 1 }\n# languages = [")

    assert "staff.interpreter" not in fields(noticed(called, by_language))


def test_that_escorts_are_needed_by_those_with_whom_they_go(noticed):
    role = '\n[staff.companion]\ntitle = "Companion"\nshifts = [ { days = "Mon", hours = "00:00-24:00", count = 1 } ]\n'
    way = '\n[escorts.way]\ntitle = "On the way"\nfor = { families = true }\nrole = "companion"\n'
    places = 'begins_at = "registration"\nends_at = ["centre"]\n'

    assert "staff.companion" in fields(noticed(also=role))
    assert "staff.companion" not in fields(noticed(also=role + way + places))
