"""Standards and duties that were not kept, in words."""

from reception_sim.reports.criterion_words import standard_in_words
from reception_sim.reports.document import Cell, Column, Table, Tone, columns, row
from reception_sim.reports.wording import NOTHING, duration, short_moment
from reception_sim.scenario import Calendar, ScenarioPlan
from reception_sim.statistics import Breach, standards_without_moments
from reception_sim.translation import tr


def breach_in_words(breach: Breach, scenario: ScenarioPlan) -> str:
    """Say what was not kept: Standard missed: queue at Registration at most 300 persons."""
    if breach.standard is not None:
        return tr("Standard missed: {standard}", standard=standard_in_words(breach.standard, scenario))
    return tr("Duty not kept: {duty}", duty=scenario.title_of(breach.duty))


def without_moments_in_words(scenario: ScenarioPlan) -> str:
    """Say which standards have no moment at which they were missed first; "" if all have."""
    told = [standard_in_words(standard, scenario) for standard in standards_without_moments(scenario)]
    return tr("Judged by the whole run, so without a moment: {standards}", standards="; ".join(told)) if told else ""


def breaches_table(breaches: tuple[Breach, ...], scenario: ScenarioPlan, until: float) -> Table:
    """Return what was not kept up to a moment (s), since when and for how long."""
    calendar = Calendar.of(scenario)
    return Table(
        tr("When standards and duties were not kept"),
        _headings(),
        tuple(
            row(
                breach_in_words(one, scenario),
                short_moment(calendar, one.began),
                Cell(tr("still so at the end"), Tone.BAD) if one.ended is None else short_moment(calendar, one.ended),
                duration((until if one.ended is None else one.ended) - one.began) or NOTHING,
            )
            for one in breaches
        ),
        note=" ".join(filter(None, (_how_judged(), without_moments_in_words(scenario)))),
    )


def _how_judged() -> str:
    return tr("Each is judged at every moment by what had come until then; one that pauses for a moment is one.")


def _headings() -> tuple[Column, ...]:
    return columns(tr("What"), tr("Since"), tr("Until"), tr("For"), words=2)
