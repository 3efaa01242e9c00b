"""What people needed and did not get."""

from reception_sim.recording import LevelKind
from reception_sim.statistics import measure
from tests.statistics.hand_written import PLAN, recorded


def meals(*levels):
    (figures,) = measure(
        recorded(levels=[(minute, kind, "meal", value) for minute, kind, value in levels]), PLAN
    ).supplies
    return figures


def test_that_the_last_level_of_each_is_told():
    figures = meals(
        (10, LevelKind.SUPPLY_STOCK, 60),
        (10, LevelKind.SUPPLY_WANTED, 40),
        (20, LevelKind.SUPPLY_WANTED, 120),
        (20, LevelKind.SUPPLY_STOCK, 0),
        (20, LevelKind.SUPPLY_MISSED, 20),
    )

    assert (figures.wanted, figures.missed, figures.stock_at_end) == (120, 20, 0)


def test_that_a_supply_nobody_touched_has_its_planned_stock():
    figures = meals()

    assert (figures.wanted, figures.missed, figures.stock_at_end) == (0, 0, 100)
