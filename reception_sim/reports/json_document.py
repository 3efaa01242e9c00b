"""The figures of an experiment as one JSON document: its keys and their meaning are a promise to other programs.

Figures are means over replications, with the half width of their 95 % confidence interval. What is not defined, such
as the half width of one replication, is null. Times are in minutes.
"""

import json
import math
from collections.abc import Iterator
from typing import Final, TypeAlias

from pydantic import JsonValue

from reception_sim.experiments.estimate import Estimate
from reception_sim.experiments.summary import IndicatorEstimates, PartEstimate, SiteEstimates, StationEstimates
from reception_sim.reports.content import ReportContent
from reception_sim.reports.wording import label_of
from reception_sim.scenario.quantities import MINUTE
from reception_sim.scenario.standards import MEASURES
from reception_sim.statistics import COLUMNS

JsonObject: TypeAlias = dict[str, JsonValue]

_TIME_UNIT: Final = "min"


def json_text(content: ReportContent, scenario_id: str) -> str:
    """Return the document as text; *scenario_id* is the library's id of the scenario, or its file's name."""
    return json.dumps(json_document(content, scenario_id), indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def json_document(content: ReportContent, scenario_id: str) -> JsonObject:
    """Return the document."""
    estimates = content.estimates
    return {
        "scenario": {"id": scenario_id, "title": content.scenario.title},
        "seed": content.seed,
        "replications": estimates.replications,
        "engine": content.version,
        "persons": _persons(content),
        "indicators": [_indicator(figure) for figure in estimates.indicators],
        "stations": [_station(station) for station in estimates.stations],
        "sites": [_site(site) for site in estimates.sites],
        "parts": [_part(figure) for figure in estimates.parts],
    }


def _persons(content: ReportContent) -> JsonObject:
    persons = content.estimates.persons
    return {
        "arrived": _count(persons.arrived),
        "completed": _count(persons.completed),
        "left": _count(persons.left),
        "in_system": _count(persons.in_system),
        "present_at_start": _count(persons.present_at_start),
        "by_exit": {name: _count(estimate) for name, estimate in persons.by_exit},
    }


def _indicator(figure: IndicatorEstimates) -> JsonObject:
    """Return an indicator; of a time *mean*, *p50* and *p95* are those of persons, and *value* is what is judged."""
    is_time = MEASURES[figure.indicator].is_time
    scale = 1 / MINUTE if is_time else 1.0
    mean = figure.times.mean if figure.times else figure.value
    return {
        "id": figure.indicator.name.lower(),
        "place": figure.place or None,
        "label": label_of(figure.indicator),
        "unit": _TIME_UNIT if is_time else figure.unit,
        "mean": _number(mean.mean * scale),
        "half_width": _number(mean.half_width * scale),
        "p50": _number(figure.times.median.mean * scale) if figure.times else None,
        "p95": _number(figure.times.p95.mean * scale) if figure.times else None,
        "value": _number(figure.value.mean * scale),
        "value_half_width": _number(figure.value.half_width * scale),
        "standard": _standard(figure, scale),
        "met": figure.met,
        "met_in_replications": figure.met_in,
        "missed_in_replications": figure.missed_in,
        "margin": _number(figure.margin.mean * scale),
        "undecided_persons": _number(figure.undecided_persons.mean),
    }


def _standard(figure: IndicatorEstimates, scale: float) -> JsonObject | None:
    standard = figure.standard
    if standard is None:
        return None
    return {
        "limit": standard.limit * scale,
        "source": standard.source,
        "kind": "at_least" if standard.at_least is not None else "at_most",
        "share": standard.share,
    }


def _station(station: StationEstimates) -> JsonObject:
    return {
        "id": station.id,
        **dict(_waits(station)),
        "queue_mean": _number(station.queue_mean.mean),
        "queue_max": _number(station.queue_max.mean),
        "queue_max_of_all": _number(station.queue_max.maximum),
        "utilisation": _number(station.utilisation.mean),
        "served_persons": _number(station.served_persons.mean),
        "served_groups": _number(station.served_groups.mean),
        "gave_up_persons": _number(station.gave_up_persons.mean),
        "still_waiting_persons": _number(station.still_waiting.persons.mean),
        "still_waiting_longest_min": _minutes(station.still_waiting.longest_so_far.mean),
    }


def _waits(station: StationEstimates) -> Iterator[tuple[str, JsonValue]]:
    waits = station.waits
    yield "wait_mean_min", _minutes(waits.mean.mean)
    yield "wait_mean_half_width_min", _minutes(waits.mean.half_width)
    yield "wait_p50_min", _minutes(waits.median.mean)
    yield "wait_p95_min", _minutes(waits.p95.mean)
    yield "wait_max_min", _minutes(waits.maximum.mean)
    yield "wait_max_of_all_min", _minutes(waits.maximum.maximum)


def _site(site: SiteEstimates) -> JsonObject:
    return {
        "id": site.id,
        "capacity": site.capacity,
        "occupancy_max": _number(site.occupancy_max.mean),
        "occupancy_max_half_width": _number(site.occupancy_max.half_width),
        "occupancy_max_of_all": _number(site.occupancy_max.maximum),
        "occupancy_mean": _number(site.occupancy_mean.mean),
        "occupancy_at_end": _number(site.occupancy_at_end.mean),
        "without_shelter_max": _number(site.without_shelter_max.mean),
        "person_hours_above_capacity": _number(site.person_hours_above_capacity.mean),
    }


def _part(figure: PartEstimate) -> JsonObject:
    unit = COLUMNS[figure.part][figure.measure]
    scale = 1 / MINUTE if unit == "s" else 1.0
    return {
        "part": figure.part,
        "subject": figure.subject,
        "measure": figure.measure,
        "unit": _TIME_UNIT if unit == "s" else unit,
        "mean": _number(figure.value.mean * scale),
        "half_width": _number(figure.value.half_width * scale),
    }


def _count(estimate: Estimate) -> JsonValue:
    """Return a mean number of persons; a whole one as such, as it always is of one replication."""
    number = _number(estimate.mean)
    return int(number) if isinstance(number, float) and number.is_integer() else number


def _minutes(seconds: float) -> JsonValue:
    return _number(seconds / MINUTE)


def _number(value: float) -> JsonValue:
    return value if math.isfinite(value) else None
