"""What the models that are compared share: who arrives when, and how long each service takes; nothing else."""

from dataclasses import dataclass

from reception_sim.model.fates import Sight, lots, service_times
from reception_sim.population import Chance, Crowd, StreamSource, batches
from reception_sim.scenario import ScenarioPlan


@dataclass(frozen=True)
class Sampled:
    """Arrivals as (time in s, travel groups), and what each group brings: to stations, and to ways with shares."""

    arrivals: list[tuple[float, list[int]]]
    crowd: Crowd
    service_s: dict[str, list[float]]
    sight: dict[str, list[int]]
    lots: dict[str, list[float]]
    already_there: list[int]
    chance: Chance


def sample(scenario: ScenarioPlan, seed: int) -> Sampled:
    """Draw the people of a scenario the way a run with that seed draws them."""
    chance = Chance(seed, 0)
    crowd = Crowd(scenario, chance)
    service_s = {name: service_times(name, plan, crowd) for name, plan in scenario.stations.items()}
    sight = {name: Sight(name, plan, crowd).of_group for name, plan in scenario.stations.items() if plan.identifies}
    shared = {route.origin for route in scenario.routes if route.share is not None}
    ways = {name: lots(f"route/{name}", crowd) for name in shared}
    present = [group for number in range(len(scenario.already_there)) for group in _present(scenario, crowd, number)]
    sources = [
        StreamSource(scenario, name, index)
        for name, entry in scenario.entry_points.items()
        for index in range(len(entry.arrivals))
    ]
    coming = [(time, groups) for source in sources for time, groups, _ in batches(source, crowd, chance)]
    coming.sort(key=lambda one: one[0])
    return Sampled(coming, crowd, service_s, sight, ways, present, chance)


def _present(scenario: ScenarioPlan, crowd: Crowd, number: int) -> list[int]:
    present = scenario.already_there[number]
    groups, left = [], present.persons
    while left:
        for group in crowd.grow(f"already there/{number}", present.population):
            if crowd.size[group] <= left:
                groups.append(group)
                left -= crowd.size[group]
    return groups
