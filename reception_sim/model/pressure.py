"""The pressure to close a border: what drives it, and how much all of it comes to."""

from typing import Final

from reception_sim.model.building import System
from reception_sim.model.kernel import Kernel
from reception_sim.model.watching import value_of
from reception_sim.recording import LevelKind
from reception_sim.scenario.conditions import Condition
from reception_sim.scenario.quantities import MINUTE

LOOK_EVERY: Final = 5 * MINUTE


def watch_pressure(system: System, kernel: Kernel) -> None:
    """Look at all drivers every five minutes, and record what each of them comes to."""
    drives = system.pressure.drives = dict.fromkeys(system.pressure.plans, 0.0)
    limits = {name: plan.conditions for name, plan in system.pressure.plans.items()}

    def look() -> None:
        for name, (eased, unbearable) in limits.items():
            drive = drive_between(eased, unbearable, system, kernel)
            if drive != drives[name]:
                drives[name] = drive
                kernel.recorder.level(kernel.now, LevelKind.PRESSURE, kernel.index[name], drive)

    kernel.every(LOOK_EVERY, look)


def drive_between(eased: Condition, unbearable: Condition, system: System, kernel: Kernel) -> float:
    """Return how far a driver is between the limit where it is eased and the one where it is unbearable (%)."""
    way = (value_of(eased, system, kernel) - eased.limit) / (unbearable.limit - eased.limit)
    return 100 * min(max(way, 0.0), 1.0)
