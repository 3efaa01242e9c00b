"""Take a picture of the map of each shipped scenario, at a telling moment, for the pages beside the scenarios.

Run `python -m tools.map_pictures [SCENARIO ...]`; `tools.screenshots` takes them too.
"""

import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEventLoop, QTimer

from reception_sim.run import Run, open_scenario
from reception_sim.scenario.library import shipped
from ui.application import new_application
from ui.canvas.flow_map import FlowMap
from ui.theme import LIGHT

IMAGES: Final = Path(__file__).parents[1] / "docs" / "images"
SIZE: Final = (1100, 440)
SIZE_OF_LESSON: Final = (820, 300)
USUAL_MOMENT: Final = 0.55  # of the time of a scenario
MOMENTS: Final = {
    "border_post_basics": 0.2,
    "blace_kukes_1999": 0.47,
    "lampedusa_2023": 0.4,
    "munich_2015": 0.85,
    "six_phase_border_exercise": 0.6,
}
_SETTLES_MS: Final = 400  # figures stand for a moment before others follow


def take_maps(scenarios: list[str]) -> None:
    """Draw each map from a run of its own, light: pages of text are read on paper, too."""
    for scenario in scenarios:
        run = Run(open_scenario(scenario))
        view = FlowMap(LIGHT)
        view.resize(*(SIZE if run.scenario.lesson is None else SIZE_OF_LESSON))
        view.show_scenario(run.scenario)
        view.set_motion(False)
        view.show()
        run.advance(MOMENTS.get(scenario, USUAL_MOMENT) * run.scenario.duration)
        view.append(run.snapshot())
        _let_pass(_SETTLES_MS)
        IMAGES.mkdir(parents=True, exist_ok=True)
        view.grab().save(str(IMAGES / f"map_{scenario}.png"))
        view.close()


def mapped() -> list[str]:
    """Return the scenarios that have a picture: all there are."""
    return [entry.id for entry in shipped()]


def _let_pass(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    application = new_application()
    take_maps(sys.argv[1:] or mapped())
