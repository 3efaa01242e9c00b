"""A roster in words: what no roster can meet is told with its reason, and with a caution about saving there."""

from reception_sim.experiments import Here, StaffingInquiry, StaffingQuestion, answered
from reception_sim.reports.staffing_words import staffing_in_words
from tests.experiments.small_rosters import one_desk, waiting


def test_that_a_standard_no_roster_meets_is_told_with_a_caution():
    impossible = {"indicator": "persons in the system", "at_most": 0, "source": "For a test"}
    scenario = one_desk(12, 4, "10 min", standards=[waiting("desk", "10 min"), impossible])

    said = list(staffing_in_words(answered(StaffingInquiry(StaffingQuestion(scenario), Here()))))

    assert "the standards that can be met" in said[0]
    assert said[1].startswith("No roster can meet people in the system at most 0 people: it does not hang on staff.")
    assert "before you save there" in said[2]
