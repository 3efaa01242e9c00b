"""The answers of this window and of its project: none is lost when another question is asked or another plan opened."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reception_sim import __version__
from reception_sim.experiments.alternative_files import alternatives_as_json, alternatives_in
from reception_sim.experiments.alternatives import Alternative
from reception_sim.experiments.kept_answers import (
    Answer,
    KeptAnswerError,
    asked_about,
    read_answer,
    write_answer,
)
from reception_sim.project_file import ProjectError, StoredResult
from reception_sim.project_file.studies import Studies
from reception_sim.scenario import ScenarioError, ScenarioPlan
from ui.state.open_project import OpenProject


@dataclass(frozen=True)
class KeptAnswer:
    """An answer in the list: its sentence, what it is about and when it was given; *number* in the project's file.

    One that comes from the file is read when it is shown; until then *answer* is None.
    """

    sentence: str
    scenario: str
    given: datetime
    engine: str
    answer: Answer | None = None
    number: int | None = None

    @property
    def is_of_this_engine(self) -> bool:
        """Tell whether this version of the program made it; another may give other figures."""
        return self.engine == __version__


class KeptAnswers(QObject):
    """Keeps every answer, and the alternatives that are thought of, in the project file while one is open."""

    changed = Signal()
    refused = Signal(str)

    def __init__(self, project: OpenProject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self.rows: tuple[KeptAnswer, ...] = ()  # oldest first
        project.opened.connect(self._follow)
        self._follow()

    @property
    def path(self) -> Path | None:
        """Return the project file in which they are kept."""
        return self._project.path

    def keep(self, answer: Answer, sentence: str) -> None:
        """Keep an answer that was given just now."""
        given = datetime.now().astimezone()
        row = KeptAnswer(sentence, asked_about(answer).title, given, __version__, answer)
        self.rows = (*self.rows, self._written(row))
        self.changed.emit()

    def answer_in(self, row: KeptAnswer) -> Answer | None:
        """Return the answer of a row; `refused` says why there is none any more."""
        if row.answer is not None:
            return row.answer
        studies = self._project.studies
        try:
            stored = next(one for one in studies.results() if one.id == row.number) if studies else None
            return None if studies is None or stored is None else _read(stored, studies)
        except (ProjectError, KeptAnswerError) as error:
            self.refused.emit(str(error))
            return None

    def begin(self, path: Path, scenario: ScenarioPlan) -> bool:
        """Make a project for the answers, with those that were given before."""
        if not self._project.create_for_studies(path, scenario):
            return False
        self.keep_all()
        return True

    def keep_all(self) -> None:
        """Keep in the project what no file holds yet."""
        self.rows = tuple(row if row.number is not None else self._written(row) for row in self.rows)
        self.changed.emit()

    def let_go(self) -> None:
        """Let go of what no file holds."""
        self.rows = tuple(row for row in self.rows if row.number is not None)
        self.changed.emit()

    def keep_alternatives(self, scenario: ScenarioPlan, alternatives: Sequence[Alternative]) -> None:
        """Keep the alternatives to a scenario as they are thought of now."""
        studies = self._project.studies
        if studies is None:
            return
        written = [(one.title, json.dumps(alternatives_as_json([one]))) for one in alternatives]
        try:
            if written != self._kept_alternatives(studies, scenario):
                studies.save_alternatives(studies.add_scenario(scenario), written)
        except ProjectError as error:
            self.refused.emit(str(error))

    def alternatives_to(self, scenario: ScenarioPlan) -> tuple[Alternative, ...]:
        """Return the alternatives to a scenario that the project keeps."""
        studies = self._project.studies
        if studies is None:
            return ()
        try:
            kept = self._kept_alternatives(studies, scenario)
            name = self._project.path.name if self._project.path else ""
            return tuple(one for _, text in kept for one in alternatives_in(json.loads(text), scenario, name))
        except (ProjectError, ScenarioError, ValueError) as error:
            self.refused.emit(str(error))
            return ()

    @staticmethod
    def _kept_alternatives(studies: Studies, scenario: ScenarioPlan) -> list[tuple[str, str]]:
        number = studies.number_of(scenario)
        rows = [] if number is None else studies.alternatives(number)
        return [(listed.title, document) for listed, document in rows]

    def _follow(self) -> None:
        """List what the project that was opened keeps, and then what no file holds yet."""
        studies = self._project.studies
        if studies is None:
            return
        try:
            stored = [_row_of(one, studies) for one in studies.results()]
        except ProjectError as error:
            self.refused.emit(str(error))
            stored = []
        self.rows = (*stored, *(row for row in self.rows if row.number is None))
        self.changed.emit()

    def _written(self, row: KeptAnswer) -> KeptAnswer:
        """Return the row with its number in the file, once it is there."""
        studies = self._project.studies
        if studies is None or row.answer is None:
            return row
        try:
            number = studies.add_result(
                studies.add_scenario(asked_about(row.answer)), row.sentence, write_answer(row.answer)
            )
        except ProjectError as error:
            self.refused.emit(str(error))
            return row
        return replace(row, number=number)


def _row_of(stored: StoredResult, studies: Studies) -> KeptAnswer:
    titles = {one.id: one.title for one in studies.scenarios()}
    given = datetime.fromisoformat(stored.written).astimezone()
    return KeptAnswer(stored.title, titles[stored.scenario], given, stored.engine, None, stored.id)


def _read(stored: StoredResult, studies: Studies) -> Answer:
    return read_answer(stored.document, studies.scenario(stored.scenario))
