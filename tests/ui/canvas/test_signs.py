"""Which sign stands for a fleet."""

import pytest

from reception_sim.run import open_scenario
from ui.canvas.signs import sign_of, signs_of


@pytest.mark.parametrize(
    ("name", "sign"),
    [
        ("ferry Ferry to Porto Empedocle", "ferry"),
        ("other_carrier Patrol boats, other ships and flights", "ferry"),
        ("charter Charter flights", "plane"),
        ("shuttle Shuttle bus", "bus"),
        ("ambulance", "car"),
        ("rail Special trains", "train"),
        ("x Y", "bus"),
    ],
)
def test_that_the_words_of_a_fleet_tell_its_sign(name: str, sign: str) -> None:
    assert sign_of(name) == sign


def test_that_those_who_walk_have_a_sign_too() -> None:
    assert signs_of(open_scenario("lampedusa_2023"))[""] == "walk"
