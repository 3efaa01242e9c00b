"""The after-action report: what was reached, by which evidence, what was decided, and what will be done about it."""

from collections.abc import Iterator

from reception_sim.exercise_plan import Objective, Rating
from reception_sim.exercise_plan.review import Review
from reception_sim.papers.papers_for_leaders import cells_table, objectives_table, ratings_table
from reception_sim.papers.played import PlayedExercise
from reception_sim.papers.questionnaire import answers_section
from reception_sim.papers.what_was_done import (
    came_at,
    course_picture,
    decisions_table,
    injects_table,
    letter,
    notes_table,
    outcome_cell,
)
from reception_sim.papers.worth import worth_section
from reception_sim.reports import method, results
from reception_sim.reports.answers import standards_in_words
from reception_sim.reports.breach_words import breaches_table
from reception_sim.reports.document import Block, Bullets, Cell, Document, Paragraph, Section, Table, Tone, columns, row
from reception_sim.reports.over_time import over_time
from reception_sim.reports.wording import NOTHING, count
from reception_sim.translation import tr

_TONES = {
    Rating.PERFORMED: Tone.GOOD,
    Rating.SOME_CHALLENGES: Tone.GOOD,
    Rating.MAJOR_CHALLENGES: Tone.BAD,
    Rating.UNABLE: Tone.BAD,
}


def after_action_report(played: PlayedExercise, *more: Section) -> Document:
    """Return the report on an exercise as it was played; *more* stands after what the decisions were worth."""
    review = played.beside.review
    sections = (
        Section(tr("In short"), (Bullets(tuple(_in_short(played))), *_ratings(played))),
        _overview(played),
        Section(tr("Hot wash"), tuple(_hot_wash(review))),
        *(_objective(played, name, one) for name, one in played.exercise.objectives.items()),
        Section(tr("What was decided"), (course_picture(played), decisions_table(played))),
        worth_section(played),
        *more,
        Section(tr("What came"), (injects_table(played),)),
        results.standards(played.content),
        _breaches(played),
        over_time(played.content),
        answers_section(played),
        Section(tr("Improvement plan"), (improvement_plan(played),), starts_page=True),
        _notes(played),
        method.method(played.content),
        method.limitations(played.content),
    )
    shown = tuple(section for section in sections if section.blocks)
    facts = (*played.kit.facts(), *((((tr("Group"), played.group)),) if played.group else ()))
    return Document(played.exercise.title, tr("After-action report and improvement plan"), "en", facts, shown)


def improvement_plan(played: PlayedExercise) -> Table:
    """Return the plan: area, corrective action, capability element, who is responsible, from when to when."""
    return Table(
        tr("What will be done"),
        columns(
            *(tr("Area for improvement"), tr("Corrective action"), tr("Capability element"), tr("Responsible")),
            *(tr("Start"), tr("End")),
            words=6,
        ),
        tuple(
            row(
                one.area,
                one.action or NOTHING,
                tr(one.element.value) if one.element else NOTHING,
                one.responsible or NOTHING,
                one.start.isoformat() if one.start else NOTHING,
                one.end.isoformat() if one.end else NOTHING,
            )
            for one in played.beside.review.improvements
        ),
        note="" if played.beside.review.improvements else tr("Nothing has been agreed yet."),
    )


def rating_cell(played: PlayedExercise, objective: str) -> Cell:
    """Return the rating of an objective, or that nobody has given one."""
    score = played.rating_of(objective)
    if score is None or score.rating is None:
        return Cell(tr("not rated"), Tone.QUIET)
    return Cell(score.rating.value, _TONES.get(score.rating, Tone.PLAIN))


def _in_short(played: PlayedExercise) -> Iterator[str]:
    yield standards_in_words(played.content)
    earned, possible = played.course.points()
    if possible:
        yield tr("Expected actions earned {earned} of {possible} points.", earned=earned, possible=possible)
    taken = [one for one in played.decisions if not one.withdrawn and one.decided.cell]
    yield tr("The players took {n} decisions.", n=count(len(taken)))
    if played.exercise.budget is not None:
        money = tr("{spent} of {budget}", spent=count(played.course.spent), budget=count(played.exercise.budget))
        yield tr("They spent {money} {currency}.", money=money, currency=played.kit.scenario.currency)
    yield tr("The exercise came to {time} of the scenario.", time=played.kit.at(played.content.figures.until))


def _ratings(played: PlayedExercise) -> Iterator[Table]:
    if played.exercise.objectives:
        yield Table(
            tr("Objectives and how they were reached"),
            columns(tr("Objective"), tr("Capability"), tr("Rating"), words=3),
            tuple(
                row(one.title, one.capability or NOTHING, rating_cell(played, name))
                for name, one in played.exercise.objectives.items()
            ),
            note=tr("P: without challenges, S: with some, M: with major challenges, U: unable to be performed."),
        )


def _breaches(played: PlayedExercise) -> Section:
    """Return since when standards and duties were not kept; no blocks if all were."""
    table = breaches_table(played.breaches, played.content.scenario, played.content.figures.until)
    return Section(tr("What was not kept, and when"), (table,) if table.rows else ())


def _overview(played: PlayedExercise) -> Section:
    summary = (Paragraph(played.exercise.summary),) if played.exercise.summary else ()
    tables = (objectives_table(played.kit), cells_table(played.kit), ratings_table())
    return Section(tr("The exercise"), (*summary, *tables))


def _hot_wash(review: Review) -> Iterator[Block]:
    for title, said in ((tr("Strengths"), review.strengths), (tr("Areas for improvement"), review.areas)):
        if said:
            yield Paragraph(tr("{title}:", title=title))
            yield Bullets(said)


def _objective(played: PlayedExercise, name: str, objective: Objective) -> Section:
    """Return how one objective was reached, with the evidence: moments, indicators that were measured, notes."""
    score = played.rating_of(name)
    blocks: list[Block] = [Bullets(objective.criteria)] if objective.criteria else []
    rating = rating_cell(played, name)
    blocks.append(
        Table(
            tr("Rating"),
            columns(tr("Rating"), tr("Strengths"), tr("Areas for improvement"), words=3),
            (
                (
                    rating,
                    Cell(score.strengths if score and score.strengths else NOTHING),
                    Cell(score.improvements if score and score.improvements else NOTHING),
                ),
            ),
        )
    )
    blocks.extend(_evidence(played, name))
    return Section(tr("Objective: {title}", title=objective.title), tuple(blocks))


def _evidence(played: PlayedExercise, name: str) -> Iterator[Block]:
    watched = [status for status in played.course.to_score() if status.inject.objective == name]
    if watched:
        yield Table(
            tr("Evidence: expected actions"),
            columns(tr("Inject"), tr("Came at"), tr("Expected"), tr("Measured by"), tr("Outcome"), words=5),
            tuple(
                row(
                    f"{status.inject.number} {status.inject.title}",
                    came_at(played, status),
                    status.expected.text or NOTHING if status.expected else NOTHING,
                    (status.expected.condition if status.expected else "") or tr("observer"),
                    outcome_cell(status, played.content.figures.until),
                )
                for status in watched
            ),
            note=tr("Only what has come is judged."),
        )
    pinned = tuple(note for note in played.beside.notes if note.objective == name)
    if pinned:
        yield notes_table(played, pinned)


def _notes(played: PlayedExercise) -> Section:
    blocks: list[Block] = [notes_table(played, played.beside.notes)] if played.beside.notes else []
    if played.beside.bookmarks:
        blocks.append(
            Table(
                tr("Bookmarks"),
                columns(tr("Letter"), tr("When"), tr("Title"), words=3),
                tuple(
                    row(letter(n), played.kit.at(one.time), one.title) for n, one in enumerate(played.beside.bookmarks)
                ),
            )
        )
    return Section(tr("Notes and bookmarks"), tuple(blocks))
