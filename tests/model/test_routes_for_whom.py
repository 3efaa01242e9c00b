"""Routes take exactly whom they are for: children alone, adults alone, families, a sex, a nationality."""

import numpy as np
import pytest

from reception_sim.recording import SEXES, EventKind
from reception_sim.run import run_whole
from reception_sim.scenario.people import Sex
from tests.model.plans import FAMILIES, arriving, border, plan

MIXED = FAMILIES | {"nationalities": {"SYR": 0.5, "UKR": 0.5}}


@pytest.fixture
def who_leaves():
    """Return a function that says who left by the exit of a condition, and who by the other: rows of people."""

    def leave(**when):
        scenario = plan(
            populations={"families": MIXED},
            entry_points=border(arriving(("day 0 01:00", 900), population="families")),
            stations={},
            staff={},
            exits={
                "chosen": {"title": "Chosen", "kind": "relocation"},
                "others": {"title": "Others", "kind": "relocation"},
            },
            routes=[{"from": "border", "to": "chosen", "when": when}, {"from": "border", "to": "others"}],
        )
        recording = run_whole(scenario)
        exits = recording.events.of(EventKind.GROUP_EXITED)
        chosen, others = (exits.group[exits.place == recording.index(name)] for name in ("chosen", "others"))
        return recording.people, chosen, others

    return leave


def members(people, group):
    first = people.first_person[group]
    return slice(first, first + people.size[group])


def adults(people, group):
    is_adult = np.array([band in ("18-59", "60+") for band in people.age_bands])
    return int(is_adult[people.age_band[members(people, group)]].sum())


@pytest.mark.parametrize(
    ("flag", "is_meant"),
    [
        ("children_alone", lambda size, adults: adults == 0),
        ("alone", lambda size, adults: size == 1 and adults == 1),
        ("families", lambda size, adults: size > 1 and adults > 0),
    ],
)
@pytest.mark.parametrize("yes", [True, False])
def test_that_a_route_takes_exactly_those_whose_company_it_names(who_leaves, flag, is_meant, yes):
    people, chosen, others = who_leaves(**{flag: yes})

    assert len(chosen)
    assert len(others)
    assert all(is_meant(people.size[group], adults(people, group)) == yes for group in chosen)
    assert all(is_meant(people.size[group], adults(people, group)) != yes for group in others)


def test_that_a_child_alone_is_never_routed_as_an_adult_alone(who_leaves):
    people, chosen, _ = who_leaves(alone=True)

    assert all(adults(people, group) == 1 for group in chosen)


def test_that_a_route_for_a_sex_takes_groups_with_a_member_of_it(who_leaves):
    people, chosen, others = who_leaves(sexes=["f"])
    woman = SEXES.index(Sex.F)

    assert all((people.sex[members(people, group)] == woman).any() for group in chosen)
    assert not any((people.sex[members(people, group)] == woman).any() for group in others)


def test_that_a_route_for_a_nationality_takes_those_who_have_it(who_leaves):
    people, chosen, others = who_leaves(nationalities=["SYR"])

    assert {people.nationalities[people.nationality[group]] for group in chosen} == {"SYR"}
    assert {people.nationalities[people.nationality[group]] for group in others} == {"UKR"}
