"""The plan as players may have it: the places and means that they know, and nothing of what is going to happen."""

import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.arrivals import EntryPointPlan
from reception_sim.scenario.distributions import Constant
from reception_sim.scenario.knowledge import KnowledgePlan
from reception_sim.scenario.routes import RoutePlan
from reception_sim.scenario.sites import SitePlan, WhenFull
from reception_sim.scenario.stations import StationPlan


def plan_for_players(scenario: ScenarioPlan, known: Collection[str]) -> ScenarioPlan:
    """Return a plan of the *known* places alone: no arrivals, injects, rules, hazards, nor other places in it.

    It is made to be looked at and decided over, not to be run. Where people may come from and go to that nobody counts
    (an entry point without a border, an exit) is known to all.
    """
    stations = {name: _station(plan) for name, plan in scenario.stations.items() if name in known}
    sites = {name: _site(plan, stations) for name, plan in scenario.sites.items() if name in known}
    entries = {
        name: _entry(plan) for name, plan in scenario.entry_points.items() if plan.border is None or name in known
    }
    there = {*stations, *sites, *entries, *scenario.exits}
    return ScenarioPlan(
        format=scenario.format,
        title=scenario.title,
        summary="",
        start=scenario.start,
        time_zone=scenario.time_zone,
        duration=scenario.duration,
        currency=scenario.currency,
        populations={},
        entry_points=entries,
        stations=stations,
        sites=sites,
        exits=scenario.exits,
        routes=tuple(
            _route(route) for route in scenario.routes if route.origin in there and route.destination in there
        ),
        staff=scenario.staff,
        equipment=scenario.equipment,
        vehicles=scenario.vehicles,
        supplies=scenario.supplies,
        packages=scenario.packages,
        knowledge=_knowledge(scenario.knowledge),
    )


def known_places(
    scenario: ScenarioPlan, assessed: Collection[str] | None, reported: Collection[str]
) -> tuple[str, ...]:
    """Return the places that players know: all, or those *assessed* from the start and those that have *reported*."""
    counted = scenario.counted_places()
    return tuple(name for name in counted if assessed is None or name in assessed or name in reported)


def heard_of(scenario: ScenarioPlan, known: Collection[str], told: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return id and title of the places that players do not know, but whose title stands in what they were told.

    That there is such a place is all that they have of it: they can have it assessed.
    """
    texts = [text.casefold() for text in told]
    counted = ((name, scenario.title_of(name)) for name in scenario.counted_places() if name not in known)
    return tuple((name, title) for name, title in counted if any(_names(text, title) for text in texts))


def _names(text: str, title: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(title.casefold())}(?!\w)", text) is not None


def _knowledge(plan: KnowledgePlan | None) -> KnowledgePlan | None:
    """Return what an assessment takes and gives; how late and how far off other reports are is not told."""
    if plan is None or plan.assessment is None:
        return None
    return replace(plan, delay=Constant(distribution="constant", value=plan.assessment.delay), error=0.0)


def _station(plan: StationPlan) -> StationPlan:
    """Return a station without what would name other places, or say whom it overlooks."""
    return replace(
        plan, identifies={}, giving_up=None, patience=None, hand_over=None, second_visit=None, interpreter=None
    )


def _site(plan: SitePlan, stations: Collection[str]) -> SitePlan:
    visited = tuple(name for name in plan.during_stay if name in stations)
    return replace(plan, when_full=WhenFull.SHELTER_OUTSIDE, next_site=None, during_stay=visited)


def _entry(plan: EntryPointPlan) -> EntryPointPlan:
    border = plan.border and replace(plan.border, turns_to={}, patience=None, after=0.0)
    return replace(plan, arrivals=(), border=border)


def _route(plan: RoutePlan) -> RoutePlan:
    return replace(plan, when=None, share=None)
