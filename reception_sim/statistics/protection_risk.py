"""Protection risk by site and over time, from its layout and conditions, in the manner of displacement tracking.

Like the site assessments of IOM's Displacement Tracking Matrix this looks at observable conditions and not at
incidents. Each risk is the share of its conditions that hold, of those that the plan tells anything about. The
conditions are those that such assessments ask for; adding them up with equal weights is this program's own.
"""

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from typing import Final, TypeAlias

import numpy as np

from reception_sim.scenario.quantities import HOUR
from reception_sim.scenario.sites import SitePlan
from reception_sim.statistics.courses import Course
from reception_sim.statistics.findings import Findings
from reception_sim.statistics.occupancy import SiteCourses
from reception_sim.statistics.part_figures import Part, PartFigure

# Thresholds: Sphere Handbook 2018, https://handbook.spherestandards.org/ ; see docs/model.md.
COVERED_AREA_M2: Final = 3.5  # each person, at least
PERSONS_PER_TOILET: Final = 20  # at most
TOILET_DISTANCE_M: Final = 50.0  # at most
LIT: Final = 1.0  # share of the ways and toilets with light, at least; a site assessment asks for any dark spot
HIGH: Final = 50.0  # % of the conditions

# From when on a condition holds: a level above 0; None where the plan does not tell.
Condition: TypeAlias = Callable[[SitePlan, SiteCourses], Course | None]


class Risk(StrEnum):
    """Against what people must be protected."""

    VIOLENCE = "gender-based violence"
    CHILDREN = "child protection"
    TRAFFICKING = "trafficking"


def protection_risk(findings: Findings) -> Iterator[PartFigure]:
    """Yield, for each site, each risk's mean over the time when people were there, its worst, and hours when high."""
    for name, plan in findings.account.scenario.sites.items():
        stays = findings.stays[name]
        for risk, conditions in CONDITIONS.items():
            course = risk_at(plan, stays, conditions)
            if course is None:
                continue
            peopled = float(course.held_s[stays.occupancy.at(course.time) > 0].sum())
            key = _KEYS[risk]
            yield PartFigure(Part.PROTECTION_RISK, name, f"{key}_mean", course.integral / peopled if peopled else 0.0)
            yield PartFigure(Part.PROTECTION_RISK, name, f"{key}_worst", course.maximum)
            hours = float(course.held_s[course.value >= HIGH].sum()) / HOUR
            yield PartFigure(Part.PROTECTION_RISK, name, f"{key}_hours", hours)


def risk_at(plan: SitePlan, stays: SiteCourses, conditions: Mapping[str, Condition]) -> Course | None:
    """Return the share (%) of conditions that hold at a site over time, 0 while nobody is there; None if unknown."""
    known = [course for condition in conditions.values() if (course := condition(plan, stays)) is not None]
    if not known:
        return None
    time = np.unique(np.concatenate([stays.occupancy.time, *(course.time for course in known)]))
    holding = np.sum([course.at(time) > 0 for course in known], axis=0, dtype=np.float64)
    somebody = stays.occupancy.at(time) > 0
    return Course(time, 100 * holding / len(known) * somebody, stays.occupancy.until)


def _always(plan_says: bool | None, stays: SiteCourses) -> Course | None:  # noqa: FBT001 - what the plan says
    return None if plan_says is None else stays.occupancy.above(0.0 if plan_says else np.inf)


def _overcrowded(_: SitePlan, stays: SiteCourses) -> Course:
    return stays.occupancy.minus(stays.places)


def _little_space(plan: SitePlan, stays: SiteCourses) -> Course | None:
    return None if plan.covered_area_m2 is None else stays.occupancy.above(plan.covered_area_m2 / COVERED_AREA_M2)


def _few_toilets(plan: SitePlan, stays: SiteCourses) -> Course | None:
    return None if plan.toilets is None else stays.occupancy.above(plan.toilets * PERSONS_PER_TOILET)


def _shared_toilets(plan: SitePlan, stays: SiteCourses) -> Course | None:
    return _always(None if plan.toilets_by_sex is None else not plan.toilets_by_sex, stays)


def _far_toilets(plan: SitePlan, stays: SiteCourses) -> Course | None:
    return _always(None if plan.toilet_distance_m is None else plan.toilet_distance_m > TOILET_DISTANCE_M, stays)


def _dark(plan: SitePlan, stays: SiteCourses) -> Course | None:
    return _always(None if plan.lit is None else plan.lit < LIT, stays)


def _without_shelter(_: SitePlan, stays: SiteCourses) -> Course:
    return stays.without_shelter


def _children_alone(_: SitePlan, stays: SiteCourses) -> Course:
    return stays.children_alone


CONDITIONS: Final[Mapping[Risk, Mapping[str, Condition]]] = {
    Risk.VIOLENCE: {
        "overcrowded": _overcrowded,
        "without shelter": _without_shelter,
        "little space": _little_space,
        "few toilets": _few_toilets,
        "shared toilets": _shared_toilets,
        "far toilets": _far_toilets,
        "dark": _dark,
    },
    Risk.CHILDREN: {
        "children alone": _children_alone,
        "overcrowded": _overcrowded,
        "without shelter": _without_shelter,
        "little space": _little_space,
        "dark": _dark,
    },
    Risk.TRAFFICKING: {
        "children alone": _children_alone,
        "overcrowded": _overcrowded,
        "without shelter": _without_shelter,
    },
}
_KEYS: Final = {Risk.VIOLENCE: "violence", Risk.CHILDREN: "children", Risk.TRAFFICKING: "trafficking"}
