"""Opening scenario files, good and bad, small and large."""

from dataclasses import replace

import pytest

from reception_sim.run import open_scenario
from reception_sim.scenario import FileNotWritten
from reception_sim.scenario.library import find_scenario
from reception_sim.scenario.scaling import scaled
from ui.state.scenario_file import ScenarioFile


@pytest.fixture
def file(qapp):
    opening = ScenarioFile()
    yield opening
    opening.close()


def test_that_a_scenario_of_the_library_opens_by_its_id(file, qtbot) -> None:
    with qtbot.waitSignal(file.opened) as opened:
        file.open("border_post_basics")

    assert opened.args[0].title == "Border post basics"
    assert file.is_shipped


def test_that_a_copy_elsewhere_is_not_taken_for_a_shipped_one(file, qtbot, tmp_path) -> None:
    copy = tmp_path / "mine.toml"
    copy.write_bytes(find_scenario("border_post_basics").read_bytes())

    with qtbot.waitSignal(file.opened):
        file.open(str(copy))

    assert (file.path, file.is_shipped) == (copy, False)


def test_that_every_problem_of_a_wrong_file_is_told(file, qtbot, tmp_path) -> None:
    path = tmp_path / "wrong.toml"
    text = find_scenario("border_post_basics").read_text(encoding="utf-8")
    path.write_text(text.replace("capacity", "capacty").replace("format = 1", "format = 1\nsumary = 3"))

    with qtbot.waitSignal(file.refused) as refused:
        file.open(str(path))

    told = str(refused.args[0])
    assert "capacty" in told
    assert "sumary" in told
    assert file.path is None


@pytest.mark.parametrize("content", [b"", b"\x00\x01\xff", b"= = ="])
def test_that_a_file_that_is_no_scenario_is_refused_in_words(file, qtbot, tmp_path, content) -> None:
    path = tmp_path / "odd.toml"
    path.write_bytes(content)

    with qtbot.waitSignal(file.refused) as refused:
        file.open(str(path))

    assert "odd.toml" in str(refused.args[0])
    assert "Traceback" not in str(refused.args[0])


def test_that_a_name_that_is_nowhere_is_refused_in_words(file, qtbot) -> None:
    with qtbot.waitSignal(file.refused) as refused:
        file.open("/nowhere/at/all.toml")

    assert "no such file" in str(refused.args[0])


def test_that_a_large_file_is_read_aside_and_refused_or_opened_all_the_same(file, qtbot, tmp_path) -> None:
    path = tmp_path / "large.toml"
    comments = "# a long story\n" * 20_000
    path.write_text(find_scenario("border_post_basics").read_text(encoding="utf-8") + comments, encoding="utf-8")

    with qtbot.waitSignals([file.reading, file.opened], timeout=30_000):
        file.open(str(path))

    assert file.path == path


def test_that_what_is_wrong_with_a_large_file_comes_back_from_the_other_process(file, qtbot, tmp_path) -> None:
    path = tmp_path / "large.toml"
    path.write_text("nonsense = 1\n" + "# a long story\n" * 20_000, encoding="utf-8")

    with qtbot.waitSignal(file.refused, timeout=30_000) as refused:
        file.open(str(path))

    assert "nonsense" in str(refused.args[0])


def test_that_a_scenario_saved_as_a_file_of_ones_own_keeps_the_comments_and_says_what_was_changed(
    file, qtbot, tmp_path
) -> None:
    with qtbot.waitSignal(file.opened) as opened:
        file.open("border_post_basics")
    more = scaled(opened.args[0], "entry_points.border_crossing.arrivals.daily", 2.0)
    mine = tmp_path / "my_border.toml"

    with qtbot.waitSignal(file.saved, timeout=30_000):
        file.save_as(more, mine)

    assert open_scenario(str(mine)) == more
    assert "# too thin: the evening buses come at eight" in mine.read_text(encoding="utf-8")
    assert (file.path, file.is_shipped) == (mine, False)


def test_that_no_scenario_of_the_program_is_written_over(file, qtbot) -> None:
    with qtbot.waitSignal(file.opened) as opened:
        file.open("border_post_basics")
    shipped = find_scenario("border_post_basics")
    before = shipped.read_bytes()

    with qtbot.waitSignal(file.not_saved) as refused:
        file.save_as(replace(opened.args[0], title="Mine"), shipped)

    assert "comes with the program" in str(refused.args[0])
    assert shipped.read_bytes() == before


def test_that_a_file_that_cannot_be_written_is_told_and_nothing_else_is_taken_for_it(file, qtbot, tmp_path) -> None:
    with qtbot.waitSignal(file.opened) as opened:
        file.open("border_post_basics")
    was = file.path

    with qtbot.waitSignal(file.not_saved, timeout=30_000) as refused:
        file.save_as(opened.args[0], tmp_path / "nowhere" / "mine.toml" / "deeper")
    with qtbot.waitSignal(file.not_saved, timeout=30_000):
        file.save_as(opened.args[0], tmp_path)

    assert isinstance(refused.args[0], FileNotWritten)
    assert file.path == was
