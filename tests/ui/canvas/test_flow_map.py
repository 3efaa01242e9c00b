"""The flow map as a person meets it: drawn from the plan, told by snapshots, walked by keyboard, chosen by mouse."""

from dataclasses import replace
from itertools import combinations
from time import perf_counter

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QToolTip
from pytestqt.qtbot import QtBot

from reception_sim.run import Run, open_scenario
from reception_sim.scenario.library import shipped
from reception_sim.state import Journey, Snapshot
from tests.ui.pointer import move_mouse
from ui.canvas.flow_map import FlowMap
from ui.canvas.place_item import PlaceItem
from ui.theme import DARK, LIGHT

MAP_OF_A_SMALL_WINDOW = (820, 338)  # of 1366 by 768
READING_MS = 150  # figures stand for a moment, so that they can be read


@pytest.fixture(scope="module")
def run() -> Run:
    run = Run(open_scenario("lampedusa_2023"))
    run.advance(1.5 * 86400)
    return run


@pytest.fixture(scope="module")
def snapshot(run: Run) -> Snapshot:
    return run.snapshot()


@pytest.fixture
def flow_map(qtbot: QtBot, run: Run, snapshot: Snapshot) -> FlowMap:
    view = FlowMap(LIGHT)
    qtbot.addWidget(view)
    view.resize(1000, 460)
    view.show_scenario(run.scenario)
    view.append(snapshot)
    view.show()
    qtbot.waitExposed(view)
    QTest.qWait(READING_MS)
    return view


def frames(view: FlowMap) -> dict[str, QRectF]:
    """Return where each place is seen."""
    items = [item for item in view.scene().items() if isinstance(item, PlaceItem)]
    return {item.sign.id: QRectF(view.mapFromScene(item.frame).boundingRect()) for item in items}


@pytest.mark.parametrize("scenario", ["lampedusa_2023", "border_post_basics"])
@pytest.mark.parametrize("size", [(640, 300), (920, 350), (1920, 1000), (3840, 2000)])
def test_that_every_place_is_seen_whole_and_apart_from_the_others(
    qtbot: QtBot, scenario: str, size: tuple[int, int]
) -> None:
    view = FlowMap(LIGHT)
    qtbot.addWidget(view)
    view.resize(*size)
    view.show_scenario(open_scenario(scenario))
    view.show()
    seen = frames(view)

    assert set(seen) == {name for name, _ in open_scenario(scenario).places()}
    assert all(QRectF(view.rect()).contains(frame) for frame in seen.values())
    assert not any(one.intersects(other) for one, other in combinations(seen.values(), 2))


@pytest.mark.parametrize("scenario", [entry.id for entry in shipped()])
def test_that_the_map_of_every_shipped_scenario_can_be_read_in_a_small_window(qtbot: QtBot, scenario: str) -> None:
    view = FlowMap(LIGHT)
    qtbot.addWidget(view)
    view.resize(*MAP_OF_A_SMALL_WINDOW)
    view.show_scenario(open_scenario(scenario))
    view.show()
    seen = frames(view)

    assert all(QRectF(view.rect()).contains(frame) for frame in seen.values())
    assert not any(one.intersects(other) for one, other in combinations(seen.values(), 2))
    assert view.transform().m11() > 0.55  # times the size of the window's text


def test_that_people_who_wait_are_told_where_there_is_no_room_to_draw_them(qtbot: QtBot) -> None:
    crowded = Run(open_scenario("six_phase_border_exercise"))
    crowded.advance(6.5 * 86400)
    view = FlowMap(LIGHT)
    qtbot.addWidget(view)
    view.resize(*MAP_OF_A_SMALL_WINDOW)
    view.show_scenario(crowded.scenario)
    view.show()
    view.append(crowded.snapshot())
    QTest.qWait(READING_MS)
    before = view.grab(frames(view)["registration"].toRect()).toImage()
    nobody = [replace(station, queue_persons=0) for station in crowded.snapshot().stations]
    view.append(replace(crowded.snapshot(), stations=tuple(nobody)))
    QTest.qWait(READING_MS)

    assert view.grab(frames(view)["registration"].toRect()).toImage() != before


def test_that_a_larger_window_is_used(flow_map: FlowMap) -> None:
    narrow = frames(flow_map)
    flow_map.resize(1800, 900)
    wide = frames(flow_map)

    assert wide["clinic"].width() > narrow["clinic"].width()
    assert max(frame.right() for frame in wide.values()) > 1700


def test_that_the_map_can_be_shown_before_anybody_is_there(qtbot: QtBot, run: Run, snapshot: Snapshot) -> None:
    view = FlowMap(LIGHT)
    qtbot.addWidget(view)
    view.resize(900, 400)
    view.append(snapshot)
    view.show_scenario(run.scenario)
    view.show()
    planned = view.grab().toImage()
    view.append(snapshot)
    QTest.qWait(READING_MS)

    assert view.grab().toImage() != planned


def test_that_what_changes_is_seen(flow_map: FlowMap, snapshot: Snapshot) -> None:
    before = flow_map.grab().toImage()
    flow_map.append(replace(snapshot, exits=tuple(replace(way_out, persons=9999) for way_out in snapshot.exits)))
    QTest.qWait(READING_MS)

    assert flow_map.grab().toImage() != before


def test_that_figures_stand_still_long_enough_to_be_read(flow_map: FlowMap, snapshot: Snapshot) -> None:
    still = replace(snapshot, journeys=())
    flow_map.append(still)
    QTest.qWait(READING_MS)
    flow_map.append(replace(still, exits=tuple(replace(way_out, persons=1) for way_out in snapshot.exits)))
    first = flow_map.grab().toImage()
    flow_map.append(replace(still, exits=tuple(replace(way_out, persons=2) for way_out in snapshot.exits)))

    assert flow_map.grab().toImage() == first
    QTest.qWait(READING_MS)
    assert flow_map.grab().toImage() != first


def test_that_a_closed_station_looks_closed(flow_map: FlowMap, snapshot: Snapshot) -> None:
    frame = frames(flow_map)["clinic"].toRect()
    opened = flow_map.grab(frame).toImage()
    stations = tuple(replace(station, open=station.id != "clinic") for station in snapshot.stations)
    flow_map.append(replace(snapshot, stations=stations))
    QTest.qWait(READING_MS)

    assert flow_map.grab(frame).toImage() != opened


def test_that_a_click_opens_a_place(flow_map: FlowMap, qtbot: QtBot) -> None:
    with qtbot.waitSignal(flow_map.placeActivated, timeout=1000) as asked:
        qtbot.mouseClick(flow_map.viewport(), Qt.MouseButton.LeftButton, pos=flow_map.where_is("registration"))

    assert asked.args == ["registration"]


def test_that_a_click_beside_the_places_opens_none(flow_map: FlowMap, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(flow_map.placeActivated):
        qtbot.mouseClick(flow_map.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))


def test_that_dragging_moves_the_map_and_opens_nothing(flow_map: FlowMap, qtbot: QtBot) -> None:
    for _ in range(4):
        flow_map.zoom_in()
    start = flow_map.where_is("contrada_imbriacola")
    with qtbot.assertNotEmitted(flow_map.placeActivated):
        drag(flow_map, start, start + QPoint(-80, 30))

    assert flow_map.where_is("contrada_imbriacola") == start + QPoint(-80, 30)


def test_that_the_place_under_the_mouse_is_told_and_forgotten(flow_map: FlowMap) -> None:
    hovered: list[str] = []
    flow_map.placeHovered.connect(hovered.append)
    move_mouse(flow_map.viewport(), QPointF(flow_map.where_is("clinic")))
    move_mouse(flow_map.viewport(), QPointF(2, 2))

    assert hovered == ["clinic", ""]


def test_that_the_arrow_keys_go_from_place_to_place_and_enter_opens(flow_map: FlowMap, qtbot: QtBot) -> None:
    opened: list[str] = []
    flow_map.placeActivated.connect(opened.append)
    flow_map.select_place("favaloro_pier")
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Enter):
        qtbot.keyClick(flow_map, key)

    assert opened[0] == "health_triage"
    assert len(opened) == 2


def test_that_every_place_can_be_reached_by_arrow_keys(flow_map: FlowMap, qtbot: QtBot, run: Run) -> None:
    reached: set[str] = set()
    flow_map.placeActivated.connect(reached.add)
    places = [name for name, _ in run.scenario.places()]
    for start in places:
        for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            flow_map.select_place(start)
            qtbot.keyClick(flow_map, key)
            qtbot.keyClick(flow_map, Qt.Key.Key_Return)

    assert reached == set(places)


def test_that_the_place_with_the_keyboard_is_told_in_words(flow_map: FlowMap, qtbot: QtBot) -> None:
    flow_map.select_place("favaloro_pier")
    qtbot.keyClick(flow_map, Qt.Key.Key_Right)

    assert flow_map.accessibleDescription().startswith("Health screening at the pier\nWaiting: ")


def test_that_the_keyboard_s_place_is_marked_only_while_the_map_has_the_keyboard(flow_map: FlowMap) -> None:
    flow_map.setFocus()
    QApplication.processEvents()
    with_keyboard = flow_map.grab().toImage()
    flow_map.clearFocus()
    QApplication.processEvents()

    assert flow_map.grab().toImage() != with_keyboard


def test_that_a_chosen_place_looks_chosen(flow_map: FlowMap) -> None:
    flow_map.clearFocus()
    plain = flow_map.grab().toImage()
    flow_map.select_place("clinic")
    chosen = flow_map.grab().toImage()
    flow_map.select_place("")

    assert chosen != plain
    assert flow_map.grab().toImage() == plain


def test_that_plus_minus_and_zero_zoom_and_fit(flow_map: FlowMap, qtbot: QtBot) -> None:
    scales = [flow_map.transform().m11()]
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Minus, Qt.Key.Key_0):
        qtbot.keyClick(flow_map, key)
        scales.append(flow_map.transform().m11())

    fitted, nearer, back, farther, fitted_again = scales
    assert nearer > fitted > farther
    assert back == pytest.approx(fitted)
    assert fitted_again == pytest.approx(fitted)


def test_that_the_buttons_over_the_map_zoom_and_have_names(flow_map: FlowMap) -> None:
    fitted = flow_map.transform().m11()
    buttons = flow_map.findChildren(QToolButton)
    buttons[0].click()

    assert flow_map.transform().m11() > fitted
    assert all(button.accessibleName() and button.toolTip() for button in buttons)


def test_that_the_wheel_zooms_at_the_mouse(flow_map: FlowMap) -> None:
    here = flow_map.where_is("contrada_imbriacola")
    for _ in range(5):
        wheel(flow_map, here, 120)

    away = flow_map.where_is("contrada_imbriacola") - here
    assert flow_map.transform().m11() > 1.5
    assert away.manhattanLength() <= 6


def test_that_a_zoomed_map_stays_so_when_the_window_changes(flow_map: FlowMap) -> None:
    flow_map.zoom_in()
    scale = flow_map.transform().m11()
    flow_map.resize(1200, 600)

    assert flow_map.transform().m11() == scale


def test_that_zooming_has_limits(flow_map: FlowMap) -> None:
    for _ in range(60):
        flow_map.zoom_in()
    nearest = flow_map.transform().m11()
    for _ in range(120):
        flow_map.zoom_out()

    assert nearest == pytest.approx(4.0)
    assert flow_map.transform().m11() == pytest.approx(0.3)


def test_that_a_tool_tip_tells_the_figures_in_words(flow_map: FlowMap, snapshot: Snapshot) -> None:
    (site,) = snapshot.sites
    here = flow_map.where_is("contrada_imbriacola")
    tip = QHelpEvent(QEvent.Type.ToolTip, here, flow_map.viewport().mapToGlobal(here))
    QApplication.sendEvent(flow_map.viewport(), tip)

    assert f"Here: {site.occupancy:,} people." in QToolTip.text()
    assert "Places: 400." in QToolTip.text()


def test_that_both_themes_are_worn_at_once_by_all_that_is_drawn(flow_map: FlowMap) -> None:
    light = flow_map.grab().toImage()
    flow_map.set_theme(DARK)
    dark = flow_map.grab().toImage()

    assert light.pixelColor(3, 3) == LIGHT.colour("background")
    assert dark.pixelColor(3, 3) == DARK.colour("background")
    card = frames(flow_map)["clinic"].center().toPoint() - QPoint(0, 30)
    assert dark.pixelColor(card).lightness() < 128 < light.pixelColor(card).lightness()


def test_that_people_on_their_way_move_with_time(flow_map: FlowMap, snapshot: Snapshot) -> None:
    start = snapshot.time
    journeys = (Journey("favaloro_pier", "health_triage", "", 5, start, start + 600),)
    pictures = []
    for seconds in (100, 300, 500):
        QTest.qWait(300)
        flow_map.append(replace(snapshot, time=start + seconds, journeys=journeys))
        pictures.append(flow_map.grab().toImage())

    assert pictures[0] != pictures[1] != pictures[2]


def test_that_people_on_their_way_stand_where_motion_disturbs(flow_map: FlowMap, snapshot: Snapshot) -> None:
    flow_map.set_motion(False)
    start = snapshot.time
    journeys = (Journey("favaloro_pier", "health_triage", "", 5, start, start + 600),)
    pictures = []
    for seconds in (100, 300):
        flow_map.append(replace(snapshot, time=start + seconds, journeys=journeys))
        QTest.qWait(READING_MS)
        pictures.append(flow_map.grab().toImage())

    flow_map.append(replace(snapshot, time=start + 400, journeys=()))
    QTest.qWait(READING_MS)
    assert pictures[0] == pictures[1] != flow_map.grab().toImage()


def test_that_another_scenario_takes_the_place_of_the_first(flow_map: FlowMap) -> None:
    other = open_scenario("border_post_basics")
    flow_map.show_scenario(other)

    assert set(frames(flow_map)) == {name for name, _ in other.places()}
    assert other.title in flow_map.accessibleName()


@pytest.mark.slow
def test_that_five_hundred_people_under_way_are_drawn_in_time_for_the_next_frame(
    flow_map: FlowMap, snapshot: Snapshot
) -> None:
    start = snapshot.time
    journeys = tuple(
        Journey("favaloro_pier", "health_triage", "", 1 + number % 6, start - number, start + 900)
        for number in range(500)
    )
    flow_map.append(replace(snapshot, journeys=journeys))
    costs = []
    for _ in range(30):
        before = perf_counter()
        flow_map.viewport().repaint()
        costs.append(perf_counter() - before)

    assert sorted(costs)[10] < 0.010  # a third of the frames is spared what other programs take


def drag(view: FlowMap, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for part in (0.3, 0.7, 1.0):
        step = QPointF(start) + (QPointF(end) - QPointF(start)) * part
        move = mouse_move(view, step)
        QApplication.sendEvent(view.viewport(), move)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)


def mouse_move(view: FlowMap, at: QPointF) -> QEvent:
    everywhere = view.viewport().mapToGlobal(at)
    left = Qt.MouseButton.LeftButton
    return QMouseEvent(QEvent.Type.MouseMove, at, everywhere, left, left, Qt.KeyboardModifier.NoModifier)


def wheel(view: FlowMap, at: QPoint, degrees: int) -> None:
    turn = QWheelEvent(
        QPointF(at),
        QPointF(view.viewport().mapToGlobal(at)),
        QPoint(),
        QPoint(0, degrees),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's own signature
    )
    QApplication.sendEvent(view.viewport(), turn)
