"""The scenarios that come with the program, as a shelf to choose from."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from pathlib import Path
from typing import Final

from reception_sim.scenario.lesson import LessonPlan
from reception_sim.scenario.parts import Source
from reception_sim.scenario.plan import ScenarioPlan
from reception_sim.scenario.planned import planned_persons
from reception_sim.scenario.problems import Problem, ScenarioError, nearest
from reception_sim.scenario.quantities import DAY
from reception_sim.scenario.reading import read_scenario
from reception_sim.scenario.shipped_files import shipped_files
from reception_sim.translation import tr


class Shelf(IntEnum):
    """Where in the library a scenario stands, in the order in which somebody new would look."""

    FIRST_STEPS = 0
    EXERCISES = 1
    CASES = 2
    LESSONS = 3


# All others are lessons, or cases from the field.
_SHELVES: Final[Mapping[str, Shelf]] = {
    "border_post_basics": Shelf.FIRST_STEPS,
    "one_queue_or_two": Shelf.FIRST_STEPS,
    "introduction_45_minutes": Shelf.EXERCISES,
    "sea_arrival_exercise": Shelf.EXERCISES,
    "six_phase_border_exercise": Shelf.EXERCISES,
}


@dataclass(frozen=True)
class LibraryEntry:
    """A card of the library; *persons* are planned to come or are there at the start.

    *fault* says why the file cannot be opened, in several lines; "" for one that can.
    """

    id: str
    path: Path
    title: str
    place: str = ""
    summary: str = ""
    teaches: str = ""
    duration_s: float = 0.0
    persons: int = 0
    sources: tuple[Source, ...] = ()
    lesson: LessonPlan | None = None
    fault: str = ""

    @property
    def days(self) -> float:
        return self.duration_s / DAY

    @property
    def shelf(self) -> Shelf:
        return _SHELVES.get(self.id, Shelf.CASES if self.lesson is None else Shelf.LESSONS)


def shipped() -> tuple[LibraryEntry, ...]:
    """Return the card of each shipped scenario, shelf by shelf; one that somebody has broken says so on its card."""
    entries = [_entry(name, path, path.stat().st_mtime_ns) for name, path in shipped_files().items()]
    return tuple(sorted(entries, key=lambda entry: entry.shelf))


def find_scenario(name_or_path: str | Path) -> Path:
    """Return the file of a shipped scenario's id, or the path itself; ScenarioError if there is neither."""
    shelf = shipped_files()
    if str(name_or_path) in shelf:
        return shelf[str(name_or_path)]
    path = Path(name_or_path).expanduser()
    if path.exists():
        return path
    expected = tr("there is no such file, and no scenario of that name in the library ({ids})", ids=", ".join(shelf))
    raise ScenarioError(
        str(name_or_path), [Problem((), expected=expected, suggestion=nearest(path.stem, shelf, alike=0.5))]
    )


@cache
def _entry(name: str, path: Path, _changed: int) -> LibraryEntry:
    """Return the card of a file, which is read once for each time that it is changed."""
    try:
        return _card(name, path, read_scenario(path))
    except ScenarioError as error:
        return LibraryEntry(name, path, title=name.replace("_", " "), fault=str(error))


def _card(name: str, path: Path, scenario: ScenarioPlan) -> LibraryEntry:
    return LibraryEntry(
        id=name,
        path=path,
        title=scenario.title,
        place=scenario.place,
        summary=scenario.summary,
        teaches=scenario.teaches,
        duration_s=scenario.duration,
        persons=planned_persons(scenario),
        sources=scenario.sources,
        lesson=scenario.lesson,
    )
