"""An exercise is prepared here: its frame, who plays, what is to be seen, what may be decided, and what comes when."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSplitter, QTabWidget, QVBoxLayout, QWidget

from reception_sim.exercise_plan import Exercise
from reception_sim.translation import tr
from ui.forms.exercise_form import ExerciseForm
from ui.forms.layouts import ColumnScroll, label
from ui.pages.cells_panel import CellsPanel, ObjectivesPanel
from ui.pages.msel_page import MselPage
from ui.pages.rules_panel import RulesPanel
from ui.state.exercise_editor import ExerciseEditor
from ui.theme import Theme


class PreparePage(QWidget):
    """The frame of the exercise, and its list of injects."""

    said = Signal(str)

    def __init__(self, editor: ExerciseEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self.form = ExerciseForm()
        self.cells, self.objectives, self.rules = CellsPanel(editor), ObjectivesPanel(editor), RulesPanel(editor)
        self.msel = MselPage(editor)
        self.problems = label("", wraps=True)
        self.parts = QTabWidget()
        self._lay_out()
        editor.changed.connect(self._show)
        self.form.changed.connect(self._change)
        self.msel.said.connect(self.said)

    def set_theme(self, theme: Theme) -> None:
        self.msel.set_theme(theme)

    def _show(self) -> None:
        scenario, exercise = self._editor.scenario, self._editor.exercise
        if scenario is None or exercise is None:
            return
        self.form.show_exercise(scenario, exercise)
        wrong = [problem for problem in self._editor.problems() if problem.path[0] != "injects"]
        self.problems.setText("\n".join(f"✕ {problem}" for problem in wrong))
        self.problems.setVisible(bool(wrong))

    def _change(self, exercise: Exercise) -> None:
        self._editor.change(tr("Change the frame of the exercise"), exercise)

    def _lay_out(self) -> None:
        self.problems.setProperty("verdict", "missed")
        self.parts.setDocumentMode(True)
        self.parts.addTab(self._frame(), tr("Frame and cells"))
        self.parts.addTab(self.msel, tr("Events list (MSEL)"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.parts)

    def _frame(self) -> QSplitter:
        left = QWidget()
        column = QVBoxLayout(left)
        column.addWidget(label(tr("Frame"), "heading"))
        column.addWidget(self.problems)
        column.addWidget(self.form)
        column.addStretch(1)
        right = QWidget()
        tables = QVBoxLayout(right)
        for table, stretch in ((self.cells, 2), (self.objectives, 2), (self.rules, 3)):
            tables.addWidget(table, stretch)
        frame = QSplitter()
        frame.addWidget(ColumnScroll(left))
        frame.addWidget(right)
        frame.setStretchFactor(1, 1)
        frame.setChildrenCollapsible(False)
        return frame
