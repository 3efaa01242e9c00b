"""Whoever comes in must be able to leave."""

import pytest

ROUTE = '\n[[routes]]\nfrom = "{}"\nto = "{}"\n'
SECOND_CENTRE = """
[sites.hall]
title = "Hall"
kind = "collective centre"
capacity = 50
when_full = "next site"
next_site = "centre"
stay = { distribution = "constant", value = "6 h" }
"""


def test_that_a_site_that_nobody_can_leave_is_told(problems_with):
    told = problems_with(('from = "centre"\nto = "onward"', 'from = "registration"\nto = "onward"\nshare = 0.5'))

    assert "sites.centre" in {problem.field for problem in told}


def test_that_an_entry_point_that_nobody_can_leave_is_told(only_problem_with):
    problem = only_problem_with(('from = "gate"\nto = "registration"', 'from = "clinic"\nto = "registration"'))

    assert problem.field == "entry_points.gate"
    assert "nobody can leave" in problem.expected


def test_that_a_station_without_a_way_on_is_told(only_problem_with):
    problem = only_problem_with(('from = "registration"', 'from = "clinic"'))

    assert problem.field == "stations.registration"


def test_that_a_station_that_residents_visit_needs_no_way_on(problems_with):
    assert not problems_with()


def test_that_a_station_both_visited_and_on_a_route_needs_a_way_on(problems_with):
    told = problems_with(also=ROUTE.format("gate", "clinic") + "share = 0.5\n")

    assert "stations.clinic" in {problem.field for problem in told}


def test_that_people_who_queue_at_the_start_need_a_way_on(only_problem_with):
    problem = only_problem_with(('at = "centre"', 'at = "clinic"'))

    assert problem.field == "stations.clinic"


def test_that_a_route_with_a_share_of_nothing_is_no_way_on(problems_with):
    told = problems_with(('to = "onward"', 'to = "onward"\nshare = 0.0'))

    assert "sites.centre" in {problem.field for problem in told}


def test_that_a_scenario_without_an_exit_is_told(problems_with):
    told = problems_with(('[exits.onward]\ntitle = "Onward"\nkind = "onward transfer"\n', "[exits]\n"))

    assert "exits" in {problem.field for problem in told}


def test_that_a_loop_that_nobody_leaves_is_told_with_its_places(only_problem_with):
    problem = only_problem_with(('to = "onward"', 'to = "registration"'))

    assert "gate, registration, centre" in problem.expected
    assert problem.field == "routes[1]"


def test_that_a_loop_with_a_way_out_is_none(problems_with):
    again = ROUTE.format("centre", "registration") + "share = 0.5\n"

    assert not problems_with(also=again)


def test_that_a_dead_end_is_not_told_again_as_a_loop(problems_with):
    told = problems_with(('from = "centre"\nto = "onward"', 'from = "clinic"\nto = "onward"'))

    assert [problem.field for problem in told] == ["sites.centre"]


@pytest.mark.parametrize(("first", "second"), [(0.5, 0.4), (0.7, 0.7), (0.0, 0.9)])
def test_that_shares_that_do_not_add_up_are_told(problems_with, first, second):
    told = problems_with(
        ('to = "onward"', f'to = "onward"\nshare = {first}'),
        also=ROUTE.format("centre", "registration") + f"share = {second}\n",
    )

    assert ("routes[3].share", f"{first + second:g}") in {(problem.field, problem.found) for problem in told}


def test_that_shares_beyond_all_leave_nothing_for_everyone_else(only_problem_with):
    problem = only_problem_with(
        also=ROUTE.format("centre", "registration")
        + "share = 0.6\n"
        + ROUTE.format("centre", "onward")
        + "share = 0.6\n"
    )

    assert "must add up to 1" in problem.expected


def test_that_two_routes_for_everyone_else_are_told(only_problem_with):
    problem = only_problem_with(also=ROUTE.format("centre", "registration"))

    assert problem.field == "routes[4]"
    assert "2 routes for everyone else" in problem.expected


def test_that_a_place_with_conditions_alone_needs_a_route_for_the_others(only_problem_with):
    problem = only_problem_with(('to = "onward"', 'to = "onward"\nwhen = { documents = ["passport"] }'))

    assert problem.field == "routes[3]"
    assert "to whom no condition applies" in problem.expected


def test_that_a_stay_until_transferred_needs_vehicles(only_problem_with):
    problem = only_problem_with(
        ('stay = { distribution = "constant", value = "6 h" }', 'stay = { distribution = "until transferred" }')
    )

    assert problem.field == "sites.centre.stay"


def test_that_a_full_site_is_a_way_to_the_next_one(problems_with):
    assert not problems_with(
        ('to = "centre"\nby = { vehicles = "bus", travel_time = "20 min" }', 'to = "hall"'),
        also=SECOND_CENTRE + ROUTE.format("hall", "onward"),
    )


def test_that_full_sites_pass_nobody_on_in_a_circle(only_problem_with):
    problem = only_problem_with(
        ('when_full = "hold upstream"', 'when_full = "next site"\nnext_site = "hall"'),
        also=SECOND_CENTRE + ROUTE.format("hall", "onward"),
    )

    assert problem.field == "sites.centre.next_site"
    assert "centre → hall → centre" in problem.expected
