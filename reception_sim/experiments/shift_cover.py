"""The cheapest whole numbers of people in shifts that cover what is asked for, hour by hour: an integer programme."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from reception_sim.experiments.staffing_question import Roster
from reception_sim.experiments.staffing_rosters import on_duty, unit_costs
from reception_sim.recording import Times
from reception_sim.scenario.plan import ScenarioPlan
from reception_sim.statistics.expected_arrivals import hour_edges

_SHORTFALL: float = 1000.0  # times the dearest row: nothing is left uncovered that can be covered


def teams_to_people(teams: Mapping[str, Times], scenario: ScenarioPlan, roles: tuple[str, ...]) -> dict[str, Times]:
    """Return the people of each role who make up so many *teams* at each station, absences allowed for."""
    people = {}
    for role in roles:
        needed = sum(
            np.minimum(teams[name], station.posts) * station.team.get(role, 0)
            for name, station in scenario.stations.items()
        )
        people[role] = np.asarray(needed, float) / max(1 - scenario.staff[role].absence, 0.05)
    return people


def covering(roster: Roster, people: Mapping[str, Times], scenario: ScenarioPlan) -> tuple[int, ...]:
    """Return the counts of the rows that cover *people* by role and hour at the least cost.

    Where the rows' bounds leave too few people, as few as can be are missing.
    """
    duty = on_duty(roster, scenario, hour_edges(scenario.duration))
    wanted, rows = [], []
    for role in roster.roles:
        mine = np.array([row.role == role for row in roster.rows])
        for hour in np.flatnonzero(people[role] > 0):
            on = np.where(mine & (duty[:, hour] > 0.5), 1.0, 0.0)
            wanted.append(people[role][hour])
            rows.append(on)
    if not rows:
        return (0,) * len(roster.rows)
    return _solved(roster, unit_costs(roster, scenario), np.unique(np.column_stack((rows, wanted)), axis=0))


def _solved(roster: Roster, costs: Times, asked: NDArray[np.float64]) -> tuple[int, ...]:
    """Minimise the cost, each uncovered person in an hour counting as very dear."""
    from scipy import optimize, sparse  # noqa: PLC0415 - half a second that only this question need wait for

    number, demands = len(roster.rows), len(asked)
    cover = sparse.hstack((sparse.csr_array(asked[:, :-1]), sparse.eye_array(demands)))
    dear = _SHORTFALL * max(float(costs.max()), 1.0)
    most = np.concatenate(([row.most for row in roster.rows], np.full(demands, np.inf)))
    found = optimize.milp(
        np.concatenate((costs, np.full(demands, dear))),
        constraints=optimize.LinearConstraint(cover, asked[:, -1], np.inf),
        integrality=np.concatenate((np.ones(number), np.zeros(demands))),
        bounds=optimize.Bounds(np.zeros(number + demands), most),
        options={"time_limit": 5.0},
    )
    assert found.x is not None  # nobody at all is a solution, only a dear one
    return tuple(round(count) for count in found.x[:number])
