"""What happens when a site is full, each rule as people live it."""

import pytest

from reception_sim.actions import CloseSite, OpenSite
from reception_sim.recording import EventKind
from reception_sim.run import Run, run_whole
from tests.model.plans import arriving, border, plan, site, staff, station, trace

ENTERED, SHELTERED, LEFT_SITE = EventKind.SITE_ENTERED, EventKind.GROUP_SHELTERED, EventKind.SITE_LEFT


def minutes(recording, kind, place="centre"):
    return [minute for minute, _, where, _ in trace(recording, kind) if where == place]


def with_site(persons=3, **changes):
    routes = [
        {"from": "border", "to": "desk"},
        {"from": "desk", "to": "centre"},
        {"from": "centre", "to": "onward"},
    ]
    desk = station(service_time={"distribution": "constant", "value": "1 min"})
    return plan(
        stations={"desk": desk},
        sites={"centre": site(**changes)},
        routes=routes,
        entry_points=border(arriving(("day 0 01:00", persons))),
    )


def test_that_those_beyond_capacity_shelter_outside_until_a_place_is_free():
    recording = run_whole(with_site(capacity=2))

    assert minutes(recording, ENTERED) == [61, 62, 63]
    assert minutes(recording, SHELTERED) == [61, 62, 121]


def test_that_an_overcrowded_site_admits_anyway():
    recording = run_whole(with_site(capacity=2, when_full="admit anyway"))

    assert minutes(recording, SHELTERED) == [61, 62, 63]


def test_that_a_full_site_holds_back_the_post_and_the_queue_reaches_the_border():
    recording = run_whole(with_site(persons=4, capacity=1, when_full="hold upstream"))

    assert minutes(recording, ENTERED) == [61, 121, 181, 241]
    assert minutes(recording, EventKind.SERVICE_STARTED, "desk") == [60, 61, 121, 181]


def test_that_people_go_to_the_next_site_when_one_is_full():
    scenario = with_site(persons=3, capacity=1, when_full="next site", next_site="second")
    sites = {"centre": scenario.sites["centre"], "second": site(title="Second", capacity=5)}
    routes = [*scenario.routes, {"from": "second", "to": "onward"}]
    recording = run_whole(plan(**(_tables(scenario) | {"sites": sites, "routes": routes})))

    assert minutes(recording, ENTERED) == [61]
    assert minutes(recording, ENTERED, "second") == [62, 63]


def test_that_a_closed_site_holds_newcomers_back_and_lets_them_in_when_it_opens():
    run = Run(with_site())
    run.act(CloseSite(at="centre"), at=0)
    run.act(OpenSite(at="centre"), at=7200)
    run.advance(run.scenario.duration)

    assert minutes(run.recording(), ENTERED) == [120, 121, 122]


def test_that_residents_are_registered_during_their_stay_and_keep_their_place():
    scenario = plan(
        stations={"desk": station()},
        sites={"centre": site(capacity=2, during_stay=["desk"], stay={"distribution": "constant", "value": "6 min"})},
        routes=[{"from": "border", "to": "centre"}, {"from": "centre", "to": "onward"}],
    )
    recording = run_whole(scenario)

    assert minutes(recording, LEFT_SITE) == [66, 70, 75]
    assert minutes(recording, SHELTERED) == [60, 60, 66]


def test_that_people_already_there_are_present_at_the_start():
    scenario = plan(
        **(
            _tables(with_site(persons=1))
            | {"already_there": [{"population": "families", "at": "centre", "persons": 9}]}
        )
    )
    recording = run_whole(scenario)
    present = recording.events.of(EventKind.GROUP_PRESENT)

    assert recording.people.size[present.group].sum() == 9
    assert set(present.time.tolist()) == {0.0}


@pytest.mark.parametrize("place", ["desk", "border"])
def test_that_people_may_already_queue_when_the_scenario_starts(place):
    scenario = plan(already_there=[{"population": "alone", "at": place, "persons": 2}])
    recording = run_whole(scenario)

    assert minutes(recording, EventKind.SERVICE_STARTED, "desk")[:2] == [0, 5]


def test_that_meals_run_out_when_nobody_brings_more():
    supply = {"title": "Meals", "per_person_per_day": 24, "stock": 2}
    recording = run_whole(plan(**(_tables(with_site()) | {"supplies": {"meal": supply}})))

    assert any(line.kind == "supply ran out" for line in recording.happenings)


def _tables(scenario):
    return {"stations": scenario.stations, "sites": scenario.sites, "routes": list(scenario.routes),
            "entry_points": scenario.entry_points, "staff": {"officer": staff()}}  # fmt: skip
