"""Clocks of duties by hand-written recordings: who is owed what, when it is late, and that chunks do not matter."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_sim.clocks import DutyClocks, DutyState, HeldTime
from reception_sim.recording import Events, Happening, HappeningKind, Identifications
from reception_sim.scenario.duties import DutyEnd, DutyKind, DutyPlan, RightsHolders
from tests.statistics.hand_written import (
    ARRIVED,
    ENDED,
    ENTERED,
    EXITED,
    GAVE_UP,
    HOUR,
    JOINED,
    MINUTE,
    NAMES,
    PLAN,
    PRESENT,
    SITE_LEFT,
    STARTED,
    recorded,
    recordings,
    unhurried,
)


def duty(**changes):
    said = {
        "title": "Seen in time",
        "kind": DutyKind.DUTY_OF_CARE,
        "within": HOUR,
        "until": DutyEnd(stations=("screening",)),
        "source": "by hand",
        "since": "arrival",
    }
    return DutyPlan(**(said | changes))


def state(recording, **changes):
    """Return how a duty stands at the end of a recording."""
    return clocks_of(recording, duty(**changes)).state("owed", recording.until)


def clocks_of(recording, plan):
    clocks = DutyClocks(replace(PLAN, duties={"owed": plan}), NAMES)
    clocks.read(recording.events, recording.identifications, recording.people)
    return clocks


def stands(**persons):
    return DutyState(**({"id": "owed"} | dict.fromkeys(("met", "late", "left", "open", "near", "over"), 0) | persons))


def test_that_whoever_is_seen_in_time_has_the_duty_met_person_by_person():
    recording = recorded((0, ARRIVED, "gate", 0), (60, STARTED, "screening", 0), sizes=(4,))

    assert state(recording) == stands(persons=4, met=4)


def test_that_a_minute_beyond_the_time_is_a_breach():
    recording = recorded((0, ARRIVED, "gate", 0), (61, STARTED, "screening", 0))

    assert state(recording) == stands(persons=1, late=1)
    assert state(recording).breaches == 1


@pytest.mark.parametrize(("until", "near", "over"), [(45, 0, 0), (46, 1, 0), (60, 1, 0), (61, 0, 1)])
def test_that_the_last_quarter_of_the_time_is_near_and_what_is_beyond_it_is_over(until, near, over):
    recording = recorded((0, ARRIVED, "gate", 0), until=until)

    assert state(recording) == stands(persons=1, open=1, near=near, over=over)


@pytest.mark.parametrize("way", [EXITED, GAVE_UP])
def test_that_whoever_leaves_without_it_counts_as_not_kept(way):
    recording = recorded((0, ARRIVED, "gate", 0), (10, way, "onward" if way is EXITED else "screening", 0))

    assert state(recording) == stands(persons=1, left=1)
    assert state(recording).breaches == 1


def test_that_care_begins_with_the_service_and_a_legal_step_is_done_when_it_has_ended():
    recording = recorded((0, ARRIVED, "gate", 0), (55, STARTED, "screening", 0), (65, ENDED, "screening", 0))

    assert state(recording) == stands(persons=1, met=1)
    assert state(recording, kind=DutyKind.LEGAL_CLOCK) == stands(persons=1, late=1)


def test_that_a_duty_is_owed_to_a_person_who_has_the_need_and_not_to_the_family():
    recording = recorded((0, ARRIVED, "gate", 0), sizes=(3,), needs=[("pregnant",), (), ()])

    assert state(recording, whom=RightsHolders(needs=("pregnant",))).persons == 1


@pytest.mark.parametrize(
    ("whom", "persons"),
    [
        ({"ages": ("0-17",)}, 2),
        ({"sexes": ("m",)}, 1),
        ({"ages": ("0-17",), "sexes": ("m",)}, 1),
        ({"movement": ("refugee",)}, 3),
        ({"movement": ("migrant",)}, 0),
        ({"children_alone": True}, 1),
        ({"children_alone": False}, 2),
    ],
)
def test_that_all_that_is_said_of_people_must_hold(whom, persons):
    recording = recorded(
        (0, ARRIVED, "gate", 0),
        (0, ARRIVED, "gate", 1),
        sizes=(1, 2),
        age_bands=["0-17", "18-59", "0-17"],
        sexes="ffm",
    )

    assert state(recording, whom=RightsHolders(**whom)).persons == persons


def test_that_a_clock_from_a_need_seen_starts_only_then():
    whom = RightsHolders(needs=("pregnant",))
    unseen = recorded((0, ARRIVED, "gate", 0), needs=[("pregnant",)], until=500)
    seen = recorded((0, ARRIVED, "gate", 0), needs=[("pregnant",)], seen=[(90, 0, "pregnant", "screening")], until=120)

    assert state(unseen, whom=whom, since="need seen") == stands(persons=0)
    assert state(seen, whom=whom, since="need seen") == stands(persons=1, open=1)


def test_that_whoever_had_it_before_the_clock_started_has_it_at_once():
    recording = recorded(
        (0, ARRIVED, "gate", 0),
        (200, STARTED, "screening", 0),
        needs=[("pregnant",)],
        seen=[(210, 0, "pregnant", "screening")],
    )
    plan = duty(whom=RightsHolders(needs=("pregnant",)), since="need seen")

    assert clocks_of(recording, plan).times("owed", recording.until).met.tolist() == [0]


def test_that_a_stay_is_timed_from_entering_to_leaving():
    recording = recorded((0, ARRIVED, "gate", 0), (100, ENTERED, "camp", 0), (250, SITE_LEFT, "camp", 0))
    plan = duty(since="camp", until=DutyEnd(leaving=("camp",)), kind=DutyKind.HUMANITARIAN_CLOCK)

    assert clocks_of(recording, plan).times("owed", recording.until).late.tolist() == [150 * MINUTE]


def test_that_people_who_were_there_at_the_start_are_owed_it_from_then_on():
    recording = recorded((0, PRESENT, "camp", 0), (30, STARTED, "screening", 0), sizes=(2,))

    assert state(recording) == stands(persons=2, met=2)


def test_that_only_the_first_time_counts():
    recording = recorded(
        (0, ARRIVED, "gate", 0),
        (10, JOINED, "screening", 0),
        (20, STARTED, "screening", 0),
        (90, STARTED, "screening", 0),
    )

    assert clocks_of(recording, duty()).times("owed", recording.until).met.tolist() == [20 * MINUTE]


def part(columns, since, until):
    fields = ("time", "kind", "place", "group") if isinstance(columns, Events) else ("time", "person", "need", "place")
    return type(columns)(*(getattr(columns, name)[since:until] for name in fields))


@unhurried
@given(recordings(), st.data())
def test_that_reading_in_chunks_tells_what_reading_in_one_go_tells(recording, data):
    length = len(recording.events)
    cuts = sorted(data.draw(st.lists(st.integers(0, length), max_size=4)))
    plan = replace(PLAN, duties={"owed": duty(), "stay": duty(since="camp", until=DutyEnd(leaving=("camp",)))})
    whole, by_chunks = DutyClocks(plan, NAMES), DutyClocks(plan, NAMES)
    nothing = Identifications(*(np.empty(0, int) for _ in range(4)))
    for since, until in zip([0, *cuts], [*cuts, length], strict=True):
        by_chunks.read(part(recording.events, since, until), nothing, recording.people)
    whole.read(recording.events, nothing, recording.people)

    assert by_chunks.states(recording.until) == whole.states(recording.until)


@unhurried
@given(recordings())
def test_that_each_person_under_a_duty_is_exactly_one_of_met_late_left_and_open(recording):
    stood = state(recording)

    assert stood.persons == stood.met + stood.late + stood.left + stood.open
    assert stood.near + stood.over <= stood.open


@given(turns=st.lists(st.integers(0, 200), unique=True, max_size=6).map(sorted), now=st.integers(200, 300))
def test_that_clocks_run_only_while_nobody_holds_them(turns, now):
    kinds = (HappeningKind.CLOCKS_HELD, HappeningKind.CLOCKS_RUN)
    held = HeldTime()
    for row, time in enumerate(turns):
        held.read([Happening(float(time), kinds[row % 2], "")])
    moments = np.arange(0.0, now + 1)
    runs = [sum(turn <= second for turn in turns) % 2 == 0 for second in range(now)]

    assert np.allclose(held.running(moments, float(now)), np.concatenate(([0], np.cumsum(runs))))
    ran = held.running(moments, float(now))
    firsts = np.array([moments[np.flatnonzero(ran == one)[0]] for one in ran])
    assert np.allclose(held.moment(ran, float(now)), firsts)
