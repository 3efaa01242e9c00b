"""What each decision of an exercise was worth: on each indicator that it surely changed, with and without it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from reception_sim.experiments import (
    Criterion,
    DecisionsQuestion,
    DecisionsWeighed,
    DecisionWorth,
    QuestionError,
    WeighingDecisions,
    Workplace,
    usual_criteria,
)
from reception_sim.experiments.answers import Conclusion, Difference
from reception_sim.papers.kept import played_in
from reception_sim.papers.played import PlayedExercise
from reception_sim.papers.times_in_words import moment_of
from reception_sim.project_file import ProjectError, ProjectFile
from reception_sim.reports.criterion_words import criterion_in_words, value_in_words
from reception_sim.reports.document import Cell, Paragraph, Picture, Section, Table, Tone, columns
from reception_sim.reports.interval_chart import Row, draw_intervals
from reception_sim.reports.telling import tell_action
from reception_sim.reports.wording import NOTHING
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.quantities import HOUR, MINUTE
from reception_sim.scenario.standards import Indicator
from reception_sim.translation import tr

_PICTURES_AT_MOST: Final = 4
REPLICATIONS: Final = 20  # of each course, unless somebody asks for more


def question_about(played: PlayedExercise, replications: int) -> DecisionsQuestion:
    """Return the question what the players' decisions were worth by all that the scenario is judged by."""
    content = played.content
    # those who were never served have no wait: how many are still there must be seen beside it
    criteria = tuple(dict.fromkeys((*usual_criteria(content.scenario), Criterion(Indicator.PERSONS_IN_SYSTEM, ""))))
    return DecisionsQuestion(content.scenario, content.journal, criteria, content.seed, replications)


def begin_weighing(project: Path, exercise: int, branch: int, replications: int, place: Workplace) -> WeighingDecisions:
    """Begin to weigh the decisions of a branch of an exercise in a project file, at a place to work."""
    try:
        with ProjectFile.open(project, beside_window=True) as opened:
            played = played_in(opened, exercise, branch)
    except ProjectError as error:
        raise QuestionError(str(error)) from error
    return WeighingDecisions(question_about(played, replications), place)


def worth_section(played: PlayedExercise) -> Section:
    """Return what was found; no blocks if nobody has weighed the decisions."""
    weighed = played.beside.weighed
    if weighed is None:
        return Section(tr("What the decisions were worth"), ())
    said = tr(
        "The exercise was run {n} times as it was played and without each decision, to the end of the scenario, with "
        "the same people and the same chances. What is surely different is listed; intervals hold for all together.",
        n=weighed.done,
    )
    table = Table(
        tr("With and without each decision"),
        columns(
            tr("Decision"), tr("Indicator"), tr("Without it"), tr("As played"), tr("Difference"), tr("Surely"), words=6
        ),
        tuple(row for worth in weighed.worths for row in _rows(weighed, worth)),
        note=tr(
            "Waits are of those who were served: where a decision lets more people be served, waits can be longer, "
            "and fewer people are left waiting."
        ),
    )
    return Section(tr("What the decisions were worth"), (Paragraph(said), table, *_pictures(weighed)))


def _pictures(weighed: DecisionsWeighed) -> Iterator[Picture]:
    """Yield a chart of each indicator that something surely changed: every decision with its interval."""
    changed = [one for one in weighed.question.criteria if any(map(_is_sure, _differences(weighed, one)))]
    for criterion in changed[:_PICTURES_AT_MOST]:
        size, unit = _scale(criterion, weighed)
        differences = zip(weighed.worths, _differences(weighed, criterion), strict=True)
        rows = [
            Row(
                worth_title(worth, weighed.question.scenario), one.estimate.mean / size, one.low / size, one.high / size
            )
            for worth, one in differences
        ]
        name = criterion_in_words(criterion, weighed.question.scenario)
        title = tr("{what}: as played, less without it", what=name)
        described = "; ".join(f"{row.label}: {row.value:,.4g} ({row.low:,.4g} to {row.high:,.4g})" for row in rows)
        yield Picture(title, draw_intervals(rows, unit), tr("{title}. {rows}", title=title, rows=described))


def _scale(criterion: Criterion, weighed: DecisionsWeighed) -> tuple[float, str]:
    """Return by what values of a criterion are divided to be drawn, and the unit that they have then."""
    if criterion.unit != "s":
        return 1.0, weighed.question.scenario.currency if criterion.unit == "cost" else tr(criterion.unit)
    longest = max(abs(one.estimate.mean) for one in _differences(weighed, criterion))
    return (HOUR, tr("hours")) if longest >= 2 * HOUR else (MINUTE, tr("minutes"))


def _differences(weighed: DecisionsWeighed, criterion: Criterion) -> list[Difference]:
    return [one for worth in weighed.worths for one in worth.differences if one.criterion == criterion]


def _is_sure(one: Difference) -> bool:
    return one.conclusion in (Conclusion.BETTER, Conclusion.WORSE)


def _rows(weighed: DecisionsWeighed, worth: DecisionWorth) -> Iterator[tuple[Cell, ...]]:
    title = worth_title(worth, weighed.question.scenario)
    sure = [one for one in worth.differences if _is_sure(one)]
    if not sure:
        nothing = Cell(tr("nothing that is sure"), Tone.QUIET)
        yield Cell(title), nothing, *(Cell(NOTHING) for _ in range(4))
    for place, one in enumerate(sure):
        yield Cell(title if place == 0 else ""), *_cells(one, weighed)


def _cells(one: Difference, weighed: DecisionsWeighed) -> tuple[Cell, ...]:
    scenario = weighed.question.scenario

    def said(value: float) -> str:
        return value_in_words(value, one.criterion, scenario)

    interval = tr("{mean} ({low} to {high})", mean=said(one.estimate.mean), low=said(one.low), high=said(one.high))
    better = one.conclusion is Conclusion.BETTER
    return (
        Cell(criterion_in_words(one.criterion, scenario)),
        Cell(said(one.base_mean)),
        Cell(said(one.alternative_mean)),
        Cell(interval),
        Cell(tr("better") if better else tr("worse"), Tone.GOOD if better else Tone.BAD),
    )


def worth_title(
    worth: DecisionWorth, scenario: ScenarioPlan, moment: Callable[[ScenarioPlan, float], str] = moment_of
) -> str:
    """Say what was weighed: a decision with its *moment*, or all of them together."""
    if worth.decision is None:
        return tr("All decisions together")
    told = tell_action(worth.decision.action, scenario)
    return tr("{time} {told}", time=moment(scenario, worth.decision.time), told=told)
