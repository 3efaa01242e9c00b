"""How many travel groups had an escort, for how long, and how many at once."""

from collections.abc import Iterator

from reception_sim.recording import LevelKind
from reception_sim.statistics.findings import Findings
from reception_sim.statistics.part_figures import Part, PartFigure


def escorts(findings: Findings) -> Iterator[PartFigure]:
    """Yield the figures of each kind of escort; the mean time counts those who are still under way with theirs."""
    account = findings.account
    for name in account.scenario.escorts:
        begun = account.level(LevelKind.ESCORTS_BEGUN, name).at_end
        under_way = account.level(LevelKind.ESCORTS_UNDER_WAY, name)
        yield PartFigure(Part.ESCORTS, name, "groups", begun)
        yield PartFigure(Part.ESCORTS, name, "most", under_way.maximum)
        yield PartFigure(Part.ESCORTS, name, "mean_time", under_way.integral / begun if begun else float("nan"))
        yield PartFigure(Part.ESCORTS, name, "persons", account.level(LevelKind.ESCORTED, name).maximum)
        yield PartFigure(Part.ESCORTS, name, "under_way", under_way.at_end)
