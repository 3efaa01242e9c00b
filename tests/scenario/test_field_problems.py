"""Each wrong field is told once, with its line, what was found and what would be right."""

import pytest

from reception_sim.scenario import ScenarioError, parse_scenario


@pytest.fixture
def line_of(small_text):
    """Return the number of the line that begins with some text."""
    return lambda text: 1 + next(number for number, line in enumerate(small_text.splitlines()) if line.startswith(text))


def test_that_a_misspelt_key_is_refused_by_name(only_problem_with, line_of):
    problem = only_problem_with(("posts = 2    ", "psots = 2    "))

    assert problem.field == "stations.registration.psots"
    assert problem.suggestion == "posts"
    assert problem.line == line_of("posts = 2")


def test_that_an_unknown_key_unlike_any_other_is_told_with_those_there_are(only_problem_with):
    problem = only_problem_with(('travel_time = "20 min"', 'travel_time = "20 min", xyz = 1'))

    assert problem.field == "routes[2].by.xyz"
    assert "vehicles, travel_time, boarding_area" in problem.expected


def test_that_an_unknown_table_is_refused_with_the_nearest_known(only_problem_with):
    problem = only_problem_with(also='\n[entrypoints.other]\ntitle = "Other"\n')

    assert (problem.field, problem.suggestion) == ("entrypoints", "entry_points")


def test_that_a_missing_field_is_told_at_its_table(only_problem_with, line_of):
    problem = only_problem_with(("posts = 2    ", "# posts = 2  "))

    assert problem.field == "stations.registration.posts"
    assert "is missing: Places where one team can work at once" in problem.expected
    assert problem.line == line_of("[stations.registration]")


def test_that_a_negative_count_is_refused(only_problem_with, line_of):
    problem = only_problem_with(("posts = 2    ", "posts = -2   "))

    assert problem.field == "stations.registration.posts"
    assert problem.expected == "must be at least 0"
    assert problem.found == "-2"
    assert problem.line == line_of("posts = 2")


@pytest.mark.parametrize(
    ("old", "new", "expected", "found"),
    [
        ("posts = 2    ", "posts = 2.5  ", "must be a whole number, without quotes", "2.5"),
        ("posts = 2    ", 'posts = "2"  ', "must be a whole number, without quotes", '"2"'),
        ("area_m2 = 40", 'area_m2 = "40"', "must be a number, without quotes", '"40"'),
        ("area_m2 = 40", "area_m2 = inf", "must be a finite number", "inf"),
        ("area_m2 = 40", "area_m2 = 40, shaded = 1", "must be true or false, without quotes", "1"),
        ('title = "Clinic"', "title = 7", "must be text in quotes", "7"),
        ('title = "Clinic"', 'title = ""', "must not be empty", '""'),
        ("team = { nurse = 1 }", 'team = "nurse"', "must be a table of names and values", '"nurse"'),
        (
            'service_time = { distribution = "constant", value = "15 min" }',
            'service_time = "15 min"',
            'must be a distribution, such as { distribution = "constant", value = "15 min" }',
            '"15 min"',
        ),
        ('during_stay = ["clinic"]', 'during_stay = "clinic"', "must be a list in square brackets", '"clinic"'),
        ("disability = 0.05", "disability = 1.5", "must be at most 1", "1.5"),
        ("duration = ", 'duration = "0 min" #', "must be above 0 min", '"0 min"'),
    ],
)
def test_that_a_wrong_kind_of_value_is_told_in_plain_words(only_problem_with, old, new, expected, found):
    problem = only_problem_with((old, new))

    assert (problem.expected, problem.found) == (expected, found)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('value = "15 min"', "value = 15", 'a duration needs its unit: write "15 min" or "15 h"'),
        ('value = "15 min"', 'value = "15 mins"', 'unknown unit "mins"'),
        ('rate = "10 per hour"', "rate = 10", 'a rate needs its unit: write "10 per hour" or "10 per day"'),
        ('rate = "10 per hour"', 'rate = "10 an hour"', "expected persons per minute, hour or day"),
        ('at = "day 0 08:00"', 'at = "tomorrow"', 'expected a moment such as "day 1 06:30"'),
        ("start = 2026-03-02T06:00:00", 'start = "spring"', "expected a date and time such as"),
        ("start = 2026-03-02T06:00:00", "start = 2026-03-02T06:00:00Z", "without an offset or Z"),
        ('min = "5 min", ', 'min = "15 min", ', "min, mode and max must be in this order"),
        ("1 = 0.5, 4 = 0.5", "1 = 0.5, 4 = 0.6", "the shares add up to 1.1; they must add up to 1"),
        ("m = 0.3 }", "m = 0.2 }", "the shares add up to 0.9; they must add up to 1"),
        ("1 = 0.5, 4 = 0.5", "1 = 0.5, 400 = 0.5", "a travel group has 1 to 60 persons"),
        ("refugee = 1.0", "", "the shares add up to 0; they must add up to 1"),
        ('rate = "10 per hour"', "", "in exactly one way of daily, rate, ramp, schedule, spans, file; found none"),
        ('rate = "10 per hour"', 'rate = "1 per hour"\nschedule = []', "found rate and schedule"),
        ('rate = "10 per hour"', "spans = []\nhours = [" + "1," * 24 + "]", "hours weighs the hours of"),
        ('rate = "10 per hour"', "daily = {}\nhours = [" + "0," * 24 + "]", "at least one hour"),
        ('at_most = "2 h"', "at_most = 2", 'needs its unit in quotes, such as "4 h"'),
        ('at_most = "2 h"', 'at_most = "2 h"\nat_least = "1 h"', "say exactly one of at_least and at_most"),
        ("share = 0.9", "", "say for which share of persons"),
        ("when_full = true, or_after", "when_full = false # ", "else it never leaves"),
        ("leaves = ", "# leaves = ", "say leaves or timetable"),
        ('when_full = "hold upstream"', 'when_full = "next site"', "belong together"),
    ],
)
def test_that_values_that_make_no_sense_are_told_with_what_would(only_problem_with, old, new, expected):
    if old.startswith("when_full = true"):
        new = "when_full = false }\n# { or_after"
    problem = only_problem_with((old, new))

    assert expected in problem.expected


def test_that_hours_must_be_twenty_four(only_problem_with):
    problem = only_problem_with(('rate = "10 per hour"', 'rate = "10 per hour"\nhours = [1, 2]'))

    assert problem.expected == "must have 24 values"


@pytest.mark.parametrize(
    ("old", "new", "field", "suggestion"),
    [
        ("transit centre", "transit center", "sites.centre.kind", "transit centre"),
        ("hold upstream", "hold up stream", "sites.centre.when_full", "hold upstream"),
        ("{ refugee = 1.0 }", "{ refugees = 1.0 }", "populations.families.movement.refugees", "refugee"),
        ("triangular", "triangle", "stations.registration.service_time.distribution", "triangular"),
        ("waiting time", "wait time", "standards[1].indicator", "waiting time"),
    ],
)
def test_that_a_word_that_is_not_known_is_told_with_the_nearest(only_problem_with, old, new, field, suggestion):
    quoted = (old, new) if old.startswith("{") else (f'"{old}"', f'"{new}"')
    problem = only_problem_with(quoted)

    assert (problem.field, problem.suggestion) == (field, suggestion)
    assert f'"{suggestion}"' in problem.expected


def test_that_a_distribution_without_its_name_is_told_with_the_names_there_are(only_problem_with):
    problem = only_problem_with(('distribution = "triangular", ', ""))

    assert problem.field == "stations.registration.service_time.distribution"
    assert '"triangular"' in problem.expected


def test_that_a_day_that_no_calendar_has_is_told_once(only_problem_with):
    problem = only_problem_with(('rate = "10 per hour"', "daily = { 2026-02-30 = 5 }"))

    assert problem.field == "entry_points.gate.arrivals[1].daily.2026-02-30"
    assert "expected a date" in problem.expected


def test_that_a_departure_that_is_neither_time_nor_date_is_told_once(only_problem_with):
    leaves = 'leaves = { when_full = true, or_after = "30 min" }'
    problem = only_problem_with((leaves, 'timetable = { departures = ["10:15", "10.45"] }'))

    assert problem.field == "vehicles.bus.timetable.departures[2]"
    assert "10.45" in problem.expected


def test_that_an_id_with_capitals_is_refused(problems_with):
    problems = problems_with(("[objectives.activation]", "[objectives.Activation]"))

    assert [problem.field for problem in problems if "small letters" in problem.expected] == ["objectives.Activation"]


def test_that_the_names_of_the_programs_own_fields_are_no_names_of_the_file(problems_with):
    problems = problems_with(('[[routes]]\nfrom = "gate"', '[[routes]]\norigin = "gate"'))

    assert {problem.field for problem in problems} >= {"routes[1].origin"}


def test_that_a_file_and_counts_beside_it_are_two_ways(only_problem_with):
    problem = only_problem_with(('rate = "10 per hour"', 'file = "a.csv"\ndaily = { 2026-03-02 = 5 }'))

    assert "found daily and file" in problem.expected


def test_that_all_wrong_fields_and_what_does_not_fit_are_told_at_once(problems_with):
    problems = problems_with(
        ("posts = 2    ", "posts = -2   "),
        ('to = "onward"', 'to = "onwards"'),
        ('indicator = "waiting time"', 'indicator = "wait time"'),
        ("refugee = 1.0", "refugee = 0.9"),
    )

    assert [problem.field for problem in problems] == [
        "populations.families.movement",
        "stations.registration.posts",
        "routes[3].to",
        "standards[1].indicator",
    ]


def test_that_a_name_whose_table_is_wrong_is_not_called_unknown(problems_with):
    problems = problems_with(("[staff.nurse]", "[staff.nurse]\nabsence = 2"))

    assert [problem.field for problem in problems] == ["staff.nurse.absence"]


def test_that_rows_after_a_wrong_one_keep_their_numbers(problems_with):
    problems = problems_with(
        ('[[routes]]\nfrom = "gate"\nto = "registration"', '[[routes]]\nfrom = "gate"\nto = 5'),
        ('to = "onward"', 'to = "onwards"'),
    )

    assert [problem.field for problem in problems] == ["routes[1].to", "routes[3].to"]


def test_that_a_scenario_without_anything_is_told_what_it_needs():
    with pytest.raises(ScenarioError) as caught:
        parse_scenario("format = 1", "x.toml", None)

    assert {problem.field for problem in caught.value.problems} == {
        "title", "summary", "start", "time_zone", "duration", "populations", "entry_points", "routes", "exits",
    }  # fmt: skip
