"""Equity: a difference in treatment is found, and none is found where all are treated alike."""

import math

import numpy as np
import pytest

from reception_sim.reports.part_words import subject_in_words
from reception_sim.run import run_whole
from reception_sim.statistics import Part, measure
from reception_sim.statistics.equity import chance_of_shares, chance_of_waits
from tests.model.plans import ALONE, arriving, border, plan, staff, station


def two_languages(interpreters):
    """Return a plan in which people of two languages come at the same rate, and interpreters speak both."""
    return plan(
        populations={code: ALONE | {"languages": {code: 1.0}} for code in ("ar", "fr")},
        entry_points=border(
            [stream for code in ("ar", "fr") for stream in arriving(("day 0 01:00", 60), population=code)]
        ),
        stations={"desk": station(activity="registration", posts=10, interpreter="interpreter")},
        staff={"officer": staff(count=10), "interpreter": staff(count=sum(interpreters.values()), speaks=interpreters)},
    )


def table(scenario):
    rows = {}
    for one in measure(run_whole(scenario), scenario).parts:
        if one.part is Part.EQUITY:
            rows.setdefault(one.subject, {})[one.measure] = one.value
    return rows


def test_that_a_language_that_waits_longer_for_its_interpreter_is_found():
    rows = table(two_languages({"ar": 8, "fr": 2}))

    assert rows["language fr"]["wait"] > 2 * rows["language ar"]["wait"]
    assert rows["language ar"]["chance_wait"] < 0.1


def test_that_no_difference_is_found_where_all_are_treated_alike():
    rows = table(two_languages({"ar": 5, "fr": 5}))

    assert rows["language ar"]["chance_wait"] > 5


def test_that_a_characteristic_that_all_share_is_not_compared():
    assert not any(row.startswith("movement") for row in table(two_languages({"ar": 5, "fr": 5})))


def test_that_the_chance_is_told_once_for_each_comparison():
    rows = table(two_languages({"ar": 5, "fr": 5}))

    assert "chance_wait" in rows["language ar"]
    assert "chance_wait" not in rows["language fr"]


def test_that_among_people_treated_alike_a_chance_below_five_is_as_rare_as_it_says():
    generator = np.random.default_rng(1)
    chances = [chance_of_waits([generator.exponential(60, 40), generator.exponential(60, 25)]) for _ in range(400)]

    assert np.mean(np.array(chances) < 5) == pytest.approx(0.05, abs=0.035)


def test_that_waits_that_are_all_the_same_show_no_difference():
    assert chance_of_waits([np.ones(9), np.ones(9)]) == 100


def test_that_too_few_travel_groups_tell_nothing():
    assert math.isnan(chance_of_waits([np.arange(4.0), np.arange(30.0)]))
    assert math.isnan(chance_of_shares([(1, 2), (30, 30)]))


def test_that_shares_that_differ_much_are_found():
    # by hand: expected 50 in every cell, (40^2 / 50) x 4 = 128 with one degree of freedom
    assert chance_of_shares([(90, 10), (10, 90)]) < 1e-20
    assert chance_of_shares([(50, 50), (50, 50)]) == 100


def test_that_kinds_of_people_are_called_by_their_words():
    scenario = two_languages({"ar": 5, "fr": 5})

    assert subject_in_words("language ar", scenario) == "Arabic"
    assert subject_in_words("movement third_country_national", scenario) == "Third country national"
