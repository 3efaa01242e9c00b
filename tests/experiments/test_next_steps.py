"""What each next step of capacity would buy: the best addition each time, and the capacity found again with it."""

from functools import cache

import pytest

from reception_sim.experiments import CapacityQuestion, FindingCapacity, Here, QuestionError, answered, workplace
from reception_sim.experiments.additions import a_tenth_of, tenths
from reception_sim.reports.capacity_words import capacity_in_words
from tests.experiments.queues import line, wait_standard
from tests.experiments.runs import basics

LIMITS = [wait_standard("desk_0", "10 min", 0.9), wait_standard("desk_1", "10 min", 0.9)]
SYSTEM = line(30, [6, 4], 12, standards=LIMITS)  # the second desk is the bottleneck
QUICK = {"replications": 8, "precision": 0.1, "lowest": 0.25, "highest": 4.0}


@cache
def stepped(steps=2):
    return answered(FindingCapacity(CapacityQuestion(SYSTEM, **QUICK, next_steps=steps), Here()))


def test_that_a_tenth_is_rounded_up_and_at_least_one():
    assert [a_tenth_of(count) for count in (0, 1, 10, 11, 400)] == [1, 1, 1, 2, 40]


def test_that_a_tenth_more_costs_what_its_hours_cost_by_the_prices_of_the_plan():
    by_id = {one.id: one for one in tenths(basics())}

    officers = by_id["staff.officer"]
    assert {change.path: change.value for change in officers.alternative.changes}["stations.registration.posts"] == 11
    assert officers.cost == pytest.approx(1200)
    assert by_id["places.transit_centre"].alternative.title.endswith("more places)")


def test_that_the_first_step_widens_the_bottleneck_and_raises_the_capacity():
    first = stepped().next_steps[0]

    assert first.addition.subject == "officer_desk_1"
    assert first.limit.persons_a_day > stepped().limit.persons_a_day
    assert first.breaks in SYSTEM.standards


def test_that_a_step_is_taken_on_top_of_those_before_it_and_its_capacity_is_that_of_the_changed_scenario():
    first, second = stepped().next_steps
    changed = second.addition.alternative.applied_to(first.addition.alternative.applied_to(SYSTEM))

    alone = answered(FindingCapacity(CapacityQuestion(changed, **QUICK), Here()))

    assert second.cost == pytest.approx(first.addition.cost + second.addition.cost)
    assert second.limit.low <= alone.limit.factor * 1.1
    assert alone.limit.factor <= second.limit.high * 1.1


def test_that_steps_leave_the_capacity_itself_as_it_is():
    plain = answered(FindingCapacity(CapacityQuestion(SYSTEM, **QUICK), Here()))

    assert stepped().limit == plain.limit
    assert stepped().breaks == plain.breaks
    assert plain.next_steps == ()


def test_that_steps_are_the_same_in_two_processes():
    with workplace(2) as place:
        answer = answered(FindingCapacity(CapacityQuestion(SYSTEM, **QUICK, next_steps=2), place))

    assert answer.next_steps == stepped().next_steps
    assert answer.runs == stepped().runs


def test_that_it_is_told_when_no_step_buys_anything():
    crowd = {"indicator": "persons in the system", "at_most": 12, "source": "For a test"}
    roomy = line(30, [60], 6, standards=[crowd])  # all are served at once: it is the service that takes its time

    answer = answered(FindingCapacity(CapacityQuestion(roomy, **QUICK, next_steps=3), Here()))

    assert answer.next_steps == ()
    assert answer.nothing_helps
    assert any("A tenth more of any one thing buys nothing" in one for one in capacity_in_words(answer))


def test_that_each_step_is_told_with_its_gain_its_cost_and_what_breaks_then():
    said = [one for one in capacity_in_words(stepped()) if "buys" in one and "a day more" in one]

    assert len(said) == 2
    assert said[0].startswith("First step: officer (a tenth more on every shift) buys")
    assert "EUR in 12 h: " in said[0]
    assert "breaks first" in said[0]
    assert said[1].startswith("Then: ")


def test_that_more_steps_than_anybody_would_read_are_refused():
    with pytest.raises(QuestionError, match="from 0 to 5 next steps"):
        CapacityQuestion(SYSTEM, next_steps=6)
