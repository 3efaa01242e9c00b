"""What a municipality, a host community or a camp offers beside a bed: schools and clinics."""

from collections.abc import Iterator
from typing import Final

import numpy as np

from reception_sim.recording import Integers
from reception_sim.scenario.people import youngest_age
from reception_sim.scenario.quantities import DAY
from reception_sim.scenario.sites import SitePlan
from reception_sim.statistics.account import Account
from reception_sim.statistics.courses import Course
from reception_sim.statistics.findings import Findings
from reception_sim.statistics.part_figures import Part, PartFigure

SCHOOL_AGES: Final = range(5, 18)  # a person's age is the first year of the band


def town_services(findings: Findings) -> Iterator[PartFigure]:
    """Yield, where the plan says so, children without a place at school and consultations that were missed."""
    for name, plan in findings.account.scenario.sites.items():
        figures = {**_at_school(findings.account, name, plan), **_at_clinics(findings, name, plan)}
        yield from (PartFigure(Part.TOWN_SERVICES, name, measure, value) for measure, value in figures.items())


def _at_school(account: Account, site: str, plan: SitePlan) -> dict[str, float]:
    if plan.school_places is None:
        return {}
    children = _children_at(account, site)
    return {
        "school_places": plan.school_places,
        "children_most": children.maximum,
        "without_most": children.above(plan.school_places).maximum,
        "child_days": children.integral_above(plan.school_places) / DAY,
    }


def _at_clinics(findings: Findings, site: str, plan: SitePlan) -> dict[str, float]:
    if plan.consultations_per_day is None or plan.consultations_each_a_day is None:
        return {}
    persons, each = findings.stays[site].occupancy, plan.consultations_each_a_day
    wanted = persons.integral * each / DAY
    missed = persons.integral_above(plan.consultations_per_day / each) * each / DAY if each else 0.0
    return {"consultations": wanted - missed, "consultations_missed": missed}


def _children_at(account: Account, site: str) -> Course:
    """Return how many children of school age stay at a site over time."""
    stay = account.stories.stay
    here = stay.place == account.place[site]
    rows, sign = stay.row[here], stay.sign[here]
    change = sign * _children_of(account)[account.stories.group[rows]]
    return Course.of_changes(account.stories.time[rows], change, account.until)


def _children_of(account: Account) -> Integers:
    """Return how many children of school age each travel group has."""
    people = account.recording.people
    bands = [number for number, band in enumerate(people.age_bands) if youngest_age(band) in SCHOOL_AGES]
    counted = np.bincount(people.group_of_person[np.isin(people.age_band, bands)], minlength=len(people.size))
    children: Integers = counted.astype(np.int64)
    return children
