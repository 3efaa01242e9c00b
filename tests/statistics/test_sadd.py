"""Sex- and age-disaggregated data: every person in exactly one cell, and the cells add up."""

from hypothesis import given

from reception_sim.statistics import EVERYBODY, Part, measure
from tests.statistics.hand_written import ARRIVED, ENDED, EXITED, GAVE_UP, PLAN, recorded, recordings, unhurried


def table(recording):
    rows = {}
    for one in measure(recording, PLAN).parts:
        if one.part is Part.SADD:
            rows.setdefault(one.subject, {})[one.measure] = one.value
    return rows


def row(**persons):
    """Return a row of one person, of whom only what is said is so."""
    return dict.fromkeys(("in_system", "sheltered", "registered", "completed", "gave_up"), 0) | {"arrived": 1} | persons


def test_that_members_of_a_family_are_told_each_by_sex_and_age():
    rows = table(
        recorded(
            (0, ARRIVED, "gate", 0),
            (9, ENDED, "registration", 0),
            (20, EXITED, "home", 0),
            (0, ARRIVED, "gate", 1),
            (30, GAVE_UP, "screening", 1),
            sizes=(3, 1),
            sexes="ffmm",
            age_bands=["18-59", "0-17", "0-17", "18-59"],
        )
    )

    assert rows["f 0-17"] == row(registered=1, completed=1)
    assert rows["m 18-59"] == row(gave_up=1)
    assert rows["0-17"]["arrived"] == 2
    assert rows[EVERYBODY]["completed"] == 3


@unhurried
@given(recordings())
def test_that_the_cells_add_up_to_everybody_and_nobody_is_counted_twice(recording):
    rows = table(recording)
    counts = measure(recording, PLAN).persons
    cells = [row for subject, row in rows.items() if " " in subject]

    for column in rows.get(EVERYBODY, {}):
        assert sum(row[column] for row in cells) == rows[EVERYBODY][column]
    if rows:
        assert rows[EVERYBODY]["arrived"] == counts.arrived
        assert rows[EVERYBODY]["in_system"] == counts.in_system
        assert rows[EVERYBODY]["completed"] + rows[EVERYBODY]["gave_up"] == counts.completed + counts.left
