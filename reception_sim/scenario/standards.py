"""What is good enough: the indicators that a standard may limit, and the limits."""

from dataclasses import dataclass as plain_dataclass
from enum import StrEnum
from typing import Annotated, Final, Self, TypeAlias

from pydantic import (
    BeforeValidator,
    Field,
    JsonValue,
    ValidationInfo,
    WithJsonSchema,
    field_serializer,
    model_validator,
)
from pydantic.dataclasses import dataclass

from reception_sim.scenario.parts import FROZEN, Identifier
from reception_sim.scenario.quantities import Number, Share, format_duration, is_from_file, parse_duration
from reception_sim.translation import tr


class Indicator(StrEnum):
    """What can be measured and limited; the value is the word that the file uses."""

    WAITING_TIME = "waiting time"
    QUEUE = "queue"
    UTILISATION = "utilisation"
    AREA_PER_WAITING_PERSON = "area per waiting person"
    TIME_TO_REGISTRATION = "time to registration"
    TIME_TO_SHELTER = "time to shelter"
    TIME_IN_SYSTEM = "time in the system"
    PERSONS_IN_SYSTEM = "persons in the system"
    OCCUPANCY = "occupancy"
    PERSONS_WITHOUT_SHELTER = "persons without shelter"
    COVERED_AREA_PER_PERSON = "covered area per person"
    PERSONS_PER_TOILET = "persons per toilet"
    PERSONS_PER_SHOWER = "persons per shower"
    PERSONS_PER_TAP = "persons per tap"
    WATER_PER_PERSON = "water per person"
    SUPPLY_COVERAGE = "supply coverage"
    LANGUAGE_COVERAGE = "language coverage"
    DUTY_KEPT = "duty kept"
    NEEDS_SEEN = "needs seen"
    NIGHTS_WITHOUT_SHELTER = "nights without shelter"
    FAMILIES_APART = "families apart"
    PRESSURE_TO_CLOSE = "pressure to close"
    PROTECTION_RISK = "protection risk"


class Scope(StrEnum):
    """Which kind of place an indicator is measured at."""

    SYSTEM = "system"
    STATION = "station"
    SITE = "site"
    SUPPLY = "supply"
    DUTY = "duty"
    ROLE = "role"
    ENTRY = "entry point"


@plain_dataclass(frozen=True)
class Measure:
    """Where an indicator is measured, and in which unit ("s" for times, shown as hours and minutes)."""

    scope: Scope
    unit: str
    is_time: bool = False


MEASURES: dict[Indicator, Measure] = {
    Indicator.WAITING_TIME: Measure(Scope.STATION, "s", is_time=True),
    Indicator.QUEUE: Measure(Scope.STATION, "persons"),
    Indicator.UTILISATION: Measure(Scope.STATION, "%"),
    Indicator.AREA_PER_WAITING_PERSON: Measure(Scope.STATION, "m2"),
    Indicator.TIME_TO_REGISTRATION: Measure(Scope.SYSTEM, "s", is_time=True),
    Indicator.TIME_TO_SHELTER: Measure(Scope.SYSTEM, "s", is_time=True),
    Indicator.TIME_IN_SYSTEM: Measure(Scope.SYSTEM, "s", is_time=True),
    Indicator.PERSONS_IN_SYSTEM: Measure(Scope.SYSTEM, "persons"),
    Indicator.OCCUPANCY: Measure(Scope.SITE, "%"),
    Indicator.PERSONS_WITHOUT_SHELTER: Measure(Scope.SITE, "persons"),
    Indicator.COVERED_AREA_PER_PERSON: Measure(Scope.SITE, "m2"),
    Indicator.PERSONS_PER_TOILET: Measure(Scope.SITE, "persons"),
    Indicator.PERSONS_PER_SHOWER: Measure(Scope.SITE, "persons"),
    Indicator.PERSONS_PER_TAP: Measure(Scope.SITE, "persons"),
    Indicator.WATER_PER_PERSON: Measure(Scope.SITE, "l/day"),
    Indicator.SUPPLY_COVERAGE: Measure(Scope.SUPPLY, "%"),
    Indicator.LANGUAGE_COVERAGE: Measure(Scope.SYSTEM, "%"),
    Indicator.DUTY_KEPT: Measure(Scope.DUTY, "%"),
    Indicator.NEEDS_SEEN: Measure(Scope.SYSTEM, "%"),
    Indicator.NIGHTS_WITHOUT_SHELTER: Measure(Scope.SYSTEM, "nights"),
    Indicator.FAMILIES_APART: Measure(Scope.SYSTEM, "families"),
    Indicator.PRESSURE_TO_CLOSE: Measure(Scope.SYSTEM, "%"),
    Indicator.PROTECTION_RISK: Measure(Scope.SITE, "%"),
}


MORE_IS_BETTER: Final = frozenset(
    (
        Indicator.AREA_PER_WAITING_PERSON,
        Indicator.COVERED_AREA_PER_PERSON,
        Indicator.WATER_PER_PERSON,
        Indicator.SUPPLY_COVERAGE,
        Indicator.LANGUAGE_COVERAGE,
        Indicator.DUTY_KEPT,
        Indicator.NEEDS_SEEN,
    )
)


def _read_limit(value: object, info: ValidationInfo) -> object:
    indicator = (info.data or {}).get("indicator")
    if indicator is None:
        return parse_duration(value) if isinstance(value, str) else value
    measure = MEASURES[indicator]
    words = value if isinstance(value, str) else None
    if measure.is_time and words is not None:
        return parse_duration(words)
    if measure.is_time and is_from_file(info):
        raise ValueError(tr('a limit on {indicator} needs its unit in quotes, such as "4 h"', indicator=indicator))
    if words is not None:
        raise ValueError(
            tr(
                "a limit on {indicator} is a number in {unit}, without quotes",
                indicator=indicator,
                unit=measure.unit,
            )
        )
    return value


LIMIT: Final = 'A duration such as "4 h" for a time, else a number in the unit of the indicator.'
_TIME_LIMIT: Final[JsonValue] = {"type": "string", "format": "duration with unit", "examples": ["4 h"]}
Limit: TypeAlias = Annotated[
    Number, BeforeValidator(_read_limit), WithJsonSchema({"anyOf": [{"type": "number"}, _TIME_LIMIT]})
]


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class StandardPlan:
    """A limit on an indicator, with its source.

    A time is judged person by person: *share* of them must keep the limit. Anything else is judged over time:
    at every moment, or for *share* of the time.
    """

    indicator: Indicator = Field(description="What is measured.")
    source: str = Field(description="Where the limit comes from.")
    at: Identifier | None = Field(
        default=None, description="The place, supply or duty; none for the whole reception system."
    )
    at_least: Limit | None = Field(default=None, description=LIMIT)
    at_most: Limit | None = Field(default=None, description=LIMIT)
    share: Share | None = Field(default=None, description="Of persons for a time, of the time for anything else.")
    unit: str = Field(default="", description="For the reader; must be the indicator's own.")

    @model_validator(mode="after")
    def _is_one_limit(self) -> Self:
        if (self.at_least is None) == (self.at_most is None):
            raise ValueError(tr("say exactly one of at_least and at_most"))
        measure = MEASURES[self.indicator]
        if measure.is_time and self.share is None:
            raise ValueError(tr("say for which share of persons {it} must keep the limit", it=self.indicator))
        if self.unit and (measure.is_time or self.unit != measure.unit):
            unit = tr("the unit that its limit names") if measure.is_time else measure.unit
            raise ValueError(
                tr(
                    '{it} is measured in {unit}; found unit "{found}"',
                    it=self.indicator,
                    unit=unit,
                    found=self.unit,
                )
            )
        return self

    @field_serializer("at_least", "at_most")
    def _write_limit(self, limit: float | None) -> float | str | None:
        if limit is None or not MEASURES[self.indicator].is_time:
            return limit
        return format_duration(limit)

    @property
    def limit(self) -> float:
        """Return the limit, in seconds for a time, else in the indicator's unit."""
        limit = self.at_least if self.at_least is not None else self.at_most
        assert limit is not None  # _is_one_limit
        return limit
