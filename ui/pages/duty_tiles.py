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


def pressure_tile(pressure: float) -> TileContent:
    """Return a tile for the pressure to close the border (%) now."""
    return TileContent(
        name=wording.label_of(Indicator.PRESSURE_TO_CLOSE),
        place=tr("now"),
        value=wording.format_value(pressure, "%"),
        verdict=Verdict.CLOSE if pressure >= _HALF else Verdict.PLAIN,
        standard=tr("what drives it: see Findings"),
        source=wording.explain(Indicator.PRESSURE_TO_CLOSE),
    )


def _tile(plan: DutyPlan, state: DutyState) -> TileContent:
    within = wording.duration(plan.within)
    return TileContent(
        name=plan.title,
        place=tr("{n} not kept so far", n=wording.people(state.breaches)),
        value=tr("{n} over {time}", n=wording.count(state.over), time=within),
        verdict=_verdict(state),
        standard=tr(
            "{n} due within {time}", n=wording.count(state.near), time=wording.duration((1 - NEAR) * plan.within)
        ),
        source=tr(
            "{met} in time, {late} too late, {left} left without it, {open} still wait.\nStandard: {source}",
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
