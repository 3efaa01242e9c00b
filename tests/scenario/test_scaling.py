"""A field times a factor: whatever its quantity, found by its path, and refused by name where it is not there."""

import pytest

from reception_sim.scenario.scaling import CannotScale, numbers_at, scaled
from tests.model.plans import arriving, border, plan, staff, station


def test_that_a_distribution_is_scaled_as_a_whole():
    long = station(service_time={"distribution": "triangular", "min": "1 min", "mode": "2 min", "max": "6 min"})

    slower = scaled(plan(stations={"desk": long}), "stations.desk.service_time", 1.5)

    assert numbers_at(slower, "stations.desk.service_time") == (90.0, 180.0, 540.0)


def test_that_rows_of_a_list_are_meant_together_or_one_by_its_number():
    two = plan(entry_points=border(arriving(("day 0 01:00", 10), ("day 0 02:00", 20))))

    assert numbers_at(scaled(two, "entry_points.border.arrivals.schedule.persons", 2), _PERSONS) == (20, 40)
    assert numbers_at(scaled(two, "entry_points.border.arrivals.0.schedule.1.persons", 2), _PERSONS) == (10, 40)


def test_that_a_whole_number_is_rounded_and_stays_at_least_one():
    few = plan(staff={"officer": staff(count=1)})

    assert numbers_at(scaled(few, "staff.officer.shifts.count", 0.2), "staff.officer.shifts.count") == (1,)


def test_that_only_the_named_field_changes():
    before = plan()

    after = scaled(before, "stations.desk.service_time", 2.0)

    assert scaled(after, "stations.desk.service_time", 0.5) == before


@pytest.mark.parametrize(
    ("field", "said"),
    [
        ("stations.dask.service_time", "did you mean desk"),
        ("stations.desk.servicetime", "did you mean service_time"),
        ("stations.desk.patience", "is not said"),
        ("stations.desk.title", "no number"),
        ("staff.officer.shifts.7.count", "no row 7"),
        ("staff.officer.shifts.number", "nothing of the name number"),
    ],
)
def test_that_a_field_that_cannot_be_scaled_is_told_by_name(field, said):
    with pytest.raises(CannotScale, match=said):
        scaled(plan(), field, 1.2)


def test_that_a_value_that_the_field_cannot_have_is_told():
    with pytest.raises(CannotScale, match="less than or equal to 1"):
        scaled(plan(staff={"officer": staff(absence=0.9)}), "staff.officer.absence", 2)


_PERSONS = "entry_points.border.arrivals.schedule.persons"
