"""An exercise as it is led: what comes when, what is measured, and what is refused."""

import pytest

from reception_sim.actions import (
    CallInStaff,
    CloseStation,
    Origin,
    SetPosts,
)
from reception_sim.exercise_plan import (
    AfterInject,
    AtTime,
    ExpectedAction,
    ExpectedMet,
    InjectPostponed,
    InjectSent,
    InjectSkipped,
    InjectsShifted,
    InjectWritten,
    OnCondition,
    OnHand,
    PlayBegan,
    SentBy,
)
from reception_sim.exercise_plan.course import InjectState, Outcome
from reception_sim.run import ActionRefusedError
from reception_sim.scenario.quantities import HOUR, MINUTE
from tests.exercise.led_runs import led, same, sent
from tests.exercise_plan.exercises import FULL_DESK, exercise, inject


def test_that_injects_come_at_their_time_after_another_and_on_a_condition() -> None:
    run = led()

    run.advance(4 * HOUR)

    assert (60, 1) in sent(run)
    assert (80, 3) in sent(run)
    (on_condition,) = [entry for entry in run.log if entry.deed == InjectSent(number=2, by=SentBy.CONDITION)]
    assert on_condition.time % MINUTE == 0


def test_that_an_inject_on_a_condition_waits_until_it_has_held_for_its_time() -> None:
    given = exercise(
        injects=(
            inject(1, OnCondition(condition=FULL_DESK)),
            inject(2, OnCondition(condition=FULL_DESK, lasting=600.0)),
            inject(3, AtTime(at=0.0), actions=({"close_station": {"at": "desk"}},)),
        )
    )
    run = led(given)

    run.advance(6 * HOUR)

    (_, closed), (first, one), (second, two) = sent(run)

    assert (closed, one, two) == (3, 1, 2)
    assert second == first + 10


def test_that_an_inject_on_hand_comes_only_when_it_is_sent() -> None:
    run = led()
    run.advance(5 * HOUR)
    assert 4 not in [number for _, number in sent(run)]

    run.do(InjectSent(number=4, by=SentBy.HAND))

    assert sent(run)[-1] == (300, 4)


def test_that_the_actions_of_an_inject_change_the_simulation() -> None:
    run = led()

    run.advance(2 * HOUR)

    assert not run.run.snapshot().stations[0].open
    assert run.run.journal[0].action == CloseStation("desk")


def test_that_an_action_of_an_inject_which_cannot_be_taken_is_told_and_left_out() -> None:
    given = exercise(injects=(inject(1, AtTime(at=60.0), actions=({"open_station": {"at": "gone"}},)),))
    run = led(given)

    run.advance(HOUR)

    assert sent(run) == [(1, 1)]
    assert run.run.journal == ()
    assert "gone" in run.not_taken(given.injects[0])[0]


def test_that_a_skipped_inject_does_not_come_and_those_after_it_wait() -> None:
    run = led(exercise(injects=(inject(1, AtTime(at=HOUR)), inject(3, AfterInject(number=1, delay=60.0)))))
    run.do(InjectSkipped(number=1))

    run.advance(5 * HOUR)

    assert sent(run) == []
    assert run.course.injects[1].state is InjectState.SKIPPED


def test_that_a_postponed_inject_comes_at_its_new_time() -> None:
    run = led()
    run.do(InjectPostponed(number=1, to=2 * HOUR))

    run.advance(3 * HOUR)

    assert (120, 1) in sent(run)
    assert (140, 3) in sent(run)


def test_that_shifting_moves_all_that_is_left_and_keeps_the_spacing() -> None:
    given = exercise(injects=tuple(inject(number, AtTime(at=number * HOUR)) for number in (1, 2, 3)))
    run = led(given)
    run.advance(1.5 * HOUR)
    run.do(InjectsShifted(by=30 * MINUTE))

    run.advance(6 * HOUR)

    assert sent(run) == [(60, 1), (150, 2), (210, 3)]


def test_that_an_inject_written_on_the_way_comes() -> None:
    run = led()
    run.advance(HOUR)
    run.do(InjectWritten(inject=inject(77, AtTime(at=HOUR))))

    assert sent(run)[-1] == (60, 77)


def test_that_a_written_inject_that_fits_nothing_is_refused() -> None:
    with pytest.raises(ActionRefusedError, match="did you mean"):
        led().do(InjectWritten(inject=inject(77, OnHand(), place="dek")))


def test_that_the_model_measures_an_expected_action() -> None:
    run = led(exercise(injects=(inject(1, AtTime(at=2 * HOUR), expected=FEW_WAIT),)))
    run.do(PlayBegan())
    run.decide(CallInStaff("officer", 8, 12 * HOUR), cell="border")
    run.decide(SetPosts("desk", 12), cell="border")

    run.advance(4 * HOUR)

    assert run.course.injects[1].outcome is Outcome.MET
    assert run.course.points() == (5, 5)


FEW_WAIT = ExpectedAction(condition="queue of desk < 3 persons", within=HOUR, points=5, contingency=None)


def test_that_a_contingency_inject_is_proposed_when_the_expected_action_has_not_come() -> None:
    run = led()
    run.advance(2 * HOUR)
    assert run.course.proposals(run.now) == []

    run.advance(6 * HOUR)

    assert run.course.injects[2].outcome is Outcome.NOT_MET
    assert run.course.proposals(run.now) == [4]


def test_that_what_never_arrived_cannot_be_judged() -> None:
    run = led()

    assert run.course.to_score() == []
    with pytest.raises(ActionRefusedError, match="nothing to judge"):
        run.do(ExpectedMet(number=2, measured=False))


def test_that_what_came_is_judged_in_the_order_in_which_it_came() -> None:
    late, early = inject(1, AtTime(at=2 * HOUR), expected=FEW_WAIT), inject(2, AtTime(at=HOUR), expected=FEW_WAIT)
    run = led(exercise(injects=(late, early)))

    run.advance(3 * HOUR)

    assert [status.inject.number for status in run.course.to_score()] == [2, 1]


def test_that_time_goes_on_to_the_next_inject_and_not_beyond_it() -> None:
    run = led()

    assert run.advance_to_inject(8 * HOUR)
    assert sent(run) == [(round(run.now / MINUTE), run.log[-1].deed.number)]
    stands_at = run.now
    assert run.advance_to_inject(8 * HOUR)
    assert run.now > stands_at
    assert len(sent(run)) == 2


def test_that_time_goes_on_no_further_than_asked_when_no_inject_comes() -> None:
    run = led()

    assert not run.advance_to_inject(5 * MINUTE)
    assert run.now == 5 * MINUTE


def lanes(opened_at, by=100 * MINUTE):
    """Return which injects came by 02:00 when one asks at *by* whether fewer than three desks are open."""
    asks = OnCondition(condition="open teams of desk < 3 teams", by=by)
    run = led(exercise(injects=(inject(1, asks), inject(2, AfterInject(number=1)))))
    run.decide(SetPosts("desk", 2), cell="", origin=Origin.TRAINER)
    if opened_at is not None:
        run.advance(opened_at)
        run.decide(SetPosts("desk", 4), cell="", origin=Origin.TRAINER)
        run.decide(CallInStaff("officer", 2, lasting=6 * HOUR), cell="", origin=Origin.TRAINER)
    run.advance(2 * HOUR)
    return run


def test_that_an_inject_comes_at_a_time_if_no_third_lane_is_open_by_then() -> None:
    assert sent(lanes(None)) == [(100, 1), (100, 2)]
    assert sent(lanes(105 * MINUTE)) == [(100, 1), (100, 2)]


def test_that_an_inject_is_skipped_once_what_it_waits_for_is_not_so_at_its_time() -> None:
    run = lanes(99 * MINUTE)

    assert sent(run) == []
    assert [entry.time for entry in run.log if entry.deed == InjectSkipped(number=1)] == [100 * MINUTE]
    again = led(exercise(injects=run.course.exercise.injects), run.log, reached=run.now)
    again.advance(2 * HOUR)
    assert same(run, again)


def test_that_a_judgement_between_two_minutes_is_made_at_the_next() -> None:
    assert sent(lanes(None, by=100 * MINUTE - 20.5)) == [(100, 1), (100, 2)]
