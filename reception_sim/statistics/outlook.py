"""A look ahead without a run: how much work comes to each station, hour by hour, and how much can be done there.

It tells where a plan cannot hold, not how long people will wait: nobody waits anywhere in it but in the backlog of
each station, and what expected_flow and staffed_posts take for granted holds here too. Actions, breakdowns beyond
their mean, crews of vehicles, full sites, people who give up, staff who work overtime or are called in, and volunteers
who come less often are left out.
"""

from dataclasses import dataclass

import numpy as np

from reception_sim.recording import Booleans, Times
from reception_sim.scenario.distributions import mean_of
from reception_sim.scenario.plan import ScenarioPlan
from reception_sim.scenario.quantities import HOUR
from reception_sim.scenario.stations import ServedPer
from reception_sim.statistics.expected_arrivals import hour_edges
from reception_sim.statistics.expected_flow import ExpectedFlow, expected_flow
from reception_sim.statistics.staffed_posts import StaffedPosts

_NEARLY = 1e-9


@dataclass(frozen=True)
class EntryOutlook:
    """The persons expected at an entry point in each hour."""

    id: str
    persons: Times


@dataclass(frozen=True)
class StationOutlook:
    """What comes to a station in each hour, and what can be done there.

    *time* is the start of each hour (s), *until* the end of the last. *persons* come, and keep *offered_teams* busy on
    average; *staffed_teams* can work. *backlog_persons* wait at the end of each hour, if work that cannot be done is
    left over (a fluid queue).
    """

    id: str
    time: Times
    until: float
    persons: Times
    offered_teams: Times
    staffed_teams: Times
    backlog_persons: Times

    @property
    def overloaded(self) -> Booleans:
        """Tell of each hour whether more work comes than can be done."""
        over: Booleans = self.offered_teams > self.staffed_teams * (1 + _NEARLY) + _NEARLY
        return over

    @property
    def first_overload_s(self) -> float | None:
        """Return when the first hour of overload begins (s), None if there is none."""
        return float(self.time[np.argmax(self.overloaded)]) if self.overloaded.any() else None

    @property
    def overloaded_hours(self) -> int:
        return int(np.count_nonzero(self.overloaded))

    @property
    def backlog_max_persons(self) -> float:
        return float(self.backlog_persons.max())

    @property
    def backlog_max_s(self) -> float | None:
        """Return the end of the hour after which the backlog is largest (s), None if there never is one."""
        if self.backlog_max_persons <= 0:
            return None
        hour = int(np.argmax(self.backlog_persons))
        return min(float(self.time[hour] + HOUR), self.until)


@dataclass(frozen=True)
class Outlook:
    """The look ahead: *time* is the start of each hour (s); the last hour may be cut short by the scenario's end."""

    time: Times
    entry_points: tuple[EntryOutlook, ...]
    stations: tuple[StationOutlook, ...]


def offered_load(scenario: ScenarioPlan) -> Outlook:
    """Return what a plan lets expect, before any run."""
    edges = hour_edges(scenario.duration)
    flow = expected_flow(scenario, edges)
    work = {name: _work(name, scenario, flow) for name in scenario.stations}
    staffed, backlog = _worked_off(scenario, work, edges)
    time, lengths = edges[:-1], np.diff(edges)
    return Outlook(
        time=time,
        entry_points=tuple(EntryOutlook(name, flow.persons(name)) for name in scenario.entry_points),
        stations=tuple(
            StationOutlook(
                id=name,
                time=time,
                until=scenario.duration,
                persons=flow.persons(name),
                offered_teams=work[name] / lengths,
                staffed_teams=staffed[name] / lengths,
                backlog_persons=_in_persons(backlog[name], work[name], flow.persons(name)),
            )
            for name in scenario.stations
        ),
    )


def _work(station: str, scenario: ScenarioPlan, flow: ExpectedFlow) -> Times:
    """Return the team-seconds of work that come to a station in each hour."""
    plan = scenario.stations[station]
    seconds = mean_of(plan.service_time)
    each = [seconds * kind.size if plan.per is ServedPer.PERSON else seconds for kind in flow.kinds]
    work: Times = np.array(each) @ flow.groups[station]
    return work


def _worked_off(
    scenario: ScenarioPlan, work: dict[str, Times], edges: Times
) -> tuple[dict[str, Times], dict[str, Times]]:
    """Return the team-seconds that can be worked in each hour, and those left over at its end."""
    posts = StaffedPosts(scenario)
    staffed = {name: np.zeros(len(edges) - 1) for name in work}
    backlog = {name: np.zeros(len(edges) - 1) for name in work}
    left = dict.fromkeys(work, 0.0)
    for hour, (start, end) in enumerate(zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True)):
        to_do = {name: left[name] + float(work[name][hour]) for name in work}
        for since, until in posts.spans(start, end):
            for name, teams in posts.teams(since, to_do).items():
                staffed[name][hour] += teams * (until - since)
        for name in work:
            left[name] = max(0.0, to_do[name] - staffed[name][hour])
            backlog[name][hour] = left[name]
    return staffed, backlog


def _in_persons(backlog: Times, work: Times, persons: Times) -> Times:
    """Turn work that is left over into the persons who wait for it."""
    total = float(work.sum())
    return backlog * (float(persons.sum()) / total) if total > 0 else np.zeros(len(backlog))
