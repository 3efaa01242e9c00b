"""Tables of an exercise as it was played: injects, expected actions, decisions with what reports said, notes."""

import math

from reception_sim.exercise_plan import Decided, Note
from reception_sim.exercise_plan.course import DecisionStatus, InjectState, InjectStatus, Outcome
from reception_sim.papers.played import PlayedExercise
from reception_sim.reports.charts import Course, Mark, TimeChart, draw
from reception_sim.reports.document import Cell, Picture, Table, Tone, columns, row
from reception_sim.reports.wording import NOTHING, about_people, count, duration, short_moment
from reception_sim.translation import tr

_TONES = {Outcome.MET: Tone.GOOD, Outcome.NOT_MET: Tone.BAD, Outcome.LATE: Tone.BAD}
_MOST_REPORTED = 4


def outcome_cell(status: InjectStatus, until: float) -> Cell:
    """Say what had become of an expected action when the exercise came to *until* (s), and how long it took."""
    outcome = _outcome_at(status, until)
    said = tr(outcome.value)
    if status.met is not None and status.sent:
        said = tr("{said} after {time}", said=said, time=duration(status.met - status.sent[-1]))
    return Cell(said if status.expected is not None else NOTHING, _TONES.get(outcome, Tone.PLAIN))


def _outcome_at(status: InjectStatus, until: float) -> Outcome:
    """Return the outcome; what was still open when its time was up has not been met."""
    overdue = status.deadline is not None and status.deadline <= until
    return Outcome.NOT_MET if status.outcome is Outcome.OPEN and overdue else status.outcome


def injects_table(played: PlayedExercise) -> Table:
    """Return the list of injects as it was planned and as it came."""
    planned = {inject.number: inject for inject in played.exercise.injects}
    statuses = sorted(played.course.injects.values(), key=lambda one: (one.sent or (math.inf,), one.inject.number))
    return Table(
        tr("Injects as planned and as they came"),
        columns(tr("No."), tr("Title"), tr("Planned"), tr("Came at"), tr("Expected action"), tr("Outcome"), words=6),
        tuple(
            row(
                str(status.inject.number),
                status.inject.title,
                played.kit.when(planned[status.inject.number].when) if status.inject.number in planned else tr("new"),
                came_at(played, status),
                played.kit.expected(status.expected),
                outcome_cell(status, played.content.figures.until),
            )
            for status in statuses
        ),
    )


def came_at(played: PlayedExercise, status: InjectStatus) -> str:
    """Say when an inject came, each time that it did."""
    if status.state is InjectState.SKIPPED:
        return tr("skipped")
    return ", ".join(map(played.kit.at, status.sent)) or NOTHING


def decisions_table(played: PlayedExercise) -> Table:
    """Return every decision with who, why, its way, and what the players' reports said at that moment."""
    return Table(
        tr("Decision log"),
        columns(
            *(tr("No."), tr("When"), tr("Cell"), tr("Decision"), tr("Why"), tr("Effect"), tr("Reports said")), words=7
        ),
        tuple(
            row(
                str(one.decided.decision),
                played.kit.at(one.time),
                played.kit.cell_title(one.decided.cell),
                played.kit.action(one.decided.action),
                one.decided.reason or NOTHING,
                _effect(played, one),
                reports_said(played, one.decided.decision),
            )
            for one in played.decisions
        ),
        note=tr(
            "Reports said: people waiting and staying at the places that the players knew, as their window told it; "
            "the places with the most."
        ),
    )


def _effect(played: PlayedExercise, one: DecisionStatus) -> str:
    if one.withdrawn:
        return tr("taken back")
    return played.kit.at(one.decided.effect) if one.decided.effect > one.time else tr("at once")


def reports_said(played: PlayedExercise, decision: int) -> str:
    """Return the largest counts that stood on the players' screen as a decision was taken, and how old these were."""
    known = sorted(played.screens.get(decision, ()), key=lambda one: -one.persons)[:_MOST_REPORTED]
    if not known:
        return NOTHING
    told = "; ".join(f"{played.content.title_of(one.id)}: {count(one.persons)}" for one in known)
    oldest = min(one.as_of for one in known)
    return tr("{told} (as of {time})", told=told, time=played.kit.at(oldest))


def notes_table(played: PlayedExercise, notes: tuple[Note, ...]) -> Table:
    """Return what was noted, each pinned to its moment, place and inject."""
    return Table(
        tr("Notes"),
        columns(tr("When"), tr("Note"), tr("Place"), tr("Inject"), tr("By"), words=5),
        tuple(
            row(
                played.kit.at(note.time),
                note.text,
                played.kit.place_title(note.place),
                str(note.inject) if note.inject is not None else NOTHING,
                note.author or NOTHING,
            )
            for note in sorted(notes, key=lambda one: one.time)
        ),
    )


def course_picture(played: PlayedExercise) -> Picture:
    """Return the people in the system over time, with the decisions and bookmarks on it."""
    series = played.content.figures.series
    title = tr("People in the reception system, and what was decided")
    marks = [Mark(one.time, str(one.decided.decision)) for one in played.decisions if _of_players(one.decided)]
    marks += [Mark(one.time, letter(place)) for place, one in enumerate(played.beside.bookmarks)]
    chart = TimeChart(
        series.time, (Course(title, series.in_system),), (), tr("people"), played.kit.calendar, tuple(marks)
    )
    peak = int(series.in_system.argmax())
    said = tr(
        "{title}. The most were {people}, at {when}. {n} decisions are marked.",
        title=title,
        people=about_people(float(series.in_system[peak])),
        when=short_moment(played.kit.calendar, float(series.time[peak])),
        n=len(marks),
    )
    note = tr("Numbers: decisions of the log. Letters: bookmarks.")
    return Picture(title, draw(chart), said, note)


def letter(place: int) -> str:
    """Return the letter of a bookmark: A, B, ... Z, AA, AB."""
    before, last = divmod(place, 26)
    return (letter(before - 1) if before else "") + chr(ord("A") + last)


def _of_players(decided: Decided) -> bool:
    return bool(decided.cell)
