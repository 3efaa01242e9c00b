"""What a tile says: an indicator in words, held against its standard, with how it went so far."""

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np

from reception_sim.recording import Times
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.standards import MEASURES, Indicator, StandardPlan
from reception_sim.statistics import IndicatorFigure, RunFigures, Series
from reception_sim.translation import tr
from ui import wording

_CLOSE: Final = 0.1  # of the limit


class Verdict(StrEnum):
    """How an indicator stands against its standard."""

    MET = "met"
    CLOSE = "close"
    MISSED = "missed"
    OPEN = "nothing measured yet"
    PLAIN = ""


@dataclass(frozen=True)
class TileContent:
    """What one tile shows; *place* says which people or moment the value is of; no *trend* where none is known."""

    name: str
    place: str
    value: str
    verdict: Verdict
    standard: str
    source: str
    trend: tuple[float, ...] = ()


def tiles_of(scenario: ScenarioPlan, figures: RunFigures, series: Series | None) -> list[TileContent]:
    """Return a tile for each indicator with a standard, and for those in the system; in the plan's order."""
    judged = [figure for figure in figures.indicators if figure.standard is not None]
    return [*(_tile(scenario, figure, series) for figure in judged), _in_system(figures, series)]


def verdict_on(figure: IndicatorFigure) -> Verdict:
    """Hold an indicator against its standard."""
    if figure.standard is None:
        return Verdict.PLAIN
    if figure.met is None or math.isnan(figure.value):
        return Verdict.OPEN
    if not figure.met:
        return Verdict.MISSED
    return Verdict.CLOSE if figure.margin < _CLOSE * abs(figure.standard.limit) else Verdict.MET


def _tile(scenario: ScenarioPlan, figure: IndicatorFigure, series: Series | None) -> TileContent:
    standard = figure.standard
    return TileContent(
        name=wording.label_of(figure.indicator),
        place=_basis(figure, scenario.title_of(figure.place) if figure.place else tr("whole system")),
        value=_value(figure),
        verdict=verdict_on(figure),
        standard=wording.limit_of(standard) if standard else "",
        source=_explained(figure, standard),
        trend=_thinned(trend_of(figure, series)),
    )


def _in_system(figures: RunFigures, series: Series | None) -> TileContent:
    return TileContent(
        name=wording.label_of(Indicator.PERSONS_IN_SYSTEM),
        place=tr("now"),
        value=wording.count(figures.persons.in_system),
        verdict=Verdict.PLAIN,
        standard=tr("{n} arrived so far", n=wording.count(figures.persons.arrived)),
        source=tr("Everybody who has arrived and has neither left by a way out nor given up."),
        trend=_thinned(series.in_system) if series else (),
    )


def _value(figure: IndicatorFigure) -> str:
    """Write a value; the tile's name says already when it counts people."""
    if figure.unit == "persons":
        return wording.count(figure.value)
    return wording.format_value(figure.value, figure.unit)


def _basis(figure: IndicatorFigure, place: str) -> str:
    """Say which people or which moment a value is of, and where: worst so far, Transit centre."""
    share = figure.standard.share if figure.standard else None
    if share is None:
        return tr("worst so far, {place}", place=place)
    percent = f"{100 * share:g}"
    if MEASURES[figure.indicator].is_time:
        return tr("{share} % of people, {place}", share=percent, place=place)
    return tr("{share} % of the time, {place}", share=percent, place=place)


def _explained(figure: IndicatorFigure, standard: StandardPlan | None) -> str:
    parts = [tr("Standard: {source}", source=standard.source)] if standard else []
    if MEASURES[figure.indicator].is_time:
        parts.append(tr("Over the people who got there so far."))
        if figure.undecided_persons:
            waiting = wording.people(figure.undecided_persons)
            parts.append(tr("{people} still wait, within the limit so far.", people=waiting))
    elif standard is not None and standard.share is None:
        parts.append(tr("The worst moment of the run so far."))
    return "\n".join(parts)


def trend_of(figure: IndicatorFigure, series: Series | None) -> Times:
    """Return the course over time of what an indicator measures, where the run's series tells it; else nothing."""
    if series is None:
        return np.empty(0)
    site = next((site for site in series.sites if site.id == figure.place), None)
    station = next((station for station in series.stations if station.id == figure.place), None)
    if site is not None:
        return site.without_shelter if figure.indicator is Indicator.PERSONS_WITHOUT_SHELTER else site.occupancy
    if station is not None:
        return station.busy if figure.indicator is Indicator.UTILISATION else station.queue
    return series.in_system if figure.indicator is Indicator.PERSONS_IN_SYSTEM else np.empty(0)


def _thinned(course: Times, points: int = 60) -> tuple[float, ...]:
    if len(course) <= points:
        return tuple(course.tolist())
    chosen = np.linspace(0, len(course) - 1, points).astype(int)
    return tuple(course[chosen].tolist())
