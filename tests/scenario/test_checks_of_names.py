"""Every name that a plan mentions is one that it explains."""

import pytest


@pytest.mark.parametrize(
    ("old", "new", "field", "nearest"),
    [
        ('to = "onward"', 'to = "onwards"', "routes[3].to", "onward"),
        ('from = "gate"', 'from = "gates"', "routes[1].from", "gate"),
        ('vehicles = "bus"', 'vehicles = "buss"', "routes[2].by.vehicles", "bus"),
        ("interpreter = 1 }", "interpretr = 1 }", "stations.registration.team.interpretr", "interpreter"),
        ("{ kit = 1 }", "{ kitt = 1 }", "stations.registration.equipment.kitt", "kit"),
        ('during_stay = ["clinic"]', 'during_stay = ["clinik"]', "sites.centre.during_stay[1]", "clinic"),
        ('families"\nrate', 'family"\nrate', "entry_points.gate.arrivals[1].population", "families"),
        ('families"\nat = "centre"', 'family"\nat = "centre"', "already_there[1].population", "families"),
        ('at = "centre"', 'at = "center"', "already_there[1].at", "centre"),
        ("at = { registration = 2 }", "at = { registrar = 2 }", "staff.officer.at.registrar", "registration"),
        ('objective = "activation"', 'objective = "activate"', "injects[1].objective", "activation"),
        ('at = "registration"', 'at = "registry"', "standards[1].at", "registration"),
        ("occupancy of centre", "occupancy of center", "contingency[1].when", "centre"),
    ],
)
def test_that_a_name_that_nothing_has_is_told_with_the_nearest(problems_with, old, new, field, nearest):
    told = {problem.field: problem for problem in problems_with((old, new))}

    assert told[field].suggestion == nearest
    assert "there is no" in told[field].expected
    assert told[field].line is not None


def test_that_a_route_to_nowhere_is_told(problems_with):
    told = problems_with(('to = "onward"', 'to = "nowhere_at_all"'))

    assert 'there is no place called "nowhere_at_all"' in {problem.expected for problem in told}


def test_that_a_next_site_must_be_a_site(problems_with):
    told = problems_with(('when_full = "hold upstream"', 'when_full = "next site"\nnext_site = "registration"'))

    assert [problem.field for problem in told] == ["sites.centre.next_site"]


def test_that_people_are_there_at_stations_and_sites_alone(problems_with):
    told = problems_with(('at = "centre"', 'at = "onward"'))

    assert [problem.field for problem in told] == ["already_there[1].at"]


def test_that_crews_have_roles_of_the_staff(problems_with):
    told = problems_with(("capacity = 20", "capacity = 20\ncrew = { driver = 1 }"))

    assert [problem.field for problem in told] == ["vehicles.bus.crew.driver"]


@pytest.mark.parametrize(
    ("header", "taken", "names"),
    [
        ("[supplies.meal]", "[supplies.kit]", "equipment.kit"),
        ("[supplies.meal]", "[supplies.gate]", "entry_points.gate"),
        ("[supplies.meal]", "[supplies.centre]", "sites.centre"),
        ("[supplies.meal]", "[supplies.nurse]", "staff.nurse"),
        ("[supplies.meal]", "[supplies.bus]", "vehicles.bus"),
        ("[supplies.meal]", "[supplies.onward]", "exits.onward"),
        ("[supplies.meal]", "[supplies.clinic]", "stations.clinic"),
    ],
)
def test_that_an_id_means_one_thing_in_all_tables_that_a_recording_names(only_problem_with, header, taken, names):
    problem = only_problem_with((header, taken))

    assert f"[{problem.field}]" == taken
    assert names in problem.expected


def test_that_populations_and_objectives_may_share_a_name_with_a_place(problems_with):
    assert not problems_with(("[objectives.activation]", "[objectives.gate]"), ('= "activation"', '= "gate"'))


def test_that_no_route_starts_at_an_exit(problems_with):
    told = problems_with(also='\n[[routes]]\nfrom = "onward"\nto = "registration"\n')

    assert ("routes[4].from", "no route starts at an exit") in {(one.field, one.expected) for one in told}


def test_that_no_route_leads_to_an_entry_point(problems_with):
    told = problems_with(('to = "onward"', 'to = "gate"'))

    assert ("routes[3].to", "no route leads to an entry point") in {(one.field, one.expected) for one in told}


def test_that_staff_are_posted_where_a_team_needs_them(only_problem_with):
    problem = only_problem_with(("at = { registration = 2 }", "at = { clinic = 2 }"))

    assert problem.field == "staff.officer.at.clinic"
    assert "no team at this station needs this role" in problem.expected


def test_that_inject_numbers_are_used_once(only_problem_with):
    again = '\n[[injects]]\nnumber = 1\nat = "day 0 09:00"\ntitle = "Again"\nkind = "contextual"\n'
    problem = only_problem_with(also=again)

    assert (problem.field, problem.found) == ("injects[2].number", "1")


@pytest.mark.parametrize("when", ["occupancy of centre", "crowding of centre > 90 %", "occupancy of centre > 90"])
def test_that_a_condition_that_cannot_be_understood_is_told_at_its_rule(only_problem_with, when):
    problem = only_problem_with(("occupancy of centre > 90 %", when))

    assert problem.field == "contingency[1].when"


def test_that_a_condition_watches_a_place_of_the_right_kind(only_problem_with):
    problem = only_problem_with(("occupancy of centre > 90 %", "queue of centre > 5 persons"))

    assert 'there is no station called "centre"' in problem.expected


def test_that_a_standard_of_a_site_needs_a_site(only_problem_with):
    problem = only_problem_with(
        ('indicator = "waiting time"', 'indicator = "occupancy"'), ('at_most = "2 h"', "at_most = 100")
    )

    assert problem.field == "standards[1].at"
    assert 'there is no site called "registration"' in problem.expected


def test_that_a_standard_of_a_station_says_at_which(only_problem_with):
    problem = only_problem_with(('at = "registration"\n', ""))

    assert problem.field == "standards[1].at"
    assert "is missing: waiting time is measured at a station" in problem.expected


def test_that_a_standard_of_the_whole_system_has_no_place(only_problem_with):
    problem = only_problem_with(('indicator = "waiting time"', 'indicator = "time in the system"'))

    assert "whole system" in problem.expected
