"""Interpreters by language, women on teams, training and fatigue."""

import pytest

from reception_sim.actions import TrainStaff
from reception_sim.recording import EventKind
from reception_sim.run import ActionRefusedError, Run, run_whole
from reception_sim.statistics import Part, measure
from tests.model.plans import ALONE, arriving, border, plan, staff, station, trace
from tests.model.test_theory import assert_in_interval, erlang_c_wait, mean_waits

STARTED, ENDED = EventKind.SERVICE_STARTED, EventKind.SERVICE_ENDED
SCREENED = {"distribution": "constant", "value": "5 min"}


def speaking(**languages):
    return ALONE | {"languages": languages}


def minutes(recording, kind=STARTED):
    return [minute for minute, *_ in trace(recording, kind)]


def with_interpreters(speaks, *groups, interpreters=None, **changes):
    """Return a plan with two kinds of people, one speaking ar and one fr, and three officers."""
    streams = [stream for language, *arrivals in groups for stream in arriving(*arrivals, population=language)]
    return plan(
        populations={"ar": speaking(ar=1.0), "fr": speaking(fr=1.0)},
        entry_points=border(streams),
        stations={"desk": station(posts=3, interpreter="interpreter") | changes},
        staff={"officer": staff(count=3), "interpreter": interpreters or staff(count=2, speaks=speaks)},
    )


def test_that_a_service_takes_an_interpreter_of_the_language():
    scenario = with_interpreters({"ar": 1, "fr": 1}, ("ar", ("day 0 01:00", 2)), ("fr", ("day 0 01:01", 1)))

    assert minutes(run_whole(scenario)) == [60, 61, 65]


def test_that_whoever_speaks_the_language_of_the_desk_needs_none():
    scenario = with_interpreters({"ar": 1, "fr": 1}, ("ar", ("day 0 01:00", 2)), spoken=["ar"])

    assert minutes(run_whole(scenario)) == [60, 60]


def test_that_languages_share_the_interpreters_while_few_are_on_duty():
    scenario = with_interpreters(
        {"ar": 1, "fr": 1}, ("ar", ("day 0 01:00", 1)), ("fr", ("day 0 01:00", 1)),
        interpreters=staff(count=1, hours="00:00-12:00", speaks={"ar": 1, "fr": 1}),
    )  # fmt: skip
    recording = run_whole(scenario)
    told = {
        (row.subject, row.measure): row.value
        for row in measure(recording, scenario).parts
        if row.part is Part.INTERPRETATION
    }

    assert minutes(recording) == [60]
    assert (told["ar", "covered"], told["fr", "covered"]) == (100, 0)
    assert (told["ar", "waiting"], told["fr", "waiting"]) == (0, 1)


def test_that_interpreters_are_at_work_as_long_as_their_services():
    scenario = with_interpreters({"ar": 1, "fr": 1}, ("ar", ("day 0 01:00", 2)))
    roles = {role.id: role for role in measure(run_whole(scenario), scenario).roles}

    assert roles["interpreter"].busy_s == 2 * 5 * 60


def test_that_an_interpreter_for_each_language_makes_two_queues():
    scenario = plan(
        duration="1500 h",
        populations={"mixed": speaking(ar=0.5, fr=0.5)},
        entry_points=border([{"population": "mixed", "rate": "12 per hour"}]),
        stations={
            "desk": station(
                posts=9, interpreter="interpreter", service_time={"distribution": "exponential", "mean": "6 min"}
            )
        },
        staff={"officer": staff(count=9), "interpreter": staff(count=2, speaks={"ar": 1, "fr": 1})},
    )

    assert_in_interval(erlang_c_wait(6, 10, 1), mean_waits(scenario, "desk"))


def for_women(women, *groups, officers=2):
    return plan(
        populations={
            "women": ALONE | {"age_sex": {"18-59": {"f": 1.0, "m": 0.0}}},
            "men": ALONE | {"age_sex": {"18-59": {"f": 0.0, "m": 1.0}}},
        },
        entry_points=border([one for name, *come in groups for one in arriving(*come, population=name)]),
        stations={"desk": station(posts=officers, woman={"for": {"sexes": ["f"]}, "role": "officer"})},
        staff={"officer": staff(count=officers, women=women)},
    )


def test_that_nobody_who_needs_a_woman_on_the_team_is_seen_without():
    scenario = for_women(0.5, ("women", ("day 0 01:00", 3)))

    assert minutes(run_whole(scenario)) == [60, 65, 70]


def test_that_women_are_kept_for_those_who_need_one_while_men_are_free():
    scenario = for_women(0.5, ("men", ("day 0 01:00", 1)), ("women", ("day 0 01:01", 1)))

    assert minutes(run_whole(scenario)) == [60, 61]


def test_that_without_a_woman_on_duty_women_wait():
    scenario = for_women(0.0001, ("women", ("day 0 01:00", 1)), ("men", ("day 0 01:00", 1)))

    assert len(minutes(run_whole(scenario))) == 1


def with_skill(count=1, hours="00:00-24:00", officers=1, **skill):
    return plan(
        entry_points=border(arriving(("day 0 01:00", count))),
        stations={"desk": station(posts=officers)},
        staff={"officer": staff(count=officers, hours=hours, **skill)},
    )


def test_that_people_in_training_take_longer():
    scenario = with_skill(training={"pace": 0.5, "needs_seen": 1.0})

    assert minutes(run_whole(scenario), ENDED) == [70]


def test_that_training_costs_now_and_pays_later():
    scenario = with_skill(count=12, officers=2, training={"pace": 0.5, "needs_seen": 1.0})
    run = Run(scenario)
    run.act(TrainStaff("officer", 1, lasting=2 * 3600.0))
    run.advance(scenario.duration)

    ends = minutes(run.recording(), ENDED)

    assert ends[:6] == [70, 80, 90, 100, 110, 120]  # one officer, at half pace
    assert ends[6:] == [127.5, 130, 135, 137.5, 142.5, 145]  # two, one of them fully trained: 3/4 of the time
    assert minutes(run_whole(scenario), ENDED)[-1] == 120


def test_that_nobody_is_trained_who_is_not_on_the_roster_or_needs_no_training():
    with pytest.raises(ActionRefusedError, match="has 1 people on its roster"):
        Run(with_skill(training={"pace": 0.5, "needs_seen": 1.0})).act(TrainStaff("officer", 2, lasting=3600.0))
    with pytest.raises(ActionRefusedError, match="fully trained"):
        Run(with_skill()).act(TrainStaff("officer", 1, lasting=3600.0))


def test_that_people_tire_after_long_hours():
    fatigue = {"after": "70 min", "pace": 0.5, "needs_seen": 1.0}
    scenario = with_skill(count=4, hours="00:00-08:00", fatigue=fatigue)

    assert minutes(run_whole(scenario), ENDED) == [65, 70, 80, 90]


@pytest.mark.parametrize(("sees", "share"), [(1.0, 1.0), (0.5, 0.5), (0.0, 0.0)])
def test_that_people_in_training_see_a_share_of_the_needs(sees, share):
    needs = {"serious_medical_condition": 1.0}
    scenario = plan(
        populations={"alone": ALONE | {"specific_needs": needs}},
        entry_points=border(arriving(("day 0 01:00", 500))),
        stations={"desk": station(posts=50, identifies=needs)},
        staff={"officer": staff(count=50, training={"pace": 1.0, "needs_seen": sees})},
    )

    seen = measure(run_whole(scenario), scenario).needs[0].seen_persons

    assert seen / 500 == pytest.approx(share, abs=0.08)
