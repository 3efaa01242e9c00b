"""Whether intervals hold what they promise: a thousand experiments on a queue whose mean is known exactly."""

import numpy as np
import pytest
from scipy.linalg import expm

from reception_sim.experiments.estimate import Tally
from reception_sim.run import run_whole
from reception_sim.statistics.account import Account
from reception_sim.statistics.queues import queue_of
from tests.experiments.queues import line

ARRIVALS, SERVICES, SERVERS, HOURS = 12.0, 10.0, 2, 6.0
EXPERIMENTS, REPLICATIONS = 1000, 6
MOST = 80  # people, of whom there are never so many


def mean_people_served_in_m_m_c():
    """Return how many people are being served in an M/M/c on average over its first hours, starting empty.

    The integral of the transient distribution, from the exponential of the birth-and-death matrix.
    """
    people = np.arange(MOST + 1)
    rates = np.diag(np.full(MOST, ARRIVALS), 1) + np.diag(SERVICES * np.minimum(people[1:], SERVERS), -1)
    rates -= np.diag(rates.sum(axis=1))
    augmented = np.zeros((MOST + 2, MOST + 2))
    augmented[:-1, :-1], augmented[:-1, -1] = rates, np.minimum(people, SERVERS)
    return expm(augmented * HOURS)[0, -1] / HOURS


@pytest.mark.slow
def test_that_95_of_100_intervals_cover_the_mean_of_m_m_c():
    scenario = line(ARRIVALS, [SERVERS], HOURS)
    truth = mean_people_served_in_m_m_c()

    def people_served(replication):
        account = Account(run_whole(scenario, 5, replication), scenario)
        present, queue = account.persons_in_system, queue_of(account, "desk_0")
        return float(present.value @ present.held_s - queue.value @ queue.held_s) / (HOURS * 3600)

    def covers(experiment):
        tally = Tally()
        for replication in range(REPLICATIONS):
            tally.add(people_served(experiment * REPLICATIONS + replication))
        estimate = tally.estimate()
        return abs(estimate.mean - truth) <= estimate.half_width

    covered = sum(covers(experiment) for experiment in range(EXPERIMENTS))

    assert 930 <= covered <= 970
