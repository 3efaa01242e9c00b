"""A small scenario to break, and the questions that the tests ask of it."""

from pathlib import Path

import pytest

from reception_sim.scenario import ScenarioError, parse_scenario
from reception_sim.scenario.problems import Problem

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def small_text():
    return (HERE / "small.toml").read_text()


@pytest.fixture(scope="session")
def small_scenario(small_text):
    return parse_scenario(small_text, "small.toml", None)


@pytest.fixture
def problems_with(small_text):
    """Return what is wrong with the small scenario once some of its text is replaced."""

    def problems(*replacements: tuple[str, str], also: str = "") -> tuple[Problem, ...]:
        text = small_text
        for old, new in replacements:
            assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in the small scenario"
            text = text.replace(old, new)
        try:
            parse_scenario(text + also, "small.toml", None)
        except ScenarioError as error:
            return error.problems
        return ()

    return problems


@pytest.fixture
def only_problem_with(problems_with):
    """Return the one thing that is wrong with the small scenario once some of its text is replaced."""

    def problem(*replacements: tuple[str, str], also: str = "") -> Problem:
        (found,) = problems_with(*replacements, also=also)
        return found

    return problem
