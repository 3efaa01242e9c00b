"""How travel groups board the vehicles of a fleet: the seats they take, who goes first, how soon one is there."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from reception_sim.model.fates import durations
from reception_sim.model.waiting_lines import RANKS, Rank
from reception_sim.population import Crowd, GroupBlock
from reception_sim.recording import NEEDS
from reception_sim.scenario.stations import QueueOrder
from reception_sim.scenario.vehicles import VehiclePlan


@dataclass(frozen=True)
class Boarding:
    """What each travel group brings to a fleet: *seats* it takes, *response_s* until a vehicle is there, its *rank*.

    A lower rank boards first; without one people board in the order in which they came.
    """

    seats: list[int]
    response_s: list[float] | None
    rank: Rank | None

    @classmethod
    def of(cls, name: str, plan: VehiclePlan, crowd: Crowd) -> "Boarding":
        first_come = plan.order is None or plan.order is QueueOrder.FIRST_COME
        return cls(
            seats=_seats(name, plan, crowd) if plan.seats_by_need else crowd.size,
            response_s=None if plan.response_time is None else durations(f"response/{name}", plan.response_time, crowd),
            rank=None if first_come or plan.order is None else RANKS[plan.order](crowd, crowd.seen),
        )


def _seats(name: str, plan: VehiclePlan, crowd: Crowd) -> list[int]:
    """Return the seats of each travel group: a person with several needs takes the most that one of them asks for.

    A group that would need more than there are takes them all, so that nobody is left behind for good.
    """

    def of_block(block: GroupBlock, _: np.random.Generator) -> Sequence[int]:
        of_person = np.ones(len(block.needs), np.int64)
        for need, seats in plan.seats_by_need.items():
            has = block.needs >> NEEDS.index(need) & 1
            of_person = np.maximum(of_person, np.where(has, seats, 1))
        wanted = np.add.reduceat(of_person, block.first_person)
        of_group: list[int] = np.minimum(wanted, np.maximum(plan.capacity, block.size)).tolist()
        return of_group

    return crowd.bring_whole(f"seats/{name}", of_block)
