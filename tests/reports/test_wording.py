"""How figures are said to a person."""

import math

import pytest

from reception_sim.experiments import Estimate
from reception_sim.reports import wording
from reception_sim.scenario import Calendar
from reception_sim.scenario.people import SpecificNeed
from reception_sim.scenario.standards import MEASURES, Indicator, StandardPlan
from tests.reports.contents import single


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0 s"),
        (42, "42 s"),
        (60, "1 min"),
        (12_000, "3 h 20 min"),
        (3_600, "1 h"),
        (3_599.9, "1 h"),
        (47 * 3_600, "47 h"),
        (50 * 3_600, "2 days 2 h"),
        (72 * 3_600, "3 days"),
        (-0.4, "0 s"),
        (-12_000, "\N{MINUS SIGN}3 h 20 min"),
        (-72 * 3_600, "\N{MINUS SIGN}3 days"),
        (math.nan, "\N{EN DASH}"),
        (math.inf, "\N{INFINITY}"),
    ],
)
def test_that_a_time_is_said_in_its_two_largest_units(seconds, words):
    assert wording.duration(seconds) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [(6344, "about 6,300 people"), (97, "97 people"), (1, "1 person"), (6300, "6,300 people"), (0, "0 people")],
)
def test_that_a_large_number_of_people_is_rounded_as_one_says_it(number, words):
    assert wording.about_people(number) == words


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (0.41, "m2", "0.4 m²"),
        (1512.4, "%", "1,512 %"),
        (15.0, "l/day", "15 l a day"),
        (20.0, "persons", "20 people"),
        (5400.0, "s", "1 h 30 min"),
        (math.nan, "m2", "\N{EN DASH}"),
        (math.inf, "persons", "\N{INFINITY}"),
    ],
)
def test_that_a_value_has_its_unit(value, unit, words):
    assert wording.format_value(value, unit) == words


@pytest.mark.parametrize(
    ("mean", "half_width", "unit", "words"),
    [
        (12_000.0, 720.0, "s", "3 h 20 min ± 12 min"),
        (6_344.4, 118.2, "persons", "6,344 ± 118"),
        (12.34, 1.26, "persons", "12.3 ± 1.3"),
        (0.412, 0.013, "m2", "0.41 ± 0.01"),
        (20.0, 0.0, "persons", "20"),
        (20.0, math.nan, "persons", "20"),
    ],
)
def test_that_an_estimate_shows_as_many_digits_as_it_is_sure_of(mean, half_width, unit, words):
    assert wording.format_estimate(Estimate(mean, half_width, 1.0, 0.0, 0.0, 5), unit) == words


def test_that_a_standard_is_said_with_its_share():
    standard = StandardPlan(indicator=Indicator.WAITING_TIME, at="desk", at_most="4 h", share=0.95, source="S")

    assert wording.limit_of(standard) == "at most 4 h for 95 % of people"


@pytest.mark.parametrize(
    ("margin", "limit", "words"),
    [
        (3600.0, {"at_most": "4 h"}, "1 h to spare"),
        (-3600.0, {"at_most": "4 h"}, "1 h too much"),
        (-3600.0, {"at_least": "4 h"}, "1 h too little"),
        (0.0, {"at_most": "4 h"}, "just so"),
    ],
)
def test_that_a_margin_says_on_which_side_of_the_limit(margin, limit, words):
    standard = StandardPlan(indicator=Indicator.WAITING_TIME, at="desk", share=0.95, source="S", **limit)

    assert wording.margin_in_words(margin, "s", standard) == words


def test_that_a_moment_is_said_to_the_hour_in_local_time():
    calendar = Calendar.of(single("lampedusa_2023").scenario)

    assert wording.day_and_hour(calendar, 2 * 86_400 + 20.8 * 3_600) == "13 September around 21:00"


def test_that_every_indicator_has_a_label_and_an_explanation():
    for indicator in Indicator:
        assert wording.label_of(indicator)
        assert wording.explain(indicator).endswith(".")


def test_that_every_unit_of_an_indicator_is_said_in_words():
    assert {wording.format_value(2.0, measure.unit) for measure in MEASURES.values()} == {
        "2 s",
        "2 people",
        "2 %",
        "2 m²",
        "2 l a day",
        "2 nights",
        "2 families",
    }


def test_that_every_need_has_a_name_of_its_own():
    names = {wording.need_in_words(need) for need in SpecificNeed}

    assert len(names) == len(SpecificNeed)
    assert not any("_" in name for name in names)
