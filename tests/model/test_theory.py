"""The model against closed forms of queueing theory: the theoretical mean lies in the interval of the replications."""

import math
from itertools import pairwise

import numpy as np
import pytest
from scipy import stats

from reception_sim.recording import EventKind
from reception_sim.run import run_whole
from tests.model.plans import border, plan, staff, station

pytestmark = pytest.mark.slow

REPLICATIONS = 12
HOUR = 3600.0
WARM_UP = 200 * HOUR


def queueing_system(per_hour, service_time, servers=1, tandem=1):
    names = [f"desk_{number}" for number in range(tandem)]
    places = ["border", *names, "onward"]
    return plan(
        duration="1500 h",
        entry_points=border([{"population": "alone", "rate": f"{per_hour} per hour"}]),
        stations={
            name: station(posts=servers, team={f"officer_{name}": 1}, service_time=service_time) for name in names
        },
        staff={f"officer_{name}": staff(count=servers) for name in names},
        routes=[{"from": one, "to": other} for one, other in pairwise(places)],
    )


def mean_waits(scenario, place):
    """Return the mean wait (h) at a station in each replication, of those who join after the warm-up."""
    means = []
    for replication in range(REPLICATIONS):
        recording = run_whole(scenario, seed=11, replication=replication)
        mine = recording.events.where(recording.events.place == recording.index(place))
        joined, started = mine.of(EventKind.QUEUE_JOINED), mine.of(EventKind.SERVICE_STARTED)
        at = np.full(len(recording.people.size), np.nan)
        at[joined.group] = joined.time
        waits = started.time - at[started.group]
        means.append(float(waits[at[started.group] > WARM_UP].mean()) / HOUR)
    return means


def assert_in_interval(theory, means):
    """Assert that a theoretical mean lies in the 99.9 % confidence interval of replications, and that it is narrow."""
    half_width = stats.t.ppf(0.9995, len(means) - 1) * np.std(means, ddof=1) / math.sqrt(len(means))

    assert abs(np.mean(means) - theory) <= half_width
    assert half_width < 0.3 * theory


def erlang_c_wait(arrival, service, servers):
    """Return the mean wait of M/M/c."""
    load = arrival / service
    blocked = load**servers / math.factorial(servers) * servers / (servers - load)
    below = sum(load**n / math.factorial(n) for n in range(servers))
    return blocked / (below + blocked) / (servers * service - arrival)


EXPONENTIAL = {"distribution": "exponential", "mean": "6 min"}


def test_that_one_desk_waits_as_m_m_1():
    assert_in_interval(0.8 / (10 - 8), mean_waits(queueing_system(8, EXPONENTIAL), "desk_0"))


@pytest.mark.parametrize("servers", [2, 5])
def test_that_several_posts_wait_as_m_m_c(servers):
    arrival = 8 * servers
    theory = erlang_c_wait(arrival, 10, servers)

    assert_in_interval(theory, mean_waits(queueing_system(arrival, EXPONENTIAL, servers), "desk_0"))


def test_that_any_service_time_waits_as_pollaczek_and_khinchine_say():
    lognormal = {"distribution": "lognormal", "mean": "6 min", "sd": "5 min"}
    second_moment = 0.1**2 + (5 / 60) ** 2

    assert_in_interval(8 * second_moment / (2 * (1 - 0.8)), mean_waits(queueing_system(8, lognormal), "desk_0"))


def test_that_a_constant_service_time_waits_as_m_d_1():
    constant = {"distribution": "constant", "value": "6 min"}

    assert_in_interval(8 * 0.1**2 / (2 * (1 - 0.8)), mean_waits(queueing_system(8, constant), "desk_0"))


def test_that_the_second_of_two_desks_in_a_row_waits_as_if_alone():
    assert_in_interval(0.8 / (10 - 8), mean_waits(queueing_system(8, EXPONENTIAL, tandem=2), "desk_1"))
