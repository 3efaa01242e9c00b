"""The lessons-learned questionnaire: as a paper to fill in, and its anonymous answers beside the course of the run."""

from collections.abc import Iterator
from typing import Final

from reception_sim.exercise_plan.review import MOST, Answer, Category, standard_questionnaire
from reception_sim.papers.kit_content import KitContent
from reception_sim.papers.played import PlayedExercise
from reception_sim.papers.what_was_done import course_picture
from reception_sim.reports.document import Block, Bullets, Document, Paragraph, Section, Table, columns, row
from reception_sim.reports.wording import NOTHING, count
from reception_sim.translation import tr

_ROOM: Final = "\n".join(["\N{NO-BREAK SPACE}" * 40] * 3)  # for a hand to write in


def questionnaire_paper(kit: KitContent, questionnaire: tuple[Category, ...] = ()) -> Document:
    """Return the questionnaire to hand out; without questions of one's own, the standard one."""
    categories = questionnaire or standard_questionnaire()
    said = Paragraph(tr("Your answers are anonymous: write no name. 1: not at all, {most}: fully.", most=MOST))
    sections = (Section(tr("Lessons learned"), (said,)), *map(_to_fill_in, categories))
    return Document(kit.exercise.title, tr("Lessons-learned questionnaire"), kit.language, kit.facts(), sections)


def answers_section(played: PlayedExercise) -> Section:
    """Return what the participants said, category by category, after the course of the run that they speak of."""
    review = played.beside.review
    if not review.answers:
        return Section(tr("Lessons learned"), ())
    blocks: list[Block] = [
        Paragraph(tr("{n} questionnaires were handed in, all anonymous.", n=review.sheets)),
        course_picture(played),
    ]
    for category in review.questionnaire or standard_questionnaire():
        blocks += _said(category, review.answers)
    return Section(tr("Lessons learned"), tuple(blocks), starts_page=True)


def _to_fill_in(category: Category) -> Section:
    numbers = [str(number) for number in range(1, MOST + 1)]
    agree = Table(
        tr("How far do you agree?"),
        columns(tr("Sentence"), *numbers, words=1 + MOST),
        tuple(row(sentence, *("\N{BALLOT BOX}" for _ in numbers)) for sentence in category.agree),
    )
    asked = Table(
        tr("In your words"),
        columns(tr("Question"), tr("Answer"), words=2),
        tuple(row(question, _ROOM) for question in category.open),
    )
    return Section(category.title, tuple(table for table in (agree, asked) if table.rows))


def _said(category: Category, answers: tuple[Answer, ...]) -> Iterator[Block]:
    rows = [(sentence, [one.agrees for one in answers if one.question == sentence and one.agrees is not None])
            for sentence in category.agree]  # fmt: skip
    if any(given for _, given in rows):
        yield Table(
            category.title,
            columns(tr("Sentence"), tr("Answers"), tr("Mean of 1 to 5"), tr("1 or 2"), tr("4 or 5")),
            tuple(
                row(
                    sentence,
                    count(len(given)),
                    f"{sum(given) / len(given):.1f}" if given else NOTHING,
                    count(sum(number <= 2 for number in given)),
                    count(sum(number >= 4 for number in given)),
                )
                for sentence, given in rows
            ),
        )
    for question in category.open:
        texts = tuple(one.text for one in answers if one.question == question and one.text.strip())
        if texts:
            yield Paragraph(question)
            yield Bullets(texts)
