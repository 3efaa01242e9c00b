"""Times of an exercise as its papers say them."""

from reception_sim.exercise_plan import ExpectedAction
from reception_sim.reports.wording import NOTHING, duration, short_moment
from reception_sim.scenario import Calendar, ScenarioPlan
from reception_sim.scenario.quantities import DAY, HOUR, MINUTE
from reception_sim.translation import tr


def clock(seconds: float) -> str:
    """Write a time of the exercise clock, since the scenario's start: 26:30."""
    minutes = round(seconds / MINUTE)
    return f"{minutes // round(HOUR / MINUTE)}:{minutes % 60:02}"


def expected_in_time(expected: ExpectedAction) -> str:
    """Say what is hoped for, how it is measured, and by when: Open a lane (measured: ...; within 30 min; 2 points)."""
    said = [tr("measured: {condition}", condition=expected.condition)] if expected.condition else []
    if expected.within is not None:
        said.append(tr("within {time}", time=duration(expected.within)))
    if expected.expires is not None:
        said.append(tr("no longer counts after {time}", time=duration(expected.expires)))
    if expected.contingency is not None:
        said.append(tr("if not: inject {number}", number=expected.contingency))
    if expected.points != 1:
        said.append(tr("points: {points}", points=expected.points))
    told = expected.text or NOTHING
    return tr("{told} ({said})", told=told, said="; ".join(said)) if said else told


def moment_of(scenario: ScenarioPlan, seconds: float) -> str:
    """Write a time as people can hold it: by the exercise clock, in a scenario of days by its calendar."""
    return clock(seconds) if scenario.duration <= DAY else short_moment(Calendar.of(scenario), seconds)
