"""What a plan takes for granted: it can run, but somebody should know."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from typing import Final, TypeAlias

from reception_sim.scenario.calendar import Calendar
from reception_sim.scenario.checks_of_duties import duties_nothing_can_meet
from reception_sim.scenario.checks_of_time import streams
from reception_sim.scenario.children_alone import exits_unseen
from reception_sim.scenario.flow import reachable
from reception_sim.scenario.plan import ScenarioPlan
from reception_sim.scenario.problems import FieldPath, Problem, Severity
from reception_sim.scenario.quantities import DAY, Moment
from reception_sim.scenario.readable import Readable
from reception_sim.scenario.standards import Indicator
from reception_sim.scenario.stations import Activity
from reception_sim.translation import tr

Notice: TypeAlias = Callable[[Readable], Iterable[Problem]]

_FIGURE_OF_SITE: Final = {
    Indicator.COVERED_AREA_PER_PERSON: "covered_area_m2",
    Indicator.PERSONS_PER_TOILET: "toilets",
    Indicator.PERSONS_PER_SHOWER: "showers",
    Indicator.PERSONS_PER_TAP: "taps",
    Indicator.WATER_PER_PERSON: "water_l_per_day",
}


def notices(scenario: ScenarioPlan) -> tuple[Problem, ...]:
    """Return what is taken for granted in a scenario without errors; nothing in it hinders a run."""
    readable = Readable(scenario)
    return tuple(notice for find in _NOTICES for notice in find(readable))


def _rides_without_travel_time(readable: Readable) -> Iterator[Problem]:
    for row, route in enumerate(readable.plan.routes):
        if route.by is not None and route.by.vehicles is not None and route.by.travel_time == 0:
            yield _notice(("routes", row, "by"), tr("no travel_time is said: vehicles arrive as they depart"))


def _places_nobody_reaches(readable: Readable) -> Iterator[Problem]:
    plan, flow = readable.plan, readable.flow
    starts = [name for name, entry in plan.entry_points.items() if entry.arrivals]
    reached = reachable([*starts, *(row.at for row in plan.already_there)], flow.ways_and_turns)
    visited = {station for name, site in plan.sites.items() if name in reached for station in site.during_stay}
    tables = (("stations", plan.stations), ("sites", plan.sites), ("exits", plan.exits))
    for table, places in tables:
        for name in places:
            if name not in reached and name not in visited:
                yield _notice((table, name), tr("no route brings anybody here"))
    for name, entry in plan.entry_points.items():
        if not entry.arrivals and name not in reached:
            yield _notice(("entry_points", name), tr("nobody arrives here"))


def _moments_outside(readable: Readable) -> Iterator[Problem]:
    plan = readable.plan
    clock = Calendar.of(plan)
    for path, moment in _moments(readable):
        if not 0 <= clock.seconds(moment) < plan.duration:
            yield _notice(path, tr("lies outside the time of the scenario: nothing happens then"), str(moment))


def _moments(readable: Readable) -> Iterator[tuple[FieldPath, Moment]]:
    for path, stream in streams(readable):
        for row, arrival in enumerate(stream.schedule or ()):
            yield (*path, "schedule", row, "at"), arrival.at
    yield from _moments_of_injects(readable.plan)
    for name, fleet in readable.plan.vehicles.items():
        for row, departure in enumerate(fleet.timetable.departures if fleet.timetable else ()):
            if isinstance(departure, datetime):
                yield ("vehicles", name, "timetable", "departures", row), departure


def _moments_of_injects(plan: ScenarioPlan) -> Iterator[tuple[FieldPath, Moment]]:
    for row, inject in enumerate(plan.injects):
        moments = {"at": inject.at, "not_before": inject.not_before, "judged_at": inject.judged_at}
        yield from ((("injects", row, field), moment) for field, moment in moments.items() if moment is not None)


def _days_outside(readable: Readable) -> Iterator[Problem]:
    plan = readable.plan
    clock = Calendar.of(plan)
    for path, stream in streams(readable):
        for day in stream.daily or {}:
            where = (*path, "file") if stream.file else (*path, "daily", day.isoformat())
            begins, ends = clock.seconds_on(day, 0), clock.seconds_on(day, DAY)
            if ends <= 0 or begins >= plan.duration:
                yield _notice(where, tr("lies outside the time of the scenario: nobody arrives then"), str(day))
            elif begins < 0 or ends > plan.duration:
                yield _notice(where, _part_of_a_day(day), str(day))


def _part_of_a_day(day: date) -> str:
    return tr("only part of {day} lies in the scenario: only that part of its people arrive", day=day)


def _spans_outside(readable: Readable) -> Iterator[Problem]:
    plan = readable.plan
    clock = Calendar.of(plan)
    for path, stream in streams(readable):
        for row, span in enumerate(stream.spans or ()):
            if clock.seconds(span.since) < 0 or clock.seconds(span.until) > plan.duration:
                where = (*path, "file") if stream.file else (*path, "spans", row)
                expected = tr("reaches beyond the time of the scenario: only part of its people arrive")
                yield _notice(where, expected, f"{span.since} - {span.until}")


def _days_without_hours(readable: Readable) -> Iterator[Problem]:
    for path, stream in streams(readable):
        if stream.daily and stream.hours is None:
            yield _notice(path, tr("no hours are said: people come as often by night as by day"))


def _fleets_without_vehicles(readable: Readable) -> Iterator[Problem]:
    for name, fleet in readable.plan.vehicles.items():
        if fleet.count == 0:
            yield _notice(("vehicles", name, "count"), tr("there is no vehicle until an action brings one"), "0")


def _posts_beyond_the_equipment(readable: Readable) -> Iterator[Problem]:
    plan = readable.plan
    for name, station in plan.stations.items():
        for thing, needed in station.equipment.items():
            most = plan.equipment[thing].count // needed if thing in plan.equipment else station.posts
            if most < station.posts:
                expected = tr("there is equipment for {most} of {posts} posts", most=most, posts=station.posts)
                yield _notice(("stations", name, "equipment", thing), expected)


def _needs_nobody_sees(readable: Readable) -> Iterator[Problem]:
    seen = {need for station in readable.plan.stations.values() for need, share in station.identifies.items() if share}
    for row, route in enumerate(readable.plan.routes):
        for column, need in enumerate(route.when.needs if route.when else ()):
            if need not in seen:
                expected = tr("no station identifies this need, so nobody takes the route for it")
                yield _notice(("routes", row, "when", "needs", column), expected, need.value)


def _standards_without_a_figure(readable: Readable) -> Iterator[Problem]:
    plan = readable.plan
    for row, standard in enumerate(plan.standards):
        figure = _FIGURE_OF_SITE.get(standard.indicator)
        site, station = plan.sites.get(standard.at or ""), plan.stations.get(standard.at or "")
        if figure and site is not None and getattr(site, figure) is None:
            yield _notice(("standards", row), tr("cannot be judged: say {figure} of the site", figure=figure))
        area = station.waiting_area.area_m2 if station is not None and station.waiting_area is not None else None
        if standard.indicator is Indicator.AREA_PER_WAITING_PERSON and station is not None and area is None:
            yield _notice(("standards", row), tr("cannot be judged: say area_m2 of the station's waiting area"))
        registers = any(each.activity is Activity.REGISTRATION for each in plan.stations.values())
        if standard.indicator is Indicator.TIME_TO_REGISTRATION and not registers:
            yield _notice(("standards", row), tr("cannot be judged: no station's activity is registration"))


def _waiting_areas_full_at_the_start(readable: Readable) -> Iterator[Problem]:
    plan = readable.plan
    for name, station in plan.stations.items():
        present = sum(row.persons for row in plan.already_there if row.at == name)
        if station.waiting_area is not None and present > station.waiting_area.capacity:
            expected = tr("more people wait here at the start than the waiting area holds")
            yield _notice(("stations", name, "waiting_area", "capacity"), expected, str(present))


def _giving_up_without_patience(readable: Readable) -> Iterator[Problem]:
    for name, station in readable.plan.stations.items():
        if station.giving_up is not None and station.patience is None:
            yield _notice(("stations", name, "giving_up"), tr("no patience is said: nobody gives up here"))


def _staff_without_work(readable: Readable) -> Iterator[Problem]:
    plan = readable.plan
    wanted = {role for station in plan.stations.values() for role in station.team}
    wanted |= {role for fleet in plan.vehicles.values() for role in fleet.crew}
    wanted |= {escort.role for escort in plan.escorts.values()}
    wanted |= {station.interpreter for station in plan.stations.values() if station.interpreter is not None}
    for role in plan.staff:
        if role not in wanted:
            yield _notice(("staff", role), tr("no team, no crew and no escort needs this role"))


def _duties_nothing_can_meet(readable: Readable) -> Iterator[Problem]:
    yield from (_notice(path, expected) for path, expected in duties_nothing_can_meet(readable.plan))


def _children_alone_who_leave_unseen(readable: Readable) -> Iterator[Problem]:
    for path, way_out in exits_unseen(readable.plan):
        expected = tr(
            "a child alone can leave by {exit} before anybody has seen that it is alone: "
            "say when = {{ children_alone = false }}, or let a station identify unaccompanied_child on the way",
            exit=way_out,
        )
        yield _notice(path, expected)


def _notice(path: FieldPath, expected: str, found: str = "") -> Problem:
    return Problem(path, expected=expected, found=found, severity=Severity.NOTICE)


_NOTICES: Final[tuple[Notice, ...]] = (
    _days_without_hours,
    _days_outside,
    _spans_outside,
    _moments_outside,
    _rides_without_travel_time,
    _places_nobody_reaches,
    _fleets_without_vehicles,
    _posts_beyond_the_equipment,
    _needs_nobody_sees,
    _children_alone_who_leave_unseen,
    _duties_nothing_can_meet,
    _standards_without_a_figure,
    _waiting_areas_full_at_the_start,
    _staff_without_work,
    _giving_up_without_patience,
)
