"""The plan: what a reception system is and who comes, immutable and validated; TOML in and out."""

from reception_sim.scenario.calendar import Calendar
from reception_sim.scenario.conditions import Condition, ConditionIndicator, parse_condition
from reception_sim.scenario.notices import notices
from reception_sim.scenario.plan import FORMAT, AlreadyThere, ScenarioPlan
from reception_sim.scenario.problems import Problem, ScenarioError, Severity
from reception_sim.scenario.reading import parse_scenario, read_scenario
from reception_sim.scenario.schema import json_schema
from reception_sim.scenario.whole_file import FileNotWritten, open_whole, require_writable, write_whole
from reception_sim.scenario.writing import write_scenario

__all__ = [
    "FORMAT",
    "AlreadyThere",
    "Calendar",
    "Condition",
    "ConditionIndicator",
    "FileNotWritten",
    "Problem",
    "ScenarioError",
    "ScenarioPlan",
    "Severity",
    "json_schema",
    "notices",
    "open_whole",
    "parse_condition",
    "parse_scenario",
    "read_scenario",
    "require_writable",
    "write_scenario",
    "write_whole",
]
