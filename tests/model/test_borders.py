"""Borders: opening hours, metering, closure, who turns another way, and the pressure to close."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from reception_sim.actions import CloseBorder, OpenBorder, SetMetering
from reception_sim.recording import EventKind, HappeningKind
from reception_sim.run import Run, run_whole
from reception_sim.statistics import Part, measure
from tests.model.plans import arriving, border, plan, staff, station, trace

HOUR = {"distribution": "constant", "value": "1 h"}
JOINED, EXITED, SET_OUT = EventKind.QUEUE_JOINED, EventKind.GROUP_EXITED, EventKind.GROUP_SET_OUT


def with_border(*arrivals, population="alone", duration="1 day", **changes):
    entry = border(arriving(*arrivals, population=population))["border"] | {"border": changes}
    if not changes:
        del entry["border"]
    ford = {"title": "Ford", "kind": "informal crossing"}
    return plan(
        duration=duration,
        entry_points={"border": entry, "ford": ford},
        stations={"desk": station(posts=99)},
        staff={"officer": staff(count=99)},
        exits={name: {"title": name, "kind": "onward movement"} for name in ("onward", "home")},
        routes=[{"from": "border", "to": "desk"}, {"from": "ford", "to": "desk"}, {"from": "desk", "to": "onward"}],
    )


def minutes(recording, kind):
    return [minute for minute, *_ in trace(recording, kind)]


def told(recording, scenario, part, subject):
    rows = measure(recording, scenario).parts
    return {row.measure: row.value for row in rows if row.part is part and row.subject == subject}


def test_that_people_who_come_before_the_opening_cross_at_the_opening():
    scenario = with_border(("day 0 01:00", 2), ("day 0 12:00", 1), hours="06:00-22:00")

    assert minutes(run_whole(scenario), JOINED) == [360, 360, 720]


def test_that_people_who_come_after_the_hours_cross_on_the_next_day():
    scenario = with_border(("day 0 22:30", 1), duration="2 days", hours="06:00-22:00")

    assert minutes(run_whole(scenario), JOINED) == [24 * 60 + 360]


def test_that_hours_past_midnight_hold_in_the_first_night_too():
    scenario = with_border(("day 0 01:00", 1), ("day 0 03:00", 1), hours="20:00-02:00")

    assert minutes(run_whole(scenario), JOINED) == [60, 20 * 60]


def test_that_metering_lets_so_many_across_in_each_hour():
    scenario = with_border(("day 0 01:10", 7), lets_in={"persons": 3, "every": "1 h"})

    assert minutes(run_whole(scenario), JOINED) == [70, 70, 70, 120, 120, 120, 180]


@settings(max_examples=15)
@given(persons=st.integers(1, 20), seed=st.integers(1, 99))
def test_that_metering_never_lets_more_across_than_its_persons_and_one_group(persons, seed):
    scenario = with_border(("day 0 00:30", 60), population="families", lets_in={"persons": persons, "every": "1 h"})
    recording = run_whole(scenario, seed=seed)
    joined = recording.events.of(JOINED)
    size = recording.people.size
    for hour in range(1, 24):
        crossed = int(size[joined.group[joined.time < hour * 3600]].sum())
        assert crossed <= persons * hour + size.max()


def test_that_whoever_waits_on_the_other_side_is_in_the_system_and_seen_at_the_border():
    run = Run(with_border(("day 0 01:00", 4), hours="06:00-22:00"))
    run.advance(3 * 3600)

    state = run.snapshot()

    assert state.in_system == 4
    assert [(entry.held, entry.open) for entry in state.entries] == [(4, False), (0, True)]


def test_that_a_closed_border_lets_nobody_across_until_it_is_opened():
    run = Run(with_border(("day 0 01:00", 2)))
    run.act(CloseBorder("border"))
    run.advance(3 * 3600)
    run.act(OpenBorder("border"))
    run.advance(4 * 3600)

    assert minutes(run.recording(), JOINED) == [180, 180]


def test_that_a_border_closed_for_a_time_opens_by_itself():
    run = Run(with_border(("day 0 01:00", 2)))
    run.act(CloseBorder("border", 5 * 3600))
    run.advance(6 * 3600)

    assert minutes(run.recording(), JOINED) == [300, 300]


def test_that_a_border_can_be_metered_and_no_longer_metered_while_it_runs():
    run = Run(with_border(("day 0 01:10", 6)))
    run.act(SetMetering("border", 2))
    run.advance(2.5 * 3600)
    run.act(SetMetering("border"))
    run.advance(3 * 3600)

    assert minutes(run.recording(), JOINED) == [70, 70, 120, 120, 150, 150]


def test_that_those_who_lose_patience_turn_to_the_informal_crossing_and_come_in_there():
    scenario = with_border(("day 0 01:00", 10), hours="20:00-22:00", patience=HOUR, turns_to={"ford": 1.0}, after="3 h")
    recording = run_whole(scenario)

    assert minutes(recording, SET_OUT) == [120] * 10
    assert minutes(recording, JOINED) == [300] * 10
    assert told(recording, scenario, Part.BORDERS, "border")["turned_away"] == 10


def test_that_those_who_turn_elsewhere_are_seen_to_have_come_there():
    scenario = with_border(("day 0 01:00", 10), hours="20:00-22:00", patience=HOUR, turns_to={"ford": 1.0}, after="3 h")
    run = Run(scenario)
    run.advance(4.5 * 3600)
    before = {entry.id: entry.arrived for entry in run.snapshot().entries}
    run.advance(6 * 3600)

    assert before == {"border": 10, "ford": 0}
    assert {entry.id: entry.arrived for entry in run.snapshot().entries} == {"border": 10, "ford": 10}
    assert run.snapshot().arrived == 10


def test_that_those_who_turn_to_an_exit_leave_and_the_rest_wait_on():
    scenario = with_border(("day 0 01:00", 400), hours="20:00-22:00", patience=HOUR, turns_to={"home": 0.25})
    recording = run_whole(scenario)

    gone = [minute for minute, _, place, _ in trace(recording, EXITED) if place == "home"]

    assert set(gone) == {120}
    assert len(gone) == pytest.approx(100, abs=30)
    assert len(minutes(recording, JOINED)) == 400 - len(gone)


def test_that_nobody_is_lost_at_a_border():
    scenario = with_border(("day 0 01:00", 50), lets_in={"persons": 3, "every": "1 h"}, patience=HOUR,
                           turns_to={"ford": 0.5, "home": 0.2}, after="2 h")  # fmt: skip
    run = Run(scenario)
    while not run.finished:
        run.advance(run.now + 3600)
        now = run.snapshot()
        assert now.arrived == 50 * (run.now > 3600) == now.completed + now.left + now.in_system


def test_that_the_waits_on_the_other_side_are_told():
    scenario = with_border(("day 0 01:00", 4), ("day 0 02:00", 4), hours="06:00-22:00")

    figures = told(run_whole(scenario), scenario, Part.BORDERS, "border")

    assert figures == {
        "came": 8, "waited_most": 8, "mean_wait": 4.5 * 3600, "longest_wait": 5 * 3600, "turned_away": 0, "waiting": 0,
        "shut": 8 * 3600,
    }  # fmt: skip


def test_that_patience_and_where_people_turn_belong_together():
    with pytest.raises(ValidationError, match="turns_to"):
        with_border(("day 0 01:00", 4), patience=HOUR)


def pressed(**changes):
    return plan(
        entry_points=border(arriving(("day 0 01:00", 21))),
        pressure={
            "queue": {"title": "Queue", "watches": "queue of desk", "eased_at": "0 persons",
                      "unbearable_at": "40 persons", "weight": 3},
            "system": {"title": "People", "watches": "persons in the system", "eased_at": "100 persons",
                       "unbearable_at": "200 persons"},
        },
        **changes,
    )  # fmt: skip


def test_that_each_driver_goes_from_none_to_all_between_its_limits_and_the_whole_is_their_mean_by_weight():
    scenario = pressed()
    recording = run_whole(scenario)

    queue = told(recording, scenario, Part.PRESSURE, "queue")
    whole = told(recording, scenario, Part.PRESSURE, "")

    assert queue["worst"] == 100 * 19 / 40  # at the first look, at 01:05: one is served, one has been
    assert told(recording, scenario, Part.PRESSURE, "system")["worst"] == 0
    assert whole["worst"] == 0.75 * queue["worst"]
    assert whole["mean"] == pytest.approx(0.75 * queue["mean"])


def test_that_pressure_can_close_the_border_and_relief_opens_it():
    rule = {
        "title": "Close",
        "when": "pressure to close > 30 %",
        "lead_time": 0,
        "actions": [{"close_border": {"at": "border"}}],
        "until": "pressure to close < 5 %",
        "then": [{"open_border": {"at": "border"}}],
    }
    scenario = pressed(contingency=[rule])
    kinds = [told.kind for told in run_whole(scenario).happenings]

    assert HappeningKind.RULE_FIRED in kinds
    assert HappeningKind.RULE_ENDED in kinds
    assert told(run_whole(scenario), scenario, Part.BORDERS, "border")["shut"] > 0
