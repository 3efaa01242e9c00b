"""How wide the columns of a table are, from the words in them."""

from typing import Final

from reception_sim.reports.document import Table

_LETTERS: Final = 110  # that a line of a table holds, about
_NARROW: Final = 12
_LONGEST_WORD: Final = 16
_GUTTER: Final = 2


def column_widths(table: Table) -> list[int]:
    """Return the columns' shares of the width: as much as their words need, within bounds."""
    widest = max(_LETTERS // len(table.columns), _NARROW)
    cells = [[row[place].text for row in table.rows] for place in range(len(table.columns))]
    return [_width(column.title, texts, widest) for column, texts in zip(table.columns, cells, strict=True)]


def _width(title: str, cells: list[str], widest: int) -> int:
    longest_cell = min(max(map(len, cells), default=0), widest)
    longest_word = max(len(word) for text in (title, *cells) for word in text.split() or [""])
    return max(longest_cell, min(longest_word, _LONGEST_WORD)) + _GUTTER
