"""Crowds drawn person by person."""

from hypothesis import given
from hypothesis import strategies as st

from ui.canvas.people import people_path, rows_of


def test_that_a_small_crowd_is_drawn_person_by_person() -> None:
    assert rows_of(17, a_row=12, cells=5).shown == 17
    assert rows_of(17, a_row=12, cells=5).others == ""


def test_that_those_who_do_not_fit_are_told_in_figures() -> None:
    rows = rows_of(1250, a_row=12, cells=5)

    assert (rows.shown, rows.others) == (19, "+ 1,231")


@given(st.integers(0, 100_000), st.integers(1, 40), st.integers(1, 9))
def test_that_those_drawn_and_those_told_are_all_of_them(persons: int, a_row: int, cells: int) -> None:
    rows = rows_of(persons, a_row, cells)
    told = int(rows.others.replace(",", "").removeprefix("+ ") or 0)

    assert rows.shown + told == persons


def test_that_each_person_is_drawn_with_head_and_body() -> None:
    one, ten = people_path(1, 12), people_path(10, 12)

    assert ten.elementCount() == 10 * one.elementCount()


def test_that_a_second_row_stands_below_the_first() -> None:
    assert people_path(13, 12).boundingRect().height() > people_path(12, 12).boundingRect().height()
