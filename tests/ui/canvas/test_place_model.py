"""The map as a table."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from reception_sim.run import Run, open_scenario
from reception_sim.state import Snapshot
from ui.canvas.place_model import PlaceModel


@pytest.fixture(scope="module")
def run() -> Run:
    run = Run(open_scenario("lampedusa_2023"))
    run.advance(1.5 * 86400)
    return run


@pytest.fixture(scope="module")
def snapshot(run: Run) -> Snapshot:
    return run.snapshot()


@pytest.fixture
def model(run: Run, snapshot: Snapshot) -> PlaceModel:
    model = PlaceModel()
    model.show_scenario(run.scenario)
    model.append(snapshot)
    return model


def cells(model: PlaceModel, heading: str) -> list[str]:
    headings = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]
    return [model.index(row, headings.index(heading)).data() for row in range(model.rowCount())]


def test_that_the_table_keeps_the_rules_of_a_model(model: PlaceModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)


def test_that_every_place_has_a_row(model: PlaceModel, run: Run) -> None:
    assert cells(model, "Place") == [plan.title for _, plan in run.scenario.places()]


def test_that_the_table_tells_what_the_map_draws(model: PlaceModel, snapshot: Snapshot) -> None:
    (site,) = snapshot.sites
    row = cells(model, "Place").index("Contrada Imbriacola hotspot")

    assert cells(model, "People here")[row] == f"{site.occupancy:,}"
    assert cells(model, "Places")[row] == "400"
    assert cells(model, "Without shelter")[row] == f"{site.without_shelter:,}"
    assert cells(model, "Waiting for a ride")[row] == f"{site.awaiting_ride:,}"


def test_that_a_figure_without_a_meaning_is_left_empty_and_zero_is_zero(run: Run, model: PlaceModel) -> None:
    row = cells(model, "Place").index("Clinic")

    assert cells(model, "People here")[row] == ""
    assert cells(model, "Teams held back")[row] == "0"


def test_that_people_who_wait_for_a_bus_at_a_station_are_told(model: PlaceModel, snapshot: Snapshot) -> None:
    waiting = replace(snapshot, rides=tuple(replace(ride, awaiting=7) for ride in snapshot.rides))
    model.append(waiting)
    row = cells(model, "Place").index("Health screening at the pier")

    assert cells(model, "Waiting for a ride")[row] == "7"


def test_that_a_closed_place_says_so(model: PlaceModel, snapshot: Snapshot) -> None:
    model.append(replace(snapshot, sites=tuple(replace(site, open=False) for site in snapshot.sites)))
    row = cells(model, "Place").index("Contrada Imbriacola hotspot")

    assert cells(model, "State")[row] == "closed"


def test_that_nothing_is_said_when_nothing_has_changed(model: PlaceModel, snapshot: Snapshot, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(model.dataChanged):
        model.append(snapshot)


def test_that_figures_are_sorted_by_their_size_and_blanks_stand_last(model: PlaceModel) -> None:
    headings = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]
    model.sort(headings.index("Waiting"), Qt.SortOrder.DescendingOrder)
    told = cells(model, "Waiting")
    numbers = [int(cell.replace(",", "")) for cell in told if cell]

    assert numbers == sorted(numbers, reverse=True)
    assert all(not cell for cell in told[len(numbers) :])


def test_that_a_selected_row_keeps_its_place_when_sorted(model: PlaceModel) -> None:
    clinic = QPersistentModelIndex(model.index(cells(model, "Place").index("Clinic"), 0))
    model.sort(0, Qt.SortOrder.DescendingOrder)

    assert clinic.data() == "Clinic"
    assert model.place_at(clinic.row()) == "clinic"


def test_that_the_meaning_of_each_column_is_on_hover(model: PlaceModel) -> None:
    across, role = Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole

    assert all(model.headerData(column, across, role) for column in range(model.columnCount()))
