"""The random scenarios that other tests use are what they say: valid, and of every kind."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from reception_sim.actions import problems_in_actions
from reception_sim.scenario.checks import problems_in
from reception_sim.scenario.sites import UntilTransferred, WhenFull
from reception_sim.scenario.stations import QueueOrder
from tests.scenario.strategies import scenario_plans

UNHURRIED = [HealthCheck.too_slow, HealthCheck.data_too_large]


@settings(max_examples=60, deadline=None, suppress_health_check=UNHURRIED)
@given(scenario_plans())
def test_that_every_random_scenario_is_valid(scenario):
    assert problems_in(scenario) == ()
    assert tuple(problems_in_actions(scenario)) == ()


@pytest.fixture(scope="module")
def kinds_drawn():
    """What comes up in some of 120 random scenarios, always the same 120."""
    drawn = set()

    @settings(
        max_examples=120, deadline=None, derandomize=True, phases=[Phase.generate], suppress_health_check=UNHURRIED
    )
    @given(scenario_plans())
    def draw(scenario):
        drawn.update(_kinds_in(scenario))

    draw()
    return drawn


def _kinds_in(scenario):
    yield from (site.when_full for site in scenario.sites.values())
    yield from (station.order for station in scenario.stations.values())
    yield from (type(site.stay) for site in scenario.sites.values())
    for name in ("already_there", "injects", "contingency", "standards", "vehicles", "supplies", "equipment"):
        if getattr(scenario, name):
            yield name
    yield from _kinds_of_places_in(scenario)
    for route in scenario.routes:
        if route.by is not None and route.by.vehicles is not None:
            yield "ride"
        if route.when is not None:
            yield "condition"
        if route.share is not None:
            yield "share"


def _kinds_of_places_in(scenario):
    for section in (section for site in scenario.sites.values() for section in site.sections.values()):
        yield "only here" if section.only_here else "section"
    for border in (entry.border for entry in scenario.entry_points.values() if entry.border is not None):
        yield "lanes" if border.lanes else "border"


@pytest.mark.parametrize(
    "kind",
    [
        *WhenFull,
        *QueueOrder,
        UntilTransferred,
        *("already_there", "injects", "contingency", "standards", "vehicles", "supplies", "equipment"),
        *("ride", "condition", "share", "section", "only here", "border", "lanes"),
    ],
)
def test_that_every_kind_of_part_comes_up(kinds_drawn, kind):
    assert kind in kinds_drawn
