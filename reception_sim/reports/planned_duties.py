"""What is owed to whom, and within which time: the plan's duties as a table."""

from collections.abc import Callable, Iterator

from reception_sim.reports.content import ReportContent
from reception_sim.reports.document import Table, columns, row
from reception_sim.reports.plan_words import sex_in_words
from reception_sim.reports.wording import need_in_words, planned_duration, words_of
from reception_sim.scenario.duties import ARRIVAL, NEED_SEEN, DutyEnd, DutyPlan, RightsHolders
from reception_sim.translation import tr


def planned_duties(content: ReportContent) -> Table:
    """Return every duty of care and clock of the plan."""
    return Table(
        tr("Duties of care and clocks"),
        columns(tr("Duty"), tr("Kind"), tr("For"), tr("From"), tr("Until"), tr("Within"), tr("Source"), words=7),
        tuple(
            row(
                duty.title,
                duty.kind,
                _whom(duty.whom),
                _start(duty, content.title_of),
                "; ".join(_ends(duty.until, content.title_of)),
                planned_duration(duty.within),
                duty.source,
            )
            for duty in content.scenario.duties.values()
        ),
    )


def _whom(whom: RightsHolders | None) -> str:
    parts = tuple(_traits(whom)) if whom is not None else ()
    return "; ".join(parts) or tr("everybody")


def _traits(whom: RightsHolders) -> Iterator[str]:
    lists = (
        tuple(map(need_in_words, whom.needs)),
        whom.ages,
        tuple(map(sex_in_words, whom.sexes)),
        tuple(map(words_of, whom.movement)),
    )
    yield from (", ".join(values) for values in lists if values)
    if whom.children_alone is not None:
        yield tr("children without an adult") if whom.children_alone else tr("nobody who is a child without an adult")


def _start(duty: DutyPlan, title_of: Callable[[str], str]) -> str:
    if duty.since == ARRIVAL:
        return tr("arrival")
    if duty.since == NEED_SEEN:
        return tr("the need is seen")
    return tr("entering {site}", site=title_of(duty.since))


def _ends(until: DutyEnd, title_of: Callable[[str], str]) -> Iterator[str]:
    yield from until.activities
    yield from map(title_of, until.stations)
    yield from (tr("a place in {site}", site=title_of(site)) for site in until.sheltered_in)
    yield from (tr("leaving {site}", site=title_of(site)) for site in until.leaving)
