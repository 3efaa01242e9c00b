"""Alternatives run side by side: paired intervals, when to stop, what is kept, and the same figures everywhere."""

import math
from concurrent.futures import Executor, Future
from dataclasses import asdict, replace
from multiprocessing import active_children

import numpy as np
import pytest
from scipy import stats

from reception_sim.experiments import (
    COST,
    Alternative,
    CompareQuestion,
    Comparing,
    Criterion,
    Here,
    OnExecutor,
    Precision,
    QuestionError,
    UnfinishedError,
    answered,
    run_replication,
    workplace,
)
from reception_sim.experiments.answers import Conclusion, Ending, TrustKind
from reception_sim.experiments.processes import Processes
from reception_sim.reports.comparison_words import best_in_words, difference_in_words, runs_in_words
from reception_sim.run import open_scenario
from reception_sim.scenario.changes import Change, with_changes
from reception_sim.scenario.standards import Indicator
from tests.experiments.queues import line

WAIT = Criterion(Indicator.WAITING_TIME, "desk_0")
SYSTEM = line(18, [2], 6)
THIRD = Alternative(
    "third",
    "A third officer",
    (Change("staff.officer_desk_0.shifts[1].count", 3), Change("stations.desk_0.posts", 3)),
)
HOURS = 6


def asked(precision, *alternatives, criteria=(WAIT, COST), **others):
    return CompareQuestion(SYSTEM, alternatives or (THIRD,), criteria, precision, **others)


def compared(precision, *alternatives, **others):
    return answered(Comparing(asked(precision, *alternatives, **others), Here()))


def exactly(answer):
    """Return every bit of an answer, without the scenarios and the questions."""
    kept = [asdict(one) for one in answer.differences + answer.rankings]
    figures = [asdict(one) for result in answer.results for one in result.figures]
    return repr((kept, figures, answer.done, answer.ending))


def values_of(scenario, criterion, count):
    return [criterion.value_in(run_replication(scenario, 1, number)) for number in range(count)]


class HereAndNow(Executor):
    """Runs each call at once in this process."""

    def submit(self, function, /, *arguments):
        future = Future()
        future.set_result(function(*arguments))
        return future


def test_that_a_difference_is_that_of_students_paired_interval():
    answer = compared(Precision.fixed(6), criteria=(WAIT,))
    base, other = values_of(SYSTEM, WAIT, 6), values_of(THIRD.applied_to(SYSTEM), WAIT, 6)
    interval = stats.ttest_rel(other, base).confidence_interval(0.95)

    (difference,) = answer.differences

    assert difference.estimate.mean == pytest.approx(np.mean(other) - np.mean(base))
    assert (difference.low, difference.high) == pytest.approx((interval.low, interval.high))


def test_that_the_intervals_hold_together_for_all_comparisons():
    fourth = replace(THIRD, id="again", title="The same again")

    answer = compared(Precision.fixed(5), THIRD, fourth)

    assert answer.comparisons == 4
    difference = answer.differences[0]
    half_width = (difference.high - difference.low) / 2
    wanted = stats.t.ppf(1 - 0.05 / 4 / 2, 4) * difference.estimate.sd / math.sqrt(5)
    assert half_width == pytest.approx(wanted)


def test_that_what_is_sure_is_called_better_and_its_cost_worse():
    wait, cost = compared(Precision.fixed(8)).differences

    assert (wait.conclusion, cost.conclusion) == (Conclusion.BETTER, Conclusion.WORSE)
    assert cost.estimate.mean == pytest.approx(20 * HOURS)


def test_that_a_difference_within_the_indifference_zone_is_none():
    wait, _ = compared(Precision.fixed(8), indifference={WAIT: 10 * 3600.0}).differences

    assert wait.conclusion is Conclusion.ALIKE


def test_that_equal_alternatives_are_alike_and_equally_likely_best():
    answer = compared(Precision.fixed(4), Alternative("same", "Nothing new"))

    assert {one.conclusion for one in answer.differences} == {Conclusion.ALIKE}
    assert [one.probability for one in answer.rankings[0].chances] == [0.5, 0.5]
    assert best_in_words(answer.rankings[0], answer).startswith("None is better")


def test_that_the_chance_to_be_best_is_that_of_the_paired_means():
    slower = Alternative("slower", "Slower", (Change("stations.desk_0.service_time.mean", "6 min 6 s"),))
    answer = compared(Precision.fixed(6), slower, criteria=(WAIT,))
    gap = answer.differences[0].estimate
    theory = stats.t.cdf(gap.mean / (gap.sd / math.sqrt(6)), 5)

    chances = {one.alternative: one.probability for one in answer.rankings[0].chances}

    assert chances["base"] == pytest.approx(theory, abs=0.02)
    assert sum(chances.values()) == pytest.approx(1.0)


def test_that_one_replication_leaves_everything_unsure():
    answer = compared(Precision.fixed(1))

    wait = answer.differences[0]
    assert wait.conclusion is Conclusion.UNSURE
    assert "one run cannot tell" in difference_in_words(wait, answer)
    assert answer.results[0].trust[0].concern


def test_that_work_stops_when_the_precision_is_reached():
    answer = compared(Precision(4, 500, 0.25), steer_by=(WAIT,))

    widths = [result.figures[0].estimate.half_width / result.figures[0].estimate.mean for result in answer.results]
    assert answer.ending is Ending.PRECISE
    assert max(widths) <= 0.25
    assert 4 < answer.done < 500


def test_that_work_stops_at_the_ceiling_and_says_so():
    answer = compared(Precision(2, 3, 0.001), steer_by=(WAIT,))

    assert (answer.done, answer.ending) == (3, Ending.AT_CEILING)
    assert "not as precise as asked" in runs_in_words(answer)


def test_that_figures_are_the_same_in_one_process_in_two_and_on_an_executor():
    question = asked(Precision(3, 40, 0.3), steer_by=(WAIT,))
    here = answered(Comparing(question, Here()))

    with workplace(2) as place:
        together = answered(Comparing(question, place))
    elsewhere = answered(Comparing(question, OnExecutor(HereAndNow(), 3)))

    assert exactly(together) == exactly(here)
    assert exactly(elsewhere) == exactly(here)


def test_that_what_is_done_is_kept_when_it_is_cancelled():
    comparing = Comparing(asked(Precision.fixed(50)), Here())
    steps = comparing.steps()
    while next(steps).done < 7:  # three replications of both, and one of the fourth
        pass
    steps.close()

    answer = comparing.answer(Ending.CANCELLED)

    assert (answer.done, answer.ending) == (3, Ending.CANCELLED)
    assert answer.differences == compared(Precision.fixed(3)).differences


def test_that_it_can_go_on_where_it_was_cancelled():
    comparing = Comparing(asked(Precision.fixed(3)), Here())
    steps = comparing.steps()
    while next(steps).done < 3:
        pass
    steps.close()

    assert exactly(answered(comparing)) == exactly(compared(Precision.fixed(3)))


def test_that_nothing_done_is_told():
    with pytest.raises(UnfinishedError, match="before the first replication"):
        Comparing(asked(Precision.fixed(3)), Here()).answer()


def test_that_a_killed_process_leaves_what_was_done():
    def kill(step):
        if step.done == 4:
            for process in active_children():
                process.kill()

    with workplace(2) as place:
        answer = answered(Comparing(asked(Precision.fixed(300)), place), kill)

    assert answer.ending is Ending.BROKEN_OFF
    assert 2 <= answer.done < 300
    assert active_children() == []


def test_that_processes_go_on_after_somebody_wants_no_more():
    with Processes(2) as processes:
        given_up = processes.results(math.sqrt, range(100))
        assert next(given_up) == 0.0
        given_up.close()

        assert list(processes.results(math.sqrt, [4, 9, 16])) == [2.0, 3.0, 4.0]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (lambda: Comparing(asked(Precision(), THIRD, THIRD), Here()), 'two alternatives have the id "third"'),
        (lambda: Comparing(replace(asked(Precision()), alternatives=()), Here()), "nothing to compare"),
        (lambda: Comparing(asked(Precision(), criteria=()), Here()), "no criterion"),
        (lambda: Precision(10, 5), "from 10 to 5 replications is no range"),
        (lambda: Precision(0, 5), "from 0 to 5 replications is no range"),
        (lambda: Precision(relative=1.5), "a precision lies between 0 and 1"),
    ],
)
def test_that_a_question_without_sense_is_told(question, said):
    with pytest.raises(QuestionError, match=said):
        question()


def test_that_an_answer_tells_what_speaks_against_it():
    crowded = with_changes(SYSTEM, [Change("entry_points.border.arrivals[1].rate", "40 per hour")], "crowded")
    answer = answered(Comparing(CompareQuestion(crowded, (THIRD,), (WAIT,), Precision.fixed(2)), Here()))

    concerns = {fact.kind for fact in answer.results[0].trust if fact.concern}

    assert concerns == {
        TrustKind.ENOUGH_REPLICATIONS,
        TrustKind.RUN_LONG_ENOUGH,
        TrustKind.NOBODY_WAITS_AT_THE_END,
        TrustKind.NOT_OVERLOADED,
    }


def test_that_a_change_of_a_calibrated_figure_is_told():
    scenario = open_scenario("lampedusa_2023")
    faster = Alternative("faster", "Faster", (Change("stations.registration.service_time.mode", "3 min"),))
    question = CompareQuestion(scenario, (faster,), (Criterion(Indicator.TIME_TO_REGISTRATION),), Precision.fixed(1))

    answer = answered(Comparing(question, Here()))

    outside = [fact for fact in answer.results[1].trust if fact.kind is TrustKind.INSIDE_CHECKED_RANGE and fact.concern]
    assert [fact.subject for fact in outside] == ["stations.registration.service_time"]
    assert answer.results[1].scenario.stations["registration"] != scenario.stations["registration"]
