"""What the coordinator knows: counts that are late and not exact, and better after an assessment."""

import pytest

from reception_sim.actions import Assess
from reception_sim.recording import HappeningKind, LevelKind
from reception_sim.run import ActionRefusedError, Run, run_whole
from reception_sim.scenario.quantities import HOUR, MINUTE
from reception_sim.statistics import Part, known_state, measure
from tests.model.plans import arriving, border, plan, site, staff

ASSESSMENT = {"takes": "2 h", "error": 0.0, "delay": "5 min", "lasts": "6 h", "role": "officer", "count": 2}


def reported(error=0.2, delay="30 min", assessment=ASSESSMENT, **changes):
    """Return a plan whose desk has no staff, so that those who come at 01:00 and 03:30 queue for ever."""
    knowledge = {
        "every": "1 h",
        "delay": {"distribution": "constant", "value": delay},
        "error": error,
        "assessment": assessment,
    }
    tables = {
        "entry_points": border(arriving(("day 0 00:50", 100), ("day 0 03:30", 100))),
        "staff": {"officer": staff(3, hours="12:00-20:00", hourly_cost=10)},
    }
    return plan(**tables | {"knowledge": knowledge} | changes)


def known_at(scenario, hours, seed=1):
    run = Run(scenario, seed)
    run.advance(hours * HOUR)
    return {count.id: count for count in run.snapshot().known}


def told(recording, scenario, part, subject):
    return {
        row.measure: row.value
        for row in measure(recording, scenario).parts
        if row.part is part and row.subject == subject
    }


def test_that_a_count_is_known_only_after_its_delay_and_says_when_it_was_true():
    scenario = reported(error=0.0)

    assert known_at(scenario, 0.25) == {}
    assert known_at(scenario, 1.25)["desk"].persons == 0
    assert known_at(scenario, 1.75)["desk"].persons == 100
    assert known_at(scenario, 4.25)["desk"].persons == 100
    assert known_at(scenario, 4.75)["desk"].persons == 200
    assert known_at(scenario, 4.25)["desk"].as_of == 3 * HOUR


def test_that_counts_scatter_about_the_truth_as_widely_as_the_error_says():
    scenario = reported(error=0.2)
    counts = [known_at(scenario, 3.25, seed)["desk"].persons for seed in range(60)]
    mean = sum(counts) / len(counts)

    assert 92 < mean < 108
    assert 14 < (sum((count - mean) ** 2 for count in counts) / len(counts)) ** 0.5 < 27


def test_that_an_older_count_never_replaces_a_newer_one():
    late = {"distribution": "uniform", "min": "0 min", "max": "5 h"}
    scenario = reported(error=0.0, knowledge={"every": "30 min", "delay": late, "error": 0.0})
    recording = run_whole(scenario)
    _, as_of = recording.levels.of(LevelKind.KNOWN_AS_OF, recording.index("desk"))

    assert len(as_of) > 5
    assert (as_of[1:] > as_of[:-1]).all()


def test_that_an_assessment_is_exact_after_its_lead_time_and_keeps_reports_good_for_a_time():
    scenario = reported(error=0.5)
    run = Run(scenario)
    run.advance(4 * HOUR)
    run.act(Assess("desk"))
    run.advance(6 * HOUR + MINUTE)
    (now,) = (count for count in run.snapshot().known if count.id == "desk")

    assert (now.persons, now.as_of, now.error, now.assessed) == (200, 6 * HOUR, 0.0, True)

    run.advance(11 * HOUR + 6 * MINUTE)
    assert [(count.persons, count.as_of, count.assessed) for count in run.snapshot().known] == [(200, 11 * HOUR, True)]
    run.advance(15 * HOUR)
    assert not run.snapshot().known[0].assessed


def test_that_an_assessment_takes_people_off_their_desks_and_they_are_paid_meanwhile():
    scenario = reported()
    run = Run(scenario)
    run.advance(13 * HOUR)
    run.act(Assess())
    run.advance(14 * HOUR)
    on_duty = run.snapshot().roles[0].on_duty
    run.advance(scenario.duration)
    working = told(run.recording(), scenario, Part.WORKING_TIME, "officer")

    assert on_duty == 1
    assert working["on_task"] == 4
    assert working["cost"] == 3 * 8 * 10


def test_that_what_is_known_can_be_read_from_the_recording_at_any_moment():
    scenario = reported()
    whole = run_whole(scenario, 5)
    for hours in (0.2, 1.6, 5.5, 12.0):
        assert {count.id: count for count in known_state(whole, scenario, hours * HOUR)} == known_at(scenario, hours, 5)


def test_that_the_table_tells_what_was_known_beside_what_was():
    scenario = reported(error=0.0, sites={"hall": site()})
    row = told(run_whole(scenario), scenario, Part.KNOWLEDGE, "desk")

    assert (row["reports"], row["known"], row["gap_most"]) == (24, row["true"], 100)
    # Each count is told half an hour late and is the last one for an hour, but for the first and the last half hour.
    assert row["age"] == pytest.approx((0.5 * 0.25 + 23 * 1.0 + 0.5 * 0.75) / 24 * HOUR)


def test_that_a_border_reports_who_waits_on_the_other_side():
    entry = border(arriving(("day 0 00:50", 7)))
    entry["border"]["border"] = {"hours": "06:00-08:00"}

    assert known_at(reported(error=0.0, entry_points=entry), 2.75)["border"].persons == 7


def test_that_people_behave_alike_whatever_is_known_of_them():
    known, unknown = run_whole(reported()), run_whole(reported(knowledge=None))

    assert known.events.time.tolist() == unknown.events.time.tolist()
    assert known.events.group.tolist() == unknown.events.group.tolist()
    assert not unknown.levels.of(LevelKind.KNOWN_PERSONS, unknown.index("desk"))[0].size


def test_that_an_assessment_is_refused_where_the_scenario_does_not_say_what_it_takes():
    with pytest.raises(ActionRefusedError, match="what an assessment takes"):
        Run(reported(assessment=None)).act(Assess())
    with pytest.raises(ActionRefusedError, match='"dsek"; did you mean "desk"'):
        Run(reported()).act(Assess("dsek"))


def test_that_the_log_tells_when_an_assessment_begins_and_is_done():
    run = Run(reported())
    run.act(Assess("desk"))
    run.advance(3 * HOUR)
    lines = [(line.kind, line.time) for line in run.recording().happenings if "assessment" in line.kind]

    assert lines == [(HappeningKind.ASSESSMENT_BEGAN, 0), (HappeningKind.ASSESSMENT_DONE, 2 * HOUR)]
