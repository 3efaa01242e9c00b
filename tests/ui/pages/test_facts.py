"""What the inspector says of places."""

from pathlib import Path

import pytest

from reception_sim.run import Run
from reception_sim.scenario import read_scenario
from reception_sim.statistics import measure
from ui.pages.facts import facts_of, kind_of

HOUR = 3600.0
COMPLETE = Path(__file__).parents[2] / "scenario" / "complete_example.toml"


@pytest.fixture(scope="module")
def run(scenario):
    running = Run(scenario)
    running.advance(10 * HOUR)
    return running


def values(facts) -> dict[str, str]:
    return {fact.name: fact.value for fact in facts}


def test_that_a_station_tells_its_queue_its_teams_and_its_waits(scenario, run) -> None:
    state = next(state for state in run.snapshot().stations if state.id == "registration")
    figures = measure(run.recording(), scenario)

    told = values(facts_of(scenario, "registration", run.snapshot(), figures))

    assert told["State"] == "open"
    assert told["Waiting"].startswith(f"{state.queue_persons:,} p")
    assert told["Teams at work"] == f"{state.busy_teams} of {state.staffed_teams} staffed"
    assert {"Wait, median", "Wait, 95 % within", "Waiting longest now"} <= told.keys()


def test_that_before_any_figures_a_place_tells_what_is_seen(scenario, run) -> None:
    told = values(facts_of(scenario, "registration", run.snapshot(), None))

    assert told.keys() == {"State", "Waiting", "Teams at work"}


def test_that_a_site_tells_its_people_against_its_places(scenario, run) -> None:
    state = next(state for state in run.snapshot().sites if state.id == "transit_centre")

    told = values(facts_of(scenario, "transit_centre", run.snapshot(), None))

    assert told["People here"] == f"{state.occupancy:,} in {state.capacity:,} places"


def test_that_the_whole_system_tells_everybody(scenario, run) -> None:
    told = values(facts_of(scenario, "", run.snapshot(), measure(run.recording(), scenario)))

    assert told["Arrived so far"] == f"{run.snapshot().arrived:,} people"
    assert "Not registered yet" in told


def test_that_every_place_has_something_to_tell(scenario, run) -> None:
    figures = measure(run.recording(), scenario)

    for place, _ in scenario.places():
        assert facts_of(scenario, place, run.snapshot(), figures)
        assert kind_of(scenario, place)


def test_that_the_whole_system_tells_how_many_are_out_with_families() -> None:
    scenario = read_scenario(COMPLETE)
    running = Run(scenario)
    said = set()
    for hour in range(1, 24):
        running.advance(hour * HOUR)
        told = values(facts_of(scenario, "", running.snapshot(), None))
        said |= {told[escort.title] for escort in scenario.escorts.values()}

    assert "with nobody" in said
    assert any(one.startswith("with ") and one.endswith((" people", " person")) for one in said)
