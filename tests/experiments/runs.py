"""Figures of runs for tests: of a real short run, with single figures set by hand."""

from dataclasses import replace
from functools import cache

import numpy as np

from reception_sim.experiments import run_replication
from reception_sim.run import open_scenario
from reception_sim.scenario import ScenarioPlan
from reception_sim.statistics import RunFigures


@cache
def basics() -> ScenarioPlan:
    return open_scenario("border_post_basics")


@cache
def first_run() -> RunFigures:
    return run_replication(basics(), 1, 0)


def with_mean_wait(seconds, station=0):
    """Return the first run's figures, with another mean wait at one station."""
    figures = first_run()
    stations = list(figures.stations)
    stations[station] = replace(stations[station], waits=replace(stations[station].waits, mean=seconds))
    return replace(figures, stations=tuple(stations))


def with_verdict(met, row):
    """Return the first run's figures, with another verdict on one of its indicators."""
    figures = first_run()
    indicators = list(figures.indicators)
    indicators[row] = replace(indicators[row], met=met)
    return replace(figures, indicators=tuple(indicators))


def with_occupancy(persons):
    """Return the first run's figures, with a site that always holds so many persons."""
    figures = first_run()
    site = replace(figures.series.sites[0], occupancy=np.full(len(figures.series.time), float(persons)))
    return replace(figures, series=replace(figures.series, sites=(site,)))
