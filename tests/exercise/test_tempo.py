"""The pace of a live run, told from clock readings written by hand."""

import pytest

from reception_sim.exercise.protocol import Pace
from reception_sim.exercise.tempo import Stride, Tempo


def test_that_time_stands_still_until_it_is_told_to_pass() -> None:
    tempo = Tempo()

    assert (tempo.pace, tempo.target(100.0), tempo.speed) == (Pace.PAUSED, 0.0, 0.0)


def test_that_the_target_grows_with_the_wall_clock_from_where_the_run_stands() -> None:
    tempo = Tempo()

    tempo.play(60.0, clock=10.0, simulated=500.0)

    assert tempo.target(12.5) == 650.0


def test_that_a_late_frame_does_not_slow_the_run_down() -> None:
    tempo = Tempo()
    tempo.play(60.0, clock=0.0, simulated=0.0)

    for clock in (0.033, 0.075, 0.101, 0.200):  # uneven frames, each of which reaches its target
        tempo.passed(clock, tempo.target(clock))

    assert tempo.target(1.0) == pytest.approx(60.0)


def test_that_arrears_of_a_machine_that_is_too_slow_are_dropped() -> None:
    tempo = Tempo()
    tempo.play(3600.0, clock=0.0, simulated=0.0)

    tempo.passed(1.0, simulated=1000.0)

    assert tempo.target(2.0) == 1000.0 + 3600.0


def test_that_the_speed_told_is_the_one_that_was_reached() -> None:
    tempo = Tempo()
    tempo.play(3600.0, clock=0.0, simulated=0.0)

    for tenth in range(1, 31):
        tempo.passed(tenth / 10, simulated=tenth * 100.0)

    assert tempo.speed == pytest.approx(1000.0)


def test_that_a_goal_pauses_the_run_when_it_is_reached() -> None:
    tempo = Tempo()
    tempo.run_until(7200.0, clock=0.0, simulated=0.0)
    tempo.passed(0.1, 3600.0)
    assert tempo.pace is Pace.PLAYING

    tempo.passed(0.2, 7200.0)

    assert tempo.pace is Pace.PAUSED


def test_that_as_fast_as_it_goes_has_no_target_but_the_end() -> None:
    tempo = Tempo()

    tempo.play(None, clock=0.0, simulated=0.0)

    assert tempo.target(0.0) == float("inf")


def test_that_strides_shrink_under_load_and_grow_again() -> None:
    stride = Stride()
    for _ in range(6):
        stride.took(real_s=10 * Stride.AIM_S, simulated_s=stride.seconds)
    shortened = stride.seconds

    for _ in range(6):
        stride.took(real_s=Stride.AIM_S / 10, simulated_s=stride.seconds)

    assert shortened < 60.0 < stride.seconds * 1.01


def test_that_a_piece_cut_short_by_the_target_does_not_change_the_stride() -> None:
    stride = Stride()

    stride.took(real_s=0.0001, simulated_s=1.0)

    assert stride.seconds == 60.0
