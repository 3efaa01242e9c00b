"""What the run cost: staff, supplies, vehicles, equipment, packages, and all of it for each person who arrived."""

from collections.abc import Iterator
from typing import Final

from reception_sim.recording import LevelKind
from reception_sim.scenario.quantities import DAY
from reception_sim.statistics.findings import Findings
from reception_sim.statistics.packages import calls_of
from reception_sim.statistics.part_figures import Part, PartFigure
from reception_sim.statistics.persons import person_counts
from reception_sim.statistics.working_time import cost_of

_NAN: Final = float("nan")


def costs(findings: Findings) -> Iterator[PartFigure]:
    """Yield what each thing with a price cost, in the scenario's currency, and the whole as the row of no name."""
    account = findings.account
    found = {name: cost for name, cost in _priced(findings) if cost == cost}  # noqa: PLR0124 - NaN is no price
    if not found:
        return
    total = sum(found.values())
    arrived = person_counts(account).arrived
    for name, cost in (*found.items(), ("", total)):
        yield PartFigure(Part.COSTS, name, "cost", cost)
        yield PartFigure(Part.COSTS, name, "share", 100 * cost / total if total else _NAN)
        yield PartFigure(Part.COSTS, name, "per_person", cost / arrived if arrived else _NAN)


def _priced(findings: Findings) -> Iterator[tuple[str, float]]:
    """Yield what each role, supply, fleet, kind of equipment and package cost; NaN for those without a price."""
    account, scenario = findings.account, findings.account.scenario
    days = account.until / DAY
    for name, role in scenario.staff.items():
        yield name, cost_of(account, name, role)
    for name, supply in scenario.supplies.items():
        yield name, _times(supply.unit_cost, findings.supplies[name].wanted - findings.supplies[name].missed)
    for name, fleet in scenario.vehicles.items():
        yield name, _times(fleet.daily_cost, account.level(LevelKind.VEHICLES, name).integral / DAY)
    for name, kind in scenario.equipment.items():
        yield name, _times(kind.daily_cost, kind.count * days)
    for name, measure in scenario.preparedness.items():
        yield name, _times(None if measure.begun is None else measure.cost, 1)
    for name, package in scenario.packages.items():
        yield name, _times(package.cost, calls_of(account, name))


def _times(price: float | None, amount: float) -> float:
    return _NAN if price is None else price * amount
