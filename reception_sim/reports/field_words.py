"""The name of a scenario's field as an official would say it: service time of Registration."""

from collections.abc import Mapping
from typing import Final

from reception_sim.reports.wording import words_of
from reception_sim.scenario import ScenarioPlan
from reception_sim.translation import tr

# what a field's own name does not say; by the last names on its way, the longest that fits, within a table or any
_SETTINGS: Final[Mapping[str, str]] = {
    "arrivals.daily": "arrivals a day",
    "arrivals.hours": "hours of arrival",
    "arrivals.rate": "arrivals an hour",
    "schedule.persons": "arrivals",
    "spans.persons": "arrivals",
    "shifts.count": "number on duty",
    "sites.capacity": "places",
    "vehicles.capacity": "seats",
    "vehicles.count": "number",
    "equipment.count": "number",
    "stay": "length of stay",
    "hourly_cost": "cost an hour",
}


def field_in_words(field: str, scenario: ScenarioPlan) -> str:
    """Name a field by what it says and of what: a whole table or thing by its name alone."""
    table, *path = field.split(".")
    titles = _titles(table, scenario)
    if not path:
        return words_of(table)
    if path[0] not in titles:
        return tr("{setting} of {thing}", setting=_setting(table, path), thing=words_of(table))
    if len(path) == 1:
        return titles[path[0]]
    return tr("{setting} of {thing}", setting=_setting(table, path[1:]), thing=titles[path[0]])


def _setting(table: str, path: list[str]) -> str:
    tails = [".".join(path[start:]) for start in range(len(path))]
    keys = [f"{table}.{tails[0]}", *tails]
    known = next((_SETTINGS[key] for key in keys if key in _SETTINGS), None)
    return words_of(" ".join(path)) if known is None else tr(known)


def _titles(table: str, scenario: ScenarioPlan) -> dict[str, str]:
    """Return the title of everything that stands in a table under an id of its own."""
    things = getattr(scenario, table, None)
    if not isinstance(things, Mapping):
        return {}
    return {str(name): getattr(thing, "title", "") or words_of(str(name)) for name, thing in things.items()}
