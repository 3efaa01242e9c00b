"""How each role was used, and what it cost."""

from reception_sim.recording import LevelKind
from reception_sim.statistics.account import Account
from reception_sim.statistics.figures import RoleFigures, StationFigures
from reception_sim.statistics.working_time import cost_of


def role_figures(account: Account, stations: tuple[StationFigures, ...]) -> tuple[RoleFigures, ...]:
    """Return the figures of each role; at work are those of a busy team, and whom its service takes beside it."""
    plans = account.scenario.stations
    figures = []
    for name, plan in account.scenario.staff.items():
        on_duty_s = account.level(LevelKind.STAFF_ON_DUTY, name).integral
        busy_s = sum(station.busy_team_s * plans[station.id].team.get(name, 0) for station in stations)
        busy_s += account.level(LevelKind.AT_WORK, name).integral
        figures.append(RoleFigures(name, on_duty_s, busy_s, cost_of(account, name, plan)))
    return tuple(figures)
