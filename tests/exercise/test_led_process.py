"""An exercise led in a real process of its own: going back, branches, pauses, and a process that is killed."""

import random
from multiprocessing.connection import wait
from time import monotonic

import numpy as np
import pytest

from reception_sim.actions import CallInStaff, Origin
from reception_sim.child_processes import process_context
from reception_sim.exercise import (
    BeginBranch,
    Close,
    Decide,
    Do,
    Done,
    Failed,
    GoOnTo,
    GoTo,
    LedOn,
    OpenBranch,
    Pace,
    Pause,
    Play,
    Refused,
    RunUntil,
    Step,
    start_led,
)
from reception_sim.exercise.led_run import LedRun
from reception_sim.exercise.led_worker import serve_exercise
from reception_sim.exercise_plan import InjectPostponed, InjectSkipped, PlayBegan, PlayersView, TimeJumped
from reception_sim.exercise_plan.course import Phase
from reception_sim.project_file import ProjectFile
from reception_sim.scenario.quantities import HOUR, MINUTE
from tests.exercise.led_messages import make_project, opened, standing_at, until
from tests.exercise_plan.exercises import busy_desk, exercise

TWO_MORE = CallInStaff(role="officer", count=2, lasting=4 * HOUR)


@pytest.fixture
def project(tmp_path):
    return make_project(tmp_path / "class.reception")


@pytest.fixture
def led(project):
    process = start_led(project, 1)
    until(process, opened)
    yield process
    process.close()


def last_on(messages):
    return next(message for message in reversed(messages) if isinstance(message, LedOn))


def answered(ticket):
    return lambda message: isinstance(message, Done | Refused) and message.ticket == ticket


def answer(messages, ticket):
    return next(message for message in messages if answered(ticket)(message))


def go(led, time):
    led.send(RunUntil(time))
    return until(led, standing_at(time))


def queue_over_time(messages):
    return np.concatenate([m.passed.series.stations[0].queue for m in messages if isinstance(m, LedOn)])


def test_that_injects_reach_the_players_at_their_time(led):
    picture = last_on(go(led, HOUR + MINUTE)).picture

    assert [(received.number, received.time) for received in picture.inbox] == [(1, HOUR)]


def test_that_a_moment_that_is_past_comes_back_to_the_last_bit(led):
    first = go(led, 3 * HOUR)
    led.send(GoTo(1, 2 * HOUR))
    back = until(led, standing_at(2 * HOUR))
    forward = go(led, 3 * HOUR)

    assert last_on(forward).passed.snapshot == last_on(first).passed.snapshot
    begins = next(row for row, message in enumerate(back) if opened(message))
    again = queue_over_time([*back[begins:], *forward])
    assert np.array_equal(again, queue_over_time(first))


def test_that_what_was_decided_is_decided_again_when_time_goes_forward(led):
    led.send(Do(1, PlayBegan()))
    go(led, HOUR)
    led.send(Decide(2, TWO_MORE, "border"))
    until(led, answered(2))
    there = last_on(go(led, 4 * HOUR))
    led.send(GoTo(3, HOUR / 2))
    before = last_on(until(led, standing_at(HOUR / 2)))

    assert before.picture.decisions == ()
    assert before.is_past
    assert last_on(go(led, 4 * HOUR)).picture.decisions == there.picture.decisions


def test_that_nothing_can_be_done_in_the_past_but_begin_a_branch(led):
    go(led, 2 * HOUR)
    led.send(GoTo(1, HOUR))
    until(led, standing_at(HOUR))
    led.send(Do(2, PlayBegan()))

    assert "branch" in answer(until(led, answered(2)), 2).reason


def test_that_a_branch_leaves_the_first_course_as_it_was(led):
    first = last_on(go(led, 4 * HOUR)).passed.snapshot
    led.send(GoTo(1, HOUR))
    until(led, standing_at(HOUR))
    led.send(BeginBranch(2, "With two more"))
    until(led, answered(2))
    led.send(Do(3, PlayBegan()))
    led.send(Decide(4, TWO_MORE, "border"))
    until(led, answered(4))
    other = last_on(go(led, 4 * HOUR)).passed.snapshot
    led.send(OpenBranch(5, 1))
    again = last_on(until(led, standing_at(4 * HOUR)))

    assert other.stations[0].queue_persons < first.stations[0].queue_persons
    assert again.passed.snapshot == first


def test_that_two_branches_step_over_the_same_moments(led):
    first = go(led, 2 * HOUR)
    led.send(GoTo(1, HOUR))
    until(led, standing_at(HOUR))
    led.send(BeginBranch(2, "Again"))
    branch = until(led, answered(2))
    branch += go(led, 2 * HOUR)
    begins = next(row for row, message in enumerate(branch) if opened(message))

    assert np.array_equal(queue_over_time(branch[begins:]), queue_over_time(first))


def test_that_time_does_not_drift_over_a_thousand_pauses(led):
    for _ in range(1000):
        led.send(Play(0.000001))
        led.send(Pause())
    led.send(Step(MINUTE))
    stood = last_on(until(led, lambda message: isinstance(message, LedOn) and message.passed.snapshot.time >= MINUTE))

    assert stood.passed.snapshot.time == pytest.approx(MINUTE, abs=1e-3)
    assert [entry.time for entry in stood.entries] == []


def test_that_an_exercise_is_offered_where_it_was(project, led):
    go(led, 90 * MINUTE)
    led.close()
    again = start_led(project, 1)
    messages = until(again, standing_at(90 * MINUTE))
    again.close()

    entries = [entry for message in messages if isinstance(message, LedOn) for entry in message.entries]
    assert [entry.deed.number for entry in entries] == [1, 3]


def test_that_the_players_picture_holds_nothing_hidden(tmp_path):
    plan = exercise(view=PlayersView(delay=30 * MINUTE, error=0.2, assessed=()))
    led = start_led(make_project(tmp_path / "hidden.reception", plan), 1)
    led.send(Do(1, PlayBegan()))
    led.send(Do(2, InjectSkipped(number=4)))
    led.send(Decide(3, TWO_MORE, "", origin=Origin.TRAINER))
    until(led, answered(3))
    picture = last_on(go(led, 4 * HOUR)).picture
    led.close()

    assert picture.phase is Phase.PLAYING
    assert picture.known == ()
    assert picture.decisions == ()
    assert {received.number for received in picture.inbox} <= {1, 2, 3}
    assert not any(hasattr(received, "expected") or hasattr(received, "guidance") for received in picture.inbox)


def test_that_players_know_counts_as_late_as_the_exercise_says(tmp_path):
    plan = exercise(view=PlayersView(delay=30 * MINUTE))
    led = start_led(make_project(tmp_path / "late.reception", plan), 1)
    messages = go(led, 4 * HOUR)
    led.close()
    series = [(m.passed.series.time, m.passed.series.stations[0].queue) for m in messages if isinstance(m, LedOn)]
    time, queue = (np.concatenate(column) for column in zip(*series, strict=True))
    (known,) = last_on(messages).picture.known

    assert known.as_of == 4 * HOUR - 30 * MINUTE
    assert known.persons == queue[time == known.as_of][0]


@pytest.mark.slow
def test_that_a_process_killed_at_any_moment_loses_no_accepted_deed(tmp_path):
    chance = random.Random(20261125)
    context = process_context()
    path = make_project(tmp_path / "killed.reception")
    accepted: list[object] = []
    for _ in range(200):
        accepted += _led_until_killed(context, path, chance)

    with ProjectFile.open(path) as project:
        kept = project.exercises.log(1, 1)
    assert len(accepted) > 200
    remaining = iter(kept)
    assert all(entry in remaining for entry in accepted)
    LedRun(busy_desk(), exercise(), kept)


def _led_until_killed(context, path, chance):
    """Postpone an inject again and again until the process is killed; return what it said was done."""
    ours, theirs = context.Pipe()
    process = context.Process(target=serve_exercise, args=(theirs, path, 1), daemon=True)
    process.start()
    theirs.close()
    done, ends, sent = [], None, 0
    while True:
        try:
            while ours.poll(0.001):
                message = ours.recv()
                assert not isinstance(message, Failed), message
                if isinstance(message, Done):
                    done.append(message.entry)
                    ends = ends or monotonic() + chance.uniform(0.0, 0.02)
            if ends is not None and monotonic() > ends:
                process.kill()
            if sent - len(done) < 3:
                sent += 1
                ours.send(Do(sent, InjectPostponed(number=4, to=chance.uniform(HOUR, 11 * HOUR))))
        except (EOFError, ConnectionError):
            break
    process.join()
    ours.close()
    return done


def test_that_time_stops_at_startex_and_at_endex(tmp_path):
    path = make_project(tmp_path / "class.reception", exercise(startex=10 * MINUTE, endex=2 * HOUR))
    process = start_led(path, 1)
    until(process, opened)

    process.send(Play(None))
    startex = last_on(until(process, stands_still_after(0.0))).passed.snapshot.time
    process.send(Do(1, PlayBegan()))
    process.send(Play(None))
    endex = last_on(until(process, stands_still_after(HOUR))).passed.snapshot.time
    process.close()

    assert (startex, endex) == (10 * MINUTE, 2 * HOUR)


def stands_still_after(time):
    return lambda told: isinstance(told, LedOn) and told.passed.pace is Pace.PAUSED and told.passed.snapshot.time > time


def test_that_a_closed_exercise_ends_its_process(led):
    led.send(Close())
    began = monotonic()
    while led.alive:
        wait([led._connection], 30)
        led.receive()
        assert monotonic() - began < 30


def test_that_time_goes_on_at_once_to_the_next_inject_and_the_log_says_so(led):
    led.send(GoOnTo(1, None))
    messages = until(
        led, lambda told: isinstance(told, LedOn) and told.picture.inbox and told.passed.pace is Pace.PAUSED
    )
    last = last_on(messages)

    assert answer(messages, 1).entry.deed == TimeJumped(to=None)
    assert last.passed.snapshot.time == last.picture.inbox[0].time
