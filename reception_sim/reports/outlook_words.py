"""The look ahead in words: where the planned teams are too few for the people expected, from when, and how it grows."""

from collections.abc import Iterator

import numpy as np

from reception_sim.reports.wording import about_people, count, plain, short_moment
from reception_sim.scenario import Calendar, ScenarioPlan
from reception_sim.statistics import Outlook, StationOutlook
from reception_sim.translation import tr


def outlook_in_words(outlook: Outlook, scenario: ScenarioPlan) -> Iterator[str]:
    """Yield a sentence on those who come, then one or two on each station."""
    calendar = Calendar.of(scenario)
    for entry in outlook.entry_points:
        if entry.persons.sum() < 1:
            continue
        busiest = int(np.argmax(entry.persons))
        yield tr(
            "{place}: {people} are expected, at most {most} in one hour, {when}.",
            place=scenario.title_of(entry.id),
            people=about_people(float(entry.persons.sum())),
            most=count(float(entry.persons[busiest])),
            when=short_moment(calendar, float(outlook.time[busiest])),
        )
    for station in outlook.stations:
        yield _station(station, scenario, calendar)


def _station(station: StationOutlook, scenario: ScenarioPlan, calendar: Calendar) -> str:
    title, load = scenario.title_of(station.id), _load(station)
    first = station.first_overload_s
    if first is None:
        return tr("{station}: {load}. The teams suffice in every hour.", station=title, load=load)
    said = tr(
        "{station}: {load}. More people come than can be seen from {when} on, in {hours} of {of} hours.",
        station=title,
        load=load,
        when=short_moment(calendar, first),
        hours=station.overloaded_hours,
        of=len(station.time),
    )
    peak = station.backlog_max_s
    if peak is None or station.backlog_max_persons < 1:
        return said
    return tr(
        "{said} The backlog grows to {people} by {when}.",
        said=said,
        people=about_people(station.backlog_max_persons),
        when=short_moment(calendar, peak),
    )


def _load(station: StationOutlook) -> str:
    """Say how much work comes beside how much can be done, over the whole time."""
    needed, staffed = float(station.offered_teams.mean()), float(station.staffed_teams.mean())
    if staffed == 0:
        return tr("nobody is on duty, and {needed} teams are needed on average", needed=plain(needed))
    return tr(
        "{needed} teams are needed on average, {staffed} are on duty ({share} %)",
        needed=plain(needed),
        staffed=plain(staffed),
        share=count(100 * needed / staffed),
    )
