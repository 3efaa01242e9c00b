"""The time-varying Erlang example of Feldman, Mandelbaum, Massey and Whitt (2008): 100 + 20 sin t arrive an hour, and
are served for an hour each; so staffed, about equally many must wait at all at every moment.
"""

import math

import numpy as np
import pytest

from reception_sim.experiments.iterative_staffing import StableQuestion, stabilised
from reception_sim.experiments.offered_loads import beta_for, halfin_whitt, modified_offered_loads
from reception_sim.experiments.workplaces import Here
from tests.experiments.small_rosters import finished
from tests.model.plans import border, plan, staff, station

TARGET = 0.2
HOURS = 12
SETTLED = slice(6, None)  # after 3 h: it starts empty


def erlang():
    """Return half a day of the example; the ramp follows the sine within 0.2 persons an hour."""
    ramp = [
        {
            "at": f"day 0 {quarter // 4:02d}:{quarter % 4 * 15:02d}",
            "rate": f"{100 + 20 * math.sin(quarter / 4)} per hour",
        }
        for quarter in range(4 * HOURS + 1)
    ]
    return plan(
        duration=f"{HOURS} h",
        entry_points=border([{"population": "alone", "ramp": ramp}]),
        stations={"desk": station(posts=200, service_time={"distribution": "exponential", "mean": "1 h"})},
        staff={"officer": staff(count=200)},
    )


@pytest.fixture(scope="module")
def staffing():
    question = StableQuestion(erlang(), "desk", TARGET, step_s=1800.0, runs=60, iterations=6)
    return finished(stabilised(question, Here()))


def exact_load(hour):
    """Return the modified offered load after it has settled: equation 7 of Eick, Massey and Whitt (1993)."""
    return 100 + 10 * (math.sin(hour) - math.cos(hour))


def test_that_the_chance_to_wait_is_the_wanted_one_at_every_moment(staffing):
    thirds = np.split(staffing.delay_probability[SETTLED], 3)

    assert staffing.delay_probability[SETTLED].mean() == pytest.approx(TARGET, abs=0.06)
    assert all(third.mean() == pytest.approx(TARGET, abs=0.1) for third in thirds)


def test_that_it_settles_within_a_few_iterations(staffing):
    assert staffing.largest_change[-1] <= 3
    assert staffing.largest_change[0] > 50


def test_that_the_people_beyond_the_load_are_those_of_the_square_root_rule(staffing):
    load = np.array([exact_load((time + 900) / 3600) for time in staffing.time])
    beta = ((staffing.people - load) / np.sqrt(load))[SETTLED]

    assert beta.mean() == pytest.approx(beta_for(TARGET), abs=0.3)


def test_that_the_modified_offered_load_is_the_closed_form():
    load = modified_offered_loads(erlang())["desk"]

    # of each hour the most is told, which the exact load reaches within it
    for hour in range(6, HOURS):
        most = max(exact_load(hour + part / 20) for part in range(21))
        assert load[hour] == pytest.approx(most, rel=0.02)


def test_that_the_quality_of_service_gives_the_chance_to_wait_back():
    assert [halfin_whitt(beta_for(chance)) for chance in (0.1, 0.5, 0.9)] == pytest.approx([0.1, 0.5, 0.9])
