"""The sentences that answer first: were the standards met, where was it full, who waited how long, who still waits."""

import math
from collections.abc import Iterator

from reception_sim.experiments.summary import Band, SiteEstimates, StationEstimates
from reception_sim.reports.content import ReportContent
from reception_sim.reports.wording import (
    about_people,
    count,
    day_and_hour,
    duration,
    length_of_days,
    need_in_words,
    people,
    times_as_many,
)
from reception_sim.translation import tr, tr_plural


def answers(content: ReportContent) -> Iterator[str]:
    """Yield the sentences, the most important first."""
    yield standards_in_words(content)
    for site in content.estimates.sites:
        yield _fullness(content, site)
    yield from _longest_wait(content)
    yield from _still_waiting(content)
    yield _whereabouts(content)
    yield from _needs_not_seen(content)


def standards_in_words(content: ReportContent) -> str:
    """Say how many standards were met, and how many missed."""
    held = [figure for figure in content.estimates.indicators if figure.standard is not None]
    if not held:
        return tr("The scenario holds the results against no standard.")
    met = sum(figure.met is True for figure in held)
    missed = sum(figure.met is False for figure in held)
    said = tr_plural(
        "{met} of {count} standard was met, {missed} missed",
        "{met} of {count} standards were met, {missed} missed",
        len(held),
        met=met,
        missed=missed,
    )
    unmeasured = len(held) - met - missed
    if unmeasured:
        said = tr("{said}; {n} could not be measured", said=said, n=unmeasured)
    if content.replicated:
        return tr("{said} (met means: in each of the {n} replications).", said=said, n=content.estimates.replications)
    return tr("{said}.", said=said)


def _fullness(content: ReportContent, site: SiteEstimates) -> str:
    title, peak = content.title_of(site.id), site.occupancy_max.mean
    when = _when_fullest(content, site.id)
    if round(peak) == site.capacity > 0:
        return tr("{site} was full, all {places} places taken, on {when}.", site=title, places=count(peak), when=when)
    if peak < site.capacity:
        return tr(
            "{site} was never over its {places} places: at most {people}, on {when}.",
            site=title,
            places=count(site.capacity),
            people=about_people(peak),
            when=when,
        )
    if site.capacity == 0:
        return tr("{site} held up to {people} without a single place, on {when}.", **_named(title, peak, when))
    return tr(
        "{site} held up to {people}, {times} its capacity of {places}, on {when}.",
        **_named(title, peak, when),
        times=times_as_many(peak / site.capacity),
        places=count(site.capacity),
    )


def _named(title: str, peak: float, when: str) -> dict[str, str]:
    return {"site": title, "people": about_people(peak), "when": when}


def _when_fullest(content: ReportContent, name: str) -> str:
    if not content.replicated:
        at = next(site.occupancy_max_at for site in content.figures.sites if site.id == name)
        return day_and_hour(content.calendar, at if math.isfinite(at) else 0.0)
    band = next(site.occupancy for site in content.estimates.series.sites if site.id == name)
    return day_and_hour(content.calendar, _moment_of_peak(content, band))


def _moment_of_peak(content: ReportContent, band: Band) -> float:
    return float(content.estimates.series.time[int(band.median.argmax())])


def _longest_wait(content: ReportContent) -> Iterator[str]:
    served = [station for station in content.estimates.stations if math.isfinite(station.waits.p95.mean)]
    if not served:
        return
    longest = max(served, key=lambda station: station.waits.p95.mean)
    yield tr(
        "The longest waits were for {station}: half of those served waited {median} or more, "
        "and one in twenty longer than {p95}.",
        station=content.title_of(longest.id),
        median=duration(longest.waits.median.mean),
        p95=duration(longest.waits.p95.mean),
    )


def _still_waiting(content: ReportContent) -> Iterator[str]:
    waiting = [station for station in content.estimates.stations if station.still_waiting.persons.mean >= 1]
    if not waiting:
        return
    said = (
        tr(
            "{people} for {station}, the longest for {time} so far",
            people=about_people(round(station.still_waiting.persons.mean)),
            station=content.title_of(station.id),
            time=duration(station.still_waiting.longest_so_far.mean),
        )
        for station in sorted(waiting, key=_people_waiting, reverse=True)
    )
    yield tr("Still waiting at the end: {said}. The waits of those served do not count them.", said="; ".join(said))


def _people_waiting(station: StationEstimates) -> float:
    return station.still_waiting.persons.mean


def _whereabouts(content: ReportContent) -> str:
    persons = content.estimates.persons
    return tr(
        "In {length} {arrived} came or were there at the start: {completed} left by an exit of the plan, "
        "{left} gave up, {in_system} are still in the system.",
        length=length_of_days(content.figures.until),
        arrived=people(round(persons.arrived.mean)),
        completed=count(persons.completed.mean),
        left=count(persons.left.mean),
        in_system=count(persons.in_system.mean),
    )


def _needs_not_seen(content: ReportContent) -> Iterator[str]:
    present = [need for need in content.estimates.needs if need.present_persons.mean >= 1]
    if not present:
        return
    worst = max(present, key=lambda need: need.present_persons.mean - need.seen_persons.mean)
    seen = sum(need.seen_persons.mean for need in present)
    yield tr(
        "Of {present} specific needs {seen} were seen by a station; most often overlooked: {need} ({n} not seen).",
        present=count(sum(need.present_persons.mean for need in present)),
        seen=count(seen),
        need=need_in_words(worst.need),
        n=count(worst.present_persons.mean - worst.seen_persons.mean),
    )
