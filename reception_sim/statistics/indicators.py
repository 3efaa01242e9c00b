"""Every indicator at every place where it can be measured, held against the plan's standards."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Final, TypeAlias

import numpy as np

from reception_sim.recording import Times
from reception_sim.scenario.sites import SitePlan
from reception_sim.scenario.standards import MEASURES, Indicator, Scope
from reception_sim.statistics.borders import pressure_to_close
from reception_sim.statistics.courses import Course
from reception_sim.statistics.dignity import nights_without_shelter
from reception_sim.statistics.duties import kept
from reception_sim.statistics.family_tracing import families_apart
from reception_sim.statistics.figures import IndicatorFigure
from reception_sim.statistics.findings import Findings
from reception_sim.statistics.interpretation import language_coverage
from reception_sim.statistics.judging import Sample, judge
from reception_sim.statistics.milestones import TimesTo
from reception_sim.statistics.needs_seen import needs_of_people
from reception_sim.statistics.protection_risk import worst_risk
from reception_sim.statistics.supplies import coverage

Taking: TypeAlias = Callable[[Findings, str], Sample | None]


def indicator_figures(findings: Findings, asked: Collection[Indicator] = tuple(Indicator)) -> Iterator[IndicatorFigure]:
    """Yield the figures of each indicator that is *asked* for, place by place; of several standards, one for each."""
    standards = findings.account.scenario.standards
    for indicator in (one for one in Indicator if one in asked):
        for place in _places(MEASURES[indicator].scope, findings):
            sample = _TAKING[indicator](findings, place)
            limits = [one for one in standards if one.indicator is indicator and (one.at or "") == place]
            if sample is not None or limits:
                yield from (judge(indicator, place, sample, limit) for limit in limits or (None,))


def _places(scope: Scope, findings: Findings) -> Iterable[str]:
    scenario = findings.account.scenario
    places: dict[Scope, Iterable[str]] = {
        Scope.SYSTEM: ("",),
        Scope.STATION: scenario.stations,
        Scope.SITE: scenario.sites,
        Scope.SUPPLY: scenario.supplies,
        Scope.DUTY: scenario.duties,
        Scope.ROLE: scenario.staff,
        Scope.ENTRY: scenario.entry_points,
    }
    return places[scope]


def _waiting_time(findings: Findings, station: str) -> Sample:
    waits, size = findings.waits[station], findings.account.size
    return Sample.of_persons(waits.seconds, size[waits.group], waits.so_far, size[waits.waiting])


def _queue(findings: Findings, station: str) -> Sample:
    return Sample.of_course(findings.queues[station])


def _utilisation(findings: Findings, station: str) -> Sample:
    return Sample.of_whole_run(100 * findings.stations[station].utilisation)


def _area_per_waiting_person(findings: Findings, station: str) -> Sample | None:
    area = findings.account.scenario.stations[station].waiting_area
    return _for_each(area.area_m2 if area else None, findings.queues[station])


def _time_to_registration(findings: Findings, _: str) -> Sample:
    return _times(findings.to_registration)


def _time_to_shelter(findings: Findings, _: str) -> Sample:
    return _times(findings.to_shelter)


def _time_in_system(findings: Findings, _: str) -> Sample:
    return _times(findings.in_system)


def _persons_in_system(findings: Findings, _: str) -> Sample:
    return Sample.of_course(findings.account.persons_in_system)


def _occupancy(findings: Findings, site: str) -> Sample:
    course = findings.stays[site].occupancy
    capacity = findings.account.scenario.sites[site].capacity
    return Sample.of_level(_in_percent(course, capacity), course.held_s)


def _without_shelter(findings: Findings, site: str) -> Sample:
    return Sample.of_course(findings.stays[site].without_shelter)


def _supply_coverage(findings: Findings, supply: str) -> Sample:
    return Sample.of_whole_run(coverage(findings.supplies[supply]))


def _duty_kept(findings: Findings, duty: str) -> Sample:
    return Sample.of_whole_run(100 * kept(findings.clocks.state(duty, findings.account.until)))


def _needs_seen(findings: Findings, _: str) -> Sample:
    return Sample.of_whole_run(100 * needs_of_people(findings.account).share_seen)


def _nights_without_shelter(findings: Findings, _: str) -> Sample:
    return Sample.of_whole_run(nights_without_shelter(findings))


def _families_apart(findings: Findings, _: str) -> Sample:
    return Sample.of_whole_run(families_apart(findings.account))


def _pressure_to_close(findings: Findings, _: str) -> Sample | None:
    pressure = pressure_to_close(findings.account)
    return None if pressure is None else Sample.of_course(pressure)


def _protection_risk(findings: Findings, site: str) -> Sample:
    return Sample.of_course(worst_risk(findings.account.scenario.sites[site], findings.stays[site]))


def _language_coverage(findings: Findings, _: str) -> Sample | None:
    share = language_coverage(findings)
    return None if np.isnan(share) else Sample.of_whole_run(share)


def _amount_per_person(amount: Callable[[SitePlan], float | None]) -> Taking:
    def take(findings: Findings, site: str) -> Sample | None:
        return _for_each(amount(findings.account.scenario.sites[site]), findings.stays[site].occupancy)

    return take


def _persons_per(things: Callable[[SitePlan], int | None]) -> Taking:
    def take(findings: Findings, site: str) -> Sample | None:
        return _for_each_thing(things(findings.account.scenario.sites[site]), findings.stays[site].occupancy)

    return take


_TAKING: Final[Mapping[Indicator, Taking]] = {
    Indicator.WAITING_TIME: _waiting_time,
    Indicator.QUEUE: _queue,
    Indicator.UTILISATION: _utilisation,
    Indicator.AREA_PER_WAITING_PERSON: _area_per_waiting_person,
    Indicator.TIME_TO_REGISTRATION: _time_to_registration,
    Indicator.TIME_TO_SHELTER: _time_to_shelter,
    Indicator.TIME_IN_SYSTEM: _time_in_system,
    Indicator.PERSONS_IN_SYSTEM: _persons_in_system,
    Indicator.OCCUPANCY: _occupancy,
    Indicator.PERSONS_WITHOUT_SHELTER: _without_shelter,
    Indicator.COVERED_AREA_PER_PERSON: _amount_per_person(lambda site: site.covered_area_m2),
    Indicator.PERSONS_PER_TOILET: _persons_per(lambda site: site.toilets),
    Indicator.PERSONS_PER_SHOWER: _persons_per(lambda site: site.showers),
    Indicator.PERSONS_PER_TAP: _persons_per(lambda site: site.taps),
    Indicator.WATER_PER_PERSON: _amount_per_person(lambda site: site.water_l_per_day),
    Indicator.SUPPLY_COVERAGE: _supply_coverage,
    Indicator.LANGUAGE_COVERAGE: _language_coverage,
    Indicator.DUTY_KEPT: _duty_kept,
    Indicator.NEEDS_SEEN: _needs_seen,
    Indicator.NIGHTS_WITHOUT_SHELTER: _nights_without_shelter,
    Indicator.FAMILIES_APART: _families_apart,
    Indicator.PRESSURE_TO_CLOSE: _pressure_to_close,
    Indicator.PROTECTION_RISK: _protection_risk,
}


def _times(times: TimesTo) -> Sample:
    return Sample.of_persons(times.seconds, times.persons, times.so_far, times.waiting_persons)


def _for_each(amount: float | None, course: Course) -> Sample | None:
    """Divide an amount among the people there, while there are any."""
    if amount is None:
        return None
    somebody = course.value > 0
    return Sample.of_level(amount / course.value[somebody], course.held_s[somebody])


def _for_each_thing(things: int | None, course: Course) -> Sample | None:
    """Divide the people among things, while there are any people; none for them all is infinitely bad."""
    if things is None:
        return None
    somebody = course.value > 0
    persons = course.value[somebody]
    return Sample.of_level(persons / things if things else persons * np.inf, course.held_s[somebody])


def _in_percent(course: Course, capacity: int) -> Times:
    if capacity:
        return 100 * course.value / capacity
    return np.where(course.value > 0, np.inf, 0.0)
