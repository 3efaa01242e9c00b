"""The scenarios that are measured: a tandem of any size, Lampedusa, and an exercise that uses most of the parts."""

from itertools import pairwise
from typing import Final

from pydantic import TypeAdapter

from reception_sim.run import open_scenario
from reception_sim.scenario import ScenarioPlan

STATIONS: Final = 6
PERSONS_PER_HOUR: Final = 240
SERVICE_MIN: Final = 2.0
POSTS: Final = 10  # 240 an hour at 2 min each keep 8 of 10 posts busy


def lampedusa() -> ScenarioPlan:
    """Return the shipped scenario."""
    return open_scenario("lampedusa_2023")


def six_phases() -> ScenarioPlan:
    """Return the shipped exercise, which uses nearly every part there is."""
    return open_scenario("six_phase_border_exercise")


def tandem(persons: int) -> ScenarioPlan:
    """Return six stations in a row, each passed by everybody, with Poisson arrivals of people on their own."""
    hours = persons / PERSONS_PER_HOUR
    plan = {
        "format": 1,
        "title": "Tandem of six stations",
        "summary": "People on their own pass six stations one after another.",
        "start": "2026-01-05T00:00:00",
        "time_zone": "UTC",
        "duration": hours * 3600,
        "populations": {"alone": _POPULATION},
        "entry_points": {
            "border": {
                "title": "Border",
                "kind": "border crossing point",
                "arrivals": [{"population": "alone", "rate": f"{PERSONS_PER_HOUR} per hour"}],
            }
        },
        "stations": {f"station_{number}": _station(number) for number in range(STATIONS)},
        "staff": {f"officer_{number}": _staff(number) for number in range(STATIONS)},
        "routes": [{"from": origin, "to": destination} for origin, destination in pairwise(_PLACES)],
        "exits": {"onward": {"title": "Onward", "kind": "onward movement"}},
    }
    return TypeAdapter(ScenarioPlan).validate_python(plan)


_PLACES: Final = ["border", *(f"station_{number}" for number in range(STATIONS)), "onward"]
_POPULATION: Final = {
    "title": "People on their own",
    "group_size": {1: 1.0},
    "age_sex": {"18-59": {"f": 0.5, "m": 0.5}},
    "movement": {"refugee": 1.0},
    "documents": {"passport": 1.0},
    "languages": {"en": 1.0},
    "specific_needs": {},
}


def _station(number: int) -> dict[str, object]:
    return {
        "title": f"Station {number + 1}",
        "activity": "admission",
        "posts": POSTS,
        "team": {f"officer_{number}": 1},
        "service_time": {"distribution": "exponential", "mean": f"{SERVICE_MIN} min"},
        "per": "person",
        "order": "first come, first served",
    }


def _staff(number: int) -> dict[str, object]:
    return {
        "title": f"Officer {number + 1}",
        "shifts": [{"days": "Mon-Sun", "hours": "00:00-24:00", "count": POSTS}],
    }
