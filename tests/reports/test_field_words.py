"""What a field of a scenario is called where an official reads of it."""

import pytest

from reception_sim.reports.field_words import field_in_words
from reception_sim.run import open_scenario


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("stations", "stations"),
        ("sites.transit_centre", "Transit centre"),
        ("populations.across_the_border", "People who cross the border"),
        ("sites.transit_centre.capacity", "places of Transit centre"),
        ("vehicles.shuttle_bus.capacity", "seats of Shuttle bus"),
        ("entry_points.border_crossing.arrivals.daily", "arrivals a day of Border crossing"),
        ("stations.registration.service_time", "service time of Registration"),
        ("staff.officer.shifts.count", "number on duty of Border officer"),
        ("stations.registration.waiting_area.area_m2", "waiting area area m2 of Registration"),
        ("knowledge.delay", "delay of knowledge"),
    ],
)
def test_that_a_field_is_named_by_what_it_says_and_of_what(field, words):
    assert field_in_words(field, open_scenario("border_post_basics")) == words
