"""A roster put on a page: what it costs and how sure it is, the curve of cost against waiting, and people by shift."""

from collections.abc import Iterator

from reception_sim.experiments.answers import Ending
from reception_sim.experiments.staffing_answer import StaffingAnswer, TradeOff
from reception_sim.experiments.staffing_question import RosterRow
from reception_sim.experiments.staffing_rosters import with_roster
from reception_sim.reports.staffing_words import kept_in_words, staffing_in_words, unmeetable_in_words
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.quantities import HOUR
from reception_sim.translation import tr
from ui.pages.answer_shown import AnswerShown, MadeBy, NamedFigure, TrustLine
from ui.plots.content import ReferenceLine
from ui.plots.figures import Curve, CurveChart, CurvePoint, Interval, IntervalChart


def roster_shown(answer: StaffingAnswer) -> AnswerShown:
    """Return what a page shows of the cheapest roster."""
    sentence, *more = staffing_in_words(answer)
    return AnswerShown(
        sentence=sentence,
        more=tuple(more),
        figures=tuple(_figures(answer)),
        trust=tuple(_trust(answer)),
        made_by=tuple(_made_by(answer)),
        is_final=answer.ending is not Ending.GOES_ON,
    )


def _made_by(answer: StaffingAnswer) -> Iterator[MadeBy]:
    """Yield the scenario as planned, and with the roster that was found."""
    scenario = answer.question.scenario
    yield MadeBy(tr("As planned"), scenario)
    if answer.roster is not None:
        yield MadeBy(tr("With the roster that was found"), with_roster(scenario, answer.roster))


def row_in_words(row: RosterRow, scenario: ScenarioPlan) -> str:
    """Name a row of a roster: Border officer, Mon-Sun 07:00-19:00."""
    role = scenario.title_of(row.role)
    return tr("{role}, {days} {hours}", role=role, days=row.shift.days, hours=row.shift.hours)


def _figures(answer: StaffingAnswer) -> Iterator[NamedFigure]:
    if answer.trade_off:
        yield NamedFigure(tr("Cost and waits"), _trade_off(answer))
    if answer.kept:
        yield NamedFigure(tr("Standards kept"), _kept(answer))


def _trade_off(answer: StaffingAnswer) -> CurveChart:
    scenario = answer.question.scenario
    points = tuple(
        CurvePoint(
            one.cost,
            one.wait_p95_s / HOUR,
            (one.wait_p95_s - one.half_width_s) / HOUR,
            (one.wait_p95_s + one.half_width_s) / HOUR,
            "" if place and _share(answer.trade_off[place - 1]) == _share(one) else _share(one),
        )
        for place, one in enumerate(answer.trade_off)
    )
    across = tr("Cost ({currency})", currency=scenario.currency) if answer.priced else tr("Hours paid")
    return CurveChart(
        tr("Longest waits (95 % of people) against cost, and in how many runs a roster is enough"),
        across,
        tr("hours"),
        (Curve(tr("Rosters"), points),),
        (),
        (ReferenceLine(tr("As planned"), answer.cost_now), ReferenceLine(tr("Answer"), answer.cost)),
    )


def _share(one: TradeOff) -> str:
    return tr("{met} of {runs} runs", met=one.met_in, runs=one.runs)


def _kept(answer: StaffingAnswer) -> IntervalChart:
    scenario = answer.question.scenario
    rows = tuple(
        Interval(
            kept_in_words(one, scenario).partition(":")[0], 100 * one.met_in / one.runs, 100 * one.low, 100 * one.high
        )
        for one in answer.kept
        if one.runs
    )
    asked = ReferenceLine(tr("Asked for"), 100 * answer.question.share_of_runs)
    return IntervalChart(tr("Fresh runs in which each standard is kept, with 95 % interval"), "%", rows, (asked,))


def _trust(answer: StaffingAnswer) -> Iterator[TrustLine]:
    scenario = answer.question.scenario
    if answer.sure:
        yield TrustLine(tr("It passed its last test on fresh runs that no search had seen."), concern=False)
    else:
        yield TrustLine(tr("It has not passed its last test on fresh runs: search longer to be sure."), concern=True)
    for one in answer.unmeetable:
        yield TrustLine(unmeetable_in_words(one, scenario), concern=True)
    for needed in answer.people:
        if needed.available is None:
            role = scenario.title_of(needed.role)
            yield TrustLine(
                tr("The scenario does not say how many people there are as {role}.", role=role), concern=True
            )
