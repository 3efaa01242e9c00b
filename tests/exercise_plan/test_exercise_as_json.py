from datetime import date

import pytest

from reception_sim.exercise_plan import (
    AtTime,
    Decided,
    ExerciseError,
    ExpectedMet,
    InjectPostponed,
    InjectSent,
    InjectsShifted,
    InjectWritten,
    PlayBegan,
    PlayersView,
    SentBy,
    ViewChanged,
    read_deed,
    read_exercise,
    write_deed,
    write_exercise,
)
from tests.exercise_plan.exercises import ALL_IN_ONE, exercise, inject


@pytest.mark.parametrize("given", [exercise(day=date(2026, 3, 1)), ALL_IN_ONE, exercise(injects=())])
def test_that_an_exercise_comes_back_from_its_text_as_it_was(given) -> None:
    assert read_exercise(write_exercise(given)) == given


@pytest.mark.parametrize(
    "deed",
    [
        Decided(decision=1, action={"open_station": {"at": "desk"}}, effect=1 / 3, cell="border", cost=12.5),
        InjectSent(number=2, by=SentBy.CONDITION),
        InjectPostponed(number=1, to=0.1 + 0.2),
        InjectsShifted(by=-60.0),
        InjectWritten(inject=inject(9, AtTime(at=7.7))),
        ExpectedMet(number=2, measured=True),
        PlayBegan(),
        ViewChanged(view=PlayersView(error=0.3)),
    ],
)
def test_that_a_deed_comes_back_from_its_text_to_the_last_bit(deed) -> None:
    assert read_deed(write_deed(deed)) == deed


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "not an exercise"),
        ("[]", "not an exercise"),
        ('{"title": "x", "secret": 1}', "secret"),
        ('{"title": "x", "startex": -1}', "startex"),
        ('{"title": "x", "startex": "Infinity"}', "startex"),
        ('{"title": "x", "injects": [{"number": 1, "title": "x", "kind": "contextual", "when": {}}]}', "when"),
    ],
)
def test_that_a_text_that_is_no_exercise_is_refused_with_the_field(text, said) -> None:
    with pytest.raises(ExerciseError, match=said):
        read_exercise(text)
