"""The charts of a run: what they take from its series."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from reception_sim.run import open_scenario
from reception_sim.scenario import ScenarioPlan
from reception_sim.statistics import Series, SiteSeries, StationSeries
from ui.plots import SiteChart, StationChart, SystemChart
from ui.theme import DARK, LIGHT

Chart = SystemChart | SiteChart | StationChart


@dataclass(frozen=True)
class Expected:
    """What a chart is called, and what it tells of the first moment."""

    title: str
    series: list[str]
    values: tuple[float, ...]


@pytest.fixture(scope="module")
def scenario() -> ScenarioPlan:
    return open_scenario("lampedusa_2023")


CHARTS: list[tuple[Callable[[ScenarioPlan], Chart], Expected]] = [
    (
        lambda scenario: SystemChart(scenario, LIGHT),
        Expected("Whole system", ["In the system", "Arrived so far", "Left so far"], (7, 9, 2)),
    ),
    (
        lambda scenario: SiteChart(scenario, "contrada_imbriacola", LIGHT),
        Expected("Contrada Imbriacola hotspot", ["People here", "Without shelter"], (500, 100)),
    ),
    (
        lambda scenario: StationChart(scenario, "clinic", LIGHT),
        Expected("Clinic", ["Waiting", "Teams at work", "Teams staffed"], (30, 2, 3)),
    ),
]


@pytest.mark.parametrize(("make", "expected"), CHARTS, ids=[expected.title for _, expected in CHARTS])
def test_that_a_chart_takes_its_own_place_s_series(
    qtbot: QtBot, scenario: ScenarioPlan, make: Callable[[ScenarioPlan], Chart], expected: Expected
) -> None:
    chart = make(scenario)
    qtbot.addWidget(chart)
    chart.append(series_of(scenario, 0.0))
    chart.append(series_of(scenario, 300.0))

    content = chart.chart.content
    assert content.title == expected.title
    assert [series.name for series in content.series] == expected.series
    assert [row.values for row in chart.chart.rows()] == [expected.values] * 2


@pytest.mark.parametrize(("make", "expected"), CHARTS, ids=[expected.title for _, expected in CHARTS])
def test_that_the_curves_of_a_panel_differ_by_more_than_colour(
    qtbot: QtBot, scenario: ScenarioPlan, make: Callable[[ScenarioPlan], Chart], expected: Expected
) -> None:
    chart = make(scenario)
    qtbot.addWidget(chart)

    for panel in chart.chart.content.panels:
        plain = [series for series in panel.series if not (series.dash or series.filled)]
        assert len(plain) <= 1


def test_that_a_site_s_capacity_is_a_named_line(qtbot: QtBot, scenario: ScenarioPlan) -> None:
    chart = SiteChart(scenario, "contrada_imbriacola", LIGHT)
    qtbot.addWidget(chart)

    assert [(line.name, line.value) for line in chart.chart.content.lines] == [("Places", 400)]


def test_that_people_and_teams_have_panels_of_their_own(qtbot: QtBot, scenario: ScenarioPlan) -> None:
    chart = StationChart(scenario, "clinic", LIGHT)
    qtbot.addWidget(chart)

    assert [panel.unit for panel in chart.chart.content.panels] == ["people", "teams"]


def test_that_a_chart_keeps_its_figures_in_another_theme(qtbot: QtBot, scenario: ScenarioPlan) -> None:
    chart = SystemChart(scenario, LIGHT)
    qtbot.addWidget(chart)
    chart.append(series_of(scenario, 0.0))
    chart.set_theme(DARK)

    assert len(chart.chart.rows()) == 1


def series_of(scenario: ScenarioPlan, time: float) -> Series:
    def one(value: float) -> np.ndarray:
        return np.array([value])

    return Series(
        time=one(time),
        arrived=one(9),
        departed=one(2),
        in_system=one(7),
        stations=tuple(
            StationSeries(station, one(10.0 * number), one(number - 1.0), one(number))
            for station, number in zip(scenario.stations, (2, 3, 4, 5), strict=True)
        ),
        sites=tuple(SiteSeries(site, one(500), one(100)) for site in scenario.sites),
    )


def test_that_a_change_is_marked_at_its_local_time(qtbot: QtBot, scenario: ScenarioPlan) -> None:
    chart = SystemChart(scenario, LIGHT)
    qtbot.addWidget(chart)
    chart.append(series_of(scenario, 0.0))
    chart.append(series_of(scenario, 300.0))
    chart.mark(300.0, "Open Clinic")

    assert [row.done for row in chart.chart.rows()] == ["", "Open Clinic"]
