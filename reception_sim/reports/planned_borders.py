"""The borders of a plan, what drives the pressure to close them, and who comes by which lane, as tables."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from reception_sim.reports.content import ReportContent
from reception_sim.reports.document import Table, columns, row
from reception_sim.reports.plan_words import condition_in_words, time_taken
from reception_sim.reports.rule_words import watched_in_words
from reception_sim.reports.wording import planned_duration, sentence
from reception_sim.scenario.borders import BorderPlan, LanePlan, MeteringPlan
from reception_sim.translation import tr

TitleOf: TypeAlias = Callable[[str], str]


def planned_borders(content: ReportContent) -> Table:
    """Return when each border is open, how many it lets across, and what they do who lose patience."""
    entries = {name: entry.border for name, entry in content.scenario.entry_points.items() if entry.border is not None}
    return Table(
        tr("Borders in the plan"),
        columns(tr("Entry point"), tr("How people get across"), words=2),
        tuple(
            row(content.title_of(name), sentence("; ".join(_crossing(border, content.title_of))))
            for name, border in entries.items()
        ),
    )


def planned_pressure(content: ReportContent) -> Table:
    """Return what drives the pressure to close: none at one limit, all of it at another."""
    return Table(
        tr("What drives the pressure to close"),
        columns(tr("Driver"), tr("Watched"), tr("Eased at"), tr("Unbearable at"), tr("Weight"), words=2),
        tuple(
            row(
                plan.title,
                watched_in_words(plan.conditions[0], content.scenario),
                plan.eased_at,
                plan.unbearable_at,
                f"{plan.weight:g}",
            )
            for plan in content.scenario.pressure.values()
        ),
    )


def _crossing(border: BorderPlan, title_of: TitleOf) -> Iterator[str]:
    yield tr("open {hours}", hours=border.hours) if border.hours is not None else tr("open day and night")
    if border.lets_in is not None:
        yield _metering(border.lets_in)
    for lane in border.lanes.values():
        yield _lane(lane)
    if border.patience is not None:
        yield tr("patience: {time}", time=time_taken(border.patience))
    for place, share in border.turns_to.items():
        yield tr("then {share} % turn to {place}", share=f"{100 * share:g}", place=title_of(place))
    if border.turns_to:
        yield tr("the others wait on")
    if border.after:
        yield tr("the way there takes {time}", time=planned_duration(border.after))


def _metering(plan: MeteringPlan) -> str:
    return tr("lets in {n} every {time}", n=plan.persons, time=planned_duration(plan.every))


def _lane(lane: LanePlan) -> str:
    said = [lane.title, tr(str(lane.kind))]
    if lane.who is not None:
        said.append(tr("for: {whom}", whom=condition_in_words(lane.who)))
    if lane.share is not None:
        said.append(tr("{n} % of all others", n=f"{100 * lane.share:g}"))
    if lane.lets_in is not None:
        said.append(_metering(lane.lets_in))
    return tr("lane {said}", said=", ".join(said))
