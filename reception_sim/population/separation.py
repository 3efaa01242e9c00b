"""Families of whom a part boards another boat or bus: each part is a travel group of its own that knows the other."""

from dataclasses import replace

import numpy as np

from reception_sim.population.composition import GroupBlock
from reception_sim.recording import NEEDS, Booleans, Integers
from reception_sim.scenario.people import SpecificNeed

_FAMILY_SEPARATION = 1 << NEEDS.index(SpecificNeed.FAMILY_SEPARATION)
_UNACCOMPANIED = 1 << NEEDS.index(SpecificNeed.UNACCOMPANIED_CHILD)
_SEPARATED_CHILD = 1 << NEEDS.index(SpecificNeed.SEPARATED_CHILD)


def separated(block: GroupBlock, share: float, generator: np.random.Generator) -> GroupBlock:
    """Return the block with a share of its families cut in two at a random member, the other part in the next row.

    The block keeps its number of rows: as many groups at its end as families were cut do not come at all.
    """
    groups = len(block.size)
    luck, place = generator.random(groups), generator.random(groups)
    wanted = (luck < share) & (block.size > 1)
    before: Integers = np.cumsum(wanted) - wanted
    is_cut = wanted & (np.arange(groups) + before + 1 < groups)  # both parts stand in the block
    first_part = 1 + np.floor(place * (block.size - 1)).astype(np.int64)
    rows = np.repeat(np.arange(groups), 1 + is_cut)[:groups]
    is_first = is_cut[rows] & np.append(True, rows[1:] != rows[:-1])
    is_second = is_cut[rows] & ~is_first
    whole, part = block.size[rows], first_part[rows]
    size = np.where(is_first, part, np.where(is_second, whole - part, whole))
    persons = int(size.sum())
    cut = replace(
        block,
        size=size,
        movement=block.movement[rows],
        documents=block.documents[rows],
        language=block.language[rows],
        nationality=block.nationality[rows],
        age_band=block.age_band[:persons],
        sex=block.sex[:persons],
        child=block.child[:persons],
        needs=block.needs[:persons],
        family=np.arange(groups) + np.where(is_first, 1, -1),
    )
    in_parts = is_first | is_second
    return replace(cut, family=np.where(in_parts, cut.family, -1), needs=_needs(cut, in_parts))


def _needs(block: GroupBlock, in_parts: Booleans) -> Integers:
    """Let everybody in a part have the need of family separation, and whoever is now alone as a child that one."""
    apart = np.repeat(in_parts, block.size)
    adults = np.add.reduceat(~block.child, block.first_person, dtype=np.int64)
    alone = apart & np.repeat(adults == 0, block.size)
    needs = np.where(alone, block.needs & ~_SEPARATED_CHILD | _UNACCOMPANIED, block.needs)
    found: Integers = np.where(apart, needs | _FAMILY_SEPARATION, needs)
    return found
