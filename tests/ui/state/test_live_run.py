"""The run led live, with a real process behind it."""

import os
import signal

import numpy as np

from reception_sim.actions import CallInStaff, CloseStation, Origin, PostStaff
from reception_sim.exercise import Pace
from reception_sim.run import Run
from reception_sim.statistics import grid_step, measure, series

HOUR = 3600.0


def test_that_its_figures_are_those_of_the_run_itself(live_run, scenario, reach) -> None:
    live_run.open(scenario, seed=5)

    reach(live_run, 12 * HOUR)

    direct = Run(scenario, seed=5)
    direct.advance(12 * HOUR)
    expected = measure(direct.recording(), scenario)
    assert live_run.figures.persons == expected.persons
    np.testing.assert_equal(
        [station.waits for station in live_run.figures.stations], [station.waits for station in expected.stations]
    )


def test_that_its_series_has_every_point_once(live_run, scenario, reach) -> None:
    live_run.open(scenario, seed=5)
    for hour in (1, 5, 12):
        reach(live_run, hour * HOUR)

    direct = Run(scenario, seed=5)
    direct.advance(12 * HOUR)
    expected = series(direct.recording(), scenario, grid_step(scenario.duration))
    assert np.array_equal(live_run.series.time, expected.time)
    assert np.array_equal(live_run.series.stations[0].queue, expected.stations[0].queue)


def test_that_its_happenings_are_those_of_the_run_itself(live_run, scenario, reach) -> None:
    live_run.open(scenario, seed=5)

    reach(live_run, 12 * HOUR)

    direct = Run(scenario, seed=5)
    direct.advance(12 * HOUR)
    assert live_run.happenings == list(direct.recorder.happenings)


def test_that_it_opens_paused_at_the_start(live_run, scenario, qtbot) -> None:
    with qtbot.waitSignal(live_run.frame, timeout=20_000):
        live_run.open(scenario)

    assert (live_run.time, live_run.pace) == (0.0, Pace.PAUSED)


def test_that_the_end_is_told_once_with_the_figures_of_the_whole_run(live_run, scenario, qtbot) -> None:
    ends = []
    live_run.finished.connect(lambda: ends.append(live_run.time))
    live_run.set_speed(None)
    live_run.open(scenario)

    live_run.play()
    qtbot.waitUntil(
        lambda: live_run.figures is not None and live_run.figures.until == scenario.duration, timeout=20_000
    )

    assert ends == [scenario.duration]


def test_that_play_and_pause_alternate(live_run, scenario, qtbot) -> None:
    live_run.open(scenario)
    live_run.play_or_pause()
    qtbot.waitUntil(lambda: live_run.running, timeout=20_000)

    live_run.play_or_pause()

    qtbot.waitUntil(lambda: not live_run.running, timeout=20_000)


def test_that_an_accepted_action_stands_in_the_journal(live_run, scenario, qtbot) -> None:
    live_run.open(scenario)

    with qtbot.waitSignal(live_run.accepted, timeout=20_000):
        live_run.act(PostStaff("registration", "officer", 5), at=2 * HOUR, reason="a long queue")

    (entry,) = live_run.journal
    assert (entry.time, entry.origin, entry.reason) == (2 * HOUR, Origin.TRAINER, "a long queue")
    assert live_run.pending == (entry,)


def test_that_an_action_on_its_way_can_be_undone(live_run, scenario, qtbot) -> None:
    live_run.open(scenario)
    with qtbot.waitSignal(live_run.accepted, timeout=20_000):
        live_run.act(CloseStation("registration"), at=2 * HOUR)

    with qtbot.waitSignal(live_run.withdrawn, timeout=20_000):
        live_run.withdraw(live_run.journal[0])

    assert live_run.journal == ()


def test_that_a_refusal_says_why_and_leaves_the_journal_alone(live_run, scenario, qtbot) -> None:
    live_run.open(scenario)

    with qtbot.waitSignal(live_run.refused, timeout=20_000) as refusal:
        live_run.act(CallInStaff("interpreter_on_call", 2, 4 * HOUR))

    assert "interpreter_on_call" in refusal.args[0]
    assert live_run.journal == ()


def test_that_a_killed_worker_is_told_in_a_sentence(live_run, scenario, reach, qtbot) -> None:
    live_run.open(scenario)
    reach(live_run, 3 * HOUR)

    with qtbot.waitSignal(live_run.failed, timeout=20_000) as failed:
        os.kill(live_run.process_id, signal.SIGTERM)

    assert failed.args[0].sentence.startswith("The simulation stopped")
    assert not live_run.running


def test_that_a_killed_run_comes_back_from_its_journal(live_run, scenario, reach, qtbot) -> None:
    live_run.open(scenario, seed=5)
    reach(live_run, 3 * HOUR)
    with qtbot.waitSignal(live_run.accepted, timeout=20_000):
        live_run.act(CloseStation("registration"))
    reach(live_run, 6 * HOUR)
    persons, journal = live_run.figures.persons, live_run.journal
    with qtbot.waitSignal(live_run.failed, timeout=20_000):
        os.kill(live_run.process_id, signal.SIGTERM)

    live_run.recover()
    qtbot.waitUntil(lambda: live_run.figures is not None and live_run.figures.until == 6 * HOUR, timeout=20_000)

    assert (live_run.time, live_run.journal) == (6 * HOUR, journal)
    assert live_run.figures.persons == persons


def test_that_a_saved_journal_is_taken_again(live_run, scenario, qtbot, tmp_path) -> None:
    live_run.open(scenario)
    with qtbot.waitSignal(live_run.accepted, timeout=20_000):
        live_run.act(CloseStation("registration"), at=HOUR)
    other = tmp_path / "journal.json"
    live_run.save_journal(other)

    live_run.replay(other)

    assert [entry.action for entry in live_run.journal] == [CloseStation("registration")]
    assert not live_run.unsaved


def test_that_changes_are_unsaved_until_the_journal_is_saved(live_run, scenario, qtbot, tmp_path) -> None:
    live_run.open(scenario)
    assert not live_run.unsaved
    with qtbot.waitSignal(live_run.accepted, timeout=20_000):
        live_run.act(CloseStation("registration"), at=HOUR)
    assert live_run.unsaved

    live_run.save_journal(tmp_path / "journal.json")

    assert not live_run.unsaved
