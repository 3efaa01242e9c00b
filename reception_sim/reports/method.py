"""How it was computed, what was changed while it ran, and what the figures cannot say."""

from collections.abc import Iterator
from typing import Final

from reception_sim.actions import JournalEntry
from reception_sim.recording import Happening, HappeningKind
from reception_sim.reports.content import ReportContent
from reception_sim.reports.document import Bullets, Cell, Paragraph, Section, Table, columns, row
from reception_sim.reports.telling import tell_action, tell_happening
from reception_sim.reports.wording import NOTHING, count, duration, full_date, length_of_days, people, short_moment
from reception_sim.translation import tr

# Departures and shifts are the plan at work; a report tells what changed it.
_TOLD: Final = (
    HappeningKind.INJECT_SENT,
    HappeningKind.RULE_MET,
    HappeningKind.RULE_FIRED,
    HappeningKind.RULE_ENDED,
    HappeningKind.SUPPLY_RAN_OUT,
)


def changes(content: ReportContent) -> Section:
    """Return what was changed while it ran: actions taken, injects sent, rules of the plan that took effect."""
    told = [(entry.time, _taken(content, entry)) for entry in content.journal]
    told += [(event.time, _happened(content, event)) for event in content.happenings if event.kind in _TOLD]
    if not told:
        said = tr("Nothing was changed while it ran: the plan was left to itself.")
        return Section(tr("Actions taken"), (Paragraph(said),))
    told.sort(key=lambda line: line[0])
    table = Table(
        tr("What was changed, and what the exercise and the plan brought"),
        columns(tr("When"), tr("What"), tr("By whom"), tr("Why"), words=4),
        tuple(cells for _, cells in told),
        note=tr("Injects and rules are those of replication 0.") if content.replicated and content.happenings else "",
    )
    return Section(tr("Actions taken"), (table,))


def _taken(content: ReportContent, entry: JournalEntry) -> tuple[Cell, ...]:
    by = tr("{origin}: {author}", origin=entry.origin, author=entry.author) if entry.author else str(entry.origin)
    return row(
        short_moment(content.calendar, entry.time),
        tell_action(entry.action, content.scenario),
        by,
        entry.reason or NOTHING,
    )


def _happened(content: ReportContent, event: Happening) -> tuple[Cell, ...]:
    by = tr("exercise") if event.kind is HappeningKind.INJECT_SENT else tr("plan")
    return row(short_moment(content.calendar, event.time), tell_happening(event, content.scenario), by, NOTHING)


def method(content: ReportContent) -> Section:
    """Return how the figures came about, so that anybody can get them again (after STRESS-DES)."""
    table = Table(
        tr("How to get the same figures again"),
        columns(tr("Question"), tr("Answer"), words=2),
        tuple(row(question, answer) for question, answer in _questions(content)),
    )
    return Section(tr("How it was computed"), (table,))


def _questions(content: ReportContent) -> Iterator[tuple[str, str]]:
    plan, replications = content.scenario, content.estimates.replications
    yield (
        tr("Purpose"),
        plan.teaches or tr("To see what a reception system does with the people who come, before they come."),
    )
    yield (
        tr("Kind of model"),
        tr("Discrete-event simulation: travel groups, stations, staff, vehicles and sites, event by event."),
    )
    yield tr("Program"), tr("Reception Sim {version}, on the SimPy kernel.", version=content.version)
    yield tr("Replications"), _replications(replications)
    yield tr("Seed"), str(content.seed)
    yield (
        tr("Chance"),
        tr(
            "Every source of chance has a stream of random numbers of its own, named by seed, replication and purpose; "
            "so the same people arrive with the same needs and service times whatever is changed."
        ),
    )
    yield tr("Length of a run"), length_of_days(content.figures.until)
    yield tr("Initial state"), _initial_state(content)
    yield tr("Warm-up"), tr("None: the start of a crisis is what is looked at; nothing is left out.")
    yield tr("Changes while it ran"), tr("{n} actions, listed in this report.", n=len(content.journal))
    if content.made is not None:
        yield tr("Made"), full_date(content.made)


def _replications(number: int) -> str:
    if number == 1:
        return tr("1: one course that things may take")
    return tr("{n}; figures are means over them, ± half of the 95 % confidence interval (Student t)", n=number)


def _initial_state(content: ReportContent) -> str:
    present = sum(part.persons for part in content.scenario.already_there)
    return tr("{people} are there when it starts.", people=people(present)) if present else tr("Empty.")


def limitations(content: ReportContent) -> Section:
    """Return what the figures cannot say."""
    return Section(tr("What these figures cannot say"), (Bullets(tuple(_limits(content))),))


def _limits(content: ReportContent) -> Iterator[str]:
    plan = content.scenario
    yield tr("They say what follows from the scenario. They are no forecast of what will happen.")
    calibrated = sum(one.calibrated for one in plan.assumptions)
    if plan.assumptions:
        yield tr(
            "{n} inputs are planning assumptions, {calibrated} of them calibrated to published results: "
            "a change of these changes the figures.",
            n=len(plan.assumptions),
            calibrated=calibrated,
        )
    if not content.replicated:
        yield tr("They come from one replication, so they do not say how much is due to chance; run more to see it.")
    if content.figures.until < plan.duration:
        yield tr(
            "The run was looked at after {time} of {whole}: what comes later is not in them.",
            time=duration(content.figures.until),
            whole=length_of_days(plan.duration),
        )
    waiting = sum(station.still_waiting.persons.mean for station in content.estimates.stations)
    if waiting >= 1:
        yield tr(
            "Waits are of people served. {n} still wait at the end and are counted apart; their waits will be longer.",
            n=count(waiting),
        )
    yield tr("Times from arrival leave out people who were there at the start: when they arrived is not known.")
    yield tr(
        "People follow the routes of the plan. How they decide or lose trust is not modelled, "
        "and they fall ill only as the scenario says."
    )
