"""The shipped Lampedusa scenario against what was published of September 2023.

The Minister of the Interior told the Chamber of Deputies of 6,344 people in the hotspot on 13 September and of 1,796
on 16 September: https://www.agrigentonotizie.it/cronaca/migranti-sbarchi-lampedusa-ministro-piantedosi-informativa-camera.html
It has 400 places: https://www.krone.at/2990274
At which hour the people were counted is not published: the peak is held against the highest hour of the 13th, the
other figure against 18:00 of the 16th. Both were used to calibrate the scenario (docs/model.md), so these tests say
that the calibration holds, not that the model foresees anything.
"""

from datetime import datetime, timedelta
from statistics import mean
from zoneinfo import ZoneInfo

import pytest

from reception_sim.run import Run, open_scenario
from reception_sim.scenario import Calendar

REPLICATIONS = 5
PUBLISHED_ON_13 = 6344
PUBLISHED_ON_16 = 1796
PLACES = 400
CLOSE = 0.20
ROME = ZoneInfo("Europe/Rome")
MIDNIGHT_OF_13 = datetime(2023, 9, 13, tzinfo=ROME)
EVENING_OF_16 = datetime(2023, 9, 16, 18, tzinfo=ROME)


@pytest.fixture(scope="module")
def occupancies():
    """Return by replication the persons in the hotspot at each full hour of local time."""
    scenario = open_scenario("lampedusa_2023")
    return [hourly_occupancy(Run(scenario, seed=1, replication=number)) for number in range(REPLICATIONS)]


def hourly_occupancy(run):
    calendar, hours = Calendar.of(run.scenario), {}
    while not run.finished:
        hours[calendar.local(run.now)] = run.snapshot().sites[0].occupancy
        run.advance(run.now + 3600)
    return hours


def test_that_several_thousand_people_end_13_september_in_a_site_for_400(occupancies):
    scenario = open_scenario("lampedusa_2023")
    at_the_end = [hours[MIDNIGHT_OF_13 + timedelta(days=1)] for hours in occupancies]

    assert [site.capacity for site in scenario.sites.values()] == [PLACES]
    assert min(at_the_end) > 3000


def test_that_the_peak_of_13_september_is_of_the_published_size(occupancies):
    of_the_day = [MIDNIGHT_OF_13 + timedelta(hours=hour) for hour in range(25)]
    peaks = [max(hours[moment] for moment in of_the_day) for hours in occupancies]

    assert mean(peaks) == pytest.approx(PUBLISHED_ON_13, rel=CLOSE)


def test_that_the_decline_to_16_september_is_of_the_published_size(occupancies):
    assert mean(hours[EVENING_OF_16] for hours in occupancies) == pytest.approx(PUBLISHED_ON_16, rel=CLOSE)
