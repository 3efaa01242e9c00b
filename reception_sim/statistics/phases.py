"""The phases of a crisis side by side: before, emergency, transition and recovery, and how the backlog was cleared."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from reception_sim.recording import EventKind, LevelKind
from reception_sim.scenario.calendar import Calendar
from reception_sim.scenario.plan import ScenarioPlan
from reception_sim.scenario.quantities import HOUR
from reception_sim.scenario.sectors import Phase
from reception_sim.statistics.account import Account
from reception_sim.statistics.courses import Course
from reception_sim.statistics.dignity import nights_without_shelter
from reception_sim.statistics.findings import Findings
from reception_sim.statistics.milestones import registered_at
from reception_sim.statistics.part_figures import Part, PartFigure
from reception_sim.statistics.spreads import spread_of

_NAN: Final = float("nan")


@dataclass(frozen=True)
class _Span:
    """A phase of the run: from *since* up to *to* (s)."""

    phase: Phase
    since: float
    to: float


def phases(findings: Findings) -> Iterator[PartFigure]:
    """Yield what happened in each phase, if the plan says when recovery begins."""
    account = findings.account
    if account.scenario.recovery_from is None:
        return
    measures = [plan for plan in account.scenario.preparedness.values() if plan.begun is not None]
    yield PartFigure(Part.PHASES, Phase.BEFORE.value, "measures", len(measures))
    for span in _spans(account.scenario, account.until):
        figures = {**_of_people(findings, span), **_of_staff(account, span)}
        yield from (PartFigure(Part.PHASES, span.phase.value, measure, value) for measure, value in figures.items())


def recovery(findings: Findings) -> Iterator[PartFigure]:
    """Yield who waited when recovery began, where, and how long it took until the last of them had been seen."""
    account = findings.account
    span = next((one for one in _spans(account.scenario, account.until) if one.phase is Phase.RECOVERY), None)
    if span is None:
        return
    for station, waits in findings.waits.items():
        size = account.size
        then = (waits.began - waits.seconds < span.since) & (waits.began >= span.since)
        still = account.until - waits.so_far < span.since
        backlog = int(size[waits.group[then]].sum() + size[waits.waiting[still]].sum())
        gave_up = max(findings.queues[station].at(np.array([span.since]))[0] - backlog, 0.0)
        if not backlog + gave_up:
            continue
        seen_after = float((waits.began[then] - span.since).max()) if then.any() else _NAN
        yield PartFigure(Part.RECOVERY, station, "backlog", backlog + gave_up)
        yield PartFigure(Part.RECOVERY, station, "seen", int(size[waits.group[then]].sum()))
        yield PartFigure(Part.RECOVERY, station, "gave_up", gave_up)
        yield PartFigure(Part.RECOVERY, station, "still", int(size[waits.waiting[still]].sum()))
        yield PartFigure(Part.RECOVERY, station, "cleared_after", _NAN if still.any() else seen_after)


def _spans(scenario: ScenarioPlan, until: float) -> Iterator[_Span]:
    """Yield the phases that the run has reached; its first moment is in the emergency."""
    if scenario.recovery_from is None:
        return
    begins = max(Calendar.of(scenario).seconds(scenario.recovery_from), 0.0)
    yield _Span(Phase.EMERGENCY, 0.0, min(begins, until))
    if begins < until:
        yield _Span(Phase.RECOVERY, begins, until)


def _of_people(findings: Findings, span: _Span) -> dict[str, float]:
    account = findings.account
    registered = registered_at(account)
    within = (registered >= span.since) & (registered < span.to)
    queues = [course.at(np.array([span.to]))[0] for course in findings.queues.values()]
    return {
        "lasted": span.to - span.since,
        "arrived": _persons(account, span, EventKind.GROUP_ARRIVED),
        "registered": int(account.size[within].sum()),
        "completed": _persons(account, span, EventKind.GROUP_EXITED),
        "gave_up": _persons(account, span, EventKind.GROUP_LEFT),
        "wait_median": _median_wait(findings, span),
        "waiting": float(sum(queues)),
        "nights": nights_without_shelter(findings, span.since, span.to),
    }


def _median_wait(findings: Findings, span: _Span) -> float:
    """Return the median of the waits that ended in a phase, at all stations together."""
    waits = list(findings.waits.values())
    began = np.concatenate([np.empty(0), *(one.began for one in waits)])
    seconds = np.concatenate([np.empty(0), *(one.seconds for one in waits)])
    group = np.concatenate([np.empty(0, np.int32), *(one.group for one in waits)])
    chosen = np.flatnonzero((began >= span.since) & (began < span.to))
    chosen = chosen[np.argsort(seconds[chosen], kind="stable")]
    return spread_of(seconds[chosen], findings.account.size[group[chosen]]).median


def _of_staff(account: Account, span: _Span) -> dict[str, float]:
    on_duty = [account.level(LevelKind.STAFF_ON_DUTY, role) for role in account.scenario.staff]
    sent_home = [account.level(LevelKind.DEMOBILISED, role) for role in account.scenario.staff]
    return {
        "staff_hours": sum(_during(course, span) for course in on_duty) / HOUR,
        "demobilised": float(sum(np.diff(course.at(np.array([span.since, span.to])))[0] for course in sent_home)),
    }


def _persons(account: Account, span: _Span, kind: EventKind) -> int:
    rows = account.stories.rows(kind)
    time = account.stories.time[rows]
    return int(account.persons(rows[(time >= span.since) & (time < span.to)]).sum())


def _during(course: Course, span: _Span) -> float:
    moments = np.append(course.time, course.until)
    so_far = np.concatenate(([0.0], np.cumsum(course.value * course.held_s)))
    return float(np.interp(span.to, moments, so_far) - np.interp(span.since, moments, so_far))
