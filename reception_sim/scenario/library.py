"""The scenarios that come with the program, as a shelf to choose from."""

from dataclasses import dataclass
from pathlib import Path

from reception_sim.scenario.lesson import LessonPlan
from reception_sim.scenario.parts import Source
from reception_sim.scenario.plan import ScenarioPlan
from reception_sim.scenario.planned import planned_persons
from reception_sim.scenario.problems import Problem, ScenarioError, nearest
from reception_sim.scenario.quantities import DAY
from reception_sim.scenario.reading import read_scenario
from reception_sim.scenario.shipped_files import shipped_files
from reception_sim.translation import tr


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


def shipped() -> tuple[LibraryEntry, ...]:
    """Return the card of each shipped scenario; one that somebody has broken says so on its card."""
    return tuple(_entry(name, path) for name, path in shipped_files().items())


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


def _entry(name: str, path: Path) -> LibraryEntry:
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
