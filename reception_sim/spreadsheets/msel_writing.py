"""The master scenario events list as an Excel or CSV file, which comes back as it was."""

import csv
import io
from datetime import timedelta
from pathlib import Path
from typing import Final

from reception_sim.exercise_plan import Exercise
from reception_sim.scenario import write_whole
from reception_sim.spreadsheets.guarded_text import to_csv
from reception_sim.spreadsheets.msel_cells import WRITTEN, Written, cells_of
from reception_sim.spreadsheets.msel_columns import title_of
from reception_sim.translation import tr

SUFFIXES: Final = (".xlsx", ".csv")


def is_list_name(path: Path) -> bool:
    """Tell whether a file's name says which kind of list it is."""
    return path.suffix.lower() in SUFFIXES


def write_msel(exercise: Exercise, path: Path) -> None:
    """Write the injects of *exercise* as Excel or CSV, as the name says; FileNotWritten if that cannot be.

    ValueError for a name of another kind.
    """
    match path.suffix.lower():
        case ".xlsx":
            from reception_sim.spreadsheets.msel_workbook import workbook_of  # noqa: PLC0415 - slow to import

            write_whole(path, workbook_of(exercise))
        case ".csv":
            write_whole(path, _as_csv(exercise))
        case _:
            raise ValueError(tr('a list ends in .xlsx or .csv; found "{name}"', name=path.name))


def _as_csv(exercise: Exercise) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow([title_of(column) for column in WRITTEN])
    for inject in exercise.injects:
        cells = cells_of(inject)
        writer.writerow([_plain(cells.get(column, "")) for column in WRITTEN])
    return text.getvalue().encode("utf-8-sig")  # by its mark Excel knows that it is UTF-8


def _plain(cell: Written) -> str | int:
    match cell:
        case timedelta():
            return clock(cell)
        case str():
            return to_csv(cell)
        case _:
            return cell


def clock(length: timedelta) -> str:
    """Write a length of time as h:mm:ss, with as many hours as it has."""
    minutes, seconds = divmod(int(length.total_seconds()), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
