"""Needs present against needs seen: for how many people, how late, and who left without anybody seeing."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np

from reception_sim.recording import NEEDS, SEXES, Booleans, Integers, Times
from reception_sim.statistics.account import Account
from reception_sim.statistics.findings import Findings
from reception_sim.statistics.needs import needs_of
from reception_sim.statistics.part_figures import Part, PartFigure
from reception_sim.statistics.sadd import EVERYBODY
from reception_sim.statistics.spreads import quantile
from reception_sim.statistics.stories import COMING, GOING

_NAN: Final = float("nan")


@dataclass(frozen=True)
class Needs:
    """The needs of the people who came, one row a person and need.

    *need* is an index of NEEDS. *waited* is the time from arrival until it was seen (s), NaN where it was not seen or
    nobody knows when the person arrived.
    """

    person: Integers
    need: Integers
    seen: Booleans
    gone: Booleans
    waited: Times

    def where(self, chosen: Booleans) -> "Needs":
        """Return the rows for which *chosen* is true."""
        return Needs(self.person[chosen], self.need[chosen], self.seen[chosen], self.gone[chosen], self.waited[chosen])

    @cached_property
    def share_seen(self) -> float:
        """Return the share (0 to 1) that was seen, of those that are decided: seen, or gone unseen; NaN if none."""
        seen, missed = int(self.seen.sum()), int((self.gone & ~self.seen).sum())
        return seen / (seen + missed) if seen + missed else _NAN


def needs_seen(findings: Findings) -> Iterator[PartFigure]:
    """Yield the gap between needs present and needs seen: by need, then all needs by sex and by age band."""
    people = findings.account.recording.people
    needs = needs_of_people(findings.account)
    rows = {need.value: needs.need == NEEDS.index(need) for need in needs_of(findings.account)}
    rows |= {sex.value: people.sex[needs.person] == number for number, sex in enumerate(SEXES)}
    rows |= {title: people.age_band[needs.person] == number for number, title in enumerate(people.age_bands)}
    rows |= {EVERYBODY: np.ones(len(needs.need), bool)}
    for subject, chosen in rows.items():
        if chosen.any():
            yield from _row(subject, needs.where(chosen))


def needs_of_people(account: Account) -> Needs:
    """Return the needs of everybody who has come into the reception system."""
    people = account.recording.people
    group = people.group_of_person
    came, gone = np.zeros(len(account.size), bool), np.zeros(len(account.size), bool)
    came[account.stories.group[account.stories.rows(*COMING)]] = True
    gone[account.stories.group[account.stories.rows(*GOING)]] = True
    has = (people.needs[:, None] >> np.arange(len(NEEDS)) & 1).astype(bool) & came[group][:, None]
    person, need = np.nonzero(has)
    seen_at = _first_seen(account)[person, need]
    return Needs(
        person=person,
        need=need,
        seen=~np.isnan(seen_at),
        gone=gone[group[person]],
        waited=seen_at - account.arrived_at[group[person]],
    )


def _first_seen(account: Account) -> Times:
    """Return when each need of each person was first seen, by person and need; NaN for never."""
    told = account.recording.identifications
    first = np.full((len(account.recording.people.needs), len(NEEDS)), np.nan)
    backwards = np.arange(len(told.time))[::-1]  # of several the last that is written stays
    first[told.person[backwards], told.need[backwards]] = told.time[backwards]
    return first


def _row(subject: str, needs: Needs) -> Iterator[PartFigure]:
    waited = needs.waited[~np.isnan(needs.waited)]
    gone = int(needs.gone.sum())
    figures = {
        "present": len(needs.need),
        "seen": int(needs.seen.sum()),
        "not_yet": int((~needs.seen & ~needs.gone).sum()),
        "never": int((~needs.seen & needs.gone).sum()),
        "share_at_leaving": 100 * int((needs.seen & needs.gone).sum()) / gone if gone else _NAN,
        "mean_time": float(waited.mean()) if len(waited) else _NAN,
        "p95_time": quantile(waited, np.ones(len(waited)), 0.95),
    }
    yield from (PartFigure(Part.NEEDS_SEEN, subject, measure, value) for measure, value in figures.items())
