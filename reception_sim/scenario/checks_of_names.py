"""Every name that a plan mentions must be one that it explains, and every id must mean one thing."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from reception_sim.scenario.conditions import WATCHED, parse_condition
from reception_sim.scenario.plan import ScenarioPlan
from reception_sim.scenario.problems import FieldPath, Problem, nearest
from reception_sim.scenario.readable import Readable
from reception_sim.scenario.standards import MEASURES, Scope, StandardPlan
from reception_sim.scenario.stations import StationPlan
from reception_sim.translation import tr


@dataclass(frozen=True)
class Reference:
    """A name that stands at *path* and must be one of the *known* names of a kind."""

    path: FieldPath
    name: str
    kind: str
    known: Collection[str]


def unknown_names(readable: Readable) -> Iterator[Problem]:
    """Tell each name that nothing in the plan has."""
    yield from unknown_among(_references(readable.plan), readable)


def unknown_among(references: Iterable[Reference], readable: Readable) -> Iterator[Problem]:
    """Tell those of some references that lead nowhere."""
    for reference in references:
        if reference.name not in reference.known and reference.name not in readable.unread:
            yield Problem(
                reference.path,
                expected=tr('there is no {kind} called "{name}"', kind=reference.kind, name=reference.name),
                suggestion=nearest(reference.name, reference.known),
            )


def names_used_twice(readable: Readable) -> Iterator[Problem]:
    """Tell ids that two tables use: a recording names places, roles, fleets and things by id alone."""
    plan = readable.plan
    tables: dict[str, Collection[str]] = {
        "entry_points": plan.entry_points,
        "stations": plan.stations,
        "sites": plan.sites,
        "exits": plan.exits,
        "staff": plan.staff,
        "vehicles": plan.vehicles,
        "equipment": plan.equipment,
        "supplies": plan.supplies,
        "packages": plan.packages,
        "duties": plan.duties,
        "pressure": plan.pressure,
        "hazards": plan.hazards,
        "escorts": plan.escorts,
        "preparedness": plan.preparedness,
    }
    first: dict[str, str] = {}
    for table, names in tables.items():
        for name in names:
            if name in first:
                yield Problem(
                    (table, name),
                    expected=tr("this id is taken by {other} already", other=f"{first[name]}.{name}"),
                )
            first.setdefault(name, table)


def routes_at_the_wrong_end(readable: Readable) -> Iterator[Problem]:
    """Tell routes that start at an exit or lead to an entry point."""
    for row, route in enumerate(readable.plan.routes):
        if route.origin in readable.plan.exits:
            yield Problem(("routes", row, "from"), expected=tr("no route starts at an exit"), found=f'"{route.origin}"')
        if route.destination in readable.plan.entry_points:
            yield Problem(
                ("routes", row, "to"),
                expected=tr("no route leads to an entry point"),
                found=f'"{route.destination}"',
            )


def posts_without_a_place_in_the_team(readable: Readable) -> Iterator[Problem]:
    """Tell staff posted at a station whose team does not need them."""
    plan = readable.plan
    for role, staff in plan.staff.items():
        for station in staff.at:
            if station in plan.stations and role not in plan.stations[station].team:
                yield Problem(
                    ("staff", role, "at", station),
                    expected=tr("no team at this station needs this role"),
                )


def unreadable_conditions(readable: Readable) -> Iterator[Problem]:
    """Tell contingency rules whose conditions have no meaning in this plan."""
    for row, rule in enumerate(readable.plan.contingency):
        for field, written in (("when", rule.when), ("until", rule.until)):
            if written:
                yield from problems_of_condition(("contingency", row, field), written, readable)


def unreadable_drivers(readable: Readable) -> Iterator[Problem]:
    """Tell drivers of pressure that watch nothing of this plan, or whose limits are the wrong way round."""
    for name, driver in readable.plan.pressure.items():
        path = ("pressure", name, "watches")
        problems = list(problems_of_condition(path, f"{driver.watches} > {driver.eased_at}", readable))
        problems = problems or list(
            problems_of_condition(
                ("pressure", name, "unbearable_at"), f"{driver.watches} > {driver.unbearable_at}", readable
            )
        )
        yield from problems
        if not problems:
            eased, unbearable = driver.conditions
            if eased.limit == unbearable.limit:
                yield Problem(("pressure", name, "unbearable_at"), expected=tr("must differ from eased_at"))


def problem_in_condition(written: str, scenario: ScenarioPlan) -> str | None:
    """Return what is wrong with a condition that is to be watched in a scenario, None if nothing is."""
    return next((str(problem) for problem in problems_of_condition((), written, Readable(scenario))), None)


def problems_of_condition(path: FieldPath, written: str, readable: Readable) -> Iterator[Problem]:
    """Yield what is wrong with the condition that stands at *path*."""
    try:
        condition = parse_condition(written)
    except ValueError as error:
        yield Problem(path, expected=str(error))
        return
    kind, known = _measured(WATCHED[condition.indicator].scope, readable.plan)
    if condition.place not in known and condition.place and condition.place not in readable.unread:
        yield Problem(
            path,
            expected=tr('there is no {kind} called "{name}"', kind=kind, name=condition.place),
            suggestion=nearest(condition.place, known),
        )


def standards_at_the_wrong_place(readable: Readable) -> Iterator[Problem]:
    """Tell standards that say a place where none belongs, or none where one is needed."""
    for row, standard in enumerate(readable.plan.standards):
        scope = MEASURES[standard.indicator].scope
        if scope is Scope.SYSTEM and standard.at is not None:
            yield Problem(
                ("standards", row, "at"),
                expected=tr(
                    "{indicator} is measured in the whole system, not at a place",
                    indicator=standard.indicator,
                ),
                found=f'"{standard.at}"',
            )
        if scope is not Scope.SYSTEM and standard.at is None:
            kind, _ = _measured(scope, readable.plan)
            yield Problem(
                ("standards", row, "at"),
                expected=tr("is missing: {indicator} is measured at a {kind}", indicator=standard.indicator, kind=kind),
            )


def _references(plan: ScenarioPlan) -> Iterator[Reference]:
    yield from _of_routes(plan)
    yield from _of_stations(plan)
    yield from _of_sites(plan)
    yield from _of_people(plan)
    yield from _of_equipment(plan)
    yield from _of_hazards(plan)
    yield from _of_packages(plan)
    yield from _of_knowledge(plan)
    yield from _of_escorts(plan)
    for name, fleet in plan.vehicles.items():
        yield from (Reference(("vehicles", name, "crew", role), role, tr("role"), plan.staff) for role in fleet.crew)
    yield from _of_supplies(plan)
    for role, staff in plan.staff.items():
        for other in staff.stands_in_for:
            yield Reference(("staff", role, "stands_in_for", other), other, tr("role"), plan.staff)
        for station in staff.at:
            yield Reference(("staff", role, "at", station), station, tr("station"), plan.stations)
    for row, standard in enumerate(plan.standards):
        yield from _of_standard(("standards", row, "at"), standard, plan)


def _of_escorts(plan: ScenarioPlan) -> Iterator[Reference]:
    ends = [*plan.stations, *plan.sites, *plan.exits]
    for name, escort in plan.escorts.items():
        yield Reference(("escorts", name, "role"), escort.role, tr("role"), plan.staff)
        yield Reference(("escorts", name, "begins_at"), escort.begins_at, tr("station"), plan.stations)
        for row, place in enumerate(escort.ends_at):
            yield Reference(("escorts", name, "ends_at", row), place, tr("station, site or exit"), ends)


def _of_knowledge(plan: ScenarioPlan) -> Iterator[Reference]:
    assessment = plan.knowledge.assessment if plan.knowledge is not None else None
    if assessment is not None and assessment.role is not None:
        yield Reference(("knowledge", "assessment", "role"), assessment.role, tr("role"), plan.staff)


def _of_packages(plan: ScenarioPlan) -> Iterator[Reference]:
    for name, package in plan.packages.items():
        brought = (
            ("staff", package.staff, tr("role"), plan.staff),
            ("equipment", package.equipment, tr("kind of equipment"), plan.equipment),
            ("vehicles", package.vehicles, tr("fleet"), plan.vehicles),
            ("supplies", package.supplies, tr("supply"), plan.supplies),
        )
        for table, things, kind, known in brought:
            yield from (Reference(("packages", name, table, thing), thing, kind, known) for thing in things)


def _of_hazards(plan: ScenarioPlan) -> Iterator[Reference]:
    for name, hazard in plan.hazards.items():
        for station in hazard.slows:
            yield Reference(("hazards", name, "slows", station), station, tr("station"), plan.stations)
        for row, place in enumerate(hazard.closes):
            known = [*plan.stations, *plan.sites, *plan.entry_points]
            yield Reference(("hazards", name, "closes", row), place, tr("station, site or entry point"), known)
        for supply in hazard.needs_more:
            yield Reference(("hazards", name, "needs_more", supply), supply, tr("supply"), plan.supplies)
        for row, site in enumerate(hazard.cases.at if hazard.cases else ()):
            yield Reference(("hazards", name, "cases", "at", row), site, tr("site"), plan.sites)
        for site in hazard.takes_places:
            yield Reference(("hazards", name, "takes_places", site), site, tr("site"), plan.sites)


def _of_equipment(plan: ScenarioPlan) -> Iterator[Reference]:
    for name, kind in plan.equipment.items():
        for row, station in enumerate(kind.powers):
            yield Reference(("equipment", name, "powers", row), station, tr("station"), plan.stations)


def _of_supplies(plan: ScenarioPlan) -> Iterator[Reference]:
    for name, supply in plan.supplies.items():
        for row, place in enumerate(supply.at):
            known = [*plan.stations, *plan.sites]
            yield Reference(("supplies", name, "at", row), place, tr("station or site"), known)
        by = supply.resupply.by if supply.resupply else None
        if by is not None:
            path = ("supplies", name, "resupply", "by")
            yield Reference((*path, "vehicles"), by.vehicles, tr("fleet"), plan.vehicles)
            known = [*plan.stations, *plan.entry_points]
            yield Reference((*path, "through"), by.through, tr("station or entry point"), known)


def _of_routes(plan: ScenarioPlan) -> Iterator[Reference]:
    places = [name for name, _ in plan.places()]
    for row, route in enumerate(plan.routes):
        yield Reference(("routes", row, "from"), route.origin, tr("place"), places)
        yield Reference(("routes", row, "to"), route.destination, tr("place"), places)
        if route.by is not None and route.by.vehicles is not None:
            yield Reference(("routes", row, "by", "vehicles"), route.by.vehicles, tr("fleet"), plan.vehicles)


def _of_stations(plan: ScenarioPlan) -> Iterator[Reference]:
    for name, station in plan.stations.items():
        for role in station.team:
            yield Reference(("stations", name, "team", role), role, tr("role"), plan.staff)
        yield from _of_people_beside_the_team(name, station, plan)
        for thing in station.equipment:
            yield Reference(("stations", name, "equipment", thing), thing, tr("kind of equipment"), plan.equipment)
        for other in station.giving_up.turns_to if station.giving_up is not None else ():
            known = [*plan.entry_points, *plan.exits]
            yield Reference(("stations", name, "giving_up", "turns_to", other), other, tr("entry point or exit"), known)


def _of_people_beside_the_team(name: str, station: StationPlan, plan: ScenarioPlan) -> Iterator[Reference]:
    path = ("stations", name)
    if station.interpreter is not None:
        speaking = [role for role, staff in plan.staff.items() if staff.speaks]
        yield Reference((*path, "interpreter"), station.interpreter, tr("role that speaks languages"), speaking)
    if station.woman is not None:
        women = [role for role in station.team if role in plan.staff and plan.staff[role].women]
        yield Reference((*path, "woman", "role"), station.woman.role, tr("role of the team with women in it"), women)


def _of_sites(plan: ScenarioPlan) -> Iterator[Reference]:
    for name, site in plan.sites.items():
        if site.next_site is not None:
            yield Reference(("sites", name, "next_site"), site.next_site, tr("site"), plan.sites)
        for row, station in enumerate(site.during_stay):
            yield Reference(("sites", name, "during_stay", row), station, tr("station"), plan.stations)


def _of_people(plan: ScenarioPlan) -> Iterator[Reference]:
    for name, entry in plan.entry_points.items():
        for row, stream in enumerate(entry.arrivals):
            path = ("entry_points", name, "arrivals", row, "population")
            yield Reference(path, stream.population, tr("population"), plan.populations)
        for other in entry.border.turns_to if entry.border is not None else ():
            known = [one for one in (*plan.entry_points, *plan.exits) if one != name]
            path_to = ("entry_points", name, "border", "turns_to", other)
            yield Reference(path_to, other, tr("other entry point or exit"), known)
    for row, there in enumerate(plan.already_there):
        yield Reference(("already_there", row, "population"), there.population, tr("population"), plan.populations)
        yield Reference(("already_there", row, "at"), there.at, tr("station or site"), [*plan.stations, *plan.sites])


def _of_standard(path: FieldPath, standard: StandardPlan, plan: ScenarioPlan) -> Iterator[Reference]:
    scope = MEASURES[standard.indicator].scope
    if standard.at is not None and scope is not Scope.SYSTEM:
        kind, known = _measured(scope, plan)
        yield Reference(path, standard.at, kind, known)


def _measured(scope: Scope, plan: ScenarioPlan) -> tuple[str, Collection[str]]:
    """Return what kind of thing is measured in a scope, and the ids of those that there are."""
    known: dict[Scope, tuple[str, Collection[str]]] = {
        Scope.STATION: (tr("station"), plan.stations),
        Scope.SITE: (tr("site"), plan.sites),
        Scope.SUPPLY: (tr("supply"), plan.supplies),
        Scope.DUTY: (tr("duty"), plan.duties),
        Scope.ROLE: (tr("role"), plan.staff),
        Scope.ENTRY: (tr("entry point"), plan.entry_points),
        Scope.SYSTEM: (tr("place"), ()),
    }
    return known[scope]
