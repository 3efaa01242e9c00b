"""What the inspector says of a place: pairs of a name and a value, in the order in which a person asks."""

from dataclasses import dataclass
from typing import TypeVar

from reception_sim.protection import HIGH, SiteRisk
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.arrivals import EntryPointPlan, lanes_of
from reception_sim.scenario.borders import LaneKind
from reception_sim.scenario.sites import ExitPlan, SitePlan
from reception_sim.scenario.stations import ServedPer, StationPlan
from reception_sim.state import EscortState, LaneState, PackageState, Snapshot, StationState, SupplyState
from reception_sim.statistics import RunFigures, SiteFigures, StationFigures
from reception_sim.translation import tr
from ui import wording

Row = TypeVar("Row")


@dataclass(frozen=True)
class Fact:
    """One figure of a place; *meaning* says how it is defined."""

    name: str
    value: str
    meaning: str = ""


def kind_of(scenario: ScenarioPlan, place: str) -> str:
    """Say what kind of place it is: Station: registration."""
    plan = dict(scenario.places())[place]
    match plan:
        case StationPlan():
            return tr("Station: {activity}", activity=tr(str(plan.activity)))
        case SitePlan() | EntryPointPlan():
            return wording.sentence(tr(str(plan.kind)))
        case ExitPlan():
            return tr("Way out: {kind}", kind=tr(str(plan.kind)))


def facts_of(scenario: ScenarioPlan, place: str, snapshot: Snapshot, figures: RunFigures | None) -> list[Fact]:
    """Return what is to be said of *place* now; the whole reception system when *place* is ""."""
    if place in scenario.stations:
        return _station(scenario.stations[place], place, snapshot, figures)
    if place in scenario.sites:
        return _site(scenario, place, snapshot, figures)
    if place in scenario.entry_points:
        entry = _named(snapshot.entries, place)
        return [
            Fact(tr("Arrived so far"), wording.people(entry.arrived)),
            Fact(
                tr("Held back here"),
                wording.people(entry.held),
                tr("On the other side of the border, or because the next place has no room for them yet."),
            ),
            *([] if entry.open else [Fact(tr("Border"), tr("closed"))]),
            *(_lane(scenario, lane) for lane in entry.lanes),
        ]
    if place in scenario.exits:
        return [Fact(tr("Left this way"), wording.people(_named(snapshot.exits, place).persons))]
    return [*_system(snapshot, figures), *_resources(scenario, snapshot)]


def _lane(scenario: ScenarioPlan, lane: LaneState) -> Fact:
    (entry, _, key), waiting = lane.id.partition("."), wording.people(lane.waiting)
    is_for_goods = lanes_of(scenario.entry_points[entry])[key].kind is LaneKind.GOODS
    said = tr("open") if is_for_goods else tr("{people} wait", people=waiting)
    if not lane.open:
        said = tr("closed") if is_for_goods else tr("closed, {people} wait", people=waiting)
    return Fact(scenario.title_of(lane.id).partition(": ")[2], said, tr("A lane of the border."))


def _system(snapshot: Snapshot, figures: RunFigures | None) -> list[Fact]:
    facts = [
        Fact(tr("Arrived so far"), wording.people(snapshot.arrived), tr("With those who were there at the start.")),
        Fact(tr("In the system now"), wording.people(snapshot.in_system)),
        Fact(tr("Left by a way out"), wording.people(snapshot.completed)),
        Fact(tr("Gave up waiting"), wording.people(snapshot.left)),
    ]
    if figures is None:
        return facts
    registration, shelter = figures.time_to_registration, figures.time_to_shelter
    meaning = tr("Median of those who got there; those who still wait are not in it.")
    return [
        *facts,
        Fact(tr("Time to registration"), wording.duration(registration.reached.median), meaning),
        Fact(tr("Not registered yet"), wording.people(registration.not_yet.persons)),
        Fact(tr("Time to shelter"), wording.duration(shelter.reached.median), meaning),
        Fact(tr("Not sheltered yet"), wording.people(shelter.not_yet.persons)),
    ]


def _resources(scenario: ScenarioPlan, snapshot: Snapshot) -> list[Fact]:
    roles = [
        Fact(scenario.title_of(role.id), tr("{busy} of {n} at work", busy=role.busy, n=role.on_duty))
        for role in snapshot.roles
    ]
    supplies = [Fact(scenario.title_of(supply.id), _in_stock(supply)) for supply in snapshot.supplies]
    escorts = [Fact(scenario.title_of(escort.id), _under_way(escort), tr("Escort")) for escort in snapshot.escorts]
    packages = [_package(scenario, package, snapshot.time) for package in snapshot.packages]
    return [*roles, *escorts, *supplies, *packages]


def _under_way(escort: EscortState) -> str:
    if not escort.groups:
        return tr("with nobody")
    people = wording.people(escort.persons)
    return tr("with {n} groups, {people}", n=wording.count(escort.groups), people=people)


def _package(scenario: ScenarioPlan, package: PackageState, now: float) -> Fact:
    """Say where a package is: on its way, there, or standing by."""
    if package.arrives is not None:
        said = tr("on its way, there in {time}", time=wording.duration(package.arrives - now))
    elif package.there:
        said = tr("there")
    else:
        said = tr("stands by") if package.calls_left else tr("cannot be called any more")
    return Fact(scenario.title_of(package.id), said, tr("{n} calls left", n=package.calls_left))


def _in_stock(supply: SupplyState) -> str:
    in_stock = tr("{n} in stock", n=wording.count(supply.stock))
    if not supply.on_order:
        return in_stock
    return tr("{stock}, {n} on order", stock=in_stock, n=wording.count(supply.on_order))


def _station(plan: StationPlan, place: str, snapshot: Snapshot, figures: RunFigures | None) -> list[Fact]:
    state = _named(snapshot.stations, place)
    per = tr("per person") if plan.per is ServedPer.PERSON else tr("per travel group")
    facts = [
        Fact(tr("State"), tr("open") if state.open else tr("closed")),
        Fact(
            tr("Waiting"),
            tr(
                "{people} in {n} groups",
                people=wording.people(state.queue_persons),
                n=wording.count(state.queue_groups),
            ),
        ),
        Fact(
            tr("Teams at work"),
            tr("{busy} of {staffed} staffed", busy=state.busy_teams, staffed=state.staffed_teams),
            tr("{n} posts; service time {per}; {order}", n=state.posts, per=per, order=tr(str(plan.order))),
        ),
    ]
    facts += _outages(state)
    if state.held_teams:
        facts.append(Fact(tr("Held back"), tr("{n} teams", n=state.held_teams), tr("The next place is full.")))
    if figures is None:
        return facts
    return [*facts, *_station_figures(_named(figures.stations, place))]


def _outages(state: StationState) -> list[Fact]:
    told = (
        (not state.has_power, Fact(tr("Power"), tr("none"), tr("A power cut that no generator bridges."))),
        (not state.has_network, Fact(tr("Network"), tr("down"))),
        (
            state.forms_to_type_in > 0,
            Fact(
                tr("Paper forms"),
                tr("{n} to type in", n=wording.count(state.forms_to_type_in)),
                tr("Typed in when nobody waits and nothing is missing."),
            ),
        ),
    )
    return [fact for is_so, fact in told if is_so]


def _station_figures(figures: StationFigures) -> list[Fact]:
    utilisation = wording.format_value(100 * figures.utilisation, "%")
    return [
        Fact(tr("Served so far"), wording.people(figures.served_persons)),
        Fact(tr("Wait, median"), wording.duration(figures.waits.median), tr("Of people served, until service starts.")),
        Fact(tr("Wait, 95 % within"), wording.duration(figures.waits.p95), tr("Of people served.")),
        Fact(
            tr("Waiting longest now"),
            wording.duration(figures.still_waiting.longest_so_far),
            tr("Of those who still wait; they are not in the waits above."),
        ),
        Fact(tr("Staffed time used"), utilisation, tr("Time at work of the time that teams were staffed.")),
    ]


def _site(scenario: ScenarioPlan, place: str, snapshot: Snapshot, figures: RunFigures | None) -> list[Fact]:
    state = _named(snapshot.sites, place)
    facts = [
        Fact(tr("State"), tr("open") if state.open else tr("closed to newcomers")),
        Fact(
            tr("People here"),
            tr("{n} in {places} places", n=wording.count(state.occupancy), places=wording.count(state.capacity)),
        ),
        Fact(tr("Without shelter"), wording.people(state.without_shelter), tr("No place within the capacity.")),
        Fact(tr("Waiting for a ride"), wording.people(state.awaiting_ride)),
    ]
    sections = scenario.sites[place].sections
    for state_of, plan in zip(state.sections, sections.values(), strict=True):
        n, places = wording.count(state_of.persons), wording.count(state_of.places)
        facts.append(Fact(plan.title, tr("{n} in {places} places", n=n, places=places), tr("A section of the site.")))
    if figures is None:
        return facts
    return [*facts, *_site_figures(_named(figures.sites, place))]


def risk_facts(risk: SiteRisk) -> list[Fact]:
    """Return the protection risk at a site now, and what makes it so."""
    facts = [
        Fact(
            tr("Protection risk: {risk}", risk=tr(str(one))),
            wording.format_value(share, "%"),
            tr(
                "Share of the conditions of this risk that hold, of those that the scenario tells; from {n} on high.",
                n=wording.format_value(HIGH, "%"),
            ),
        )
        for one, share in risk.risks
    ]
    reasons = ", ".join(tr(one) for one in risk.conditions)
    return [*facts, Fact(tr("Because of"), reasons)] if reasons else facts


def _site_figures(figures: SiteFigures) -> list[Fact]:
    measured = (
        Fact(tr("Most people so far"), wording.count(figures.occupancy_max)),
        Fact(
            tr("Person-hours above capacity"),
            wording.count(figures.person_hours_above_capacity),
            tr("Each person above the capacity counts for each hour."),
        ),
        Fact(
            tr("Covered area, least"), wording.format_value(figures.covered_area_per_person_min, "m2"), tr("A person.")
        ),
        Fact(tr("People a toilet, most"), wording.count(figures.persons_per_toilet_max)),
        Fact(tr("Water, least"), wording.format_value(figures.water_per_person_min, "l/day"), tr("A person.")),
    )
    return [fact for fact in measured if fact.value != wording.NOTHING]


def _named(rows: tuple[Row, ...], place: str) -> Row:
    return next(row for row in rows if getattr(row, "id", None) == place)
