"""Separated families find each other in the same site or by tracing; each family counts once."""

from dataclasses import replace

import pytest

from reception_sim.scenario.standards import Indicator
from reception_sim.scenario.stations import Activity
from reception_sim.statistics import Part, measure
from tests.statistics.hand_written import (
    ARRIVED,
    ENDED,
    ENTERED,
    EXITED,
    MINUTE,
    PLAN,
    SITE_LEFT,
    recorded,
)

TRACING = replace(
    PLAN, stations=PLAN.stations | {"clinic": replace(PLAN.stations["clinic"], activity=Activity.FAMILY_TRACING)}
)
BOTH = ((0, ARRIVED, "gate", 0), (30, ARRIVED, "gate", 1))


def told(*rows, families=(1, 0), sizes=(3, 2)):
    figures = measure(recorded(*BOTH, *rows, sizes=sizes, families=list(families)), TRACING)
    return {one.measure: one.value for one in figures.parts if one.part is Part.FAMILY_TRACING}


def counts(**families):
    return {"traced": 0, "met": 0, "apart": 0} | families


def outcome(figures):
    return {name: figures[name] for name in ("traced", "met", "apart")}


def test_that_a_family_that_was_separated_counts_once_with_all_its_persons():
    figures = told()

    assert (figures["separated"], figures["persons"]) == (1, 5)
    assert outcome(figures) == counts(apart=1)


def test_that_it_meets_in_the_same_site():
    figures = told((60, ENTERED, "camp", 0), (90, ENTERED, "camp", 1))

    assert outcome(figures) == counts(met=1)
    assert figures["mean_time"] == 90 * MINUTE


def test_that_it_does_not_meet_when_one_part_has_left_before_the_other_comes():
    assert outcome(told((60, ENTERED, "camp", 0), (80, SITE_LEFT, "camp", 0), (90, ENTERED, "camp", 1))) == counts(
        apart=1
    )


def test_that_tracing_by_one_part_finds_the_other():
    figures = told((70, ENDED, "clinic", 1))

    assert outcome(figures) == counts(traced=1)
    assert figures["longest"] == 70 * MINUTE


def test_that_tracing_waits_for_the_part_that_has_not_come_yet():
    assert told((10, ENDED, "clinic", 0))["mean_time"] == 30 * MINUTE


def test_that_tracing_does_not_find_whoever_has_left():
    assert outcome(told((60, EXITED, "home", 0), (70, ENDED, "clinic", 1))) == counts(apart=1)


def test_that_what_came_first_is_what_reunited_them():
    figures = told((40, ENTERED, "camp", 0), (50, ENTERED, "camp", 1), (70, ENDED, "clinic", 1))

    assert outcome(figures) == counts(met=1)


def test_that_nobody_is_told_of_where_no_family_was_separated():
    assert told(families=(-1, -1)) == {}


@pytest.mark.parametrize(("rows", "apart"), [((), 1), (((70, ENDED, "clinic", 1),), 0)])
def test_that_families_apart_are_an_indicator(rows, apart):
    figures = measure(recorded(*BOTH, *rows, sizes=(3, 2), families=[1, 0]), TRACING)
    (indicator,) = (one for one in figures.indicators if one.indicator is Indicator.FAMILIES_APART)

    assert indicator.value == apart
