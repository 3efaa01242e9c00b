"""How those on duty are shared out among the stations that want them."""

from hypothesis import given
from hypothesis import strategies as st

from reception_sim.scenario.posting import posting

wishes = st.dictionaries(st.sampled_from(("triage", "registration", "clinic", "gate")), st.integers(0, 50))


def test_that_each_station_gets_what_it_wants_and_the_rest_is_left_over():
    assert posting(10, {"triage": 6, "clinic": 2}) == {"triage": 6, "clinic": 2}


def test_that_too_few_are_shared_in_proportion():
    assert posting(4, {"triage": 6, "clinic": 2}) == {"triage": 3, "clinic": 1}


def test_that_the_largest_remainder_gets_the_odd_one():
    assert posting(4, {"triage": 5, "clinic": 2}) == {"triage": 3, "clinic": 1}


def test_that_of_equal_remainders_the_first_in_the_table_gets_the_odd_one():
    assert posting(3, {"triage": 2, "clinic": 2}) == {"triage": 2, "clinic": 1}
    assert posting(3, {"clinic": 2, "triage": 2}) == {"clinic": 2, "triage": 1}


def test_that_remainders_are_equal_however_large_the_parts_are():
    assert posting(4, {"triage": 8, "clinic": 2, "gate": 2}) == {"triage": 3, "clinic": 1, "gate": 0}


def test_that_nobody_on_duty_is_nobody_posted():
    assert posting(0, {"triage": 2}) == {"triage": 0}


@given(st.integers(0, 200), wishes)
def test_that_nobody_is_posted_twice_and_no_station_gets_more_than_it_wants(on_duty, wanted):
    posted = posting(on_duty, wanted)

    assert sum(posted.values()) == min(on_duty, sum(wanted.values()))
    assert all(0 <= posted[station] <= count for station, count in wanted.items())


@given(st.integers(0, 200), wishes)
def test_that_no_station_is_more_than_one_person_from_its_exact_part(on_duty, wanted):
    total = max(sum(wanted.values()), 1)
    posted = posting(min(on_duty, total), wanted)

    for station, count in wanted.items():
        assert abs(posted[station] - min(on_duty, total) * count / total) < 1
