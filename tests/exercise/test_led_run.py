"""An exercise as it is led: what comes when, what is refused, and that its log brings everything back."""

import numpy as np
import pytest

from reception_sim.actions import (
    CallInStaff,
    CloseStation,
    DelayVehicle,
    HoldClocks,
    HurryVehicle,
    LetClocksRun,
    LetHappen,
    OpenStation,
    Origin,
    PostStaff,
    SetPosts,
)
from reception_sim.exercise.led_run import LedRun
from reception_sim.exercise_plan import (
    AfterInject,
    AtTime,
    DecisionRule,
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
    Withdrew,
)
from reception_sim.exercise_plan.course import InjectState, Outcome
from reception_sim.recording import EventKind
from reception_sim.run import ActionRefusedError, run_whole
from reception_sim.scenario import parse_condition
from reception_sim.scenario.quantities import HOUR, MINUTE
from tests.exercise_plan.exercises import FULL_DESK, busy_desk, exercise, inject, rules
from tests.model.test_duty_watch import OWED
from tests.model.test_transport import by_bus


def led(given=None, log=(), **changes):
    return LedRun(busy_desk(), exercise() if given is None else given, log, **changes)


def sent(run):
    return [(round(entry.time / MINUTE), entry.deed.number) for entry in run.log if isinstance(entry.deed, InjectSent)]


def same(one, other):
    first, second = one.run.recording(), other.run.recording()
    return (
        np.array_equal(first.events.time, second.events.time)
        and np.array_equal(first.events.group, second.events.group)
        and np.array_equal(first.levels.value, second.levels.value)
        and first.happenings == second.happenings
        and (one.log, one.now) == (other.log, other.now)
    )


def steered(until=8 * HOUR, stride=None):
    """Lead an exercise with decisions of all kinds up to a time, in steps or in one go between them."""
    run = led()

    def go(to):
        while run.now < to:
            run.advance(min(to, run.now + (stride or to)))

    go(20 * MINUTE)
    run.do(PlayBegan())
    go(95 * MINUTE + 0.123)
    run.decide(OpenStation("desk"), cell="border", reason="too many wait")
    go(3 * HOUR)
    run.decide(CallInStaff("officer", 2, 4 * HOUR), cell="health")
    run.do(InjectSent(number=4, by=SentBy.HAND))
    go(until)
    return run


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


def test_that_a_decision_takes_effect_after_its_lead_time_and_costs_money() -> None:
    run = led(rules(DecisionRule(action="call_in_staff", lead_time=HOUR, cost=100.0), budget=250.0))
    run.do(PlayBegan())

    run.decide(CallInStaff("officer", 2, HOUR), cell="border")

    assert run.course.budget_left == 50.0
    assert run.run.journal[0].time == HOUR
    with pytest.raises(ActionRefusedError, match="50 of the budget"):
        run.decide(CallInStaff("officer", 1, HOUR), cell="border")


def test_that_a_decision_on_its_way_can_be_taken_back_and_its_money_with_it() -> None:
    run = led(rules(DecisionRule(action="call_in_staff", lead_time=HOUR, cost=100.0), budget=250.0))
    run.do(PlayBegan())
    run.decide(CallInStaff("officer", 2, HOUR), cell="border")
    run.advance(30 * MINUTE)

    run.do(Withdrew(decision=1))

    assert (run.course.budget_left, run.run.journal) == (250.0, ())


def test_that_a_decision_in_effect_is_not_taken_back() -> None:
    run = led()
    run.do(PlayBegan())
    run.decide(OpenStation("desk"), cell="border")
    run.advance(MINUTE)

    with pytest.raises(ActionRefusedError, match="not on its way"):
        run.do(Withdrew(decision=1))


@pytest.mark.parametrize(
    ("action", "cell", "said"),
    [
        (PostStaff("desk", "officer", 9), "border", "only 2 of Officer are on duty"),
        (OpenStation("dek"), "border", "did you mean"),
        (LetHappen("storm"), "border", "cannot decide this"),
        (OpenStation("desk"), "nobody", "no cell of players"),
    ],
)
def test_that_a_decision_that_cannot_be_had_is_refused_with_the_reason(action, cell, said) -> None:
    run = led()
    run.do(PlayBegan())

    with pytest.raises(ActionRefusedError, match=said):
        run.decide(action, cell=cell)
    assert run.run.journal == ()


def test_that_players_decide_nothing_before_startex() -> None:
    with pytest.raises(ActionRefusedError, match="STARTEX"):
        led().decide(OpenStation("desk"), cell="border")


def test_that_a_trainer_decides_at_once_and_for_nothing() -> None:
    run = led(rules(DecisionRule(action="open_station", lead_time=HOUR, cost=1.0), budget=0.0))

    run.decide(CloseStation("desk"), cell="", origin=Origin.TRAINER)

    assert run.run.journal[0].time == 0.0


def test_that_a_log_gives_the_same_recording_to_the_last_bit() -> None:
    first = steered()

    again = led(log=first.log, reached=first.reached)
    again.advance(first.now)

    assert same(first, again)


def test_that_an_exercise_is_the_same_in_steps_of_any_length() -> None:
    assert same(steered(), steered(stride=217.3))


@pytest.mark.parametrize("moment", [0.0, 80 * MINUTE, 95 * MINUTE + 0.123, 2 * HOUR + 1.7, 3 * HOUR, 5 * HOUR])
def test_that_going_back_and_forward_again_gives_what_was(moment) -> None:
    whole, back = steered(), led(log=steered().log, reached=8 * HOUR)
    back.advance(moment)

    back.advance(8 * HOUR)
    back.advance(11 * HOUR)
    whole.advance(11 * HOUR)

    assert same(whole, back)


@pytest.mark.parametrize("moment", [80 * MINUTE, 95 * MINUTE + 0.123, 2 * HOUR + 1.7, 5 * HOUR])
def test_that_a_branch_goes_on_as_if_nothing_had_been_done_after_it_began(moment) -> None:
    branch = led(log=steered().log, reached=8 * HOUR)
    branch.advance(moment)
    branch.forget_what_is_ahead()
    branch.advance(10 * HOUR)

    alone = steered(until=moment) if moment > 3 * HOUR else led(log=branch.log, reached=0.0)
    alone.advance(10 * HOUR)

    assert same(branch, alone)


def test_that_a_branch_knows_for_how_long_a_condition_has_held_when_it_begins() -> None:
    waits = OnCondition(condition="queue of desk > 9 persons", lasting=2 * HOUR)
    given = exercise(injects=(*exercise().injects, inject(5, waits)))
    whole = led(given)
    whole.advance(9 * HOUR)
    begun = next(entry.time for entry in whole.log if getattr(entry.deed, "number", 0) == 5) - HOUR

    branch = led(given, whole.log, reached=9 * HOUR, shown_from=begun)
    branch.advance(begun)
    branch.forget_what_is_ahead()
    branch.advance(9 * HOUR)

    assert same(whole, branch)


def test_that_nothing_is_done_in_the_past_without_a_branch() -> None:
    back = led(log=steered().log, reached=8 * HOUR)
    back.advance(HOUR)

    with pytest.raises(ActionRefusedError, match="branch"):
        back.do(InjectsShifted(by=60.0))


def test_that_an_entry_is_kept_before_it_takes_effect() -> None:
    states = []
    run = led(keep=lambda entry: states.append((entry.deed, len(run.run.journal) if run.now else 0)))
    run.advance(2 * HOUR)

    assert (InjectSent(number=3, by=SentBy.ANOTHER), 0) in states
    assert len(run.run.journal) == 1


def test_that_what_cannot_be_kept_does_not_take_effect() -> None:
    def refuse(_):
        raise OSError("the disk is full")

    run = led(keep=refuse)
    with pytest.raises(OSError, match="full"):
        run.do(PlayBegan())

    assert (run.log, run.course.began) == ((), None)


def test_that_what_could_not_be_kept_comes_at_its_moment_once_it_can() -> None:
    room = []

    def keep(_):
        if not room:
            raise OSError("the disk is full")

    run = led(keep=keep)
    for _ in range(2):
        with pytest.raises(OSError, match="full"):
            run.advance(3 * HOUR)
    assert (run.now, run.log) == (HOUR, ())

    room.append("more")
    run.advance(3 * HOUR)

    assert run.log == led_to(3 * HOUR).log


def led_to(time):
    run = led()
    run.advance(time)
    return run


def test_that_the_journal_alone_gives_the_same_recording() -> None:
    first = steered(until=12 * HOUR)

    recording = run_whole(first.run.scenario, journal=first.run.journal)

    assert np.array_equal(recording.events.time, first.run.recording().events.time)
    assert recording.happenings == first.run.recording().happenings


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


def held_and_breached(log=(), **changes):
    """Lead the desk with a deadline; nobody is seen from the start, and the clocks are held from 01:00 to 01:30."""
    run = LedRun(busy_desk(duties={"owed": OWED}), exercise(injects=()), log, **changes)
    if not log:
        run.decide(CloseStation("desk"), cell="", origin=Origin.TRAINER)
        for minute, action in ((60, HoldClocks()), (90, LetClocksRun())):
            run.advance(minute * MINUTE)
            run.decide(action, cell="", origin=Origin.TRAINER)
    return run


def breaches(run):
    return [run.run.holds(parse_condition(f"breaches of owed > {persons} persons")) for persons in (0, 5, 10, 20)]


@pytest.mark.parametrize("moment", [70 * MINUTE, 95 * MINUTE])
def test_that_clocks_that_were_held_are_held_again_when_somebody_goes_back(moment) -> None:
    first = held_and_breached()
    first.advance(2 * HOUR)
    again = held_and_breached(first.log, reached=2 * HOUR)
    again.advance(moment)
    assert again.run.snapshot().clocks_held is (moment < 90 * MINUTE)

    again.advance(2 * HOUR)
    assert same(first, again)
    assert breaches(first) == breaches(again)


def test_that_players_hold_no_clocks_and_hurry_no_vehicle() -> None:
    run = led()
    run.do(PlayBegan())
    for action in (HoldClocks(), HurryVehicle("bus")):
        with pytest.raises(ActionRefusedError, match="cannot decide"):
            run.decide(action, cell="border")


def test_that_the_thumb_on_a_vehicle_is_in_the_log_and_comes_back() -> None:
    def bus(log=(), **changes):
        return LedRun(by_bus(3), exercise(injects=()), log, **changes)

    run = bus()
    run.advance(63 * MINUTE)
    run.decide(DelayVehicle("bus", 300.0), cell="", origin=Origin.TRAINER)
    run.advance(3 * HOUR)
    again = bus(run.log, reached=3 * HOUR)
    again.advance(3 * HOUR)

    assert same(run, again)
    arrived = again.run.recording().events.of(EventKind.GROUP_EXITED).time
    assert arrived.min() == 75 * MINUTE


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
