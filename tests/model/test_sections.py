"""Sections of a site: who has a place where, and what happens when a section is full."""

import pytest

from reception_sim.recording import SEXES, EventKind, LevelKind
from reception_sim.run import Run, run_whole
from reception_sim.scenario.people import Sex
from reception_sim.scenario.sections import SectionPlan
from reception_sim.statistics import Part, measure
from tests.model.plans import ALONE, arriving, border, plan, site

WOMEN, MEN = {"alone": True, "sexes": ["f"]}, {"alone": True, "sexes": ["m"]}
PAIRS = ALONE | {"group_size": {2: 1.0}}
SOME = ALONE | {"group_size": {1: 0.5, 2: 0.5}}


def sections(**plans):
    return {name: {"title": name.title(), **fields} for name, fields in plans.items()}


def sheltered(arrivals, **changes):
    return plan(
        populations={"alone": ALONE, "pairs": PAIRS, "some": SOME},
        entry_points=border(arrivals),
        stations={},
        staff={},
        sites={"centre": site(**changes)},
        routes=[{"from": "border", "to": "centre"}, {"from": "centre", "to": "onward"}],
    )


def sexes_of(recording, kind):
    """Return the sexes of those who travel alone, in the order of an event: 0 or 1 each."""
    people, rows = recording.people, recording.events.of(kind).group
    return people.sex[people.first_person[rows]].tolist()


def most(recording, section):
    return max(recording.levels.of(LevelKind.SECTION_PERSONS, recording.index(section))[1], default=0)


def test_that_people_have_a_place_in_the_section_that_is_for_them():
    halves = sections(women={"places": 10, "for": WOMEN}, men={"places": 10, "for": MEN})
    recording = run_whole(sheltered(arriving(("day 0 01:00", 12)), capacity=20, sections=halves))
    women = sexes_of(recording, EventKind.SITE_ENTERED).count(SEXES.index(Sex.F))

    assert most(recording, "centre.women") == women
    assert most(recording, "centre.men") == 12 - women


def test_that_those_who_belong_to_no_section_have_the_rest_of_the_places():
    kept = sections(families={"places": 4, "for": {"families": True}})
    recording = run_whole(sheltered(arriving(("day 0 01:00", 10)), capacity=10, sections=kept))

    assert most(recording, "centre.families") == 0
    assert (recording.events.of(EventKind.GROUP_SHELTERED).time == 3600).sum() == 6


@pytest.mark.parametrize(("only_here", "at_once"), [(False, 5), (True, 2)])
def test_that_a_full_section_sends_people_elsewhere_unless_they_belong_only_here(only_here, at_once):
    families = sections(families={"places": 4, "for": {"families": True}, "only_here": only_here})
    recording = run_whole(sheltered(arriving(("day 0 01:00", 10), population="pairs"), capacity=10, sections=families))

    assert (recording.events.of(EventKind.GROUP_SHELTERED).time == 3600).sum() == at_once


@pytest.mark.parametrize("when_full", ["shelter outside", "hold upstream"])
def test_that_nobody_waits_for_room_in_a_section_that_is_not_theirs(when_full):
    kept = sections(pairs={"places": 2, "for": {"families": True}, "only_here": True})
    arrivals = [
        *arriving(("day 0 01:00", 6), population="pairs"),
        *arriving(("day 0 01:30", 3), population="alone"),
    ]
    recording = run_whole(sheltered(arrivals, capacity=7, when_full=when_full, sections=kept))
    events = recording.events.of(EventKind.GROUP_SHELTERED)
    alone = recording.people.size[events.group] == 1

    assert events.time[alone].tolist() == [5400] * 3
    assert events.time[~alone].tolist()[:2] == [3600, 7200]


def test_that_the_snapshot_and_the_figures_tell_how_full_each_section_is():
    kept = sections(pairs={"places": 4, "for": {"families": True}})
    scenario = sheltered(arriving(("day 0 01:00", 4), population="pairs"), capacity=10, sections=kept)
    run = Run(scenario)
    run.advance(3700)
    (centre,) = run.snapshot().sites
    run.advance(scenario.duration)
    told = {row.measure: row.value for row in measure(run.recording(), scenario).parts if row.part is Part.SECTIONS}

    assert [(one.id, one.persons, one.places) for one in centre.sections] == [("centre.pairs", 4, 4)]
    assert (told["places"], told["most"], told["at_end"], told["full"]) == (4, 4, 0, 3600)


def test_that_a_site_takes_no_more_than_its_limit_beyond_its_places():
    scenario = sheltered(arriving(("day 0 01:00", 40)), capacity=10, at_most=1.5)
    run = Run(scenario)
    run.advance(3700)

    assert run.snapshot().sites[0].occupancy == 15
    assert run.snapshot().sites[0].without_shelter == 5
    assert run.snapshot().entries[0].held == 25


def test_that_sections_cannot_have_more_places_than_their_site():
    with pytest.raises(ValueError, match="more places than the site"):
        sheltered(arriving(("day 0 01:00", 1)), capacity=5, sections=sections(all={"places": 6}))


def test_that_isolation_is_for_nobody_else():
    with pytest.raises(ValueError, match="isolation is for people who fall ill"):
        SectionPlan(title="Isolation", places=3, isolation=True, only_here=True)
