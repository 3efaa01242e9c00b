"""Equity: waits, identification and shelter by sex, age, movement category and language, with a test of difference.

Members of one travel group wait together, so the tests are on travel groups and not on persons: a group counts once
for each sex, age band, movement category or language that is among its members. A family of women and men counts for
both, which makes a difference harder to find, never easier.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from reception_sim.recording import MOVEMENTS, SEXES, Booleans, EventKind, Integers, Times
from reception_sim.statistics.account import Account
from reception_sim.statistics.differences import expected_counts, independence, kruskal_wallis
from reception_sim.statistics.findings import Findings
from reception_sim.statistics.milestones import registered_at
from reception_sim.statistics.needs_seen import Needs, needs_of_people
from reception_sim.statistics.part_figures import Part, PartFigure
from reception_sim.statistics.spreads import quantile

FEWEST: Final = 5  # travel groups of each kind, and expected in each cell: the usual rule for these tests
_NAN: Final = float("nan")


@dataclass(frozen=True)
class Outcome:
    """What became of each travel group: seconds until registration (NaN: not), whether it found shelter."""

    wait: Times
    sheltered: Booleans
    came: Booleans


def equity(findings: Findings) -> Iterator[PartFigure]:
    """Yield how each kind of people fared; the chance of such a difference stands at the first of each characteristic.

    The chance is the p-value of a Kruskal-Wallis test (waits) or a chi-squared test of independence (needs seen);
    NaN where a kind has fewer than FEWEST travel groups or a cell expects fewer than FEWEST.
    """
    account = findings.account
    outcome, needs = _outcome(account), needs_of_people(account)
    for kinds in _characteristics(account).values():
        persons = {kind: int((member & outcome.came[_group(account)]).sum()) for kind, member in kinds.items()}
        present = {kind: member for kind, member in kinds.items() if persons[kind]}
        if len(present) > 1:
            yield from _of_characteristic(account, present, outcome, needs)


def _of_characteristic(
    account: Account, kinds: Mapping[str, Booleans], outcome: Outcome, needs: Needs
) -> Iterator[PartFigure]:
    waits = {kind: _waits(account, member, outcome) for kind, member in kinds.items()}
    seen = {kind: needs.where(member[needs.person]) for kind, member in kinds.items()}
    chances = {
        "chance_wait": chance_of_waits(list(waits.values())),
        "chance_seen": chance_of_shares([_seen_and_not(one) for one in seen.values()]),
    }
    for number, (kind, member) in enumerate(kinds.items()):
        groups = np.unique(_group(account)[member])
        groups = groups[outcome.came[groups]]
        figures = {
            "persons": int((member & outcome.came[_group(account)]).sum()),
            "wait": quantile(np.sort(waits[kind]), np.ones(len(waits[kind])), 0.5),
            "needs_seen": 100 * seen[kind].share_seen,
            "sheltered": 100 * float(outcome.sheltered[groups].mean()) if len(groups) else _NAN,
            **(chances if number == 0 else {}),
        }
        yield from (PartFigure(Part.EQUITY, kind, measure, value) for measure, value in figures.items())


def chance_of_waits(waits: Sequence[Times]) -> float:
    """Return the chance (%) of waits as different as these among kinds of people who are treated alike."""
    if min(map(len, waits)) < FEWEST:
        return _NAN
    everything = np.concatenate(waits)
    if np.all(everything == everything[0]):
        return 100.0
    return 100 * kruskal_wallis(waits)


def chance_of_shares(counts: Sequence[tuple[int, int]]) -> float:
    """Return the chance (%) of shares as different as these (yes, no) among kinds who are treated alike."""
    table = np.array(counts, float)
    if not (table.sum(axis=0).all() and table.sum(axis=1).all()):
        return _NAN
    return 100 * independence(table) if expected_counts(table).min() >= FEWEST else _NAN


def _outcome(account: Account) -> Outcome:
    registered = registered_at(account)
    if np.isnan(registered).all():
        registered = account.first_time(account.stories.rows(EventKind.SERVICE_STARTED))
    sheltered = account.first_time(account.stories.rows(EventKind.GROUP_SHELTERED))
    return Outcome(registered - account.arrived_at, ~np.isnan(sheltered), ~np.isnan(account.arrived_at))


def _waits(account: Account, member: Booleans, outcome: Outcome) -> Times:
    """Return the wait of each travel group with such a member that was registered."""
    waits = outcome.wait[np.unique(_group(account)[member])]
    return waits[~np.isnan(waits)]


def _seen_and_not(needs: Needs) -> tuple[int, int]:
    return int(needs.seen.sum()), int((needs.gone & ~needs.seen).sum())


def _characteristics(account: Account) -> dict[str, dict[str, Booleans]]:
    """Return, by characteristic, which persons are of which kind; words of the plan tell the kinds."""
    people, group = account.recording.people, _group(account)
    return {
        "sex": {sex.value: people.sex == number for number, sex in enumerate(SEXES)},
        "age": {band: people.age_band == number for number, band in enumerate(people.age_bands)},
        "movement": {f"movement {one.value}": people.movement[group] == number for number, one in enumerate(MOVEMENTS)},
        "language": {
            f"language {code}": people.language[group] == number for number, code in enumerate(people.languages)
        },
    }


def _group(account: Account) -> Integers:
    return account.recording.people.group_of_person
