"""Which sign stands for a fleet."""

from dataclasses import replace

import pytest

from reception_sim.run import open_scenario
from reception_sim.scenario.vehicles import VehicleKind
from ui.canvas.signs import sign_of, signs_of
from ui.theme import ICONS


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


def test_that_the_kind_of_a_fleet_tells_its_sign_whatever_its_name() -> None:
    scenario = open_scenario("lampedusa_2023")
    (name, fleet), *_ = scenario.vehicles.items()
    flight = replace(fleet, kind=VehicleKind.MEDICAL_FLIGHT)

    assert signs_of(replace(scenario, vehicles={name: flight}))[name] == "plane"


@pytest.mark.parametrize("kind", VehicleKind)
def test_that_every_kind_has_a_sign(kind: VehicleKind) -> None:
    scenario = open_scenario("lampedusa_2023")
    (name, fleet), *_ = scenario.vehicles.items()

    assert (ICONS / f"{signs_of(replace(scenario, vehicles={name: replace(fleet, kind=kind)}))[name]}.svg").exists()


def test_that_those_who_walk_have_a_sign_too() -> None:
    assert signs_of(open_scenario("lampedusa_2023"))[""] == "walk"
