"""What a plan does when: measures taken before, rules for the emergency, and what the scenario brings, as tables."""

from collections.abc import Sequence

from reception_sim.actions import read_action
from reception_sim.reports.content import ReportContent
from reception_sim.reports.document import Cell, Table, columns, row
from reception_sim.reports.rule_words import watched_by_rule
from reception_sim.reports.telling import tell_action
from reception_sim.reports.wording import NOTHING, format_value, planned_duration, short_moment
from reception_sim.scenario.conditions import WATCHED, parse_condition
from reception_sim.scenario.exercise_parts import ContingencyPlan, WrittenAction
from reception_sim.scenario.planned import timed_injects
from reception_sim.translation import tr


def planned_preparedness(content: ReportContent) -> Table:
    """Return the measures that can be taken before the start, and which have been begun."""
    currency = content.scenario.currency
    return Table(
        tr("Preparedness measures"),
        columns(
            tr("Measure"), tr("What it brings"), tr("Lead time"), tr("Begun before the start"), tr("Cost"), words=2
        ),
        tuple(
            row(
                measure.title,
                _done(measure.actions, content),
                planned_duration(measure.lead_time),
                tr("not begun") if measure.begun is None else planned_duration(measure.begun),
                NOTHING if measure.cost is None else f"{measure.cost:g} {currency}",
            )
            for measure in content.scenario.preparedness.values()
        ),
    )


def planned_rules(content: ReportContent) -> Table:
    """Return the contingency rules: when they take effect, what they do, when they end."""
    return Table(
        tr("Contingency rules"),
        columns(tr("Rule"), tr("When"), tr("What then"), tr("Until"), tr("Again"), words=5),
        tuple(_rule(rule, content) for rule in content.scenario.contingency),
    )


def planned_injects(content: ReportContent) -> Table:
    """Return what the scenario brings at its time and changes the system, in the order of time."""
    return Table(
        tr("Planned events that change the system"),
        columns(tr("When"), tr("What"), tr("What it changes"), words=3),
        tuple(
            row(short_moment(content.calendar, time), inject.title, _done(inject.actions, content))
            for time, inject in timed_injects(content.scenario)
            if inject.actions
        ),
    )


def _rule(rule: ContingencyPlan, content: ReportContent) -> tuple[Cell, ...]:
    when = _condition(rule.when, rule, content)
    if rule.lasting:
        when = tr("{condition} for {time}", condition=when, time=planned_duration(rule.lasting))
    then = tr("after {time}: {done}", time=planned_duration(rule.lead_time), done=_done(rule.actions, content))
    until = _condition(rule.until, rule, content) if rule.until else tr("it takes effect once")
    if rule.then:
        until = tr("{condition}; then: {done}", condition=until, done=_done(rule.then, content))
    again = tr("never") if rule.again_after is None else tr("after {time}", time=planned_duration(rule.again_after))
    if rule.at_most is not None:
        again = tr("{again}, at most {n} times", again=again, n=rule.at_most)
    return row(rule.title, when, then, until, again)


def _condition(written: str, rule: ContingencyPlan, content: ReportContent) -> str:
    condition = parse_condition(written)
    limit = format_value(condition.limit, WATCHED[condition.indicator].unit)
    said = tr("above {limit}", limit=limit) if condition.above else tr("below {limit}", limit=limit)
    return f"{watched_by_rule(condition, rule, content.scenario)} {said}"


def _done(actions: Sequence[WrittenAction], content: ReportContent) -> str:
    return "; ".join(tell_action(read_action(written), content.scenario) for written in actions)
