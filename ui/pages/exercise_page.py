"""The exercise: prepared, led and reviewed on one page, out of one project file."""

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from reception_sim.exercise_plan.course import Phase
from reception_sim.project_file import SUFFIX
from reception_sim.scenario import ScenarioPlan
from reception_sim.translation import tr
from ui.file_dialogs import ask_for_file, ask_for_folder, ask_where, named_after
from ui.forms.layouts import label
from ui.pages.asking import message_box
from ui.pages.copy_offer import CopyOffer
from ui.pages.inject_files import InjectFiles
from ui.pages.lead_page import LeadPage
from ui.pages.msel_files import MselFiles
from ui.pages.player_window import PlayerWindow
from ui.pages.players_screen import PlayersScreen
from ui.pages.prepare_page import PreparePage
from ui.pages.review_page import ReviewPage
from ui.pages.salvage_offer import SalvageOffer
from ui.plots.elided_label import ElidedLabel
from ui.state.exercise_editor import ExerciseEditor
from ui.state.led_exercise import LedExercise
from ui.state.open_project import OpenProject
from ui.state.paper_export import PaperExport
from ui.theme import Theme

FILTER: Final = f"Reception Sim (*{SUFFIX})"


class ExercisePage(QStackedWidget):
    """Begins or opens a project, and shows its exercise."""

    said = Signal(str)
    new_asked = Signal()

    def __init__(self, project: OpenProject, led: LedExercise, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._led = self.led = led
        self.editor = ExerciseEditor(self)
        self.papers = PaperExport(project, self)
        self.new, self.open_file = QPushButton(tr("New exercise…")), QPushButton(tr("Open a project…"))
        self.prepare = PreparePage(self.editor)
        self.lead = LeadPage(led, project, theme)
        self.review = ReviewPage(led, project, self.papers, theme)
        self.files = MselFiles(self.editor, self)
        self.salvage = SalvageOffer(self)
        self.copying = CopyOffer(self)
        self.attached = InjectFiles(self.prepare.msel.form.files, project, self)
        self.players = PlayersScreen(led, theme, self)
        self.save = QPushButton(tr("Save"))
        self.kit = QPushButton(tr("Facilitator's kit…"))
        self.template = QPushButton(tr("Template for a group…"))
        self.title = ElidedLabel()
        self.parts = QTabWidget()
        self._ways = tuple(
            self._way(part, name)
            for part, name in (
                (self.prepare, tr("Exercise: prepare")),
                (self.lead, tr("Exercise: lead")),
                (self.review, tr("Exercise: review")),
            )
        )
        self._lay_out()
        self._connect()

    @property
    def commands(self) -> tuple[QAction, ...]:
        """Return what can be chosen by its name: the parts of the exercise, and what the one that is shown offers."""
        if self._project.path is None:
            return ()
        own: dict[QWidget, tuple[QAction, ...]] = {
            self.prepare: self.prepare.msel.commands,
            self.lead: self.lead.commands.all,
        }
        return (*self._ways, *own.get(self.parts.currentWidget(), ()))

    @property
    def in_play(self) -> bool:
        """Return whether a class is between STARTEX and ENDEX."""
        return self.led.course is not None and self.led.course.phase is Phase.PLAYING

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours."""
        self.prepare.set_theme(theme)
        self.lead.set_theme(theme)
        self.review.set_theme(theme)
        self.players.set_theme(theme)

    def ask_for_new(self, scenario: ScenarioPlan) -> None:
        """Ask where the project of a new exercise over *scenario* goes."""
        title, name = tr("New exercise: where does its project go?"), named_after(scenario.title, "exercise") + SUFFIX
        ask_where(self, title, FILTER, name, lambda path: self.begin(path, scenario), replaces=False)

    def ask_to_open(self) -> None:
        """Ask which project to open."""
        ask_for_file(self, tr("Open a project"), FILTER, self.open_project)

    def begin(self, path: Path, scenario: ScenarioPlan) -> None:
        """Make a project with a first exercise over *scenario*."""
        if path.exists():  # another exercise, perhaps open in another window: it is never replaced
            self.said.emit(tr("✕ {file} exists already: choose another name for the new exercise", file=path.name))
            return
        self._project.create(path, scenario)

    def open_project(self, path: Path) -> None:
        """Open a project; an exercise that was being led is offered where it was."""
        self._project.open(path)

    def keep(self) -> bool:
        """Write the exercise as it is prepared into the project."""
        exercise = self.editor.exercise
        if exercise is None or self.editor.saved:
            return True
        if not self._project.save(exercise):
            return False
        self.editor.mark_saved()
        self.said.emit(tr("✓ Saved"))
        return True

    def ready_to_close(self) -> bool:
        """Keep what was prepared, and close the players' window, in which the program would live on; tell whether."""
        if self._project.path is not None and not self.keep():
            return False
        self.players.close()
        return True

    def close_work(self) -> None:
        """End every process and window of the exercise; all that was done is in the project file."""
        self._leave()
        self._project.close()
        self.review.close_work()
        self.salvage.close()
        self.copying.close()
        self.papers.close()
        self.files.close()

    def _leave(self) -> None:
        """End what was done with the last project; one that could not be opened ends nothing."""
        self.review.forget()
        self.lead.close_work()
        self._led.leave()
        self.players.close()

    def _way(self, part: QWidget, name: str) -> QAction:
        way = QAction(name, self)
        way.triggered.connect(lambda: self.parts.setCurrentWidget(part))
        return way

    def _go_on(self, by: int) -> None:
        """Show the part that comes so many after the one that is shown."""
        self.parts.setCurrentIndex(min(max(self.parts.currentIndex() + by, 0), self.parts.count() - 1))

    def _show_project(self) -> None:
        self._leave()
        scenario, exercise = self._project.scenario, self._project.exercise
        if scenario is None or exercise is None or self._project.path is None:
            self.setCurrentIndex(0)  # a project of studies has no exercise to show
            return
        self.setCurrentIndex(1)
        self.editor.open(scenario, exercise)
        self.parts.setCurrentWidget(self.prepare)
        self.parts.tabBar().setFocus()
        self._show_state()
        if self._project.has_been_played:
            self._start()
            self.parts.setCurrentWidget(self.lead)
            self.said.emit(tr("✓ The exercise is where it was"))

    def _show_state(self) -> None:
        played = self._project.has_been_played
        self.prepare.setEnabled(not played)
        self.files.allow_import(allowed=not played)
        path = self._project.path
        name = path.name if path else ""
        mark = "" if self.editor.saved else " •"
        self.title.setText(f"{self.editor.exercise.title if self.editor.exercise else ''}  ({name}){mark}")
        self.save.setEnabled(not self.editor.saved)

    def _show_clean(self, _clean: bool) -> None:  # noqa: FBT001 - the signal's own signature
        self._show_state()

    def _change_part(self) -> None:
        """Begin to lead once its page is shown; bring the review up to date when it is looked at."""
        if self.parts.currentWidget() is self.lead:
            self._begin_to_lead()
        if self.parts.currentWidget() is self.review:
            self._begin_to_lead()
            self.review.bring_up_to_date()

    def _begin_to_lead(self) -> None:
        wrong = self.editor.problems()
        if wrong and not self._led.alive:
            self._tell_what_is_wrong([str(problem) for problem in wrong])
            self.parts.setCurrentWidget(self.prepare)
            return
        if self.keep() and not self._led.alive:
            self._start()

    def _start(self) -> None:
        scenario, exercise, path = self._project.scenario, self._project.exercise, self._project.path
        if scenario is not None and exercise is not None and path is not None:
            self._led.open(path, self._project.number, scenario, exercise)

    def _tell_what_is_wrong(self, problems: list[str]) -> None:
        text = tr("Something does not fit. Mend it, then lead the exercise.")
        message_box(self, tr("The exercise cannot be led yet"), text, "\n".join(problems[:12])).open()

    def show_players(self) -> PlayerWindow | None:
        """Open the window of the players, on a second screen if there is one."""
        return self.players.show()

    def _show_to_players(self, name: str) -> None:
        if self.players.window is not None:
            self.attached.show(name, self.players.window)

    def _show_courses(self) -> None:
        """Look at the courses of the exercise side by side."""
        self.review.show_part(self.review.courses)
        self.parts.setCurrentWidget(self.review)

    def _ask_for_kit(self) -> None:
        if self.keep():
            ask_for_folder(self, tr("Where do the papers of the kit go?"), self.papers.kit)

    def _ask_for_template(self) -> None:
        exercise = self.editor.exercise
        if exercise is not None and self.keep():
            name = named_after(exercise.title, "template") + SUFFIX
            ask_where(self, tr("Write a template for a group"), FILTER, name, self.papers.template)

    def _connect(self) -> None:
        self.new.clicked.connect(self.new_asked)
        self.open_file.clicked.connect(self.ask_to_open)
        self._project.opened.connect(self._show_project)
        self._project.damaged.connect(self.salvage.offer)
        self.salvage.saved.connect(self.open_project)
        self._project.not_writable.connect(self.copying.offer)
        self.copying.saved.connect(self.open_project)
        self._project.refused.connect(lambda why: self.said.emit(f"✕ {why}"))
        self.editor.changed.connect(self._show_state)
        self.editor.steps.cleanChanged.connect(self._show_clean)
        self._led.done.connect(lambda _: self._show_state())
        self.parts.currentChanged.connect(lambda _: self._change_part())
        self.save.clicked.connect(self.keep)
        self.kit.clicked.connect(self._ask_for_kit)
        self.template.clicked.connect(self._ask_for_template)
        self.lead.forecast.shown.connect(lambda: self.players.show_forecast(self.lead.forecast.last))
        self.lead.players_asked.connect(self.show_players)
        self.players.withdraw_asked.connect(self.lead.withdraw)
        self.players.file_asked.connect(self._show_to_players)
        self.lead.timeline.courses_asked.connect(self._show_courses)
        self.papers.written.connect(lambda path: self.said.emit(tr("✓ Written: {file}", file=path.name)))
        self.papers.failed.connect(lambda why: self.said.emit(f"✕ {why}"))
        for part in (self.prepare, self.lead, self.review, self.files, self.attached, self.salvage, self.copying):
            part.said.connect(self.said)

    def _lay_out(self) -> None:
        self.addWidget(self._empty())
        whole = QWidget()
        line = QHBoxLayout()
        line.setContentsMargins(12, 6, 12, 0)
        self.title.setProperty("look", "heading")
        line.addWidget(self.title, 1)
        for button in (self.files.import_list, self.files.export_list, self.kit, self.template, self.save):
            line.addWidget(button)
        self.parts.setDocumentMode(True)
        for keys, by in (("Ctrl+PgUp", -1), ("Ctrl+PgDown", 1)):
            QShortcut(
                QKeySequence(keys),
                self,
                partial(self._go_on, by),
                context=Qt.ShortcutContext.WidgetWithChildrenShortcut,
            )
        for part, title in (
            (self.prepare, tr("1  Prepare")),
            (self.lead, tr("2  Lead")),
            (self.review, tr("3  Review")),
        ):
            self.parts.setTabToolTip(
                self.parts.addTab(part, title), tr("Ctrl+PgUp and Ctrl+PgDown go to the next part")
            )
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(line)
        column.addWidget(self.parts, 1)
        self.addWidget(whole)

    def _empty(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        told = label(
            tr(
                "An exercise is led over a scenario: injects come by a list, players decide, and the model answers. "
                "It is kept in one project file, where nothing is lost."
            ),
            "quiet",
            wraps=True,
        )
        told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.new.setProperty("look", "main")
        column.addStretch(1)
        column.addWidget(told)
        for button in (self.new, self.open_file):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        return page
