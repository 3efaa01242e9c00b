"""Which figures of a run are added up over replications: one table a kind, by the estimate's name."""

from collections.abc import Callable
from typing import Final

from reception_sim.statistics.figures import (
    IndicatorFigure,
    NeedFigures,
    PersonCounts,
    RoleFigures,
    SiteFigures,
    Spread,
    StationFigures,
    StillWaiting,
    SupplyFigures,
)
from reception_sim.statistics.part_figures import PartFigure

OF_SPREAD: Final[dict[str, Callable[[Spread], float]]] = {
    "persons": lambda spread: spread.persons,
    "mean": lambda spread: spread.mean,
    "median": lambda spread: spread.median,
    "p90": lambda spread: spread.p90,
    "p95": lambda spread: spread.p95,
    "maximum": lambda spread: spread.maximum,
}
OF_STILL: Final[dict[str, Callable[[StillWaiting], float]]] = {
    "persons": lambda waiting: waiting.persons,
    "mean_so_far": lambda waiting: waiting.mean_so_far,
    "longest_so_far": lambda waiting: waiting.longest_so_far,
}
OF_STATION: Final[dict[str, Callable[[StationFigures], float]]] = {
    "served_persons": lambda station: station.served_persons,
    "served_groups": lambda station: station.served_groups,
    "gave_up_persons": lambda station: station.gave_up_persons,
    "queue_mean": lambda station: station.queue_mean,
    "queue_max": lambda station: station.queue_max,
    "utilisation": lambda station: station.utilisation,
}
OF_SITE: Final[dict[str, Callable[[SiteFigures], float]]] = {
    "occupancy_max": lambda site: site.occupancy_max,
    "occupancy_mean": lambda site: site.occupancy_mean,
    "occupancy_at_end": lambda site: site.occupancy_at_end,
    "person_hours_above_capacity": lambda site: site.person_hours_above_capacity,
    "without_shelter_max": lambda site: site.without_shelter_max,
    "without_shelter_person_hours": lambda site: site.without_shelter_person_hours,
    "covered_area_per_person_min": lambda site: site.covered_area_per_person_min,
    "persons_per_toilet_max": lambda site: site.persons_per_toilet_max,
    "persons_per_shower_max": lambda site: site.persons_per_shower_max,
    "persons_per_tap_max": lambda site: site.persons_per_tap_max,
    "water_per_person_min": lambda site: site.water_per_person_min,
}
OF_ROLE: Final[dict[str, Callable[[RoleFigures], float]]] = {
    "on_duty_s": lambda role: role.on_duty_s,
    "busy_s": lambda role: role.busy_s,
    "cost": lambda role: role.cost,
}
OF_SUPPLY: Final[dict[str, Callable[[SupplyFigures], float]]] = {
    "wanted": lambda supply: supply.wanted,
    "missed": lambda supply: supply.missed,
    "stock_at_end": lambda supply: supply.stock_at_end,
}
OF_PERSONS: Final[dict[str, Callable[[PersonCounts], float]]] = {
    "arrived": lambda persons: persons.arrived,
    "present_at_start": lambda persons: persons.present_at_start,
    "completed": lambda persons: persons.completed,
    "left": lambda persons: persons.left,
    "in_system": lambda persons: persons.in_system,
}
OF_NEED: Final[dict[str, Callable[[NeedFigures], float]]] = {
    "present_persons": lambda need: need.present_persons,
    "seen_persons": lambda need: need.seen_persons,
    "mean_time_to_identification": lambda need: need.mean_time_to_identification,
}
OF_INDICATOR: Final[dict[str, Callable[[IndicatorFigure], float]]] = {
    "value": lambda figure: figure.value,
    "margin": lambda figure: figure.margin,
    "undecided_persons": lambda figure: figure.undecided_persons,
}
OF_PART: Final[dict[str, Callable[[PartFigure], float]]] = {"value": lambda figure: figure.value}
OF_EXIT: Final[dict[str, Callable[[int], float]]] = {"persons": float}
OF_VERDICT: Final[dict[str, Callable[[IndicatorFigure], float]]] = {
    "met": lambda figure: figure.met is True,
    "missed": lambda figure: figure.met is False,
}
