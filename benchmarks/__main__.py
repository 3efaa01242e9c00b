"""`python -m benchmarks`: measure, print what a person wants to know, and write the same figures with --json FILE."""

import argparse
import json
import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.experiments import measure_capacity, measure_throughput
from benchmarks.going_back import measure_going_back
from benchmarks.growth import Growth, grow
from benchmarks.planning import measure_planning
from benchmarks.ratios import Ratio, measure_lampedusa, measure_six_phases, measure_tandem
from benchmarks.window import measure_window


def main() -> None:
    """Run every benchmark."""
    arguments = _arguments()
    console = Console()
    console.print("Interleaved in one run, median of several rounds: what counts are the ratios, not the times.")
    ratios = [*measure_tandem(arguments.persons), *measure_lampedusa(), *measure_six_phases()]
    console.print(_table_of_ratios(ratios))
    growth = [grow(persons) for persons in arguments.growth]
    console.print(_table_of_growth(growth))
    window = measure_window()
    for name, value in window.items():
        console.print(f"{name.replace('_', ' ')}: {value:.2f}")
    going_back = measure_going_back()
    for name, value in going_back.items():
        console.print(f"{name.replace('_', ' ')}: {value:.2f}")
    throughput, capacity = measure_throughput(), measure_capacity()
    console.print(
        f"replications of Lampedusa a second: {throughput.one_core_a_s:.2f} on one core, "
        f"{throughput.two_cores_a_s:.2f} on two (efficiency {throughput.efficiency:.0%})"
    )
    console.print(
        f"capacity of Lampedusa on two cores: {capacity.seconds:.0f} s, "
        f"{capacity.runs} runs instead of {capacity.grid_runs} on a grid"
    )
    planning = measure_planning()
    for name, value in planning.items():
        console.print(f"{name.replace('_', ' ')}: {value:,.2f}")
    if arguments.json:
        figures = {
            "ratios": [vars(one) for one in ratios],
            "growth": [vars(one) for one in growth],
            "window": window,
            "going_back": going_back,
            "throughput": vars(throughput),
            "capacity": vars(capacity),
            "planning": planning,
        }
        Path(arguments.json).write_text(json.dumps(figures, indent=2), encoding="utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__)
    parser.add_argument("--json", metavar="FILE", help="write the figures as data")
    parser.add_argument("--persons", type=int, default=30_000, help="persons in the tandem")
    parser.add_argument(
        "--growth", type=int, nargs="*", default=[1_000, 10_000, 100_000, 1_000_000], help="persons, size by size"
    )
    return parser.parse_args(sys.argv[1:])


def _table_of_ratios(ratios: list[Ratio]) -> Table:
    table = Table(title="Against other ways to write the same model")
    for heading in ("case", "ours, µs a person", "other", "other, µs a person", "other / ours", "from", "to"):
        table.add_column(heading, justify="left" if heading in ("case", "other") else "right")
    for one in ratios:
        ours, theirs = (f"{time:.1f}" for time in (one.ours_us, one.theirs_us))
        told = (f"{ratio:.2f}" for ratio in (one.times_as_fast, one.at_least, one.at_most))
        table.add_row(one.case, ours, one.other, theirs, *told)
    return table


def _table_of_growth(growth: list[Growth]) -> Table:
    table = Table(title="Growth of the tandem, recording on, each in a process of its own")
    for heading in ("persons", "seconds", "µs a person", "peak memory, MB"):
        table.add_column(heading, justify="right")
    for one in growth:
        table.add_row(f"{one.persons:,}", f"{one.seconds:.2f}", f"{one.us_a_person:.1f}", f"{one.peak_memory_mb:.0f}")
    return table


if __name__ == "__main__":
    main()
