"""Protection risk at a site, from its layout and conditions at one moment or at many.

In the manner of displacement tracking: like the site assessments of IOM's Displacement Tracking Matrix this looks at
observable conditions and not at incidents. Each risk is the share of its conditions that hold, of those that the plan
tells anything about. The conditions are those that such assessments ask for; adding them up with equal weights is this
program's own.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeAlias

import numpy as np

from reception_sim.recording import NEEDS, Booleans, EventKind, Events, People, Times
from reception_sim.scenario.people import SpecificNeed
from reception_sim.scenario.plan import ScenarioPlan
from reception_sim.scenario.sites import SitePlan

# Thresholds: Sphere Handbook 2018, https://handbook.spherestandards.org/ ; see docs/model.md.
COVERED_AREA_M2: Final = 3.5  # each person, at least
PERSONS_PER_TOILET: Final = 20  # at most
TOILET_DISTANCE_M: Final = 50.0  # at most
LIT: Final = 1.0  # share of the ways and toilets with light, at least; a site assessment asks for any dark spot
HIGH: Final = 50.0  # % of the conditions


class Risk(StrEnum):
    """Against what people must be protected."""

    VIOLENCE = "gender-based violence"
    CHILDREN = "child protection"
    TRAFFICKING = "trafficking"


@dataclass(frozen=True)
class Standing:
    """How a site stands at some moments, in persons: who stay, places, those without one, those with a child alone."""

    persons: Times
    places: Times
    without_shelter: Times
    children_alone: Times


# At which moments a condition holds, if somebody is there; None where the plan does not tell.
Condition: TypeAlias = Callable[[SitePlan, Standing], Booleans | None]


@dataclass(frozen=True)
class SiteRisk:
    """The protection risk at a site now (%), by risk, and the conditions that hold."""

    id: str
    risks: tuple[tuple[Risk, float], ...]
    conditions: tuple[str, ...]

    @property
    def worst(self) -> float:
        return max(risk for _, risk in self.risks)


def risk_over(plan: SitePlan, standing: Standing, risk: Risk) -> Times:
    """Return the share (%) of a risk's known conditions that hold at each moment, 0 while nobody is there."""
    known = [held for test in CONDITIONS[risk].values() if (held := test(plan, standing)) is not None]
    share: Times = 100 * np.mean(known, axis=0) * (standing.persons > 0)
    return share


def risk_now(name: str, plan: SitePlan, standing: Standing) -> SiteRisk:
    """Return the risks at a site at the one moment of *standing*."""
    risks = tuple((risk, float(risk_over(plan, standing, risk)[0])) for risk in Risk)
    tests = {name: test for tests in CONDITIONS.values() for name, test in tests.items()}
    somebody = bool(standing.persons[0])
    held = {name: test(plan, standing) for name, test in tests.items()}
    holding = tuple(name for name, holds in held.items() if somebody and holds is not None and holds[0])
    return SiteRisk(name, risks, holding)


class ChildrenAlone:
    """Persons at each site in whose travel group a child is alone, seen or not; a fold over a run's events."""

    def __init__(self, scenario: ScenarioPlan, names: tuple[str, ...]) -> None:
        self._names = names
        self._alone = np.empty(0, bool)
        self.persons = dict.fromkeys(scenario.sites, 0)

    def read(self, events: Events, people: People) -> None:
        """Read the next events; *people* are all who may come so far."""
        if len(self._alone) != len(people.size):  # who the people are does not change, but there come to be more
            self._alone = with_child_alone(people)
        alone = self._alone
        for kind, sign in ((EventKind.SITE_ENTERED, 1), (EventKind.SITE_LEFT, -1)):
            moved = events.of(kind)
            moved = moved.where(alone[moved.group])
            for place, group in zip(moved.place.tolist(), moved.group.tolist(), strict=True):
                self.persons[self._names[place]] += sign * int(people.size[group])


def with_child_alone(people: People) -> Booleans:
    """Return for each travel group whether a child is alone in it, seen or not."""
    has_need = people.needs >> NEEDS.index(SpecificNeed.UNACCOMPANIED_CHILD) & 1 > 0
    alone = np.zeros(len(people.size), bool)
    alone[people.group_of_person[has_need]] = True
    return alone


def standing_now(persons: int, places: int, without_shelter: int, children_alone: int) -> Standing:
    """Return how a site stands at one moment."""
    now = (np.array([float(count)]) for count in (persons, places, without_shelter, children_alone))
    return Standing(*now)


def _always(plan_says: bool | None, standing: Standing) -> Booleans | None:  # noqa: FBT001 - what the plan says
    return None if plan_says is None else np.full(len(standing.persons), plan_says)


def _overcrowded(_: SitePlan, standing: Standing) -> Booleans:
    return standing.persons > standing.places


def _without_shelter(_: SitePlan, standing: Standing) -> Booleans:
    return standing.without_shelter > 0


def _children_alone(_: SitePlan, standing: Standing) -> Booleans:
    return standing.children_alone > 0


def _little_space(plan: SitePlan, standing: Standing) -> Booleans | None:
    return None if plan.covered_area_m2 is None else standing.persons > plan.covered_area_m2 / COVERED_AREA_M2


def _few_toilets(plan: SitePlan, standing: Standing) -> Booleans | None:
    return None if plan.toilets is None else standing.persons > plan.toilets * PERSONS_PER_TOILET


def _shared_toilets(plan: SitePlan, standing: Standing) -> Booleans | None:
    return _always(None if plan.toilets_by_sex is None else not plan.toilets_by_sex, standing)


def _far_toilets(plan: SitePlan, standing: Standing) -> Booleans | None:
    return _always(None if plan.toilet_distance_m is None else plan.toilet_distance_m > TOILET_DISTANCE_M, standing)


def _dark(plan: SitePlan, standing: Standing) -> Booleans | None:
    return _always(None if plan.lit is None else plan.lit < LIT, standing)


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
