"""A forecast put on a page: the sentence about a limit, with and without what is weighed, and the bands over time."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from reception_sim.experiments import BAND, Forecast, Reach, reach_of
from reception_sim.experiments.summary import Band, SummarySeries
from reception_sim.recording import Integers
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.calendar import Calendar
from reception_sim.translation import tr
from ui import wording
from ui.plots.content import ReferenceLine
from ui.plots.figures import BandChart, TimeBand
from ui.plots.wall_clock import wall_clock

SYSTEM = ""


@dataclass(frozen=True)
class ForecastShown:
    """What is said of a forecast, and drawn."""

    place: str
    sentences: tuple[str, ...]
    figure: BandChart


def counted(scenario: ScenarioPlan) -> Iterator[tuple[str, str]]:
    """Yield what can be forecast: each place by its id ("" is the whole system), and what is counted there."""
    yield SYSTEM, tr("People in the system")
    for name in scenario.stations:
        yield name, tr("Queue of {station}", station=scenario.title_of(name))
    for name in scenario.sites:
        yield name, tr("People in {site}", site=scenario.title_of(name))


def forecast_shown(forecast: Forecast, place: str, limit: int, weighed: str) -> ForecastShown:
    """Return what is shown of the people at a place, held against a *limit*; *weighed* says the decision, if any."""
    scenario = forecast.question.scenario
    what = dict(counted(scenario))[place]
    courses = [(tr("As it is"), forecast.series)]
    if forecast.with_weighed is not None:
        courses.append((tr("With: {decision}", decision=weighed), forecast.with_weighed))
    sentences = [
        tr("{course}: {sentence}", course=name, sentence=_sentence(forecast, series, place, limit, what))
        for name, series in courses
    ]
    return ForecastShown(place, (*sentences, _basis(forecast)), _figure(forecast, courses, place, limit, what))


def _sentence(forecast: Forecast, series: SummarySeries, place: str, limit: int, what: str) -> str:
    question = forecast.question
    calendar = Calendar.of(question.scenario)
    reach = reach_of(series.time, band_at(series, place), limit, question.now)
    if reach.median is None:
        return _of_no_reach(reach, what, limit, wording.short_moment(calendar, question.until), calendar)
    moment = wording.short_moment(calendar, reach.median)
    assert reach.earliest is not None  # the upper end of a band is not below its median
    since = wording.short_moment(calendar, reach.earliest)
    if reach.latest is None:
        return tr(
            "{what} reaches {limit} at {moment} ({share} band: {since}, or not at all by then)",
            what=what,
            limit=limit,
            moment=moment,
            share=f"{BAND:.0%}",
            since=since,
        )
    until = wording.short_moment(calendar, reach.latest)
    return tr(
        "{what} reaches {limit} at {moment} ({share} band: {since} to {until})",
        what=what,
        limit=limit,
        moment=moment,
        share=f"{BAND:.0%}",
        since=since,
        until=until,
    )


def _of_no_reach(reach: Reach, what: str, limit: int, until: str, calendar: Calendar) -> str:
    if reach.earliest is None:
        return tr("{what} stays below {limit} until {until}", what=what, limit=limit, until=until)
    since = wording.short_moment(calendar, reach.earliest)
    return tr(
        "{what} is more likely than not below {limit} until {until}, but may reach it from {since} on",
        what=what,
        limit=limit,
        until=until,
        since=since,
    )


def _basis(forecast: Forecast) -> str:
    moment = wording.short_moment(Calendar.of(forecast.question.scenario), forecast.question.now)
    return tr(
        "From {n} futures that share the past up to {moment}, if nothing else is done and no other inject comes.",
        n=forecast.done,
        moment=moment,
    )


def _figure(
    forecast: Forecast, courses: list[tuple[str, SummarySeries]], place: str, limit: int, what: str
) -> BandChart:
    question, first = forecast.question, courses[0][1]
    seen = np.flatnonzero(first.time >= question.now - (question.until - question.now))  # as much past as future
    bands = tuple(_drawn(name, band_at(series, place), seen) for name, series in courses)
    return BandChart(
        tr("{what}: median of the futures, and the middle {share} of them", what=what, share=f"{BAND:.0%}"),
        tr("people"),
        wall_clock(Calendar.of(question.scenario), first.time[seen]),
        bands,
        (ReferenceLine(tr("Limit"), float(limit)),),
    )


def band_at(series: SummarySeries, place: str) -> Band:
    """Return the band of the people at a place, "" for the whole system."""
    bands = {SYSTEM: series.in_system}
    bands |= {station.id: station.queue for station in series.stations}
    bands |= {site.id: site.occupancy for site in series.sites}
    return bands[place]


def _drawn(name: str, band: Band, seen: Integers) -> TimeBand:
    return TimeBand(name, band.low[seen], band.median[seen], band.high[seen])
