"""Specific needs: how many persons have them, for how many they were seen, and how long that took."""

import numpy as np

from reception_sim.recording import NEEDS
from reception_sim.scenario.people import SpecificNeed
from reception_sim.statistics.account import Account
from reception_sim.statistics.figures import NeedFigures
from reception_sim.statistics.stories import COMING


def needs_of(account: Account) -> tuple[SpecificNeed, ...]:
    """Return the needs that the plan gives to people, and those that somebody has without the plan's word."""
    planned = {need for plan in account.scenario.populations.values() for need in plan.specific_needs}
    found = int(np.bitwise_or.reduce(account.recording.people.needs, initial=0))
    return tuple(need for number, need in enumerate(NEEDS) if need in planned or found >> number & 1)


def need_figures(account: Account) -> tuple[NeedFigures, ...]:
    """Return the figures of each need, over the persons who have come into the reception system."""
    seen = _FirstSeen(account)
    return tuple(seen.figures(need) for need in needs_of(account))


class _FirstSeen:
    """Who has come, and when each need of a person was seen for the first time."""

    def __init__(self, account: Account) -> None:
        recording = account.recording
        self._needs = recording.people.needs
        came = np.zeros(len(account.size), bool)
        came[account.stories.group[account.stories.rows(*COMING)]] = True
        self._group = recording.people.group_of_person
        self._came = came[self._group]
        self._arrived_at = account.arrived_at
        told = recording.identifications
        _, first = np.unique(told.person * len(NEEDS) + told.need, return_index=True)
        self._need, self._person, self._time = told.need[first], told.person[first], told.time[first]

    def figures(self, need: SpecificNeed) -> NeedFigures:
        number = NEEDS.index(need)
        chosen = self._need == number
        person = self._person[chosen]
        waited = self._time[chosen] - self._arrived_at[self._group[person]]
        waited = waited[~np.isnan(waited)]  # nobody knows when those present at the start arrived
        return NeedFigures(
            need=need,
            present_persons=int(np.count_nonzero(self._came & (self._needs >> number & 1).astype(bool))),
            seen_persons=len(person),
            mean_time_to_identification=float(waited.mean()) if len(waited) else float("nan"),
        )
