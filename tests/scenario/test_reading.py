"""A file that is right is read whole and fast."""

import time
from pathlib import Path

import pytest

from reception_sim.actions import problems_in_actions
from reception_sim.scenario import Problem, ScenarioError, read_scenario
from reception_sim.scenario.library import shipped
from reception_sim.scenario.reading import parse_toml
from reception_sim.scenario.schema import json_schema, schema_at

EXAMPLE = Path(__file__).with_name("complete_example.toml")
DEFINITIONS = json_schema()["$defs"]


def test_that_the_complete_example_is_read_without_a_problem():
    scenario = read_scenario(EXAMPLE, checks=[problems_in_actions])

    assert len(scenario.routes) == 11
    assert sum(scenario.entry_points["road"].arrivals[0].daily.values()) == 290


def test_that_the_complete_example_has_every_field_of_every_part_of_the_format():
    document = parse_toml(EXAMPLE.read_text(), "")
    said = set(_fields_said((), document, document))
    parts = {definition.get("title"): definition.get("properties", {}) for definition in DEFINITIONS.values()}
    known = {(part, name) for part, names in parts.items() for name in names}

    assert known - said == set()


def _fields_said(path, part, document):
    """Yield (part of the format, field) for every key in a document."""
    if isinstance(part, dict):
        definition = DEFINITIONS.get(schema_at(path, document).get("part"), {})
        for key, inner in part.items():
            yield definition.get("title"), key
            yield from _fields_said((*path, key), inner, document)
    elif isinstance(part, list):
        for row, inner in enumerate(part):
            yield from _fields_said((*path, row), inner, document)


def test_that_checks_of_upper_layers_join_the_list(tmp_path, small_text):
    path = tmp_path / "x.toml"
    path.write_text(small_text.replace("actions = []", 'actions = [ { open_staton = { at = "clinic" } } ]'))
    with pytest.raises(ScenarioError) as caught:
        read_scenario(path, checks=[problems_in_actions, lambda _: [Problem(("title",), expected="is odd")]])

    assert [problem.field for problem in caught.value.problems] == ["title", "contingency[1].actions[1]"]
    assert all(problem.line is not None for problem in caught.value.problems)


@pytest.mark.parametrize("entry", shipped(), ids=lambda entry: entry.id)
def test_that_a_shipped_scenario_is_read_in_less_than_a_tenth_of_a_second(entry):
    read_scenario(entry.path)
    took = []
    for _ in range(3):
        began = time.perf_counter()
        read_scenario(entry.path, checks=[problems_in_actions])
        took.append(time.perf_counter() - began)

    assert min(took) < 0.1
