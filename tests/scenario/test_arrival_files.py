"""A scenario's files of counts are read with it, so that a plan stands on its own."""

import pickle
from datetime import date, datetime

import pytest

from reception_sim.scenario import ScenarioError, parse_scenario, read_scenario

RATE = 'rate = "10 per hour"'


@pytest.fixture
def scenario_with(tmp_path, small_text):
    """Return the arrivals of the small scenario that counts in a file beside it say."""

    def read(counts: str | None, said: str = 'file = "arrivals.csv"'):
        if counts is not None:
            (tmp_path / "arrivals.csv").write_text(counts)
        path = tmp_path / "scenario.toml"
        path.write_text(small_text.replace(RATE, said))
        return read_scenario(path).entry_points["gate"].arrivals[0]

    return read


def refusal(read, *args) -> str:
    with pytest.raises(ScenarioError) as caught:
        read(*args)
    (problem,) = caught.value.problems
    assert problem.field == "entry_points.gate.arrivals[1].file"
    assert problem.line is not None
    return problem.expected


def test_that_counts_of_dates_become_daily_counts(scenario_with):
    stream = scenario_with("date,persons\n2026-03-02,7\n2026-03-03,0\n")

    assert stream.file == "arrivals.csv"
    assert stream.daily == {date(2026, 3, 2): 7, date(2026, 3, 3): 0}


def test_that_counts_of_times_last_until_the_next_and_the_last_as_long_as_the_one_before(scenario_with):
    stream = scenario_with("time,persons\n2026-03-02 06:00,7\n2026-03-02 08:00,3\n2026-03-02 09:00,1\n")
    hours = [datetime.fromisoformat(f"2026-03-02 {hour:02d}:00") for hour in (6, 8, 9, 10)]

    assert [(span.since, span.until, span.persons) for span in stream.spans] == [
        (hours[0], hours[1], 7),
        (hours[1], hours[2], 3),
        (hours[2], hours[3], 1),
    ]


def test_that_a_plan_with_counts_read_can_go_to_another_process(scenario_with):
    stream = scenario_with("date,persons\n2026-03-02,7\n")

    assert pickle.loads(pickle.dumps(stream)) == stream


def test_that_hours_weigh_the_days_of_a_file(scenario_with):
    stream = scenario_with("date,persons\n2026-03-02,7\n", 'file = "arrivals.csv"\nhours = [' + "1," * 24 + "]")

    assert stream.hours == (1.0,) * 24


def test_that_hours_weigh_no_rows_that_have_a_time(scenario_with):
    counts = "date,persons\n2026-03-02 06:00,7\n2026-03-02 08:00,3\n"

    assert "hours weighs daily counts" in refusal(
        scenario_with, counts, 'file = "arrivals.csv"\nhours = [' + "1," * 24 + "]"
    )


def test_that_a_missing_file_is_told_at_its_field(scenario_with):
    assert refusal(scenario_with, None) == "there is no such file"


@pytest.mark.parametrize("name", ["../arrivals.csv", "/etc/hostname", "a/../../arrivals.csv"])
def test_that_a_file_outside_the_scenarios_folder_is_refused(scenario_with, name):
    assert "in the scenario's folder" in refusal(scenario_with, None, f'file = "{name}"')


def test_that_every_wrong_row_is_a_problem_of_its_own(scenario_with):
    with pytest.raises(ScenarioError) as caught:
        scenario_with("date,persons\nmonday,7\n2026-03-02,few\n")

    assert [problem.expected.partition(":")[0] for problem in caught.value.problems] == ["row 2", "row 3"]


def test_that_a_text_without_a_folder_has_no_files(small_text):
    with pytest.raises(ScenarioError, match="a file itself"):
        parse_scenario(small_text.replace(RATE, 'file = "arrivals.csv"'), "x.toml", None)
