"""What tiles say of figures."""

from dataclasses import replace

import numpy as np
import pytest

from reception_sim.run import Run
from reception_sim.scenario.standards import Indicator, StandardPlan
from reception_sim.statistics import IndicatorFigure, grid_step, measure, series
from ui.pages.indicators import Verdict, tiles_of, trend_of, verdict_on

HOUR = 3600.0
LIMIT = StandardPlan(indicator=Indicator.OCCUPANCY, at="transit_centre", at_most=100, source="the plan")
MET = IndicatorFigure(Indicator.OCCUPANCY, "transit_centre", "%", 40.0, LIMIT, met=True, margin=60.0)


@pytest.fixture(scope="module")
def recording(scenario):
    run = Run(scenario)
    run.advance(20 * HOUR)
    return run.recording()


@pytest.mark.parametrize(
    ("figure", "verdict"),
    [
        (MET, Verdict.MET),
        (replace(MET, value=95.0, margin=5.0), Verdict.CLOSE),
        (replace(MET, value=130.0, margin=-30.0, met=False), Verdict.MISSED),
        (replace(MET, value=float("nan"), margin=float("nan"), met=None), Verdict.OPEN),
        (replace(MET, standard=None, met=None), Verdict.PLAIN),
    ],
)
def test_that_a_verdict_follows_from_the_margin(figure, verdict) -> None:
    assert verdict_on(figure) is verdict


def test_that_every_standard_of_the_scenario_has_a_tile(scenario, recording) -> None:
    tiles = tiles_of(scenario, measure(recording, scenario), None)

    assert len(tiles) == len(scenario.standards) + 1
    assert all(tile.source for tile in tiles)


def test_that_the_last_tile_counts_the_people_in_the_system(scenario, recording) -> None:
    figures = measure(recording, scenario)

    assert tiles_of(scenario, figures, None)[-1].value == f"{figures.persons.in_system:,}"


def test_that_the_course_of_a_site_is_that_of_its_people(scenario, recording) -> None:
    told = series(recording, scenario, grid_step(scenario.duration))

    assert np.array_equal(trend_of(MET, told), told.sites[0].occupancy)


def test_that_no_course_is_drawn_before_any_is_known() -> None:
    assert len(trend_of(MET, None)) == 0
