"""What an alternative changes, in words: Police officer, 08:00 to 20:00, count: 18 → 24."""

from collections.abc import Iterator

from pydantic import JsonValue

from reception_sim.experiments.alternatives import Alternative
from reception_sim.reports.telling import tell_action
from reception_sim.reports.wording import NOTHING, sentence, short_moment, words_of
from reception_sim.scenario import Calendar, ScenarioPlan
from reception_sim.scenario.changes import PlanDifference, plan_differences
from reception_sim.scenario.field_problems import as_written
from reception_sim.scenario.problems import FieldPath
from reception_sim.scenario.quantities import format_clock
from reception_sim.translation import tr


def alternative_in_words(alternative: Alternative, scenario: ScenarioPlan) -> Iterator[str]:
    """Yield each setting in which an alternative differs from *scenario*, then its actions with their moments."""
    changed = alternative.applied_to(scenario)
    for difference in plan_differences(scenario, changed):
        yield plan_difference_in_words(difference, scenario)
    calendar = Calendar.of(scenario)
    for entry in alternative.journal:
        when, what = short_moment(calendar, entry.time), tell_action(entry.action, changed)
        yield tr("{when}: {what}", when=when, what=what)


def plan_difference_in_words(difference: PlanDifference, scenario: ScenarioPlan) -> str:
    """Say one setting, and what it was and is."""
    where = ", ".join(_steps(difference.path, scenario))
    before, after = _value(difference.before), _value(difference.after)
    return tr("{where}: {before} → {after}", where=sentence(where), before=before, after=after)


def _steps(path: FieldPath, scenario: ScenarioPlan) -> Iterator[str]:
    """Yield the thing, if it has a name of its own, and then the way to the setting in it."""
    table, *rest = path
    if rest and isinstance(rest[0], str):
        yield _title(str(table), rest[0], scenario)
        rest = rest[1:]
    else:
        yield words_of(str(table))
    hours = _hours_of_shift(path, scenario)
    if hours:
        yield hours
        rest = rest[2:]
    for step in rest:
        yield tr("row {n}", n=step + 1) if isinstance(step, int) else words_of(step)


def _title(table: str, name: str, scenario: ScenarioPlan) -> str:
    if table == "populations" and name in scenario.populations:
        return scenario.populations[name].title
    try:
        return scenario.title_of(name)
    except KeyError:
        return words_of(name)


def _hours_of_shift(path: FieldPath, scenario: ScenarioPlan) -> str:
    match path:
        case ("staff", str(role), "shifts", int(row), *_) if role in scenario.staff:
            hours = scenario.staff[role].shifts[row].hours
            return tr("{start} to {end}", start=format_clock(hours.start_s), end=format_clock(hours.end_s))
        case _:
            return ""


def _value(value: JsonValue) -> str:
    if value is None:
        return NOTHING
    return value if isinstance(value, str) else as_written(value)
