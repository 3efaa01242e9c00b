"""Every scenario that comes with the program opens in the real window, and its run can be seen to begin.

One lesson stands for all of them: they are small scenarios, and tests/ui/canvas draws the map of each.
"""

import pytest

from reception_sim.scenario.library import shipped
from ui.application import Desktop

PATIENCE_MS = 40_000
LESSON = next(entry for entry in shipped() if entry.lesson is not None)
OPENED = [*(entry for entry in shipped() if entry.lesson is None), LESSON]


@pytest.fixture
def desktop(qtbot, qapp, settings):
    made = Desktop(qapp, settings)
    made.window.resize(1366, 768)
    made.window.show()
    qtbot.waitExposed(made.window)
    yield made
    made.program.run.discard_journal()
    made.window.close()
    made.close()


@pytest.mark.slow
def test_that_every_shipped_scenario_opens_runs_and_is_seen_on_the_map(desktop, qtbot) -> None:
    for entry in OPENED:
        desktop.program.file.open(entry.id)
        run, page = desktop.program.run, desktop.window.run_page
        qtbot.waitUntil(lambda run=run: run.snapshot is not None, timeout=PATIENCE_MS)
        moment = run.scenario.duration / 100
        run.run_until(moment)
        qtbot.waitUntil(lambda run=run, moment=moment: run.time >= moment, timeout=PATIENCE_MS)

        assert desktop.window.page is page
        assert run.scenario.title == entry.title
        assert entry.title in page.map.accessibleName()
        assert all(page.map.viewport().rect().contains(page.map.where_is(name)) for name, _ in run.scenario.places())
        run.discard_journal()
