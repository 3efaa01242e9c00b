"""Indicators, and the standards they are held against."""

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_sim.recording import LevelKind
from reception_sim.scenario.standards import MEASURES, Indicator, Scope, StandardPlan
from reception_sim.statistics import measure
from tests.statistics.hand_written import (
    ARRIVED,
    ENTERED,
    EXITED,
    HOUR,
    JOINED,
    MINUTE,
    PLAN,
    SHELTERED,
    SITE_LEFT,
    STARTED,
    recorded,
    recordings,
    staffed,
    unhurried,
    with_standards,
)


def standard(indicator, at=None, **limit):
    return StandardPlan(indicator=indicator, at=at, source="by hand", **limit)


def figure(recording, indicator, place="", plan=PLAN):
    (found,) = [one for one in measure(recording, plan).indicators if one.indicator is indicator and one.place == place]
    return found


def judged(recording, limit):
    return figure(recording, limit.indicator, limit.at or "", with_standards(limit))


def waits_of(*minutes, waiting=(), until=600):
    """People served after so many minutes each, and others still waiting for so many."""
    count = len(minutes)
    joined = [(0, JOINED, "screening", group) for group in range(count)]
    started = [(minute, STARTED, "screening", group) for group, minute in enumerate(minutes)]
    late = [(until - so_far, JOINED, "screening", count + number) for number, so_far in enumerate(waiting)]
    rows = sorted((*joined, *started, *late), key=lambda row: row[0])
    return recorded(*rows, sizes=[1] * (count + len(waiting)), until=until)


WITHIN_AN_HOUR = standard(Indicator.WAITING_TIME, "screening", share=0.75, at_most=HOUR)


def test_that_a_standard_is_met_when_its_share_of_persons_keeps_the_limit():
    kept = judged(waits_of(10, 20, 60, 300), WITHIN_AN_HOUR)

    assert (kept.value, kept.met, kept.margin) == (HOUR, True, 0)


def test_that_a_standard_is_missed_by_what_its_share_of_persons_waits_too_long():
    missed = judged(waits_of(10, 20, 90, 300), WITHIN_AN_HOUR)

    assert (missed.value, missed.met, missed.margin) == (90 * MINUTE, False, -30 * MINUTE)


def test_that_whoever_already_waits_longer_than_the_limit_is_a_miss():
    missed = judged(waits_of(10, 20, waiting=(61, 300)), WITHIN_AN_HOUR)

    assert missed.met is False
    assert (missed.value, missed.undecided_persons) == (61 * MINUTE, 0)


def test_that_whoever_waits_within_the_limit_is_undecided():
    kept = judged(waits_of(10, 20, 30, waiting=(5, 60)), WITHIN_AN_HOUR)

    assert (kept.met, kept.undecided_persons) == (True, 2)


def test_that_a_standard_on_which_nobody_can_tell_is_neither_met_nor_missed():
    open_question = judged(waits_of(waiting=(5, 5)), WITHIN_AN_HOUR)

    assert (open_question.met, open_question.undecided_persons) == (None, 2)
    assert math.isnan(open_question.value)


def test_that_a_family_weighs_by_its_persons_when_a_standard_is_judged():
    recording = recorded(
        (0, JOINED, "screening", 0),
        (0, JOINED, "screening", 1),
        (10, STARTED, "screening", 0),
        (90, STARTED, "screening", 1),
        sizes=(1, 4),
    )

    assert judged(recording, replace(WITHIN_AN_HOUR, share=0.5)).met is False


def test_that_a_least_time_is_judged_from_the_other_side():
    at_least = standard(Indicator.TIME_IN_SYSTEM, share=0.5, at_least=HOUR)
    recording = recorded((0, ARRIVED, "gate", 0), (0, ARRIVED, "gate", 1), (30, EXITED, "home", 0), sizes=(1, 1))

    kept = judged(recording, at_least)

    assert (kept.met, kept.margin) == (True, 9 * HOUR)


def test_that_a_share_that_is_a_whole_number_of_persons_asks_for_no_more():
    seven_of_a_hundred = standard(Indicator.WAITING_TIME, "screening", share=0.07, at_most=7 * MINUTE)

    kept = judged(waits_of(*range(1, 101)), seven_of_a_hundred)  # 0.07 * 100 is a little above 7

    assert (kept.value, kept.met) == (7 * MINUTE, True)


def test_that_without_a_standard_a_time_is_told_as_its_95th_percentile():
    found = figure(waits_of(*range(1, 21)), Indicator.WAITING_TIME, "screening")

    assert (found.value, found.met, found.standard) == (19 * MINUTE, None, None)
    assert math.isnan(found.margin)


@unhurried
@given(recordings(), st.integers(0, 120), st.sampled_from((0.25, 0.5, 0.9, 1.0)))
def test_that_a_standard_is_met_exactly_when_enough_of_those_decided_keep_it(recording, minutes, share):
    limit = standard(Indicator.WAITING_TIME, "registration", share=share, at_most=minutes * MINUTE)

    found = judged(recording, limit)

    kept, decided = _kept_and_decided(recording, "registration", minutes * MINUTE)
    assert found.met == (None if decided == 0 else kept >= share * decided - 1e-9)
    assert decided == 0 or found.met == (found.margin >= 0)


def _kept_and_decided(recording, name, limit):
    kept = decided = 0
    joined = {}
    events, size = recording.events, recording.people.size
    for time, kind, place, group in zip(events.time, events.kind, events.place, events.group, strict=True):
        if place == recording.index(name) and kind == JOINED:
            joined[group] = time
        elif place == recording.index(name) and group in joined:
            wait = time - joined.pop(group)
            if kind == STARTED:
                decided += size[group]
                kept += size[group] * (wait <= limit)
    decided += sum(size[group] for group, time in joined.items() if recording.until - time > limit)
    return kept, decided


def test_that_a_level_is_judged_at_its_worst_moment():
    recording = recorded((0, JOINED, "screening", 0), (1, STARTED, "screening", 0), sizes=(30,))

    missed = judged(recording, standard(Indicator.QUEUE, "screening", at_most=20.0))

    assert (missed.value, missed.met, missed.margin) == (30, False, -10)


def test_that_a_share_lets_a_level_be_worse_for_the_rest_of_the_time():
    recording = recorded((0, JOINED, "screening", 0), (60, STARTED, "screening", 0), sizes=(30,))

    at_most = standard(Indicator.QUEUE, "screening", at_most=20.0, share=0.9)

    assert judged(recording, at_most).met is True
    assert judged(recording, replace(at_most, share=0.91)).met is False


def test_that_covered_area_counts_only_while_somebody_stays():
    limit = standard(Indicator.COVERED_AREA_PER_PERSON, "camp", at_least=3.5, share=0.5)
    recording = recorded(
        (500, ENTERED, "camp", 0), (560, ENTERED, "camp", 1), (600, SITE_LEFT, "camp", 1), sizes=(4, 10)
    )

    assert judged(recording, limit).value == pytest.approx(42 / 4)
    assert judged(recording, replace(limit, share=None)).value == pytest.approx(42 / 14)
    assert judged(recorded(), limit).met is None


def test_that_area_for_each_waiting_person_is_that_of_the_longest_queue():
    recording = recorded((0, JOINED, "registration", 0), (1, STARTED, "registration", 0), sizes=(8,))

    found = figure(recording, Indicator.AREA_PER_WAITING_PERSON, "registration")

    assert found.value == 5


def test_that_utilisation_is_that_of_the_whole_run():
    recording = recorded(
        (0, JOINED, "screening", 0),
        (0, STARTED, "screening", 0),
        levels=staffed("screening", (0, 2)),
        until=60,
    )

    assert figure(recording, Indicator.UTILISATION, "screening").value == pytest.approx(50)


def test_that_occupancy_is_told_in_percent_of_the_places():
    recording = recorded((0, ENTERED, "camp", 0), sizes=(15,))

    missed = judged(recording, standard(Indicator.OCCUPANCY, "camp", at_most=100.0))

    assert (missed.value, missed.met) == (150, False)


def test_that_any_person_is_too_many_for_a_site_without_places():
    plan = replace(PLAN, sites={"camp": replace(PLAN.sites["camp"], capacity=0)})

    assert figure(recorded(), Indicator.OCCUPANCY, "camp", plan).value == 0
    assert figure(recorded((0, ENTERED, "camp", 0)), Indicator.OCCUPANCY, "camp", plan).value == math.inf


def test_that_a_site_is_infinitely_short_of_what_it_has_none_of():
    missed = judged(recorded((0, ENTERED, "camp", 0)), standard(Indicator.PERSONS_PER_SHOWER, "camp", at_most=50.0))

    assert (missed.value, missed.met) == (math.inf, False)


def test_that_persons_without_shelter_are_those_beyond_the_places():
    recording = recorded((0, ENTERED, "camp", 0), (0, SHELTERED, "camp", 0), (10, ENTERED, "camp", 1), sizes=(9, 4))

    assert figure(recording, Indicator.PERSONS_WITHOUT_SHELTER, "camp").value == 4


def test_that_persons_in_the_system_are_told_at_their_most():
    recording = recorded((0, ARRIVED, "gate", 0), (10, EXITED, "home", 0), (20, ARRIVED, "gate", 1), sizes=(2, 5))

    assert figure(recording, Indicator.PERSONS_IN_SYSTEM).value == 5


def test_that_supply_coverage_is_the_part_of_what_was_wanted_that_could_be_had():
    levels = [(10, LevelKind.SUPPLY_WANTED, "meal", 80), (10, LevelKind.SUPPLY_MISSED, "meal", 20)]

    assert figure(recorded(levels=levels), Indicator.SUPPLY_COVERAGE, "meal").value == pytest.approx(75)
    assert math.isnan(figure(recorded(), Indicator.SUPPLY_COVERAGE, "meal").value)


def test_that_every_indicator_is_told_wherever_it_can_be_measured():
    found = {(one.indicator, one.place) for one in measure(recorded(), PLAN).indicators}

    places = {
        Scope.SYSTEM: [""],
        Scope.STATION: list(PLAN.stations),
        Scope.SITE: list(PLAN.sites),
        Scope.SUPPLY: list(PLAN.supplies),
        Scope.DUTY: list(PLAN.duties),
    }
    everywhere = {(one, place) for one in Indicator for place in places[MEASURES[one].scope]}
    unknown = {
        (Indicator.AREA_PER_WAITING_PERSON, "screening"),
        (Indicator.AREA_PER_WAITING_PERSON, "clinic"),
        (Indicator.PERSONS_PER_TAP, "camp"),
        (Indicator.LANGUAGE_COVERAGE, ""),
        (Indicator.PRESSURE_TO_CLOSE, ""),
    }
    assert found == everywhere - unknown


def test_that_a_standard_on_what_the_plan_does_not_give_is_told_as_not_measured():
    found = judged(recorded(), standard(Indicator.PERSONS_PER_TAP, "camp", at_most=80.0))

    assert math.isnan(found.value)
    assert found.met is None


def test_that_two_standards_on_one_indicator_are_judged_one_by_one():
    strict = replace(WITHIN_AN_HOUR, share=1.0)
    plan = with_standards(WITHIN_AN_HOUR, strict)

    found = [
        one.met
        for one in measure(waits_of(10, 20, 30, 90), plan).indicators
        if one.indicator is Indicator.WAITING_TIME and one.place == "screening"
    ]

    assert found == [True, False]
