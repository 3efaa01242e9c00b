"""Who has gone where by nationality, and who is still here: evacuations, returns, transfers."""

from collections.abc import Iterator
from typing import Final

import numpy as np

from reception_sim.recording import EventKind, Times
from reception_sim.statistics.account import Account
from reception_sim.statistics.findings import Findings
from reception_sim.statistics.part_figures import Part, PartFigure
from reception_sim.statistics.spreads import spread_of
from reception_sim.statistics.stories import Groups

WENT_TO: Final = "to "  # then an exit and a nationality
STILL_HERE: Final = "still "  # then a nationality


def nationalities_out(findings: Findings) -> Iterator[PartFigure]:
    """Yield persons by exit and nationality, and the time from arrival; and those who are still in the system."""
    account = findings.account
    codes = account.recording.people.nationalities
    for exit_id in account.scenario.exits:
        rows = account.at(exit_id, EventKind.GROUP_EXITED)
        groups, left_at = account.stories.group[rows], account.stories.time[rows]
        for number, code in enumerate(codes):
            chosen = account.recording.people.nationality[groups] == number
            if code and chosen.any():
                yield from _gone(account, f"{WENT_TO}{exit_id} {code}", groups[chosen], left_at[chosen])
    for number, code in enumerate(codes):
        here = account.is_in_system & (account.recording.people.nationality == number)
        if code and here.any():
            yield PartFigure(Part.NATIONALITIES_OUT, f"{STILL_HERE}{code}", "persons", int(account.size[here].sum()))


def _gone(account: Account, subject: str, groups: Groups, left_at: Times) -> Iterator[PartFigure]:
    took = left_at - account.arrived_at[groups]
    known = np.flatnonzero(~np.isnan(took))
    known = known[np.argsort(took[known], kind="stable")]
    median = spread_of(took[known], account.size[groups[known]]).median
    yield PartFigure(Part.NATIONALITIES_OUT, subject, "persons", int(account.size[groups].sum()))
    yield PartFigure(Part.NATIONALITIES_OUT, subject, "median", median)
