"""A live run in a real process of its own, led through its pipe."""

import os
import signal
from collections.abc import Callable, Iterator
from multiprocessing.connection import wait
from time import monotonic
from typing import TypeVar

import numpy as np
import pytest

from reception_sim.actions import CloseStation, JournalEntry, Origin
from reception_sim.exercise import (
    Accepted,
    Act,
    Failed,
    FiguresTaken,
    LiveProcess,
    Message,
    Pace,
    Pause,
    Play,
    Refused,
    RunUntil,
    Step,
    TakeFigures,
    TimePassed,
    Withdraw,
    Withdrawn,
    start_live,
)
from reception_sim.run import Run, open_scenario
from reception_sim.statistics import RunFigures, grid_step, measure, series

HOUR = 3600.0
LONGEST_WAIT_S = 30

M = TypeVar("M", bound=Message)


@pytest.fixture(scope="module")
def scenario():
    return open_scenario("border_post_basics")


@pytest.fixture
def live(scenario) -> Iterator[LiveProcess]:
    process = start_live(scenario, seed=3)
    yield process
    process.close()


def messages_until(live: LiveProcess, found: Callable[[Message], bool]) -> list[Message]:
    """Receive until a message is *found*; fail when it does not come."""
    messages: list[Message] = []
    began = monotonic()
    while not any(found(message) for message in messages):
        assert monotonic() - began < LONGEST_WAIT_S, messages[-3:]
        wait([live._connection], LONGEST_WAIT_S)  # rather than asking again and again, which takes its processor
        messages += live.receive()
    return messages


def answer(live: LiveProcess, kind: type[M], pace: Pace | None = None) -> M:
    """Return the first message of one kind, or the first that tells of a pace."""

    def found(told: Message) -> bool:
        return isinstance(told, kind) and (pace is None or (isinstance(told, TimePassed) and told.pace is pace))

    return next(told for told in messages_until(live, found) if found(told))


def run_to(live: LiveProcess, time: float) -> list[Message]:
    """Run to a moment and return all that was told on the way."""
    live.send(RunUntil(time))
    return messages_until(
        live, lambda told: isinstance(told, TimePassed) and told.snapshot.time >= time and told.pace is not Pace.PLAYING
    )


def figures_of(live: LiveProcess) -> RunFigures:
    live.send(TakeFigures())
    return answer(live, FiguresTaken).figures


def test_that_a_live_run_gives_the_figures_of_a_run_in_one_go(live, scenario) -> None:
    direct = Run(scenario, seed=3)
    direct.advance(10 * HOUR)
    expected = measure(direct.recording(), scenario)

    run_to(live, 10 * HOUR)
    figures = figures_of(live)

    assert (figures.persons, figures.sites) == (expected.persons, expected.sites)
    np.testing.assert_equal(
        [station.waits for station in figures.stations], [station.waits for station in expected.stations]
    )


def test_that_the_points_told_frame_by_frame_are_those_of_the_whole_run(live, scenario) -> None:
    direct = Run(scenario, seed=3)
    direct.advance(10 * HOUR)
    expected = series(direct.recording(), scenario, grid_step(scenario.duration))

    passed = [told for told in run_to(live, 10 * HOUR) if isinstance(told, TimePassed)]

    assert np.array_equal(np.concatenate([told.series.time for told in passed]), expected.time)
    assert np.array_equal(np.concatenate([told.series.in_system for told in passed]), expected.in_system)


def test_that_a_finished_run_is_told_with_its_figures(live, scenario) -> None:
    live.send(Play(None))

    messages = messages_until(live, lambda told: isinstance(told, FiguresTaken))

    assert [told.pace for told in messages if isinstance(told, TimePassed)][-1] is Pace.FINISHED
    assert messages[-1].figures.until == scenario.duration


def test_that_a_step_passes_exactly_its_time_and_pauses(live) -> None:
    live.send(Step(HOUR))

    last = messages_until(live, lambda told: isinstance(told, TimePassed) and told.snapshot.time > 0)[-1]

    assert (last.snapshot.time, last.pace) == (HOUR, Pace.PAUSED)


def test_that_a_paused_run_stands_still(live) -> None:
    live.send(Play(60.0))
    answer(live, TimePassed, Pace.PLAYING)

    live.send(Pause())
    last = answer(live, TimePassed, Pace.PAUSED)
    later = figures_of(live)

    assert later.until == last.snapshot.time


def test_that_an_action_comes_back_with_the_journal(live) -> None:
    live.send(Act(7, CloseStation("registration"), at=2 * HOUR, origin=Origin.PLAYER, reason="strike"))

    told = answer(live, Accepted)

    entry = JournalEntry(2 * HOUR, CloseStation("registration"), Origin.PLAYER, reason="strike")
    assert told == Accepted(7, entry, (entry,))


def test_that_an_action_the_scenario_does_not_know_is_refused_with_its_reason(live) -> None:
    live.send(Act(8, CloseStation("regstration")))

    told = answer(live, Refused)

    assert told.ticket == 8
    assert "registration" in told.reason


def test_that_an_action_on_its_way_can_be_taken_back(live) -> None:
    live.send(Act(1, CloseStation("registration"), at=2 * HOUR))
    entry = answer(live, Accepted).entry

    live.send(Withdraw(2, entry))
    told = answer(live, Withdrawn)

    assert told == Withdrawn(entry, ())


def test_that_an_action_in_effect_cannot_be_taken_back(live) -> None:
    live.send(Act(1, CloseStation("registration")))
    entry = answer(live, Accepted).entry
    run_to(live, HOUR)

    live.send(Withdraw(2, entry))
    told = answer(live, Refused)

    assert told.ticket == 2


def test_that_a_run_started_with_a_journal_is_the_run_that_wrote_it(live, scenario) -> None:
    run_to(live, 3 * HOUR)
    live.send(Act(1, CloseStation("registration")))
    journal = answer(live, Accepted).journal
    run_to(live, 9 * HOUR)
    steered = figures_of(live)

    again = start_live(scenario, seed=3, journal=journal)
    run_to(again, 9 * HOUR)
    repeated = figures_of(again)
    again.close()

    assert repeated.persons == steered.persons
    np.testing.assert_equal(
        [station.still_waiting for station in repeated.stations],
        [station.still_waiting for station in steered.stations],
    )


def test_that_a_killed_worker_is_told_once_in_a_sentence(live) -> None:
    answer(live, TimePassed)

    os.kill(live.process_id, signal.SIGTERM)
    failure = answer(live, Failed)

    assert "ended unexpectedly" in failure.sentence
    assert "Exit code" in failure.details
    assert live.receive() == []
    assert not live.alive


def test_that_an_error_in_the_simulation_is_told_with_its_trace(scenario) -> None:
    impossible = JournalEntry(HOUR, CloseStation("nowhere"))

    live = start_live(scenario, journal=(impossible,))
    told = answer(live, Failed)
    live.close()

    assert "nowhere" in told.sentence
    assert "Traceback" in told.details


def test_that_a_command_to_a_run_that_has_ended_is_no_error(live) -> None:
    os.kill(live.process_id, signal.SIGTERM)
    answer(live, Failed)

    live.send(Play(None))

    assert live.receive() == []


def test_that_closing_ends_the_process(scenario) -> None:
    live = start_live(scenario)
    live.send(Play(None))

    live.close()

    assert not live.alive
    assert live.receive() == []
