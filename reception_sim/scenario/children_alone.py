"""Where a plan lets children alone go: on the same ways as adults, unless a route says who it is for."""

from collections.abc import Iterator
from typing import Final

from reception_sim.scenario.people import ADULT_AGE, SpecificNeed, youngest_age
from reception_sim.scenario.plan import ScenarioPlan
from reception_sim.scenario.problems import FieldPath
from reception_sim.scenario.route_conditions import Company, RouteCondition
from reception_sim.scenario.routes import RoutePlan
from reception_sim.scenario.sites import ExitKind
from reception_sim.scenario.stations import Activity, StationPlan

_SPECIALISTS: Final = frozenset(
    (Activity.IDENTIFICATION_OF_SPECIFIC_NEEDS, Activity.BEST_INTERESTS_ASSESSMENT, Activity.FAMILY_TRACING)
)
_FOR_ADULTS: Final = frozenset(
    (
        ExitKind.ONWARD_MOVEMENT,
        ExitKind.RETURN,
        ExitKind.VOLUNTARY_RETURN,
        ExitKind.READMISSION,
        ExitKind.EVACUATION_HOME,
    )
)


def exits_unseen(plan: ScenarioPlan) -> Iterator[tuple[FieldPath, str]]:
    """Yield each route by which a child alone can leave, as an adult would, before anybody saw that it is alone.

    That is a route to an exit onward, home or back, from a place that children alone can reach without passing a
    station that identifies them or whose work they are.
    """
    unseen = _reached_unseen(plan)
    for row, route in enumerate(plan.routes):
        way_out = plan.exits.get(route.destination)
        if way_out is None or way_out.kind not in _FOR_ADULTS or route.origin not in unseen:
            continue
        if route in _ways_for_a_child(plan, route.origin):
            yield ("routes", row), route.destination


def sees_children_alone(station: StationPlan) -> bool:
    """Tell whether a station can find out that a child is alone."""
    return station.activity in _SPECIALISTS or station.identifies.get(SpecificNeed.UNACCOMPANIED_CHILD, 0.0) > 0


def _reached_unseen(plan: ScenarioPlan) -> frozenset[str]:
    """Return the places from which a child alone can go on although nobody has seen it."""
    with_children = {
        name
        for name, population in plan.populations.items()
        if population.specific_needs.get(SpecificNeed.UNACCOMPANIED_CHILD, 0.0) > 0
    }
    ahead = [
        name
        for name, entry in plan.entry_points.items()
        if any(one.population in with_children for one in entry.arrivals)
    ]
    ahead += [row.at for row in plan.already_there if row.population in with_children]
    found: set[str] = set()
    while ahead:
        place = ahead.pop()
        if place in found or _is_seen_at(place, plan):
            continue
        found.add(place)
        ahead.extend(route.destination for route in _ways_for_a_child(plan, place))
    return frozenset(found)


def _is_seen_at(place: str, plan: ScenarioPlan) -> bool:
    passed = [place, *(plan.sites[place].during_stay if place in plan.sites else ())]
    return any(sees_children_alone(plan.stations[name]) for name in passed if name in plan.stations)


def _ways_for_a_child(plan: ScenarioPlan, origin: str) -> list[RoutePlan]:
    """Return the routes that a child alone whom nobody has seen may take, in the order in which they are tried."""
    ways: list[RoutePlan] = []
    leaving = [route for route in plan.routes if route.origin == origin and route.share != 0]
    for route in sorted(leaving, key=lambda one: one.when is None):
        if _lets_a_child_pass(route.when):
            ways.append(route)
        if _takes_every_child(route):
            break
    return ways


def _lets_a_child_pass(when: RouteCondition | None) -> bool:
    if when is None:
        return True
    has_age = not when.ages or any(youngest_age(band) < ADULT_AGE for band in when.ages)
    return has_age and not when.needs and bool(when.company & Company.CHILDREN_ALONE)


def _takes_every_child(route: RoutePlan) -> bool:
    when = route.when
    if when is None or route.share is not None or not when.company & Company.CHILDREN_ALONE:
        return False
    return not any(
        (when.needs, when.ages, when.movement, when.documents, when.languages, when.nationalities, when.sexes)
    )
