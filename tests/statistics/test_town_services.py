"""Schools and clinics where people stay: who finds no place, worked out on paper."""

import pytest

from reception_sim.run import run_whole
from reception_sim.statistics import Part, measure
from tests.model.plans import ALONE, arriving, border, plan, site

CHILDREN = ALONE | {"age_sex": {"5-17": {"f": 0.5, "m": 0.5}}, "specific_needs": {"unaccompanied_child": 1.0}}


def town(population=CHILDREN, **changes):
    """Return a town to which ten people come, each for 12 hours."""
    stay = {"distribution": "constant", "value": "12 h"}
    return plan(
        duration="2 days",
        populations={"alone": population},
        entry_points=border(arriving(("day 0 00:00", 10))),
        stations={},
        staff={},
        sites={"town": site(kind="municipality", stay=stay, **changes)},
        routes=[{"from": "border", "to": "town"}, {"from": "town", "to": "onward"}],
    )


def told(scenario):
    rows = measure(run_whole(scenario), scenario).parts
    return {row.measure: row.value for row in rows if row.part is Part.TOWN_SERVICES}


def test_that_children_beyond_the_places_at_school_are_without_one_for_as_long_as_they_stay():
    figures = told(town(school_places=6))

    assert (figures["children_most"], figures["without_most"]) == (10, 4)
    assert figures["child_days"] == pytest.approx(4 * 0.5)


def test_that_adults_need_no_place_at_school():
    assert told(town(ALONE, school_places=0))["children_most"] == 0


def test_that_consultations_beyond_what_clinics_can_give_are_missed():
    # ten people want 0.5 a day each for half a day, 2.5 in all; at 3 a day clinics give 1.5 meanwhile
    figures = told(town(consultations_per_day=3, consultations_each_a_day=0.5))

    assert figures["consultations"] == pytest.approx(1.5)
    assert figures["consultations_missed"] == pytest.approx(1.0)


def test_that_nothing_is_told_of_a_town_of_which_the_plan_says_nothing():
    assert not told(town())


def test_that_what_clinics_give_and_what_people_need_belong_together():
    with pytest.raises(ValueError, match="belong together"):
        town(consultations_per_day=3)
