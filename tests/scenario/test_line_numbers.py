"""Fields are found on their lines, whatever stands between."""

import tomllib

import pytest
import tomlkit
from hypothesis import given
from hypothesis import strategies as st

from reception_sim.scenario.line_numbers import LineNumbers
from reception_sim.scenario.problems import Problem
from reception_sim.scenario.toml_layout import lay_out

TEXT = '''\
# a comment with [brackets] and key = 1
title = "a # no comment"  # but this is
summary = """
[not.a.table]
also = "no key" \\"""\\
"""
path = \'\'\'
key = [
\'\'\'

"quoted key" = 1
dotted.inner . "deep one" = 2

[stations.registration]
posts = 2
times = [
    # between
    { at = "a]b" }, # one
    { at = 'c"}d', n = { m = [1, [2, 3]] } },
]
[[routes]]
from = "a"
[routes.by]
fleet = "bus"

[[routes]]
from = "b"  # the second
  [[routes.stops]]
  at = 2023-09-11 06:00:00
  [[routes.stops]]
  at = -1.5e-3

[after]
x = {}
'''

LINES = {
    ("title",): 2,
    ("summary",): 3,
    ("path",): 7,
    ("quoted key",): 11,
    ("dotted", "inner", "deep one"): 12,
    ("dotted",): 12,
    ("stations", "registration"): 14,
    ("stations",): 14,
    ("stations", "registration", "posts"): 15,
    ("stations", "registration", "times"): 16,
    ("stations", "registration", "times", 0, "at"): 18,
    ("stations", "registration", "times", 1, "n", "m", 1, 0): 19,
    ("routes", 0): 21,
    ("routes", 0, "from"): 22,
    ("routes", 0, "by"): 23,
    ("routes", 0, "by", "fleet"): 24,
    ("routes", 1): 26,
    ("routes", 1, "from"): 27,
    ("routes", 1, "stops", 0, "at"): 29,
    ("routes", 1, "stops", 1): 30,
    ("routes", 1, "stops", 1, "at"): 31,
    ("after", "x"): 34,
}


def test_that_the_text_of_these_tests_is_toml():
    assert tomllib.loads(TEXT)["routes"][1]["stops"][1]["at"] == -0.0015


@pytest.mark.parametrize(("path", "line"), LINES.items())
def test_that_a_field_is_found_on_its_line(path, line):
    assert LineNumbers.of(TEXT).line_of(path) == line


def test_that_a_field_that_is_missing_is_told_at_the_table_around_it():
    assert LineNumbers.of(TEXT).line_of(("stations", "registration", "team", "officer")) == 14


def test_that_what_the_file_has_nowhere_has_no_line():
    assert LineNumbers.of(TEXT).line_of(("staff", "officer")) is None


def test_that_lines_are_the_same_when_they_end_as_on_windows():
    assert LineNumbers.of(TEXT.replace("\n", "\r\n")).lines == LineNumbers.of(TEXT).lines


def test_that_problems_are_told_in_the_order_of_the_file():
    told = LineNumbers.of(TEXT).locate(
        [Problem(("after", "x"), expected="b"), Problem(("nowhere",), expected="c"), Problem(("title",), expected="a")]
    )

    assert [(problem.line, problem.expected) for problem in told] == [(None, "c"), (2, "a"), (34, "b")]


keys = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)
scalars = st.one_of(
    st.integers(-(10**9), 10**9),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
    st.datetimes().map(lambda moment: moment.replace(microsecond=0)),
)
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3), max_leaves=8
)


@given(st.dictionaries(keys, values, max_size=6))
def test_that_every_value_of_a_written_document_is_found_where_it_is_written(document):
    text = tomlkit.dumps(document)
    lines = text.split("\n")
    layout = lay_out(text)

    assert set(document) == {path[0] for path in layout.values} | {
        block.path[0] for block in layout.blocks if block.path
    }
    for path, value in layout.values.items():
        found = tomllib.loads(f"v = {text[value.start : value.end]}")["v"]
        assert found == _at(document, path)
    for key in document:
        line = LineNumbers.of(text).line_of((key,))
        assert line is not None
        assert 1 <= line <= len(lines)


def _at(document, path):
    for part in path:
        document = document[part]
    return document
