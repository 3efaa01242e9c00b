"""The journal as a table."""

import pytest

from reception_sim.actions import CloseStation, JournalEntry, OpenStation, Origin
from ui.tables.journal_table import JournalModel

HOUR = 3600.0
DONE = JournalEntry(1 * HOUR, CloseStation("registration"), Origin.TRAINER, "", "a power cut")
WAITING = JournalEntry(4 * HOUR, OpenStation("registration"), Origin.PLAYER, "Shift lead", "")


@pytest.fixture
def journal(qapp, scenario):
    model = JournalModel()
    model.show_journal(scenario, (DONE, WAITING), (WAITING,))
    return model


def row(model, number: int) -> list[str]:
    return [str(model.index(number, column).data()) for column in range(model.columnCount())]


def test_that_it_keeps_the_promises_of_a_model(journal, qtmodeltester) -> None:
    qtmodeltester.check(journal)


def test_that_a_row_tells_state_action_whose_and_why(scenario, journal) -> None:
    station = scenario.title_of("registration")

    assert row(journal, 0)[1:] == ["in effect", f"Close {station}", "Trainer", "a power cut"]
    assert row(journal, 1)[1:] == ["waiting", f"Open {station}", "Shift lead", ""]


def test_that_an_action_that_takes_effect_no_longer_waits(scenario, journal) -> None:
    journal.show_journal(scenario, (DONE, WAITING), ())

    assert row(journal, 1)[1] == "in effect"


def test_that_nothing_is_drawn_again_when_nothing_has_changed(scenario, journal, qtbot) -> None:
    with qtbot.assertNotEmitted(journal.modelReset):
        journal.show_journal(scenario, (DONE, WAITING), (WAITING,))
