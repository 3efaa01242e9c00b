"""The figures of the parts of a reception system: plain rows, so that reports and screens need to know no part."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Part(StrEnum):
    """A part of a reception system that has figures of its own; the list is closed, its order is that of a report."""

    WAYS_OUT = "ways out"
    NATIONALITIES_OUT = "ways out by nationality"
    VEHICLES = "vehicles"
    ROADS = "roads"
    BORDERS = "borders"
    PRESSURE = "pressure to close"
    SECTORS = "sectors"
    PREPAREDNESS = "preparedness"
    PHASES = "phases"
    RECOVERY = "recovery"
    KNOWLEDGE = "what is known"
    HAZARDS = "hazards"
    PLACES = "places"
    SECTIONS = "sections"
    TOWN_SERVICES = "schools and clinics"
    DISEASE = "disease"
    FLOWS = "flows"
    BLOCKING = "blocking"
    SESSIONS = "sessions"
    CASELOADS = "caseloads"
    SECOND_VISITS = "second visits"
    APPOINTMENTS = "appointments"
    NEEDS_FORMS = "needs forms"
    DOCUMENTS = "documents"
    WORKING_TIME = "working time"
    HAND_OVERS = "hand-overs"
    ROSTERS = "rosters"
    STAND_INS = "stand-ins"
    AGENCIES = "agencies"
    COSTS = "costs"
    INTERPRETATION = "interpretation"
    ESCORTS = "escorts"
    DUTIES = "duties"
    NEEDS_SEEN = "needs seen"
    SADD = "sex and age"
    GIVING_UP = "giving up"
    FAMILY_TRACING = "family tracing"
    EQUITY = "equity"
    PROTECTION_RISK = "protection risk"
    DIGNITY = "dignity"
    SUPPLIES = "supplies"
    OUTAGES = "outages"
    PACKAGES = "packages"


@dataclass(frozen=True)
class PartFigure:
    """One figure of a part: a cell of its table.

    *subject* is the row: an id of the plan, or a word such as a kind of exit or a language. *measure* is the column,
    which has its unit in COLUMNS. *value* is NaN where there is nothing to measure; a time is in seconds.
    """

    part: Part
    subject: str
    measure: str
    value: float


# The columns of each part's table in their order, each with its unit: "persons", "s", "%", "cost", "count", ...
COLUMNS: Final[Mapping[Part, Mapping[str, str]]] = {
    Part.WAYS_OUT: {"persons": "persons", "share": "%"},
    Part.NATIONALITIES_OUT: {"persons": "persons", "median": "s"},
    Part.VEHICLES: {
        "trips": "count",
        "persons": "persons",
        "load": "%",
        "wait_median": "s",
        "wait_p95": "s",
        "wait_longest": "s",
        "still_waiting": "persons",
        "breakdowns": "count",
        "held": "s",
    },
    Part.SUPPLIES: {
        "used": "count",
        "missed": "count",
        "person_days": "count",
        "longest_without": "s",
        "orders": "count",
        "convoys": "count",
        "convoy_delay": "s",
        "convoy_longest": "s",
    },
    Part.OUTAGES: {
        "power_out": "s",
        "network_out": "s",
        "forms": "count",
        "typed": "count",
        "left": "count",
        "delay_median": "s",
        "delay_longest": "s",
    },
    Part.PACKAGES: {
        "calls": "count",
        "refused": "count",
        "left": "count",
        "first_there": "s",
        "there": "s",
        "cost": "cost",
    },
    Part.ROADS: {"most": "persons", "person_hours": "count", "at_end": "persons"},
    Part.BORDERS: {
        "came": "persons",
        "waited_most": "persons",
        "mean_wait": "s",
        "longest_wait": "s",
        "turned_away": "persons",
        "waiting": "persons",
        "shut": "s",
    },
    Part.PRESSURE: {"weight": "%", "mean": "%", "worst": "%", "worst_at": "s", "at_end": "%"},
    Part.SECTORS: {"before": "count", "emergency": "count", "recovery": "count", "persons": "persons", "kept": "%"},
    Part.PREPAREDNESS: {"taken": "count", "ahead": "s", "ready": "s", "cost": "cost"},
    Part.KNOWLEDGE: {
        "reports": "count",
        "age": "s",
        "assessed": "%",
        "gap": "persons",
        "gap_share": "%",
        "gap_most": "persons",
        "gap_most_at": "s",
        "known": "persons",
        "true": "persons",
    },
    Part.PHASES: {
        "measures": "count",
        "lasted": "s",
        "arrived": "persons",
        "registered": "persons",
        "completed": "persons",
        "gave_up": "persons",
        "wait_median": "s",
        "waiting": "persons",
        "nights": "count",
        "staff_hours": "count",
        "demobilised": "persons",
    },
    Part.RECOVERY: {
        "backlog": "persons",
        "seen": "persons",
        "gave_up": "persons",
        "still": "persons",
        "cleared_after": "s",
    },
    Part.HAZARDS: {"times": "count", "lasted": "s", "served": "persons", "served_else": "persons"},
    Part.PLACES: {"planned": "persons", "fewest": "persons", "most": "persons", "at_end": "persons"},
    Part.SECTIONS: {"places": "persons", "most": "persons", "mean": "persons", "at_end": "persons", "full": "s"},
    Part.TOWN_SERVICES: {
        "school_places": "persons",
        "children_most": "persons",
        "without_most": "persons",
        "child_days": "count",
        "consultations": "count",
        "consultations_missed": "count",
    },
    Part.DISEASE: {
        "cases": "persons",
        "not_isolated": "persons",
        "isolated_most": "persons",
        "isolated_mean": "persons",
    },
    Part.FLOWS: {"persons": "persons", "mean_wait": "s", "p95_wait": "s", "longest": "s", "waiting": "persons"},
    Part.BLOCKING: {"persons": "persons", "hours": "count", "mean": "s", "longest": "s", "still": "persons"},
    Part.SESSIONS: {"sessions": "count", "persons_each": "persons", "mean_wait": "s"},
    Part.CASELOADS: {"most": "count", "opened": "count", "open_most": "count", "open_at_end": "count", "full": "%"},
    Part.SECOND_VISITS: {"persons": "persons", "share": "%", "away": "persons"},
    Part.APPOINTMENTS: {"made": "persons", "missed": "%", "mean_ahead": "s", "awaited": "persons"},
    Part.NEEDS_FORMS: {"asked": "persons", "again": "persons", "spared": "persons", "time": "s"},
    Part.DOCUMENTS: {"given": "persons"},
    Part.WORKING_TIME: {
        "on_duty": "count",
        "overtime": "count",
        "breaks": "count",
        "handover": "count",
        "on_task": "count",
        "overtime_most": "persons",
        "cost": "cost",
    },
    Part.HAND_OVERS: {"services": "count", "persons": "persons", "mean_wait": "s", "most": "count", "waiting": "count"},
    Part.ROSTERS: {
        "planned": "count",
        "there": "count",
        "short": "count",
        "called": "persons",
        "called_hours": "count",
        "people": "persons",
        "unpaid": "count",
    },
    Part.STAND_INS: {"hours": "count", "share": "%", "most": "persons"},
    Part.AGENCIES: {"roles": "count", "stations": "count", "hours": "count", "cost": "cost", "served": "persons"},
    Part.COSTS: {"cost": "cost", "share": "%", "per_person": "money"},
    Part.INTERPRETATION: {"persons": "persons", "mean_wait": "s", "waiting": "persons", "covered": "%"},
    Part.ESCORTS: {
        "groups": "count",
        "most": "count",
        "persons": "persons",
        "mean_time": "s",
        "under_way": "count",
    },
    Part.DUTIES: {
        "persons": "persons",
        "met": "persons",
        "late": "persons",
        "left": "persons",
        "near": "persons",
        "over": "persons",
        "kept": "%",
        "p95": "s",
        "longest": "s",
    },
    Part.NEEDS_SEEN: {
        "present": "persons",
        "seen": "persons",
        "not_yet": "persons",
        "never": "persons",
        "share_at_leaving": "%",
        "mean_time": "s",
        "p95_time": "s",
    },
    Part.PROTECTION_RISK: {
        f"{risk}_{measure}": unit
        for risk in ("violence", "children", "trafficking")
        for measure, unit in (("mean", "%"), ("worst", "%"), ("hours", "count"))
    },
    Part.EQUITY: {
        "persons": "persons",
        "wait": "s",
        "needs_seen": "%",
        "sheltered": "%",
        "chance_wait": "chance",
        "chance_seen": "chance",
    },
    Part.SADD: dict.fromkeys(("arrived", "in_system", "sheltered", "registered", "completed", "gave_up"), "persons"),
    Part.GIVING_UP: dict.fromkeys(("gave_up", "left", "turned", "came_back", "away"), "persons"),
    Part.FAMILY_TRACING: {
        "separated": "count",
        "persons": "persons",
        "traced": "count",
        "met": "count",
        "apart": "count",
        "mean_time": "s",
        "longest": "s",
    },
    Part.DIGNITY: {
        "nights": "count",
        "water_hours": "count",
        "toilet_hours": "count",
        "supply_hours": "count",
        "weather_hours": "count",
        "children_alone": "persons",
        "families_apart": "count",
    },
}
