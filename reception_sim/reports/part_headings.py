"""What a part's table is called, and its rows and columns."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PartWords:
    """The title of a part's table, what its rows are, its columns' headings in order, and a note for below."""

    title: str
    rows: str
    headings: tuple[str, ...]
    note: str = ""
