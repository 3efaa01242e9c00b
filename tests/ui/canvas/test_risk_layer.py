"""Protection risk as a layer of the map: a ring and words at each site, explained in the key, live."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reception_sim.exercise import Pace
from reception_sim.exercise.news import News
from reception_sim.protection import Risk, SiteRisk
from reception_sim.run import Run, open_scenario
from ui.canvas.flow_map import FlowMap
from ui.canvas.map_key import MapKey
from ui.canvas.place_model import PlaceModel
from ui.canvas.risk_layer import RiskLevel, level_of, told_risk
from ui.canvas.zoom_buttons import ZoomButtons
from ui.theme import LIGHT

HOTSPOT = "hotspot"


@pytest.fixture(scope="module")
def run() -> Run:
    run = Run(open_scenario("lampedusa_2023"))
    run.advance(1.5 * 86400)
    return run


@pytest.fixture
def flow_map(qtbot: QtBot, run: Run) -> FlowMap:
    view = FlowMap(LIGHT)
    qtbot.addWidget(view)
    view.resize(1000, 460)
    view.show_scenario(run.scenario)
    told = News(run).take(Pace.PAUSED, 0)
    view.append(told.snapshot, told.risks)
    view.show()
    qtbot.waitExposed(view)
    QTest.qWait(150)
    return view


def seen(view: FlowMap) -> QImage:
    return view.grab().toImage()


def site_of(run: Run) -> str:
    return next(iter(run.scenario.sites))


def test_that_the_layer_is_drawn_when_it_is_switched_on_and_goes_when_it_is_switched_off(flow_map: FlowMap) -> None:
    before = seen(flow_map)
    flow_map.show_risks(shown=True)
    during = seen(flow_map)
    flow_map.show_risks(shown=False)

    assert during != before
    assert seen(flow_map) == before


def test_that_the_button_on_the_map_switches_the_layer(qtbot: QtBot, flow_map: FlowMap) -> None:
    button = flow_map.findChild(ZoomButtons).buttons["shield"]
    with qtbot.waitSignal(flow_map.risksShown) as told:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    assert told.args == [True]
    assert button.isChecked()


def test_that_the_key_explains_every_level_while_the_layer_is_on(flow_map: FlowMap) -> None:
    flow_map.show_risks(shown=True)
    key = flow_map.findChild(MapKey)

    assert all(str(level) in key.accessibleDescription() for level in RiskLevel)


def test_that_a_site_says_its_risks_and_their_reasons_in_words(flow_map: FlowMap, run: Run) -> None:
    here = flow_map.where_is(site_of(run))
    words = flow_map.words_at(QPoint(here))

    assert "Protection risk: high risk" in words
    assert "overcrowded" in words


def test_that_the_table_of_places_tells_the_highest_risk(run: Run) -> None:
    model = PlaceModel()
    model.show_scenario(run.scenario)
    told = News(run).take(Pace.PAUSED, 0)
    model.append(told.snapshot, told.risks)
    headings = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]
    row = [model.index(row, 0).data() for row in range(model.rowCount())].index(run.scenario.title_of(site_of(run)))

    (risk,) = told.risks
    assert model.index(row, headings.index("Protection risk (%)")).data() == str(round(risk.worst))


@pytest.mark.parametrize(
    ("worst", "level"), [(0, RiskLevel.NONE), (1, RiskLevel.SOME), (49, RiskLevel.SOME), (50, RiskLevel.HIGH)]
)
def test_that_half_of_the_conditions_is_a_high_risk(worst: float, level: RiskLevel) -> None:
    assert level_of(SiteRisk(HOTSPOT, ((Risk.CHILDREN, 0.0), (Risk.VIOLENCE, worst)), ())) is level


def test_that_a_site_without_risk_gives_no_reasons() -> None:
    assert told_risk(SiteRisk(HOTSPOT, ((Risk.VIOLENCE, 0.0),), ())) == (
        "Protection risk: no risk seen. gender-based violence 0 %."
    )
