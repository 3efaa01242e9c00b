"""Joins supplies with the places where people use them, and with the vehicles and borders by which they come."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from reception_sim.model.convoys import Convoys, Crossing, CrossingAtEntry, CrossingAtStation
from reception_sim.model.kernel import Kernel
from reception_sim.model.recipients import Staying, entitled
from reception_sim.model.site import Site
from reception_sim.model.supplies import Orders, Supply
from reception_sim.population import Chance
from reception_sim.scenario.supplies import Convoy, SupplyPlan

if TYPE_CHECKING:
    from reception_sim.model.building import System


def supply(name: str, plan: SupplyPlan, sites: Mapping[str, Site], kernel: Kernel) -> Supply:
    """Return a supply that knows who uses it: those in the sites that its plan names, or in all."""
    mine = [site for place, site in sites.items() if place in plan.at or not plan.at]
    if plan.recipients is None:
        made = Supply(name, plan, kernel, lambda: sum(site.occupancy for site in mine))
    else:
        persons_of = entitled(name, plan.recipients, kernel.crowd)
        staying = Staying(persons_of, mine)
        made = Supply(name, plan, kernel, lambda: staying.persons)
        made.entitled = persons_of
    if plan.per_person_on_arrival is not None:
        for site in mine:
            site.watchers.append(partial(_give_to_newcomers, made))
    return made


def join_supply(made: Supply, system: "System", kernel: Kernel, chance: Chance) -> None:
    """Give a supply its orders, with convoys where the plan says so, and its place at stations."""
    if made.plan.resupply is not None:
        by = made.plan.resupply.by
        convoys = None if by is None else _convoys(made.id, by, system, kernel)
        made.orders = Orders(made, made.plan.resupply, kernel, chance, convoys)
    for place in made.plan.at:
        if place in system.stations:
            system.stations[place].parts.on_served.append(made.give)


def _convoys(name: str, plan: Convoy, system: "System", kernel: Kernel) -> Convoys:
    crossing: Crossing
    if plan.through in system.stations:
        crossing = CrossingAtStation(system.stations[plan.through], kernel)
    else:
        border = system.borders[plan.through]
        crossing = border.goods or CrossingAtEntry(system.entries[plan.through], border, kernel)
    return Convoys(name, plan, system.fleets[plan.vehicles], crossing, kernel)


def _give_to_newcomers(made: Supply, group: int, sign: int) -> None:
    if sign > 0:
        made.give(group)
