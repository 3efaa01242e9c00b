"""When standards and duties were not kept, as a run went on."""

from dataclasses import replace

import pytest

from reception_sim.recording import Happening, HappeningKind
from reception_sim.run import Run, open_scenario
from reception_sim.scenario.quantities import HOUR, MINUTE
from reception_sim.scenario.standards import Indicator, StandardPlan
from reception_sim.statistics import breaches_in, indicators_of, standards_without_moments
from reception_sim.statistics.breaches import WHOLE_RUN
from tests.statistics.hand_written import ARRIVED, ENTERED, EXITED, JOINED, PLAN, SITE_LEFT, STARTED, recorded
from tests.statistics.test_duties import OWED


def spans(recording, *standards, **changes):
    """Return since when and until when (min) anything was not kept."""
    found = breaches_in(recording, replace(PLAN, standards=standards, **changes))
    return [(one.began / MINUTE, None if one.ended is None else one.ended / MINUTE) for one in found]


def standard(indicator, at=None, **limit):
    return StandardPlan(indicator=indicator, at=at, source="by hand", **limit)


def test_that_a_queue_is_too_long_from_the_person_on_who_makes_it_so_until_it_is_short_again():
    told = recorded(
        (10, JOINED, "screening", 0),
        (20, JOINED, "screening", 1),
        (70, STARTED, "screening", 0),
        sizes=(2, 2),
        until=200,
    )

    assert spans(told, standard(Indicator.QUEUE, "screening", at_most=3)) == [(20, 70)]


def test_that_a_breach_that_pauses_for_a_moment_is_one():
    told = recorded(
        *((10, JOINED, "screening", 0), (20, STARTED, "screening", 0)),
        *((30, JOINED, "screening", 1), (40, STARTED, "screening", 1)),
        *((90, JOINED, "screening", 2), (95, STARTED, "screening", 2)),
        sizes=(5, 5, 5),
        until=200,
    )

    assert spans(told, standard(Indicator.QUEUE, "screening", at_most=3)) == [(10, 40), (90, 95)]


def test_that_a_wait_is_too_long_as_its_time_is_up_and_not_only_when_it_ends():
    told = recorded(
        *((0, JOINED, "screening", 0), (10, STARTED, "screening", 0)),
        *((0, JOINED, "screening", 1), (90, STARTED, "screening", 1)),
        sizes=(1, 1),
        until=200,
    )

    assert spans(told, standard(Indicator.WAITING_TIME, "screening", at_most=HOUR, share=0.9)) == [(60, None)]


def test_that_a_standard_for_a_share_of_people_is_kept_again_once_enough_others_are_served_in_time():
    told = recorded(
        *((0, JOINED, "screening", 0), (61, STARTED, "screening", 0)),
        *((100, JOINED, "screening", 1), (101, STARTED, "screening", 1)),
        sizes=(1, 4),
        until=200,
    )

    assert spans(told, standard(Indicator.WAITING_TIME, "screening", at_most=HOUR, share=0.8)) == [(60, 101)]


def test_that_a_limit_for_a_share_of_the_time_is_missed_once_the_good_time_is_used_up():
    told = recorded(
        *((60, ENTERED, "camp", 0), (100, SITE_LEFT, "camp", 0)),
        sizes=(5000,),
        until=200,
    )

    assert spans(told, standard(Indicator.OCCUPANCY, "camp", at_most=100, share=0.75)) == [
        (pytest.approx(80), pytest.approx(160))
    ]


def test_that_a_duty_is_not_kept_while_somebody_is_overdue():
    told = recorded(
        *((0, ARRIVED, "gate", 0), (90, STARTED, "screening", 0)),
        *((0, ARRIVED, "gate", 1), (130, EXITED, "onward", 1)),
        *((200, ARRIVED, "gate", 2), (210, EXITED, "onward", 2)),
        *((240, ARRIVED, "gate", 3),),
        sizes=(1, 1, 1, 1),
        until=400,
    )

    assert spans(told, duties={"owed": OWED}) == [(60, 130), (210, 210), (300, None)]


def test_that_nobody_becomes_overdue_while_the_clocks_are_held():
    told = recorded((0, ARRIVED, "gate", 0), (200, STARTED, "screening", 0), sizes=(1,), until=400)
    held = Happening(30 * MINUTE, HappeningKind.CLOCKS_HELD, ""), Happening(100 * MINUTE, HappeningKind.CLOCKS_RUN, "")

    assert spans(told, duties={"owed": OWED}) == [(60, 200)]
    assert spans(replace(told, happenings=held), duties={"owed": OWED}) == [(130, 200)]


@pytest.mark.parametrize("name", ["border_post_basics", "introduction_45_minutes", "lampedusa_2023"])
def test_that_a_standard_is_in_breach_exactly_when_the_figures_of_that_moment_say_that_it_is_missed(name):
    scenario = open_scenario(name)
    moments = [scenario.duration * part / 8 for part in range(1, 5)]
    run = Run(scenario)
    run.advance(moments[-1])
    found = [one for one in breaches_in(run.recording(), scenario) if one.standard is not None]

    again = Run(scenario)
    for moment in moments:
        again.advance(moment)
        judged = [one for one in indicators_of(again.recording(), scenario) if one.indicator not in WHOLE_RUN]
        missed = {one.standard for one in judged if one.met is False}
        assert missed == {one.standard for one in found if one.began < moment and is_missed_then(one, moment)}


def is_missed_then(breach, moment):
    """Tell whether the figures of a moment show a breach: a limit for every moment, once passed, stays missed."""
    is_for_ever = breach.standard.share is None and breach.standard.indicator is not Indicator.DUTY_KEPT
    return is_for_ever or breach.ended is None or breach.ended > moment


def test_that_the_standards_that_only_a_whole_run_can_judge_are_named():
    seen, queue = standard(Indicator.NEEDS_SEEN, at_least=80), standard(Indicator.QUEUE, "screening", at_most=3)

    assert standards_without_moments(replace(PLAN, standards=(queue, seen))) == (seen,)
