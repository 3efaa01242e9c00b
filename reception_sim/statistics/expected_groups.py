"""The kinds of travel groups that a plan lets expect, and the chance that each takes a route."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import Final, TypeVar

import numpy as np

from reception_sim.recording import NEEDS, Times
from reception_sim.scenario.people import PopulationPlan, SpecificNeed
from reception_sim.scenario.plan import ScenarioPlan
from reception_sim.scenario.route_conditions import Company, RouteCondition

Word = TypeVar("Word", bound=str)
_NOT_ASKED: Final = ""


@dataclass(frozen=True)
class GroupKind:
    """Travel groups that are alike in all that routes ask of whole groups; *share* of a population's groups."""

    population: str
    size: int
    movement: str
    documents: str
    language: str
    nationality: str
    share: float


def group_kinds(scenario: ScenarioPlan) -> tuple[GroupKind, ...]:
    """Return every kind of travel group; what no route asks for does not tell them apart."""
    conditions = [route.when for route in scenario.routes if route.when is not None]
    return tuple(
        GroupKind(name, size, movement, documents, language, nationality, prod((a, b, c, d, e)))
        for name, plan in scenario.populations.items()
        for (size, a), (movement, b), (documents, c), (language, d), (nationality, e) in product(
            plan.group_size.items(),
            _told_apart(plan.movement, is_asked=any(when.movement for when in conditions)),
            _told_apart(plan.documents, is_asked=any(when.documents for when in conditions)),
            _told_apart(plan.languages, is_asked=any(when.languages for when in conditions)),
            _told_apart(
                plan.nationalities or {_NOT_ASKED: 1.0}, is_asked=any(when.nationalities for when in conditions)
            ),
        )
    )


def _told_apart(shares: Mapping[Word, float], *, is_asked: bool) -> Iterable[tuple[str, float]]:
    return shares.items() if is_asked else ((_NOT_ASKED, 1.0),)


class Chances:
    """The chance that a travel group of each kind meets a condition.

    Ages and needs are taken to fall on people independently, and on each condition anew; only children alone and
    single parents are placed in groups as they must be.
    """

    def __init__(self, scenario: ScenarioPlan, kinds: tuple[GroupKind, ...]) -> None:
        self._kinds = kinds
        self._plans = [scenario.populations[kind.population] for kind in kinds]
        self._has_need = np.array([[_has(need, kind, scenario) for need in NEEDS] for kind in kinds])

    def of(self, when: RouteCondition, seen: Times) -> Times:
        """Return the chance by kind; *seen* is that a need which is there has been seen, by kind and need."""
        chance = np.array([float(_is_of(kind, when)) for kind in self._kinds])
        if when.ages:
            chance *= [_has_age(when, kind, plan) for kind, plan in zip(self._kinds, self._plans, strict=True)]
        if when.needs:
            asked = [NEEDS.index(need) for need in when.needs]
            chance *= 1 - np.prod(1 - self._has_need[:, asked] * seen[:, asked], axis=1)
        if when.sexes:
            chance *= [_has_sex(when, kind, plan) for kind, plan in zip(self._kinds, self._plans, strict=True)]
        if when.says_company:
            chance *= self._in_company(when.company)
        return chance

    def _in_company(self, asked: Company) -> Times:
        """Return the chance that a group of each kind is one of those asked for: children alone are groups of one."""
        is_one = np.array([kind.size == 1 for kind in self._kinds])
        child = self._has_need[:, NEEDS.index(SpecificNeed.UNACCOMPANIED_CHILD)]
        one = child * bool(asked & Company.CHILDREN_ALONE) + (1 - child) * bool(asked & Company.ADULT_ALONE)
        return np.where(is_one, one, float(bool(asked & Company.FAMILY)))


def _is_of(kind: GroupKind, when: RouteCondition) -> bool:
    return (
        (not when.movement or kind.movement in when.movement)
        and (not when.documents or kind.documents in when.documents)
        and (not when.languages or kind.language in when.languages)
        and (not when.nationalities or kind.nationality in when.nationalities)
    )


def _has_age(when: RouteCondition, kind: GroupKind, plan: PopulationPlan) -> float:
    share = sum(sum(plan.age_sex.get(band, {}).values()) for band in when.ages)
    return float(1 - (1 - share) ** kind.size)


def _has_sex(when: RouteCondition, kind: GroupKind, plan: PopulationPlan) -> float:
    share = sum(by_sex.get(sex, 0.0) for by_sex in plan.age_sex.values() for sex in when.sexes)
    return float(1 - max(0.0, 1 - share) ** kind.size)


def _has(need: SpecificNeed, kind: GroupKind, scenario: ScenarioPlan) -> float:
    """Return the chance that somebody in a group has a need."""
    plan = scenario.populations[kind.population]
    share = plan.specific_needs.get(need, 0.0)
    match need:
        case SpecificNeed.UNACCOMPANIED_CHILD:
            return _in_groups(share, kind, plan, (1,))
        case SpecificNeed.SINGLE_PARENT:
            return _in_groups(share, kind, plan, range(2, max(plan.group_size) + 1))
        case _:
            return float(1 - (1 - share) ** kind.size)


def _in_groups(share: float, kind: GroupKind, plan: PopulationPlan, sizes: Iterable[int]) -> float:
    """Return the chance that a group has the one person with a need that only groups of such *sizes* can have."""
    groups = sum(plan.group_size.get(size, 0.0) for size in sizes)
    if kind.size not in sizes or not groups:
        return 0.0
    return min(1.0, share * plan.mean_group_size / groups)
