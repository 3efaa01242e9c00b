"""Waits by who people are: sex, age band, specific need. A group's wait counts for its members of the category."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reception_sim.recording import NEEDS, SEXES, Booleans
from reception_sim.statistics.account import Account
from reception_sim.statistics.figures import WaitsOf
from reception_sim.statistics.needs import needs_of
from reception_sim.statistics.spreads import spread_of, still_waiting_of
from reception_sim.statistics.waits import Waits


@dataclass(frozen=True)
class Category:
    """One category of persons, and how many each travel group has of it."""

    dimension: str
    name: str
    persons: NDArray[np.int16]


def waits_of_categories(account: Account, waits: Mapping[str, Waits]) -> Iterator[WaitsOf]:
    """Yield the waits of each category of persons at each station; a need counts whether it was seen or not."""
    categories = tuple(_categories(account))
    for station, here in waits.items():
        for category in categories:
            yield WaitsOf(
                station=station,
                dimension=category.dimension,
                category=category.name,
                waits=spread_of(here.seconds, category.persons[here.group]),
                still_waiting=still_waiting_of(here.so_far, category.persons[here.waiting]),
            )


def _categories(account: Account) -> Iterator[Category]:
    people = account.recording.people
    group = people.group_of_person

    def counted(dimension: str, name: str, belongs: Booleans) -> Category:
        persons = np.bincount(group[belongs], minlength=len(people.size))
        return Category(dimension, name, persons.astype(np.int16))

    for number, sex in enumerate(SEXES):
        yield counted("sex", sex, people.sex == number)
    for number, band in enumerate(people.age_bands):
        yield counted("age", band, people.age_band == number)
    for need in needs_of(account):
        yield counted("need", need, (people.needs >> NEEDS.index(need) & 1).astype(bool))
