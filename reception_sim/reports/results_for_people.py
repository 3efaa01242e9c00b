"""The tables of what people met with: times from arrival, waits of each category, needs present and seen."""

from collections.abc import Iterator

from reception_sim.experiments.summary import MilestoneEstimates, NeedEstimates
from reception_sim.reports.cells import counted, still_cells, timed
from reception_sim.reports.content import ReportContent
from reception_sim.reports.document import Block, Cell, Section, Table, columns, row
from reception_sim.reports.wording import count, duration, explain, label_of, need_in_words
from reception_sim.scenario.standards import Indicator
from reception_sim.translation import tr


def milestones(content: ReportContent) -> Section:
    """Return the times from arrival, with those who have not got there yet."""
    estimates = content.estimates
    named = (
        (Indicator.TIME_TO_REGISTRATION, estimates.time_to_registration),
        (Indicator.TIME_TO_SHELTER, estimates.time_to_shelter),
        (Indicator.TIME_IN_SYSTEM, estimates.time_in_system),
    )
    table = Table(
        tr("Times from arrival"),
        columns(
            *(
                tr("Until"),
                tr("People who got there"),
                tr("Mean"),
                tr("Half within"),
                tr("19 in 20 within"),
                tr("Longest"),
            ),
            *(tr("Not yet there at the end"), tr("Longest so far")),
        ),
        tuple(_milestone(content, indicator, milestone) for indicator, milestone in named),
        note=" ".join(explain(indicator) for indicator, _ in named),
    )
    return Section(tr("From arrival onward"), (table,))


def _milestone(content: ReportContent, indicator: Indicator, milestone: MilestoneEstimates) -> tuple[Cell, ...]:
    reached = milestone.reached
    return row(
        label_of(indicator),
        counted(content, reached.persons),
        timed(content, reached.mean),
        duration(reached.median.mean),
        duration(reached.p95.mean),
        duration(reached.maximum.mean),
        *still_cells(content, milestone.not_yet),
    )


def categories(content: ReportContent) -> Section:
    """Return the waits by sex, age and specific need, and how many of the needs were seen."""
    blocks: list[Block] = [*_waits_of_categories(content)]
    if content.estimates.needs:
        blocks.append(_needs(content))
    return Section(tr("Who waited, and whose needs were seen"), tuple(blocks))


def _waits_of_categories(content: ReportContent) -> Iterator[Table]:
    for station in content.estimates.stations:
        parts = [part for part in content.estimates.waits_of if part.station == station.id]
        met = [part for part in parts if part.waits.persons.mean > 0 or part.still_waiting.persons.mean > 0]
        if not met:
            continue
        yield Table(
            tr("Waits for {station} by sex, age and need", station=content.title_of(station.id)),
            columns(
                *(tr("Category"), tr("People served"), tr("Mean wait"), tr("Half within"), tr("19 in 20 within")),
                *(tr("Still waiting at the end"), tr("Longest so far")),
            ),
            tuple(
                row(
                    category_in_words(part.dimension, part.category),
                    counted(content, part.waits.persons),
                    duration(part.waits.mean.mean),
                    duration(part.waits.median.mean),
                    duration(part.waits.p95.mean),
                    *still_cells(content, part.still_waiting),
                )
                for part in met
            ),
        )


def category_in_words(dimension: str, category: str) -> str:
    """Say which people a category of waits is of."""
    match dimension:
        case "sex":
            return tr("Women and girls") if category == "f" else tr("Men and boys")
        case "age":
            return tr("Age {band}", band=category)
        case _:
            return need_in_words(category)


def _needs(content: ReportContent) -> Table:
    return Table(
        tr("Specific needs present and seen"),
        columns(
            *(tr("Need"), tr("People who have it"), tr("Seen by a station"), tr("Not seen"), tr("Share seen (%)")),
            tr("Mean time until seen"),
        ),
        tuple(_need(content, need) for need in content.estimates.needs if need.present_persons.mean > 0),
        note=tr("A person with several needs counts for each. A need that nobody has seen steers nothing."),
    )


def _need(content: ReportContent, need: NeedEstimates) -> tuple[Cell, ...]:
    present, seen = need.present_persons.mean, need.seen_persons.mean
    return row(
        need_in_words(need.need),
        counted(content, need.present_persons),
        counted(content, need.seen_persons),
        count(present - seen),
        count(100 * seen / present),
        duration(need.mean_time_to_identification.mean),
    )
