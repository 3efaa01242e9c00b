"""A scenario that receives another number of people a day."""

import pytest

from reception_sim.run import open_scenario
from reception_sim.scenario.library import shipped
from reception_sim.scenario.other_arrivals import arrivals_a_day, receiving
from reception_sim.scenario.scaling import CannotScale


@pytest.mark.parametrize("name", [entry.id for entry in shipped()])
def test_that_every_shipped_scenario_can_receive_three_times_as_many(name):
    scenario = open_scenario(name)

    more = receiving(scenario, 3 * arrivals_a_day(scenario), places_grow=True)

    assert arrivals_a_day(more) == pytest.approx(3 * arrivals_a_day(scenario), rel=0.01)
    assert all(more.stations[one].posts == 3 * plan.posts for one, plan in scenario.stations.items())
    assert more.staff == scenario.staff


def test_that_posts_and_places_stay_if_they_are_not_to_grow_and_where_fewer_come():
    scenario = open_scenario("border_post_basics")

    for a_day, grow in ((3000, False), (100, True)):
        other = receiving(scenario, a_day, places_grow=grow)
        assert arrivals_a_day(other) == pytest.approx(a_day, rel=0.01)
        assert (other.stations, other.sites) == (scenario.stations, scenario.sites)


def test_that_more_people_than_can_be_simulated_are_refused_in_words():
    with pytest.raises(CannotScale, match="at most 10,000,000 persons"):
        receiving(open_scenario("border_post_basics"), 6_000_000, places_grow=True)
