"""How the window says figures, times and changes: the words of the reports, and those that only a live run needs."""

from reception_sim.reports.telling import tell_action, tell_happening
from reception_sim.reports.wording import (
    NOTHING,
    about_people,
    count,
    duration,
    explain,
    format_value,
    full_date,
    label_of,
    length_of_days,
    limit_of,
    people,
    sentence,
    short_moment,
)
from reception_sim.scenario.calendar import Calendar
from reception_sim.translation import tr

__all__ = [
    "NOTHING",
    "about_people",
    "count",
    "day_and_time",
    "day_number",
    "duration",
    "explain",
    "format_value",
    "full_date",
    "label_of",
    "length_of_days",
    "limit_of",
    "pace",
    "people",
    "sentence",
    "short_moment",
    "speed",
    "tell_action",
    "tell_happening",
]


def pace(simulated_s: float) -> str:
    """Say how much simulated time passes in a second: 10 min per second."""
    return tr("{length} per second", length=duration(simulated_s))


def speed(asked: float | None) -> str:
    """Say how fast a run was asked to go."""
    return tr("As fast as it goes") if asked is None else pace(asked)


def day_and_time(calendar: Calendar, seconds: float) -> str:
    """Write a moment as scenarios do: day 2, 14:00 (the first day is day 0)."""
    return tr("day {n}, {time}", n=day_number(calendar, seconds), time=f"{calendar.local(seconds):%H:%M}")


def day_number(calendar: Calendar, seconds: float) -> int:
    """Return which day of the scenario it is; the first is day 0, as in scenario files."""
    return (calendar.local(seconds).date() - calendar.start.date()).days
