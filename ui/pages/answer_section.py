"""An answer as a section of the report: the sentence, what else there is to say, the charts, and what to trust."""

import re
from collections.abc import Sequence
from typing import Final

from reception_sim.reports.document import Block, Bullets, Cell, Paragraph, Picture, Section, Table, Tone, columns, row
from reception_sim.translation import tr
from ui.pages.answer_shown import AnswerShown, NamedFigure
from ui.plots.answer_chart import printed_drawing_of
from ui.plots.figures import is_empty, rows

_PROLOG: Final = re.compile(r"^.*?(?=<svg)", re.DOTALL)  # what a file says before its drawing
_ROWS_DESCRIBED: Final = 12


def section_of(question: str, answer: AnswerShown, family: str) -> Section:
    """Return the section that tells what was asked and answered."""
    blocks: list[Block] = [Paragraph(answer.sentence)]
    if answer.more:
        blocks.append(Bullets(answer.more))
    blocks += [_picture(named, family) for named in answer.figures if not is_empty(named.figure)]
    if answer.trust:
        blocks.append(_trust(answer))
    return Section(question, tuple(blocks))


def with_answer(sections: Sequence[Section], new: Section) -> tuple[Section, ...]:
    """Return the sections with a new one, which takes the place of an older answer to the same question."""
    return (*(one for one in sections if one.title != new.title), new)


def _picture(named: NamedFigure, family: str) -> Picture:
    drawing = printed_drawing_of(named.figure, family).svg().decode()
    described = "; ".join(" ".join(cells) for cells in rows(named.figure)[:_ROWS_DESCRIBED])
    return Picture(named.figure.title, _PROLOG.sub("", drawing), described)


def _trust(answer: AnswerShown) -> Table:
    told = tuple(
        row(line.text, Cell(tr("take care"), Tone.BAD) if line.concern else Cell(tr("speaks for it"), Tone.GOOD))
        for line in sorted(answer.trust, key=lambda line: not line.concern)
    )
    return Table(tr("Can it be trusted?"), columns(tr("What was looked at"), tr("Says"), words=2), told)
