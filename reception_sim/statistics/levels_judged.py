"""The level that a standard limits at every moment; NaN while there is nobody for whom it could be told."""

from dataclasses import replace

import numpy as np

from reception_sim.scenario.sites import SitePlan
from reception_sim.scenario.standards import Indicator, StandardPlan
from reception_sim.statistics.borders import pressure_to_close
from reception_sim.statistics.courses import Course
from reception_sim.statistics.findings import Findings
from reception_sim.statistics.protection_risk import worst_risk


def level_of(standard: StandardPlan, findings: Findings) -> Course | None:
    """Return the course of what a standard limits; None for what only a whole run has."""
    place = standard.at or ""
    match standard.indicator:
        case Indicator.PERSONS_IN_SYSTEM:
            return findings.account.persons_in_system
        case Indicator.PRESSURE_TO_CLOSE:
            return pressure_to_close(findings.account)
        case Indicator.QUEUE:
            return findings.queues[place]
        case Indicator.AREA_PER_WAITING_PERSON:
            area = findings.account.scenario.stations[place].waiting_area
            return _shared(area.area_m2 if area else None, findings.queues[place])
        case _:
            site = findings.account.scenario.sites.get(place)
            return None if site is None else _of_site(standard.indicator, place, site, findings)


def _of_site(indicator: Indicator, place: str, site: SitePlan, findings: Findings) -> Course | None:
    stays = findings.stays[place]
    match indicator:
        case Indicator.OCCUPANCY:
            return _per(site.capacity, stays.occupancy, 100.0)
        case Indicator.PERSONS_WITHOUT_SHELTER:
            return stays.without_shelter
        case Indicator.PROTECTION_RISK:
            return worst_risk(site, stays)
        case Indicator.COVERED_AREA_PER_PERSON:
            return _shared(site.covered_area_m2, stays.occupancy)
        case Indicator.WATER_PER_PERSON:
            return _shared(site.water_l_per_day, stays.occupancy)
        case _:
            return _per(_things(indicator, site), _while_somebody(stays.occupancy), 1.0)


def _things(indicator: Indicator, site: SitePlan) -> int | None:
    match indicator:
        case Indicator.PERSONS_PER_TOILET:
            return site.toilets
        case Indicator.PERSONS_PER_SHOWER:
            return site.showers
        case Indicator.PERSONS_PER_TAP:
            return site.taps
        case _:
            return None


def _while_somebody(course: Course) -> Course:
    return replace(course, value=np.where(course.value > 0, course.value, np.nan))


def _shared(amount: float | None, course: Course) -> Course | None:
    """Return what of an amount each person has."""
    if amount is None:
        return None
    somebody = _while_somebody(course)
    return replace(somebody, value=amount / somebody.value)


def _per(things: int | None, course: Course, size: float) -> Course | None:
    """Return how many persons, times *size*, there are for each thing; without any it is infinitely bad."""
    if things is None:
        return None
    value = size * course.value / things if things else np.where(course.value > 0, np.inf, 0.0 * course.value)
    return replace(course, value=value)
