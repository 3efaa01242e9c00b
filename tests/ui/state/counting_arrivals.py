"""The smallest questions there are, for tests of how questions are asked; a child process reads this, so no Qt."""

from functools import partial

from reception_sim.experiments.answers import Ending
from reception_sim.experiments.inquiries import Inquiry, Step
from reception_sim.experiments.questions import QuestionError
from reception_sim.experiments.replications import UnfinishedError, run_replication


class CountArrivals(Inquiry[tuple[str, tuple[int, ...]]]):
    """How many persons arrive in each run: the smallest question there is."""

    def __init__(self, scenario, runs, there) -> None:
        self._scenario, self._runs, self._there = scenario, runs, there
        self._arrived: list[int] = []

    def steps(self):
        for figures in self._there.results(partial(run_replication, self._scenario, 1), range(self._runs)):
            self._arrived.append(figures.persons.arrived)
            yield Step(len(self._arrived), self._runs)

    def answer(self, cut_short=None):
        if not self._arrived:
            raise UnfinishedError("Nothing is known yet.", None)
        return (str(cut_short or Ending.PRECISE), tuple(self._arrived))


class Unanswerable(CountArrivals):
    """A question that is found to have no answer once the work begins."""

    def steps(self):
        raise QuestionError("zero arrivals tell nothing")
        yield
