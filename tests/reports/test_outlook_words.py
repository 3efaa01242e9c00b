"""The look ahead in words."""

from dataclasses import replace

from reception_sim.reports.outlook_words import outlook_in_words
from reception_sim.run import open_scenario
from reception_sim.statistics import offered_load

PLAN = open_scenario("border_post_basics")


def said_of(title, plan=PLAN):
    sentences = list(outlook_in_words(offered_load(plan), plan))
    return next(sentence for sentence in sentences if sentence.startswith(title))


def test_that_the_people_expected_are_told():
    assert "760 people are expected" in said_of("Border crossing")


def test_that_enough_teams_are_told_to_suffice():
    assert said_of("Admission and identity check").endswith("The teams suffice in every hour.")


def test_that_the_first_hour_of_overload_is_told_in_local_time():
    sentence = said_of("Registration")

    assert "from 15 Jun 06:00 on" in sentence
    assert "The backlog grows to" in sentence


def test_that_a_station_nobody_staffs_is_told():
    staff = {name: replace(role, shifts=()) for name, role in PLAN.staff.items()}

    assert "nobody is on duty" in said_of("Registration", replace(PLAN, staff=staff))
