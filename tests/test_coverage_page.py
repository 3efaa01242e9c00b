"""The page "Every part" names fields, actions, tests and tables that are there."""

import re
from pathlib import Path

import pytest

from reception_sim.actions import ACTIONS
from reception_sim.reports.part_words import part_words
from reception_sim.scenario.schema import schema_at
from reception_sim.statistics import Part

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "coverage.md").read_text("utf-8")
ROWS = [line.strip("| ").split(" | ") for line in PAGE.splitlines() if re.match(r"\| (?!part |---)", line)]
TABLES = {part_words(part).title for part in Part}


def is_a_field(said):
    steps = [step for name in said.split(".") for step in ([name[:-2], 0] if name.endswith("[]") else [name])]
    return bool(schema_at(tuple(steps), {}))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_that_a_part_has_its_place_in_the_scenario(row):
    said = re.findall(r"`([^`]+)`", row[1])

    assert said
    assert all(one in ACTIONS or is_a_field(one) for one in said), said


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_that_a_part_has_a_test_that_is_there(row):
    said = re.findall(r"`([^`]+)`", row[2])

    assert said
    assert all((ROOT / one).is_file() for one in said), said


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_that_a_part_is_shown_in_a_table_that_there_is(row):
    tables = [one for said in row[3].split("; ") if not re.match(r"report: |run page: ", said) for one in
              re.findall(r'"([^"]+)"', said)]  # fmt: skip

    assert re.search(r'"[^"]+"', row[3])
    assert set(tables) <= TABLES


def test_that_no_part_stands_on_the_page_twice():
    assert len(ROWS) > 40
    assert len({row[0] for row in ROWS}) == len(ROWS)
