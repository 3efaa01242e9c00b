"""Questions to many runs on the command line, as a person asks them: real processes, and what they print and write."""

import json
import re
from pathlib import Path

import pytest

from tests.test_cli import call, words

ROOT = Path(__file__).parent.parent
LESSON = "the_queue_moves_on"
NIGHT = """
[alternatives.faster]
title = "Faster desks"
set = {{ "{path}" = {value} }}
"""


@pytest.fixture
def alternatives(tmp_path):
    def write(path="stations.registration.posts", value="9"):
        file = tmp_path / "alternatives.toml"
        file.write_text(NIGHT.format(path=path, value=value), "utf-8")
        return file

    return write


def example_in_the_guide():
    """Return the file of alternatives that the user guide shows."""
    guide = (ROOT / "docs" / "user_guide.md").read_text("utf-8")
    return re.search(r"```toml\n(\[alternatives\..*?)```", guide, re.DOTALL)[1]


def test_that_the_example_of_the_guide_is_compared_in_words_and_as_json(tmp_path):
    file = tmp_path / "border_choices.toml"
    file.write_text(example_in_the_guide(), "utf-8")

    ended = call(
        "compare", "border_post_basics", file, "--replications", 8, "--jobs", 1, "--json", tmp_path / "out.json"
    )

    assert ended.returncode == 0, ended.stderr
    assert "Two more officers at night cuts waiting time of 90 % of people at Registration from" in words(ended.stdout)
    document = json.loads((tmp_path / "out.json").read_text("utf-8"))
    assert [one["id"] for one in document["alternatives"]] == [
        "base",
        "two_at_night",
        "two_by_day",
        "shorter_interview",
    ]
    assert document["replications"] == 8
    assert document["comparisons"] == len(document["differences"])
    assert document["alternatives"][1]["changes"] == ["Border officer, 19:00 to 07:00, count: 3 → 5"]


def test_that_a_wrong_alternative_is_told_before_any_run(alternatives):
    ended = call("compare", "border_post_basics", alternatives(path="stations.registratoin.posts"), "--jobs", 1)

    assert ended.returncode == 2
    assert "Did you mean registration?" in ended.stderr


def test_that_a_capacity_is_answered_in_words_first_and_as_json(tmp_path):
    quick = ("--replications", 4, "--precision", 0.2, "--lowest", 0.25, "--highest", 2, "--jobs", 1)

    ended = call("capacity", LESSON, *quick, "--json", tmp_path / "out.json")

    assert ended.returncode == 0, ended.stderr
    document = json.loads((tmp_path / "out.json").read_text("utf-8"))
    assert words(document["sentences"][0]) in words(ended.stdout)
    assert document["runs"] > 0
    assert [point["factor"] for point in document["curve"]] == sorted(point["factor"] for point in document["curve"])


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--lowest", 3, "--highest", 2), "are no range"),
        (("--replications", 1), "at least 2 replications"),
        (("--share-of-runs", 2), "between 0 and 1"),
    ],
)
def test_that_a_capacity_that_cannot_be_asked_for_is_told(options, said):
    ended = call("capacity", LESSON, *options)

    assert ended.returncode == 2
    assert said in ended.stderr


def test_that_the_bottleneck_prints_nothing_but_json_where_it_is_asked_to(tmp_path):
    ended = call("bottleneck", LESSON, "--replications", 2, "--jobs", 1, "--json", "-")

    document = json.loads(ended.stdout)
    assert {one["conclusion"] for one in document["additions"]} <= {"better", "worse", "alike", "unsure"}
    assert all(
        one["addition"].split(".")[0] in ("staff", "equipment", "vehicle", "places") for one in document["additions"]
    )
