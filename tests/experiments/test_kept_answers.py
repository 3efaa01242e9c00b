"""Answers written as JSON and read again: every figure of them, and the scenarios that made them."""

import json
from dataclasses import fields, is_dataclass, replace
from itertools import islice

import numpy as np
import pytest

from reception_sim.actions import JournalEntry, ScaleArrivals
from reception_sim.experiments import (
    Alternative,
    BottleneckQuestion,
    CapacityQuestion,
    CompareQuestion,
    Comparing,
    FindingBottleneck,
    FindingCapacity,
    Here,
    Precision,
    SensitivityInquiry,
    SensitivityQuestion,
    StaffingInquiry,
    StaffingQuestion,
    usual_criteria,
)
from reception_sim.experiments.answers import Ending
from reception_sim.experiments.kept_answers import (
    KINDS,
    KeptAnswerError,
    asked_about,
    kind_of,
    read_answer,
    write_answer,
)
from reception_sim.scenario.changes import Change
from reception_sim.scenario.quantities import HOUR
from tests.experiments.runs import basics

SHORT = replace(basics(), duration=6 * HOUR)
CRITERIA = usual_criteria(SHORT)
BUSY = Alternative(
    "busy",
    "Busy",
    (Change("staff.officer.shifts[1].count", 12),),
    (JournalEntry(0.0, ScaleArrivals("border_crossing", 1.5)),),
)
INQUIRIES = {
    "comparison": lambda: Comparing(CompareQuestion(SHORT, (BUSY,), CRITERIA, Precision.fixed(2)), Here()),
    "bottleneck": lambda: FindingBottleneck(
        BottleneckQuestion(SHORT, CRITERIA, ("staff.officer",), Precision.fixed(2)), Here()
    ),
    "capacity": lambda: FindingCapacity(
        CapacityQuestion(SHORT, lowest=0.5, highest=3.0, precision=0.2, replications=4), Here()
    ),
    "sensitivity": lambda: SensitivityInquiry(SensitivityQuestion(SHORT, points=6), Here()),
    "roster": lambda: StaffingInquiry(StaffingQuestion(SHORT, runs_at_most=40), Here()),
}


def answered_soon(kind):
    inquiry = INQUIRIES[kind]()
    for _ in islice(inquiry.steps(), 60):
        pass
    return inquiry.answer(Ending.CANCELLED)


def differences(one, other, path="answer"):
    """Yield where two values differ, of whatever they are made."""
    if isinstance(one, np.ndarray):
        yield from () if np.array_equal(one, other, equal_nan=True) else (path,)
    elif is_dataclass(one):
        yield from () if type(one) is type(other) else (path,)
        for field in fields(one):
            yield from differences(getattr(one, field.name), getattr(other, field.name), f"{path}.{field.name}")
    elif isinstance(one, tuple):
        yield from () if len(one) == len(other) else (path,)
        for row, pair in enumerate(zip(one, other, strict=False)):
            yield from differences(*pair, f"{path}[{row}]")
    elif one != other and not (one != one and other != other):  # noqa: PLR0124 - NaN
        yield path


@pytest.mark.parametrize("kind", KINDS)
def test_that_an_answer_is_read_as_it_was_written(kind):
    answer = answered_soon(kind)

    read = read_answer(write_answer(answer), asked_about(answer))

    assert kind_of(read) == kind
    assert list(differences(answer, read)) == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: "{",
        lambda text: text.replace('"kind": "sensitivity"', '"kind": "prophecy"'),
        lambda text: text.replace('"runs":', '"walks":'),
        lambda text: json.dumps({**json.loads(text), "answer": [1, 2, 3]}),
        lambda text: json.dumps({**json.loads(text), "scenarios": ["title = 'No scenario'"]}),
    ],
)
def test_that_an_answer_that_fits_no_answer_of_this_program_is_refused_in_words(spoil):
    answer = answered_soon("sensitivity")

    with pytest.raises(KeptAnswerError, match="damaged, or was kept by another version"):
        read_answer(spoil(write_answer(answer)), SHORT)
