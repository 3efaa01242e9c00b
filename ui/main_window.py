"""The window: it chooses which page is shown, and holds the menus. What a page does is the page's business."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
)
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from reception_sim.project_file import SUFFIX
from reception_sim.scenario import ScenarioError, ScenarioPlan
from reception_sim.translation import tr
from ui.forms.action_button import ActionButton, show_icon
from ui.pages.answers_page import AnswersPage
from ui.pages.asking import ask_before_losing, ask_to_go_on
from ui.pages.command_palette import CommandPalette, Entry, entries_of
from ui.pages.dialogs import AboutDialog, GuideDialog, ProblemDialog, show_once
from ui.pages.exercise_page import ExercisePage
from ui.pages.report_page import ReportPage
from ui.pages.run_page import RunPage
from ui.pages.welcome_page import WelcomePage
from ui.pages.window_commands import WindowCommands
from ui.state.led_exercise import LedExercise
from ui.state.live_run import LiveRun
from ui.state.open_project import OpenProject
from ui.state.report_export import ReportExport
from ui.state.scenario_file import ScenarioFile
from ui.state.settings import Appearance, RecentFiles, Settings
from ui.theme import Theme

GUIDE: Final = Path(__file__).parent.parent / "docs" / "user_guide.md"
_FIRST_SIZE: Final = QSize(1366, 768)
_SAID_MS: Final = 8000
_RAIL_BUTTON: Final = 72


@dataclass(frozen=True)
class Program:
    """What the window works with."""

    run: LiveRun
    file: ScenarioFile
    export: ReportExport
    settings: Settings
    recent: RecentFiles
    project: OpenProject
    led: LedExercise


class MainWindow(QMainWindow):
    """A page for each thing that users do, and a rail to change between them."""

    def __init__(self, program: Program, theme: Theme) -> None:
        super().__init__()
        self._program = program
        self.commands = WindowCommands(self)
        self.welcome = WelcomePage()
        self.run_page = RunPage(program.run, program.settings, theme)
        self.report_page = ReportPage(program.run, program.export, program.settings)
        self.answers = AnswersPage(program.run, theme)
        self.exercise = ExercisePage(program.project, program.led, theme)
        self._pages = QStackedWidget()
        self._recent = QMenu(tr("Open re&cent"), self)
        self._lay_out()
        self._connect_commands()
        self._connect_program()
        self._restore()
        self._show_recent()
        self._show_title()
        self.show_page(self.welcome)
        self.set_theme(theme)

    @property
    def page(self) -> QWidget | None:
        return self._pages.currentWidget()

    def show_page(self, page: QWidget) -> None:
        """Show one of the pages."""
        self._pages.setCurrentWidget(page)
        for action, shown in self._ways().items():
            action.setChecked(shown is page)
        if page is self.report_page:
            self.report_page.bring_up_to_date()
        if page is self.answers:
            self.answers.bring_up_to_date()

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours at once."""
        self.run_page.set_theme(theme)
        self.answers.set_theme(theme)
        self.exercise.set_theme(theme)
        for action in (*self.commands.all, *self.run_page.commands.all):
            show_icon(action, theme)
        self.commands.dark.setChecked(theme.name == Appearance.DARK)
        self.commands.light.setChecked(theme.name == Appearance.LIGHT)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_file(event) is not None:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped_file(event)
        if path is not None:
            self.open_path(path)

    def offer_project(self) -> None:
        """Offer to go on with the exercise that was open when the program ended unexpectedly."""
        path = self._program.settings.open_project
        if path is None:
            return
        self._program.settings.open_project = None
        ask_to_go_on(self, path, partial(self._open_project, path))

    def open_path(self, path: Path) -> None:
        """Open a scenario file or a project, by its suffix."""
        if path.suffix == SUFFIX:
            self._open_project(path)
        else:
            self._program.file.open(str(path))

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask only if something would be lost, and say what."""
        if self._program.run.unsaved:
            event.ignore()
            self._ask_before_losing(tr("Close without saving"), self.close)
            return
        if self.exercise.unsaved and not self.exercise.keep():
            event.ignore()
            return
        self._program.settings.open_project = None
        self._keep_layout()
        event.accept()

    def _ways(self) -> dict[QAction, QWidget]:
        return {
            self.commands.welcome: self.welcome,
            self.commands.run: self.run_page,
            self.commands.report: self.report_page,
            self.commands.answers: self.answers,
            self.commands.exercise: self.exercise,
        }

    def _offer_scenario(self, scenario: ScenarioPlan) -> None:
        if self._program.run.unsaved:
            self._ask_before_losing(tr("Open without saving"), partial(self._show_scenario, scenario))
        else:
            self._show_scenario(scenario)

    def _show_scenario(self, scenario: ScenarioPlan) -> None:
        path = self._program.file.path
        if path is not None and not self._program.file.is_shipped:
            self._program.recent.add(path)
        self._program.run.open(scenario)
        self.show_page(self.run_page)

    def _refuse(self, error: ScenarioError) -> None:
        show_once(ProblemDialog(error, self))

    def _show_title(self) -> None:
        scenario = self._program.run.scenario
        subject = f"{scenario.title}[*] \N{EN DASH} " if scenario else "[*]"
        self.setWindowTitle(f"{subject}Reception Sim")
        self.setWindowModified(self._program.run.unsaved)
        is_open = scenario is not None
        self.commands.replay.setEnabled(is_open)
        self.commands.export.setEnabled(is_open)
        self.commands.save_journal.setEnabled(bool(self._program.run.journal))

    def _show_recent(self) -> None:
        paths = self._program.recent.paths
        self.welcome.show_recent(paths)
        self._recent.clear()
        for path in paths:
            self._recent.addAction(path.name, partial(self._program.file.open, str(path)))
        self._recent.addSeparator()
        self._recent.addAction(tr("Clear list"), self._program.recent.clear)
        self._recent.setEnabled(bool(paths))

    def _say(self, sentence: str) -> None:
        """Confirm in one line, to the eye and to assistive technology."""
        self.statusBar().showMessage(sentence, _SAID_MS)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def _ask_for_scenario(self) -> None:
        settings = self._program.settings
        dialog = QFileDialog(self, tr("Open a scenario"), str(settings.folder), tr("Scenario (*.toml);;All files (*)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._open_chosen)
        dialog.open()

    def _open_chosen(self, chosen: str) -> None:
        self._program.settings.folder = Path(chosen).parent
        self._program.file.open(chosen)

    def _ask_before_losing(self, verb: str, go_on: Callable[[], object]) -> None:
        """Ask whether to *go_on*, as *verb* says, although the journal is not saved."""
        changes = len(self._program.run.journal)
        discard = self._program.run.discard_journal
        ask_before_losing(self, verb, changes, self.run_page.ask_where_to_save, lambda: (discard(), go_on()))

    def _show_palette(self) -> None:
        entries = [*entries_of([*self.run_page.commands.all, *self.commands.all]), *self._places()]
        palette = CommandPalette(entries, self)
        palette.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        palette.move(self.mapToGlobal(QRect(0, 80, self.width() - palette.width(), 0).center()))
        palette.open()

    def _places(self) -> list[Entry]:
        scenario = self._program.run.scenario
        if scenario is None:
            return []
        return [
            Entry(tr("Go to {place}", place=scenario.title_of(place)), "", partial(self._go_to, place))
            for place, _ in scenario.places()
        ]

    def _go_to(self, place: str) -> None:
        self.show_page(self.run_page)
        self.run_page.show_place(place)

    def _ask_for_exercise(self) -> None:
        """Begin an exercise over the scenario that is open, or have one chosen first."""
        scenario = self._program.run.scenario
        if scenario is None:
            self.show_page(self.welcome)
            self._say(tr("Choose a scenario first; then File, New exercise."))
            return
        self.show_page(self.exercise)
        self.exercise.ask_for_new(scenario)

    def _remember_project(self) -> None:
        self._program.settings.open_project = self._program.project.path

    def _ask_for_project(self) -> None:
        self.show_page(self.exercise)
        self.exercise.ask_to_open()

    def _open_project(self, path: Path) -> None:
        self.show_page(self.exercise)
        self.exercise.open_project(path)

    def _export(self) -> None:
        self.show_page(self.report_page)
        self.report_page.ask_for_file()

    def _put_hint_away(self) -> None:
        self._program.settings.hint_seen = True

    def _allow_motion(self, allowed: bool) -> None:  # noqa: FBT001 - a checkable action's own signature
        self._program.settings.motion = allowed
        self.run_page.map.set_motion(allowed)

    def _wear(self, appearance: Appearance) -> None:
        self._program.settings.appearance = appearance

    def _keep_layout(self) -> None:
        settings = self._program.settings
        settings.keep_layout("window", self.saveGeometry())
        settings.keep_layout("across", self.run_page.across.saveState())
        settings.keep_layout("down", self.run_page.down.saveState())

    def _restore(self) -> None:
        settings = self._program.settings
        self.resize(_FIRST_SIZE)
        self.restoreGeometry(settings.layout("window"))
        self.run_page.across.restoreState(settings.layout("across"))
        self.run_page.down.restoreState(settings.layout("down"))
        self.commands.motion.setChecked(settings.motion)
        self.run_page.map.set_motion(settings.motion)
        self.welcome.show_hint(wanted=not settings.hint_seen)
        if not any(screen.availableGeometry().intersects(self.frameGeometry()) for screen in QGuiApplication.screens()):
            self.move(QGuiApplication.primaryScreen().availableGeometry().topLeft())

    def _reset_layout(self) -> None:
        self._program.settings.forget_layout()
        self.commands.enlarge.setChecked(False)
        self.run_page.reset_layout()
        self.showNormal()
        self.resize(_FIRST_SIZE)

    def _show_full_screen(self, wanted: bool) -> None:  # noqa: FBT001 - a checkable action's own signature
        self.setWindowState(
            self.windowState() | Qt.WindowState.WindowFullScreen
            if wanted
            else self.windowState() & ~Qt.WindowState.WindowFullScreen
        )

    def _lay_out(self) -> None:
        for page in self._ways().values():
            self._pages.addWidget(page)
        inside = QWidget()
        line = QHBoxLayout(inside)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self._rail())
        line.addWidget(self._pages, 1)
        self.setCentralWidget(inside)
        self.setAcceptDrops(True)
        self.commands.fill(self.menuBar(), self.run_page.commands, self._recent)
        self.statusBar().setSizeGripEnabled(False)

    def _rail(self) -> QFrame:
        rail = QFrame()
        rail.setProperty("look", "rail")
        column = QVBoxLayout(rail)
        column.setContentsMargins(6, 12, 6, 12)
        column.setSpacing(8)
        for action in self._ways():
            button = ActionButton(action, look="flat")
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            button.setIconSize(QSize(24, 24))
            button.setFixedWidth(_RAIL_BUTTON)
            column.addWidget(button)
        column.addStretch(1)
        return rail

    def _connect_commands(self) -> None:
        commands, page = self.commands, self.run_page
        for action, shown in self._ways().items():
            _on(action, partial(self.show_page, shown))
        for action, act in (
            (commands.open, self._ask_for_scenario),
            (commands.replay, page.ask_for_journal),
            (commands.save_journal, page.ask_where_to_save),
            (commands.export, self._export),
            (commands.new_exercise, self._ask_for_exercise),
            (commands.open_project, self._ask_for_project),
            (commands.close, self.close),
            (commands.zoom_in, page.map.zoom_in),
            (commands.zoom_out, page.map.zoom_out),
            (commands.fit, page.map.fit),
            (commands.reset_layout, self._reset_layout),
            (commands.palette, self._show_palette),
            (commands.guide, lambda: show_once(GuideDialog(GUIDE, self))),
            (commands.about, lambda: show_once(AboutDialog(self))),
        ):
            _on(action, act)
        commands.enlarge.toggled.connect(page.enlarge_panels)
        commands.risks.toggled.connect(page.map.show_risks)
        page.map.risksShown.connect(commands.risks.setChecked)
        commands.full_screen.toggled.connect(self._show_full_screen)
        commands.motion.toggled.connect(self._allow_motion)
        _on(commands.light, partial(self._wear, Appearance.LIGHT))
        _on(commands.dark, partial(self._wear, Appearance.DARK))

    def _connect_program(self) -> None:
        program = self._program
        self.welcome.scenario_asked.connect(program.file.open)
        self.welcome.open_asked.connect(self._ask_for_scenario)
        self.welcome.hint_put_away.connect(self._put_hint_away)
        self.run_page.library_asked.connect(partial(self.show_page, self.welcome))
        self.report_page.empty.asked.connect(partial(self.show_page, self.welcome))
        self.answers.empty.asked.connect(partial(self.show_page, self.welcome))
        self.answers.said.connect(self._say)
        self.answers.scenario_asked.connect(self._offer_scenario)
        self.answers.report_asked.connect(self.report_page.add_answer)
        self.run_page.said.connect(self._say)
        self.exercise.said.connect(self._say)
        self.exercise.new_asked.connect(self._ask_for_exercise)
        program.project.opened.connect(self._remember_project)
        program.file.opened.connect(self._offer_scenario)
        program.file.refused.connect(self._refuse)
        program.file.reading.connect(lambda name: self._say(tr("Reading {file} …", file=name)))
        program.recent.changed.connect(self._show_recent)
        program.run.journal_changed.connect(self._show_title)


def _on(action: QAction, act: Callable[[], object]) -> None:
    action.triggered.connect(lambda: act())  # noqa: PLW0108 - without it Qt would pass on whether it is checked


def _dropped_file(event: QDropEvent) -> Path | None:
    """Return the file that is being dropped, if it is one."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and paths[0].is_file() else None
