"""The charts of a run over calendar time, and the same day by day as a table."""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from reception_sim.experiments.summary import Band
from reception_sim.recording import Times
from reception_sim.reports.charts import Course, Limit, TimeChart, draw
from reception_sim.reports.content import ReportContent
from reception_sim.reports.document import Block, Gallery, Picture, Section, Table, columns, row
from reception_sim.reports.wording import about_people, count, day_and_hour, format_value, people
from reception_sim.scenario.quantities import DAY
from reception_sim.scenario.sites import SitePlan
from reception_sim.scenario.standards import Indicator, StandardPlan
from reception_sim.translation import tr

_HALF: Final = (374.0, 220.0)


@dataclass(frozen=True)
class _Shown:
    """A course to draw: of the only run, or of all replications with their band."""

    time: Times
    values: Times
    low: Times | None = None
    high: Times | None = None


def over_time(content: ReportContent) -> Section:
    """Return the charts, the largest first, and the table of days."""
    blocks: list[Block] = [*_site_charts(content), _system_chart(content)]
    queues = tuple(_queue_charts(content))
    if queues:
        blocks.append(Gallery(queues, _note(content)))
    blocks.append(_days(content))
    return Section(tr("Over time"), tuple(blocks))


def _site_charts(content: ReportContent) -> Iterator[Picture]:
    for place, figures in enumerate(content.figures.series.sites):
        site = content.scenario.sites[figures.id]
        shown = _shown(content, figures.occupancy, content.estimates.series.sites[place].occupancy)
        limits = (Limit(tr("{n} places", n=count(site.capacity)), site.capacity), *_limits_of_site(content, figures.id))
        yield _chart(content, tr("People staying: {site}", site=site.title), shown, limits)


def _limits_of_site(content: ReportContent, name: str) -> Iterator[Limit]:
    """Yield how many people the standards of a site allow, where that is another number than its places."""
    site = content.scenario.sites[name]
    seen = {site.capacity}
    for standard in content.scenario.standards:
        persons = _persons_allowed(standard, site) if standard.at == name else None
        if persons is not None and round(persons) not in seen:
            seen.add(round(persons))
            yield Limit(tr("{n}: {limit}", n=count(persons), limit=_short_limit(standard)), persons)


def _persons_allowed(standard: StandardPlan, site: SitePlan) -> float | None:
    allowed = _ALLOWED.get(standard.indicator)
    return allowed(site, standard.limit) if allowed else None


def _divided(amount: float | None, each: float) -> float | None:
    return amount / each if amount is not None and each > 0 else None


def _multiplied(things: int | None, each: float) -> float | None:
    return None if things is None else things * each


def _short_limit(standard: StandardPlan) -> str:
    match standard.indicator:
        case Indicator.PERSONS_PER_TOILET:
            return tr("{n} a toilet", n=count(standard.limit))
        case Indicator.PERSONS_PER_SHOWER:
            return tr("{n} a shower", n=count(standard.limit))
        case Indicator.PERSONS_PER_TAP:
            return tr("{n} a tap", n=count(standard.limit))
        case Indicator.OCCUPANCY:
            return tr("{n} % full", n=count(standard.limit))
        case Indicator.WATER_PER_PERSON:
            return tr("{n} l water each", n=f"{standard.limit:g}")
        case _:
            return tr("{amount} each", amount=format_value(standard.limit, "m2"))


def _system_chart(content: ReportContent) -> Picture:
    series, bands = content.figures.series, content.estimates.series
    shown = _shown(content, series.in_system, bands.in_system)
    limits = tuple(
        Limit(tr("limit: {n}", n=count(standard.limit)), standard.limit)
        for standard in content.scenario.standards
        if standard.indicator is Indicator.PERSONS_IN_SYSTEM
    )
    return _chart(content, tr("People in the whole reception system"), shown, limits)


def _queue_charts(content: ReportContent) -> Iterator[Picture]:
    for place, figures in enumerate(content.figures.series.stations):
        shown = _shown(content, figures.queue, content.estimates.series.stations[place].queue)
        if not np.any(shown.values) and (shown.high is None or not np.any(shown.high)):
            continue
        station = content.scenario.stations[figures.id]
        area = station.waiting_area
        limits = [Limit(tr("{n} places", n=count(area.capacity)), area.capacity)] if area else []
        limits += [
            Limit(tr("limit: {n}", n=count(standard.limit)), standard.limit)
            for standard in content.scenario.standards
            if standard.indicator is Indicator.QUEUE and standard.at == figures.id
        ]
        chart = _chart(content, tr("Queue: {station}", station=station.title), shown, tuple(limits), _HALF)
        yield replace(chart, note="")


def _shown(content: ReportContent, values: Times, band: Band) -> _Shown:
    if content.replicated:
        return _Shown(content.estimates.series.time, band.median, band.low, band.high)
    return _Shown(content.figures.series.time, values)


def _chart(
    content: ReportContent,
    title: str,
    shown: _Shown,
    limits: tuple[Limit, ...],
    size: tuple[float, float] = (760.0, 270.0),
) -> Picture:
    chart = TimeChart(
        time=shown.time,
        courses=(Course(title, shown.values, shown.low, shown.high),),
        limits=limits,
        unit=tr("people"),
        calendar=content.calendar,
    )
    return Picture(title, draw(chart, *size), _description(content, title, shown, limits), _note(content))


def _note(content: ReportContent) -> str:
    if not content.replicated:
        return ""
    n = content.estimates.replications
    return tr("Line: median of {n} replications. Pale band: nine in ten of them lie within it.", n=n)


def _description(content: ReportContent, title: str, shown: _Shown, limits: tuple[Limit, ...]) -> str:
    """Say what the chart shows: where the course starts, its peak, where it ends, and the limits."""
    peak = int(shown.values.argmax())
    said = tr(
        "{title}. It starts at {start}, is highest with {peak} on {when}, and ends at {end}.",
        title=title,
        start=people(round(float(shown.values[0]))),
        peak=about_people(round(float(shown.values[peak]))),
        when=day_and_hour(content.calendar, float(shown.time[peak])),
        end=people(round(float(shown.values[-1]))),
    )
    lines = " ".join(tr("A line marks {name}.", name=limit.name) for limit in limits)
    return f"{said} {lines}".strip()


def _days(content: ReportContent) -> Table:
    series, calendar = content.figures.series, content.calendar
    sites = series.sites
    days = [
        (day, max(calendar.seconds_on(day, 0), 0.0), min(calendar.seconds_on(day, DAY), float(series.time[-1])))
        for day in calendar.days(float(series.time[-1]))
    ]
    return Table(
        tr("Day by day (people)"),
        columns(
            *(tr("Day"), tr("Came"), tr("Left"), tr("In the system at its end")),
            *(tr("{site} at its end", site=content.title_of(site.id)) for site in sites),
        ),
        tuple(
            row(
                f"{day:%a} {day.day} {day:%B}",
                count(_at(content, series.arrived, ends) - _at(content, series.arrived, begins)),
                count(_at(content, series.departed, ends) - _at(content, series.departed, begins)),
                count(_at(content, series.in_system, ends)),
                *(count(_at(content, site.occupancy, ends)) for site in sites),
            )
            for day, begins, ends in days
            if ends > begins
        ),
        note=tr("Of replication 0.") if content.replicated else "",
    )


def _at(content: ReportContent, values: Times, moment: float) -> float:
    """Return the level that holds at a moment: that of the last grid point not after it."""
    place = int(np.searchsorted(content.figures.series.time, moment, side="right")) - 1
    return float(values[place]) if place >= 0 else math.nan


_ALLOWED: Final[dict[Indicator, Callable[[SitePlan, float], float | None]]] = {
    Indicator.OCCUPANCY: lambda site, limit: site.capacity * limit / 100,
    Indicator.COVERED_AREA_PER_PERSON: lambda site, limit: _divided(site.covered_area_m2, limit),
    Indicator.WATER_PER_PERSON: lambda site, limit: _divided(site.water_l_per_day, limit),
    Indicator.PERSONS_PER_TOILET: lambda site, limit: _multiplied(site.toilets, limit),
    Indicator.PERSONS_PER_SHOWER: lambda site, limit: _multiplied(site.showers, limit),
    Indicator.PERSONS_PER_TAP: lambda site, limit: _multiplied(site.taps, limit),
}
