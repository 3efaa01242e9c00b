"""Courses cut into dashes."""

import numpy as np
import pytest

from ui.plots.dashes import DASH, GAP, dashes

PIXEL = (60.0, 5.0)


def test_that_a_level_course_is_drawn_in_dashes_of_their_length() -> None:
    x, y = dashes(np.array([0.0, 6000.0]), np.array([5.0, 5.0]), PIXEL)

    lengths = np.diff(x)[::2] / PIXEL[0]
    gaps = np.diff(x)[1::2] / PIXEL[0]
    assert lengths[:-1] == pytest.approx(DASH)
    assert gaps == pytest.approx(GAP)
    assert set(y) == {5.0}


def test_that_dashes_follow_the_corners_of_the_course() -> None:
    time, values = np.array([0.0, 600.0, 600.0, 1200.0]), np.array([0.0, 0.0, 500.0, 500.0])

    x, y = dashes(time, values, PIXEL)

    on_the_way = (y == 0.0) | (y == 500.0) | (x == 600.0)
    assert on_the_way.all()


def test_that_a_lively_course_is_not_cut_into_more_pieces_than_can_be_drawn() -> None:
    values = np.tile([0.0, 1e7], 2500)

    x, _ = dashes(np.arange(5000.0), values, PIXEL)

    assert len(x) < 100_000
