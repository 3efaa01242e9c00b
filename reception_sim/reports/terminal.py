"""The results on a terminal: the sentences that answer first, and the tables that matter most."""

from collections.abc import Iterable, Iterator
from typing import Final

from rich.box import SIMPLE_HEAD
from rich.console import Console, RenderableType
from rich.markup import escape
from rich.table import Table as RichTable
from rich.text import Text

from reception_sim.reports import results
from reception_sim.reports.answers import answers
from reception_sim.reports.content import ReportContent
from reception_sim.reports.document import Bullets, Cell, Document, Section, Table, Tone
from reception_sim.reports.wording import NOTHING, count, length_of_days
from reception_sim.scenario.library import LibraryEntry
from reception_sim.translation import tr

_STYLES: Final = {Tone.PLAIN: "", Tone.GOOD: "green", Tone.BAD: "red", Tone.QUIET: "dim"}


def show_results(content: ReportContent, console: Console) -> None:
    """Print what a run or its replications told."""
    console.print(Text(content.scenario.title, style="bold"))
    show_list(answers(content), console)
    for section in (results.standards(content), results.stations(content), results.sites(content)):
        for shown in _tables(section):
            console.print()
            console.print(shown)


def show_list(sentences: Iterable[str], console: Console) -> None:
    """Print sentences as a list."""
    grid = RichTable.grid(padding=(0, 1))
    for said in sentences:
        grid.add_row("•", Text(said))
    console.print(grid)


def show_library(entries: Iterable[LibraryEntry], console: Console) -> None:
    """Print the scenarios that come with the program."""
    table = RichTable(box=SIMPLE_HEAD)
    for title in (tr("Id"), tr("Title"), tr("Place"), tr("Length"), tr("People"), tr("What it teaches")):
        table.add_column(title, overflow="fold", no_wrap=title == tr("Id"))  # to be typed
    for entry in entries:
        if entry.fault:
            table.add_row(escape(entry.id), Text(tr("cannot be opened: {fault}", fault=entry.fault), style="red"))
            continue
        cells = (entry.id, entry.title, entry.place or NOTHING, length_of_days(entry.duration_s))
        table.add_row(*map(Text, (*cells, count(entry.persons), entry.teaches or NOTHING)))
    console.print(table)


def show_document(document: Document, console: Console) -> None:
    """Print a document: its title, its sentences as lists, and its tables."""
    console.print(Text(document.subtitle, style="bold"))
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, Bullets):
                show_list(block.items, console)
            elif isinstance(block, Table):
                console.print()
                console.print(_table(block))


def _tables(section: Section) -> Iterator[RenderableType]:
    for block in section.blocks:
        if isinstance(block, Table):
            yield _table(block)


def _table(block: Table) -> RichTable:
    table = RichTable(
        title=Text(block.title, style="bold"), title_justify="left", caption=Text(block.note), box=SIMPLE_HEAD
    )
    table.caption_justify = "left"
    for column in block.columns:
        table.add_column(Text(column.title), justify="right" if column.number else "left", overflow="fold")
    for row in block.rows:
        table.add_row(*map(_cell, row))
    return table


def _cell(cell: Cell) -> Text:
    return Text(cell.text, style=_STYLES[cell.tone])
