"""A chart, as its reader uses it."""

import csv
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QByteArray, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from tests.ui.pointer import move_mouse
from ui.plots import ChartSeries, ReferenceLine, TimeChart
from ui.plots.legend import Legend
from ui.plots.plot_area import PlotArea
from ui.theme import DARK, LIGHT

NOON = 1694606400.0  # 13 September 2023, 12:00
HOUR = 3600.0


@pytest.fixture
def chart(qtbot: QtBot) -> TimeChart:
    chart = TimeChart(LIGHT)
    qtbot.addWidget(chart)
    chart.show_chart(
        "Registration",
        "people",
        (ChartSeries("Waiting"), ChartSeries("Served", colour=1, dash=True)),
        (ReferenceLine("Places", 40.0),),
    )
    chart.resize(600, 300)
    return chart


def fill(chart: TimeChart, hours: int = 12, top: float = 30.0) -> None:
    time = NOON + HOUR * np.arange(hours)
    chart.append(time, {"Waiting": np.linspace(0, top, hours), "Served": np.linspace(0, 5, hours)})


def seen(chart: TimeChart, qtbot: QtBot) -> QImage:
    chart.show()
    qtbot.waitExposed(chart)
    QTest.qWait(20)
    return chart.grab().toImage()


def test_that_figures_are_drawn_once_they_come(chart: TimeChart, qtbot: QtBot) -> None:
    empty = seen(chart, qtbot)
    fill(chart)

    assert seen(chart, qtbot) != empty


def test_that_figures_taken_while_hidden_are_drawn_when_shown(chart: TimeChart, qtbot: QtBot) -> None:
    empty = seen(chart, qtbot)
    chart.hide()
    fill(chart)

    assert seen(chart, qtbot) != empty


def test_that_many_appends_are_drawn_in_one_go(chart: TimeChart, qtbot: QtBot) -> None:
    seen(chart, qtbot)
    draws = PaintCounter(chart)
    for hour in range(50):
        chart.append(np.array([NOON + hour * HOUR]), {"Waiting": np.array([1.0 * hour])})
    QTest.qWait(50)

    assert 0 < draws.count <= 3


def test_that_a_hidden_chart_is_not_drawn(chart: TimeChart, qtbot: QtBot) -> None:
    draws = PaintCounter(chart)
    fill(chart)
    QTest.qWait(50)

    assert draws.count == 0


def test_that_the_cross_hair_reads_out_the_nearest_moment(chart: TimeChart, qtbot: QtBot) -> None:
    fill(chart)
    seen(chart, qtbot)
    chart.point_at(NOON + 3.2 * HOUR)

    assert chart.read_out.splitlines() == ["Wed 13 Sep 2023, 15:00", "Waiting: 8 people", "Served: 1 people"]


def test_that_the_mouse_moves_the_cross_hair_and_leaving_takes_it_away(chart: TimeChart, qtbot: QtBot) -> None:
    fill(chart)
    seen(chart, qtbot)
    area = area_of(chart)
    move_mouse(area.viewport(), QPointF(300, 60))

    assert chart.read_out
    area.pointed.emit(None)
    assert not chart.read_out


def test_that_the_arrow_keys_step_through_the_figures(chart: TimeChart, qtbot: QtBot) -> None:
    fill(chart)
    seen(chart, qtbot)
    area = area_of(chart)
    told = []
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Right):
        QTest.keyClick(area, key)
        told.append(chart.read_out.splitlines()[0][-5:])

    assert told == ["23:00", "22:00", "23:00"]
    assert "23:00" in area.accessibleDescription()


def test_that_a_mark_is_read_out_where_it_stands(chart: TimeChart, qtbot: QtBot) -> None:
    fill(chart)
    chart.mark(NOON + 3 * HOUR, "Open Clinic")
    seen(chart, qtbot)
    chart.point_at(NOON + 3 * HOUR)
    at_mark = chart.read_out
    chart.point_at(NOON + 9 * HOUR)

    assert "Open Clinic" in at_mark
    assert "Open Clinic" not in chart.read_out


def test_that_a_series_switched_off_is_neither_drawn_nor_read_out(chart: TimeChart, qtbot: QtBot) -> None:
    fill(chart)
    both = seen(chart, qtbot)
    chart.show_series("Waiting", shown=False)
    chart.point_at(NOON)

    assert "Waiting" not in chart.read_out
    chart.point_at(None)
    assert seen(chart, qtbot) != both


def test_that_a_series_stays_switched_off_in_another_theme(chart: TimeChart, qtbot: QtBot) -> None:
    chart.show_series("Waiting", shown=False)
    chart.set_theme(DARK)

    assert chart.hidden_series == {"Waiting"}


def test_that_the_theme_changes_what_is_drawn(chart: TimeChart, qtbot: QtBot) -> None:
    fill(chart)
    light = seen(chart, qtbot)
    chart.set_theme(DARK)
    dark = seen(chart, qtbot)

    assert light.pixelColor(300, 200) == LIGHT.colour("surface")
    assert dark.pixelColor(300, 200) == DARK.colour("surface")


def test_that_the_legend_names_series_and_lines_with_their_level(chart: TimeChart) -> None:
    named = [button.text() for button in chart.findChildren(QToolButton) if button.isCheckable()]

    assert named == ["Waiting", "Served", "Places: 40"]


def test_that_everything_in_a_chart_can_be_told_by_name(chart: TimeChart) -> None:
    nameless = [button for button in chart.findChildren(QToolButton) if not button.accessibleName()]

    assert not nameless
    assert chart.accessibleName() == "Registration"


def test_that_the_rows_tell_what_is_drawn(chart: TimeChart) -> None:
    fill(chart, hours=3)
    chart.mark(NOON + 0.5 * HOUR, "Open Clinic")

    assert [(row.values, row.done) for row in chart.rows()] == [
        ((0.0, 0.0), ""),
        ((15.0, 2.5), "Open Clinic"),
        ((30.0, 5.0), ""),
    ]


def test_that_figures_are_saved_as_a_spreadsheet_reads_them(chart: TimeChart, tmp_path: Path) -> None:
    fill(chart, hours=3)
    chart.menu.save_figures(tmp_path / "figures.csv")

    rows = list(csv.reader((tmp_path / "figures.csv").read_text(encoding="utf-8").splitlines()))
    assert rows[0] == ["Local time", "Waiting (people)", "Served (people)", "Done"]
    assert rows[2] == ["2023-09-13T13:00", "15", "2.5", ""]


def test_that_a_drawing_holds_its_text_as_text(chart: TimeChart, tmp_path: Path) -> None:
    fill(chart)
    chart.mark(NOON + HOUR, "Open Clinic")
    chart.menu.save_picture(tmp_path / "chart.svg")

    drawing = (tmp_path / "chart.svg").read_text(encoding="utf-8")
    assert all(text in drawing for text in ("Registration", "Waiting", "Places: 40", "people", "Open Clinic", "18:00"))
    assert QSvgRenderer(QByteArray(drawing.encode())).isValid()


def test_that_a_drawing_leaves_out_what_is_switched_off(chart: TimeChart, tmp_path: Path) -> None:
    fill(chart)
    chart.show_series("Served", shown=False)
    chart.menu.save_picture(tmp_path / "chart.svg")

    assert "Served" not in (tmp_path / "chart.svg").read_text(encoding="utf-8")


def test_that_a_picture_is_saved_sharp_enough_for_paper(chart: TimeChart, tmp_path: Path) -> None:
    fill(chart)
    chart.menu.save_picture(tmp_path / "chart.png")

    assert QImage(str(tmp_path / "chart.png")).width() == 1920


def test_that_the_picture_and_the_figures_can_be_pasted(chart: TimeChart) -> None:
    fill(chart)
    chart.menu.copy_picture()
    picture = QGuiApplication.clipboard().image()
    chart.menu.copy_figures()

    assert picture.width() == 1920
    assert QGuiApplication.clipboard().text().startswith("Local time\tWaiting (people)\tServed (people)")


def test_that_a_picture_that_cannot_be_saved_is_told(chart: TimeChart, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(chart.menu.failed, timeout=1000) as told:
        chart.menu.save_picture(tmp_path / "missing" / "chart.svg")

    assert "folder does not exist" in told.args[0]


def test_that_an_empty_chart_can_be_saved_too(chart: TimeChart, tmp_path: Path) -> None:
    chart.menu.save_picture(tmp_path / "chart.png")

    assert (tmp_path / "chart.png").stat().st_size > 0


def area_of(chart: TimeChart) -> PlotArea:
    return chart.findChildren(PlotArea)[0]


class PaintCounter:
    """Counts how often the scene of a chart is told to draw itself anew."""

    def __init__(self, chart: TimeChart) -> None:
        self.count = 0
        area_of(chart).scene().sigPrepareForPaint.connect(self._count)

    def _count(self) -> None:
        self.count += 1


def test_that_a_legend_goes_on_in_another_line_where_it_is_too_long_for_one(chart: TimeChart, qtbot: QtBot) -> None:
    buttons = chart.findChildren(Legend)[0].buttons.values()
    seen(chart, qtbot)
    assert len({button.y() for button in buttons}) == 1

    chart.resize(180, 300)
    seen(chart, qtbot)
    assert len({button.y() for button in buttons}) > 1
    assert all(button.width() == button.sizeHint().width() for button in buttons)
