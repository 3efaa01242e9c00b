"""An exercise that was led comes back from its log: in steps, from any moment, as a branch, with clocks held."""

import numpy as np
import pytest

from reception_sim.actions import (
    CloseStation,
    DelayVehicle,
    HoldClocks,
    HurryVehicle,
    LetClocksRun,
    Origin,
)
from reception_sim.exercise.led_run import LedRun
from reception_sim.exercise_plan import (
    InjectSent,
    InjectsShifted,
    OnCondition,
    PlayBegan,
    SentBy,
)
from reception_sim.recording import EventKind
from reception_sim.run import ActionRefusedError, run_whole
from reception_sim.scenario import parse_condition
from reception_sim.scenario.quantities import HOUR, MINUTE
from tests.exercise.led_runs import led, same, steered
from tests.exercise_plan.exercises import busy_desk, exercise, inject
from tests.model.test_duty_watch import OWED
from tests.model.test_transport import by_bus


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
