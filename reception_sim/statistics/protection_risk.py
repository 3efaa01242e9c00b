"""Protection risk by site and over time; what a risk is made of stands in `reception_sim.protection`."""

from collections.abc import Iterator
from typing import Final

import numpy as np

from reception_sim.protection import HIGH, Risk, Standing, risk_over
from reception_sim.scenario.quantities import HOUR
from reception_sim.scenario.sites import SitePlan
from reception_sim.statistics.courses import Course
from reception_sim.statistics.findings import Findings
from reception_sim.statistics.occupancy import SiteCourses
from reception_sim.statistics.part_figures import Part, PartFigure

_KEYS: Final = {Risk.VIOLENCE: "violence", Risk.CHILDREN: "children", Risk.TRAFFICKING: "trafficking"}


def protection_risk(findings: Findings) -> Iterator[PartFigure]:
    """Yield, for each site, each risk's mean over the time when people were there, its worst, and hours when high."""
    for name, plan in findings.account.scenario.sites.items():
        stays = findings.stays[name]
        for risk, key in _KEYS.items():
            course = risk_at(plan, stays, risk)
            peopled = float(course.held_s[stays.occupancy.at(course.time) > 0].sum())
            yield PartFigure(Part.PROTECTION_RISK, name, f"{key}_mean", course.integral / peopled if peopled else 0.0)
            yield PartFigure(Part.PROTECTION_RISK, name, f"{key}_worst", course.maximum)
            hours = float(course.held_s[course.value >= HIGH].sum()) / HOUR
            yield PartFigure(Part.PROTECTION_RISK, name, f"{key}_hours", hours)


def worst_risk(plan: SitePlan, stays: SiteCourses) -> Course:
    """Return the highest of the risks (%) at a site at each moment."""
    courses = [risk_at(plan, stays, risk) for risk in Risk]
    return Course(courses[0].time, np.max([course.value for course in courses], axis=0), courses[0].until)


def risk_at(plan: SitePlan, stays: SiteCourses, risk: Risk) -> Course:
    """Return the share (%) of conditions that hold at a site over time, 0 while nobody is there."""
    courses = (stays.occupancy, stays.places, stays.without_shelter, stays.children_alone)
    time = np.unique(np.concatenate([course.time for course in courses]))
    standing = Standing(*(course.at(time) for course in courses))
    return Course(time, risk_over(plan, standing, risk), stays.occupancy.until)
