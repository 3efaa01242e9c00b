"""Munich main station against what was published of 5 to 12 September 2015 (addresses in scenarios/README.md).

People by day are given. Coaches and special trains were set so that some 1,600 people sleep at the trade fair on
9 September and that everybody has a bed in the first two nights; how full the city is on the 12th was not.
"""

import pytest

from reception_sim.recording import EventKind
from tests.cases.told import DAY, HOUR, told

PLACES = {"trade_fair": 3_300, "city_halls": 1_000, "showroom": 500, "sleeping_train": 400}


@pytest.fixture(scope="module")
def september():
    return told("munich_2015")


def came(september, day, hour=24):
    midnight = september.at(2015, 9, day)
    return september.persons(EventKind.GROUP_ARRIVED, "main_station", midnight + hour * HOUR, since=midnight)


def asleep(september, day):
    """Return the persons at each shelter at two in the night after a day."""
    night = september.at(2015, 9, day) + DAY + 2 * HOUR
    return {site: september.present(site, night) for site in PLACES}


@pytest.mark.parametrize(("day", "published"), [(5, 6_900), (6, 13_000), (9, 7_000), (11, 5_900), (12, 12_200)])
def test_that_as_many_people_come_each_day_as_is_published(september, day, published):
    assert came(september, day) == pytest.approx(published, rel=0.03)


def test_that_43000_people_have_come_by_the_11th(september):
    assert sum(came(september, day) for day in range(5, 12)) == pytest.approx(43_000, rel=0.01)


@pytest.mark.parametrize(("hour", "share"), [(7, 1_650 / 12_200), (15, 3_200 / 5_900)])
def test_that_people_come_in_the_hours_of_the_day_that_were_read(september, hour, share):
    days = range(6, 13)

    assert sum(came(september, day, hour) for day in days) / sum(came(september, day) for day in days) == pytest.approx(
        share, abs=0.06
    )


def test_that_two_in_seven_go_straight_on(september):
    went_on = september.persons(EventKind.GROUP_EXITED, "other_states_at_once", september.at(2015, 9, 13))

    assert went_on / 50_000 == pytest.approx(1_700 / 6_000, rel=0.15)


def test_that_1600_people_sleep_at_the_trade_fair_on_the_9th(september):
    assert asleep(september, 9)["trade_fair"] == pytest.approx(1_600, rel=0.2)


def test_that_a_week_of_trains_fills_the_city_to_its_limit_on_the_12th(september):
    quiet, full = (sum(asleep(september, day).values()) for day in (8, 12))

    assert full == pytest.approx(sum(PLACES.values()), rel=0.1)
    assert quiet < full / 2
