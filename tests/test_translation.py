"""Every text passes one door, and finds its values there."""

import pytest

from reception_sim.translation import tr, tr_plural


def test_that_a_text_without_values_is_left_as_it_is() -> None:
    assert tr("100 % of {everything}") == "100 % of {everything}"


def test_that_values_are_put_where_the_text_names_them() -> None:
    assert tr("{n} people wait at {place}", n=3, place="the gate") == "3 people wait at the gate"


def test_that_a_value_is_formatted_as_the_text_asks() -> None:
    assert tr("{share:.0%} within {hours:.1f} h", share=0.456, hours=2) == "46% within 2.0 h"


def test_that_a_value_that_is_missing_is_no_silent_gap() -> None:
    with pytest.raises(KeyError):
        tr("{n} people wait at {place}", n=3)


@pytest.mark.parametrize(("count", "text"), [(0, "0 people"), (1, "one person"), (2, "2 people")])
def test_that_a_count_chooses_the_form(count, text) -> None:
    assert tr_plural("one person", "{count} people", count) == text
