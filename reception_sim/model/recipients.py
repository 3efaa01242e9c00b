"""Who of each travel group a supply is for, and how many of them stay where it is used."""

from collections.abc import Sequence

import numpy as np

from reception_sim.model.site import Site
from reception_sim.population import Crowd, GroupBlock
from reception_sim.recording import NEEDS, SEXES, Booleans
from reception_sim.scenario.supplies import Recipients


def entitled(supply: str, recipients: Recipients, crowd: Crowd) -> list[int]:
    """Return how many persons of each travel group a supply is for; a need counts whether it has been seen or not."""

    def of_block(block: GroupBlock, _: np.random.Generator) -> Sequence[int]:
        counted: list[int] = np.add.reduceat(_chosen(recipients, block, crowd).astype(int), block.first_person).tolist()
        return counted

    return crowd.bring_whole(f"entitled/{supply}", of_block)


def _chosen(recipients: Recipients, block: GroupBlock, crowd: Crowd) -> Booleans:
    chosen: Booleans = np.ones(len(block.sex), bool)
    if recipients.sexes:
        chosen &= np.isin(block.sex, [SEXES.index(sex) for sex in recipients.sexes])
    if recipients.ages:
        chosen &= np.isin(block.age_band, [crowd.words.age_bands.index(band) for band in recipients.ages])
    if recipients.needs:
        mask = sum(1 << NEEDS.index(need) for need in recipients.needs)
        chosen &= (block.needs & mask) > 0
    return chosen


class Staying:
    """Counts the persons whom a supply is for while they stay in its sites."""

    def __init__(self, persons_of: list[int], sites: Sequence[Site]) -> None:
        self.persons = 0
        self._persons_of = persons_of
        for site in sites:
            site.watchers.append(self._watch)

    def _watch(self, group: int, sign: int) -> None:
        self.persons += sign * self._persons_of[group]
