"""When standards and duties of care were not kept, as a run went on: since when, until when.

A standard is judged at every moment as it is for a whole run: by what had come until then. Indicators that only a whole
run has (WHOLE_RUN) have no such moments.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from reception_sim.recording import Booleans, Recording, Times
from reception_sim.scenario.plan import ScenarioPlan
from reception_sim.scenario.quantities import MINUTE
from reception_sim.scenario.standards import Indicator, StandardPlan
from reception_sim.statistics.account import Account
from reception_sim.statistics.deciding import Decided, decided_persons, duty_decided
from reception_sim.statistics.findings import Findings
from reception_sim.statistics.levels_judged import level_of

_LEAST_LULL_S: Final = 30 * MINUTE
_LULL_SHARE: Final = 0.02  # of the scenario
_ROUNDING: Final = 1e-9

WHOLE_RUN: Final = frozenset(
    {
        Indicator.UTILISATION,
        Indicator.SUPPLY_COVERAGE,
        Indicator.LANGUAGE_COVERAGE,
        Indicator.NEEDS_SEEN,
        Indicator.NIGHTS_WITHOUT_SHELTER,
        Indicator.FAMILIES_APART,
    }
)

Spans = Iterable[tuple[float, float | None]]


@dataclass(frozen=True)
class Breach:
    """A *standard*, or else the *duty* with an id, that was not kept from *began* on (s); *ended* None: it still is."""

    began: float
    ended: float | None
    standard: StandardPlan | None = None
    duty: str = ""


def breaches_in(recording: Recording, scenario: ScenarioPlan) -> tuple[Breach, ...]:
    """Return every breach so far, in the order in which they began; one that pauses for a moment is one."""
    findings = Findings(Account(recording, scenario))
    lull = max(_LEAST_LULL_S, _LULL_SHARE * scenario.duration)
    found = [*_of_standards(findings, lull), *_of_duties(findings, lull)]
    return tuple(sorted(found, key=lambda breach: breach.began))


def standards_without_moments(scenario: ScenarioPlan) -> tuple[StandardPlan, ...]:
    """Return the standards of which only a whole run tells whether they are kept."""
    return tuple(standard for standard in scenario.standards if standard.indicator in WHOLE_RUN)


def _of_standards(findings: Findings, lull: float) -> Iterator[Breach]:
    for standard in findings.account.scenario.standards:
        for began, ended in _without_lulls(_spans(standard, findings), lull):
            yield Breach(began, ended, standard=standard)


def _of_duties(findings: Findings, lull: float) -> Iterator[Breach]:
    """Yield when somebody was overdue, and when somebody left without what was owed."""
    until = findings.account.until
    for duty in findings.account.scenario.duties:
        for began, ended in _without_lulls(findings.clocks.overdue(duty, until), lull):
            yield Breach(began, ended, duty=duty)


def _spans(standard: StandardPlan, findings: Findings) -> Spans:
    if standard.indicator is Indicator.DUTY_KEPT:
        decided = duty_decided(findings.clocks, standard.at or "", findings.account.until)
        return _persons_missed(decided, standard.limit / 100)
    decided_by = decided_persons(standard, findings)
    if decided_by is not None:
        return _persons_missed(decided_by, standard.share if standard.share is not None else 1.0)
    level = level_of(standard, findings)
    if level is None:
        return ()
    is_good = level.value >= standard.limit if standard.at_least is not None else level.value <= standard.limit
    if standard.share is None:
        return _runs(level.time, ~is_good & ~np.isnan(level.value))
    counts = ~np.isnan(level.value)
    return _time_missed(level.time, level.held_s, is_good & counts, counts, standard.share)


def _persons_missed(decided: Decided, share: float) -> Spans:
    """Return the spans in which less than *share* of the persons decided so far are on the good side."""
    order = np.argsort(decided.time, kind="stable")
    time, weight, good = decided.time[order], decided.persons[order], decided.is_good[order]
    behind = share * np.cumsum(weight) - np.cumsum(weight * good)
    is_last = np.ones(len(time), bool)
    is_last[:-1] = time[1:] != time[:-1]  # what comes at one instant counts together
    return _runs(time[is_last], behind[is_last] > _ROUNDING)


def _time_missed(time: Times, held: Times, good: Booleans, counts: Booleans, share: float) -> Spans:
    """Return the spans in which the limit was kept for less than *share* of the time so far."""
    slope = share * counts - good
    behind = np.concatenate(([0.0], np.cumsum(slope * held)))
    began: float | None = None
    for row, start in enumerate(time.tolist()):
        crosses = start if not slope[row] else start - behind[row] / slope[row]
        if began is None and behind[row + 1] > _ROUNDING:
            began = max(start, crosses)
        elif began is not None and behind[row + 1] <= _ROUNDING:
            yield began, crosses
            began = None
    if began is not None:
        yield began, None


def _runs(time: Times, missed: Booleans) -> Spans:
    """Return the spans in which something is *missed*, told from each *time* on."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], missed, [False])).astype(np.int8)))
    for first, last in edges.reshape(-1, 2).tolist():
        yield float(time[first]), float(time[last]) if last < len(time) else None


def _without_lulls(spans: Spans, lull: float) -> Spans:
    """Join spans, given in order, that lie less than a *lull* (s) apart."""
    joined: list[tuple[float, float | None]] = []
    for began, ended in spans:
        last_ended = joined[-1][1] if joined else -np.inf
        if joined and (last_ended is None or began - last_ended < lull):
            later = None if last_ended is None or ended is None else max(last_ended, ended)
            joined[-1] = (joined[-1][0], later)
        else:
            joined.append((began, ended))
    return joined
