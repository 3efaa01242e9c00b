"""When it was decided of each person whether a time limit was kept: as they got there, or as the time was up."""

from dataclasses import dataclass

import numpy as np

from reception_sim.clocks import DutyClocks
from reception_sim.recording import Booleans, Integers, Times
from reception_sim.scenario.standards import Indicator, StandardPlan
from reception_sim.statistics.account import Account
from reception_sim.statistics.findings import Findings
from reception_sim.statistics.milestones import exited_at, registered_at, sheltered_at


@dataclass(frozen=True)
class Decided:
    """At each *time* (s) it was decided of so many *persons* that they are on the good side, or not."""

    time: Times
    persons: Times
    is_good: Booleans


def decided_persons(standard: StandardPlan, findings: Findings) -> Decided | None:
    """Return when a standard on a time was decided person by person; None where the indicator is not a time."""
    account = findings.account
    match standard.indicator:
        case Indicator.WAITING_TIME:
            return _waits(standard, findings)
        case Indicator.TIME_TO_REGISTRATION:
            return _since_arrival(account, registered_at(account), standard)
        case Indicator.TIME_TO_SHELTER:
            return _since_arrival(account, sheltered_at(account), standard)
        case Indicator.TIME_IN_SYSTEM:
            return _since_arrival(account, exited_at(account), standard)
        case _:
            return None


def duty_decided(clocks: DutyClocks, duty: str, now: float) -> Decided:
    """Return when it was decided of each person whether a duty was kept."""
    kept, missed = clocks.kept_at(duty, now), clocks.missed_at(duty, now)
    time = np.concatenate((kept, missed))
    return Decided(time, np.ones(len(time)), np.arange(len(time)) < len(kept))


def _waits(standard: StandardPlan, findings: Findings) -> Decided:
    account, waits = findings.account, findings.waits[standard.at or ""]
    joined = np.concatenate((waits.began - waits.seconds, account.until - waits.so_far))
    reached = np.concatenate((waits.began, np.full(len(waits.so_far), np.nan)))
    groups: Integers = np.concatenate((waits.group, waits.waiting))
    return _decided(joined, reached, account.size[groups].astype(float), standard, account.until)


def _since_arrival(account: Account, reached: Times, standard: StandardPlan) -> Decided:
    """Return it for those who got there, and those who are still in the system and might."""
    counts = ~np.isnan(account.arrived_at) & (~np.isnan(reached) | account.is_in_system)
    size = account.size[counts].astype(float)
    return _decided(account.arrived_at[counts], reached[counts], size, standard, account.until)


def _decided(began: Times, reached: Times, persons: Times, standard: StandardPlan, until: float) -> Decided:
    """Whoever is to wait at most so long is late once that time is up; else it is decided as they get there."""
    took = reached - began
    if standard.at_most is None:
        time, good = reached, took >= standard.limit
    else:
        good = took <= standard.limit  # NaN is not
        time = np.where(good, reached, began + standard.limit)
    known = time <= until
    return Decided(time[known], persons[known], good[known])
