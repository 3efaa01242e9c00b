"""Texts in spreadsheets that cannot become formulas, and that come back letter by letter."""

import re
from typing import Final

_LIKE_FORMULA: Final = re.compile(r"'*[=+\-@\t\r]")
_GUARDED: Final = re.compile(r"'+[=+\-@\t\r]")
_ESCAPED: Final = re.compile(r"_x([0-9A-F]{4})_")
# what XML cannot hold, a carriage return, which it turns into a line feed, and what looks like an escape already
_TO_ESCAPE: Final = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-F]{4}_)")


def to_csv(text: str) -> str:
    """Return *text* with an apostrophe before what a spreadsheet would take for a formula, and with escapes."""
    return _escaped(f"'{text}" if _LIKE_FORMULA.match(text) else text)


def to_workbook(text: str) -> str:
    """Return *text* with escapes for what a workbook cannot hold, in the way of the format.

    It needs no guard, since a workbook says what is text; but what looks guarded gets one, because a workbook that
    was made from CSV has guards too.
    """
    return _escaped(f"'{text}" if _GUARDED.match(text) else text)


def from_cell(text: str) -> str:
    """Return the text of a cell without escapes and guard."""
    said = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    return said[1:] if _GUARDED.match(said) else said


def _escaped(text: str) -> str:
    return _TO_ESCAPE.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
