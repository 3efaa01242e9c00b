"""The journal as a file."""

import json

import pytest

from reception_sim.actions import CallInStaff, CloseStation, JournalEntry, Origin, ScaleArrivals
from reception_sim.exercise.journal_file import JournalError, WrittenJournal, read_journal, write_journal
from reception_sim.run import open_scenario
from reception_sim.scenario import FileNotWritten

HOUR = 3600.0


@pytest.fixture(scope="module")
def scenario():
    return open_scenario("border_post_basics")


@pytest.fixture
def journal(scenario):
    entry = next(iter(scenario.entry_points))
    role = next(iter(scenario.staff))
    return (
        JournalEntry(1.5 * HOUR, CloseStation("registration"), Origin.TRAINER, "", "a power cut"),
        JournalEntry(2 * HOUR, CallInStaff(role, 3, 8 * HOUR), Origin.PLAYER, "Shift lead", ""),
        JournalEntry(3 * HOUR, ScaleArrivals(entry, 1.5)),
    )


def test_that_a_journal_comes_back_as_it_was(tmp_path, scenario, journal) -> None:
    path = tmp_path / "journal.json"

    write_journal(path, journal, scenario, seed=4)

    assert read_journal(path, scenario) == WrittenJournal(seed=4, entries=journal)


def test_that_the_file_says_whose_it_is(tmp_path, scenario, journal) -> None:
    path = tmp_path / "journal.json"

    write_journal(path, journal, scenario, seed=4)

    written = json.loads(path.read_text(encoding="utf-8"))
    assert (written["format"], written["scenario"], written["seed"]) == (1, scenario.title, 4)


def test_that_a_journal_of_another_scenario_is_refused_by_the_name_that_is_not_there(tmp_path, scenario) -> None:
    path = tmp_path / "journal.json"
    write_journal(path, (JournalEntry(0.0, CloseStation("clinic_on_the_hill")),), scenario, seed=1)

    with pytest.raises(JournalError, match="clinic_on_the_hill"):
        read_journal(path, scenario)


@pytest.mark.parametrize("content", [b"", b"\x00\xff\x00", b"[1, 2", b'{"format": 1}'])
def test_that_a_file_that_is_no_journal_is_refused_in_words(tmp_path, scenario, content) -> None:
    path = tmp_path / "journal.json"
    path.write_bytes(content)

    with pytest.raises(JournalError, match=r"journal\.json is not a journal of this scenario"):
        read_journal(path, scenario)


def test_that_a_newer_format_is_refused_with_what_it_needs(tmp_path, scenario) -> None:
    path = tmp_path / "journal.json"
    path.write_text('{"format": 2, "scenario": "x", "seed": 1, "entries": []}')

    with pytest.raises(JournalError, match="newer version"):
        read_journal(path, scenario)


def test_that_a_missing_file_is_refused_in_words(tmp_path, scenario) -> None:
    with pytest.raises(JournalError, match="cannot be read"):
        read_journal(tmp_path / "nowhere.json", scenario)


def test_that_nothing_is_left_half_written(tmp_path, scenario, journal) -> None:
    path = tmp_path / "missing" / "journal.json"

    with pytest.raises(FileNotWritten, match="missing"):
        write_journal(path, journal, scenario, seed=1)

    assert list(tmp_path.iterdir()) == []
