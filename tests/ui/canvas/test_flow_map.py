"""The flow map as a person meets it: drawn from the plan, told by snapshots, walked by keyboard, chosen by mouse."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester

from reception_sim.run import Run, open_scenario
from ui.canvas.cards import SIZE, Card
from ui.canvas.flow_map import FlowMap
from ui.canvas.layout import CELL, spots
from ui.canvas.place_model import PlaceModel
from ui.theme import DARK, LIGHT


@pytest.fixture(scope="module")
def lampedusa():
    run = Run(open_scenario("lampedusa_2023"), seed=1)
    run.advance(2 * 86400)
    return run


@pytest.fixture
def flow_map(qtbot, lampedusa):
    view = FlowMap(LIGHT)
    qtbot.addWidget(view)
    view.resize(900, 460)
    view.show_scenario(lampedusa.scenario)
    view.append(lampedusa.snapshot())
    view.show()
    return view


def cards(view):
    return {item.place: item for item in view.scene().items() if isinstance(item, Card)}


def middle_of(view, place):
    return view.mapFromScene(cards(view)[place].pos())


def test_that_every_place_of_the_plan_stands_on_the_map(flow_map, lampedusa):
    assert set(cards(flow_map)) == {name for name, _ in lampedusa.scenario.places()}


@pytest.mark.parametrize("scenario_id", ["lampedusa_2023", "border_post_basics"])
def test_that_no_place_lies_on_another(scenario_id):
    boxes = [SIZE.translated(*spot) for spot in spots(open_scenario(scenario_id)).values()]

    assert not any(one.intersects(other) for number, one in enumerate(boxes) for other in boxes[number + 1 :])


def test_that_places_without_a_position_stand_in_the_order_in_which_they_are_passed(lampedusa):
    scenario = lampedusa.scenario
    adrift = replace(
        scenario,
        entry_points={name: replace(plan, position=None) for name, plan in scenario.entry_points.items()},
        stations={name: replace(plan, position=None) for name, plan in scenario.stations.items()},
        sites={name: replace(plan, position=None) for name, plan in scenario.sites.items()},
        exits={name: replace(plan, position=None) for name, plan in scenario.exits.items()},
    )
    where = spots(adrift)

    assert where["favaloro_pier"][0] < where["health_triage"][0] < where["contrada_imbriacola"][0]
    assert where["contrada_imbriacola"][0] - where["health_triage"][0] >= CELL[0]
    assert where["contrada_imbriacola"][0] < where["sicily_by_ferry"][0]


def test_that_a_click_on_a_place_asks_for_it(flow_map, qtbot):
    with qtbot.waitSignal(flow_map.placeActivated, timeout=1000) as asked:
        qtbot.mouseClick(flow_map.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(flow_map, "registration"))

    assert asked.args == ["registration"]


def test_that_a_click_beside_the_places_asks_for_none(flow_map, qtbot):
    with qtbot.assertNotEmitted(flow_map.placeActivated, wait=50):
        qtbot.mouseClick(flow_map.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))


def test_that_arrows_walk_from_place_to_place(flow_map, qtbot):
    flow_map.placeActivated.connect(flow_map.select_place)
    flow_map.select_place("favaloro_pier")
    with qtbot.waitSignal(flow_map.placeActivated, timeout=1000) as asked:
        qtbot.keyClick(flow_map, Qt.Key.Key_Right)

    assert asked.args == ["health_triage"]


def test_that_plus_minus_and_zero_zoom_and_fit(flow_map, qtbot):
    fitted = flow_map.transform().m11()
    qtbot.keyClick(flow_map, Qt.Key.Key_Plus)
    larger = flow_map.transform().m11()
    qtbot.keyClick(flow_map, Qt.Key.Key_0)

    assert larger > fitted
    assert flow_map.transform().m11() == pytest.approx(fitted)


def test_that_a_tool_tip_says_the_figures_in_words(flow_map, lampedusa):
    site = lampedusa.snapshot().sites[0]

    assert f"{site.occupancy:,} people stay; there are 400 places." in cards(flow_map)["contrada_imbriacola"].toolTip()


def test_that_the_map_looks_different_when_it_is_told_more(flow_map, lampedusa):
    before = flow_map.grab().toImage()
    later = Run(lampedusa.scenario, seed=1)
    later.advance(2.5 * 86400)
    flow_map.append(later.snapshot())

    assert flow_map.grab().toImage() != before


def test_that_the_map_wears_the_dark_theme(flow_map):
    flow_map.set_theme(DARK)

    assert flow_map.grab().toImage().pixelColor(3, 3).name() == DARK.background


def test_that_people_under_way_can_be_left_out_for_those_whom_motion_disturbs(flow_map, lampedusa):
    assert lampedusa.snapshot().journeys
    moving = flow_map.grab().toImage()
    flow_map.set_motion(False)
    flow_map.append(lampedusa.snapshot())

    assert flow_map.grab().toImage() != moving


def test_that_the_table_beside_the_map_tells_the_same(qtbot, lampedusa):
    model = PlaceModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_scenario(lampedusa.scenario)
    model.append(lampedusa.snapshot())
    rows = {
        model.index(row, 0).data(): [model.index(row, column).data() for column in range(1, model.columnCount())]
        for row in range(model.rowCount())
    }
    site = lampedusa.snapshot().sites[0]

    assert rows["Contrada Imbriacola hotspot"] == [
        "hotspot", f"{site.awaiting_ride:,}", "", "", f"{site.occupancy:,}", "400", f"{site.without_shelter:,}",
    ]  # fmt: skip
