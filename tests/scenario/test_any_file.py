"""Whatever a file says, it is read or refused in words: no file ends the program."""

import tomllib
from pathlib import Path

import tomlkit
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reception_sim.actions import problems_in_actions
from reception_sim.scenario import Problem, ScenarioError, notices, parse_scenario
from reception_sim.scenario.library import shipped

HERE = Path(__file__).parent
DOCUMENTS = [
    tomllib.loads(path.read_text())
    for path in (HERE / "small.toml", HERE / "complete_example.toml", *(entry.path for entry in shipped()))
]
TEXTS = [(HERE / "small.toml").read_text(), (HERE / "complete_example.toml").read_text()]
UNHURRIED = settings(deadline=None, max_examples=150, suppress_health_check=list(HealthCheck))


def told_of(text: str) -> tuple[Problem, ...]:
    """Return what is wrong with a file, or what it takes for granted; any other end is a fault of the program."""
    try:
        return notices(parse_scenario(text, "x.toml", HERE, checks=[problems_in_actions]))
    except ScenarioError as error:
        return error.problems or (Problem((), expected=""),)


def paths_in(part, path=()):
    yield path
    inner = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    for key, value in inner:
        yield from paths_in(value, (*path, key))


names = st.sampled_from(
    ["gate", "registration", "centre", "onward", "by_sea", "officer", "bus", "kit", "clinic", "nowhere", "", "A b"]
)
words = st.sampled_from(
    ["20 min", "0 min", "10 per hour", "day 0 08:00", "Mon-Sun", "07:00-19:00", "10:15", "next site", "registration"]
)
values = st.recursive(
    st.one_of(
        st.sampled_from([0, 1, -1, 2.5, 1e308, 10**30, True, False, float("inf"), float("nan")]),
        names,
        words,
        st.text(max_size=5),
        st.datetimes().map(lambda moment: moment.replace(microsecond=0)),
        st.dates(),
        st.times().map(lambda time: time.replace(microsecond=0)),
    ),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names | words, inner, max_size=3),
    max_leaves=4,
)


def changed(part, path, value):
    """Return a copy of a document with *value* at *path*; None takes away what is there."""
    if not path:
        return value
    copy = dict(part) if isinstance(part, dict) else list(part)
    if len(path) == 1 and value is None:
        del copy[path[0]]
    else:
        copy[path[0]] = changed(copy[path[0]], path[1:], value)
    return copy


@st.composite
def damaged_documents(draw):
    document = draw(st.sampled_from(DOCUMENTS))
    for _ in range(draw(st.integers(1, 3))):
        paths = sorted(paths_in(document), key=repr)[1:]
        document = changed(document, draw(st.sampled_from(paths)), draw(st.none() | values)) if paths else document
    return document


@UNHURRIED
@given(damaged_documents())
def test_that_a_document_with_other_values_is_read_or_refused(document):
    try:
        text = tomlkit.dumps(document)
    except (ValueError, TypeError):
        return  # lists of mixed kinds that this writer cannot write

    assert all(problem.expected for problem in told_of(text))


@UNHURRIED
@given(st.sampled_from(TEXTS), st.data())
def test_that_a_text_with_something_else_in_it_is_read_or_refused(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 40)))
    inserted = data.draw(
        st.sampled_from(['"', "'", "[", "]]", "{", "}", "\n", "=", "#", '"""', "0", ""]) | st.text(max_size=4)
    )

    assert all(problem.expected for problem in told_of(text[:start] + inserted + text[end:]))
