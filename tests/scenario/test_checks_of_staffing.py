"""Every station at some time has the team, the equipment and the languages that it needs."""

import pytest

NURSES = 'title = "Nurse"\nshifts = [ { days = "Mon-Sun", hours = "00:00-24:00", count = 1 } ]'


@pytest.mark.parametrize(
    "nobody",
    [
        'title = "Nurse"\nshifts = []',
        'title = "Nurse"\nshifts = [ { days = "Mon-Sun", hours = "00:00-24:00", count = 0 } ]',
        f"{NURSES}\nabsence = 1.0",
    ],
)
def test_that_a_station_nobody_ever_staffs_is_told(only_problem_with, nobody):
    problem = only_problem_with((NURSES, nobody))

    assert problem.field == "stations.clinic.team.nurse"
    assert "nobody ever works here" in problem.expected


def test_that_a_team_larger_than_all_shifts_is_told(only_problem_with):
    problem = only_problem_with(("team = { nurse = 1 }", "team = { nurse = 2 }"))

    assert problem.field == "stations.clinic.team.nurse"
    assert "needs 2 nurse at once" in problem.expected


def test_that_staff_who_are_called_in_by_the_plan_need_no_shift(problems_with):
    called = 'actions = [ { call_in_staff = { role = "nurse", count = 1, for = "6 h" } } ]'

    assert not problems_with((NURSES, 'title = "Nurse"\nshifts = []'), ("actions = []", called))


def test_that_a_station_without_a_post_is_told(only_problem_with):
    problem = only_problem_with(("posts = 1\n", "posts = 0\n"))

    assert problem.field == "stations.clinic.posts"


def test_that_a_station_without_a_team_serves_itself(problems_with):
    assert not problems_with(("team = { nurse = 1 }", "team = {}"))


def test_that_a_fleet_nobody_drives_is_told(only_problem_with):
    driver = '\n[staff.driver]\ntitle = "Driver"\nshifts = []\n'
    problem = only_problem_with(("capacity = 20", "capacity = 20\ncrew = { driver = 1 }"), also=driver)

    assert problem.field == "vehicles.bus.crew.driver"


def test_that_a_post_that_no_equipment_suffices_for_is_told(only_problem_with):
    problem = only_problem_with(("{ kit = 1 }", "{ kit = 3 }"))

    assert problem.field == "stations.registration.equipment.kit"
    assert "a post needs 3, but there are 2 in all" in problem.expected


def test_that_interpreters_speak_the_languages_of_the_people_who_come(only_problem_with):
    problem = only_problem_with(('languages = ["ar", "fr"]', 'languages = ["ar"]'))

    assert problem.field == "stations.registration.team"
    assert "speaks fr, as people of families do" in problem.expected


def test_that_a_language_that_nobody_speaks_needs_no_interpreter(problems_with):
    assert not problems_with(
        ("ar = 0.5, fr = 0.5", "ar = 1.0, fr = 0.0"), ('languages = ["ar", "fr"]', 'languages = ["ar"]')
    )


def test_that_two_interpreters_of_a_team_speak_for_each_other(problems_with):
    always = 'shifts = [ { days = "Mon-Sun", hours = "00:00-24:00", count = 2 } ]'
    second = f'\n[staff.cultural_mediator]\ntitle = "Mediator"\nlanguages = ["fr"]\n{always}\n'

    assert not problems_with(
        ('languages = ["ar", "fr"]', 'languages = ["ar"]'),
        ("interpreter = 1 }", "interpreter = 1, cultural_mediator = 1 }"),
        also=second,
    )


def test_that_residents_who_visit_a_station_are_understood_there(only_problem_with):
    problem = only_problem_with(
        ("team = { nurse = 1 }", "team = { nurse = 1, interpreter = 1 }"),
        ("interpreter = 1 }\nequipment", "officer = 1 }\nequipment"),
        ("officer = 1, officer = 1", "officer = 1"),
        ('languages = ["ar", "fr"]', 'languages = ["fr"]'),
    )

    assert problem.field == "stations.clinic.team"


def test_that_questions_about_needs_say_who_shares_the_answers(only_problem_with):
    problem = only_problem_with(("equipment = { kit = 1 }", 'equipment = { kit = 1 }\nasks_about_needs = "1 min"'))

    assert problem.field == "stations.registration.asks_about_needs"
    assert "needs_form" in problem.expected


def test_that_agencies_that_ask_apart_have_a_name(only_problem_with):
    problem = only_problem_with(
        ("format = 1", 'format = 1\nneeds_form = "each agency apart"'),
        ("equipment = { kit = 1 }", 'equipment = { kit = 1 }\nasks_about_needs = "1 min"'),
    )

    assert problem.field == "stations.registration.team"
    assert "names its agency" in problem.expected
