"""The clock of the map between two frames."""

import pytest

from ui.canvas.smooth_clock import SmoothClock


def test_that_time_runs_evenly_from_one_frame_to_the_next() -> None:
    clock = SmoothClock()
    clock.hear(0.0, at=10.0)
    clock.hear(60.0, at=10.1)

    assert [clock.shown(10.1 + part) for part in (0.0, 0.05, 0.1)] == [0.0, pytest.approx(30.0), pytest.approx(60.0)]


def test_that_time_never_runs_ahead_of_what_was_told() -> None:
    clock = SmoothClock()
    clock.hear(0.0, at=10.0)
    clock.hear(60.0, at=10.1)

    assert clock.shown(99.0) == 60.0
    assert clock.has_come(99.0)


def test_that_time_never_jumps_back_when_a_frame_comes_early() -> None:
    clock = SmoothClock()
    shown = []
    for frame in range(20):
        clock.hear(60.0 * frame, at=10.0 + 0.033 * frame - (0.01 if frame % 3 == 0 else 0.0))
        shown += [clock.shown(10.0 + 0.033 * frame + rest) for rest in (0.0, 0.015)]

    assert shown == sorted(shown)


def test_that_the_first_frame_and_one_after_a_pause_hold_at_once() -> None:
    clock = SmoothClock()
    clock.hear(7200.0, at=10.0)
    first = (clock.shown(10.0), clock.step)
    clock.hear(10_800.0, at=15.0)

    assert first == (7200.0, 0.0)
    assert (clock.shown(15.0), clock.step) == (10_800.0, 0.0)


def test_that_a_new_run_starts_from_its_own_time() -> None:
    clock = SmoothClock()
    clock.hear(7200.0, at=10.0)
    clock.hear(0.0, at=10.05)

    assert clock.shown(10.06) == 0.0
