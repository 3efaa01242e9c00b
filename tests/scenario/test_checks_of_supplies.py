"""Supplies are for somebody, are used somewhere, are ordered at some time and carried by something."""

MEAL = "per_person_per_day = 3\nstock = 100"


def test_that_a_supply_that_nobody_uses_is_told(only_problem_with):
    problem = only_problem_with((MEAL, "stock = 100"))

    assert problem.field == "supplies.meal"
    assert "say per_person_per_day, per_person_on_arrival, or both" in problem.expected


def test_that_a_supply_for_an_age_that_nobody_has_is_told(only_problem_with):
    problem = only_problem_with((MEAL, MEAL + '\nfor = { ages = ["0-99"] }'))

    assert problem.field == "supplies.meal.for.ages[1]"
    assert "no population has this" in problem.expected


def test_that_a_supply_for_nobody_in_particular_is_told(only_problem_with):
    problem = only_problem_with((MEAL, MEAL + "\nfor = {}"))

    assert "say at least one of sexes, ages, needs" in problem.expected


def test_that_a_daily_supply_at_a_station_is_told(only_problem_with):
    problem = only_problem_with((MEAL, MEAL + '\nat = ["registration"]'))

    assert problem.field == "supplies.meal.at[1]"
    assert "say per_person_on_arrival" in problem.expected


def test_that_a_supply_at_a_place_that_is_not_there_is_told(only_problem_with):
    problem = only_problem_with((MEAL, MEAL + '\nat = ["center"]'))

    assert (problem.field, problem.suggestion) == ("supplies.meal.at[1]", "centre")


def test_that_orders_without_a_time_are_told(only_problem_with):
    problem = only_problem_with((MEAL, MEAL + '\nresupply = { quantity = 5, lead_time = "1 h" }'))

    assert "say every, reorder_at, or both" in problem.expected


def test_that_orders_of_nothing_by_an_order_point_are_told(only_problem_with):
    problem = only_problem_with((MEAL, MEAL + '\nresupply = { quantity = 0, reorder_at = 5, lead_time = "1 h" }'))

    assert "quantity must be above 0 where reorder_at is said" in problem.expected


def test_that_a_convoy_of_a_fleet_and_through_a_place_that_are_not_there_are_told(problems_with):
    by = 'by = { vehicles = "lorry", through = "onward", travel_time = "1 h" }'
    told = problems_with((MEAL, f'{MEAL}\nresupply = {{ quantity = 5, every = "1 day", lead_time = "1 h", {by} }}'))

    assert {problem.field for problem in told} == {
        "supplies.meal.resupply.by.vehicles",
        "supplies.meal.resupply.by.through",
    }


def test_that_people_who_ride_with_a_fleet_for_goods_are_told(only_problem_with):
    problem = only_problem_with(('leaves = { when_full = true, or_after = "30 min" }\n', ""))

    assert problem.field == "vehicles.bus"
    assert "people ride with it: say leaves or timetable" in problem.expected


def test_that_vehicles_that_break_down_and_are_never_repaired_are_told(only_problem_with):
    problem = only_problem_with(("capacity = 20", 'capacity = 20\nbreaks_down_every = "5 days"'))

    assert "breaks_down_every and repair_time belong together" in problem.expected
