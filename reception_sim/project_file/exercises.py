"""The exercises of a project: how each was prepared, its branches, and the log of each branch."""

from reception_sim.exercise_plan import (
    Branch,
    Deed,
    Exercise,
    ExerciseError,
    Log,
    LogEntry,
    read_deed,
    read_exercise,
    write_deed,
    write_exercise,
)
from reception_sim.project_file.errors import ProjectError
from reception_sim.project_file.studies import Listed
from reception_sim.project_file.tables import Row, Tables, written_now
from reception_sim.translation import tr

_BRANCH = "id, title, parent, shared, begins, reached"


class Exercises:
    """Exercises, branches and logs of one project file. What is in a log stays in it."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def add(self, exercise: Exercise, scenario: int) -> int:
        """Keep a new exercise over a version of a scenario, with its first branch; return its number."""
        with self._tables.transaction():
            return self._insert(exercise, scenario)

    def save(self, number: int, exercise: Exercise) -> None:
        """Keep an exercise as it is prepared now; one that has been played stays as it was."""
        if self.has_been_played(number):
            raise ProjectError(tr("this exercise has been played: make a copy of it to prepare it anew"))
        self._tables.write(
            "UPDATE exercise SET document = ?, written = ? WHERE id = ?",
            write_exercise(exercise),
            written_now(),
            number,
        )

    def exercise(self, number: int) -> Exercise:
        """Return an exercise as it was prepared."""
        (document,) = self._tables.row("SELECT document FROM exercise WHERE id = ?", number)
        return self._exercise_in(str(document))

    def scenario_of(self, number: int) -> int:
        """Return over which version of a scenario an exercise is."""
        (scenario,) = self._tables.row("SELECT scenario FROM exercise WHERE id = ?", number)
        return int(str(scenario))

    def all(self) -> list[Listed]:
        """Return every exercise, oldest first."""
        rows = self._tables.rows("SELECT id, document, written FROM exercise ORDER BY id")
        return [Listed(int(str(row[0])), self._exercise_in(str(row[1])).title, str(row[2])) for row in rows]

    def has_been_played(self, number: int) -> bool:
        return bool(self._tables.rows("SELECT 1 FROM log WHERE exercise = ? LIMIT 1", number))

    def branches(self, exercise: int) -> list[Branch]:
        """Return the courses that an exercise took, the first first."""
        rows = self._tables.rows(f"SELECT {_BRANCH} FROM branch WHERE exercise = ? ORDER BY id", exercise)
        return [_branch(row) for row in rows]

    def branch(self, exercise: int, number: int) -> Branch:
        return _branch(
            self._tables.row(f"SELECT {_BRANCH} FROM branch WHERE exercise = ? AND id = ?", exercise, number)
        )

    def begin_branch(self, exercise: int, title: str, parent: int, shared: int, begins: float) -> Branch:
        """Keep a new branch, which shares so many entries of another's log and begins at a time (s)."""
        with self._tables.transaction():
            (last,) = self._tables.row("SELECT max(id) FROM branch WHERE exercise = ?", exercise)
            branch = Branch(
                id=int(str(last)) + 1, title=title, parent=parent, shared=shared, begins=begins, reached=begins
            )
            self._insert_branch(exercise, branch)
        return branch

    def rename_branch(self, exercise: int, number: int, title: str) -> None:
        self._tables.write("UPDATE branch SET title = ? WHERE exercise = ? AND id = ?", title, exercise, number)

    def set_reached(self, exercise: int, branch: int, time: float) -> None:
        """Keep how far a branch has come (s)."""
        self._tables.write("UPDATE branch SET reached = ? WHERE exercise = ? AND id = ?", time, exercise, branch)

    def keep(self, exercise: int, branch: int, entry: LogEntry) -> None:
        """Write an entry into the log of a branch; when this returns, it is on the disk."""
        self._tables.write(
            """INSERT INTO log (exercise, branch, number, time, deed, written)
               SELECT ?1, ?2, 1 + coalesce(max(number), 0), ?3, ?4, ?5 FROM log WHERE exercise = ?1 AND branch = ?2""",
            exercise,
            branch,
            entry.time,
            write_deed(entry.deed),
            written_now(),
        )

    def log(self, exercise: int, branch: int) -> Log:
        """Return all that was done in a branch, what it shares with others included."""
        course = self.branch(exercise, branch)
        before: Log = ()
        if course.parent is not None:
            before = self.log(exercise, course.parent)[: course.shared]
        rows = self._tables.rows(
            "SELECT time, deed FROM log WHERE exercise = ? AND branch = ? ORDER BY number", exercise, branch
        )
        own = [LogEntry(float(str(time)), self._deed_in(str(deed))) for time, deed in rows]
        return (*before, *own)

    def _insert(self, exercise: Exercise, scenario: int) -> int:
        self._tables.execute(
            "INSERT INTO exercise (scenario, document, written) VALUES (?, ?, ?)",
            scenario,
            write_exercise(exercise),
            written_now(),
        )
        (number,) = self._tables.row("SELECT max(id) FROM exercise")
        self._insert_branch(int(str(number)), Branch(id=1, title=tr("As it was played")))
        return int(str(number))

    def _insert_branch(self, exercise: int, branch: Branch) -> None:
        self._tables.execute(
            f"INSERT INTO branch (exercise, {_BRANCH}) VALUES (?, ?, ?, ?, ?, ?, ?)",
            exercise,
            branch.id,
            branch.title,
            branch.parent,
            branch.shared,
            branch.begins,
            branch.reached,
        )

    def _exercise_in(self, document: str) -> Exercise:
        try:
            return read_exercise(document)
        except ExerciseError as error:
            raise ProjectError(self._unreadable(error)) from error

    def _deed_in(self, text: str) -> Deed:
        try:
            return read_deed(text)
        except ExerciseError as error:
            raise ProjectError(self._unreadable(error)) from error

    def _unreadable(self, error: ExerciseError) -> str:
        return tr("an exercise in {file} cannot be read: {why}", file=self._tables.path.name, why=error)


def _branch(row: Row) -> Branch:
    number, title, parent, shared, begins, reached = row
    return Branch(
        id=int(str(number)),
        title=str(title),
        parent=None if parent is None else int(str(parent)),
        shared=int(str(shared)),
        begins=float(str(begins)),
        reached=float(str(reached)),
    )
