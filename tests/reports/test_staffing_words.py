"""A roster in words: what no roster can meet is told with its reason, and with a caution about saving there."""

from functools import cache

from reception_sim.experiments import Here, StaffingInquiry, StaffingQuestion, answered
from reception_sim.reports.staffing_report import staffing_report
from reception_sim.reports.staffing_words import staffing_in_words
from tests.experiments.small_rosters import one_desk, waiting


@cache
def found():
    impossible = {"indicator": "persons in the system", "at_most": 0, "source": "For a test"}
    scenario = one_desk(12, 4, "10 min", standards=[waiting("desk", "10 min"), impossible])
    return answered(StaffingInquiry(StaffingQuestion(scenario), Here()))


def test_that_a_standard_no_roster_meets_is_told_with_its_reason_and_a_caution():
    said = list(staffing_in_words(found()))

    assert "the standards that can be met" in said[0]
    assert said[0].endswith("No roster can meet people in the system at most 0 people (it does not hang on staff).")
    assert said[1].startswith("No roster can meet people in the system at most 0 people: it does not hang on staff.")
    assert "before you save there" in said[2]


def test_that_a_roster_changed_by_hand_is_told_as_such_with_its_own_cost():
    more = found().roster.with_count(0, found().roster.rows[0].count + 1)

    document = staffing_report(found(), more)

    first, second = document.sections[0].blocks[0].items[:2]
    assert "changed by hand and costs" in first
    assert "has not been tried" in first
    assert second.startswith("The cheapest roster found")
    assert [section.title for section in document.sections] == ["The answer", "Roster", "Cost against waiting"]
    assert document.sections[1].blocks[0].rows[0][3].text == str(more.rows[0].count)
    assert "changed by hand" not in staffing_report(found(), found().roster).sections[0].blocks[0].items[0]
