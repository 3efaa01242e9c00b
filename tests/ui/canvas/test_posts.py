"""The posts of a station as squares."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from reception_sim.state import StationState
from ui.canvas.posts import PostCounts, PostState, paint_post
from ui.theme import DARK, LIGHT, Theme


def station(*, busy: int, held: int, staffed: int, posts: int, is_open: bool = True) -> StationState:
    return StationState("clinic", 0, 0, busy, held, staffed, posts, is_open)


def test_that_each_post_is_in_one_state() -> None:
    counts = PostCounts.of(station(busy=6, held=2, staffed=7, posts=10))

    assert counts == PostCounts(busy=4, held=2, free=1, unstaffed=3)


def test_that_a_closed_station_has_no_free_team() -> None:
    counts = PostCounts.of(station(busy=1, held=0, staffed=5, posts=6, is_open=False))

    assert counts == PostCounts(busy=1, held=0, free=0, unstaffed=5)


def test_that_a_service_that_outlasts_its_shift_is_still_at_work() -> None:
    counts = PostCounts.of(station(busy=5, held=0, staffed=3, posts=6))

    assert counts == PostCounts(busy=5, held=0, free=0, unstaffed=1)


COUNTS = st.builds(PostCounts, *(st.integers(0, 400) for _ in range(4)))


@given(COUNTS, st.integers(8, 30))
def test_that_many_posts_are_drawn_as_their_shares_and_nobody_vanishes(counts: PostCounts, squares: int) -> None:
    drawn = counts.scaled_to(squares)

    assert drawn.total <= max(squares, 0) + 4
    for state in PostState:
        assert bool(counts.in_order().count(state)) == bool(drawn.in_order().count(state)) or drawn.total >= squares


@given(COUNTS)
def test_that_few_posts_are_drawn_one_by_one(counts: PostCounts) -> None:
    assert counts.scaled_to(counts.total) == counts


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_that_the_states_of_a_post_are_told_apart_without_colour(theme: Theme) -> None:
    shapes = {bytes(drawn_in_grey(state, theme)) for state in PostState}

    assert len(shapes) == len(PostState)


def drawn_in_grey(state: PostState, theme: Theme) -> bytes:
    """Return which points of a post stand out from the card, in black and white."""
    image = QImage(16, 16, QImage.Format.Format_RGB32)
    image.fill(theme.colour("surface"))
    painter = QPainter(image)
    paint_post(painter, QRectF(4, 4, 8, 8), state, theme)
    painter.end()
    card = theme.colour("surface").lightness()
    inked = [abs(image.pixelColor(x, y).lightness() - card) > 40 for x in range(16) for y in range(16)]
    return bytes(inked)


def test_that_a_post_is_drawn_within_its_square() -> None:
    image = QImage(16, 16, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_post(painter, QRectF(4, 4, 8, 8), PostState.BUSY, LIGHT)
    painter.end()

    assert image.pixelColor(8, 8) == LIGHT.colour("person")
    assert image.pixelColor(2, 8) == Qt.GlobalColor.white
