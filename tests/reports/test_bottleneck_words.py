"""What is said of a bottleneck: what helps most, what helps most for its cost, and what nothing helps."""

from functools import cache

from reception_sim.experiments import BottleneckQuestion, Criterion, FindingBottleneck, Here, Precision, answered
from reception_sim.reports.bottleneck_words import bottleneck_in_words
from reception_sim.scenario.standards import Indicator
from tests.experiments.queues import line

WAITS = tuple(Criterion(Indicator.WAITING_TIME, f"desk_{number}") for number in (0, 1))


@cache
def asked(an_hour):
    question = BottleneckQuestion(line(an_hour, [3, 2], 8), WAITS, precision=Precision.fixed(8))
    return answered(FindingBottleneck(question, Here()))


def test_that_what_helps_most_is_told_first_with_its_bounds_and_its_cost():
    first, second, *_ = bottleneck_in_words(asked(16), WAITS[0])

    assert "helps most, from 6 min to 1 min" in first
    assert "less), for 160 EUR in 8 h." in first
    assert "helps most, from 23 min" in second


def test_that_what_nothing_surely_helps_is_told_once():
    sentences = list(bottleneck_in_words(asked(0.2), WAITS[1]))

    assert [one for one in sentences if "helps" in one] == [
        "Nothing that was added surely helps waiting time of 95 % of people at Desk.",
        "Nothing that was added surely helps waiting time of 95 % of people at Desk.",
    ]


def test_that_one_run_promises_nothing():
    question = BottleneckQuestion(line(16, [3, 2], 4), WAITS, precision=Precision.fixed(1))

    sentences = list(bottleneck_in_words(answered(FindingBottleneck(question, Here())), WAITS[0]))

    assert sentences[-1] == "One run cannot tell how sure anything is: ask for more."
