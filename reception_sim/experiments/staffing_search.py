"""The search for the cheapest roster, phase by phase; every phase tries rosters out by simulation.

1. Everybody who can be of use: a standard that is missed even so cannot be met by staff, and is left out from here on.
2. A start by the square root of the modified offered load, and iterative staffing by simulation from there (Feldman,
   Mandelbaum, Massey and Whitt 2008, Staffing of time-varying queues to achieve time-stable performance, Management
   Science 54): the teams wanted at each hour are read from the runs, covered by shifts, and run again.
3. On the way between too few and enough people, then row by row, by bisection under common random numbers.
4. Cheaper rosters that nothing known rules out, until none is left or the runs are used up.
5. A finish on fresh runs with a guarantee: the cheapest candidates are accepted or rejected one by one by a sequential
   probability ratio test, at an error of alpha / k each for k candidates, until one is accepted (the feasibility check
   of fully sequential procedures with constraints: Andradottir and Kim 2010, Naval Research Logistics 57; Kim and
   Nelson 2001, ACM TOMACS 11, for the sum of the errors).
"""

from collections.abc import Generator
from typing import Final

import numpy as np

from reception_sim.experiments.shift_cover import covering, teams_to_people
from reception_sim.experiments.staffing_frontier import Counts, Frontier
from reception_sim.experiments.staffing_question import Roster, StaffingQuestion
from reception_sim.experiments.staffing_rosters import is_allowed, on_duty, unit_costs
from reception_sim.experiments.staffing_runs import Hypotheses, Trials, loads_of
from reception_sim.recording import Times
from reception_sim.scenario.plan import ScenarioPlan
from reception_sim.scenario.quantities import HOUR
from reception_sim.statistics import offered_load
from reception_sim.statistics.expected_arrivals import hour_edges

FIRST_RUNS: Final = 8
RUNS_OF_A_ROSTER: Final = 400  # one so near the limit that more do not decide is taken for bad
_ERROR_IN_SMALL: Final = 0.2
_ERROR_IN_LARGE: Final = 0.3  # of large tables so many rosters are tried that each must be cheap
_RUNS_FOR_EXCHANGES: Final = 100
_DELAY_PROBABILITY: Final = 0.3
_ITERATIONS: Final = 3
_STEPS_ON_A_WAY: Final = 64

Work = Generator[None, None, None]


class StaffingSearch:
    """Finds a good and cheap roster; `frontier.best` is the best so far at any moment."""

    def __init__(self, question: StaffingQuestion, scenario: ScenarioPlan, table: Roster, trials: Trials) -> None:
        self.question, self.scenario, self.table, self.trials = question, scenario, table, trials
        self.top = _everybody(table, scenario)
        self._least_hours = _least_hours(table, scenario)
        self._duty = on_duty(table, scenario, hour_edges(scenario.duration))
        self.frontier = Frontier(unit_costs(table, scenario), self.top, self.is_possible)
        self._hypotheses = Hypotheses.of(question, _ERROR_IN_SMALL if self.frontier.is_small else _ERROR_IN_LARGE)

    def is_possible(self, counts: Counts) -> bool:
        """Tell whether there are people enough for a roster, and it leaves none of the expected work undone."""
        roster = self.table.with_counts(counts)
        hours = self._duty.sum(axis=1) * counts
        for role, least in self._least_hours.items():
            if sum(hours[row] for row, one in enumerate(self.table.rows) if one.role == role) < least - 1e-6:
                return False
        return is_allowed(roster, self.scenario)

    def work(self) -> Work:
        """Go through the first four phases, a run a step."""
        yield from self._leave_out_what_no_roster_meets()
        if self.trials.tested:
            yield from self._narrow_down()

    def go_on_without(self, counts: Counts) -> Work:
        """Search on after a roster has turned out not to be good enough."""
        self.frontier.revoke(counts)
        if self.frontier.best is not None:
            yield from self._row_by_row()
            yield from self._cheaper()

    def _leave_out_what_no_roster_meets(self) -> Work:
        """Leave out one standard after another, the one that is met least often first, until everybody is enough."""
        everybody = self.table.with_counts(self.top)
        yield from self.trials.run(everybody, FIRST_RUNS)
        while self.trials.tested and not (yield from self._is_good_enough(self.top)):
            runs = self.trials.of(everybody)
            worst = min(self.trials.tested, key=lambda row: sum(run.met[row] for run in runs))
            self.trials.tested = tuple(row for row in self.trials.tested if row != worst)
        if self.trials.tested:
            self.frontier.note(self.top, good=True)
        if len(self.trials.tested) < len(self.question.standards):
            yield from self.trials.run_ideal()

    def _narrow_down(self) -> Work:
        start = yield from self._iterated(self._start())
        yield from self._on_the_way(start, self.top)
        if self.frontier.best is not None:  # everybody is enough, or this is not called
            yield from self._on_the_way(self._none(), self.frontier.best)
            yield from self._row_by_row()
            yield from self._cheaper()

    def _none(self) -> Counts:
        return (0,) * len(self.top)

    def _start(self) -> Counts:
        from reception_sim.experiments.offered_loads import (  # noqa: PLC0415 - a second that only this need wait for
            modified_offered_loads,
            square_root_staffing,
        )

        loads = modified_offered_loads(self.scenario)
        return self._covering({name: square_root_staffing(load, _DELAY_PROBABILITY) for name, load in loads.items()})

    def _covering(self, teams: dict[str, Times]) -> Counts:
        people = teams_to_people(teams, self.scenario, self.table.roles)
        return tuple(np.minimum(covering(self.table, people, self.scenario), self.top).tolist())

    def _iterated(self, counts: Counts) -> Generator[None, None, Counts]:
        """Simulate, read how many teams were wanted at each hour, and cover that, until it is the same again."""
        seen = {counts}
        for _ in range(_ITERATIONS):
            runs = yield from self.trials.run(self.table.with_counts(counts), FIRST_RUNS)
            wanted = np.quantile(loads_of(runs), 1 - _DELAY_PROBABILITY, axis=0, method="inverted_cdf")
            hours = wanted[:, : self._duty.shape[1]]
            counts = self._covering(dict(zip(self.scenario.stations, np.ceil(hours), strict=True)))
            if counts in seen:
                break
            seen.add(counts)
        return counts

    def _is_good(self, counts: Counts) -> Generator[None, None, bool]:
        known = self.frontier.known(counts)
        if known is not None:
            return known
        is_good = yield from self._is_good_enough(counts)
        self.frontier.note(counts, good=is_good)
        return is_good

    def _is_good_enough(self, counts: Counts) -> Generator[None, None, bool]:
        roster = self.table.with_counts(counts)
        return (yield from self.trials.test(roster, self._hypotheses, RUNS_OF_A_ROSTER)) is True

    def _on_the_way(self, low: Counts, high: Counts) -> Work:
        """Find the fewest people on the straight way from *low* to *high* that are enough; *high* may not be."""
        steps = min(_STEPS_ON_A_WAY, max(abs(two - one) for one, two in zip(low, high, strict=True)))
        if not (yield from self._is_good(high)):
            return
        bad, good = -1, steps
        while good - bad > 1:
            middle = (bad + good) // 2
            is_good = yield from self._is_good(_between(low, high, middle / steps if steps else 1.0))
            bad, good = (bad, middle) if is_good else (middle, good)

    def _row_by_row(self) -> Work:
        """Take people from one row after another, the dearest rows first, until none can spare anybody."""
        before = None
        while before != self.frontier.best:
            before = self.frontier.best
            assert before is not None  # the caller has looked
            dearest_first = sorted(range(len(before)), key=lambda row: -self._cost_of_row(row, before))
            for row in dearest_first:
                yield from self._fewest_in(row)

    def _cost_of_row(self, row: int, counts: Counts) -> float:
        return self.frontier.cost(tuple(count if number == row else 0 for number, count in enumerate(counts)))

    def _fewest_in(self, row: int) -> Work:
        best = self.frontier.best
        assert best is not None  # as above
        bad, good = -1, best[row]
        while good - bad > 1:
            middle = good - 1 if bad < 0 and good == best[row] else (bad + good) // 2
            is_good = yield from self._is_good((*best[:row], middle, *best[row + 1 :]))
            if not is_good and good == best[row] and middle == good - 1:
                return
            bad, good = (bad, middle) if is_good else (middle, good)

    def _cheaper(self) -> Work:
        """Try what is cheaper and not ruled out, until nothing is left or the runs for it are used up."""
        budget = self.question.runs_at_most // 2
        if not self.frontier.is_small:
            budget = min(budget, self.trials.runs + _RUNS_FOR_EXCHANGES)
        while self.trials.runs < budget and (counts := self.frontier.next_to_try()) is not None:
            if (yield from self._is_good(counts)):
                yield from self._row_by_row()


def _everybody(table: Roster, scenario: ScenarioPlan) -> Counts:
    """Return as many people as can be of use in each row; of a role with too few people, evenly fewer."""
    counts = [row.most for row in table.rows]
    for role in table.roles:
        rows = [number for number, row in enumerate(table.rows) if row.role == role]
        while not is_allowed(Roster(tuple(table.rows[row].with_count(counts[row]) for row in rows)), scenario):
            counts[max(rows, key=lambda row: counts[row])] -= 1
    return tuple(counts)


def _least_hours(table: Roster, scenario: ScenarioPlan) -> dict[str, float]:
    """Return the hours that the expected work of each role takes (flow balance): with fewer, some is never done.

    What the posts could not do even if all were always staffed is left out.
    """
    outlook = offered_load(scenario)
    least = dict.fromkeys(table.roles, 0.0)
    for station in outlook.stations:
        plan = scenario.stations[station.id]
        hours = float(np.minimum(station.offered_teams.sum(), plan.posts * scenario.duration / HOUR))
        for role, needed in plan.team.items():
            if role in least:
                least[role] += hours * needed
    top = _everybody(table, scenario)
    duty = on_duty(table, scenario, hour_edges(scenario.duration)).sum(axis=1)
    for role in least:
        able = sum(duty[row] * top[row] for row, one in enumerate(table.rows) if one.role == role)
        least[role] = min(_UNDONE * least[role], float(able))
    return least


_UNDONE: Final = 0.9  # of the expected work must be possible: chance may bring less of it than is expected


def _between(low: Counts, high: Counts, part: float) -> Counts:
    return tuple(int(np.ceil(one + (two - one) * part - 1e-9)) for one, two in zip(low, high, strict=True))
