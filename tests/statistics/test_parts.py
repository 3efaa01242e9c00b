"""Parts tell their figures as rows of one table a part."""

import pytest

from reception_sim.statistics import COLUMNS, Part, measure
from tests.statistics.hand_written import ARRIVED, EXITED, GAVE_UP, JOINED, PLAN, recorded


def test_that_people_are_counted_by_kind_of_exit_and_apart_when_they_gave_up():
    recording = recorded(
        (0, ARRIVED, "gate", 0),
        (0, ARRIVED, "gate", 1),
        (1, JOINED, "screening", 1),
        (5, EXITED, "home", 0),
        (6, GAVE_UP, "screening", 1),
        sizes=(3, 1),
    )

    told = {
        (row.subject, row.measure): row.value for row in measure(recording, PLAN).parts if row.part is Part.WAYS_OUT
    }

    kind = PLAN.exits["home"].kind
    assert (told[kind, "persons"], told["gave up", "persons"]) == (3, 1)
    assert (told[kind, "share"], told["gave up", "share"]) == (75, 25)


@pytest.mark.parametrize("part", Part)
def test_that_each_part_has_columns_with_their_units(part):
    assert COLUMNS[part]
    assert all(COLUMNS[part].values())
