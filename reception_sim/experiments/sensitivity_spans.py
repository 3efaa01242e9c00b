"""Which fields of a scenario are varied, and how far: the ranges it states, or the usual one for its assumptions."""

from collections.abc import Iterator
from typing import Final

from pydantic.dataclasses import is_pydantic_dataclass

from reception_sim.experiments.questions import QuestionError
from reception_sim.experiments.sensitivity_question import SensitivityQuestion, Span
from reception_sim.scenario.parts import Assumption, RangePlan
from reception_sim.scenario.plan import ScenarioPlan
from reception_sim.scenario.scaling import CannotScale, numbers_at, scaled
from reception_sim.translation import tr

USUAL: Final = (0.8, 1.25)  # a fifth less, a quarter more: the same step to either side on a scale of factors
# What may be varied of a part that an assumption names as a whole.
_WITHIN: Final = (
    "service_time",
    "shifts.count",
    "arrivals.rate",
    "arrivals.daily",
    "arrivals.spans.persons",
    "arrivals.schedule.persons",
    "count",
    "capacity",
    "patience",
)
_OF_THE_EXERCISE: Final = "exercise"  # how it is played changes no run
_WITHIN_ROWS: Final = ("rate", "ramp.rate", "daily", "spans.persons", "schedule.persons", "count")


def spans_of(question: SensitivityQuestion) -> tuple[tuple[Span, ...], tuple[str, ...]]:
    """Return the spans that are varied, and of assumptions that cannot be why not; QuestionError if none is left."""
    scenario = question.scenario
    if question.spans:
        for span in question.spans:
            why = objection_to(span, scenario)
            if why:
                raise QuestionError(why)
        return question.spans, ()
    stated = tuple(_stated(one, scenario) for one in scenario.ranges)
    named = {span.field for span in stated}
    about_runs = [one for one in scenario.assumptions if not _is_within(one.field, _OF_THE_EXERCISE)]
    found = [_assumed(one, scenario, named) for one in about_runs]
    spans = (*stated, *(span for spans, _ in found for span in spans))
    if not spans:
        raise QuestionError(
            tr("there is nothing to vary: state a range in [[ranges]], or list what is assumed in [[assumptions]]")
        )
    first_of_each = {span.field: span for span in reversed(spans)}  # two assumptions may be about the same field
    return tuple(span for span in spans if first_of_each[span.field] is span), tuple(why for _, why in found if why)


def objection_to(span: Span, scenario: ScenarioPlan) -> str:
    """Return why a span cannot be varied; "" if it can."""
    if not 0 <= span.low < span.high:
        return tr(
            "{field}: from {low} to {high} times what is planned is turned round or no range",
            field=span.field,
            low=f"{span.low:g}",
            high=f"{span.high:g}",
        )
    try:
        ends = [numbers_at(scaled(scenario, span.field, factor), span.field) for factor in (span.low, span.high)]
    except CannotScale as error:
        return tr("{field} cannot be varied: {why}", field=span.field, why=error)
    if ends[0] == ends[1]:
        return tr("{field} is the same at both ends of its range", field=span.field)
    return ""


def span_for(scenario: ScenarioPlan, field: str, low: float, high: float) -> Span:
    """Return a span that a user asks for, with what the scenario says of its field."""
    reason = next((one.reason for one in scenario.assumptions if _is_within(field, one.field)), "")
    return Span(field, low, high, reason, sourced=not reason, stated=False)


def _stated(one: RangePlan, scenario: ScenarioPlan) -> Span:
    assumed = any(_is_within(one.field, other.field) for other in scenario.assumptions)
    return Span(one.field, one.low, one.high, one.reason, sourced=bool(one.source) or not assumed, stated=True)


def _is_within(field: str, whole: str) -> bool:
    return field == whole or field.startswith(f"{whole}.")


def _assumed(one: Assumption, scenario: ScenarioPlan, named: set[str]) -> tuple[tuple[Span, ...], str]:
    """Return the usual spans of what an assumption names, or of parts of it; else why there are none."""
    low, high = USUAL
    fields = [field for field in _fields(one.field, scenario) if not any(_is_within(other, field) for other in named)]
    spans = (Span(field, low, high, one.reason, sourced=False, stated=False) for field in fields)
    fitting = tuple(span for span in spans if not objection_to(span, scenario))
    if fitting or any(_is_within(other, one.field) for other in named):
        return fitting, ""
    return (), tr("{field}: no number in it can be varied by itself; state a range for a part of it", field=one.field)


def _fields(field: str, scenario: ScenarioPlan) -> Iterator[str]:
    """Yield the field itself if it is a quantity, else the quantities within it that are varied usually."""
    part = _part(field, scenario)
    if is_pydantic_dataclass(type(part)) and not hasattr(part, "distribution"):
        yield from (f"{field}.{inner}" for inner in _WITHIN if numbers_at(scenario, f"{field}.{inner}"))
    elif isinstance(part, tuple) and part and is_pydantic_dataclass(type(part[0])):
        yield from (f"{field}.{inner}" for inner in _WITHIN_ROWS if numbers_at(scenario, f"{field}.{inner}"))
    elif isinstance(part, dict) and all(is_pydantic_dataclass(type(one)) for one in part.values()):
        for name in part:
            yield from _fields(f"{field}.{name}", scenario)
    elif numbers_at(scenario, field):
        yield field


def _part(field: str, scenario: ScenarioPlan) -> object:
    part: object = scenario
    for name in field.split("."):
        part = part.get(name) if isinstance(part, dict) else getattr(part, name, None)
    return part
