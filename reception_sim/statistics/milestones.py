"""How long it takes people from their arrival to registration, to shelter, and to leave the reception system.

People who were there at the start are left out, because nobody knows when they arrived; so are people who have left
without getting there: they no longer wait for it.
"""

import numpy as np

from reception_sim.recording import EventKind, Times
from reception_sim.scenario.stations import Activity
from reception_sim.statistics.account import Account
from reception_sim.statistics.figures import Milestone
from reception_sim.statistics.forms import on_paper
from reception_sim.statistics.spreads import spread_of, still_waiting_of


def times_to_registration(account: Account) -> "TimesTo":
    """Return the times to the end of the first service at a station that registers."""
    return TimesTo(account, registered_at(account), is_offered=bool(_registering(account)))


def registered_at(account: Account) -> Times:
    """Return when each travel group was registered first, NaN for those who were not.

    Who is served on paper is registered when the first form has been typed in.
    """
    stories, desks = account.stories, _registering(account)
    ended = stories.rows(EventKind.SERVICE_ENDED)
    at_desk = ended[np.isin(stories.place[ended], desks)]
    registered = account.first_time(at_desk[~on_paper(account, at_desk)])
    forms = account.recording.forms
    for group, typed, place in zip(forms.group, forms.typed, forms.place, strict=True):
        if place in desks:
            registered[group] = np.fmin(registered[group], typed)
    return registered


def times_to_shelter(account: Account) -> "TimesTo":
    """Return the times to the first place within a site's capacity."""
    return TimesTo(account, sheltered_at(account), is_offered=bool(account.scenario.sites))


def times_in_system(account: Account) -> "TimesTo":
    """Return the times to an exit that the plan names."""
    return TimesTo(account, exited_at(account))


def sheltered_at(account: Account) -> Times:
    """Return when each travel group had a place within a site's capacity first, NaN for those who had none."""
    return account.first_time(account.stories.rows(EventKind.GROUP_SHELTERED))


def exited_at(account: Account) -> Times:
    """Return when each travel group left by an exit that the plan names, NaN for those who have not."""
    return account.first_time(account.stories.rows(EventKind.GROUP_EXITED))


def _registering(account: Account) -> list[int]:
    stations = account.scenario.stations.items()
    return [account.place[name] for name, station in stations if station.activity is Activity.REGISTRATION]


class TimesTo:
    """The times from arrival to something, for those who got there (ascending) and those who have not yet.

    Where the plan does not offer it, nobody waits for it.
    """

    def __init__(self, account: Account, reached_at: Times, *, is_offered: bool = True) -> None:
        seconds = reached_at - account.arrived_at
        reached = np.flatnonzero(~np.isnan(seconds))
        reached = reached[np.argsort(seconds[reached], kind="stable")]
        has_arrived = ~np.isnan(account.arrived_at)
        waiting = has_arrived & np.isnan(reached_at) & account.is_in_system & is_offered
        self.seconds = seconds[reached]
        self.persons = account.size[reached]
        self.so_far = account.until - account.arrived_at[waiting]
        self.waiting_persons = account.size[waiting]

    @property
    def milestone(self) -> Milestone:
        return Milestone(spread_of(self.seconds, self.persons), still_waiting_of(self.so_far, self.waiting_persons))
