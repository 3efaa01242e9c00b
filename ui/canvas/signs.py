"""Which sign stands for a fleet: its kind tells, or the words in its name."""

import re
from collections.abc import Mapping
from typing import Final

from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.vehicles import VehicleKind, VehiclePlan

_BY_WORD: Final[Mapping[str, tuple[str, ...]]] = {
    "ferry": ("ferry", "ship", "boat", "vessel"),
    "plane": ("plane", "flight", "air"),
    "train": ("train", "rail"),
    "car": ("car", "taxi", "van", "minivan", "ambulance"),
}
_BY_KIND: Final[Mapping[VehicleKind, str]] = {
    VehicleKind.BUS: "bus",
    VehicleKind.CAR: "car",
    VehicleKind.TRAIN: "train",
    VehicleKind.FERRY: "ferry",
    VehicleKind.RESCUE_VESSEL: "ferry",
    VehicleKind.FLIGHT: "plane",
    VehicleKind.AMBULANCE: "car",
    VehicleKind.MEDICAL_FLIGHT: "plane",
    VehicleKind.TRUCK: "bus",
}
_ON_FOOT: Final = "walk"
_OTHERWISE: Final = "bus"


def signs_of(scenario: ScenarioPlan) -> dict[str, str]:
    """Return the sign of each fleet by its id, and that of those who walk under ""."""
    return {"": _ON_FOOT, **{name: _of_fleet(name, fleet) for name, fleet in scenario.vehicles.items()}}


def _of_fleet(name: str, fleet: VehiclePlan) -> str:
    return sign_of(f"{name} {fleet.title}") if fleet.kind is None else _BY_KIND[fleet.kind]


def sign_of(name: str) -> str:
    """Return the sign that the words of a name tell; a bus if they tell none."""
    words = re.findall(r"[^\W_]+", name.lower())
    stems = {*words, *(word.removesuffix("s") for word in words)}
    return next((sign for sign, named in _BY_WORD.items() if stems.intersection(named)), _OTHERWISE)
