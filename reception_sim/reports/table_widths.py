"""How wide the columns of a table are, from the words in them."""

from collections.abc import Sequence
from typing import Final

from reception_sim.reports.document import Cell, Table, Tone

_LETTERS: Final = 110  # that a line of a table holds, about
_LONGEST_WORD: Final = 16
_GUTTER: Final = 6  # what the borders and margins of a cell take, in letters


def column_widths(table: Table) -> list[int]:
    """Return the columns' shares of the width: what their words need, or an equal share of what the others leave."""
    cells = [[_shown(row[place]) for row in table.rows] for place in range(len(table.columns))]
    least = [_longest_word(column.title, texts) for column, texts in zip(table.columns, cells, strict=True)]
    wanted = [max(word, *(len(text) for text in (*texts, ""))) for word, texts in zip(least, cells, strict=True)]
    share = _fair_share(wanted, _LETTERS)
    return [max(word, min(letters, share)) + _GUTTER for word, letters in zip(least, wanted, strict=True)]


def _shown(cell: Cell) -> str:
    """Return a cell's text with room for the mark that stands before it."""
    return f"\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}{cell.text}" if cell.tone in (Tone.GOOD, Tone.BAD) else cell.text


def _longest_word(title: str, texts: Sequence[str]) -> int:
    words = (len(word) for text in (title, *texts) for word in text.split(" ") or [""])
    return min(max(words), _LONGEST_WORD)


def _fair_share(wanted: Sequence[int], room: int) -> int:
    """Return the most that each may have, so that who wants less gets it, and the others share what is left."""
    left = len(wanted)
    for letters in sorted(wanted):
        if letters * left > room:
            return room // left
        room, left = room - letters, left - 1
    return max(wanted)
