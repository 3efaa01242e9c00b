"""Sessions, caseloads, second visits, fast tracks, appointments and forms, as traces and against closed forms."""

from dataclasses import replace

import pytest
from pydantic import ValidationError

from reception_sim.actions import SetPosts, SetQueueOrder
from reception_sim.recording import EventKind, LevelKind
from reception_sim.run import Run, run_whole
from reception_sim.scenario.procedure import NeedsForm
from reception_sim.scenario.stations import QueueOrder
from reception_sim.statistics import Part, measure
from tests.model.plans import ALONE, arriving, border, plan, staff, station, trace
from tests.model.test_theory import assert_in_interval, erlang_c_wait, mean_waits, queueing_system

STARTED, ENDED, EXITED = EventKind.SERVICE_STARTED, EventKind.SERVICE_ENDED, EventKind.GROUP_EXITED
FIVE = {"distribution": "constant", "value": "5 min"}
HOUR = {"distribution": "constant", "value": "1 h"}


def with_desk(*groups, officers=1, population="alone", duration="24 h", **changes):
    return plan(
        duration=duration,
        entry_points=border(arriving(*groups, population=population)),
        stations={"desk": station(**changes)},
        staff={"officer": staff(count=officers)},
    )


def minutes(recording, kind):
    return [minute for minute, *_ in trace(recording, kind)]


def told(recording, scenario, part):
    return {row.measure: row.value for row in measure(recording, scenario).parts if row.part is part}


def test_that_a_session_begins_when_enough_people_wait_and_ends_for_all_at_once():
    scenario = with_desk(("day 0 01:00", 2), ("day 0 01:10", 1), session={"persons": 3})

    recording = run_whole(scenario)

    assert minutes(recording, STARTED) == [70, 70, 70]
    assert minutes(recording, ENDED) == [75, 75, 75]


def test_that_a_session_begins_with_fewer_when_the_first_has_waited_long_enough():
    scenario = with_desk(("day 0 01:00", 1), ("day 0 01:10", 1), session={"persons": 30, "or_after": "20 min"})

    assert minutes(run_whole(scenario), STARTED) == [80, 80]


def test_that_more_people_than_a_session_takes_wait_for_the_next_one():
    scenario = with_desk(("day 0 01:00", 7), session={"persons": 3, "or_after": "20 min"})

    assert minutes(run_whole(scenario), STARTED) == [60, 60, 60, 65, 65, 65, 80]


def test_that_one_team_holds_one_session_at_a_time_and_is_as_busy_as_that():
    scenario = with_desk(("day 0 01:00", 6), session={"persons": 3}, posts=2)

    figures = measure(run_whole(scenario), scenario)

    assert figures.stations[0].busy_team_s == 2 * 5 * 60
    assert max(figures.series.stations[0].busy) <= 1


def test_that_people_held_back_after_a_session_keep_its_room():
    scenario = plan(
        entry_points=border(arriving(("day 0 01:00", 4))),
        stations={
            "desk": station(session={"persons": 2}),
            "next": station(team={"nurse": 1}, service_time=HOUR, waiting_area={"capacity": 1}),
        },
        staff={"officer": staff(), "nurse": staff()},
        routes=[{"from": "border", "to": "desk"}, {"from": "desk", "to": "next"}, {"from": "next", "to": "onward"}],
    )

    desk = [minute for minute, _, place, _ in trace(run_whole(scenario), STARTED) if place == "desk"]

    assert desk == [60, 60, 65, 65]
    assert minutes(run_whole(scenario), EXITED) == [125, 185, 245, 305]


def test_that_people_wait_for_one_another_as_long_as_theory_says():
    scenario = queueing_system(6, {"distribution": "constant", "value": "1 s"})
    desk = station(session={"persons": 5}, team={"officer_desk_0": 1}, service_time=FIVE | {"value": "1 s"})
    scenario = plan(
        duration="1500 h", entry_points=scenario.entry_points, stations={"desk_0": desk},
        staff={"officer_desk_0": staff()}, routes=scenario.routes,
    )  # fmt: skip

    assert_in_interval((5 - 1) / (2 * 6), mean_waits(scenario, "desk_0"))


def test_that_nobody_new_is_taken_on_while_all_cases_are_open():
    caseload = {"caseworkers": 2, "cases_each": 1, "lasts": HOUR}
    scenario = with_desk(("day 0 01:00", 4), officers=4, posts=4, caseload=caseload)

    recording = run_whole(scenario)

    assert minutes(recording, STARTED) == [60, 60, 125, 125]
    assert told(recording, scenario, Part.CASELOADS)["open_most"] == 2


def test_that_a_caseload_queues_as_so_many_servers_of_the_length_of_a_case():
    scenario = queueing_system(1.4, FIVE | {"value": "1 s"}, servers=9)
    case = {"caseworkers": 2, "cases_each": 1, "lasts": {"distribution": "exponential", "mean": "1 h"}}
    desk = station(posts=9, team={"officer_desk_0": 1}, service_time=FIVE | {"value": "1 s"}, caseload=case)
    scenario = plan(
        duration="1500 h", entry_points=scenario.entry_points, stations={"desk_0": desk},
        staff={"officer_desk_0": staff(count=9)}, routes=scenario.routes,
    )  # fmt: skip

    assert_in_interval(erlang_c_wait(1.4, 1.0, 2), mean_waits(scenario, "desk_0"))


def test_that_whoever_must_come_again_does_so_once():
    scenario = with_desk(("day 0 01:00", 2), officers=2, posts=2, second_visit={"share": 1, "after": HOUR})

    recording = run_whole(scenario)

    assert minutes(recording, STARTED) == [60, 60, 125, 125]
    assert minutes(recording, EXITED) == [130, 130]
    assert told(recording, scenario, Part.SECOND_VISITS) == {"persons": 2, "share": 100, "away": 0}


def test_that_a_tenth_of_many_come_again():
    scenario = with_desk(("day 0 01:00", 2000), officers=50, posts=50, second_visit={"share": 0.1, "after": HOUR})

    assert told(run_whole(scenario), scenario, Part.SECOND_VISITS)["share"] == pytest.approx(10, abs=3)


def test_that_those_who_are_away_are_still_in_the_system():
    run = Run(with_desk(("day 0 01:00", 2), second_visit={"share": 1, "after": HOUR}))
    run.advance(5400)

    assert run.snapshot().in_system == 2
    assert run.recording().levels.of(LevelKind.AWAY_UNTIL_SECOND_VISIT, 1)[1].tolist() == [1, 2]


def test_that_those_on_the_fast_track_are_seen_before_all_others():
    track = {"for": {"families": True}, "posts": 0}
    scenario = plan(
        entry_points=border([*arriving(("day 0 01:00", 3)), *arriving(("day 0 01:01", 5), population="families")]),
        stations={"desk": station(fast_track=track)},
    )

    recording = run_whole(scenario)
    size = recording.people.size
    order = [int(size[group]) for group in recording.events.of(STARTED).group]

    assert max(order[1:]) > 1
    assert order[1:] == sorted(order[1:], key=lambda persons: persons == 1)


def test_that_posts_kept_for_the_fast_track_stay_free_for_it():
    track = {"for": {"families": True}, "posts": 1}
    scenario = with_desk(("day 0 01:00", 3), officers=2, posts=2, fast_track=track)

    assert minutes(run_whole(scenario), STARTED) == [60, 65, 70]


def test_that_a_fast_track_keeps_no_more_posts_than_there_are():
    track = {"for": {"families": True}, "posts": 2}

    with pytest.raises(ValidationError, match="more posts than the station has"):
        with_desk(("day 0 01:00", 3), fast_track=track)


def test_that_a_session_has_no_caseload():
    caseload = {"caseworkers": 1, "cases_each": 1, "lasts": HOUR}
    with pytest.raises(ValidationError, match="no caseload, no fast track"):
        with_desk(("day 0 01:00", 3), session={"persons": 3}, caseload=caseload)


@pytest.mark.parametrize("parts", [{}, {"caseload": {"caseworkers": 9, "cases_each": 25, "lasts": HOUR}}])
def test_that_another_queue_order_holds_for_those_who_wait_already(parts):
    needs = {"serious_medical_condition": 0.3}
    scenario = plan(
        populations={"alone": ALONE | {"specific_needs": needs}},
        entry_points=border(arriving(("day 0 01:00", 30))),
        stations={
            "screening": station(posts=30, team={"nurse": 1}, identifies={"serious_medical_condition": 1.0}),
            "desk": station(**parts),
        },
        staff={"officer": staff(), "nurse": staff(count=30)},
        routes=[
            {"from": "border", "to": "screening"},
            {"from": "screening", "to": "desk"},
            {"from": "desk", "to": "onward"},
        ],
    )
    run = Run(scenario)
    run.advance(66 * 60)
    run.act(SetQueueOrder("desk", QueueOrder.SPECIFIC_NEEDS_FIRST))
    run.advance(scenario.duration)

    recording = run.recording()
    served = recording.events.of(STARTED)
    at_desk = served.group[served.place == recording.index("desk")][1:]
    ill = [bool(recording.people.needs[recording.people.first_person[group]]) for group in at_desk]

    assert ill == sorted(ill, reverse=True)
    assert 0 < sum(ill) < len(ill) == 29


def test_that_more_posts_let_more_people_be_seen_at_once():
    run = Run(with_desk(("day 0 01:00", 4), officers=2))
    run.advance(62 * 60)
    run.act(SetPosts("desk", 2))
    run.advance(90 * 60)

    assert minutes(run.recording(), STARTED) == [60, 62, 65, 67]


def appointed(**changes):
    return {"every": "30 min", "groups": 1, "hours": "08:00-10:00"} | changes


def test_that_people_are_seen_at_the_times_they_were_appointed():
    scenario = with_desk(("day 0 01:00", 3), appointments=appointed())

    recording = run_whole(scenario)

    assert minutes(recording, STARTED) == [480, 510, 540]
    assert told(recording, scenario, Part.APPOINTMENTS) == {
        "made": 3, "missed": 0, "mean_ahead": 7.5 * 3600, "awaited": 0
    }  # fmt: skip


def test_that_whoever_finds_the_day_full_comes_on_the_next():
    scenario = with_desk(("day 0 01:00", 5), duration="2 days", appointments=appointed())

    assert minutes(run_whole(scenario), STARTED) == [480, 510, 540, 570, 1440 + 480]


def test_that_an_appointment_is_at_least_the_notice_ahead():
    scenario = with_desk(("day 0 08:10", 1), appointments=appointed(notice="1 h"))

    assert minutes(run_whole(scenario), STARTED) == [570]


def test_that_whoever_waits_for_an_appointment_stands_in_no_line_but_is_in_the_system():
    run = Run(with_desk(("day 0 01:00", 3), appointments=appointed()))
    run.advance(7 * 3600)

    assert run.snapshot().in_system == 3
    assert [desk.queue_persons for desk in run.snapshot().stations] == [0]


def test_that_one_in_five_appointments_is_missed_and_made_again():
    scenario = with_desk(("day 0 01:00", 2000), officers=90, posts=90, appointments=appointed(groups=2000, missed=0.2))

    recording = run_whole(scenario)
    figures = told(recording, scenario, Part.APPOINTMENTS)

    assert figures["missed"] == pytest.approx(20, abs=3)
    assert len(recording.events.of(EXITED).group) == 2000


def two_agencies(needs_form, **changes):
    asking = {"asks_about_needs": "10 min", "identifies": {"serious_medical_condition": 1.0}}
    return plan(
        needs_form=needs_form,
        populations={"alone": ALONE | {"specific_needs": {"serious_medical_condition": 0.5}}},
        entry_points=border(arriving(("day 0 01:00", 20))),
        stations={
            "first": station(**asking, posts=20),
            "second": station(**asking, posts=20, team={"nurse": 1}),
            "referral": station(posts=20, team={"nurse": 1}),
        },
        staff={"officer": staff(count=20, agency="Police"), "nurse": staff(count=40, agency="Red Cross")},
        routes=[
            {"from": "border", "to": "first"},
            {"from": "first", "to": "second"},
            {"from": "second", "to": "referral", "when": {"needs": ["serious_medical_condition"]}},
            {"from": "second", "to": "onward"},
            {"from": "referral", "to": "onward"},
        ],
    )


def told_of(subject, recording, scenario, part):
    rows = measure(recording, scenario).parts
    return {row.measure: row.value for row in rows if row.part is part and row.subject == subject}


def test_that_on_a_joint_form_nobody_is_asked_twice():
    scenario = two_agencies("joint form")

    recording = run_whole(scenario)

    assert told_of("first", recording, scenario, Part.NEEDS_FORMS) == {
        "asked": 20, "again": 0, "spared": 0, "time": 20 * 600
    }  # fmt: skip
    assert told_of("second", recording, scenario, Part.NEEDS_FORMS) == {
        "asked": 0, "again": 0, "spared": 20, "time": 0
    }  # fmt: skip


def test_that_agencies_apart_ask_again_and_each_takes_the_time():
    scenario = two_agencies("each agency apart")

    recording = run_whole(scenario)

    assert told_of("second", recording, scenario, Part.NEEDS_FORMS) == {
        "asked": 20, "again": 20, "spared": 0, "time": 20 * 600
    }  # fmt: skip
    assert minutes(recording, ENDED)[:40] == [75] * 20 + [90] * 20


def test_that_agencies_apart_do_not_refer_what_only_another_has_seen():
    scenario = two_agencies("each agency apart")
    blind = dict(scenario.stations)
    blind["second"] = replace(blind["second"], identifies={}, asks_about_needs=None)

    apart = run_whole(replace(scenario, stations=blind))
    joint = run_whole(replace(scenario, stations=blind, needs_form=NeedsForm.JOINT))

    assert not len(at(apart, "referral"))
    assert 0 < len(at(joint, "referral")) < 20


def at(recording, place):
    served = recording.events.of(STARTED)
    return served.group[served.place == recording.index(place)]


def test_that_whoever_gets_documents_goes_the_way_of_those_who_hold_them():
    scenario = plan(
        populations={"alone": ALONE | {"documents": {"none": 0.5, "passport": 0.5}}},
        entry_points=border(arriving(("day 0 01:00", 20))),
        stations={
            "consulate": station(gives_documents="passport", posts=20),
            "without": station(team={"nurse": 1}),
        },
        staff={"officer": staff(count=20), "nurse": staff()},
        routes=[
            {"from": "border", "to": "consulate"},
            {"from": "consulate", "to": "onward", "when": {"documents": ["passport"]}},
            {"from": "consulate", "to": "without"},
            {"from": "without", "to": "onward"},
        ],
    )

    recording = run_whole(scenario)

    assert not len(at(recording, "without"))
    assert 0 < told(recording, scenario, Part.DOCUMENTS)["given"] < 20
