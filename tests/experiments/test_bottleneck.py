"""One more of each thing: what is tried, in which order it is told, and what it costs."""

from dataclasses import replace

import pytest

from reception_sim.experiments import (
    COST,
    BottleneckQuestion,
    Criterion,
    FindingBottleneck,
    Here,
    Precision,
    QuestionError,
    answered,
)
from reception_sim.experiments.additions import additions
from reception_sim.experiments.answers import Conclusion
from reception_sim.scenario.standards import Indicator
from tests.experiments.queues import line
from tests.experiments.runs import basics

TIME = Criterion(Indicator.TIME_IN_SYSTEM)
SYSTEM = line(16, [3, 2], 8)  # the second desk is the bottleneck


def test_that_everything_can_be_added_that_a_scenario_has():
    ids = [one.id for one in additions(basics())]

    assert ids == [
        "staff.officer",
        "staff.nurse",
        "equipment.registration_kit",
        "vehicle.shuttle_bus",
        "vehicle.coach",
        "places.transit_centre",
    ]


def test_that_the_bottleneck_stands_first_with_its_cost():
    question = BottleneckQuestion(SYSTEM, (TIME, COST), precision=Precision.fixed(8))

    answer = answered(FindingBottleneck(question, Here()))

    first, second = answer.effects_on(TIME)
    assert [first.addition.subject, second.addition.subject] == ["officer_desk_1", "officer_desk_0"]
    assert first.difference.conclusion is Conclusion.BETTER
    assert first.addition.cost == pytest.approx(8 * 20)
    dearer = answer.effects_on(COST)[0].difference.estimate
    assert dearer.mean == pytest.approx(first.addition.cost)


def test_that_only_what_was_asked_for_is_tried():
    question = BottleneckQuestion(SYSTEM, (TIME,), ("staff.officer_desk_0",), Precision.fixed(2))

    answer = answered(FindingBottleneck(question, Here()))

    assert [one.addition.id for one in answer.effects] == ["staff.officer_desk_0"]


def test_that_an_unknown_addition_is_told():
    question = BottleneckQuestion(SYSTEM, (TIME,), ("staff.pilot",))

    with pytest.raises(QuestionError, match=r'"staff.pilot" is nothing that can be added; there are staff.officer'):
        FindingBottleneck(question, Here())
    with pytest.raises(QuestionError, match="nothing of which one more"):
        FindingBottleneck(replace(question, additions=()), Here())
