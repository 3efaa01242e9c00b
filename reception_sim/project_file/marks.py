"""What is noted beside the exercises of a project: notes, bookmarks, scores, the review, files."""

from reception_sim.exercise_plan import Bookmark, ExerciseError, Note, Score
from reception_sim.exercise_plan.writing import M, read_mark, write_mark
from reception_sim.project_file.errors import ProjectError
from reception_sim.project_file.tables import Tables, written_now
from reception_sim.translation import tr


class Marks:
    """Notes, bookmarks, scores, parts of the review and attached files of one project file."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def add_note(self, exercise: int, note: Note) -> None:
        """Keep a note; nobody can change or remove it afterwards."""
        self._tables.write(
            "INSERT INTO note (exercise, branch, document, written) VALUES (?, ?, ?, ?)",
            exercise,
            note.branch,
            write_mark(note),
            written_now(),
        )

    def notes(self, exercise: int) -> list[Note]:
        """Return every note of an exercise in the order in which they were written."""
        rows = self._tables.rows("SELECT document FROM note WHERE exercise = ? ORDER BY id", exercise)
        return [self._mark(Note, str(document)) for (document,) in rows]

    def add_bookmark(self, exercise: int, bookmark: Bookmark) -> int:
        """Keep a bookmark; return its number."""
        return self._tables.write(
            "INSERT INTO bookmark (exercise, branch, document) VALUES (?, ?, ?)",
            exercise,
            bookmark.branch,
            write_mark(bookmark),
        )

    def remove_bookmark(self, number: int) -> None:
        self._tables.write("DELETE FROM bookmark WHERE id = ?", number)

    def bookmarks(self, exercise: int) -> dict[int, Bookmark]:
        """Return the bookmarks of an exercise by their number."""
        rows = self._tables.rows("SELECT id, document FROM bookmark WHERE exercise = ? ORDER BY id", exercise)
        return {int(str(number)): self._mark(Bookmark, str(document)) for number, document in rows}

    def score(self, exercise: int, score: Score) -> None:
        """Keep how an objective was reached in a branch, in place of what was said before."""
        self._tables.write(
            "INSERT OR REPLACE INTO score (exercise, branch, objective, document) VALUES (?, ?, ?, ?)",
            exercise,
            score.branch,
            score.objective,
            write_mark(score),
        )

    def scores(self, exercise: int) -> list[Score]:
        """Return how the objectives of an exercise were reached, branch by branch."""
        rows = self._tables.rows("SELECT document FROM score WHERE exercise = ? ORDER BY branch, objective", exercise)
        return [self._mark(Score, str(document)) for (document,) in rows]

    def save_review(self, exercise: int, name: str, document: str) -> None:
        """Keep a part of the after-action review, such as the improvement plan, as JSON under a name."""
        self._tables.write(
            "INSERT OR REPLACE INTO review (exercise, name, document) VALUES (?, ?, ?)", exercise, name, document
        )

    def review(self, exercise: int, name: str) -> str | None:
        """Return a part of the review as JSON, None if nobody has written it."""
        rows = self._tables.rows("SELECT document FROM review WHERE exercise = ? AND name = ?", exercise, name)
        return str(rows[0][0]) if rows else None

    def attach(self, exercise: int, name: str, content: bytes) -> None:
        """Keep a file with an exercise; a name is a word in a list, never a path."""
        self._tables.write(
            "INSERT OR REPLACE INTO attachment (exercise, name, content) VALUES (?, ?, ?)", exercise, name, content
        )

    def detach(self, exercise: int, name: str) -> None:
        """Let go of an attached file."""
        self._tables.write("DELETE FROM attachment WHERE exercise = ? AND name = ?", exercise, name)

    def attachment(self, exercise: int, name: str) -> bytes:
        """Return the content of an attached file."""
        (content,) = self._tables.row("SELECT content FROM attachment WHERE exercise = ? AND name = ?", exercise, name)
        assert isinstance(content, bytes)  # the table is strict
        return content

    def attachments(self, exercise: int) -> list[str]:
        """Return the names of the files that are attached to an exercise."""
        rows = self._tables.rows("SELECT name FROM attachment WHERE exercise = ? ORDER BY name", exercise)
        return [str(name) for (name,) in rows]

    def _mark(self, kind: type[M], document: str) -> M:
        try:
            return read_mark(kind, document)
        except ExerciseError as error:
            raise ProjectError(
                tr("a note in {file} cannot be read: {why}", file=self._tables.path.name, why=error)
            ) from error
