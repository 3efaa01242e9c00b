"""The findings: the parts that a scenario has, each with its table."""

from pathlib import Path

from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QLabel

from reception_sim.reports.part_words import part_words
from reception_sim.run import open_scenario, run_whole
from reception_sim.statistics import Part, measure
from ui.pages.findings_panel import FindingsPanel
from ui.plots.sector_wheel import SectorWheel
from ui.theme import LIGHT

COMPLETE = Path(__file__).parents[2] / "scenario" / "complete_example.toml"


def shown(qtbot, seed=1):
    scenario = open_scenario(COMPLETE)
    panel = FindingsPanel(LIGHT)
    qtbot.addWidget(panel)
    panel.show()
    panel.show_scenario(scenario)
    panel.show_figures(measure(run_whole(scenario, seed=seed), scenario))
    return panel


def choose(panel, part):
    rows = [panel.choice.item(row).text() for row in range(panel.choice.count())]
    panel.choice.setCurrentRow(rows.index(part_words(part).title))


def test_that_every_part_that_the_scenario_has_is_offered(qtbot) -> None:
    assert shown(qtbot).choice.count() >= 15


def test_that_the_chosen_part_shows_its_table_and_its_note(qtbot) -> None:
    panel = shown(qtbot)
    choose(panel, Part.BORDERS)
    model = panel.table.model()

    assert model.headerData(0, Qt.Orientation.Horizontal) == "Entry point or lane"
    assert model.index(0, 0).data() == "Road crossing"
    assert part_words(Part.BORDERS).note in [one.text() for one in panel.findChildren(QLabel)]


def test_that_the_chosen_part_stays_chosen_while_the_run_goes_on(qtbot) -> None:
    panel = shown(qtbot)
    choose(panel, Part.PRESSURE)
    scenario = open_scenario(COMPLETE)
    panel.show_figures(measure(run_whole(scenario, seed=2), scenario))

    assert panel.choice.currentItem().text() == part_words(Part.PRESSURE).title


def test_that_a_new_run_starts_without_findings(qtbot) -> None:
    panel = shown(qtbot)
    panel.show_scenario(open_scenario(COMPLETE))

    assert panel.choice.count() == 0
    assert panel.table.model().rowCount() == 0


def test_that_the_sector_wheel_stands_beside_the_sectors_alone(qtbot) -> None:
    panel = shown(qtbot)
    wheel = panel.findChild(SectorWheel)
    assert not wheel.isVisible()

    choose(panel, Part.SECTORS)

    assert wheel.isVisible()
    assert "Health support: 0 before, 1 in the emergency" in wheel.accessibleDescription()


def test_that_each_field_of_the_wheel_is_named_by_its_tooltip(qtbot) -> None:
    panel = shown(qtbot)
    choose(panel, Part.SECTORS)
    wheel = panel.findChild(SectorWheel)
    across = wheel.rect().center()

    assert wheel.text_at(QPointF(across.x() + 8, across.y() - 80)).startswith("Camp management")
    assert wheel.text_at(QPointF(across)) == ""
