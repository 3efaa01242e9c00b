"""What is owed to whom, now, and what a border bears: a tile for each duty of care and for the pressure to close."""

from collections.abc import Sequence
from typing import Final

from reception_sim.clocks import NEAR, DutyState
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.duties import DutyPlan
from reception_sim.scenario.standards import Indicator
from reception_sim.translation import tr
from ui import wording
from ui.pages.indicators import TileContent, Verdict

_HALF: Final = 50.0  # % of the pressure there can be


def duty_tiles(scenario: ScenarioPlan, states: Sequence[DutyState]) -> list[TileContent]:
    """Return a tile for each duty of the plan, as it stands now."""
    return [_tile(scenario.duties[state.id], state) for state in states]


def pressure_tile(scenario: ScenarioPlan, pressure: float, drives: Sequence[tuple[str, float]]) -> TileContent:
    """Return a tile for the pressure to close the border (%) now, with the driver that adds most to it first."""
    weight = sum(plan.weight for plan in scenario.pressure.values())
    adds = {name: scenario.pressure[name].weight / weight * drive for name, drive in drives}
    strongest = sorted(adds, key=lambda name: -adds[name])
    told = [
        tr("{driver}: {share} of it", driver=scenario.title_of(name), share=wording.format_value(adds[name], "%"))
        for name in strongest
    ]
    return TileContent(
        name=wording.label_of(Indicator.PRESSURE_TO_CLOSE),
        place=scenario.title_of(strongest[0]) if pressure else tr("nothing drives it now"),
        value=wording.format_value(pressure, "%"),
        verdict=Verdict.CLOSE if pressure >= _HALF else Verdict.PLAIN,
        standard=tr("above all, now:") if pressure else tr("now"),
        source="\n".join([wording.explain(Indicator.PRESSURE_TO_CLOSE), *told]),
    )


def _tile(plan: DutyPlan, state: DutyState) -> TileContent:
    within = wording.duration(plan.within)
    return TileContent(
        name=plan.title,
        place=tr("{n} not kept, {near} due soon", n=wording.count(state.breaches), near=wording.count(state.near)),
        value=tr("{n} overdue", n=wording.count(state.over)),
        verdict=_verdict(state),
        standard=tr("within {time}", time=within),
        source=tr(
            "Due soon: within the next {soon}.\n"
            "{met} in time, {late} too late, {left} left without it, {open} still wait.\nStandard: {source}",
            soon=wording.duration((1 - NEAR) * plan.within),
            met=wording.count(state.met),
            late=wording.count(state.late),
            left=wording.count(state.left),
            open=wording.count(state.open),
            source=plan.source,
        ),
    )


def _verdict(state: DutyState) -> Verdict:
    if not state.persons:
        return Verdict.OPEN
    if state.breaches:
        return Verdict.MISSED
    return Verdict.CLOSE if state.near else Verdict.MET
