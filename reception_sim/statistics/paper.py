"""What outages did to stations: how long they lasted, who was served on paper, and when the forms were typed in."""

from collections.abc import Iterator

import numpy as np

from reception_sim.recording import LevelKind
from reception_sim.statistics.account import Account
from reception_sim.statistics.findings import Findings
from reception_sim.statistics.part_figures import Part, PartFigure
from reception_sim.statistics.spreads import spread_of


def outage_figures(findings: Findings) -> Iterator[PartFigure]:
    """Yield the figures of each station that an outage can stop or that has paper."""
    account = findings.account
    for name, plan in account.scenario.stations.items():
        if plan.needs_power or plan.needs_network or plan.paper is not None:
            for measure, value in _figures(account, name):
                yield PartFigure(Part.OUTAGES, name, measure, value)


def _figures(account: Account, station: str) -> Iterator[tuple[str, float]]:
    forms = account.recording.forms
    here = forms.place == account.place[station]
    is_typed = here & ~np.isnan(forms.typed)
    filled, typed = int((here & np.isnan(forms.typed)).sum()), int(is_typed.sum())
    delays = np.sort(forms.typed[is_typed] - forms.filled[is_typed])
    spread = spread_of(delays, np.ones(len(delays), np.int64))
    yield "power_out", account.level(LevelKind.POWER_OUT, station).integral
    yield "network_out", account.level(LevelKind.NETWORK_OUT, station).integral
    yield "forms", filled
    yield "typed", typed
    yield "left", filled - typed
    yield "delay_median", spread.median
    yield "delay_longest", spread.maximum
