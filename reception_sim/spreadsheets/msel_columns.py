"""The columns of a master scenario events list, what they are called in the field, and which of a sheet's they are."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Final, TypeAlias

from reception_sim.spreadsheets.grid import CellValue, Grid, GridRow
from reception_sim.translation import tr

_HEADING_WITHIN: Final = 20


class MselColumn(StrEnum):
    """A column of the list; its value is its heading in the files that we write."""

    NUMBER = "Number"
    TITLE = "Title"
    KIND = "Kind"
    COMES = "Comes"
    TIME = "Exercise time (h:mm:ss)"
    DAY = "Date"
    LOCAL_TIME = "Local time"
    AFTER = "After inject"
    DELAY = "Delay (h:mm:ss)"
    CONDITION = "Condition"
    LASTING = "Condition holds for (h:mm:ss)"
    SINCE = "Not before (h:mm:ss)"
    JUDGED = "Judged once at (h:mm:ss)"
    SENDER = "From"
    RECIPIENTS = "To"
    BY = "By"
    TEXT = "Text"
    EXPECTED = "Expected action"
    MEASURED = "Measured by"
    MEASURED_LASTING = "Measured for (h:mm:ss)"
    WITHIN = "Within (h:mm:ss)"
    EXPIRES = "Expires after (h:mm:ss)"
    POINTS = "Points"
    CONTINGENCY = "Contingency inject"
    OBJECTIVE = "Objective"
    SECTOR = "Sector"
    PLACE = "Place"
    ACTIONS = "Actions on the model"
    GUIDANCE = "Evaluator guidance"
    REMARKS = "Remarks"
    ATTACHMENTS = "Attachments"


ColumnMapping: TypeAlias = Mapping[MselColumn, int]

# Headings of lists in use, plain: without accents, signs and what stands in brackets.
_ALIASES: Final[dict[MselColumn, str]] = {
    MselColumn.NUMBER: "no|nr|n|inject|inject no|inject number|event number|event no|serial|msel number|numero|nummer|"
    "numero d inject|numero de inyecto|id",
    MselColumn.TITLE: "event|event title|subject|synopsis|event synopsis|headline|titre|objet|titulo|titel|asunto",
    MselColumn.KIND: "type|inject type|event type|type d inject|tipo|art",
    MselColumn.COMES: "trigger|declencheur",
    MselColumn.TIME: "exercise clock|elapsed time|time since start|time from start|"
    "zeit nach beginn|temps ecoule|heure de l exercice|tiempo de ejercicio|ubungszeit",
    MselColumn.DAY: "day|jour|fecha|dia|datum|tag",
    MselColumn.LOCAL_TIME: "time|scenario time|designated time|date time|date and time|heure|hora|zeit|uhrzeit|"
    "planned time|date et heure|fecha y hora",
    MselColumn.AFTER: "after|apres",
    MselColumn.CONDITION: "when|if|condicion|bedingung",
    MselColumn.SENDER: "sender|controller|source|de|expediteur|emetteur|remitente|von|absender",
    MselColumn.RECIPIENTS: "recipient|recipients|player|players|recipient player|a|destinataire|destinatario|an|"
    "empfanger|responder",
    MselColumn.BY: "mode|means|method|delivery|delivery method|mode of delivery|moyen|medio|via|mittel",
    MselColumn.TEXT: "inject text|message|description|details|texte|mensaje|descripcion|nachricht|beschreibung",
    MselColumn.EXPECTED: "expected response|expected outcome|expected player response|expected player action|"
    "expected action response|action attendue|reponse attendue|accion esperada|erwartete handlung|erwartete reaktion",
    MselColumn.OBJECTIVE: "objectif|objetivo|ziel|related objective|objective capability|capability|core capability",
    MselColumn.SECTOR: "secteur|sektor",
    MselColumn.PLACE: "location|site|lieu|lugar|ort|venue",
    MselColumn.GUIDANCE: "evaluator|evaluation|eeg|eeg reference|evaluator notes|notes for evaluators",
    MselColumn.REMARKS: "remark|notes|comments|comment|remarques|observations|observaciones|bemerkungen",
    MselColumn.ATTACHMENTS: "attachment|files|annexes|adjuntos|anlagen",
}


def title_of(column: MselColumn) -> str:
    """Return a column's heading."""
    return tr(column.value)


def plain(text: CellValue) -> str:
    """Return a heading without accents, signs and what stands in brackets, to compare it."""
    letters = unicodedata.normalize("NFKD", str(text or "")).casefold()
    letters = re.sub(r"\(.*?\)", " ", "".join(letter for letter in letters if not unicodedata.combining(letter)))
    return " ".join(re.findall(r"[a-z0-9]+", letters))


def suggested_mapping(grid: Grid) -> tuple[int, dict[MselColumn, int]]:
    """Return the line of the headings and the place of each column that is known by name; 0 and none without any."""
    best: tuple[int, dict[MselColumn, int]] = (0, {})
    for row in grid.rows[:_HEADING_WITHIN]:
        found = columns_headed(row)
        if len(found) > len(best[1]):
            best = (row.line, found)
    return best


def columns_headed(row: GridRow) -> dict[MselColumn, int]:
    """Return the place of each column that a row of headings names."""
    found: dict[MselColumn, int] = {}
    for place, cell in enumerate(row.cells):
        column = _KNOWN.get(plain(cell)) if isinstance(cell, str) else None
        if column is not None:
            found.setdefault(column, place)
    return found


def best_grid(grids: Iterable[Grid]) -> Grid:
    """Return the sheet that looks most like a list of injects."""
    return max(grids, key=lambda grid: len(suggested_mapping(grid)[1]))


_KNOWN: Final[dict[str, MselColumn]] = {
    name: column for column, names in _ALIASES.items() for name in names.split("|")
} | {plain(column.value): column for column in MselColumn}
