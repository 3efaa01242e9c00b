"""How routes run between places."""

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF

from ui.canvas.curves import BESIDE, Berth, Choice, Curve

CARD = QRectF(0, 0, 150, 80)


def berth(x: float, y: float) -> Berth:
    card = CARD.translated(x, y)
    return Berth(card, card.adjusted(0, 0, 0, 30), card.center().y())


def passes_through(curve: Curve, frame: QRectF) -> bool:
    return any(frame.contains(QPointF(x, y)) for x, y in curve.along(np.linspace(0.05, 0.95, 200)).tolist())


def crossings(one: Curve, other: Curve) -> int:
    first, second = (curve.along(np.linspace(0, 1, 120)) for curve in (one, other))

    def turn(a: np.ndarray, b: np.ndarray, c: np.ndarray) -> bool:
        return bool((b[0] - a[0]) * (c[1] - a[1]) > (b[1] - a[1]) * (c[0] - a[0]))

    return sum(
        turn(a, b, c) != turn(a, b, d) and turn(c, d, a) != turn(c, d, b)
        for a, b in pairwise(first)
        for c, d in pairwise(second)
    )


def test_that_a_neighbour_is_reached_straight_from_right_to_left() -> None:
    here, there = berth(0, 0), berth(300, 0)
    curve = Choice(here, there, [here, there]).best()

    assert curve.point(0.0) == QPointF(150, 40)
    assert curve.point(1.0) == QPointF(300, 40)
    assert curve.length == pytest.approx(150)


@pytest.mark.parametrize("there", [(600, 0), (600, 260), (600, -260), (0, 300), (300, -300), (-300, 0)])
def test_that_a_route_goes_around_a_place_in_its_way(there: tuple[float, float]) -> None:
    here, end, wall = berth(0, 0), berth(*there), berth(300, 0)
    places = [here, end, *(() if end == wall else (wall,))]

    curve = Choice(here, end, places).best()

    assert not passes_through(curve, wall.frame)


def test_that_a_place_further_back_is_reached_without_crossing_the_own_card() -> None:
    here, there = berth(300, 0), berth(0, 0)
    curve = Choice(here, there, [here, there, berth(0, 300), berth(300, 300)]).best()

    assert not passes_through(curve, here.card.adjusted(2, 2, -2, -2))
    assert not passes_through(curve, there.card.adjusted(2, 2, -2, -2))


def test_that_two_routes_between_the_same_places_keep_apart() -> None:
    here, there = berth(0, 0), berth(400, 0)
    choice = Choice(here, there, [here, there])
    first = choice.best()
    second = choice.best([first])

    apart = np.hypot(*(first.along(np.array([0.5])) - second.along(np.array([0.5])))[0])
    assert apart > 5


def test_that_a_route_avoids_crossing_another() -> None:
    places = [berth(0, 0), berth(400, 300), berth(400, 0), berth(0, 300)]
    down = Choice(places[0], places[3], places).best()
    across = Choice(places[0], places[1], places).best([down])

    assert not crossings(down, across)


def test_that_no_route_leaves_the_map() -> None:
    places = [berth(0, 0), berth(250, 0), berth(500, 0), berth(500, 200)]
    curve = Choice(places[0], places[2], places).best()
    _, top = curve.along(np.linspace(0, 1, 100)).min(axis=0)

    assert top >= -50


def test_that_what_residents_do_during_their_stay_leads_straight_down() -> None:
    site, station = berth(0, 0), berth(0, 250)
    line = Choice(site, station, [site, station], BESIDE).best()

    assert line.point(0.0) == QPointF(75, 80)
    assert line.point(1.0) == QPointF(75, 250)


def test_that_equal_parts_of_the_way_are_equally_long() -> None:
    curve = Curve(np.array([(0.0, 0.0), (300.0, 0.0), (0.0, 200.0), (300.0, 200.0)]))
    points = curve.along(np.linspace(0, 1, 33))
    lengths = np.hypot(*np.diff(points, axis=0).T)

    assert lengths == pytest.approx(curve.length / 32, rel=0.05)


def test_that_people_walk_beside_the_way_at_the_distance_asked_for() -> None:
    curve = Curve(np.array([(0.0, 0.0), (100.0, 0.0), (200.0, 0.0), (300.0, 0.0)]))

    ((x, y),) = curve.along(np.array([0.5]), 4.0).tolist()
    assert (x, abs(y)) == (pytest.approx(150), pytest.approx(4))
