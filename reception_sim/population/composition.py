"""Who the people of a block of travel groups are: families that hold together, with the plan's shares."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TypeVar

import numpy as np

from reception_sim.recording import DOCUMENTS, MOVEMENTS, NEEDS, SEXES, Booleans, Integers, Times
from reception_sim.scenario.people import (
    ADULT_AGE,
    FERTILE_AGES,
    NURSED_AGE,
    OLDER_AGE,
    PopulationPlan,
    Sex,
    SpecificNeed,
    oldest_age,
    youngest_age,
)

Member = TypeVar("Member", bound=StrEnum | str)


@dataclass(frozen=True)
class Vocabulary:
    """The age bands, languages and nationalities of all populations of a scenario, in the order of their indices.

    The first nationality is "", for travel groups of whom it is not said.
    """

    age_bands: tuple[str, ...]
    languages: tuple[str, ...]
    nationalities: tuple[str, ...]

    @classmethod
    def of(cls, populations: Mapping[str, PopulationPlan]) -> "Vocabulary":
        bands = dict.fromkeys(band for plan in populations.values() for band in plan.age_sex)
        languages = dict.fromkeys(language for plan in populations.values() for language in plan.languages)
        nationalities = dict.fromkeys(code for plan in populations.values() for code in plan.nationalities)
        return cls(tuple(sorted(bands, key=youngest_age)), tuple(languages), ("", *nationalities))


@dataclass(frozen=True)
class GroupBlock:
    """A block of travel groups.

    One row a group for size, movement, documents, language and nationality; one row a person for the rest. *needs* is
    a bit mask over NEEDS of what is present; *family* the row of the other part of a separated family, -1 for none.
    """

    size: Integers
    movement: Integers
    documents: Integers
    language: Integers
    nationality: Integers
    age_band: Integers
    sex: Integers
    needs: Integers
    child: Booleans
    family: Integers

    @cached_property
    def first_person(self) -> Integers:
        return np.concatenate(([0], np.cumsum(self.size)[:-1]))

    def sum_by_group(self, of_persons: Times) -> Times:
        """Add up a value of persons over the members of each travel group."""
        return np.add.reduceat(of_persons, self.first_person)

    def any_by_group(self, of_persons: Integers) -> Integers:
        """Combine bit masks of persons over the members of each travel group."""
        return np.bitwise_or.reduceat(of_persons, self.first_person)


def compose(plan: PopulationPlan, words: Vocabulary, generator: np.random.Generator, groups: int) -> GroupBlock:
    """Draw a block of travel groups.

    Age and sex are drawn person by person, so the plan's shares hold; then people are placed in groups so that an
    adult leads each family as far as there are adults, and as many children are alone as the plan says.
    """
    size = _choose(plan.group_size, list(range(max(plan.group_size) + 1)), generator, groups)
    persons = int(size.sum())
    cells = [
        (words.age_bands.index(band), SEXES.index(sex), share)
        for band, by_sex in plan.age_sex.items()
        for sex, share in by_sex.items()
    ]
    cell = _pick([share for _, _, share in cells], generator, persons)
    age_band = np.array([band for band, _, _ in cells])[cell]
    sex = np.array([sex for _, sex, _ in cells])[cell]
    seat = _seat_families(plan, words, size, age_band, generator)
    age_band, sex = age_band[seat], sex[seat]
    child = _is_child(words)[age_band]
    return GroupBlock(  # drawn in this order; whatever comes anew is drawn last, so that the rest stays as it was
        size=size,
        movement=_choose(plan.movement, MOVEMENTS, generator, groups),
        documents=_choose(plan.documents, DOCUMENTS, generator, groups),
        language=_choose(plan.languages, words.languages, generator, groups),
        age_band=age_band,
        sex=sex,
        child=child,
        needs=_draw_needs(plan, words, size, (age_band, sex, child), generator),
        nationality=_choose(plan.nationalities or {"": 1.0}, words.nationalities, generator, groups),
        family=np.full(groups, -1),
    )


def _is_child(words: Vocabulary) -> Booleans:
    return np.array([(oldest_age(band) or 999) < ADULT_AGE for band in words.age_bands])


def _choose(
    shares: Mapping[Member, float] | Mapping[int, float],
    known: tuple[Member, ...] | list[int],
    generator: np.random.Generator,
    count: int,
) -> Integers:
    """Draw indices into *known* by the shares of its members."""
    indices = np.array([list(known).index(member) for member in shares])
    return indices[_pick(list(shares.values()), generator, count)]


def _pick(shares: list[float], generator: np.random.Generator, count: int) -> Integers:
    if len(shares) == 1:
        return np.zeros(count, np.int64)
    bounds = np.cumsum(shares)
    found: Integers = np.searchsorted(bounds / bounds[-1], generator.random(count), side="right")
    return found


def _seat_families(
    plan: PopulationPlan,
    words: Vocabulary,
    size: Integers,
    age_band: Integers,
    generator: np.random.Generator,
) -> Integers:
    """Return for each seat (a member's row) which of the drawn persons takes it."""
    persons = len(age_band)
    child = _is_child(words)[age_band]
    if len(size) == persons and not child.any():
        return np.arange(persons)
    first = np.concatenate(([0], np.cumsum(size)[:-1]))
    is_first = np.zeros(persons, bool)
    is_first[first] = True
    alone = np.zeros(persons, bool)
    alone[first[size == 1]] = True
    mixed = generator.permutation(persons)
    children = mixed[child[mixed]]
    oldest_first = children[np.argsort(-age_band[children], kind="stable")]
    share = plan.specific_needs.get(SpecificNeed.UNACCOMPANIED_CHILD, 0.0)
    alone_seats, head_seats, other_seats = (
        generator.permutation(np.flatnonzero(chosen)) for chosen in (alone, is_first & ~alone, ~is_first)
    )
    quota = min(int(generator.binomial(persons, share)), len(oldest_first), len(alone_seats))
    seats = np.concatenate((alone_seats[:quota], head_seats, alone_seats[quota:], other_seats))
    people = np.concatenate((oldest_first[:quota], mixed[~child[mixed]], oldest_first[quota:]))
    taken = np.empty(persons, np.int64)
    taken[seats] = people
    return taken


def _draw_needs(
    plan: PopulationPlan,
    words: Vocabulary,
    size: Integers,
    members: tuple[Integers, Integers, Booleans],
    generator: np.random.Generator,
) -> Integers:
    """Draw which needs each person has, so that the plan's share of all persons has each."""
    age_band, sex, child = members
    first = np.concatenate(([0], np.cumsum(size)[:-1]))
    adults = np.repeat(np.add.reduceat(~child, first, dtype=np.int64), size)
    children = np.repeat(np.add.reduceat(child, first, dtype=np.int64), size)
    ages = np.array([youngest_age(band) for band in words.age_bands])[age_band]
    infants = np.repeat(np.add.reduceat(ages <= NURSED_AGE, first, dtype=np.int64), size)
    able: dict[SpecificNeed, Booleans] = {
        SpecificNeed.SINGLE_PARENT: ~child & (adults == 1) & (children > 0),
        SpecificNeed.PREGNANT: (sex == SEXES.index(Sex.F)) & np.isin(ages, FERTILE_AGES),
        SpecificNeed.OLDER_PERSON_AT_RISK: ages >= OLDER_AGE,
        SpecificNeed.SEPARATED_CHILD: child & (adults > 0),
        SpecificNeed.LACTATING: (sex == SEXES.index(Sex.F)) & np.isin(ages, FERTILE_AGES) & (infants > 0),
    }
    everyone = np.ones(len(age_band), bool)
    needs = np.where(child & (adults == 0), 1 << NEEDS.index(SpecificNeed.UNACCOMPANIED_CHILD), 0)
    for need in NEEDS:
        share = plan.specific_needs.get(need, 0.0)
        luck = generator.random(len(age_band))
        if need is SpecificNeed.UNACCOMPANIED_CHILD or not share:
            continue
        eligible = able.get(need, everyone)
        chance = share * len(age_band) / max(1, int(eligible.sum()))
        needs |= np.where(eligible & (luck < chance), 1 << NEEDS.index(need), 0)
    return needs
