"""The tables of the parts of a reception system: one a part, whatever the part is."""

from collections.abc import Iterator
from itertools import groupby

from reception_sim.experiments.summary import PartEstimate
from reception_sim.reports.content import ReportContent
from reception_sim.reports.document import Section, Table, columns, row
from reception_sim.reports.part_words import part_words, subject_in_words
from reception_sim.reports.wording import bare, format_estimate
from reception_sim.statistics import COLUMNS, Part
from reception_sim.translation import tr


def parts(content: ReportContent) -> Section:
    """Return what each part of the scenario did; parts that it does not have are left out."""
    return Section(tr("The parts of the reception system"), tuple(part_tables(content)))


def part_tables(content: ReportContent) -> Iterator[Table]:
    """Yield the table of each part that the scenario has."""
    for part, figures in groupby(content.estimates.parts, key=lambda figure: figure.part):
        yield _table(content, part, tuple(figures))


def _table(content: ReportContent, part: Part, figures: tuple[PartEstimate, ...]) -> Table:
    words = part_words(part)
    cells = {(figure.subject, figure.measure): figure for figure in figures}
    subjects = dict.fromkeys(figure.subject for figure in figures)
    return Table(
        words.title,
        columns(words.rows, *words.headings),
        tuple(
            row(
                subject_in_words(subject, content.scenario),
                *(_cell(content, cells.get((subject, measure)), unit) for measure, unit in COLUMNS[part].items()),
            )
            for subject in subjects
        ),
        note=words.note,
    )


def _cell(content: ReportContent, figure: PartEstimate | None, unit: str) -> str:
    if figure is None:
        return ""
    return format_estimate(figure.value, unit) if content.replicated else bare(figure.value.mean, unit)
