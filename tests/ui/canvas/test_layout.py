"""Where places stand on the map."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_sim.run import open_scenario
from ui.canvas.layout import Room, Spot, filled_in, kept_apart, layers, places_on_grid, spread

NUMBER = st.floats(-50, 50, allow_nan=False)
SPOTS = st.dictionaries(st.text("abcdefgh", min_size=1, max_size=2), st.tuples(NUMBER, NUMBER), max_size=14)
ROOM = Room(place=(150, 100), apart=(190, 125))


def clash(one: Spot, other: Spot) -> bool:
    return abs(one[0] - other[0]) < 1 - 1e-9 and abs(one[1] - other[1]) < 1 - 1e-9


@given(SPOTS)
def test_that_no_place_stands_on_another(spots: dict[str, Spot]) -> None:
    apart = kept_apart(spots)

    assert not any(clash(one, other) for one, other in combinations(apart.values(), 2))


@given(SPOTS)
def test_that_what_stands_left_of_another_still_does(spots: dict[str, Spot]) -> None:
    apart = kept_apart(spots)

    assert all(
        apart[one][0] <= apart[other][0] + 1e-9
        for one, (x, _) in spots.items()
        for other, (a, _) in spots.items()
        if x <= a
    )


def test_that_a_plan_on_the_grid_is_left_as_it_is() -> None:
    spots = {"pier": (0.0, 1.0), "clinic": (1.0, 0.0), "triage": (1.0, 1.0), "bus_stop": (2.0, 2.2)}

    assert kept_apart(spots) == spots


def test_that_a_plan_in_kilometres_is_closed_up() -> None:
    spots = kept_apart({"pier": (0.0, 0.0), "hotspot": (700.0, 0.0), "exit": (2000.0, 300.0)})

    assert spots == {"pier": (0.0, 0.0), "hotspot": (1.5, 0.0), "exit": (3.0, 1.5)}


def test_that_a_plan_in_degrees_is_widened() -> None:
    spots = kept_apart({"pier": (12.60, 35.50), "hotspot": (12.61, 35.50), "exit": (12.62, 35.51)})

    assert spots["hotspot"][0] - spots["pier"][0] == pytest.approx(1)
    assert spots["exit"][1] - spots["hotspot"][1] == pytest.approx(1)


def test_that_layers_follow_the_longest_way() -> None:
    ways = [("pier", "triage"), ("triage", "hotspot"), ("triage", "clinic"), ("clinic", "hotspot"), ("hotspot", "exit")]

    assert layers(["pier", "triage", "clinic", "hotspot", "exit"], ways) == {
        "pier": 0,
        "triage": 1,
        "clinic": 2,
        "hotspot": 3,
        "exit": 4,
    }


def test_that_a_way_back_does_not_push_anybody_on() -> None:
    ways = [("pier", "triage"), ("triage", "clinic"), ("clinic", "triage"), ("clinic", "exit")]

    assert layers(["pier", "triage", "clinic", "exit"], ways) == {"pier": 0, "triage": 1, "clinic": 2, "exit": 3}


def test_that_a_place_without_a_position_stands_after_those_before_it() -> None:
    ways = [("pier", "triage"), ("triage", "clinic"), ("triage", "hotspot"), ("clinic", "hotspot"), ("hotspot", "exit")]
    told = {"pier": (0.0, 0.0), "triage": (1.0, 0.0), "clinic": (2.0, 1.0), "exit": (4.0, 0.0)}

    spots = filled_in(["pier", "triage", "clinic", "hotspot", "exit"], told, ways)

    assert spots["hotspot"] == (3.0, 0.5)
    assert {name: spots[name] for name in told} == told


def test_that_a_plan_without_any_position_is_laid_out_in_layers() -> None:
    ways = [("bridge", "desk"), ("road", "desk"), ("desk", "centre"), ("desk", "exit")]

    spots = filled_in(["bridge", "road", "desk", "centre", "exit"], {}, ways)

    assert [spots[name][0] for name in ("bridge", "road", "desk", "centre", "exit")] == [0, 0, 1, 2, 2]
    assert not any(clash(one, other) for one, other in combinations(spots.values(), 2))


def test_that_a_shipped_scenario_stands_where_its_plan_says() -> None:
    spots = places_on_grid(open_scenario("lampedusa_2023"))

    assert spots["health_triage"] == (1.0, 1.0)
    assert spots["pre_identification"][0] < spots["contrada_imbriacola"][0] < spots["sicily_by_ferry"][0]


@given(SPOTS.filter(bool), st.integers(200, 4000), st.integers(200, 2200))
def test_that_all_places_fit_side_by_side_into_the_area(spots: dict[str, Spot], width: int, height: int) -> None:
    apart = kept_apart(spots)
    corners, scale = spread(apart, ROOM, (width, height), largest=1.6)

    assert max(x + 150 for x, _ in corners.values()) * scale <= width + 1e-6
    assert max(y + 100 for _, y in corners.values()) * scale <= height + 1e-6
    assert not any(
        abs(one[0] - other[0]) < 150 and abs(one[1] - other[1]) < 100
        for one, other in combinations(corners.values(), 2)
    )


def test_that_a_wide_area_is_used() -> None:
    corners, scale = spread({"pier": (0, 0), "desk": (1, 0), "exit": (2, 0)}, ROOM, (900, 400), largest=1.6)

    assert scale == 1.6
    assert corners["exit"][0] == pytest.approx(900 / 1.6 - 150)
