"""Every station must at some time have the team, the equipment and the languages that it needs."""

from collections.abc import Iterator, Mapping

from reception_sim.scenario.plan import ScenarioPlan
from reception_sim.scenario.problems import Problem
from reception_sim.scenario.procedure import NeedsForm
from reception_sim.scenario.readable import Readable
from reception_sim.scenario.staff import StaffPlan
from reception_sim.scenario.stations import StationPlan
from reception_sim.translation import tr


def stations_nobody_staffs(readable: Readable) -> Iterator[Problem]:
    """Tell stations without a post, or whose team never comes together."""
    plan = readable.plan
    for name, station in plan.stations.items():
        if station.posts == 0:
            yield Problem(
                ("stations", name, "posts"),
                expected=tr("a station needs at least one post to see people"),
                found="0",
            )
        for role, needed in station.team.items():
            if role in plan.staff and not _is_ever_there(role, needed, plan):
                yield Problem(("stations", name, "team", role), expected=_never_there(role, needed, plan.staff[role]))


def vehicles_nobody_drives(readable: Readable) -> Iterator[Problem]:
    """Tell fleets whose crew never comes together."""
    plan = readable.plan
    for name, fleet in plan.vehicles.items():
        for role, needed in fleet.crew.items():
            if role in plan.staff and not _is_ever_there(role, needed, plan):
                yield Problem(("vehicles", name, "crew", role), expected=_never_there(role, needed, plan.staff[role]))


def escorts_that_never_go(readable: Readable) -> Iterator[Problem]:
    """Tell escorts whose people are never on duty, are wanted in a team too, or begin or end at a group session."""
    plan = readable.plan
    for name, escort in plan.escorts.items():
        if escort.role in plan.staff and not _is_ever_there(escort.role, 1, plan):
            yield Problem(("escorts", name, "role"), expected=_never_there(escort.role, 1, plan.staff[escort.role]))
        if any(escort.role in station.team for station in plan.stations.values()):
            yield Problem(("escorts", name, "role"), expected=tr("{role} is in a team as well", role=escort.role))
        for place in (escort.begins_at, *escort.ends_at):
            if place in plan.stations and plan.stations[place].session is not None:
                yield Problem(
                    ("escorts", name),
                    expected=tr("{station} holds group sessions: escorts neither begin nor end there", station=place),
                )


def posts_without_equipment(readable: Readable) -> Iterator[Problem]:
    """Tell stations of which not even one post can be equipped."""
    plan = readable.plan
    for name, station in plan.stations.items():
        if station.paper is not None:
            continue
        for thing, needed in station.equipment.items():
            if thing in plan.equipment and plan.equipment[thing].count < needed:
                yield Problem(
                    ("stations", name, "equipment", thing),
                    expected=tr(
                        "a post needs {needed}, but there are {count} in all",
                        needed=needed,
                        count=plan.equipment[thing].count,
                    ),
                )


def questions_without_a_form(readable: Readable) -> Iterator[Problem]:
    """Tell stations that ask about needs while nobody says for whom: on a joint form, or for an agency of the team."""
    plan = readable.plan
    for name, station in plan.stations.items():
        if station.asks_about_needs is not None and plan.needs_form is None:
            yield Problem(
                ("stations", name, "asks_about_needs"),
                expected=tr('say above all tables who shares the answers: needs_form = "joint form", for example'),
            )
        if plan.needs_form is NeedsForm.APART and _learns_of_needs(station) and not _agency(name, readable):
            yield Problem(
                ("stations", name, "team"),
                expected=tr("each agency asks apart, but no role of this team names its agency"),
            )


def languages_nobody_interprets(readable: Readable) -> Iterator[Problem]:
    """Tell stations whose interpreters do not speak a language of the people who come there."""
    plan = readable.plan
    for name, station in plan.stations.items():
        spoken = _interpreted(station, plan.staff)
        if spoken is None:
            continue
        for population in sorted(readable.flow.people_at(name) & plan.populations.keys()):
            languages = plan.populations[population].languages
            missing = [language for language, share in languages.items() if share > 0 and language not in spoken]
            if missing:
                yield Problem(
                    ("stations", name, "team"),
                    expected=tr(
                        "no interpreter of its team speaks {languages}, as people of {population} do",
                        languages=", ".join(missing),
                        population=population,
                    ),
                )


def _is_ever_there(role: str, needed: int, plan: ScenarioPlan) -> bool:
    staff = plan.staff[role]
    on_roster = sum(shift.count for shift in staff.shifts) if staff.absence < 1 else 0
    if staff.roll is not None:
        on_roster = min(on_roster, staff.roll.people)
    return on_roster >= needed or _may_be_called_in(role, plan)


def _may_be_called_in(role: str, plan: ScenarioPlan) -> bool:
    """Tell whether an inject or a contingency rule, or a package, brings in people of a role beyond its roster."""
    written = [action for inject in plan.injects for action in inject.actions]
    written += [action for rule in plan.contingency for action in rule.actions]
    return any(action.get("call_in_staff", {}).get("role") == role for action in written) or any(
        role in package.staff for package in plan.packages.values()
    )


def _never_there(role: str, needed: int, staff: StaffPlan) -> str:
    if staff.absence == 1:
        return tr("{role} is absent from every shift (absence = 1), so nobody ever works here", role=role)
    if not sum(shift.count for shift in staff.shifts):
        return tr("{role} has no shift with anybody in it, so nobody ever works here", role=role)
    return tr("needs {needed} {role} at once, more than all its shifts together have", needed=needed, role=role)


def _interpreted(station: StationPlan, staff: Mapping[str, StaffPlan]) -> frozenset[str] | None:
    """Return what a station's interpreters speak, or its team itself; None if nothing is said of languages."""
    if station.interpreter is not None and station.interpreter in staff:
        return frozenset((*station.spoken, *staff[station.interpreter].speaks))
    roles = [staff[role].languages for role in station.team if role in staff]
    spoken = [languages for languages in roles if languages is not None]
    return frozenset(language for languages in spoken for language in languages) if spoken else None


def _learns_of_needs(station: StationPlan) -> bool:
    return bool(station.identifies) or station.asks_about_needs is not None


def _agency(station: str, readable: Readable) -> str:
    """Return the agency of a station's team; what cannot be read may name one, so it counts as one."""
    roles = readable.plan.stations[station].team.keys()
    return readable.plan.agency_of(station) if roles <= readable.plan.staff.keys() else "unread"
