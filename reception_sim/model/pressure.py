"""The pressure to close a border: what drives it, and how much all of it comes to."""

from collections.abc import Generator
from typing import Final

from simpy.events import Event

from reception_sim.model.building import System
from reception_sim.model.kernel import Kernel
from reception_sim.model.watching import value_of
from reception_sim.recording import LevelKind
from reception_sim.scenario.conditions import Condition
from reception_sim.scenario.quantities import MINUTE

LOOK_EVERY: Final = 5 * MINUTE


def watch_pressure(system: System, kernel: Kernel) -> Generator[Event, None, None]:
    """Look at all drivers every five minutes, and record what each of them comes to."""
    told: dict[str, float] = {}
    limits = {name: plan.conditions for name, plan in system.pressure.plans.items()}
    while True:
        yield kernel.env.timeout(LOOK_EVERY)
        for name, (eased, unbearable) in limits.items():
            drive = system.pressure.drives[name] = drive_between(eased, unbearable, system, kernel)
            if drive != told.get(name, 0.0):
                told[name] = drive
                kernel.recorder.level(kernel.now, LevelKind.PRESSURE, kernel.index[name], drive)


def drive_between(eased: Condition, unbearable: Condition, system: System, kernel: Kernel) -> float:
    """Return how far a driver is between the limit where it is eased and the one where it is unbearable (%)."""
    way = (value_of(eased, system, kernel) - eased.limit) / (unbearable.limit - eased.limit)
    return 100 * min(max(way, 0.0), 1.0)
