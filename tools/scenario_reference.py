"""Write the tables of docs/scenario_format.md anew from the fields' own titles, bounds and meanings.

Run `python -m tools.scenario_reference` after a change to the format; a test compares the page with the fields.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from reception_sim.scenario import json_schema
from reception_sim.scenario.quantities import MOST_PERSONS, format_duration

PAGE: Final = Path(__file__).parents[1] / "docs" / "scenario_format.md"
BEGIN: Final = "<!-- tables: begin (written by tools/scenario_reference.py) -->\n"
END: Final = "<!-- tables: end -->\n"
_PARTS: Final = (
    ("", "The scenario as a whole", "the file itself, above all tables"),
    ("PopulationPlan", "A population", "`[populations.ID]`"),
    ("EntryPointPlan", "An entry point", "`[entry_points.ID]`"),
    ("ArrivalPlan", "A stream of arrivals", "`[[entry_points.ID.arrivals]]`"),
    ("ScheduledArrival", "A known arrival", "a row of `schedule`"),
    ("CountedSpan", "A counted span", "a row of `spans`"),
    ("RampPoint", "A point of a ramp", "a row of `ramp`"),
    ("BorderPlan", "A border", "`border` of an entry point"),
    ("LanePlan", "A lane of a border", "`[entry_points.ID.border.lanes.ID]`"),
    ("MeteringPlan", "Metering", "`lets_in` of a border"),
    ("PressurePlan", "A driver of the pressure to close", "`[pressure.ID]`"),
    ("StationPlan", "A station", "`[stations.ID]`"),
    ("GivingUpPlan", "Giving up", "`giving_up` of a station"),
    ("WaitingAreaPlan", "A waiting area", "`waiting_area` of a station, `boarding_area` of a route"),
    ("SessionPlan", "A group session", "`session` of a station"),
    ("CaseloadPlan", "A caseload", "`caseload` of a station"),
    ("SecondVisitPlan", "A second visit", "`second_visit` of a station"),
    ("AppointmentPlan", "Appointments", "`appointments` of a station"),
    ("HandOverPlan", "Handing over", "`hand_over` of a station"),
    ("FastTrackPlan", "A fast track", "`fast_track` of a station"),
    ("PaperPlan", "Paper", "`paper` of a station"),
    ("WomanPlan", "A woman on the team", "`woman` of a station"),
    ("SitePlan", "A site", "`[sites.ID]`"),
    ("SectionPlan", "A section", "`[sites.ID.sections.ID]`"),
    ("ExitPlan", "An exit", "`[exits.ID]`"),
    ("RoutePlan", "A route", "`[[routes]]`"),
    ("RouteCondition", "For whom a route is", "`when` of a route"),
    ("Carriage", "How people get there", "`by` of a route"),
    ("AlreadyThere", "The situation at the start", "`[[already_there]]`"),
    ("StaffPlan", "A role", "`[staff.ID]`"),
    ("EscortPlan", "An escort", "`[escorts.ID]`"),
    ("TrainingPlan", "Training", "`training` of a role"),
    ("FatiguePlan", "Fatigue", "`fatigue` of a role"),
    ("BreakPlan", "Breaks", "`breaks` of a role"),
    ("OvertimePlan", "Overtime", "`overtime` of a role"),
    ("LabourPlan", "Labour rules", "`labour` of a role"),
    ("RollPlan", "A roll", "`roll` of a role"),
    ("OnCallPlan", "People on call", "`on_call` of a roll"),
    ("VolunteerPlan", "Volunteers", "`volunteers` of a role"),
    ("ShiftPlan", "A shift", "a row of `shifts`"),
    ("EquipmentPlan", "Equipment", "`[equipment.ID]`"),
    ("VehiclePlan", "A fleet", "`[vehicles.ID]`"),
    ("LeavingRule", "When a vehicle leaves", "`leaves` of a fleet"),
    ("Timetable", "A timetable", "`timetable` of a fleet"),
    ("SupplyPlan", "A supply", "`[supplies.ID]`"),
    ("Recipients", "For whom a supply is", "`for` of a supply"),
    ("Resupply", "Resupply", "`resupply` of a supply"),
    ("Convoy", "A convoy", "`by` of a resupply"),
    ("PackagePlan", "A package", "`[packages.ID]`"),
    ("PreparednessPlan", "A measure of preparedness", "`[preparedness.ID]`"),
    ("HazardPlan", "A hazard", "`[hazards.ID]`"),
    ("CasesPlan", "Cases of a disease", "`cases` of a hazard"),
    ("KnowledgePlan", "What is known", "`[knowledge]`"),
    ("AssessmentPlan", "An assessment", "`assessment` of what is known"),
    ("ContingencyPlan", "A contingency rule", "`[[contingency]]`"),
    ("InjectPlan", "An inject", "`[[injects]]`"),
    ("AfterPlan", "After another inject", "`after` of an inject"),
    ("ExpectationPlan", "An expected action", "`expected` of an inject"),
    ("ObjectivePlan", "An objective", "`[objectives.ID]`"),
    ("ExercisePlan", "The exercise", "`[exercise]`"),
    ("CellPlan", "A cell of the exercise", "`[exercise.cells.ID]`"),
    ("DecisionPlan", "A decision that players may take", "`[[exercise.decisions]]`"),
    ("LessonPlan", "A lesson", "`[lesson]`"),
    ("StandardPlan", "A standard", "`[[standards]]`"),
    ("DutyPlan", "A duty", "`[duties.ID]`"),
    ("RightsHolders", "To whom a duty is owed", "`for` of a duty"),
    ("DutyEnd", "What ends a duty", "`until` of a duty"),
    ("Source", "A source", "`[[sources]]`"),
    ("Assumption", "An assumption", "`[[assumptions]]`"),
    ("RangePlan", "A range", "`[[ranges]]`"),
)
_FEW: Final = 5  # words that are listed in a table; more have a list of their own
_DISTRIBUTIONS: Final = ("Constant", "Uniform", "Triangular", "Exponential", "Lognormal", "Gamma", "Normal")

Schema = Mapping[str, object]


def tables() -> str:
    """Return the reference of every part of the format as Markdown."""
    schema = json_schema()
    sections = [_section(_definition(schema, name), title, place, schema) for name, title, place in _PARTS]
    return "\n".join([*sections, _distributions(schema), _lists_of_words(schema)])


def main() -> None:
    """Replace the tables in the page."""
    text = PAGE.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    PAGE.write_text(f"{before}{BEGIN}\n{tables()}\n{END}{after}", encoding="utf-8")


def _section(part: Schema, title: str, place: str, schema: Schema) -> str:
    required = part.get("required", [])
    assert isinstance(required, list)
    rows = [
        f"| `{name}` | {_kind(field, schema)} | {_usual(name in required, field)} | {_meaning(name, field)} |"
        for name, field in _mapping(part["properties"]).items()
        for field in (_mapping(field),)
    ]
    lines = [f"### {title}", "", f"It stands in {place}.", *_sentences(part.get("description")), ""]
    return "\n".join([*lines, "| field | value | without it | meaning |", "| --- | --- | --- | --- |", *rows, ""])


def _sentences(description: object) -> list[str]:
    text = " ".join(str(description or "").replace("*", "`").split())
    return [f"{sentence.rstrip('.')}." for sentence in text.split(". ") if sentence]


def _distributions(schema: Schema) -> str:
    lines = [
        "### Distributions",
        "",
        "Durations carry their unit, amounts (persons a boat) are plain numbers.",
        'A stay may also be `{ distribution = "until transferred" }`: it lasts until a vehicle takes people on.',
        "",
        "| distribution | fields | meaning |",
        "| --- | --- | --- |",
    ]
    for name in _DISTRIBUTIONS:
        part = _definition(schema, f"{name}Duration")
        fields = ", ".join(f"`{field}`" for field in _mapping(part["properties"]) if field != "distribution")
        lines.append(f"| `{name.lower()}` | {fields} | {' '.join(_sentences(part.get('description')))} |")
    return "\n".join([*lines, ""])


def _lists_of_words(schema: Schema) -> str:
    lines = ["### Words", "", "Where a field takes one of several words, these are the words.", ""]
    lines += ["| what | words |", "| --- | --- |"]
    for name, part in _mapping(schema["$defs"]).items():
        if "enum" in _mapping(part):
            lines.append(f"| {_in_words(name)} | {_quoted(_mapping(part)['enum'])} |")
    return "\n".join([*lines, ""])


def _in_words(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()


def _quoted(words: object) -> str:
    return ", ".join(f"`{word}`" for word in _list(words))


def _kind(field: Schema, schema: Schema) -> str:
    """Say in words what may stand for a value."""
    words = list(_words(field, schema))
    if "anyOf" in field:
        options = [_mapping(option) for option in _list(field["anyOf"]) if _mapping(option).get("type") != "null"]
        words += [_kind(option, schema) for option in options]
    return "; ".join(dict.fromkeys(word for word in words if word))


def _words(field: Schema, schema: Schema) -> Iterator[str]:
    if "$ref" in field:
        yield _of_definition(str(field["$ref"]).rpartition("/")[2], schema)
    elif "oneOf" in field:
        yield "a [distribution](#distributions)"
    elif "const" in field:
        yield f"`{field['const']}`"
    else:
        yield _of_type(field, schema)


def _of_type(field: Schema, schema: Schema) -> str:
    match field.get("type"):
        case "string":
            return _text(field)
        case "integer" | "number":
            return _number(field)
        case "boolean":
            return "`true` or `false`"
        case "array":
            return "two numbers: `[x, y]`" if "prefixItems" in field else _rows(field, schema)
        case "object":
            return _table(field, schema)
        case _:
            return ""


def _rows(field: Schema, schema: Schema) -> str:
    return f"a list: {_kind(_mapping(field.get('items')), schema)}"


def _of_definition(name: str, schema: Schema) -> str:
    part = _definition(schema, name)
    title = next((title for known, title, _ in _PARTS if known == name), "")
    if title:
        return f"[{title[0].lower()}{title[1:]}](#{title.lower().replace(' ', '-')})"
    if "enum" in part:
        words = _list(part["enum"])
        return _quoted(words) if len(words) <= _FEW else f"a word of the list [{_in_words(name)}](#words)"
    return "any value"


def _text(field: Schema) -> str:
    examples = " or ".join(f'`"{example}"`' for example in _list(field.get("examples", [])))
    if field.get("format") in ("date-time", "date"):
        return "a local date and time, such as `2023-09-11T06:00:00`"
    return f"{field['format']}, such as {examples}" if "format" in field else "text"


def _number(field: Schema) -> str:
    kind = "a whole number" if field["type"] == "integer" else "a number"
    low, high = field.get("minimum"), field.get("maximum")
    bounds = f" from {low}" if low is not None else ""
    bounds += f" to {high}" if high not in (None, MOST_PERSONS) else ""
    unit = f" in {field['unit']}" if "unit" in field else ""
    return f"{kind}{bounds}{unit}"


def _table(field: Schema, schema: Schema) -> str:
    inner = [field.get("additionalProperties"), *_mapping(field.get("patternProperties")).values()]
    known = [_kind(_mapping(option), schema) for option in inner if isinstance(option, Mapping)]
    names = _mapping(field.get("propertyNames"))
    keys = f" by {_of_definition(str(names['$ref']).rpartition('/')[2], schema)}" if "$ref" in names else ""
    return f"a table{keys}: {known[0]}" if known and known[0] else "a table"


def _usual(required: object, field: Schema) -> str:
    if required:
        return "must be there"
    default = field.get("default")
    if default in (None, "", [], {}):
        return "none"
    if isinstance(default, float) and field.get("format") == "duration with unit":
        return f"`{format_duration(default)}`"
    return "`false`" if default is False else f"`{default}`"


def _meaning(name: str, field: Schema) -> str:
    """Say what a field means, and its title where that is more than its name."""
    title, description = str(field.get("title", "")), str(field.get("description", ""))
    own = "" if title.lower() == name.replace("_", " ") else f"{title}."
    return " ".join(part for part in (own, description) if part)


def _definition(schema: Schema, name: str) -> Schema:
    return _mapping(_mapping(schema["$defs"])[name]) if name else schema


def _mapping(value: object) -> Schema:
    return value if isinstance(value, Mapping) else {}


def _list(value: object) -> list[object]:
    return list(value) if isinstance(value, list) else []


if __name__ == "__main__":
    main()
