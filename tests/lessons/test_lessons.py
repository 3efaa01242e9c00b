"""What each lesson says is to be seen is seen: waits are means over replications, in minutes."""

from collections import defaultdict
from functools import cache
from statistics import fmean

import numpy as np
import pytest

from reception_sim.recording import EventKind
from reception_sim.run import Run, open_scenario, run_whole
from reception_sim.scenario.library import shipped
from reception_sim.statistics import Part, measure

LESSONS = [entry for entry in shipped() if entry.lesson is not None]
MINUTE, HOUR = 60.0, 3600.0


@cache
def runs(lesson, replications=10):
    plan = open_scenario(lesson)
    return [measure(run_whole(plan, 1, number), plan) for number in range(replications)]


def mean_waits(lesson, replications=10):
    """Return the mean wait at each station, over persons served and replications."""
    waits = defaultdict(list)
    for figures in runs(lesson, replications):
        for station in figures.stations:
            waits[station.id].append(station.waits.mean / MINUTE)
    return {station: fmean(found) for station, found in waits.items()}


def busy(lesson):
    """Return the mean utilisation of each station."""
    return {
        station.id: fmean(figures.stations[number].utilisation for figures in runs(lesson))
        for number, station in enumerate(runs(lesson)[0].stations)
    }


def seconds_until_seen(lesson, station):
    """Return how long after their arrival each need was seen at a station, in one run."""
    recording = run_whole(open_scenario(lesson), 1, 0)
    came = recording.events.of(EventKind.GROUP_ARRIVED)
    arrived = dict(zip(came.group.tolist(), came.time.tolist(), strict=True))
    seen = recording.identifications
    here = seen.place == recording.index(station)
    groups = recording.people.group_of_person[seen.person[here]].tolist()
    return [time - arrived[group] for time, group in zip(seen.time[here].tolist(), groups, strict=True)]


def test_that_there_are_lessons_enough_for_a_course():
    assert len(LESSONS) >= 12


@pytest.mark.parametrize("entry", LESSONS, ids=lambda entry: entry.id)
def test_that_a_lesson_asks_says_what_to_try_and_what_is_to_be_seen(entry):
    assert entry.lesson.question.endswith("?")
    assert len(entry.lesson.tries) >= 2
    assert len(entry.lesson.see) > 60


@pytest.mark.parametrize("entry", LESSONS, ids=lambda entry: entry.id)
def test_that_a_lesson_is_short_enough_for_a_class(entry):
    assert entry.persons <= 15_000


def test_that_two_queues_wait_about_twice_as_long_as_one():
    waits = mean_waits("one_queue_or_two")
    separate = (waits["desk_left"] + waits["desk_right"]) / 2

    assert separate / waits["common_queue"] == pytest.approx(9 / 4.26, rel=0.25)


def test_that_waits_explode_near_full_utilisation():
    waits = mean_waits("why_busy_means_waiting")

    assert waits["desk_70"] == pytest.approx(7, rel=0.1)
    assert waits["desk_85"] == pytest.approx(17, rel=0.15)
    assert waits["desk_95"] > 2 * waits["desk_85"]


def test_that_the_spread_of_service_times_makes_the_queue():
    waits = mean_waits("averages_lie")

    assert waits["varied"] / waits["always_equal"] == pytest.approx(2, rel=0.15)
    assert waits["few_long_cases"] > 2 * waits["varied"]


def test_that_what_is_urgent_is_seen_sooner_before_the_long_station():
    lesson = "screen_first_or_register_first"

    assert fmean(seconds_until_seen(lesson, "screening_north")) < 10 * MINUTE
    assert fmean(seconds_until_seen(lesson, "screening_south")) > 1 * HOUR


def test_that_a_large_bus_brings_a_queue_to_the_next_desk():
    waits = mean_waits("bus_every_forty_minutes")

    assert waits["intake_north"] > 3 * waits["intake_south"]


def test_that_people_wait_half_the_interval_for_a_bus():
    recording = run_whole(open_scenario("bus_every_forty_minutes"), 1, 0)
    north = recording.events.where(recording.events.place == recording.index("north")).of(EventKind.RIDE_AWAITED)
    left = recording.events.of(EventKind.GROUP_SET_OUT)
    set_out = dict(zip(left.group.tolist(), left.time.tolist(), strict=True))
    waits = [
        set_out[group] - time
        for group, time in zip(north.group.tolist(), north.time.tolist(), strict=True)
        if group in set_out
    ]

    assert fmean(waits) / MINUTE == pytest.approx(20, rel=0.1)


def test_that_families_gain_what_people_on_their_own_pay():
    north, south, alone_north, alone_south = [], [], [], []
    for number in range(6):
        recording = run_whole(open_scenario("fast_track_for_families"), 1, number)
        for station, children, others in (("desk_north", north, alone_north), ("desk_south", south, alone_south)):
            wait, young, alone = waits_of_groups(recording, station)
            children.extend(wait[young].tolist())
            others.extend(wait[alone].tolist())

    assert fmean(south) < fmean(north) / 3
    assert fmean(alone_south) > 1.2 * fmean(alone_north)


def waits_of_groups(recording, station):
    """Return the wait of each group served, whether it has a child, and whether it is one person alone."""
    here = recording.events.where(recording.events.place == recording.index(station))
    joined, started = here.of(EventKind.QUEUE_JOINED), here.of(EventKind.SERVICE_STARTED)
    since = np.full(len(recording.people.size), np.nan)
    since[joined.group] = joined.time
    people = recording.people
    child = np.isin(people.age_band, [people.age_bands.index(band) for band in ("0-4", "5-11", "12-17")])
    with_child = np.bincount(people.group_of_person, weights=child) > 0
    return started.time - since[started.group], with_child[started.group], (people.size == 1)[started.group]


def test_that_a_thin_night_shift_leaves_a_queue_for_the_morning():
    waits = mean_waits("night_shift_nobody_staffed")
    longest_at = [(figures.stations[0].queue_max_at / HOUR + 6) % 24 for figures in runs("night_shift_nobody_staffed")]

    assert waits["desk_north"] > 10 * waits["desk_south"]
    assert fmean(longest_at) == pytest.approx(8, abs=1.5)


def test_that_one_more_nurse_moves_the_queue_as_the_published_model_says():
    waits = mean_waits("the_queue_moves_on", 100)

    assert waits["triage_north"] == pytest.approx(30.9, abs=2 * 2.5)
    assert waits["registration_north"] == pytest.approx(103.7, abs=3 * 3.2)
    assert waits["examination_north"] == pytest.approx(25.1, abs=2 * 1.2)
    assert waits["triage_south"] == pytest.approx(1.33, abs=0.5)
    assert waits["registration_south"] - waits["registration_north"] == pytest.approx(30, abs=12)


def test_that_a_full_centre_holds_people_back_at_the_border():
    run = Run(open_scenario("full_centre_reaches_the_border"))
    run.advance(run.scenario.duration)
    north, south = run.snapshot().entries
    centres = {site.id: site.occupancy for site in run.snapshot().sites}

    assert (north.held > 200, south.held) == (True, 0)
    assert centres["centre_north"] == 200
    assert centres["centre_south"] > 280


def test_that_boats_make_queues_though_nurses_are_as_busy():
    waits, share = mean_waits("boats_or_a_stream"), busy("boats_or_a_stream")

    assert share["triage_south"] == pytest.approx(share["triage_north"], abs=0.05)
    assert waits["triage_north"] < 3
    assert waits["triage_south"] > 60


def test_that_officers_before_the_surge_spare_the_queue_after_it():
    waits = mean_waits("the_queue_outlives_its_cause")
    longest_at = [figures.stations[0].queue_max_at / HOUR + 6 for figures in runs("the_queue_outlives_its_cause")]

    assert waits["desk_north"] > 5 * waits["desk_south"]
    assert fmean(longest_at) == pytest.approx(12, abs=0.5)


def test_that_officers_who_are_free_to_help_shorten_both_queues():
    waits = mean_waits("posted_or_free_to_help")

    assert waits["admission_south"] < waits["admission_north"]
    assert waits["registration_south"] < 0.8 * waits["registration_north"]


def at_the_end(lesson):
    """Return the snapshot of the end of one run."""
    run = Run(open_scenario(lesson), seed=1)
    run.advance(run.scenario.duration)
    return run.snapshot()


def part_figures(lesson, part, subject, measure_of):
    """Return a figure of a part over the runs."""
    return fmean(
        one.value
        for figures in runs(lesson)
        for one in figures.parts
        if (one.part, one.subject, one.measure) == (part, subject, measure_of)
    )


def test_that_men_are_outside_while_places_of_others_are_free():
    lesson = "free_beds_and_a_queue"
    outside = {
        site.id: fmean(figures.sites[number].without_shelter_max for figures in runs(lesson))
        for number, site in enumerate(runs(lesson)[0].sites)
    }
    free = 155 - sum(
        part_figures(lesson, Part.SECTIONS, f"centre_south.{name}", "mean") for name in ("families", "women")
    )

    assert outside["centre_north"] == 0
    assert outside["centre_south"] > 15
    assert free > 50


def test_that_a_desk_that_is_half_idle_waits_for_those_who_walk():
    lesson = "who_goes_with_the_children"
    waits, share = mean_waits(lesson), busy(lesson)

    assert share["desk_north"] < 0.5
    assert waits["desk_north"] > 3 * HOUR / MINUTE
    assert waits["desk_south"] < 15
    assert at_the_end(lesson).stations[0].queue_persons > 40


def test_that_eight_people_fill_two_shifts_of_four_a_day():
    lesson = "the_people_behind_a_roster"
    short = part_figures(lesson, Part.ROSTERS, "officer_south", "short")

    assert short == pytest.approx(4 * 8 * 4)  # four people, eight hours, four nights
    assert part_figures(lesson, Part.ROSTERS, "officer_north", "short") == 0
    assert mean_waits(lesson)["desk_south"] > 60 * mean_waits(lesson)["desk_north"]


def test_that_a_line_grows_while_the_other_lane_is_empty():
    north, south = at_the_end("the_empty_lane").entries

    assert north.held < 30
    assert south.held == pytest.approx(5 * 48, rel=0.25)
