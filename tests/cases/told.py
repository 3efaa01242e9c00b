"""What a run of a shipped case tells at the moments for which figures are published."""

from datetime import datetime
from functools import cache

import numpy as np

from reception_sim.recording import EventKind
from reception_sim.run import open_scenario, run_whole
from reception_sim.scenario import Calendar

HOUR, DAY = 3600.0, 86400.0


@cache
def told(name, replication=0):
    """Return the telling of one run; each is run once in a test session."""
    return Told(open_scenario(name), replication)


class Told:
    """Counts of persons and waits in one run, by local moments of the scenario."""

    def __init__(self, plan, replication=0):
        self.plan = plan
        self.recording = run_whole(plan, 1, replication)
        self._calendar = Calendar.of(plan)
        self.people = self.recording.people

    def at(self, *local):
        """Return the seconds of a local moment, for example at(2011, 3, 14, 8)."""
        return self._calendar.seconds(datetime(*local))  # noqa: DTZ001 - the scenario's own time

    def persons(self, kind, place, until, *, since=-1.0, weights=None):
        """Return the persons to whom something happened at a place between two moments (s)."""
        events = self._events(kind, place)
        chosen = events.group[(events.time > since) & (events.time <= until)]
        return float((self.people.size if weights is None else weights)[chosen].sum())

    def present(self, site, moment, weights=None):
        """Return the persons in a site at a moment (s)."""
        entered = self.persons(EventKind.SITE_ENTERED, site, moment, weights=weights)
        return entered - self.persons(EventKind.SITE_LEFT, site, moment, weights=weights)

    def of_nationality(self, *codes):
        """Return the persons of each travel group who are of these nationalities: its size, or none."""
        wanted = [self.people.nationalities.index(code) for code in codes]
        return np.where(np.isin(self.people.nationality, wanted), self.people.size, 0)

    def of_ages(self, *bands):
        """Return by travel group how many of its persons are in these age bands."""
        wanted = [self.people.age_bands.index(band) for band in bands]
        members = np.isin(self.people.age_band, wanted)
        return np.bincount(self.people.group_of_person[members], minlength=len(self.people.size))

    def stays(self, site, moment, weights):
        """Return how long (s) those had been in a site who left it in the day before a moment, one a travel group."""
        return self._times(EventKind.SITE_ENTERED, EventKind.SITE_LEFT, site, moment - DAY, moment, weights)

    def waits(self, station, since, until):
        """Return the waits (s) of those whose service started between two moments, one a travel group."""
        return self._times(EventKind.QUEUE_JOINED, EventKind.SERVICE_STARTED, station, since, until, None)

    def _times(self, began, ended, place, since, until, weights):
        begun, over = self._events(began, place), self._events(ended, place)
        begins = np.full(len(self.people.size), np.nan)
        begins[begun.group] = begun.time
        wanted = (over.time > since) & (over.time <= until)
        if weights is not None:
            wanted &= weights[over.group] > 0
        return over.time[wanted] - begins[over.group[wanted]]

    def _events(self, kind, place):
        events = self.recording.events.of(kind)
        return events.where(events.place == self.recording.index(place))
