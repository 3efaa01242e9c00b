"""Conditions of contingency rules."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_sim.scenario import Condition, ConditionIndicator, parse_condition
from reception_sim.scenario.quantities import HOUR, MINUTE


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("occupancy of hotspot > 300 %", Condition(ConditionIndicator.OCCUPANCY, "hotspot", above=True, limit=300)),
        (
            "queue of registration > 200 persons",
            Condition(ConditionIndicator.QUEUE, "registration", above=True, limit=200),
        ),
        (
            "queue at registration < 0.5 persons",
            Condition(ConditionIndicator.QUEUE, "registration", above=False, limit=0.5),
        ),
        (
            "longest wait of desk_2 > 1 h 30 min",
            Condition(ConditionIndicator.LONGEST_WAIT, "desk_2", above=True, limit=5400),
        ),
        (
            "persons in the system > 5000 persons",
            Condition(ConditionIndicator.PERSONS_IN_SYSTEM, "", above=True, limit=5000),
        ),
        ("  occupancy of a>90 %  ", Condition(ConditionIndicator.OCCUPANCY, "a", above=True, limit=90)),
    ],
)
def test_that_a_condition_says_what_is_watched_where_and_the_limit(text, condition):
    assert parse_condition(text) == condition


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "expected a condition such as"),
        ("occupancy of a", "expected a condition such as"),
        ("occupancy of a = 90 %", "expected a condition such as"),
        ("crowding of a > 90 %", 'found "crowding"'),
        ("ocupancy of a > 90 %", 'did you mean "occupancy"'),
        ("occupancy > 90 %", "say of which place"),
        ("occupancy of a > 90", 'a number and "%"'),
        ("occupancy of a > 90 persons", 'a number and "%"'),
        ("queue of a > 90 %", 'a number and "persons"'),
        ("queue of a > many persons", 'a number and "persons"'),
        ("longest wait of a > 90", "unit"),
        ("persons in the system of a > 90 persons", "not at a place"),
    ],
)
def test_that_another_text_is_refused_with_what_was_expected(text, reason):
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - the text is looked at below
        parse_condition(text)

    assert reason in str(caught.value)


OF_THE_SYSTEM = (ConditionIndicator.PERSONS_IN_SYSTEM, ConditionIndicator.PRESSURE)

conditions = st.builds(
    Condition,
    st.sampled_from([one for one in ConditionIndicator if one not in OF_THE_SYSTEM]),
    st.from_regex(r"[a-z][a-z0-9_]{0,9}", fullmatch=True),
    above=st.booleans(),
    limit=st.floats(0, 1000 * HOUR) | st.integers(0, 1000).map(lambda minutes: minutes * MINUTE),
)


@given(conditions)
def test_that_a_condition_is_read_back_as_it_was_written(condition):
    assert parse_condition(str(condition)) == condition


@pytest.mark.parametrize("indicator", OF_THE_SYSTEM)
def test_that_a_condition_of_the_whole_system_is_read_back(indicator):
    condition = Condition(indicator, "", above=True, limit=30)

    assert parse_condition(str(condition)) == condition
