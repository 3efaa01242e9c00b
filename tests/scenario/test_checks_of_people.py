"""The people of a plan are possible and find room."""

import pytest


@pytest.mark.parametrize(
    ("old", "new", "need", "most"),
    [
        ("unaccompanied_child = 0.1", "unaccompanied_child = 0.3", "unaccompanied_child", "0.2"),
        ("pregnant = 0.02", "pregnant = 0.31", "pregnant", "0.3"),
        ("disability = 0.05", "older_person_at_risk = 0.01", "older_person_at_risk", "0"),
        ("disability = 0.05", "single_parent = 0.3", "single_parent", "0.2"),
    ],
)
def test_that_no_more_people_have_a_need_than_can_have_it(only_problem_with, old, new, need, most):
    problem = only_problem_with((old, new))

    assert problem.field == f"populations.families.specific_needs.{need}"
    assert f"at most {most} of these persons are" in problem.expected


def test_that_unaccompanied_children_are_children(only_problem_with):
    problem = only_problem_with(
        ("1 = 0.5, 4 = 0.5", "1 = 1.0"), ("f = 0.2, m = 0.2", "f = 0.02, m = 0.02"), ("m = 0.3 }", "m = 0.66 }")
    )

    assert "at most 0.04 of these persons are children" in problem.expected


def test_that_anybody_may_have_a_disability(problems_with):
    assert not problems_with(("disability = 0.05", "disability = 1.0"))


def test_that_age_bands_do_not_overlap(only_problem_with):
    problem = only_problem_with(('"18-59" = {', '"15-59" = {'))

    assert problem.field == "populations.families.age_sex.15-59"
    assert "0-17" in problem.expected


def test_that_nothing_comes_after_an_open_age_band(only_problem_with):
    problem = only_problem_with(('"0-17" = {', '"0+" = {'), ("unaccompanied_child = 0.1, ", ""))

    assert "overlaps" in problem.expected


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("capacity = 20", "capacity = 3", "vehicles.bus.capacity"),
        ("capacity = 50", "capacity = 3", "sites.centre.capacity"),
        ("capacity = 30", "capacity = 3", "stations.registration.waiting_area.capacity"),
        (
            'travel_time = "20 min"',
            'travel_time = "20 min", boarding_area = { capacity = 3 }',
            "routes[2].by.boarding_area.capacity",
        ),
    ],
)
def test_that_the_largest_travel_group_fits_wherever_it_must_wait(problems_with, old, new, field):
    told = {problem.field: problem for problem in problems_with((old, new))}

    assert "too small for travel groups of 4 persons" in told[field].expected
    assert told[field].found == "3"


def test_that_a_travel_group_of_a_size_that_nobody_has_needs_no_room(problems_with):
    assert not problems_with(("1 = 0.5, 4 = 0.5", "1 = 1.0, 4 = 0.0"), ("capacity = 20", "capacity = 3"))


def test_that_a_site_that_shelters_outside_may_be_small(problems_with):
    assert not problems_with(("capacity = 50", "capacity = 0"), ("hold upstream", "shelter outside"))


def test_that_no_more_people_are_there_than_a_site_that_holds_others_back_admits(only_problem_with):
    problem = only_problem_with(("persons = 10", "persons = 51"))

    assert (problem.field, problem.found) == ("already_there[1].persons", "51")


def test_that_people_of_two_rows_share_the_places(only_problem_with):
    more = '\n[[already_there]]\npopulation = "families"\nat = "centre"\npersons = 41\n'
    problem = only_problem_with(also=more)

    assert (problem.field, problem.found) == ("already_there[2].persons", "51")


@pytest.mark.parametrize(("field", "known", "unknown"), [("ages", "18-59", "18-60"), ("languages", "ar", "am")])
def test_that_a_condition_asks_for_what_some_population_has(problems_with, only_problem_with, field, known, unknown):
    def route(word):
        return f'\n[[routes]]\nfrom = "centre"\nto = "onward"\nwhen = {{ {field} = ["{word}"] }}\n'

    problem = only_problem_with(also=route(unknown))

    assert not problems_with(also=route(known))
    assert (problem.field, problem.suggestion) == (f"routes[4].when.{field}[1]", known)
