"""How long one run takes on this machine."""

from time import perf_counter

from reception_sim.experiments.replications import run_replication
from reception_sim.scenario import ScenarioPlan


def seconds_of_one_run(scenario: ScenarioPlan) -> float:
    """Simulate and measure once, and return how long that took."""
    began = perf_counter()
    run_replication(scenario, 1, 0)
    return perf_counter() - began
