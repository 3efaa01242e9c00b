"""Families cut in two: nobody is lost or counted twice, and both parts know of each other."""

import numpy as np
import pytest

from reception_sim.population.composition import Vocabulary, compose
from reception_sim.population.separation import separated
from reception_sim.recording import NEEDS, EventKind
from reception_sim.run import run_whole
from reception_sim.scenario.people import SpecificNeed
from tests.model.plans import FAMILIES, border, plan

GROUPS = 2000
POPULATIONS = plan().populations


@pytest.fixture
def blocks():
    """Return a block of families, and the same block with a quarter of its families in two parts."""
    people = POPULATIONS["families"]
    whole = compose(people, Vocabulary.of(POPULATIONS), np.random.default_rng(5), GROUPS)
    return whole, separated(whole, 0.25, np.random.default_rng(6))


def test_that_the_parts_of_a_family_add_up_to_it_and_its_members_stay_who_they_are(blocks):
    whole, cut = blocks
    starts = (cut.family < 0) | (cut.family > np.arange(GROUPS))
    sizes = np.add.reduceat(cut.size, np.flatnonzero(starts))

    assert sizes.tolist() == whole.size[: len(sizes)].tolist()
    assert np.array_equal(cut.age_band, whole.age_band[: len(cut.age_band)])
    assert np.array_equal(cut.sex, whole.sex[: len(cut.sex)])


def test_that_the_share_of_families_is_cut_and_nobody_who_is_alone(blocks):
    whole, cut = blocks
    first_parts = int((cut.family > np.arange(GROUPS)).sum())
    families = int((whole.size[: GROUPS - first_parts] > 1).sum())

    assert first_parts / families == pytest.approx(0.25, abs=0.05)
    assert np.all(cut.size > 0)


def test_that_each_part_is_the_others_other_part(blocks):
    _, cut = blocks
    parts = np.flatnonzero(cut.family >= 0)

    assert len(parts)
    assert np.array_equal(cut.family[cut.family[parts]], parts)


def test_that_everybody_in_a_part_has_the_need_and_children_without_an_adult_are_alone(blocks):
    whole, cut = blocks
    apart = np.repeat(cut.family >= 0, cut.size)
    alone = np.repeat(np.add.reduceat(~cut.child, cut.first_person, dtype=int) == 0, cut.size)
    has = {need: (cut.needs >> NEEDS.index(need) & 1).astype(bool) for need in SpecificNeed}

    assert np.all(has[SpecificNeed.FAMILY_SEPARATION][apart])
    assert np.all(has[SpecificNeed.UNACCOMPANIED_CHILD][apart] == alone[apart])
    assert np.array_equal(cut.needs[~apart], whole.needs[: len(cut.needs)][~apart])


def arriving_by_boat(**stream):
    boats = {
        "population": "families",
        "spans": [{"from": "day 0 00:00", "until": "day 0 20:00", "persons": 3000}],
        "in_batches_of": {"distribution": "constant", "value": 40},
    }
    return plan(
        populations={"families": FAMILIES},
        entry_points=border([boats | stream]),
        stations={},
        staff={},
        routes=[{"from": "border", "to": "onward"}],
    )


def test_that_the_other_part_comes_by_the_next_boat():
    recording = run_whole(arriving_by_boat(families_separated=0.3))
    arrived = recording.events.of(EventKind.GROUP_ARRIVED)
    came_at = dict(zip(arrived.group.tolist(), arrived.time.tolist(), strict=True))
    boats = sorted(set(came_at.values()))
    family = recording.people.family
    pairs = [
        (group, int(family[group])) for group in came_at if family[group] > group and int(family[group]) in came_at
    ]

    assert len(pairs) > 50
    assert all(boats.index(came_at[other]) == boats.index(came_at[group]) + 1 for group, other in pairs)


def test_that_as_many_persons_come_as_are_planned_and_each_group_once():
    recording = run_whole(arriving_by_boat(families_separated=0.3))
    arrived = recording.events.of(EventKind.GROUP_ARRIVED).group

    assert len(set(arrived.tolist())) == len(arrived)
    assert recording.people.size[arrived].sum() == pytest.approx(3000, abs=5)


def test_that_a_stream_at_random_brings_its_planned_rate_with_families_in_parts():
    rate = {"spans": None, "rate": "300 per hour", "in_batches_of": {"distribution": "constant", "value": 4}}
    arrived = [
        recording.people.size[recording.events.of(EventKind.GROUP_ARRIVED).group].sum()
        for seed in range(4)
        for recording in [run_whole(arriving_by_boat(**rate, families_separated=0.8), seed=seed)]
    ]

    assert np.mean(arrived) == pytest.approx(24 * 300, rel=0.03)


def test_that_families_are_separated_only_between_boats_or_buses():
    with pytest.raises(ValueError, match="say in_batches_of"):
        arriving_by_boat(families_separated=0.3, in_batches_of=None)
