"""How full a site is over time, and what there is of it for each person."""

from dataclasses import dataclass

from reception_sim.protection import with_child_alone
from reception_sim.recording import LevelKind
from reception_sim.scenario.quantities import HOUR
from reception_sim.scenario.sites import SitePlan
from reception_sim.statistics.account import Account
from reception_sim.statistics.courses import Course
from reception_sim.statistics.figures import SiteFigures
from reception_sim.statistics.stories import Changes

_NAN = float("nan")


@dataclass(frozen=True)
class SiteCourses:
    """Persons who stay in a site, those of them without shelter, places there are, and those with a child alone."""

    occupancy: Course
    without_shelter: Course
    places: Course
    children_alone: Course


def site_courses(account: Account) -> dict[str, SiteCourses]:
    """Return the courses of each site of the plan."""
    occupancy = _courses(account, account.stories.stay)
    without_shelter = _courses(account, account.stories.outside)
    alone = _courses(account, _of_children_alone(account, account.stories.stay))
    return {
        name: SiteCourses(occupancy[name], without_shelter[name], places_of(account, name), alone[name])
        for name in account.scenario.sites
    }


def site_figures(name: str, plan: SitePlan, courses: SiteCourses) -> SiteFigures:
    """Return the figures of a site."""
    occupancy, outside = courses.occupancy, courses.without_shelter
    most = occupancy.maximum
    return SiteFigures(
        id=name,
        capacity=plan.capacity,
        occupancy_max=most,
        occupancy_max_at=occupancy.maximum_at,
        occupancy_mean=occupancy.mean,
        occupancy_at_end=occupancy.at_end,
        person_hours_above_capacity=occupancy.minus(courses.places).integral_above(0.0) / HOUR,
        without_shelter_max=outside.maximum,
        without_shelter_person_hours=outside.integral / HOUR,
        covered_area_per_person_min=_for_each(plan.covered_area_m2, most),
        persons_per_toilet_max=_persons_per(plan.toilets, most),
        persons_per_shower_max=_persons_per(plan.showers, most),
        persons_per_tap_max=_persons_per(plan.taps, most),
        water_per_person_min=_for_each(plan.water_l_per_day, most),
    )


def _of_children_alone(account: Account, changes: Changes) -> Changes:
    """Return the changes by travel groups in which a child is alone, whether anybody has seen it or not."""
    chosen = with_child_alone(account.recording.people)[account.stories.group[changes.row]]
    return Changes(changes.row[chosen], changes.place[chosen], changes.sign[chosen])


def _courses(account: Account, changes: Changes) -> dict[str, Course]:
    """Add up the changes at each site, in persons."""
    time, change = account.stories.time[changes.row], changes.sign * account.persons(changes.row)
    courses = {}
    for name in account.scenario.sites:
        here = changes.place == account.place[name]
        courses[name] = Course.of_changes(time[here], change[here], account.until)
    return courses


def _for_each(amount: float | None, persons: float) -> float:
    return amount / persons if amount is not None and persons else _NAN


def _persons_per(things: int | None, persons: float) -> float:
    if things is None or not persons:
        return _NAN
    return persons / things if things else float("inf")


def places_of(account: Account, site: str) -> Course:
    """Return the places of a site over time."""
    planned = account.scenario.sites[site].capacity
    changes = account.level(LevelKind.PLACES_CHANGED, site)
    return Course(changes.time, changes.value + planned, account.until)
