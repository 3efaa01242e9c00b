"""Shares of ways and places of sections that are changed while it runs."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reception_sim.actions import SetSection, SetShare, objection
from reception_sim.recording import EventKind, LevelKind
from reception_sim.run import Run
from reception_sim.scenario.quantities import HOUR
from reception_sim.statistics import Part, measure
from tests.model.plans import ALONE, arriving, border, plan, site

MEN, WOMEN = {"alone": True, "sexes": ["m"]}, {"alone": True, "sexes": ["f"]}
OF_MEN = ALONE | {"age_sex": {"18-59": {"f": 0.0, "m": 1.0}}}
MANY = tuple((f"day 0 {hour:02}:30", 100) for hour in range(10))


def crossroads(*shares, arrivals=MANY):
    """Return a border from which people go to a site each by *shares*; None is all who are left."""
    names = [f"site_{number}" for number in range(len(shares))]
    said = [{} if share is None else {"share": share} for share in shares]
    routes = [{"from": "border", "to": name} | share for name, share in zip(names, said, strict=True)]
    return plan(
        entry_points=border(arriving(*arrivals)),
        stations={},
        staff={},
        sites={name: site(capacity=10_000) for name in names},
        routes=[*routes, *({"from": name, "to": "onward"} for name in names)],
    )


def came(recording, place, since=0.0):
    """Return how many travel groups came to a place after a moment."""
    entered = recording.events.where(recording.events.place == recording.index(place)).of(EventKind.SITE_ENTERED)
    return int((entered.time > since).sum())


def changed(scenario, action, at=5 * HOUR):
    """Return the recording of a run in which something is done at a moment."""
    run = Run(scenario)
    run.advance(at)
    run.act(action)
    run.advance(scenario.duration)
    return run.recording()


@pytest.mark.parametrize("shares", [(0.2, None), (0.2, 0.8)])
def test_that_so_many_more_go_where_a_larger_share_is_sent(shares):
    recording = changed(crossroads(*shares), SetShare("border", "site_0", 0.9))

    assert came(recording, "site_0") - came(recording, "site_0", 5 * HOUR) == pytest.approx(100, abs=25)
    assert came(recording, "site_0", 5 * HOUR) == pytest.approx(450, abs=25)
    assert came(recording, "site_1", 5 * HOUR) == pytest.approx(50, abs=25)


def test_that_the_other_ways_keep_their_proportions():
    recording = changed(crossroads(0.2, 0.2, None), SetShare("border", "site_0", 0.6))

    assert came(recording, "site_1", 5 * HOUR) == pytest.approx(500 * 0.4 * 0.25, abs=20)
    assert came(recording, "site_2", 5 * HOUR) == pytest.approx(500 * 0.4 * 0.75, abs=25)


def test_that_whoever_takes_all_that_is_left_can_be_given_a_share():
    recording = changed(crossroads(0.5, None), SetShare("border", "site_1", 0.0))

    assert came(recording, "site_1", 5 * HOUR) == 0


def test_that_a_place_that_took_everybody_gives_to_all_the_others_alike():
    recording = changed(crossroads(0.0, 0.0, None), SetShare("border", "site_2", 0.0))

    assert came(recording, "site_0", 5 * HOUR) == pytest.approx(250, abs=40)
    assert came(recording, "site_0", 5 * HOUR) + came(recording, "site_1", 5 * HOUR) == 500


@given(share=st.floats(0, 1), first=st.floats(0, 1))
@settings(max_examples=20, deadline=None)
def test_that_whoever_went_there_goes_there_with_a_larger_share_too(share, first):
    small = (("day 0 01:00", 40),)
    before = changed(crossroads(first, None, arrivals=small), SetShare("border", "site_0", first), 0.0)
    after = changed(crossroads(first, None, arrivals=small), SetShare("border", "site_0", share), 0.0)
    more = came(after, "site_0") - came(before, "site_0")

    assert more == 0 if share == first else more * (share - first) >= 0


@pytest.mark.parametrize(
    ("action", "said"),
    [
        (SetShare("border", "site_9", 0.5), "did you mean"),
        (SetShare("site_0", "onward", 0.5), "nobody has the choice"),
        (SetShare("border", "onward", 0.5), "nobody has the choice"),
        (SetSection("site_0.women", 5), "no section"),
    ],
)
def test_that_what_cannot_be_shared_out_is_refused_with_the_reason(action, said):
    assert said in objection(action, crossroads(0.5, None))


def divided(men=4, arrivals=(("day 0 01:00", 10),)):
    """Return a site of twenty places with a section for men, to which only men come, who stay for long."""
    halves = {
        "men": {"title": "Men", "places": men, "for": MEN, "only_here": True},
        "women": {"title": "Women", "places": 10, "for": WOMEN, "only_here": True},
    }
    return plan(
        populations={"alone": OF_MEN},
        entry_points=border(arriving(*arrivals)),
        stations={},
        staff={},
        sites={"centre": site(capacity=20, sections=halves, stay={"distribution": "constant", "value": "20 h"})},
        routes=[{"from": "border", "to": "centre"}, {"from": "centre", "to": "onward"}],
    )


def test_that_people_outside_come_in_once_more_places_are_kept_for_them():
    recording = changed(divided(), SetSection("centre.men", 9), 2 * HOUR)
    sheltered = recording.events.of(EventKind.GROUP_SHELTERED)

    assert (sheltered.time == HOUR).sum() == 4
    assert (sheltered.time == 2 * HOUR).sum() == 5


def test_that_whoever_has_a_place_keeps_it_when_fewer_are_kept():
    later = (("day 0 01:00", 4), ("day 0 03:00", 4))
    recording = changed(divided(men=10, arrivals=later), SetSection("centre.men", 6), 2 * HOUR)
    sheltered = recording.events.of(EventKind.GROUP_SHELTERED)

    assert (sheltered.time == HOUR).sum() == 4
    assert (sheltered.time == 3 * HOUR).sum() == 2


def test_that_sections_never_hold_more_than_the_site_has():
    recording = changed(divided(arrivals=(("day 0 01:00", 30),)), SetSection("centre.men", 500), 2 * HOUR)

    assert max(recording.levels.of(LevelKind.SECTION_PERSONS, recording.index("centre.men"))[1]) == 20


def test_that_a_section_is_told_as_full_only_while_it_is():
    scenario = divided(men=10)
    figures = measure(changed(scenario, SetSection("centre.men", 15), 2 * HOUR), scenario)
    found = {
        one.measure: one.value for one in figures.parts if (one.part, one.subject) == (Part.SECTIONS, "centre.men")
    }

    assert found["places"] == 15
    assert found["full"] == HOUR
