"""Why an action cannot be taken in a scenario, in words."""

from collections.abc import Mapping
from typing import assert_never

from reception_sim.actions.on_places import CloseSite, CloseStation, OpenSite, OpenStation, ScaleArrivals
from reception_sim.actions.on_staff import CallInStaff, PostStaff
from reception_sim.actions.on_things import SetCount
from reception_sim.actions.vocabulary import Action
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.problems import nearest
from reception_sim.translation import tr


def objection(action: Action, scenario: ScenarioPlan) -> str | None:
    """Return why *action* cannot be taken in *scenario*, or None if it can."""
    match action:
        case PostStaff():
            return _objection_to_posting(action, scenario)
        case CallInStaff():
            return _unknown(action.role, scenario.staff, tr("role"))
        case OpenStation() | CloseStation():
            return _unknown(action.at, scenario.stations, tr("station"))
        case OpenSite() | CloseSite():
            return _unknown(action.at, scenario.sites, tr("site"))
        case ScaleArrivals():
            return _unknown(action.at, scenario.entry_points, tr("entry point"))
        case SetCount():
            return _unknown(action.of, scenario.vehicles, tr("fleet"))
        case _:
            assert_never(action)


def _objection_to_posting(action: PostStaff, scenario: ScenarioPlan) -> str | None:
    unknown = _unknown(action.at, scenario.stations, tr("station")) or _unknown(action.role, scenario.staff, tr("role"))
    if unknown or action.role in scenario.stations[action.at].team:
        return unknown
    return tr(
        "no team at {station} needs a {role}",
        station=scenario.title_of(action.at),
        role=scenario.title_of(action.role),
    )


def _unknown(name: str, known: Mapping[str, object], kind: str) -> str | None:
    if name in known:
        return None
    if not known:
        return tr('the scenario has no {kind}, so none is called "{name}"', kind=kind, name=name)
    return tr('there is no {kind} "{name}"; did you mean "{near}"?', kind=kind, name=name, near=nearest(name, known))
