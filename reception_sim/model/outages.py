"""Gives stations the power, network and paper of their plan; built before people come, cut by actions."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from reception_sim.model.kernel import Kernel
from reception_sim.model.lifelines import Generators, Lifelines, NothingWithout
from reception_sim.model.paper import PaperDesk
from reception_sim.model.staffing import Stock, TeamMember
from reception_sim.model.station import Station
from reception_sim.scenario.plan import ScenarioPlan

if TYPE_CHECKING:
    from collections.abc import Callable


def lay_lifelines(
    scenario: ScenarioPlan, stations: Mapping[str, Station], stocks: Mapping[str, Stock], kernel: Kernel
) -> dict[str, Lifelines]:
    """Return the lifelines of every station that needs some or has paper for want of them, by its id."""
    lines = {}
    for name, plan in scenario.stations.items():
        if plan.needs_power or plan.needs_network or plan.paper is not None:
            lines[name] = Lifelines(stations[name], kernel)
            if plan.paper is None:
                stations[name].parts.demands.append(NothingWithout(lines[name]))
    for name, kind in scenario.equipment.items():
        if kind.powers:
            Generators(stocks[name], [lines[station] for station in kind.powers if station in lines])
    return lines


def lay_out_paper(
    scenario: ScenarioPlan,
    lines: Mapping[str, Lifelines],
    member: "Callable[[str, str, int], TeamMember]",
    kernel: Kernel,
) -> dict[str, PaperDesk]:
    """Return the paper desk of every station that has one; the equipment of its posts is no longer a must."""
    desks = {}
    for name, line in lines.items():
        plan = scenario.stations[name]
        if plan.paper is None:
            continue
        desk = PaperDesk(line.station, plan.paper, line, kernel)
        desk.equipment = [member(kind, name, count) for kind, count in plan.equipment.items()]
        for one in desk.equipment:
            one.stock.seekers.append(line.station)
        desks[name] = desk
    return desks
