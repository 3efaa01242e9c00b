"""The capacity: found again where it is known, told where there is none, and the same figures everywhere."""

import math
from dataclasses import asdict

import pytest
from scipy.optimize import brentq

from reception_sim.experiments import (
    CapacityQuestion,
    FindingCapacity,
    Here,
    QuestionError,
    UnfinishedError,
    answered,
    usual_criteria,
    workplace,
)
from reception_sim.experiments.answers import Ending, TrustKind
from reception_sim.experiments.inflows import Inflow, figures_of, verdicts_in, verdicts_of
from reception_sim.reports.capacity_words import capacity_in_words, limit_in_words
from reception_sim.scenario.standards import Indicator
from tests.experiments.queues import line, wait_standard
from tests.experiments.runs import basics
from tests.model.plans import border, plan

SHORT = line(30, [5], 24, standards=[wait_standard("desk_0", "10 min", 0.9)])
QUICK = {"replications": 8, "precision": 0.1, "lowest": 0.25, "highest": 4.0}


def found(scenario, **changes):
    return answered(FindingCapacity(CapacityQuestion(scenario, **(QUICK | changes)), Here()))


def exactly(answer):
    parts = (answer.limit, *answer.breaks, *answer.curve, *answer.bounds)
    return repr(([asdict(one) for one in parts], answer.runs, answer.grid_runs))


def erlang_waits_longer(arrival, service, servers, limit):
    """Return the share of people in an M/M/c who wait longer than *limit* (h)."""
    load = arrival / service
    blocked = load**servers / math.factorial(servers) * servers / (servers - load)
    below = sum(load**n / math.factorial(n) for n in range(servers))
    return blocked / (below + blocked) * math.exp(-(servers * service - arrival) * limit)


def erlang_capacity(service, servers, limit, share):
    """Return the arrivals an hour at which *share* of people in an M/M/c wait at most *limit* (h)."""
    return brentq(
        lambda arrival: erlang_waits_longer(arrival, service, servers, limit) - (1 - share),
        0.1,
        servers * service - 0.01,
    )


@pytest.mark.slow
def test_that_the_capacity_of_m_m_c_is_that_of_erlang():
    scenario = line(30, [4], 400, standards=[wait_standard("desk_0", "6 min", 0.8)])
    theory = erlang_capacity(10, 4, 0.1, 0.8)

    answer = found(scenario, share_of_runs=0.5, replications=15, precision=0.01, lowest=0.5, highest=2.0)

    assert answer.limit.persons_a_day / 24 == pytest.approx(theory, rel=0.02)
    assert answer.limit.low <= theory / 30 <= answer.limit.high


@pytest.mark.slow
def test_that_the_capacity_of_two_stations_in_a_row_is_that_of_the_tighter_one():
    standards = [wait_standard("desk_0", "6 min", 0.8), wait_standard("desk_1", "12 min", 0.9)]
    scenario = line(30, [5, 4], 200, standards=standards)
    theory = [erlang_capacity(10, 5, 0.1, 0.8), erlang_capacity(10, 4, 0.2, 0.9)]

    answer = found(scenario, share_of_runs=0.5, replications=15, precision=0.02, lowest=0.5, highest=2.0)

    assert answer.limit.persons_a_day / 24 == pytest.approx(min(theory), rel=0.02)
    assert [one.standard.at for one in answer.breaks] == ["desk_1", "desk_0"]
    assert answer.breaks[0].once_mended.persons_a_day / 24 == pytest.approx(max(theory), rel=0.04)


def test_that_flow_balance_bounds_the_capacity_by_the_work_that_can_be_done():
    answer = found(SHORT)

    (bound,) = answer.bounds
    assert bound.factor * 30 == pytest.approx(50, rel=0.01)
    assert answer.limit.factor < bound.factor


def test_that_the_answer_lies_in_its_interval_and_meets_the_standards_there():
    answer = found(SHORT)

    limit = answer.limit
    point = next(one for one in answer.curve if one.factor == limit.factor)
    assert limit.low <= limit.factor <= limit.high
    assert point.met_share >= 0.9
    assert limit.persons_a_day == pytest.approx(limit.factor * 30 * 24)
    assert "people a day can be received within the standards in 90 % of runs" in limit_in_words(answer)


def test_that_figures_are_the_same_in_one_process_and_in_two():
    with workplace(2) as place:
        together = answered(FindingCapacity(CapacityQuestion(SHORT, **QUICK), place))

    assert exactly(together) == exactly(found(SHORT))


def test_that_far_fewer_runs_are_needed_than_on_a_grid():
    answer = found(SHORT, precision=0.02)

    assert answer.runs < answer.grid_runs / 5


def test_that_a_search_cancelled_in_its_midst_answers_with_what_it_knows():
    finding = FindingCapacity(CapacityQuestion(SHORT, **QUICK), Here())
    steps = finding.steps()
    while next(steps).done < 30:
        pass
    steps.close()

    answer = finding.answer(Ending.CANCELLED)

    whole = found(SHORT)
    assert answer.ending is Ending.CANCELLED
    assert (answer.limit.low, answer.limit.high) == (0.0, math.inf)
    assert math.isfinite(whole.limit.high)
    assert "how sure that is, is not known yet" in next(iter(capacity_in_words(answer)))
    assert "stopped early" in " ".join(capacity_in_words(answer))


def test_that_a_search_cancelled_at_once_is_told():
    with pytest.raises(UnfinishedError, match="before the range of arrivals was looked over"):
        FindingCapacity(CapacityQuestion(SHORT, **QUICK), Here()).answer()


def test_that_a_standard_nothing_can_meet_is_named_and_left_out():
    impossible = {"indicator": "utilisation", "at": "desk_0", "at_least": 100.0, "source": "Test"}
    scenario = line(30, [5], 24, standards=[wait_standard("desk_0", "10 min", 0.9), impossible])

    answer = found(scenario)

    assert [one.indicator for one in answer.impossible] == [Indicator.UTILISATION]
    assert answer.limit == found(SHORT).limit
    assert "No inflow meets utilisation at Desk at least 100 %" in " ".join(capacity_in_words(answer))


def test_that_standards_none_of_which_can_be_met_are_told():
    scenario = line(30, [5], 24, standards=[wait_standard("desk_0", "0 s", 1.0)])

    answer = found(scenario, lowest=0.9)

    assert answer.limit.factor == 0.0
    assert limit_in_words(answer).startswith("No inflow meets the standards")


def test_that_standards_that_never_break_are_told():
    scenario = line(30, [5], 24, standards=[wait_standard("desk_0", "9 days", 0.9)])

    answer = found(scenario, highest=1.5)

    assert answer.never_broken
    assert answer.looked_up_to == 1.5
    assert limit_in_words(answer).startswith("Everybody can be received within the standards, up to 1.5 times")


def test_that_a_limit_far_from_the_planned_arrivals_is_told():
    scenario = line(300, [5], 8, standards=[wait_standard("desk_0", "10 min", 0.9)])

    answer = found(scenario, lowest=0.02, highest=0.5, replications=4)

    outside = [fact for fact in answer.trust if fact.kind is TrustKind.INSIDE_CHECKED_RANGE]
    assert [fact.concern for fact in outside] == [True]


def test_that_verdicts_are_those_of_the_whole_figures():
    inflow = Inflow(basics(), (), usual_criteria(basics()), 1)
    task = (inflow, 0.7, 3)

    assert verdicts_of(task) == verdicts_in(figures_of(task), inflow)


LOW = {"indicator": "persons in the system", "at_least": 20.0, "source": "Test"}
HIGH = {"indicator": "persons in the system", "at_most": 10.0, "source": "Test"}


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (lambda: CapacityQuestion(SHORT, lowest=2.0, highest=1.0), "from 2.0 to 1.0 times the plan's are no range"),
        (lambda: CapacityQuestion(SHORT, lowest=0.0), "no range"),
        (lambda: CapacityQuestion(SHORT, replications=1), "at least 2 replications"),
        (lambda: CapacityQuestion(SHORT, share_of_runs=1.0), "between 0 and 1"),
        (lambda: found(line(30, [5], 24)), "has no standards"),
        (lambda: found(plan(entry_points=border([]), standards=[HIGH])), "nobody is planned to arrive"),
        (lambda: found(line(30, [5], 24, standards=[LOW, HIGH])), "at least 20 .* and at most 10 "),
    ],
)
def test_that_a_question_without_an_answer_is_told(question, said):
    with pytest.raises(QuestionError, match=said):
        question()
