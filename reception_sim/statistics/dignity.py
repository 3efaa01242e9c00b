"""Dignity in figures: nights without shelter, hours without enough water, toilets or supplies, children left alone."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Final, TypeAlias

import numpy as np

from reception_sim.recording import EventKind, LevelKind
from reception_sim.scenario.calendar import Calendar
from reception_sim.scenario.duties import DutyPlan
from reception_sim.scenario.hazards import WEATHER
from reception_sim.scenario.people import SpecificNeed
from reception_sim.scenario.plan import ScenarioPlan
from reception_sim.scenario.quantities import DAY, HOUR
from reception_sim.scenario.standards import Indicator
from reception_sim.statistics.account import Account
from reception_sim.statistics.courses import Course
from reception_sim.statistics.family_tracing import families_apart
from reception_sim.statistics.findings import Findings
from reception_sim.statistics.part_figures import Part, PartFigure
from reception_sim.statistics.stories import sorted_by
from reception_sim.statistics.supplies_in_use import person_days_without

EVENING: Final = 22 * HOUR  # a night is from here to morning, local time: a convention of this program
MORNING: Final = 6 * HOUR
NIGHT: Final = 24 * HOUR - EVENING + MORNING
Span: TypeAlias = tuple[float, float]


def dignity(findings: Findings) -> Iterator[PartFigure]:
    """Yield what people had to do without: in the whole system, at each site, and of each supply."""
    account = findings.account
    yield PartFigure(Part.DIGNITY, "", "nights", nights_without_shelter(findings))
    failed = sum(
        findings.clocks.state(name, account.until).breaches
        for name, duty in account.scenario.duties.items()
        if _is_for_children_alone(duty)
    )
    if any(map(_is_for_children_alone, account.scenario.duties.values())):
        yield PartFigure(Part.DIGNITY, "", "children_alone", failed)
    if (account.recording.people.family >= 0).any():
        yield PartFigure(Part.DIGNITY, "", "families_apart", families_apart(account))
    for site in account.scenario.sites:
        yield from _at_site(findings, site)
    for name in account.scenario.supplies:
        days = person_days_without(findings, name)
        if not np.isnan(days):
            yield PartFigure(Part.DIGNITY, name, "supply_hours", days * DAY / HOUR)


def nights_without_shelter(findings: Findings, since: float = 0.0, to: float = float("inf")) -> float:
    """Return person-nights (22:00 to 06:00 local time) of people who had no place in a site and were not under way.

    An hour of a night counts as an eighth of it.
    """
    account = findings.account
    all_nights = _nights(account.scenario, account.until)
    nights = [(max(begins, since), min(ends, to)) for begins, ends in all_nights if begins < to and ends > since]
    sheltered = sum(
        _during(stays.occupancy, nights) - _during(stays.without_shelter, nights) for stays in findings.stays.values()
    )
    without = _during(account.persons_in_system, nights) - _during(_under_way(account), nights) - sheltered
    return without / NIGHT


def _at_site(findings: Findings, site: str) -> Iterator[PartFigure]:
    plan, stays = findings.account.scenario.sites[site], findings.stays[site]
    nights = _during(stays.without_shelter, _nights(findings.account.scenario, findings.account.until)) / NIGHT
    yield PartFigure(Part.DIGNITY, site, "nights", nights)
    if any(hazard.kind in WEATHER for hazard in findings.account.scenario.hazards.values()):
        hours = _during(stays.without_shelter, _bad_weather(findings.account)) / HOUR
        yield PartFigure(Part.DIGNITY, site, "weather_hours", hours)
    least = _limit(findings.account.scenario, Indicator.WATER_PER_PERSON, site)
    if least and plan.water_l_per_day is not None:
        hours = stays.occupancy.integral_above(plan.water_l_per_day / least) / HOUR
        yield PartFigure(Part.DIGNITY, site, "water_hours", hours)
    most = _limit(findings.account.scenario, Indicator.PERSONS_PER_TOILET, site)
    if most is not None and plan.toilets is not None:
        hours = stays.occupancy.integral_above(plan.toilets * most) / HOUR
        yield PartFigure(Part.DIGNITY, site, "toilet_hours", hours)


def _bad_weather(account: Account) -> list[Span]:
    """Return when a hazard of the weather strikes; times of several at once count once."""
    kinds = {name: plan.kind for name, plan in account.scenario.hazards.items()}
    courses = [account.level(LevelKind.HAZARD, name) for name, kind in kinds.items() if kind in WEATHER]
    moments = np.unique(np.concatenate([course.time for course in courses]))
    strikes = np.any([course.at(moments) > 0 for course in courses], axis=0)
    ends = np.append(moments[1:], account.until)
    return [(since, to) for since, to, holds in zip(moments, ends, strikes, strict=True) if holds]


def _limit(scenario: ScenarioPlan, indicator: Indicator, site: str) -> float | None:
    """Return the plan's own standard for a site, if it has one; the strictest of several is the first it names."""
    return next((one.limit for one in scenario.standards if one.indicator is indicator and one.at == site), None)


def _is_for_children_alone(duty: DutyPlan) -> bool:
    whom = duty.whom
    return whom is not None and (whom.children_alone is True or whom.needs == (SpecificNeed.UNACCOMPANIED_CHILD,))


def _nights(scenario: ScenarioPlan, until: float) -> list[Span]:
    """Return the nights of a run as spans of seconds since its start, cut where the run begins and ends."""
    calendar = Calendar.of(scenario)
    first = scenario.start.date() - timedelta(days=1)
    days = [first + timedelta(days=number) for number in range(int(until // DAY) + 3)]
    spans = [
        (max(0.0, calendar.seconds_on(day, EVENING)), min(until, calendar.seconds_on(day + timedelta(days=1), MORNING)))
        for day in days
    ]
    return [(since, to) for since, to in spans if since < to]


def _during(course: Course, spans: Sequence[Span]) -> float:
    """Return a level times the seconds for which it holds within some spans."""
    moments = np.append(course.time, course.until)
    so_far = np.concatenate(([0.0], np.cumsum(course.value * course.held_s)))
    return float(sum(np.interp(to, moments, so_far) - np.interp(since, moments, so_far) for since, to in spans))


def _under_way(account: Account) -> Course:
    """Return the persons who have set out and are not there yet: from setting out to the group's next event."""
    stories = account.stories
    order = sorted_by(stories.group)
    sets_out = np.flatnonzero(stories.kind[order] == EventKind.GROUP_SET_OUT)
    arrives = sets_out + 1
    same = arrives < len(order)
    same[same] = stories.group[order[arrives[same]]] == stories.group[order[sets_out[same]]]
    out, there = order[sets_out], order[arrives[same]]
    time = np.concatenate((stories.time[out], stories.time[there]))
    change = np.concatenate((account.persons(out), -account.persons(there)))
    by_time = np.argsort(time, kind="stable")
    return Course.of_changes(time[by_time], change[by_time], account.until)
