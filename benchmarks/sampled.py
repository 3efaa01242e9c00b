"""What the models that are compared share: who arrives when, and how long each service takes; nothing else."""

from dataclasses import dataclass, replace

from reception_sim.model.fates import Sight, Traits, durations, lots, service_times
from reception_sim.model.routing import Knowledge, Test, meeting
from reception_sim.population import Chance, Crowd, StreamSource, batches
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.route_conditions import RouteCondition
from reception_sim.scenario.sites import UntilTransferred


@dataclass(frozen=True)
class Sampled:
    """Arrivals as (time in s, travel groups, entry point), and what each group brings: to stations, sites and ways.

    *fits* tells of each way with a condition on who people are whether it is for a travel group, its needs apart,
    *needs_woman* of stations; *patience_s* and *border_lots* say who turns away from a border, and where to.
    """

    arrivals: list[tuple[float, list[int], str]]
    crowd: Crowd
    service_s: dict[str, list[float]]
    sight: dict[str, list[int]]
    lots: dict[str, list[float]]
    stay_s: dict[str, list[float]]
    case_s: dict[str, list[float]]
    fits: dict[tuple[str, str], Test]
    language: list[int]
    needs_woman: dict[str, Test]
    patience_s: dict[str, list[float]]
    border_lots: dict[str, list[float]]
    already_there: list[int]
    chance: Chance


def sample(scenario: ScenarioPlan, seed: int) -> Sampled:
    """Draw the people of a scenario the way a run with that seed draws them."""
    chance = Chance(seed, 0)
    crowd = Crowd(scenario, chance)
    service_s = {name: service_times(name, plan, crowd) for name, plan in scenario.stations.items()}
    sight = {name: Sight(name, plan, crowd).of_group for name, plan in scenario.stations.items() if plan.identifies}
    traits = Traits(crowd)
    who, seeing = Knowledge(traits, ()), Knowledge(traits, crowd.seen)
    fits = {
        (route.origin, route.destination): meeting(replace(route.when, needs=()), crowd, who)
        for route in scenario.routes
        if route.when is not None and _says_who(route.when)
    }
    stays = {
        name: durations(f"stay/{name}", plan.stay, crowd)
        for name, plan in scenario.sites.items()
        if not isinstance(plan.stay, UntilTransferred)
    }
    cases = {
        name: durations(f"case lasts/{name}", plan.caseload.lasts, crowd)
        for name, plan in scenario.stations.items()
        if plan.caseload is not None
    }
    shared = {route.origin for route in scenario.routes if route.share is not None}
    ways = {name: lots(f"route/{name}", crowd) for name in shared}
    women = {
        name: meeting(plan.woman.who, crowd, seeing)
        for name, plan in scenario.stations.items()
        if plan.woman is not None
    }
    borders = {name: entry.border for name, entry in scenario.entry_points.items() if entry.border is not None}
    patience = {
        name: durations(f"border patience/{name}", plan.patience, crowd)
        for name, plan in borders.items()
        if plan.patience is not None
    }
    border_lots = {name: lots(f"border/{name}", crowd) for name in patience}
    language = traits.column("language") if any(plan.speaks for plan in scenario.staff.values()) else []
    present = [group for number in range(len(scenario.already_there)) for group in _present(scenario, crowd, number)]
    sources = [
        StreamSource(scenario, name, index)
        for name, entry in scenario.entry_points.items()
        for index in range(len(entry.arrivals))
    ]
    coming = [
        (time, groups, source.entry_point) for source in sources for time, groups, _ in batches(source, crowd, chance)
    ]
    coming.sort(key=lambda one: one[0])
    return Sampled(
        coming,
        crowd,
        service_s,
        sight,
        ways,
        stays,
        cases,
        fits,
        language,
        women,
        patience,
        border_lots,
        present,
        chance,
    )


def _present(scenario: ScenarioPlan, crowd: Crowd, number: int) -> list[int]:
    present = scenario.already_there[number]
    groups, left = [], present.persons
    while left:
        for group in crowd.grow(f"already there/{number}", present.population):
            if crowd.size[group] <= left:
                groups.append(group)
                left -= crowd.size[group]
    return groups


def _says_who(condition: RouteCondition) -> bool:
    """Tell whether a condition asks for more than needs that have been seen."""
    return not condition.needs or condition != RouteCondition(needs=condition.needs)
