"""The tables of what places and teams did: standards, stations, sites, staff and supplies."""

import math

from reception_sim.experiments.summary import (
    IndicatorEstimates,
    RoleEstimates,
    StationEstimates,
)
from reception_sim.reports.cells import counted, still_cells, timed
from reception_sim.reports.content import ReportContent
from reception_sim.reports.document import Block, Cell, Paragraph, Section, Table, Tone, columns, row
from reception_sim.reports.wording import (
    NOTHING,
    bare,
    count,
    duration,
    format_estimate,
    format_value,
    in_unit,
    label_of,
    limit_of,
    margin_in_words,
    people,
    short_moment,
    verdict_in_words,
)
from reception_sim.scenario.quantities import HOUR
from reception_sim.translation import tr

_TONES = {True: Tone.GOOD, False: Tone.BAD, None: Tone.QUIET}


def standards(content: ReportContent) -> Section:
    """Return what was asked for, what came, and by how much it was met or missed."""
    held = [figure for figure in content.estimates.indicators if figure.standard is not None]
    if not held:
        return Section(tr("Standards"), (Paragraph(tr("The scenario names no standard.")),))
    table = Table(
        tr("Standards met and missed"),
        columns(
            *(tr("Indicator"), tr("Place"), tr("Asked for"), tr("Result"), tr("Met?"), tr("Source")),
            words=6,
        ),
        tuple(_standard(content, figure) for figure in held),
        note=_how_standards_are_judged(content),
    )
    return Section(tr("Standards"), (table,))


def _standard(content: ReportContent, figure: IndicatorEstimates) -> tuple[Cell, ...]:
    assert figure.standard is not None  # standards
    verdict = verdict_in_words(figure.met)
    if content.replicated and figure.met is not None:
        judged = figure.met_in + figure.missed_in
        verdict = tr("{verdict} (met in {n} of {of})", verdict=verdict, n=figure.met_in, of=judged)
    elif figure.met is not None:
        verdict = tr(
            "{verdict}: {margin}",
            verdict=verdict,
            margin=margin_in_words(figure.margin.mean, figure.unit, figure.standard),
        )
    return row(
        label_of(figure.indicator),
        content.title_of(figure.place) if figure.place else tr("Whole system"),
        limit_of(figure.standard),
        _value(content, figure),
        Cell(verdict, _TONES[figure.met]),
        _source(content, figure.standard.source),
    )


def _value(content: ReportContent, figure: IndicatorEstimates) -> str:
    if content.replicated:
        estimate = format_estimate(figure.value, figure.unit)
        return estimate if figure.unit == "s" else in_unit(estimate, figure.unit)
    return format_value(figure.value.mean, figure.unit)


def _source(content: ReportContent, source: str) -> str:
    """Leave out an address that the list of sources gives."""
    for published in content.scenario.sources:
        if published.url and published.url in source:
            return source.replace(published.url, "").strip().rstrip(":,;( ")
    return source


def _how_standards_are_judged(content: ReportContent) -> str:
    said = tr(
        "A time is judged person by person, those who already wait longer than the limit among them. "
        "Anything else is judged by its worst moment, or by what held for the share of the time that is named."
    )
    undecided = sum(figure.undecided_persons.mean for figure in content.estimates.indicators if figure.standard)
    if undecided < 1:
        return said
    return tr(
        "{said} Still waiting within a limit: {people}; what becomes of them is open.",
        said=said,
        people=people(round(undecided)),
    )


def stations(content: ReportContent) -> Section:
    """Return the waits at each station, those still waiting beside them, and how busy the teams were."""
    rows = tuple(_waits(content, station) for station in content.estimates.stations)
    waits = Table(
        tr("Waits at the stations"),
        columns(
            *(
                tr("Station"),
                tr("People served"),
                tr("Mean wait"),
                tr("Half within"),
                tr("9 in 10 within"),
                tr("19 in 20 within"),
            ),
            *(tr("Longest"), tr("Still waiting at the end"), tr("Longest so far")),
        ),
        rows,
        note=tr(
            "Waits are from joining the queue to the start of the service, of people served. "
            "“9 in 10 within”: so many waited no longer. Those still waiting are counted apart."
        ),
    )
    return Section(tr("Stations"), (waits, _work(content)))


def _waits(content: ReportContent, station: StationEstimates) -> tuple[Cell, ...]:
    waits, still = station.waits, station.still_waiting
    return row(
        content.title_of(station.id),
        counted(content, station.served_persons),
        timed(content, waits.mean),
        duration(waits.median.mean),
        duration(waits.p90.mean),
        duration(waits.p95.mean),
        duration(waits.maximum.mean),
        *still_cells(content, still),
    )


def _work(content: ReportContent) -> Table:
    figures = {station.id: station for station in content.figures.stations}
    return Table(
        tr("Queues and work at the stations"),
        columns(
            *(tr("Station"), tr("Mean queue (people)"), tr("Longest queue (people)"), tr("Longest queue on")),
            *(tr("Gave up (people)"), tr("Utilisation of staffed time (%)")),
        ),
        tuple(
            row(
                content.title_of(station.id),
                counted(content, station.queue_mean),
                counted(content, station.queue_max),
                short_moment(content.calendar, figures[station.id].queue_max_at),
                counted(content, station.gave_up_persons),
                bare(100 * station.utilisation.mean, "%"),
            )
            for station in content.estimates.stations
        ),
        note=_about_the_first(content),
    )


def sites(content: ReportContent) -> Section:
    """Return how full each site was, who was without shelter, and what each person had of it."""
    if not content.estimates.sites:
        return Section(tr("Sites"), (Paragraph(tr("The scenario has no site: nobody stays.")),))
    return Section(tr("Sites"), (_occupancy(content), _living_conditions(content)))


def _occupancy(content: ReportContent) -> Table:
    figures = {site.id: site for site in content.figures.sites}
    return Table(
        tr("How full the sites were (people)"),
        columns(
            *(tr("Site"), tr("Places"), tr("At most"), tr("Fullest on"), tr("Mean"), tr("At the end")),
            *(tr("Without shelter at most"), tr("Person-hours above the places")),
        ),
        tuple(
            row(
                content.title_of(site.id),
                count(site.capacity),
                counted(content, site.occupancy_max),
                short_moment(content.calendar, figures[site.id].occupancy_max_at),
                counted(content, site.occupancy_mean),
                counted(content, site.occupancy_at_end),
                counted(content, site.without_shelter_max),
                count(site.person_hours_above_capacity.mean),
            )
            for site in content.estimates.sites
        ),
        note=_about_the_first(content),
    )


def _living_conditions(content: ReportContent) -> Table:
    return Table(
        tr("What each person had at the worst moment"),
        columns(
            *(tr("Site"), tr("Covered area (m²)"), tr("People per toilet"), tr("People per shower")),
            *(tr("People per tap"), tr("Water (l a day)")),
        ),
        tuple(
            row(
                content.title_of(site.id),
                bare(site.covered_area_per_person_min.mean, "m2"),
                bare(site.persons_per_toilet_max.mean, "persons"),
                bare(site.persons_per_shower_max.mean, "persons"),
                bare(site.persons_per_tap_max.mean, "persons"),
                bare(site.water_per_person_min.mean, "l/day"),
            )
            for site in content.estimates.sites
        ),
        note=tr("{nothing}: the scenario does not say how much there is.", nothing=NOTHING),
    )


def means(content: ReportContent) -> Section:
    """Return what staff worked and cost, and what supplies were wanted and missed."""
    blocks: list[Block] = []
    if content.estimates.roles:
        blocks.append(_staff(content))
    if content.estimates.supplies:
        blocks.append(_supplies(content))
    nothing = Paragraph(tr("The scenario has neither staff nor supplies."))
    return Section(tr("Staff and supplies"), tuple(blocks) or (nothing,))


def _staff(content: ReportContent) -> Table:
    roles = content.estimates.roles
    cost = sum(role.cost.mean for role in roles if math.isfinite(role.cost.mean))
    total = tr("Total cost: {n} {currency}.", n=count(cost), currency=content.scenario.currency) if cost else ""
    return Table(
        tr("Staff"),
        columns(
            *(tr("Role"), tr("Agency"), tr("Hours on duty"), tr("Hours at work"), tr("At work (%)")),
            tr("Cost ({currency})", currency=content.scenario.currency),
            words=2,
        ),
        tuple(_role(content, role) for role in roles),
        note=" ".join(part for part in (total, tr("At work: seeing people, or with a vehicle as its crew.")) if part),
    )


def _role(content: ReportContent, role: RoleEstimates) -> tuple[Cell, ...]:
    share = 100 * role.busy_s.mean / role.on_duty_s.mean if role.on_duty_s.mean else math.nan
    return row(
        content.title_of(role.id),
        content.scenario.staff[role.id].agency or NOTHING,
        count(role.on_duty_s.mean / HOUR),
        count(role.busy_s.mean / HOUR),
        count(share),
        count(role.cost.mean),
    )


def _supplies(content: ReportContent) -> Table:
    return Table(
        tr("Supplies"),
        columns(tr("Supply"), tr("Wanted"), tr("Could not be had"), tr("Covered (%)"), tr("In stock at the end")),
        tuple(
            row(
                content.title_of(supply.id),
                count(supply.wanted.mean),
                count(supply.missed.mean),
                count(100 * (1 - supply.missed.mean / supply.wanted.mean) if supply.wanted.mean else math.nan),
                count(supply.stock_at_end.mean),
            )
            for supply in content.estimates.supplies
        ),
    )


def _about_the_first(content: ReportContent) -> str:
    if not content.replicated:
        return ""
    return tr("Means over the replications; ± is half of the 95 % confidence interval. Moments are of replication 0.")
