"""What the map says of a place."""

from reception_sim.state import EntryState, ExitState, RideState, SiteState, StationState
from ui.canvas.place_words import crowd_at, figure_line, told, told_ride

STATION = StationState("clinic", 12, 5, 6, 0, 8, 10, open=True)
SITE = SiteState("hotspot", 1767, 400, 1367, 25, open=True)


def test_that_a_station_tells_who_is_at_work() -> None:
    assert figure_line(STATION)[0] == "6 of 8 teams at work"


def test_that_held_posts_are_told() -> None:
    held = StationState("clinic", 12, 5, 6, 2, 8, 10, open=True)

    assert figure_line(held)[0] == "6 of 8 at work, 2 held"
    assert "Held back: 2 teams, because the next place is full." in told("Clinic", held)


def test_that_a_station_without_any_team_says_so() -> None:
    assert figure_line(StationState("clinic", 12, 5, 0, 0, 0, 10, open=True))[0] == "no team on duty"


def test_that_closed_places_say_so() -> None:
    station = StationState("clinic", 12, 5, 0, 0, 0, 10, open=False)
    site = SiteState("hotspot", 300, 400, 0, 0, open=False)

    assert figure_line(station) == ("closed",)
    assert figure_line(site)[0] == "closed; 300 of 400 places"


def test_that_a_site_tells_its_people_against_its_places() -> None:
    assert figure_line(SITE)[0] == "1,767 of 400 places"


def test_that_the_crowd_of_each_kind_of_place_is_told() -> None:
    crowds = [
        (crowd.persons, crowd.label)
        for crowd in map(crowd_at, (STATION, SITE, EntryState("pier", 900, 45), ExitState("sicily", 376)))
    ]

    assert crowds == [(12, "waiting"), (1367, "outside"), (45, "held back"), (0, "")]


def test_that_the_sentences_tell_all_figures() -> None:
    rides = (RideState("hotspot", "sicily", "ferry", 20), RideState("hotspot", "rome", "plane", 5))

    assert told("Hotspot", SITE, rides).splitlines() == [
        "Hotspot",
        "Here: 1,767 people.",
        "Places: 400.",
        "Without shelter: 1,367 people.",
        "Waiting for a vehicle: 25 people.",
    ]


def test_that_a_stop_tells_who_waits_for_what() -> None:
    ride = RideState("hotspot", "sicily", "ferry", 1)

    assert told_ride(ride, "Ferry", "Sicily") == "Ferry to Sicily\nWaiting here: 1 person."
