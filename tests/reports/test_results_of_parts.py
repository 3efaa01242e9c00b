"""The tables of the parts know no part: rows, columns and words come from elsewhere."""

from dataclasses import replace

import pytest

from reception_sim.experiments import summarise
from reception_sim.reports.part_words import part_words, subject_in_words
from reception_sim.reports.results_of_parts import part_tables
from reception_sim.statistics import COLUMNS, Part, PartFigure
from tests.reports.contents import single


def of_parts(*figures):
    return replace(single(), figures=replace(single().figures, parts=figures), summary=None)


def test_that_a_part_is_a_table_with_a_row_a_subject():
    table = next(
        part_tables(
            of_parts(
                PartFigure(Part.WAYS_OUT, "relocation", "persons", 12.0),
                PartFigure(Part.WAYS_OUT, "relocation", "share", 75.0),
                PartFigure(Part.WAYS_OUT, "return", "persons", 4.0),
            )
        )
    )

    assert [[cell.text for cell in row] for row in table.rows] == [["Relocation", "12", "75"], ["Return", "4", ""]]


def test_that_a_part_that_the_scenario_has_not_is_left_out():
    assert list(part_tables(of_parts())) == []


def test_that_a_row_is_called_by_the_title_of_what_the_plan_names():
    assert subject_in_words("registration", single().scenario) == single().scenario.title_of("registration")


@pytest.mark.parametrize("part", Part)
def test_that_each_part_has_as_many_headings_as_columns(part):
    assert len(part_words(part).headings) == len(COLUMNS[part])


def test_that_replications_of_a_part_are_averaged_even_when_one_lacks_a_row():
    base = single().figures
    runs = [
        replace(base, parts=(PartFigure(Part.WAYS_OUT, "relocation", "persons", 10.0),)),
        replace(base, parts=(PartFigure(Part.WAYS_OUT, "relocation", "persons", 20.0),)),
        replace(base, parts=(PartFigure(Part.WAYS_OUT, "return", "persons", 6.0),)),
    ]

    told = {one.subject: one.value for one in summarise(runs).parts}

    assert (told["relocation"].mean, told["relocation"].replications) == (15.0, 2)
    assert told["return"].mean == 6.0
