"""The charts of an answer: each kind is drawn, told as a table, saved, and worn in other colours."""

import math
from xml.etree import ElementTree

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication

from ui.plots.answer_chart import AnswerChart
from ui.plots.content import ReferenceLine
from ui.plots.figure_canvas import Scale, round_step, span_of
from ui.plots.figures import (
    BandChart,
    Curve,
    CurveChart,
    CurvePoint,
    HeatChart,
    Interval,
    IntervalChart,
    Spread,
    SpreadChart,
    TimeBand,
    headings,
    number_text,
    rows,
)
from ui.theme import DARK, LIGHT, ramp_colour, text_on

MIDNIGHT = 1_694_563_200.0  # 13 September 2023
TIME = MIDNIGHT + np.linspace(0.0, 86_400.0, 25)
ONES = np.ones(25)
LIMIT = ReferenceLine("Standard", 6.0)

INTERVALS = IntervalChart(
    "Longest waits",
    "hours",
    (Interval("As planned", 14.0, 12.0, 16.0), Interval("Six more officers", 5.0, 4.0, 6.0, colour=1)),
    (LIMIT,),
)
BANDS = BandChart("People in the system", "people", TIME, (TimeBand("As planned", ONES, 2 * ONES, 3 * ONES),), (LIMIT,))
SPREADS = SpreadChart("Spread of the runs", "hours", (Spread("As planned", (3.0, 4.0, math.nan)),), (LIMIT,))
CURVES = CurveChart(
    "Waits as more people come",
    "Arrivals (people a day)",
    "hours",
    (Curve("Wait", (CurvePoint(500, 1, 0.5, 2), CurvePoint(1000, 8, 6, 10, "leanest"))),),
    (LIMIT,),
    (ReferenceLine("Capacity", 800),),
)
HEAT = HeatChart("Wait", "hours", "Arrivals", "Officers", ("0.5", "1"), ("6", "9"), ((1.0, 4.0), (math.nan, 2.0)))
FIGURES = (INTERVALS, BANDS, SPREADS, CURVES, HEAT)


@pytest.fixture
def chart(qtbot):
    made = AnswerChart(LIGHT)
    qtbot.addWidget(made)
    made.resize(640, 320)
    return made


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: type(figure).__name__)
def test_that_each_kind_of_chart_is_drawn_in_the_colours_of_both_themes(chart, qtbot, figure) -> None:
    chart.show_figure(figure)
    chart.show()
    light = chart.grab().toImage()

    chart.set_theme(DARK)

    assert distinct_colours(light) > 8
    assert chart.grab().toImage() != light


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: type(figure).__name__)
def test_that_the_table_twin_has_a_cell_below_every_heading(chart, figure) -> None:
    chart.show_figure(figure)

    assert chart.table.columnCount() == len(headings(figure))
    assert {len(row) for row in rows(figure)} == {len(headings(figure))}
    assert chart.table.rowCount() > 0


def test_that_the_table_says_the_value_and_its_interval() -> None:
    assert rows(INTERVALS)[1] == ["Six more officers", "5", "4", "6"]


def test_that_the_table_comes_in_front_by_the_keyboard(chart, qtbot) -> None:
    chart.show_figure(INTERVALS)
    chart.show()

    chart.as_table.setFocus()
    qtbot.keyClick(chart.as_table, Qt.Key.Key_Space)

    assert chart.as_table.isChecked()


def test_that_a_chart_is_saved_as_a_drawing_whose_text_is_text(chart, tmp_path) -> None:
    chart.show_figure(INTERVALS)
    chart.menu.save_picture(tmp_path / "waits.svg")

    drawing = ElementTree.parse(tmp_path / "waits.svg")
    texts = "".join(drawing.getroot().itertext())
    assert "Longest waits" in texts
    assert "Six more officers" in texts
    assert "hours" in texts


def test_that_figures_are_copied_as_a_spreadsheet_reads_them(chart) -> None:
    chart.show_figure(HEAT)
    chart.menu.copy_figures()

    assert QGuiApplication.clipboard().text().splitlines()[1] == "6\t1\t4"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1273.4, "1,273"),
        (12.74, "12.7"),
        (3.0, "3"),
        (0.12749, "0.127"),
        (-0.0001, "0"),
        (-4.0, "\N{MINUS SIGN}4"),
        (math.inf, "\N{INFINITY}"),
    ],
)
def test_that_numbers_keep_the_three_digits_that_matter(value, text) -> None:
    assert number_text(value) == text


@pytest.mark.parametrize(("least", "step"), [(0.13, 0.2), (1.0, 1.0), (2.1, 5.0), (700.0, 1000.0)])
def test_that_steps_of_an_axis_are_round(least, step) -> None:
    assert round_step(least) == pytest.approx(step)


def test_that_an_axis_shows_zero_where_it_matters_and_never_has_no_width() -> None:
    assert span_of([4.0, 5.0], from_zero=True)[0] == 0
    low, high = span_of([3.0, 3.0], from_zero=False)
    assert low < 3.0 < high


def test_that_an_axis_on_which_all_is_zero_has_a_width_too() -> None:
    assert span_of([0.0, 0.0], from_zero=True) == (0.0, 1.0)
    assert span_of([0.0], from_zero=False) == (-1.0, 1.0)


def test_that_what_lies_beyond_an_axis_stands_on_its_end() -> None:
    assert Scale(0.0, 10.0, 100.0, 200.0).at(math.inf) == 200.0


@pytest.mark.parametrize("part", [0.0, 0.3, 0.6, 1.0])
def test_that_numbers_in_a_heat_map_stand_out_from_their_field(part) -> None:
    ground = ramp_colour(part)

    assert contrast(ground, text_on(ground)) >= 4.5


def distinct_colours(image) -> int:
    return len({image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)})


def contrast(one: QColor, other: QColor) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: QColor) -> float:
    levels = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [level / 12.92 if level <= 0.04045 else ((level + 0.055) / 1.055) ** 2.4 for level in levels]
    return float(np.dot(linear, (0.2126, 0.7152, 0.0722)))
