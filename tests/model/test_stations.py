"""What a station does, told as traces."""

import pytest

from reception_sim.actions import CloseStation, OpenStation, PostStaff
from reception_sim.recording import EventKind, LevelKind
from reception_sim.run import Run, run_whole
from tests.model.plans import arriving, border, plan, staff, station, trace

JOINED, STARTED, ENDED = EventKind.QUEUE_JOINED, EventKind.SERVICE_STARTED, EventKind.SERVICE_ENDED


def starts(recording, place="desk"):
    return [minute for minute, kind, where, _ in trace(recording, STARTED) if where == place]


def test_that_one_officer_sees_three_people_one_after_another():
    recording = run_whole(plan())

    assert trace(recording) == [
        (60, "GROUP_ARRIVED", "border", 0),
        (60, "QUEUE_JOINED", "desk", 0),
        (60, "SERVICE_STARTED", "desk", 0),
        (60, "GROUP_ARRIVED", "border", 1),
        (60, "QUEUE_JOINED", "desk", 1),
        (60, "GROUP_ARRIVED", "border", 2),
        (60, "QUEUE_JOINED", "desk", 2),
        (65, "SERVICE_ENDED", "desk", 0),
        (65, "SERVICE_STARTED", "desk", 1),
        (65, "GROUP_EXITED", "onward", 0),
        (70, "SERVICE_ENDED", "desk", 1),
        (70, "SERVICE_STARTED", "desk", 2),
        (70, "GROUP_EXITED", "onward", 1),
        (75, "SERVICE_ENDED", "desk", 2),
        (75, "GROUP_EXITED", "onward", 2),
    ]


def test_that_two_posts_see_two_people_at_once():
    recording = run_whole(plan(stations={"desk": station(posts=2)}, staff={"officer": staff(count=2)}))

    assert starts(recording) == [60, 60, 65]


def test_that_officers_without_a_post_change_nothing():
    recording = run_whole(plan(staff={"officer": staff(count=5)}))

    assert starts(recording) == [60, 65, 70]


def test_that_a_service_in_progress_when_the_shift_ends_is_finished_and_none_is_begun():
    recording = run_whole(plan(staff={"officer": staff(hours="00:00-01:07")}))

    assert starts(recording) == [60, 65]
    assert trace(recording, ENDED)[-1][0] == 70


def test_that_the_first_and_the_last_shift_are_served():
    people = arriving(("day 0 00:00", 1), ("day 0 23:50", 1))
    recording = run_whole(plan(entry_points=border(people)))

    assert starts(recording) == [0, 23 * 60 + 50]


def test_that_the_night_shift_of_the_evening_before_is_on_duty_at_the_start():
    recording = run_whole(plan(staff={"officer": staff(hours="22:00-06:00")}))

    assert starts(recording) == [60, 65, 70]


def test_that_people_wait_for_the_next_shift():
    recording = run_whole(plan(staff={"officer": staff(hours="08:00-20:00")}))

    assert starts(recording) == [480, 485, 490]


def test_that_equipment_limits_the_posts():
    desk = station(posts=3, equipment={"kit": 1})
    recording = run_whole(
        plan(stations={"desk": desk}, staff={"officer": staff(count=3)}, equipment={"kit": {"count": 2}})
    )

    assert starts(recording) == [60, 60, 65]


def test_that_a_group_is_served_for_the_sum_of_its_members_when_service_is_per_person():
    families = plan().populations["families"]
    one_size = {**plan().populations, "families": type(families)(**(vars(families) | {"group_size": {3: 1.0}}))}
    scenario = plan(
        populations=one_size,
        entry_points=border(arriving(("day 0 01:00", 3), population="families")),
        stations={"desk": station(per="person")},
    )
    recording = run_whole(scenario)

    assert [minute for minute, *_ in trace(recording, STARTED, ENDED)] == [60, 75]


@pytest.mark.parametrize("posted", [0, 1])
def test_that_officers_left_over_help_where_people_have_waited_longest(posted):
    stations = {"desk": station(), "other": station(title="Other")}
    routes = [
        {"from": "border", "to": "desk", "share": 0.5},
        {"from": "border", "to": "other"},
        {"from": "desk", "to": "onward"},
        {"from": "other", "to": "onward"},
    ]
    scenario = plan(
        stations=stations,
        routes=routes,
        staff={"officer": staff(count=1, at={"desk": posted})},
        entry_points=border(arriving(*((f"day 0 01:{minute:02d}", 1) for minute in range(0, 20, 2)))),
    )
    events = run_whole(scenario).events

    joined, started = events.of(JOINED), events.of(STARTED)
    in_order_of_joining = joined.group.tolist() == started.group.tolist()
    assert in_order_of_joining == (posted == 0)


def test_that_moving_an_officer_takes_effect_at_once():
    stations = {"desk": station(posts=2), "other": station(title="Other", posts=2)}
    routes = [
        {"from": "border", "to": "desk"},
        {"from": "desk", "to": "other"},
        {"from": "other", "to": "onward"},
    ]
    run = Run(plan(stations=stations, routes=routes, staff={"officer": staff(2, at={"desk": 1, "other": 1})}))
    run.advance(3600.5)
    run.act(PostStaff(at="desk", role="officer", count=2))
    run.act(PostStaff(at="other", role="officer", count=0))
    run.advance(3700)

    assert starts(run.recording()) == [60, pytest.approx(60 + 0.5 / 60)]


def test_that_a_closed_station_lets_the_line_wait_until_it_opens():
    run = Run(plan())
    run.act(CloseStation(at="desk"), at=3700)
    run.act(OpenStation(at="desk"), at=7200)
    run.advance(run.scenario.duration)

    assert starts(run.recording()) == [60, 120, 125]


def test_that_people_lose_patience_and_leave():
    desk = station(patience={"distribution": "constant", "value": "7 min"})
    recording = run_whole(plan(stations={"desk": desk}))

    assert trace(recording, EventKind.GROUP_LEFT) == [(67, "GROUP_LEFT", "desk", 0)]


def test_that_staffed_teams_are_recorded_as_they_change():
    recording = run_whole(plan(staff={"officer": staff(hours="08:00-20:00")}))
    times, values = recording.levels.of(LevelKind.TEAMS_STAFFED, recording.index("desk"))

    assert dict(zip(times.tolist(), values.tolist(), strict=True)) == {0: 0, 8 * 3600: 1, 20 * 3600: 0}


def test_that_a_full_waiting_area_holds_people_back_at_the_border():
    desk = station(waiting_area={"capacity": 1})
    recording = run_whole(plan(stations={"desk": desk}))

    assert trace(recording, JOINED) == [
        (60, "QUEUE_JOINED", "desk", 0),
        (60, "QUEUE_JOINED", "desk", 1),
        (65, "QUEUE_JOINED", "desk", 2),
    ]


def test_that_a_full_line_holds_back_the_post_before_it():
    stations = {
        "desk": station(service_time={"distribution": "constant", "value": "1 min"}),
        "slow": station(title="Slow", team={"clerk": 1}, waiting_area={"capacity": 1}),
    }
    routes = [{"from": "border", "to": "desk"}, {"from": "desk", "to": "slow"}, {"from": "slow", "to": "onward"}]
    people = arriving(("day 0 01:00", 4))
    recording = run_whole(
        plan(
            stations=stations, routes=routes, staff={"officer": staff(), "clerk": staff()}, entry_points=border(people)
        )
    )

    assert starts(recording) == [60, 61, 62, 66]
    assert starts(recording, "slow") == [61, 66, 71, 76]
