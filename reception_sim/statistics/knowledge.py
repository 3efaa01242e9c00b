"""What the coordinator knew of the people at each place, against what was."""

from collections.abc import Iterator

import numpy as np

from reception_sim.recording import LevelKind, Recording
from reception_sim.scenario.plan import ScenarioPlan
from reception_sim.state import KnownCount
from reception_sim.statistics.account import Account
from reception_sim.statistics.courses import Course
from reception_sim.statistics.findings import Findings
from reception_sim.statistics.part_figures import Part, PartFigure


def known_state(recording: Recording, scenario: ScenarioPlan, at: float) -> tuple[KnownCount, ...]:
    """Return what the coordinator knew of each place at a moment (s): how many, when that was so, with which error.

    A place of which nothing had been told yet is left out, as is every place of a scenario without `knowledge`.
    What is told at that very moment is not known yet. A live run has the same for its own moment in `Snapshot.known`.
    """
    places = scenario.counted_places() if scenario.knowledge is not None else {}
    counts = (_known_at(recording, name, at) for name in places)
    return tuple(count for count in counts if count is not None)


def knowledge(findings: Findings) -> Iterator[PartFigure]:
    """Yield, for each place, how old its count was on average, and how far what was known was from what was."""
    account = findings.account
    if account.scenario.knowledge is None:
        return
    for name in account.scenario.counted_places():
        known, true = account.level(LevelKind.KNOWN_PERSONS, name), _true_course(findings, name)
        gap = known.minus(true).absolute()
        yield from (PartFigure(Part.KNOWLEDGE, name, measure, value) for measure, value in _row(account, name, gap))
        yield PartFigure(Part.KNOWLEDGE, name, "gap_share", 100 * gap.integral / true.integral if true.integral else 0)
        yield PartFigure(Part.KNOWLEDGE, name, "known", known.at_end)
        yield PartFigure(Part.KNOWLEDGE, name, "true", true.at_end)


def _row(account: Account, name: str, gap: Course) -> Iterator[tuple[str, float]]:
    as_of = account.level(LevelKind.KNOWN_AS_OF, name)
    yield "reports", _changes(account, LevelKind.KNOWN_AS_OF, name)
    yield "age", account.until / 2 - as_of.mean
    yield "assessed", 100 * account.level(LevelKind.ASSESSED, name).mean
    yield "gap", gap.mean
    yield "gap_most", gap.maximum
    yield "gap_most_at", gap.maximum_at


def _changes(account: Account, kind: LevelKind, name: str) -> int:
    return len(account.recording.levels.of(kind, account.place[name])[0])


def _true_course(findings: Findings, name: str) -> Course:
    """Return the persons who truly queued at a station, stayed in a site or waited before a border."""
    if name in findings.queues:
        return findings.queues[name]
    if name in findings.stays:
        return findings.stays[name].occupancy
    return findings.account.level(LevelKind.ACROSS_THE_BORDER, name)


def _known_at(recording: Recording, name: str, at: float) -> KnownCount | None:
    place = recording.index(name)
    time, persons = recording.levels.of(LevelKind.KNOWN_PERSONS, place)
    row = int(np.searchsorted(time, at, side="left")) - 1
    if row < 0:
        return None
    as_of = recording.levels.of(LevelKind.KNOWN_AS_OF, place)[1][row]
    error = recording.levels.of(LevelKind.KNOWN_ERROR, place)[1][row]
    assessed = recording.levels.of(LevelKind.KNOWN_BY_ASSESSMENT, place)[1][row]
    return KnownCount(name, int(persons[row]), float(as_of), float(error), bool(assessed))
