"""The list of injects as a spreadsheet: lossless both ways, and every row that cannot be taken is told."""

import csv
import shutil
import subprocess
from dataclasses import replace
from datetime import datetime, timedelta

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reception_sim.exercise_plan import (
    AfterInject,
    AtTime,
    Cell,
    ExpectedAction,
    InjectKind,
    MselInject,
    Objective,
    OnCondition,
    OnHand,
)
from reception_sim.scenario import FileNotWritten
from reception_sim.scenario.sector_names import Sector
from reception_sim.spreadsheets import GridError, MselColumn, best_grid, read_grids, take_msel, write_msel
from tests.exercise_plan.exercises import FULL_DESK, busy_desk, exercise, inject
from tests.spreadsheets.sheets import csv_file, workbook

SCENARIO = busy_desk()
START = datetime.fromisoformat("2026-03-02T08:00")
TEXT = st.text(max_size=20) | st.sampled_from(["=1+1", "'=x", "+3", "-", "@a", "a\nb", " a ", "007", "1/2", "_x000D_"])
SECONDS = st.integers(0, 40_000).map(float) | st.floats(0, 40_000)
WHEN = st.one_of(
    st.builds(AtTime, at=SECONDS),
    st.builds(AfterInject, number=st.just(900), delay=SECONDS),
    st.builds(OnCondition, condition=st.just(FULL_DESK), lasting=SECONDS, since=SECONDS, by=st.none() | SECONDS).filter(
        lambda when: when.by is None or when.by >= when.since
    ),
    st.just(OnHand()),
)
EXPECTED = st.builds(
    ExpectedAction,
    text=TEXT,
    condition=st.sampled_from(["", FULL_DESK]),
    lasting=SECONDS,
    within=st.none() | SECONDS,
    points=st.integers(0, 9),
    contingency=st.none() | st.just(900),
)
ACTIONS = st.sampled_from([(), ({"close_station": {"at": "desk"}}, {"open_station": {"at": "desk"}})])
INJECT = st.builds(
    MselInject,
    number=st.integers(0, 800),
    title=TEXT.filter(bool),
    kind=st.sampled_from(InjectKind),
    when=WHEN,
    sender=TEXT,
    recipients=st.sampled_from([(), ("border",), ("border", "health")]),
    by=TEXT,
    text=TEXT,
    expected=st.none() | EXPECTED,
    objective=st.sampled_from([None, "speed"]),
    sector=st.none() | st.sampled_from(Sector),
    place=st.sampled_from([None, "desk"]),
    actions=ACTIONS,
    guidance=TEXT,
    remarks=TEXT,
    attachments=st.sampled_from([(), ("map.pdf", "order 2.docx")]),
)
SPOKEN = exercise(
    injects=(
        inject(900, AtTime(at=95_400.0 / 3), text="=SUM(A1)", sender="+32 2 555", by="Radio, canal 3; «urgence»"),
        inject(1, AfterInject(number=900, delay=1200.0), text="Zeile eins\nZeile zwei", title="Ü, é und ł"),
        inject(2, OnCondition(condition=FULL_DESK, lasting=600.0), kind=InjectKind.EXPECTED_ACTION, objective="speed"),
        inject(3, OnHand(), recipients=("border", "health"), actions=({"close_station": {"at": "desk"}},)),
    )
)


def taken_from(path, into=None):
    return take_msel(into or replace(exercise(), injects=()), SCENARIO, best_grid(read_grids(path)))


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
@given(injects=st.lists(INJECT, max_size=4, unique_by=lambda one: one.number))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_that_a_list_comes_back_as_it_went_out(suffix, injects, tmp_path):
    led = exercise(injects=(inject(900, OnHand()), *injects))
    write_msel(led, tmp_path / f"list{suffix}")
    taken = taken_from(tmp_path / f"list{suffix}")

    assert taken.refused == ()
    assert taken.exercise == led


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize(("first", "then"), [(".xlsx", ".xlsx"), (".xlsx", ".csv"), (".csv", ".xlsx")])
def test_that_a_list_comes_back_through_libreoffice(first, then, tmp_path):
    write_msel(SPOKEN, tmp_path / f"list{first}")
    (tmp_path / "saved").mkdir()
    kinds = {".xlsx": "xlsx", ".csv": "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"}
    opened = ["--infilter=CSV:44,34,76,1,,0,true,false"] if first == ".csv" else []
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", *opened, "--convert-to", kinds[then], "--outdir", tmp_path / "saved"]
    subprocess.run([*command, tmp_path / f"list{first}"], check=True, capture_output=True, timeout=120)

    taken = taken_from(tmp_path / "saved" / f"list{then}")
    assert taken.refused == ()
    assert taken.exercise == SPOKEN


def test_that_no_cell_of_a_list_can_become_a_formula(tmp_path):
    write_msel(SPOKEN, tmp_path / "list.xlsx")
    write_msel(SPOKEN, tmp_path / "list.csv")

    sheet = openpyxl.load_workbook(tmp_path / "list.xlsx").active
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    with (tmp_path / "list.csv").open(encoding="utf-8-sig", newline="") as file:
        assert not [cell for row in csv.reader(file) for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_that_times_in_a_workbook_can_be_reckoned_with(tmp_path):
    write_msel(SPOKEN, tmp_path / "list.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "list.xlsx").active

    assert [sheet.cell(1, 5).value, sheet.cell(2, 5).value] == [MselColumn.TIME.value, timedelta(hours=8, minutes=50)]


@pytest.mark.parametrize(
    ("encoding", "separator"), [("utf-8", ","), ("utf-8-sig", ";"), ("cp1252", ";"), ("utf-16", "\t"), ("utf-8", "|")]
)
def test_that_encoding_and_separator_are_found(encoding, separator, tmp_path):
    rows = (["Numéro", "Titre", "Heure", "Texte"], ["1", "L'arrivée", "09:30", "à, é; €"])
    taken = taken_from(csv_file(tmp_path, *rows, encoding=encoding, separator=separator))

    assert taken.refused == ()
    assert [(one.title, one.text) for one in taken.exercise.injects] == [("L'arrivée", "à, é; €")]


@pytest.mark.parametrize(
    "said",
    ["2026-03-02 09:30", "02.03.2026 09:30", "2 mars 2026 09h30", "2. März 2026, 09:30",
     "lunes 2 de marzo de 2026 09:30",
     "Mon 2 March 2026 09:30", "D+0 09:30", "D1 09:30", "3/2/2026 9:30", "2026-03-02 9:30:00 AM"],
)  # fmt: skip
def test_that_dates_of_other_languages_are_understood(said, tmp_path):
    scenario = replace(SCENARIO, start=START, time_zone="Europe/Rome")
    path = csv_file(tmp_path, ["Number", "Title", "Local time"], ["1", "A", said])
    taken = take_msel(exercise(), scenario, best_grid(read_grids(path)))

    assert [str(row) for row in taken.refused] == []
    assert taken.exercise.inject(1).when == AtTime(at=1.5 * 3600)


def test_that_headings_below_a_title_and_merged_cells_are_read(tmp_path):
    rows = (
        ["Exercise Nordwind"],
        ["No.", "Subject", "Recipient", "Message"],
        [1, "A", "Health", "x"],
        [2, "B", None, "y"],
    )
    path = workbook(tmp_path, *rows, change=lambda sheet: sheet.merge_cells("C3:C4"))
    taken = taken_from(path)

    assert [one.recipients for one in taken.exercise.injects] == [("health",), ("health",)]


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        (
            ["1", "A", "25 o'clock", ""],
            "Exercise time (h:mm:ss): a length of time, such as 1:30:00 or 90 min (found: 25 o'clock)",
        ),
        (["", "Phase 2", "", ""], "Number: a number: without one a row is no inject"),
        (["one", "A", "", ""], "Number: a whole number (found: one)"),
        (["1", "A", "99:00:00", ""], "Comes: it would come after the end of the scenario"),
        (["1", "A", "", "Dessk"], 'Place: a place of the scenario, such as "desk" (found: Dessk)'),
    ],
)
def test_that_a_row_that_cannot_be_taken_is_told_with_what_would_be_right(cells, told, tmp_path):
    path = csv_file(tmp_path, ["Number", "Title", "Exercise time", "Place"], cells, ["7", "Good", "1:00", "desk"])
    taken = taken_from(path)

    assert [str(row) for row in taken.refused] == [f"line 2, {told}."]
    assert taken.numbers == (7,)


def test_that_two_injects_with_one_number_are_told_with_both_lines(tmp_path):
    taken = taken_from(csv_file(tmp_path, ["Number", "Title"], ["4", "First"], ["5", "Between"], ["4", "Second"]))

    assert [str(row) for row in taken.refused] == [
        "line 4, Number: each number once: line 2 has it already (found: 4)."
    ]
    assert [one.title for one in taken.exercise.injects] == ["First", "Between"]


def test_that_a_formula_is_never_evaluated(tmp_path):
    taken = taken_from(workbook(tmp_path, ["Number", "Title"], [1, '=WEBSERVICE("http://example.org")'], [2, "B"]))

    assert taken.refused[0].found == '=WEBSERVICE("http://example.org")'
    assert taken.numbers == (2,)


def test_that_cells_and_objectives_that_are_new_are_added_and_told(tmp_path):
    row = ["1", "A", "Préfecture; health", "See people in time"]
    taken = taken_from(csv_file(tmp_path, ["Number", "Title", "To", "Objective"], row))

    assert taken.added == ("Préfecture",)
    assert taken.exercise.cells["prefecture"] == Cell(title="Préfecture")
    assert taken.exercise.inject(1).objective == "speed"
    assert taken.exercise.objectives == {
        "speed": Objective(title="See people in time", criteria=("nobody waits two hours",))
    }


def test_that_columns_can_be_chosen_by_hand(tmp_path):
    grid = best_grid(read_grids(csv_file(tmp_path, ["X1", "X2", "X3"], ["3", "told", "named"])))
    mapping = {MselColumn.NUMBER: 0, MselColumn.TEXT: 1, MselColumn.TITLE: 2}
    taken = take_msel(exercise(injects=()), SCENARIO, grid, mapping, heading=1)

    assert [(one.number, one.text, one.title) for one in taken.exercise.injects] == [(3, "told", "named")]


def test_that_a_known_number_takes_the_place_of_its_inject(tmp_path):
    before = exercise(injects=(inject(1, OnHand()), inject(2, OnHand())))
    taken = taken_from(csv_file(tmp_path, ["Number", "Title"], ["1", "New"]), before)

    assert [one.title for one in taken.exercise.injects] == ["New", "Inject 2"]


def test_that_a_sheet_without_headings_says_which_are_missing(tmp_path):
    taken = taken_from(csv_file(tmp_path, ["a", "b"], ["1", "2"]))

    assert "a row of headings, such as Number, Title" in str(taken.refused[0])


@pytest.mark.parametrize("content", [b"PK\x03\x04 broken", b"\x00\x01binary", b"\xd0\xcf\x11\xe0\x00old excel"])
def test_that_a_file_that_is_no_table_is_told(content, tmp_path):
    (tmp_path / "list.xlsx").write_bytes(content)

    with pytest.raises(GridError, match="Excel workbook"):
        read_grids(tmp_path / "list.xlsx")


def test_that_a_list_for_a_folder_that_is_missing_is_told(tmp_path):
    with pytest.raises(FileNotWritten):
        write_msel(SPOKEN, tmp_path / "nowhere" / "list.xlsx")
