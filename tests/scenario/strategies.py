"""Random scenarios that are valid: small, soon simulated, and with every part of the format in some of them.

`scenario_plans()` is the strategy for whole plans. Places stand in one order (entry points, stations, sites,
exits) and routes lead forward in it, so whoever comes in reaches an exit.
"""

from hypothesis import strategies as st

from reception_sim.scenario.parts import Assumption, RangePlan, Source
from reception_sim.scenario.plan import AlreadyThere, ScenarioPlan
from reception_sim.scenario.quantities import HOUR
from reception_sim.scenario.sites import ExitKind, ExitPlan
from tests.scenario.exercise_strategies import (
    contingency_rules,
    duty_plans,
    exercise_plans,
    inject_lists,
    objective_plans,
    standards,
)
from tests.scenario.means_strategies import equipment_plans, knowledge_plans, staff_plans, supply_plans, vehicle_plans
from tests.scenario.people_strategies import populations_
from tests.scenario.place_strategies import entry_point_plans, routes_from, site_plans, station_plans
from tests.scenario.plain_strategies import LARGEST_GROUP, STARTS, ZONES, names_of, positions, tables_of, titles, words


@st.composite
def scenario_plans(draw):
    """Draw a valid plan of 2 to 48 h: 1 to 3 entry points, 1 to 5 stations, up to 3 sites, 1 or 2 exits."""
    start, zone = draw(st.sampled_from(STARTS)), draw(st.sampled_from(ZONES))
    duration = draw(st.integers(2, 48)) * HOUR
    populations = draw(tables_of("people", populations_(), 1, 2))
    roles = names_of("role", draw(st.integers(1, 3)))
    equipment = draw(tables_of("kit", equipment_plans(), 0, 2))
    fleets = draw(tables_of("fleet", vehicle_plans(start, roles), 0, 2))
    stations = draw(tables_of("station", station_plans(roles, equipment), 1, 5))
    visited = [name for name in list(stations)[1:] if draw(st.integers(0, 4)) == 0]
    entries = draw(tables_of("gate", entry_point_plans(populations, start, duration), 1, 3))
    exits = draw(
        tables_of(
            "exit",
            st.builds(ExitPlan, title=titles, kind=st.sampled_from(ExitKind), position=positions),
            1,
            2,
        )
    )
    site_names = names_of("site", draw(st.integers(0, 3)))
    on_the_way = [name for name in stations if name not in visited]
    places = [*on_the_way, *site_names, *exits]
    routes = draw(routes_from(list(entries), places, tuple(fleets), populations))
    for number, name in enumerate(places[: len(places) - len(exits)]):
        routes += draw(routes_from([name], places[number + 1 :], tuple(fleets), populations))
    by_vehicle = {route.origin for route in routes if route.by is not None and route.by.vehicles is not None}
    sites = {
        name: draw(site_plans(tuple(stations), site_names[number + 1 :], populations, transfers=name in by_vehicle))
        for number, name in enumerate(site_names)
    }
    visited_really = {station for site in sites.values() for station in site.during_stay}
    stations = {name: plan for name, plan in stations.items() if name not in visited or name in visited_really}
    supplies = draw(tables_of("meal", supply_plans(), 0, 1))
    objectives = draw(tables_of("aim", objective_plans(), 0, 1))
    exercise = draw(st.none() | exercise_plans(tuple(stations), start))
    owed = draw(tables_of("duty", duty_plans(populations, tuple(stations), tuple(sites)), 0, 2))
    return ScenarioPlan(
        format=1,
        title=draw(titles),
        summary=draw(words),
        start=start,
        time_zone=zone,
        duration=duration,
        populations=populations,
        entry_points=entries,
        stations=stations,
        sites=sites,
        exits=exits,
        routes=tuple(routes),
        staff={role: draw(staff_plans(role, stations, [one for one in roles if one != role])) for role in roles},
        equipment=equipment,
        vehicles=fleets,
        supplies=supplies,
        already_there=tuple(draw(_people_already_there(tuple(populations), on_the_way, sites))),
        standards=tuple(draw(st.lists(standards(tuple(stations), tuple(sites), tuple(supplies)), max_size=2))),
        duties=owed,
        knowledge=draw(st.none() | knowledge_plans(tuple(roles))),
        contingency=tuple(draw(st.lists(contingency_rules(tuple(stations), tuple(sites), tuple(owed)), max_size=1))),
        injects=tuple(draw(inject_lists(tuple(objectives), tuple(stations), tuple(entries), exercise))),
        exercise=exercise,
        objectives=objectives,
        sources=tuple(draw(st.lists(st.builds(Source, title=titles, url=words, covers=words), max_size=1))),
        assumptions=tuple(
            draw(st.lists(st.builds(Assumption, field=words, reason=words, calibrated=st.booleans()), max_size=1))
        ),
        ranges=tuple(
            draw(
                st.lists(
                    st.builds(
                        RangePlan,
                        field=st.sampled_from([f"staff.{role}.shifts.count" for role in roles]),
                        low=st.sampled_from((0.5, 0.8)),
                        high=st.sampled_from((1.0, 1.25)),
                        reason=words,
                        source=words,
                    ),
                    max_size=1,
                )
            )
        ),
        place=draw(words),
        teaches=draw(words),
        currency=draw(st.sampled_from(("EUR", "USD"))),
    )


@st.composite
def _people_already_there(draw, populations, on_the_way, sites):
    """Draw people in sites, within their capacity, and in queues of stations from which a route leads on."""
    places = draw(st.lists(st.sampled_from([*on_the_way, *sites]), unique=True, max_size=2))
    return [
        AlreadyThere(
            population=draw(st.sampled_from(populations)),
            at=place,
            persons=draw(st.integers(1, sites[place].capacity if place in sites else LARGEST_GROUP)),
        )
        for place in places
    ]
