"""Who the people of a block are: each need falls only on those who can have it, and old draws stay as they were."""

from dataclasses import replace

import numpy as np
import pytest
from pydantic import TypeAdapter

from reception_sim.population.composition import Vocabulary, compose
from reception_sim.recording import NEEDS, SEXES
from reception_sim.scenario.people import PopulationPlan, Sex, SpecificNeed

GROUPS = 4000
PLAN = TypeAdapter(PopulationPlan).validate_python(
    {
        "title": "Families and people alone",
        "group_size": {1: 0.4, 3: 0.3, 5: 0.3},
        "age_sex": {
            "0-1": {"f": 0.05, "m": 0.05},
            "2-17": {"f": 0.2, "m": 0.2},
            "18-59": {"f": 0.2, "m": 0.2},
            "60+": {"f": 0.05, "m": 0.05},
        },
        "movement": {"refugee": 1.0},
        "documents": {"none": 1.0},
        "languages": {"ar": 0.5, "fr": 0.5},
        "specific_needs": {"unaccompanied_child": 0.05, "separated_child": 0.04, "lactating": 0.03},
        "nationalities": {"SYR": 0.75, "XXA": 0.25},
    }
)


def block_of(plan):
    return compose(plan, Vocabulary.of({"people": plan}), np.random.default_rng(3), GROUPS)


def who_has(need, block):
    return (block.needs >> NEEDS.index(need) & 1).astype(bool)


def adults_of_each(block):
    adults = np.add.reduceat(~block.child, block.first_person, dtype=np.int64)
    return np.repeat(adults, block.size)


def test_that_a_separated_child_is_a_child_in_the_company_of_an_adult():
    block = block_of(PLAN)
    separated = who_has(SpecificNeed.SEPARATED_CHILD, block)

    assert separated.any()
    assert np.all(block.child[separated] & (adults_of_each(block)[separated] > 0))


def test_that_whoever_nurses_is_a_woman_or_girl_with_a_small_child_in_her_group():
    block = block_of(PLAN)
    infants = np.repeat(np.add.reduceat(block.age_band == 0, block.first_person, dtype=np.int64), block.size)
    nursing = who_has(SpecificNeed.LACTATING, block)

    assert nursing.any()
    assert np.all((block.sex[nursing] == SEXES.index(Sex.F)) & (infants[nursing] > 0))


@pytest.mark.parametrize(("need", "share"), [("separated_child", 0.04), ("lactating", 0.03)])
def test_that_the_plans_share_of_all_persons_has_a_need(need, share):
    block = block_of(PLAN)

    assert who_has(SpecificNeed(need), block).mean() == pytest.approx(share, abs=0.006)


def test_that_nationalities_come_in_the_plans_shares():
    block = block_of(PLAN)

    assert np.bincount(block.nationality, minlength=3) / GROUPS == pytest.approx([0, 0.75, 0.25], abs=0.03)


def test_that_saying_nationalities_changes_nobody_else():
    said, unsaid = block_of(PLAN), block_of(replace(PLAN, nationalities={}))

    assert set(unsaid.nationality.tolist()) == {0}
    for column in ("size", "movement", "documents", "language", "age_band", "sex", "needs"):
        assert np.array_equal(getattr(said, column), getattr(unsaid, column))
