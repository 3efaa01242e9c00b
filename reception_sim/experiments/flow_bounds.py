"""An upper bound on the capacity from flow balance: no station can do more work than its staff has time for."""

import math
from dataclasses import replace

from reception_sim.experiments.answers import FlowBound
from reception_sim.scenario import ScenarioPlan
from reception_sim.statistics import StationOutlook, offered_load


def flow_bounds(scenario: ScenarioPlan, persons_a_day: float) -> tuple[FlowBound, ...]:
    """Return for each station the factor of arrivals at which its work fills its staffed time, the tightest first.

    The work is what is expected of everybody who comes, spread over the routes (statistics/expected_flow.py), and of
    those there at the start, whom the factor does not multiply. Above the bound the backlog grows to the end.
    """
    planned = {station.id: station for station in offered_load(scenario).stations}
    nobody = {name: replace(entry, arrivals=()) for name, entry in scenario.entry_points.items()}
    present = {station.id: station for station in offered_load(replace(scenario, entry_points=nobody)).stations}
    bounds = [_bound(station, present[name], persons_a_day) for name, station in planned.items()]
    return tuple(sorted((one for one in bounds if math.isfinite(one.factor)), key=lambda one: one.factor))


def _bound(planned: StationOutlook, present: StationOutlook, persons_a_day: float) -> FlowBound:
    staffed, work, work_of_present = (
        float(hours.sum()) for hours in (planned.staffed_teams, planned.offered_teams, present.offered_teams)
    )
    coming = work - work_of_present
    factor = max(0.0, staffed - work_of_present) / coming if coming > 1e-9 else math.inf
    return FlowBound(planned.id, factor, factor * persons_a_day)
