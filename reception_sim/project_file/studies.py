"""The planning part of a project: scenario versions, alternatives to them, and the results of experiments."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from reception_sim import __version__
from reception_sim.actions import problems_in_actions
from reception_sim.project_file.errors import ProjectError
from reception_sim.project_file.tables import Tables, written_now
from reception_sim.scenario import ScenarioError, ScenarioPlan, parse_scenario
from reception_sim.scenario.writing import text_for
from reception_sim.translation import tr


@dataclass(frozen=True)
class Listed:
    """A row of a list: its number, its title, and when it was written (UTC, ISO 8601)."""

    id: int
    title: str
    written: str


@dataclass(frozen=True)
class StoredResult:
    """A result of an experiment as JSON, with the version of the engine that made it."""

    id: int
    scenario: int
    title: str
    engine: str
    document: str
    written: str

    @property
    def is_of_this_engine(self) -> bool:
        """Tell whether this version of the program made it; another may give other figures."""
        return self.engine == __version__


class Studies:
    """Scenario versions, alternatives and results of one project file."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def add_scenario(self, scenario: ScenarioPlan) -> int:
        """Keep a version of a scenario, complete in itself; return its number, the old one if it is there already."""
        text = text_for(standing_alone(scenario))
        known = self._number_of(text)
        if known is not None:
            return known
        return self._tables.write(
            "INSERT INTO scenario (title, text, written) VALUES (?, ?, ?)", scenario.title, text, written_now()
        )

    def number_of(self, scenario: ScenarioPlan) -> int | None:
        """Return the number of the version that is just as *scenario*; None if it is not kept."""
        return self._number_of(text_for(standing_alone(scenario)))

    def scenario(self, number: int) -> ScenarioPlan:
        """Return a version of a scenario, read and checked as any file is. It can name no other file to read."""
        (text,) = self._tables.row("SELECT text FROM scenario WHERE id = ?", number)
        try:
            return parse_scenario(str(text), self._tables.path.name, None, (problems_in_actions,))
        except ScenarioError as error:
            raise ProjectError(
                tr("the scenario in {file} cannot be read: {why}", file=self._tables.path.name, why=error)
            ) from error

    def scenarios(self) -> list[Listed]:
        """Return every version, oldest first."""
        rows = self._tables.rows("SELECT id, title, written FROM scenario ORDER BY id")
        return [Listed(int(str(number)), str(title), str(written)) for number, title, written in rows]

    def add_alternative(self, scenario: int, title: str, document: str) -> int:
        """Keep an alternative to a version of a scenario, as JSON."""
        return self._tables.write(
            "INSERT INTO alternative (scenario, title, document, written) VALUES (?, ?, ?, ?)",
            scenario,
            title,
            document,
            written_now(),
        )

    def save_alternatives(self, scenario: int, written: Iterable[tuple[str, str]]) -> None:
        """Keep these alternatives to a version of a scenario, titles and JSON, in place of those kept before."""
        with self._tables.transaction():
            self._tables.execute("DELETE FROM alternative WHERE scenario = ?", scenario)
            for title, document in written:
                self._tables.execute(
                    "INSERT INTO alternative (scenario, title, document, written) VALUES (?, ?, ?, ?)",
                    scenario,
                    title,
                    document,
                    written_now(),
                )

    def alternatives(self, scenario: int) -> list[tuple[Listed, str]]:
        """Return the alternatives to a version of a scenario, each with its JSON."""
        rows = self._tables.rows(
            "SELECT id, title, written, document FROM alternative WHERE scenario = ? ORDER BY id", scenario
        )
        return [(Listed(int(str(row[0])), str(row[1]), str(row[2])), str(row[3])) for row in rows]

    def add_result(self, scenario: int, title: str, document: str) -> int:
        """Keep the result of an experiment, as JSON, with the version of this engine."""
        return self._tables.write(
            "INSERT INTO result (scenario, title, engine, document, written) VALUES (?, ?, ?, ?, ?)",
            scenario,
            title,
            __version__,
            document,
            written_now(),
        )

    def results(self) -> list[StoredResult]:
        """Return every result, oldest first."""
        rows = self._tables.rows("SELECT id, scenario, title, engine, document, written FROM result ORDER BY id")
        return [
            StoredResult(int(str(row[0])), int(str(row[1])), str(row[2]), str(row[3]), str(row[4]), str(row[5]))
            for row in rows
        ]

    def _number_of(self, text: str) -> int | None:
        found = self._tables.rows("SELECT id FROM scenario WHERE text = ?", text)
        return int(str(found[0][0])) if found else None


def standing_alone(scenario: ScenarioPlan) -> ScenarioPlan:
    """Return the scenario with the counts of its files in it, and without the names of those files."""
    entries = {
        name: replace(
            entry,
            arrivals=tuple(
                replace(stream, file=None) if stream.daily is not None or stream.spans is not None else stream
                for stream in entry.arrivals
            ),
        )
        for name, entry in scenario.entry_points.items()
    }
    return replace(scenario, entry_points=entries)
