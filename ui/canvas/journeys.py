"""Where those who are under way are: a dot a travel group on foot, a plate a vehicle."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np

from reception_sim.state import Journey
from ui.canvas.curves import Curve, Points

Way: TypeAlias = tuple[str, str, str]  # from a place, to a place, by a fleet ("" on foot)

MOST_DOTS: Final = 400
PLATE: Final = 40.0  # px that a vehicle takes of its way
_BESIDE: Final = 8.0
_TOO_FAST: Final = 3.0  # frames on the way, below which nobody can be followed with the eyes
_STANDING_AT: Final = 0.7
_GOLDEN: Final = 0.618  # spreads what departs at like times


@dataclass(frozen=True)
class Walkers:
    """Groups on foot along one curve; a dot stands for *persons* people."""

    curve: Curve
    departed: Points
    duration: Points
    persons: Points
    beside: Points

    def at(self, time: float) -> Points:
        """Return where each dot is at a moment."""
        return self.curve.along((time - self.departed) / self.duration, self.beside)


@dataclass(frozen=True)
class Vehicle:
    """A vehicle on its way; several of them where *count* is more than one."""

    curve: Curve
    fleet: str
    departed: float
    duration: float
    persons: int
    standing: float | None = None  # at this part of the way, if it does not move
    count: int = 1

    def part(self, time: float) -> float:
        """Return which part of the way is behind it, at most all of it."""
        if self.standing is not None:
            return self.standing
        return min(max((time - self.departed) / self.duration, 0.0), 1.0)


@dataclass(frozen=True)
class UnderWay:
    """All who are under way, ready to be drawn at any moment of the next frame."""

    walkers: tuple[Walkers, ...] = ()
    vehicles: tuple[Vehicle, ...] = ()

    @property
    def moving(self) -> bool:
        return bool(self.walkers) or any(vehicle.standing is None for vehicle in self.vehicles)


def under_way(journeys: Sequence[Journey], curves: Mapping[Way, Curve], step: float, *, motion: bool) -> UnderWay:
    """Arrange *journeys* along the curves of their ways.

    Without *motion*, or where a way takes less than a few frames of *step* seconds, those on it stand as one, with
    their number.
    """
    on_foot: dict[Way, list[Journey]] = {}
    standing: dict[Way, list[Journey]] = {}
    vehicles: list[Vehicle] = []
    for journey in journeys:
        way = (journey.origin, journey.destination, journey.fleet)
        if way not in curves:
            continue
        if not motion or journey.arrives - journey.departed <= _TOO_FAST * step:
            standing.setdefault(way, []).append(journey)
        elif journey.fleet:
            vehicles.append(_vehicle(curves[way], journey))
        else:
            on_foot.setdefault(way, []).append(journey)
    each = -(-sum(map(len, on_foot.values())) // MOST_DOTS) or 1
    return UnderWay(
        tuple(_walkers(curves[way], groups, each) for way, groups in on_foot.items()),
        (*vehicles, *(_standing(curves[way], together) for way, together in standing.items())),
    )


def queued(vehicles: Sequence[Vehicle], time: float) -> list[float]:
    """Return where on its way the middle of each vehicle is; those that are not let in stand one behind another."""
    parts: list[float] = []
    waiting: dict[int, int] = {}
    for vehicle in vehicles:
        done = vehicle.part(time)
        length = max(vehicle.curve.length, 1.0)
        if done >= 1.0:
            place = waiting.get(id(vehicle.curve), 0)
            waiting[id(vehicle.curve)] = place + 1
            done = max(done - place * PLATE / length, 0.0)
        edge = min(PLATE / 2 / length, 0.5)  # it is seen whole at both ends
        parts.append(edge + done * (1.0 - 2 * edge))
    return parts


def _walkers(curve: Curve, groups: Sequence[Journey], each: int) -> Walkers:
    """Draw groups that follow one another as one dot where there are too many for a dot each."""
    rows = np.array(sorted((group.departed, group.arrives - group.departed, group.persons) for group in groups))
    firsts = np.arange(0, len(rows), each)
    departed, duration, persons = np.add.reduceat(rows, firsts, axis=0).T
    size = np.diff(np.append(firsts, len(rows)))
    departed, duration = departed / size, duration / size
    return Walkers(curve, departed, duration, persons, ((departed * _GOLDEN) % 1.0 - 0.5) * _BESIDE)


def _vehicle(curve: Curve, journey: Journey) -> Vehicle:
    return Vehicle(curve, journey.fleet, journey.departed, journey.arrives - journey.departed, journey.persons)


def _standing(curve: Curve, together: Sequence[Journey]) -> Vehicle:
    persons = sum(journey.persons for journey in together)
    return Vehicle(curve, together[0].fleet, 0.0, 1.0, persons, standing=_STANDING_AT, count=len(together))
