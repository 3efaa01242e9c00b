"""How a problem is told."""

import pickle

from reception_sim.scenario.problems import Problem, ScenarioError, nearest


def test_that_a_field_is_named_as_in_the_file_with_rows_counted_from_one():
    assert Problem(("injects", 2, "actions", 0), expected="x").field == "injects[3].actions[1]"


def test_that_a_problem_is_told_with_line_field_what_is_right_what_was_found_and_what_was_meant():
    problem = Problem(("routes", 0, "to"), expected="there is no place", found='"gte"', line=7, suggestion="gate")

    assert str(problem) == 'line 7: routes[1].to: there is no place (found: "gte"). Did you mean gate?'


def test_that_a_sentence_that_ends_itself_gets_no_second_full_stop():
    assert str(Problem((), expected='unknown unit "mi"; did you mean "min"?')).endswith('"min"?')


def test_that_an_error_lists_every_problem_under_its_file():
    error = ScenarioError("a.toml", [Problem(("x",), expected="one"), Problem(("y",), expected="two")])

    assert str(error) == "a.toml: x: one.\na.toml: y: two."


def test_that_an_error_comes_back_from_another_process_with_its_problems():
    error = ScenarioError("a.toml", [Problem(("x",), expected="one")])

    assert pickle.loads(pickle.dumps(error)).problems == error.problems


def test_that_the_nearest_name_is_the_most_alike():
    assert nearest("registation", ["clinic", "registration", "centre"]) == "registration"


def test_that_no_name_is_nearest_when_none_is_alike_enough():
    assert nearest("x", ["clinic", "centre"], alike=0.5) == ""
    assert nearest("x", []) == ""
