"""Several groups that played the same exercise, side by side, decision by decision."""

from collections.abc import Callable, Sequence
from typing import Final

from reception_sim.exercise_plan.course import DecisionStatus
from reception_sim.papers.after_action_report import rating_cell
from reception_sim.papers.curves import waiting
from reception_sim.papers.played import PlayedExercise
from reception_sim.papers.what_was_done import outcome_cell
from reception_sim.recording import Times
from reception_sim.reports.charts import Course, TimeChart, draw
from reception_sim.reports.document import Cell, Document, Paragraph, Picture, Section, Table, Tone, columns, row
from reception_sim.reports.wording import NOTHING, about_people, count, format_value, label_of, verdict_in_words
from reception_sim.statistics.figures import Series
from reception_sim.translation import tr

_MOST_LINES: Final = 4


def groups_compared(groups: Sequence[PlayedExercise]) -> Document:
    """Return the comparison of *groups*, two at least, each with a name of its own.

    ValueError if they did not play the same exercise: then nothing in it could be compared.
    """
    first = groups[0]
    if any(not _same_exercise(first, other) for other in groups[1:]):
        raise ValueError(tr("these groups have not played the same exercise"))
    sections = (
        Section(tr("At a glance"), (_at_a_glance(groups), *_courses(groups))),
        Section(tr("Decision by decision"), (_decisions(groups),)),
        Section(tr("Expected actions"), (_expected(groups),)),
        Section(tr("Objectives"), (_ratings(groups),)),
        Section(tr("Indicators"), (_indicators(groups),)),
        Section(
            tr("How to read it"),
            (
                Paragraph(
                    tr(
                        "All groups met the same people with the same chances. What differs between them follows from "
                        "what they decided, and from what the trainers did differently."
                    )
                ),
            ),
        ),
    )
    return Document(first.exercise.title, tr("Groups side by side"), "en", first.kit.facts(), sections)


def _same_exercise(one: PlayedExercise, other: PlayedExercise) -> bool:
    return (one.exercise, one.kit.scenario) == (other.exercise, other.kit.scenario)


def _headings(first: str, groups: Sequence[PlayedExercise]) -> tuple[str, ...]:
    return (first, *(group.group for group in groups))


def _at_a_glance(groups: Sequence[PlayedExercise]) -> Table:
    points = [group.course.points() for group in groups]
    standards = [
        [one.met for one in group.content.estimates.indicators if one.standard is not None and one.met is not None]
        for group in groups
    ]
    return Table(
        tr("The groups at a glance"),
        columns(*_headings(tr("Figure"), groups)),
        (
            _line(tr("Decisions"), [count(sum(not one.withdrawn for one in group.decisions)) for group in groups]),
            _line(tr("Points earned"), [count(earned) for earned, _ in points]),
            _line(tr("Points to earn"), [count(possible) for _, possible in points]),
            _line(tr("Spent"), [count(group.course.spent) for group in groups]),
            _line(tr("Standards met"), [count(sum(met)) for met in standards]),
            _line(tr("Standards missed"), [count(len(met) - sum(met)) for met in standards]),
            _line(tr("Most people at once"), [count(group.content.figures.series.in_system.max()) for group in groups]),
            _line(tr("Played up to"), [group.kit.at(group.content.figures.until) for group in groups]),
        ),
    )


def _line(name: str, said: Sequence[str]) -> tuple[Cell, ...]:
    return row(name, *said)


def _courses(groups: Sequence[PlayedExercise]) -> tuple[Picture, ...]:
    return (
        _course(groups, tr("People in the reception system, group by group"), lambda series: series.in_system),
        _course(groups, tr("People who wait in all queues, group by group"), waiting),
    )


def _course(groups: Sequence[PlayedExercise], title: str, of: Callable[[Series], Times]) -> Picture:
    """Return a course of each group, as long as all of them played."""
    shown = [(group.group, group.content.figures.series) for group in groups[:_MOST_LINES]]
    length = min(len(series.time) for _, series in shown)
    courses = tuple(Course(name, of(series)[:length]) for name, series in shown)
    chart = TimeChart(shown[0][1].time[:length], courses, (), tr("people"), groups[0].kit.calendar)
    peaks = "; ".join(f"{one.name}: {about_people(float(one.values.max()))}" for one in courses)
    note = tr("The first {n} groups.", n=_MOST_LINES) if len(groups) > _MOST_LINES else ""
    return Picture(title, draw(chart), tr("{title}. The most at once: {peaks}.", title=title, peaks=peaks), note)


def _decisions(groups: Sequence[PlayedExercise]) -> Table:
    """Return a row for each thing that any group decided, in the order in which it was decided first."""
    taken: dict[str, list[list[DecisionStatus]]] = {}
    first: dict[str, float] = {}
    for place, group in enumerate(groups):
        for one in group.decisions:
            words = group.kit.action(one.decided.action)
            taken.setdefault(words, [[] for _ in groups])[place].append(one)
            first[words] = min(first.get(words, one.time), one.time)
    return Table(
        tr("Who decided what, and when"),
        columns(*_headings(tr("Decision"), groups), words=1 + len(groups)),
        tuple(
            row(words, *(_when_decided(group, one) for group, one in zip(groups, taken[words], strict=True)))
            for words in sorted(taken, key=lambda one: (first[one], one))
        ),
    )


def _when_decided(group: PlayedExercise, decisions: list[DecisionStatus]) -> Cell:
    if not decisions:
        return Cell(NOTHING, Tone.QUIET)
    return Cell("\n".join(_one_decision(group, one) for one in decisions))


def _one_decision(group: PlayedExercise, one: DecisionStatus) -> str:
    said = group.kit.at(one.time)
    if one.withdrawn:
        said = tr("{said}, taken back", said=said)
    return tr("{said}: {reason}", said=said, reason=one.decided.reason) if one.decided.reason else said


def _expected(groups: Sequence[PlayedExercise]) -> Table:
    injects = [inject for inject in groups[0].exercise.injects if inject.expected is not None]
    return Table(
        tr("What came of each expected action"),
        columns(*_headings(tr("Inject"), groups), words=1 + len(groups)),
        tuple(
            row(
                f"{inject.number} {inject.title}",
                *(outcome_cell(group.course.injects[inject.number], group.content.figures.until) for group in groups),
            )
            for inject in injects
        ),
    )


def _ratings(groups: Sequence[PlayedExercise]) -> Table:
    return Table(
        tr("How each objective was reached"),
        columns(*_headings(tr("Objective"), groups), words=1 + len(groups)),
        tuple(
            row(objective.title, *(rating_cell(group, name) for group in groups))
            for name, objective in groups[0].exercise.objectives.items()
        ),
        note=tr("P: without challenges, S: with some, M: with major challenges, U: unable to be performed."),
    )


def _indicators(groups: Sequence[PlayedExercise]) -> Table:
    estimates = [group.content.estimates.indicators for group in groups]
    rows = []
    for parts in zip(*estimates, strict=True):
        one = parts[0]
        place = groups[0].content.title_of(one.place) if one.place else tr("whole system")
        said = [
            Cell(
                format_value(part.value.mean, part.unit)
                + (f" ({verdict_in_words(part.met)})" if part.standard is not None else ""),
                {True: Tone.GOOD, False: Tone.BAD, None: Tone.PLAIN}[part.met],
            )
            for part in parts
        ]
        rows.append(row(tr("{label}: {place}", label=label_of(one.indicator), place=place), *said))
    return Table(tr("Indicators group by group"), columns(*_headings(tr("Indicator"), groups)), tuple(rows))
