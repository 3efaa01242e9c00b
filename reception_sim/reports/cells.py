"""Cells that several tables share: estimates, and those who still wait."""

from reception_sim.experiments.estimate import Estimate
from reception_sim.experiments.summary import StillWaitingEstimates
from reception_sim.reports.content import ReportContent
from reception_sim.reports.document import Cell, Tone
from reception_sim.reports.wording import count, duration, format_estimate


def still_cells(content: ReportContent, still: StillWaitingEstimates) -> tuple[Cell, Cell]:
    """Return how many still wait at the end, marked if there are any, and how long the longest has waited."""
    tone = Tone.BAD if still.persons.mean >= 1 else Tone.PLAIN
    return Cell(counted(content, still.persons), tone), Cell(duration(still.longest_so_far.mean))


def counted(content: ReportContent, estimate: Estimate) -> str:
    """Write a number of persons, with its half width if there are replications."""
    return format_estimate(estimate, "persons") if content.replicated else count(estimate.mean)


def timed(content: ReportContent, estimate: Estimate) -> str:
    """Write a length of time, with its half width if there are replications."""
    return format_estimate(estimate, "s") if content.replicated else duration(estimate.mean)
