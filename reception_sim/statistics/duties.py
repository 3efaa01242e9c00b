"""Duties of care and clocks, kept or not, by person."""

from collections.abc import Iterator
from typing import Final

import numpy as np

from reception_sim.clocks import DutyClocks, DutyState
from reception_sim.recording import Times
from reception_sim.statistics.findings import Findings
from reception_sim.statistics.part_figures import Part, PartFigure
from reception_sim.statistics.spreads import quantile

_NAN: Final = float("nan")


def duties(findings: Findings) -> Iterator[PartFigure]:
    """Yield for each duty how many persons are under it, what came of it, and how long it takes them."""
    for name in findings.account.scenario.duties:
        for measure, value in _row(findings.clocks, name, findings.account.until).items():
            yield PartFigure(Part.DUTIES, name, measure, value)


def kept(state: DutyState) -> float:
    """Return the share (0 to 1) of persons for whom a duty was kept; NaN while it is decided for nobody.

    Those for whom the clock still runs within its time are left out; those who left without it count as not kept.
    """
    decided = state.met + state.breaches
    return state.met / decided if decided else _NAN


def _row(clocks: DutyClocks, name: str, until: float) -> dict[str, float]:
    state, times = clocks.state(name, until), clocks.times(name, until)
    return {
        "persons": state.persons,
        "met": state.met,
        "late": state.late,
        "left": state.left,
        "near": state.near,
        "over": state.over,
        "kept": 100 * kept(state),
        "p95": _p95(times.all),
        "longest": float(times.all.max()) if len(times.all) else _NAN,
    }


def _p95(times: Times) -> float:
    return quantile(times, np.ones(len(times)), 0.95)
