"""What decisions were worth: held against runs made by hand."""

import numpy as np
import pytest

from reception_sim.actions import CallInStaff, CloseStation, JournalEntry, OpenStation, Origin
from reception_sim.experiments import Here, QuestionError, answered
from reception_sim.experiments.answers import Conclusion
from reception_sim.experiments.criteria import Criterion
from reception_sim.experiments.decisions import DecisionsQuestion, WeighingDecisions, with_nothing_done, without
from reception_sim.run import run_whole
from reception_sim.scenario.quantities import HOUR
from reception_sim.scenario.standards import Indicator
from reception_sim.statistics import measure
from tests.exercise_plan.exercises import busy_desk

WAIT = Criterion(Indicator.WAITING_TIME, "desk")
CLOSED = JournalEntry(HOUR, CloseStation("desk"), Origin.TRAINER)
OPENED = JournalEntry(3 * HOUR, OpenStation("desk"), Origin.PLAYER, "border")
MORE = JournalEntry(4 * HOUR, CallInStaff("officer", 2, 4 * HOUR), Origin.PLAYER, "border")
USELESS = JournalEntry(5 * HOUR, OpenStation("desk"), Origin.PLAYER, "health")
JOURNAL = (CLOSED, OPENED, MORE, USELESS)


@pytest.fixture(scope="module")
def weighed():
    question = DecisionsQuestion(busy_desk(), JOURNAL, (WAIT,), seed=3, replications=6)
    return answered(WeighingDecisions(question, Here()))


def wait(journal, replication):
    return WAIT.value_in(measure(run_whole(busy_desk(), 3, replication, journal), busy_desk()))


def worth_of(weighed, decision):
    return next(worth.differences[0] for worth in weighed.worths if worth.decision == decision)


def test_that_the_worth_of_a_decision_is_that_of_runs_made_by_hand(weighed) -> None:
    by_hand = [wait(JOURNAL, number) - wait((CLOSED, OPENED, USELESS), number) for number in range(6)]

    found = worth_of(weighed, MORE).estimate

    assert found.mean == pytest.approx(np.mean(by_hand))
    assert found.sd == pytest.approx(np.std(by_hand, ddof=1))


def test_that_doing_nothing_leaves_out_what_players_did_and_nothing_else(weighed) -> None:
    by_hand = [wait(JOURNAL, number) - wait((CLOSED,), number) for number in range(6)]

    assert worth_of(weighed, None).estimate.mean == pytest.approx(np.mean(by_hand))


def test_that_a_decision_without_effect_is_worth_exactly_nothing(weighed) -> None:
    worth = worth_of(weighed, USELESS)

    assert (worth.low, worth.estimate.mean, worth.high) == (0.0, 0.0, 0.0)
    assert worth.conclusion is Conclusion.ALIKE


def test_that_a_decision_that_helps_is_said_to_help(weighed) -> None:
    assert worth_of(weighed, OPENED).conclusion is Conclusion.BETTER


def test_that_only_one_of_two_equal_decisions_is_left_out() -> None:
    assert without((CLOSED, MORE, MORE), MORE) == (CLOSED, MORE)
    assert with_nothing_done(JOURNAL) == (CLOSED,)


def test_that_an_exercise_without_decisions_has_nothing_to_weigh() -> None:
    with pytest.raises(QuestionError, match="no decision"):
        WeighingDecisions(DecisionsQuestion(busy_desk(), (CLOSED,), (WAIT,)), Here())
