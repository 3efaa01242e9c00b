"""A forecast from a moment of a run that is led: replications that share the past and differ in the future.

What is to come is drawn anew in each: who arrives when, with which needs and fates. What was drawn before stays as it
is: who is there, their service times, and a breakdown or delivery that is on its way.
"""

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np
from typing_extensions import override

from reception_sim.actions import Journal
from reception_sim.experiments.answers import Ending
from reception_sim.experiments.bands import BandFold
from reception_sim.experiments.inquiries import Inquiry, Step
from reception_sim.experiments.questions import QuestionError
from reception_sim.experiments.replications import UnfinishedError
from reception_sim.experiments.summary import Band, SummarySeries
from reception_sim.experiments.workplaces import Workplace
from reception_sim.population import Turn
from reception_sim.recording import Times
from reception_sim.run import Run
from reception_sim.scenario import ScenarioPlan
from reception_sim.statistics import Series, grid_step, series
from reception_sim.translation import tr

BAND: Final = 0.8  # the share of the futures that a band holds

_Task: TypeAlias = tuple["ForecastQuestion", int, bool]


@dataclass(frozen=True)
class ForecastQuestion:
    """What is likely between *now* and *until* (s) in the run of a scenario, a seed and a journal.

    *weighed* are decisions that are being thought about, from now on: the same futures are run with them as well.
    """

    scenario: ScenarioPlan
    journal: Journal
    now: float
    until: float
    seed: int = 1
    futures: int = 40
    weighed: Journal = ()


@dataclass(frozen=True)
class Forecast:
    """The run over time up to where it was forecast: before now all futures are one, after it they spread."""

    question: ForecastQuestion
    series: SummarySeries
    done: int
    ending: Ending
    with_weighed: SummarySeries | None = None

    def queue_reaches(self, station: str, persons: float) -> float | None:
        """Return when (s) the median queue of a station reaches so many persons from now on, None if it does not."""
        bands = next(one.queue for one in self.series.stations if one.id == station)
        return reach_of(self.series.time, bands, persons, self.question.now).median


@dataclass(frozen=True)
class Reach:
    """When (s) a course reaches a number: the upper end of its band, its median and the lower end; None for never."""

    earliest: float | None
    median: float | None
    latest: float | None


def reach_of(time: Times, band: Band, limit: float, since: float) -> Reach:
    """Return when a band over *time* reaches *limit* from a moment (s) on."""
    return Reach(*(_first_moment(time, course, limit, since) for course in (band.high, band.median, band.low)))


class Forecasting(Inquiry[Forecast]):
    """Runs one future after another. QuestionError tells what is wrong with the question."""

    def __init__(self, question: ForecastQuestion, workplace: Workplace) -> None:
        if not 0 <= question.now < question.until <= question.scenario.duration:
            raise QuestionError(tr("a forecast is for a time after now, within the scenario"))
        if question.futures < 1:
            raise QuestionError(tr("a forecast needs at least one future"))
        self.question = question
        self._workplace = workplace
        self._folds: dict[bool, BandFold] = {}  # by whether what is weighed is done in it
        self._done = 0

    @override
    def steps(self) -> Generator[Step]:
        """Do a run a step."""
        ways = self._ways()
        yield Step(0, self.question.futures * len(ways))
        for row, told in enumerate(self._workplace.results(_run, self._tasks()), start=1):
            self._folds.setdefault(ways[(row - 1) % len(ways)], BandFold(told)).add(told)
            self._done = row // len(ways)
            yield Step(row, self.question.futures * len(ways))

    @override
    def answer(self, cut_short: Ending | None = None) -> Forecast:
        if not self._done:
            raise UnfinishedError(tr("Stopped before the first future was run."), None)
        whole = self._done == self.question.futures
        ending = Ending.AT_CEILING if whole else cut_short or Ending.GOES_ON
        weighed = self._folds[True].bands(BAND) if True in self._folds else None
        return Forecast(self.question, self._folds[False].bands(BAND), self._done, ending, weighed)

    def _ways(self) -> tuple[bool, ...]:
        return (False, True) if self.question.weighed else (False,)

    def _tasks(self) -> Iterator[_Task]:
        for future in range(1, self.question.futures + 1):
            yield from ((self.question, future, weighed) for weighed in self._ways())


def _run(task: _Task) -> Series:
    question, future, weighed = task
    journal = (*question.journal, *question.weighed) if weighed else question.journal
    run = Run(question.scenario, question.seed, journal=journal, turn=Turn(question.now, future))
    run.advance(question.until)
    return series(run.recording(), question.scenario, grid_step(question.scenario.duration))


def _first_moment(time: Times, course: Times, limit: float, since: float) -> float | None:
    reached = np.flatnonzero((course >= limit) & (time >= since))
    return float(time[reached[0]]) if len(reached) else None
