"""The figures behind a chart."""

import numpy as np

from ui.plots.chart_columns import ChartColumns


def columns_of(values: np.ndarray) -> ChartColumns:
    columns = ChartColumns(["waiting"])
    columns.append(np.arange(len(values), dtype=np.float64), {"waiting": values})
    return columns


def test_that_figures_appended_in_pieces_are_the_same_as_in_one_go() -> None:
    values = np.random.default_rng(1).uniform(0, 100, 1000)
    in_pieces = ChartColumns(["waiting"])
    for start in range(0, 1000, 7):
        piece = values[start : start + 7]
        in_pieces.append(np.arange(start, start + len(piece), dtype=np.float64), {"waiting": piece})

    assert in_pieces.time.tolist() == list(range(1000))
    assert in_pieces.values("waiting").tolist() == values.tolist()


def test_that_a_series_without_figures_is_unknown() -> None:
    columns = ChartColumns(["waiting", "busy"])
    columns.append(np.array([0.0]), {"waiting": np.array([5.0])})

    assert np.isnan(columns.values("busy")).all()


def test_that_thinning_keeps_the_highest_and_the_lowest() -> None:
    values = np.random.default_rng(2).uniform(0, 100, 5000)
    values[1234], values[4321] = 1e6, -1e6

    _, kept = columns_of(values).thinned("waiting", 300)

    assert len(kept) < 620
    assert (kept.max(), kept.min()) == (1e6, -1e6)


def test_that_thinning_keeps_the_order_of_time_and_both_ends() -> None:
    time, _ = columns_of(np.random.default_rng(3).uniform(0, 100, 5003)).thinned("waiting", 200)

    assert (np.diff(time) >= 0).all()
    assert time[0] < 30
    assert time[-1] == 5002


def test_that_a_short_course_is_not_thinned() -> None:
    time, values = columns_of(np.arange(50.0)).thinned("waiting", 300)

    assert time.tolist() == values.tolist() == list(range(50))


def test_that_the_nearest_moment_is_found_before_between_and_after() -> None:
    columns = columns_of(np.zeros(10))

    assert [columns.nearest(time) for time in (-5.0, 3.4, 3.6, 99.0)] == [0, 3, 4, 9]


def test_that_nothing_is_near_while_there_is_nothing() -> None:
    assert ChartColumns(["waiting"]).nearest(1.0) is None
