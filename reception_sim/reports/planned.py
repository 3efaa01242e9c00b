"""What went in: the scenario, its picture, its assumptions and sources, and every input as tables."""

from collections.abc import Iterator

from reception_sim.reports.content import ReportContent
from reception_sim.reports.document import (
    Block,
    Cell,
    Link,
    Links,
    Paragraph,
    Picture,
    Section,
    Table,
    Tone,
    columns,
    row,
)
from reception_sim.reports.flow_picture import describe_flow, flow_picture
from reception_sim.reports.plan_words import (
    arrivals_in_words,
    composition_in_words,
    counted,
    departures_in_words,
    giving_up_in_words,
    route_in_words,
    shift_in_words,
    stay_in_words,
    time_taken,
)
from reception_sim.reports.planned_borders import planned_borders, planned_pressure
from reception_sim.reports.planned_duties import planned_duties
from reception_sim.reports.planned_measures import planned_injects, planned_preparedness, planned_rules
from reception_sim.reports.planned_packages import planned_packages
from reception_sim.reports.planned_people import planned_escorts, planned_knowledge, planned_working
from reception_sim.reports.planned_places import planned_hazards, planned_sections
from reception_sim.reports.planned_procedure import planned_procedure, planned_trips
from reception_sim.reports.supply_words import supply_in_words
from reception_sim.reports.wording import (
    NOTHING,
    count,
    full_date,
    length_of_days,
    need_in_words,
    plain,
    planned_duration,
)
from reception_sim.scenario.sites import SitePlan
from reception_sim.scenario.stations import StationPlan
from reception_sim.translation import tr


def scenario(content: ReportContent) -> Section:
    """Return what the scenario is about, with a picture of the reception system."""
    plan = content.scenario
    until = content.calendar.local(plan.duration)
    picture = Picture(
        tr("The reception system"),
        flow_picture(plan),
        describe_flow(plan),
        tr(
            "Rounded: where people come in and leave. Blue: stations. Orange-red: sites where people stay. "
            "Solid arrows: at once or on foot; dashed: by vehicle; dotted: stations visited during a stay."
        ),
    )
    paragraphs = [Paragraph(plan.summary)] if plan.summary else []
    when = tr(
        "From {start} to {until} ({length}), local time of {zone}.",
        start=full_date(content.calendar.local(0)),
        until=full_date(until),
        length=length_of_days(plan.duration),
        zone=plan.time_zone,
    )
    return Section(tr("The scenario"), (*paragraphs, Paragraph(when), picture, *_at_the_start(content)))


def _at_the_start(content: ReportContent) -> Iterator[Paragraph]:
    there = content.scenario.already_there
    if not there:
        yield Paragraph(tr("At the start nobody is there."))
        return
    said = ", ".join(tr("{n} people at {place}", n=count(row.persons), place=content.title_of(row.at)) for row in there)
    yield Paragraph(tr("At the start there are already {said}.", said=said))


def assumptions(content: ReportContent) -> Section:
    """Return the figures that no source supports, the calibrated ones marked, and the sources of the others."""
    blocks: list[Block] = []
    assumed = content.scenario.assumptions
    if assumed:
        blocks.append(
            Table(
                tr("Planning assumptions: figures that no source supports"),
                columns(tr("Where in the scenario"), tr("Why so"), tr("Calibrated?"), words=3),
                tuple(
                    row(
                        one.field,
                        one.reason,
                        Cell(tr("calibrated"), Tone.BAD) if one.calibrated else Cell(tr("no"), Tone.PLAIN),
                    )
                    for one in assumed
                ),
                note=tr("Calibrated: set so that published results come out. It is no evidence that they would."),
            )
        )
    else:
        blocks.append(Paragraph(tr("The scenario marks none of its figures as a planning assumption.")))
    return Section(tr("Assumptions"), tuple(blocks))


def sources(content: ReportContent) -> Section:
    """Return where the figures come from."""
    links = tuple(Link(source.title, source.covers, source.url) for source in content.scenario.sources)
    nothing = Paragraph(tr("The scenario names no source."))
    return Section(tr("Sources"), (Links(links) if links else nothing,))


def inputs(content: ReportContent) -> Section:
    """Return every input of the scenario as tables."""
    tables = (
        _arrivals,
        _populations,
        planned_borders,
        planned_pressure,
        _stations,
        planned_procedure,
        _sites,
        planned_sections,
        planned_hazards,
        _routes,
        _rosters,
        planned_working,
        planned_escorts,
        _equipment,
        _vehicles,
        planned_trips,
        _supplies,
        planned_packages,
        planned_duties,
        planned_knowledge,
        planned_preparedness,
        planned_rules,
        planned_injects,
    )
    made = (table(content) for table in tables)
    return Section(tr("All inputs"), tuple(table for table in made if table.rows))


def _arrivals(content: ReportContent) -> Table:
    return Table(
        tr("Arrivals"),
        columns(tr("Where"), tr("Kind"), tr("Who"), tr("How many and when"), words=4),
        tuple(
            row(
                entry.title,
                entry.kind,
                content.scenario.populations[stream.population].title,
                arrivals_in_words(stream, content.calendar),
            )
            for entry in content.scenario.entry_points.values()
            for stream in entry.arrivals
        ),
    )


def _populations(content: ReportContent) -> Table:
    return Table(
        tr("Who the people are"),
        columns(tr("People"), tr("Composition"), tr("Shares"), words=3),
        tuple(
            row(population.title, name, shares or NOTHING)
            for population in content.scenario.populations.values()
            for name, shares in composition_in_words(population)
        ),
    )


def _stations(content: ReportContent) -> Table:
    return Table(
        tr("Stations"),
        columns(
            *(tr("Station"), tr("Activity"), tr("Posts"), tr("Team and equipment of a post"), tr("Service time")),
            *(tr("Who is next"), tr("Waiting area"), tr("Needs it sees")),
            words=8,
        ),
        tuple(_station(content, station) for station in content.scenario.stations.values()),
    )


def _station(content: ReportContent, station: StationPlan) -> tuple[Cell, ...]:
    area, patience = station.waiting_area, station.patience
    needs = ", ".join(f"{need_in_words(need)}: {100 * share:.0f} %" for need, share in station.identifies.items())
    order = (
        station.order
        if patience is None
        else tr("{order}; people leave after {time}", order=station.order, time=time_taken(patience))
    )
    if station.giving_up is not None:
        order = f"{order} ({giving_up_in_words(station.giving_up, content.title_of)})"
    return row(
        station.title,
        station.activity,
        str(station.posts),
        counted({**station.team, **station.equipment}, content.title_of),
        tr("{time} per {whom}", time=time_taken(station.service_time), whom=station.per),
        order,
        tr("{n} places", n=count(area.capacity)) if area else tr("in the open, no limit"),
        needs or NOTHING,
    )


def _sites(content: ReportContent) -> Table:
    return Table(
        tr("Sites"),
        columns(
            *(tr("Site"), tr("Kind"), tr("Places"), tr("When full"), tr("Stay"), tr("Stations during the stay")),
            tr("What there is"),
            words=7,
        ),
        tuple(_site(content, site) for site in content.scenario.sites.values()),
    )


def _site(content: ReportContent, site: SitePlan) -> tuple[Cell, ...]:
    full = str(site.when_full)
    if site.next_site is not None:
        full = tr("{rule}: {site}", rule=full, site=content.title_of(site.next_site))
    return row(
        site.title,
        site.kind,
        count(site.capacity),
        full,
        stay_in_words(site.stay),
        ", ".join(content.title_of(station) for station in site.during_stay) or NOTHING,
        ", ".join(_what_there_is(site)) or NOTHING,
    )


def _what_there_is(site: SitePlan) -> Iterator[str]:
    if site.covered_area_m2 is not None:
        yield tr("{n} m² covered", n=plain(site.covered_area_m2))
    if site.toilets is not None:
        yield tr("{n} toilets", n=count(site.toilets))
    if site.showers is not None:
        yield tr("{n} showers", n=count(site.showers))
    if site.taps is not None:
        yield tr("{n} taps", n=count(site.taps))
    if site.water_l_per_day is not None:
        yield tr("{n} l of water a day", n=plain(site.water_l_per_day))
    if site.school_places is not None:
        yield tr("{n} places at school", n=count(site.school_places))
    if site.consultations_per_day is not None:
        yield tr("{n} consultations a day", n=plain(site.consultations_per_day))


def _routes(content: ReportContent) -> Table:
    return Table(
        tr("Routes"),
        columns(tr("From"), tr("To"), tr("Who"), tr("By"), words=4),
        tuple(
            row(
                content.title_of(route.origin),
                content.title_of(route.destination),
                *route_in_words(route, content.title_of),
            )
            for route in content.scenario.routes
        ),
    )


def _rosters(content: ReportContent) -> Table:
    return Table(
        tr("Staff on duty"),
        columns(tr("Role"), tr("Agency"), tr("Shifts"), tr("Posted at"), tr("Absent"), tr("Cost an hour"), words=4),
        tuple(
            row(
                role.title,
                role.agency or NOTHING,
                "; ".join(shift_in_words(shift, content.calendar) for shift in role.shifts),
                counted(role.at, content.title_of) or tr("where the wait is longest"),
                tr("{n} %", n=f"{100 * role.absence:g}"),
                NOTHING if role.hourly_cost is None else f"{role.hourly_cost:g} {content.scenario.currency}",
            )
            for role in content.scenario.staff.values()
        ),
    )


def _equipment(content: ReportContent) -> Table:
    return Table(
        tr("Equipment"),
        columns(tr("Equipment"), tr("Number"), tr("One breaks down every"), tr("Repair takes")),
        tuple(
            row(
                content.title_of(name),
                count(kind.count),
                tr("never") if kind.breaks_down_every is None else planned_duration(kind.breaks_down_every),
                NOTHING if kind.repair_time is None else planned_duration(kind.repair_time),
            )
            for name, kind in content.scenario.equipment.items()
        ),
    )


def _vehicles(content: ReportContent) -> Table:
    return Table(
        tr("Vehicles"),
        columns(
            *(tr("Fleet"), tr("Kind"), tr("Number"), tr("Seats each"), tr("Departs"), tr("Turnaround"), tr("Crew")),
            words=7,
        ),
        tuple(
            row(
                fleet.title,
                NOTHING if fleet.kind is None else tr(str(fleet.kind)),
                count(fleet.count),
                count(fleet.capacity),
                departures_in_words(fleet),
                planned_duration(fleet.turnaround),
                counted(fleet.crew, content.title_of) or NOTHING,
            )
            for fleet in content.scenario.vehicles.values()
        ),
    )


def _supplies(content: ReportContent) -> Table:
    return Table(
        tr("Supplies"),
        columns(tr("Supply"), tr("For whom"), tr("Used"), tr("In stock"), tr("Ordered"), words=5),
        tuple(
            row(
                content.title_of(name),
                *supply_in_words(supply, content.title_of),
            )
            for name, supply in content.scenario.supplies.items()
        ),
    )
