"""What fate each travel group brings to the places of a plan: how long, what is seen, which way."""

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from reception_sim.population import BLOCK, Crowd, GroupBlock, draw
from reception_sim.population.crowd import FateDraw
from reception_sim.recording import DOCUMENTS, MOVEMENTS, NEEDS, Integers, Times
from reception_sim.scenario.distributions import AnyDistribution
from reception_sim.scenario.route_conditions import Company, RouteCondition
from reception_sim.scenario.stations import ServedPer, StationPlan


def service_times(station: str, plan: StationPlan, crowd: Crowd) -> list[float]:
    """Return the service time (s) each travel group will need at a station; per person, its members' sum."""

    def of_block(block: GroupBlock, generator: np.random.Generator) -> list[float]:
        if plan.per is ServedPer.GROUP:
            return as_list(draw(plan.service_time, generator, BLOCK))
        each = draw(plan.service_time, generator, len(block.age_band))
        return as_list(block.sum_by_group(each))

    return crowd.bring_real(f"service/{station}", of_block)


def durations(name: str, distribution: AnyDistribution, crowd: Crowd) -> list[float]:
    """Return a duration (s) for each travel group, such as its stay or its patience."""
    return crowd.bring_real(name, lambda _, generator: as_list(draw(distribution, generator, BLOCK)))


def lots(name: str, crowd: Crowd) -> list[float]:
    """Return an even chance in 0..1 for each travel group, to choose its way by shares."""
    return crowd.bring_real(name, lambda _, generator: as_list(generator.random(BLOCK)))


def as_list(values: Times) -> list[float]:
    """Return plain floats: reading one from a list costs a quarter of reading it from an array."""
    plain: list[float] = values.tolist()
    return plain


class Sight:
    """Which of people's needs are seen at a station, as bit masks over NEEDS; *of_group* by travel group."""

    def __init__(self, station: str, plan: StationPlan, crowd: Crowd) -> None:
        self._chances = [plan.identifies.get(need, 0.0) for need in NEEDS]
        self._blocks: list[Integers] = []
        self._firsts: list[Integers] = []
        self._lots: list[Times] = []
        self._crowd = crowd
        self.doubtful = False  # set before anybody comes: less may be seen than could be
        self.of_group = crowd.bring_whole(f"sight/{station}", self._draw)

    def of_persons(self, group: int, share: float = 1.0) -> list[int]:
        """Return what is seen of each member of a group when *share* of what could be seen is seen."""
        number, row = divmod(group, BLOCK)
        first = int(self._firsts[number][row])
        members = slice(first, first + self._crowd.size[group])
        seen: list[int] = self._blocks[number][members].tolist()
        if not self.doubtful:
            return seen
        lots: list[float] = self._lots[number][members].tolist()
        return [mask if lot < share else 0 for mask, lot in zip(seen, lots, strict=True)]

    def _draw(self, block: GroupBlock, generator: np.random.Generator) -> list[int]:
        seen = np.zeros(len(block.age_band), np.int64)
        for number, chance in enumerate(self._chances):
            luck = generator.random(len(seen)) < chance
            seen |= np.where(luck, block.needs & (1 << number), 0)
        self._blocks.append(seen)
        if self.doubtful:
            self._lots.append(generator.random(len(seen)))
        self._firsts.append(block.first_person)
        of_group: list[int] = block.any_by_group(seen).tolist()
        return of_group


class Traits:
    """What routes may ask of travel groups; a column is kept only if some route asks for it."""

    def __init__(self, crowd: Crowd) -> None:
        self._crowd = crowd
        self._columns: dict[str, list[int]] = {}

    def column(self, name: str) -> list[int]:
        """Return an index by group of movement, documents, language or nationality, or a bit mask.

        Bit masks are age_bands and sexes (of its members), and company (the one bit says which Company it is).
        """
        if name not in self._columns:
            draw_column = _MASKS.get(name) or _reading(name)
            self._columns[name] = self._crowd.bring_whole(f"trait/{name}", draw_column)
        return self._columns[name]

    def masks(self, condition: RouteCondition) -> list[tuple[list[int], int]]:
        """Return (column, mask) pairs; a condition holds for a group whose index is among the mask's bits."""
        words = self._crowd.words
        asked = (
            ("movement", [MOVEMENTS.index(one) for one in condition.movement]),
            ("documents", [DOCUMENTS.index(one) for one in condition.documents]),
            ("language", [words.languages.index(one) for one in condition.languages]),
            ("nationality", [words.nationalities.index(one) for one in condition.nationalities]),
        )
        return [(self.column(name), sum(1 << one for one in values)) for name, values in asked if values]


def _reading(name: str) -> FateDraw[int]:
    def of_block(block: GroupBlock, _: np.random.Generator) -> Sequence[int]:
        column: list[int] = getattr(block, name).tolist()
        return column

    return of_block


def _age_bands(block: GroupBlock, _: np.random.Generator) -> Sequence[int]:
    bands: list[int] = block.any_by_group(np.left_shift(1, block.age_band)).tolist()
    return bands


def _sexes(block: GroupBlock, _: np.random.Generator) -> Sequence[int]:
    sexes: list[int] = block.any_by_group(np.left_shift(1, block.sex)).tolist()
    return sexes


def _company(block: GroupBlock, _: np.random.Generator) -> Sequence[int]:
    with_adult = block.any_by_group((~block.child).astype(np.int64)).astype(bool)
    company = np.where(block.size == 1, Company.ADULT_ALONE, Company.FAMILY)
    found: list[int] = np.where(with_adult, company, Company.CHILDREN_ALONE).tolist()
    return found


_MASKS: Final[Mapping[str, FateDraw[int]]] = {"age_bands": _age_bands, "sexes": _sexes, "company": _company}
