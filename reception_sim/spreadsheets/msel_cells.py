"""What stands in each cell of a master scenario events list that is written."""

import json
from datetime import timedelta
from typing import Final, TypeAlias, assert_never

from reception_sim.exercise_plan import (
    AfterInject,
    AtTime,
    ExpectedAction,
    MselInject,
    OnCondition,
    OnHand,
    When,
)
from reception_sim.scenario.exercise_parts import WrittenAction
from reception_sim.spreadsheets.msel_columns import MselColumn

# our own files say each time once, by the exercise clock
WRITTEN: Final = tuple(column for column in MselColumn if column not in (MselColumn.DAY, MselColumn.LOCAL_TIME))
Written: TypeAlias = str | int | timedelta
_LONGEST_AS_CLOCK: Final = 10_000_000.0


def cells_of(inject: MselInject) -> dict[MselColumn, Written]:
    """Return what stands in each column; a column without anything to say is left out."""
    texts: dict[MselColumn, str] = {
        MselColumn.TITLE: inject.title,
        MselColumn.KIND: inject.kind.value,
        MselColumn.SENDER: inject.sender,
        MselColumn.RECIPIENTS: ", ".join(inject.recipients),
        MselColumn.BY: inject.by,
        MselColumn.TEXT: inject.text,
        MselColumn.OBJECTIVE: inject.objective or "",
        MselColumn.SECTOR: inject.sector.value if inject.sector else "",
        MselColumn.PLACE: inject.place or "",
        MselColumn.ACTIONS: "\n".join(map(_action, inject.actions)),
        MselColumn.GUIDANCE: inject.guidance,
        MselColumn.REMARKS: inject.remarks,
        MselColumn.ATTACHMENTS: "\n".join(inject.attachments),
    }
    said: dict[MselColumn, Written] = {column: text for column, text in texts.items() if text}
    return {MselColumn.NUMBER: inject.number} | said | _when(inject.when) | _expected(inject.expected)


def _when(when: When) -> dict[MselColumn, Written]:
    comes: dict[MselColumn, Written] = {MselColumn.COMES: when.kind}
    match when:
        case AtTime():
            return comes | {MselColumn.TIME: _length(when.at)}
        case AfterInject():
            return comes | {MselColumn.AFTER: when.number, MselColumn.DELAY: _length(when.delay)}
        case OnCondition():
            said = comes | {
                MselColumn.CONDITION: when.condition,
                MselColumn.LASTING: _length(when.lasting),
                MselColumn.SINCE: _length(when.since),
            }
            return said if when.by is None else said | {MselColumn.JUDGED: _length(when.by)}
        case OnHand():
            return comes
        case _ as unreachable:
            assert_never(unreachable)


def _expected(expected: ExpectedAction | None) -> dict[MselColumn, Written]:
    if expected is None:
        return {}
    lengths = {MselColumn.WITHIN: expected.within, MselColumn.EXPIRES: expected.expires}
    said: dict[MselColumn, Written] = {
        column: _length(length) for column, length in lengths.items() if length is not None
    }
    if expected.lasting:
        said[MselColumn.MEASURED_LASTING] = _length(expected.lasting)
    if expected.contingency is not None:
        said[MselColumn.CONTINGENCY] = expected.contingency
    texts = {MselColumn.EXPECTED: expected.text, MselColumn.MEASURED: expected.condition}
    return said | {column: text for column, text in texts.items() if text} | {MselColumn.POINTS: expected.points}


def _length(seconds: float) -> Written:
    """Return a length of time as a spreadsheet's; one that would not come back to the last bit as text."""
    if seconds == int(seconds) and seconds < _LONGEST_AS_CLOCK:
        return timedelta(seconds=seconds)
    return f"{seconds!r} s"


def _action(written: WrittenAction) -> str:
    """Write an action as its name and its arguments: close_station {"at": "registration"}."""
    return "; ".join(f"{name} {json.dumps(arguments, ensure_ascii=False)}" for name, arguments in written.items())
