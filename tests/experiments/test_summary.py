"""What is kept of many replications."""

import math
import tracemalloc
from dataclasses import fields, replace

import numpy as np
import pytest

from reception_sim.experiments import Estimate, summarise
from reception_sim.experiments.bands import POINTS_AT_MOST, REPLICATIONS_AT_MOST
from reception_sim.experiments.folding import SummaryFold
from tests.experiments.runs import first_run, with_mean_wait, with_occupancy, with_verdict


def test_that_a_figure_is_its_mean_over_the_replications():
    summary = summarise([with_mean_wait(60.0), with_mean_wait(120.0), with_mean_wait(240.0)])

    assert summary.stations[0].waits.mean.mean == pytest.approx(140.0)
    assert summary.stations[0].waits.mean.maximum == 240.0
    assert summary.stations[1].waits.mean.mean == pytest.approx(first_run().stations[1].waits.mean)


def test_that_a_single_run_keeps_its_figures():
    figures, summary = first_run(), summarise([first_run()])

    assert summary.persons.arrived.mean == figures.persons.arrived
    assert [site.occupancy_max.mean for site in summary.sites] == [site.occupancy_max for site in figures.sites]
    assert [role.cost.mean for role in summary.roles] == [role.cost for role in figures.roles]
    assert len(summary.waits_of) == len(figures.waits_of)
    assert all(np.array_equal(site.occupancy.low, site.occupancy.high) for site in summary.series.sites)


def test_that_every_estimate_of_a_single_run_is_that_runs_figure():
    figures, summary = first_run(), summarise([first_run()])

    for figure, estimates in zip(figures.stations, summary.stations, strict=True):
        for field in fields(estimates):
            estimate = getattr(estimates, field.name)
            if isinstance(estimate, Estimate):
                assert estimate.mean == pytest.approx(getattr(figure, field.name))


@pytest.mark.parametrize(
    ("verdicts", "met", "met_in", "missed_in"),
    [
        ((True, True, True), True, 3, 0),
        ((True, False, True), False, 2, 1),
        ((True, None, True), True, 2, 0),
        ((None, None, None), None, 0, 0),
    ],
)
def test_that_a_standard_is_met_when_it_is_met_in_every_replication(verdicts, met, met_in, missed_in):
    row = next(row for row, figure in enumerate(first_run().indicators) if figure.standard)

    figure = summarise([with_verdict(verdict, row) for verdict in verdicts]).indicators[row]

    assert (figure.met, figure.met_in, figure.missed_in) == (met, met_in, missed_in)


def test_that_a_time_indicator_shows_the_times_behind_it():
    summary = summarise([first_run()])
    shown = {figure.indicator: figure.times for figure in summary.indicators}

    assert shown["time to registration"] == summary.time_to_registration.reached
    assert shown["occupancy"] is None


def test_that_a_band_holds_nine_tenths_of_the_replications():
    summary = summarise([with_occupancy(persons) for persons in range(101)])
    band = summary.series.sites[0].occupancy

    assert np.all(band.low == 5)
    assert np.all(band.median == 50)
    assert np.all(band.high == 95)


def test_that_a_long_course_is_thinned_to_its_ends():
    figures = first_run()
    time = np.arange(5000.0)
    series = replace(figures.series, time=time, in_system=time, stations=(), sites=())

    bands = summarise([replace(figures, series=series)]).series

    assert len(bands.time) == POINTS_AT_MOST
    assert (bands.time[0], bands.time[-1]) == (0.0, 4999.0)
    assert np.array_equal(bands.in_system.median, bands.time)


def test_that_memory_does_not_grow_with_the_number_of_replications():
    figures = first_run()
    fold = SummaryFold(figures)
    for _ in range(REPLICATIONS_AT_MOST):
        fold.add(figures)
    tracemalloc.start()
    before, _ = tracemalloc.get_traced_memory()
    for _ in range(200):
        fold.add(figures)
    grown = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()

    assert grown < 100_000
    assert fold.replications == REPLICATIONS_AT_MOST + 201


def test_that_people_are_conserved_in_the_means():
    persons = summarise([with_mean_wait(1.0), with_mean_wait(2.0)]).persons

    assert persons.arrived.mean == pytest.approx(persons.completed.mean + persons.left.mean + persons.in_system.mean)
    assert sum(estimate.mean for _, estimate in persons.by_exit) == pytest.approx(persons.completed.mean)
    assert math.isfinite(persons.arrived.half_width)
