"""Sites that were extended or lost places while the run went on."""

from collections.abc import Iterator

from reception_sim.statistics.findings import Findings
from reception_sim.statistics.part_figures import Part, PartFigure


def site_places(findings: Findings) -> Iterator[PartFigure]:
    """Yield, for each site whose places changed, how many there were."""
    account = findings.account
    for name, plan in account.scenario.sites.items():
        course = findings.stays[name].places
        if len(course.time) > 1:
            yield PartFigure(Part.PLACES, name, "planned", plan.capacity)
            yield PartFigure(Part.PLACES, name, "fewest", float(course.value.min()))
            yield PartFigure(Part.PLACES, name, "most", course.maximum)
            yield PartFigure(Part.PLACES, name, "at_end", course.at_end)
