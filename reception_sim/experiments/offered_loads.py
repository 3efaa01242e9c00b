"""How many teams are busy if nobody ever waits, and how many are then enough: where a search for a roster starts.

The modified offered load m(t) is the integral of the arrival rate at t - u times the chance that a service lasts
longer than u (Eick, Massey and Whitt 1993, The physics of the Mt/G/infinity queue, Operations Research 41; Jennings,
Mandelbaum, Massey and Whitt 1996, Server staffing to meet time-varying demand, Management Science 42). So many teams
more than m(t) are asked for as a multiple of its square root says (Halfin and Whitt 1981, Operations Research 29).
"""

import math
from typing import Final, assert_never

import numpy as np
from scipy import optimize, stats

from reception_sim.recording import Times
from reception_sim.scenario.distributions import (
    AnyDistribution,
    Constant,
    Exponential,
    Gamma,
    Lognormal,
    Normal,
    Triangular,
    Uniform,
    mean_of,
)
from reception_sim.scenario.plan import ScenarioPlan
from reception_sim.scenario.quantities import HOUR, MINUTE
from reception_sim.scenario.stations import ServedPer
from reception_sim.statistics import Outlook, StationOutlook, offered_load

_STEP: Final = 5 * MINUTE
_STEPS_AN_HOUR: Final = round(HOUR / _STEP)


def survival(distribution: AnyDistribution, times: Times) -> Times:
    """Return the chance that a value is above each of *times* (s)."""
    above: Times
    match distribution:
        case Constant():
            above = (times < distribution.value).astype(float)
        case Uniform():
            above = stats.uniform.sf(times, distribution.min, max(distribution.max - distribution.min, 1e-9))
        case Triangular():
            span = max(distribution.max - distribution.min, 1e-9)
            above = stats.triang.sf(times, (distribution.mode - distribution.min) / span, distribution.min, span)
        case Exponential():
            above = stats.expon.sf(times, scale=max(distribution.mean, 1e-9))
        case Lognormal():
            variance = math.log(1 + (distribution.sd / distribution.mean) ** 2)
            scale = distribution.mean / math.exp(variance / 2)
            above = stats.lognorm.sf(times, max(math.sqrt(variance), 1e-9), scale=scale)
        case Gamma():
            shape = (distribution.mean / distribution.sd) ** 2
            above = stats.gamma.sf(times, shape, scale=distribution.mean / shape)
        case Normal():
            raised = stats.norm.sf(times, distribution.mean, max(distribution.sd, 1e-9))
            above = np.where(times < distribution.min, 1.0, raised)
        case _:
            assert_never(distribution)
    return above


def modified_offered_loads(scenario: ScenarioPlan) -> dict[str, Times]:
    """Return the teams at work at each station if nobody ever waits, the most in each hour.

    A group whose members are served one by one takes as long as its mean size says.
    """
    outlook = offered_load(scenario)
    return {station.id: _modified(station, outlook, scenario) for station in outlook.stations}


def square_root_staffing(load: Times, delay_probability: float) -> Times:
    """Return the teams with which about so many people have to wait at all, by the safety rule of the square root."""
    return np.ceil(load + beta_for(delay_probability) * np.sqrt(load) - 1e-9)


def beta_for(delay_probability: float) -> float:
    """Return the quality of service beta at which the Halfin and Whitt function is *delay_probability*."""
    return float(optimize.brentq(lambda beta: halfin_whitt(beta) - delay_probability, 1e-6, 10.0))


def halfin_whitt(beta: float) -> float:
    """Return the chance to wait in a large M/M/s queue with s = m + beta times the square root of m."""
    return 1 / (1 + beta * stats.norm.cdf(beta) / stats.norm.pdf(beta))


def _modified(station: StationOutlook, outlook: Outlook, scenario: ScenarioPlan) -> Times:
    plan = scenario.stations[station.id]
    mean = mean_of(plan.service_time)
    hours = len(outlook.time)
    if mean <= 0 or not station.offered_teams.any():
        return np.zeros(hours)
    size = _persons_a_group(scenario) if plan.per is ServedPer.PERSON else 1.0
    rate = np.repeat(station.offered_teams / (mean * size), _STEPS_AN_HOUR)
    lasting = survival(plan.service_time, (np.arange(len(rate), dtype=np.float64) + 0.5) * _STEP / size)
    busy = np.convolve(rate, _scaled_to(lasting, mean * size))[: len(rate)]
    most: Times = busy.reshape(hours, _STEPS_AN_HOUR).max(axis=1)
    return most


def _scaled_to(lasting: Times, mean: float) -> Times:
    """Return a survival function in steps whose sum is the mean, also where a service is shorter than a step."""
    total = float(lasting.sum())
    if total * _STEP < mean / 2:
        lasting = np.zeros(len(lasting))
        lasting[0] = total = 1.0
    return lasting * (mean / total)


def _persons_a_group(scenario: ScenarioPlan) -> float:
    return float(np.mean([population.mean_group_size for population in scenario.populations.values()]))
