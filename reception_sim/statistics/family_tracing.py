"""Families that were separated at embarkation: who found the other part again, how, and after how long."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from reception_sim.recording import EventKind, Integers, Times
from reception_sim.scenario.stations import Activity
from reception_sim.statistics.account import Account
from reception_sim.statistics.findings import Findings
from reception_sim.statistics.part_figures import Part, PartFigure
from reception_sim.statistics.stories import GOING

_NAN: Final = float("nan")


@dataclass(frozen=True)
class SeparatedFamilies:
    """The families of whom at least one part has come: their parts (travel groups), and when they met again (s).

    *traced_at* and *met_at* are NaN where they were not reunited by family tracing, or in the same site.
    """

    first: Integers
    second: Integers
    apart_since: Times
    traced_at: Times
    met_at: Times

    @property
    def reunited_at(self) -> Times:
        return np.fmin(self.traced_at, self.met_at)


def family_tracing(findings: Findings) -> Iterator[PartFigure]:
    """Yield how many families were separated, found each other again, and are still apart; each counts once."""
    account = findings.account
    if not (account.recording.people.family >= 0).any():
        return
    families = separated_families(account)
    reunited = families.reunited_at
    again = ~np.isnan(reunited)
    traced = again & (families.traced_at == reunited)
    took = (reunited - families.apart_since)[again]
    figures = {
        "separated": len(families.first),
        "persons": int(account.size[families.first].sum() + account.size[families.second].sum()),
        "traced": int(traced.sum()),
        "met": int((again & ~traced).sum()),
        "apart": int((~again).sum()),
        "mean_time": float(took.mean()) if len(took) else _NAN,
        "longest": float(took.max()) if len(took) else _NAN,
    }
    yield from (PartFigure(Part.FAMILY_TRACING, "", measure, value) for measure, value in figures.items())


def families_apart(account: Account) -> int:
    """Return how many families have not found each other again."""
    return int(np.isnan(separated_families(account).reunited_at).sum())


def separated_families(account: Account) -> SeparatedFamilies:
    """Return the separated families of whom at least one part has come into the reception system."""
    family = account.recording.people.family
    first = np.flatnonzero(family > np.arange(len(family)))
    second = family[first]
    came_at = account.first_time(account.stories.rows(EventKind.GROUP_PRESENT, EventKind.GROUP_ARRIVED))
    came = ~(np.isnan(came_at[first]) & np.isnan(came_at[second]))
    first, second = first[came], second[came]
    return SeparatedFamilies(
        first=first,
        second=second,
        apart_since=np.fmin(came_at[first], came_at[second]),
        traced_at=_traced_at(account, came_at, first, second),
        met_at=_met_at(account, first, second),
    )


def _traced_at(account: Account, came_at: Times, first: Integers, second: Integers) -> Times:
    """Return when tracing brought two parts together: one has been served, and both are in the reception system."""
    stories = account.stories
    desks = [
        account.place[name]
        for name, station in account.scenario.stations.items()
        if station.activity is Activity.FAMILY_TRACING
    ]
    ended = stories.rows(EventKind.SERVICE_ENDED)
    asked_at = account.first_time(ended[np.isin(stories.place[ended], desks)])
    gone_at = account.first_time(stories.rows(*GOING))
    found: Times = np.full(len(first), np.nan)
    for one, other in ((first, second), (second, first)):
        at = np.maximum(asked_at[one], came_at[other])
        is_there = ~(np.fmin(gone_at[one], gone_at[other]) < at)  # NaN: has not left
        found = np.fmin(found, np.where(is_there, at, np.nan))
    return found


def _met_at(account: Account, first: Integers, second: Integers) -> Times:
    """Return when two parts were first in the same site at the same time."""
    stays = _stays(account, np.concatenate((first, second)))
    met = [
        min(
            (
                max(since, other_since)
                for site, since, until in stays.get(one, ())
                for there, other_since, other_until in stays.get(other, ())
                if site == there and max(since, other_since) < min(until, other_until)
            ),
            default=_NAN,
        )
        for one, other in zip(first.tolist(), second.tolist(), strict=True)
    ]
    return np.array(met, float)


def _stays(account: Account, groups: Integers) -> dict[int, list[tuple[int, float, float]]]:
    """Return the stays of some travel groups: at which site, since when, until when (infinite while they last)."""
    stories = account.stories
    rows = stories.rows(EventKind.SITE_ENTERED, EventKind.SITE_LEFT)
    rows = rows[np.isin(stories.group[rows], groups)]
    stays: dict[int, list[tuple[int, float, float]]] = {}
    for row in rows.tolist():
        group, site, time = int(stories.group[row]), int(stories.place[row]), float(stories.time[row])
        mine = stays.setdefault(group, [])
        if stories.kind[row] == EventKind.SITE_ENTERED:
            mine.append((site, time, float("inf")))
        else:
            mine[-1] = (mine[-1][0], mine[-1][1], time)
    return stays
