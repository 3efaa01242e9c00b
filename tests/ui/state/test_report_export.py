"""Reports made in a child process."""

import os
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from reception_sim.reports.content import ReportContent
from reception_sim.run import run_whole
from reception_sim.statistics import measure
from ui.state.child_work import ChildWork
from ui.state.report_export import ReportExport

PNG = b"\x89PNG"


@pytest.fixture(scope="module")
def content(scenario):
    return ReportContent(scenario, measure(run_whole(scenario), scenario))


@pytest.fixture
def export(qapp):
    making = ReportExport()
    yield making
    making.close()


def test_that_a_preview_comes_as_pictures_of_pages(export, content, qtbot) -> None:
    with qtbot.waitSignal(export.preview_ready, timeout=60_000) as ready:
        export.preview(content, 40.0)

    assert len(ready.args[0]) > 1
    assert all(page.startswith(PNG) for page in ready.args[0])


def test_that_a_report_is_written_where_it_was_asked_for(export, content, qtbot, tmp_path) -> None:
    path = tmp_path / "report.html"

    with qtbot.waitSignal(export.exported, timeout=60_000) as exported:
        export.export(content, path)

    assert exported.args[0] == path
    assert content.scenario.title in path.read_text(encoding="utf-8")
    assert [path] == list(tmp_path.iterdir())


def test_that_a_folder_that_is_gone_is_told_in_words(export, content, qtbot, tmp_path) -> None:
    with qtbot.waitSignal(export.failed, timeout=60_000) as failed:
        export.export(content, tmp_path / "gone" / "report.html")

    assert failed.args[0].startswith("There is no report.")
    assert not export.exporting


def test_that_a_cancelled_export_leaves_no_file(export, content, qtbot, tmp_path) -> None:
    export.export(content, tmp_path / "report.html")
    with qtbot.assertNotEmitted(export.exported, wait=3_000):
        export.cancel()

    assert not export.exporting
    assert list(tmp_path.iterdir()) == []


def test_that_a_next_export_works_after_a_cancelled_one(export, content, qtbot, tmp_path) -> None:
    export.export(content, tmp_path / "first.html")
    export.cancel()

    with qtbot.waitSignal(export.exported, timeout=60_000):
        export.export(content, tmp_path / "second.html")

    assert [path.name for path in tmp_path.iterdir()] == ["second.html"]


def test_that_a_child_that_dies_is_told_and_the_next_one_works(qapp, qtbot) -> None:
    work = ChildWork()
    with qtbot.waitSignal(work.failed, timeout=30_000) as failed:
        work.start(os._exit, 3)
    assert isinstance(failed.args[0], BrokenProcessPool)

    with qtbot.waitSignal(work.done, timeout=30_000) as done:
        work.start(Path, "again")

    work.close()
    assert done.args == [Path("again")]
