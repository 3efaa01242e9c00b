"""What is written can be read again, and what a person wrote beside it stays."""

import errno
import json
import os
import tomllib
from dataclasses import replace
from datetime import date
from difflib import unified_diff
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from reception_sim.scenario import FileNotWritten, parse_scenario, read_scenario, write_scenario
from reception_sim.scenario.documents import as_document
from reception_sim.scenario.exercise_parts import InjectKind, InjectPlan
from reception_sim.scenario.library import shipped
from reception_sim.scenario.quantities import DayTime
from reception_sim.scenario.readable import validated
from reception_sim.scenario.routes import RoutePlan
from reception_sim.scenario.writing import text_for
from tests.scenario.strategies import scenario_plans

HERE = Path(__file__).parent
OPTIONS = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def lines_changed(old: str, new: str) -> list[str]:
    changes = unified_diff(old.splitlines(), new.splitlines(), n=0, lineterm="")
    return [line for line in changes if not line.startswith(("---", "+++", "@@"))]


def in_order(scenario) -> str:
    return json.dumps(as_document(scenario, with_defaults=True), default=str)


@pytest.fixture
def file(tmp_path, small_text):
    path = tmp_path / "scenario.toml"
    path.write_text(small_text)
    return path


@pytest.fixture
def changed(small_text):
    """Return the lines that change in the small scenario's text when it is written as another plan."""

    def changes(scenario, text=small_text):
        written = text_for(scenario, text)
        assert validated(tomllib.loads(written)) == scenario
        return lines_changed(text, written)

    return changes


# --- the law of the round trip


@OPTIONS
@given(scenario_plans())
def test_that_any_plan_is_read_back_as_it_was_written(scenario):
    read = parse_scenario(text_for(scenario), "x", None)

    assert read == scenario
    assert in_order(read) == in_order(scenario)


@settings(OPTIONS, max_examples=25)
@given(scenario_plans(), scenario_plans())
def test_that_any_plan_is_read_back_when_it_is_written_over_any_other(scenario, other):
    read = parse_scenario(text_for(scenario, text_for(other)), "x", None)

    assert in_order(read) == in_order(scenario)


@settings(OPTIONS, max_examples=30)
@given(scenario_plans())
def test_that_one_changed_figure_changes_one_line_of_any_plan(scenario):
    text = text_for(scenario)
    name, station = next(iter(scenario.stations.items()))
    stations = {**scenario.stations, name: replace(station, posts=station.posts + 1)}
    written = text_for(replace(scenario, stations=stations), text)

    assert lines_changed(text, written) == [f"-posts = {station.posts}", f"+posts = {station.posts + 1}"]


@settings(OPTIONS, max_examples=30)
@given(scenario_plans())
def test_that_writing_what_is_there_already_changes_nothing(scenario):
    text = text_for(scenario)

    assert text_for(scenario, text) == text


@pytest.mark.parametrize(
    "path",
    [HERE / "complete_example.toml", HERE / "small.toml", *(entry.path for entry in shipped())],
    ids=lambda path: path.stem,
)
def test_that_a_persons_file_stays_to_the_last_letter_when_nothing_has_changed(path):
    text = path.read_text()

    assert text_for(read_scenario(path), text) == text


def test_that_a_file_of_counts_stays_a_file_and_goes_along(tmp_path):
    scenario = read_scenario(HERE / "complete_example.toml")
    there = tmp_path / "scenario.toml"
    write_scenario(scenario, there)

    assert read_scenario(there) == scenario
    assert "file = " in there.read_text()
    assert (tmp_path / "complete_arrivals.csv").read_text() == (
        "date,persons\n2026-05-04,90\n2026-05-05,140\n2026-05-06,60\n"
    )


def test_that_counts_of_times_go_along(tmp_path, small_text):
    (tmp_path / "a.csv").write_text("time,persons\n2026-03-02 06:00,7\n2026-03-02 08:00,3\n")
    (tmp_path / "a.toml").write_text(small_text.replace('rate = "10 per hour"', 'file = "a.csv"'))
    scenario = read_scenario(tmp_path / "a.toml")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    write_scenario(scenario, elsewhere / "a.toml")

    assert read_scenario(elsewhere / "a.toml") == scenario


def test_that_a_persons_file_of_counts_is_left_alone(tmp_path):
    (tmp_path / "complete_arrivals.csv").write_bytes((HERE / "complete_arrivals.csv").read_bytes())
    write_scenario(read_scenario(HERE / "complete_example.toml"), tmp_path / "x.toml")

    assert (tmp_path / "complete_arrivals.csv").read_bytes() == (HERE / "complete_arrivals.csv").read_bytes()


def test_that_other_counts_of_the_same_name_are_not_overwritten(tmp_path):
    (tmp_path / "complete_arrivals.csv").write_text("date,persons\n2026-05-04,1\n")
    with pytest.raises(FileNotWritten, match="another file of counts"):
        write_scenario(read_scenario(HERE / "complete_example.toml"), tmp_path / "x.toml")

    assert not (tmp_path / "x.toml").exists()
    assert (tmp_path / "complete_arrivals.csv").read_text() == "date,persons\n2026-05-04,1\n"


# --- only what differs changes


def test_that_a_changed_value_changes_its_line_and_keeps_the_comment_there(changed, small_scenario):
    station = replace(small_scenario.stations["registration"], posts=5)
    scenario = replace(small_scenario, stations={**small_scenario.stations, "registration": station})

    assert changed(scenario) == [
        "-posts = 2                                  # two desks",
        "+posts = 5                                  # two desks",
    ]


def test_that_a_changed_value_on_a_line_of_several_leaves_the_others(changed, small_scenario):
    station = small_scenario.stations["registration"]
    times = replace(station.service_time, mode=720.0)
    stations = {**small_scenario.stations, "registration": replace(station, service_time=times)}

    assert changed(replace(small_scenario, stations=stations)) == [
        '-service_time = { distribution = "triangular", min = "5 min", mode = "10 min", max = "20 min" }',
        '+service_time = { distribution = "triangular", min = "5 min", mode = "12 min", max = "20 min" }',
    ]


def test_that_a_duration_in_a_persons_own_words_stays_while_it_means_the_same(small_text, small_scenario):
    text = small_text.replace('duration = "1 day"', 'duration = "24 h"')

    assert text_for(small_scenario, text) == text


def test_that_a_field_that_is_set_for_the_first_time_comes_after_the_others(changed, small_scenario):
    nurse = replace(small_scenario.staff["nurse"], absence=0.1)

    assert changed(replace(small_scenario, staff={**small_scenario.staff, "nurse": nurse})) == ["+absence = 0.1"]


def test_that_a_field_that_has_its_usual_value_again_goes_or_says_so(small_text, small_scenario):
    text = small_text.replace("[staff.nurse]", "[staff.nurse]\nabsence = 0.1  # seen in June")

    assert lines_changed(text, text_for(small_scenario, text)) == [
        "-absence = 0.1  # seen in June",
        "+absence = 0  # seen in June",
    ]


def test_that_a_new_place_comes_after_its_kind(changed, small_scenario, small_text):
    second = replace(small_scenario.stations["clinic"], title="Second clinic")
    scenario = replace(small_scenario, stations={**small_scenario.stations, "second_clinic": second})
    lines = changed(scenario)
    text = text_for(scenario, small_text)

    assert all(line.startswith("+") for line in lines)
    assert text.index("[stations.clinic]") < text.index("[stations.second_clinic]") < text.index("[sites.centre]")


def test_that_a_place_in_between_stands_in_between(small_scenario, small_text):
    registration, clinic = small_scenario.stations.values()
    stations = {"registration": registration, "second": clinic, "clinic": clinic}
    text = text_for(replace(small_scenario, stations=stations), small_text)

    assert text.index("[stations.registration]") < text.index("[stations.second]") < text.index("[stations.clinic]")
    assert "# two desks" in text


def test_that_a_row_that_goes_takes_no_other_with_it(changed, small_scenario):
    first, second, third = small_scenario.routes

    assert changed(replace(small_scenario, routes=(first, third))) == [
        '-from = "registration"',
        '-to = "centre"',
        '-by = { vehicles = "bus", travel_time = "20 min" }',
        "-",
        "-[[routes]]",
    ]
    assert second.by is not None


@pytest.mark.parametrize("place", [0, 1, 3])
def test_that_a_new_row_stands_where_it_belongs(changed, small_scenario, small_text, place):
    routes = list(small_scenario.routes)
    routes.insert(place, RoutePlan(origin="clinic", destination="onward"))
    scenario = replace(small_scenario, routes=tuple(routes))

    assert {line[0] for line in changed(scenario)} == {"+"}
    assert "# two desks" in text_for(scenario, small_text)


def test_that_the_first_row_of_its_kind_is_added(small_text, small_scenario):
    text = text_for(replace(small_scenario, injects=()), small_text)
    inject = InjectPlan(number=7, at=DayTime(0, 3600.0), title="Rain", kind=InjectKind.CONTEXTUAL)
    again = text_for(replace(small_scenario, injects=(inject,)), text)

    assert "[[injects]]" not in text
    assert [line for line in lines_changed(text, again) if line.startswith("-")] == []
    assert "[[injects]]\nnumber = 7" in again


def test_that_elements_of_a_list_come_and_go_with_the_comments_between_them_left(small_scenario, small_text):
    text = small_text.replace(
        'shifts = [ { days = "Mon-Sun", hours = "00:00-24:00", count = 1 } ]',
        "shifts = [\n"
        '  # by day\n  { days = "Mon-Sun", hours = "08:00-20:00", count = 2 }, # two\n'
        '  # by night\n  { days = "Mon-Sun", hours = "20:00-08:00", count = 1 }\n]',
    )
    scenario = parse_scenario(text, "x", None)
    day, night = scenario.staff["nurse"].shifts

    def with_shifts(*shifts):
        nurse = replace(scenario.staff["nurse"], shifts=shifts)
        return lines_changed(text, text_for(replace(scenario, staff={**scenario.staff, "nurse": nurse}), text))

    assert with_shifts(night) == ['-  { days = "Mon-Sun", hours = "08:00-20:00", count = 2 }, # two']
    assert with_shifts(day) == ['-  { days = "Mon-Sun", hours = "20:00-08:00", count = 1 }']
    assert with_shifts(day, replace(night, count=3)) == [
        '-  { days = "Mon-Sun", hours = "20:00-08:00", count = 1 }',
        '+  { days = "Mon-Sun", hours = "20:00-08:00", count = 3 }',
    ]
    assert with_shifts(day, replace(day, count=4), night) == [
        '+  { days = "Mon-Sun", hours = "08:00-20:00", count = 4 },'
    ]
    assert with_shifts(day, night, replace(day, count=4)) == [
        '-  { days = "Mon-Sun", hours = "20:00-08:00", count = 1 }',
        '+  { days = "Mon-Sun", hours = "20:00-08:00", count = 1 },',
        '+  { days = "Mon-Sun", hours = "08:00-20:00", count = 4 },',
    ]


def test_that_daily_counts_change_day_by_day(small_text, small_scenario):
    text = small_text.replace(
        'rate = "10 per hour"', "# counted at the gate\ndaily = { 2026-03-02 = 10, 2026-03-03 = 5 } # so far"
    )
    scenario = parse_scenario(text, "x", None)
    gate = scenario.entry_points["gate"]
    stream = replace(gate.arrivals[0], daily={date(2026, 3, 2): 10, date(2026, 3, 3): 6})
    written = text_for(replace(scenario, entry_points={"gate": replace(gate, arrivals=(stream,))}), text)

    assert lines_changed(text, written) == [
        "-daily = { 2026-03-02 = 10, 2026-03-03 = 5 } # so far",
        "+daily = { 2026-03-02 = 10, 2026-03-03 = 6 } # so far",
    ]


def test_that_tables_that_are_split_over_the_file_stay_where_they_are():
    path = HERE / "complete_example.toml"
    scenario, text = read_scenario(path), path.read_text()
    longer = replace(scenario, duration=scenario.duration + 3600)

    assert lines_changed(text, text_for(longer, text)) == ['-duration = "2 days 12 h"', '+duration = "2 days 13 h"']


def test_that_a_change_that_has_no_place_in_the_text_is_written_all_the_same(small_text, small_scenario):
    registration, clinic = small_scenario.stations.values()
    swapped = replace(small_scenario, stations={"clinic": clinic, "registration": registration})

    written = text_for(swapped, small_text)

    assert in_order(parse_scenario(written, "x", None)) == in_order(swapped)
    assert written.startswith("# a small scenario with one of everything, to break in every way\n")


@pytest.mark.parametrize("old", ["not TOML at all", "a = 1\n", "", "format = 99\n"])
def test_that_a_text_that_is_no_scenario_is_replaced(small_scenario, old):
    assert text_for(small_scenario, old) == text_for(small_scenario)


def test_that_line_ends_of_windows_stay(small_text, small_scenario):
    text = small_text.replace("\n", "\r\n")
    written = text_for(replace(small_scenario, title="Other", summary="Two\nlines"), text)

    assert written.count("\r\n") == written.count("\n") == text.count("\n") + 2
    assert parse_scenario(written, "x", None).summary == "Two\nlines"


@pytest.mark.parametrize(
    "words",
    ['"', '"""', "\\", "\\n", "a\nb", '\n"""\n', "tab\t\x7f\x00\x1b", "\r", "مرحبا 🙂", "trailing\\", "\n", "'"],
)
def test_that_any_words_survive(small_scenario, words):
    scenario = replace(small_scenario, summary=words)

    assert parse_scenario(text_for(scenario), "x", None).summary == words


# --- whole or not at all


def test_that_the_file_is_replaced_whole_and_nothing_is_left_beside_it(file, small_scenario):
    write_scenario(replace(small_scenario, title="Other"), file)

    assert read_scenario(file).title == "Other"
    assert [path.name for path in file.parent.iterdir()] == ["scenario.toml"]


def test_that_a_full_disk_leaves_the_old_file_and_says_what_to_do(file, small_scenario, small_text, monkeypatch):
    def fail(descriptor):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(FileNotWritten) as caught:
        write_scenario(replace(small_scenario, title="Other"), file)

    assert (caught.value.file, caught.value.reason) == (file, "the disk is full")
    assert "Free some space" in caught.value.advice
    assert file.read_text() == small_text
    assert [path.name for path in file.parent.iterdir()] == ["scenario.toml"]


def test_that_a_folder_that_is_not_there_is_told(tmp_path, small_scenario):
    with pytest.raises(FileNotWritten, match="its folder does not exist"):
        write_scenario(small_scenario, tmp_path / "nowhere" / "scenario.toml")


def test_that_counts_go_into_no_folder_that_is_not_there(tmp_path):
    scenario = read_scenario(HERE / "complete_example.toml")
    with pytest.raises(FileNotWritten, match="its folder does not exist"):
        write_scenario(scenario, tmp_path / "nowhere" / "deeper" / "scenario.toml")

    assert list(tmp_path.iterdir()) == []


def test_that_a_folder_in_place_of_a_file_is_told(tmp_path, small_scenario):
    with pytest.raises(FileNotWritten, match="this is a folder"):
        write_scenario(small_scenario, tmp_path)


def test_that_a_place_where_nobody_may_write_is_told(file, small_scenario, small_text, monkeypatch):
    def refuse(self, target):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(FileNotWritten, match="writing is not allowed here"):
        write_scenario(replace(small_scenario, title="Other"), file)

    assert file.read_text() == small_text
    assert len(list(file.parent.iterdir())) == 1


def test_that_permissions_stay(file, small_scenario):
    file.chmod(0o640)
    before = file.stat().st_mode
    write_scenario(replace(small_scenario, title="Other"), file)

    assert file.stat().st_mode == before


@pytest.mark.skipif(os.name == "nt", reason="making a link needs a privilege on Windows")
def test_that_a_link_stays_a_link(file, small_scenario):
    link = file.with_name("link.toml")
    link.symlink_to(file)
    write_scenario(replace(small_scenario, title="Other"), link)

    assert link.is_symlink()
    assert read_scenario(file).title == "Other"


def test_that_a_new_file_gets_the_permissions_that_new_files_get(tmp_path, small_scenario):
    write_scenario(small_scenario, tmp_path / "new.toml")
    (tmp_path / "other").touch()

    assert (tmp_path / "new.toml").stat().st_mode == (tmp_path / "other").stat().st_mode
