"""The format's page tells every field, and its examples are right."""

import re
from pathlib import Path

import pytest

from reception_sim.actions import ACTIONS, read_action
from reception_sim.scenario import json_schema, parse_condition, parse_scenario
from reception_sim.scenario.arrivals import WAYS
from reception_sim.scenario.conditions import ConditionIndicator
from reception_sim.scenario.reading import parse_toml
from tools.scenario_reference import BEGIN, END, PAGE, tables

TEXT = PAGE.read_text(encoding="utf-8")
PARTS = {"": json_schema(), **json_schema()["$defs"]}
FIELDS = sorted({name for part in PARTS.values() for name in part.get("properties", {})})


@pytest.mark.parametrize("field", FIELDS)
def test_that_every_field_is_told(field):
    assert f"`{field}`" in TEXT


def test_that_the_tables_are_those_of_the_fields():
    written = TEXT.partition(BEGIN)[2].partition(END)[0]

    assert written.strip() == tables().strip(), "run python -m tools.scenario_reference"


def test_that_the_first_scenario_can_run():
    example = re.findall(r"```toml\n(.*?)```", TEXT, re.DOTALL)[0]

    assert parse_scenario(example, str(PAGE), None).title == "Small border post"


def test_that_every_way_to_say_arrivals_has_an_example():
    examples = dict(re.findall(r"^\| `(\w+)` \| .* \| `(.*)` \|$", TEXT, re.MULTILINE))

    assert set(WAYS) <= set(examples)
    assert all(set(parse_toml(examples[way], "")) == {way} for way in WAYS)


def test_that_every_action_has_an_example_that_is_understood():
    examples = re.findall(r"`\{ (\w+) = (\{.*?\}) \}`", TEXT)
    actions = {
        name: read_action({name: parse_toml(f"a = {said}", "")["a"]}) for name, said in examples if name in ACTIONS
    }

    assert set(actions) == set(ACTIONS)


def test_that_every_indicator_of_a_condition_has_an_example_that_is_understood():
    examples = re.findall(r'^\| `"(.*)"` \|', TEXT, re.MULTILINE)

    assert {parse_condition(example).indicator for example in examples} == set(ConditionIndicator)


def test_that_links_lead_to_files_that_are_there():
    links = [link for link in re.findall(r"\]\(([^)#]+)", TEXT) if not link.startswith("http")]

    assert links
    assert all((Path(PAGE).parent / link).exists() for link in links)


def test_that_links_within_the_page_lead_to_its_headings():
    headings = {heading.lower().replace(" ", "-") for heading in re.findall(r"^#+ (.*)$", TEXT, re.MULTILINE)}

    assert set(re.findall(r"\]\(#([^)]+)\)", TEXT)) <= headings
