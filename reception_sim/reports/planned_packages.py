"""The packages of a plan as a table: what each brings, how soon, how often, at what cost."""

from collections.abc import Iterator

from reception_sim.reports.content import ReportContent
from reception_sim.reports.document import Table, columns, row
from reception_sim.reports.plan_words import counted
from reception_sim.reports.wording import NOTHING, count, planned_duration
from reception_sim.scenario.packages import PackagePlan
from reception_sim.translation import tr


def planned_packages(content: ReportContent) -> Table:
    """Return the packages that can be called."""
    return Table(
        tr("Packages that can be called"),
        columns(
            *(tr("Package"), tr("Brings"), tr("There after"), tr("Stays"), tr("Calls"), tr("Cost a call")),
            words=2,
        ),
        tuple(
            row(
                package.title,
                "; ".join(_brought(package, content)),
                planned_duration(package.lead_time + package.travel_time),
                tr("to the end") if package.lasting is None else planned_duration(package.lasting),
                str(package.times),
                NOTHING if package.cost is None else f"{package.cost:g} {content.scenario.currency}",
            )
            for package in content.scenario.packages.values()
        ),
    )


def _brought(package: PackagePlan, content: ReportContent) -> Iterator[str]:
    things = {**package.staff, **package.equipment, **package.vehicles}
    if things:
        yield counted(things, content.title_of)
    for name, quantity in package.supplies.items():
        yield f"{count(quantity)} {content.title_of(name)}"
