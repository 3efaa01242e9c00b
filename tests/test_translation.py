"""Every text passes one door, and finds its values there."""

import pytest

from reception_sim.translation import told_by, tr, tr_plural
from tools.longer_texts import LONGER_BY, LongerTexts, longer


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


def test_that_another_catalogue_tells_every_text_as_long_as_it_lasts() -> None:
    with told_by(LongerTexts()):
        told, many = tr("{n:,} people wait", n=3000), tr_plural("one person", "{count} people", 2)

    assert told == "[3,000 péóplé wáít éí]"
    assert many == "[2 péóplé ]"
    assert tr("{n:,} people wait", n=3000) == "3,000 people wait"


@pytest.mark.parametrize("text", ["Play", "Go on to", "What each decision was worth", "Bring up to date"])
def test_that_a_text_for_checking_layouts_is_longer_by_what_translations_are(text) -> None:
    assert len(longer(text)) >= LONGER_BY * len(text)


def test_that_gaps_mnemonics_and_patterns_of_files_stay_as_they_are() -> None:
    assert longer("{name}: {n}") == "{name}: {n}"
    assert longer("Se&nd to <b>{name}</b>").startswith("[Šé&ñd tó <b>{name}</b>")
    assert "(*.reception)" in longer("Projects (*.reception)")
