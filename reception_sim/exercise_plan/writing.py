"""Exercises and their logs as JSON, which is plain text and can do nothing, and back; lossless both ways."""

from typing import Any, Final, TypeAlias, TypeVar

from pydantic import TypeAdapter, ValidationError

from reception_sim.exercise_plan.deeds import Deed
from reception_sim.exercise_plan.exercise import Exercise
from reception_sim.exercise_plan.marks import Bookmark, Note, Score
from reception_sim.translation import tr

T = TypeVar("T")
Mark: TypeAlias = Note | Bookmark | Score
M = TypeVar("M", Note, Bookmark, Score)

_EXERCISE: Final = TypeAdapter(Exercise)
# A union of classes is no type that a checker can name here.
_DEED: Final[TypeAdapter[Any]] = TypeAdapter(Deed)


class ExerciseError(Exception):
    """An exercise that cannot be used, in words for the user."""


def write_exercise(exercise: Exercise) -> str:
    """Return *exercise* as JSON."""
    return _EXERCISE.dump_json(exercise, by_alias=True).decode()


def read_exercise(text: str | bytes) -> Exercise:
    """Return the exercise in a JSON text; ExerciseError says what is wrong with it."""
    return _read(_EXERCISE, text, tr("This is not an exercise"))


def write_deed(deed: Deed) -> str:
    """Return a line of a log as JSON."""
    return str(_DEED.dump_json(deed, by_alias=True).decode())


def read_deed(text: str | bytes) -> Deed:
    """Return the deed in a JSON text; ExerciseError says what is wrong with it."""
    deed: Deed = _read(_DEED, text, tr("This is not a line of an exercise's log"))
    return deed


def write_mark(mark: Mark) -> str:
    """Return a note, a bookmark or a score as JSON."""
    return TypeAdapter(type(mark)).dump_json(mark).decode()


def read_mark(kind: type[M], text: str | bytes) -> M:
    """Return the note, bookmark or score in a JSON text; ExerciseError says what is wrong with it."""
    return _read(TypeAdapter(kind), text, tr("This is not a note of an exercise"))


def _read(adapter: TypeAdapter[T], text: str | bytes, complaint: str) -> T:
    try:
        return adapter.validate_json(text)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        raise ExerciseError(f"{complaint}: {field}: {first['msg']}") from error
