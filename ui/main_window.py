"""The window: it chooses which page is shown, and holds the menus. What a page does is the page's business."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QWidget,
)
from typing_extensions import override

from reception_sim.project_file import SUFFIX
from reception_sim.scenario import ScenarioError, ScenarioPlan
from reception_sim.translation import tr
from ui.file_dialogs import ask_for_file
from ui.forms.action_button import show_icon
from ui.pages.asking import ask_to_go_on
from ui.pages.command_palette import CommandPalette, entries_of, places_of
from ui.pages.dialogs import AboutDialog, GuideDialog, ProblemDialog, show_once
from ui.pages.dropped_file import dropped_file
from ui.pages.leaving import Leaving
from ui.pages.page_stack import PageStack
from ui.pages.rail import Rail
from ui.pages.recent_menu import RecentMenu
from ui.pages.run_page import RunPage
from ui.pages.saving_scenario import SavingScenario
from ui.pages.welcome_page import WelcomePage
from ui.pages.window_commands import WindowCommands
from ui.pages.window_layout import WindowLayout
from ui.state.live_run import LiveRun
from ui.state.open_project import OpenProject
from ui.state.report_export import ReportExport
from ui.state.scenario_file import ScenarioFile
from ui.state.settings import Appearance, RecentFiles, Settings
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.pages.answer_shown import MadeBy
    from ui.pages.answers_page import AnswersPage
    from ui.pages.exercise_page import ExercisePage
    from ui.pages.report_page import ReportPage

GUIDE: Final = Path(__file__).parent.parent / "docs" / "user_guide.md"
_SAID_MS: Final = 8000


@dataclass(frozen=True)
class Program:
    """What the window works with."""

    run: LiveRun
    file: ScenarioFile
    export: ReportExport
    settings: Settings
    recent: RecentFiles
    project: OpenProject


class MainWindow(QMainWindow):
    """A page for each thing that users do, and a rail to change between them."""

    def __init__(self, program: Program, theme: Theme) -> None:
        super().__init__()
        self._program, self._theme = program, theme
        self.commands = WindowCommands(self)
        self.welcome = WelcomePage()
        self.run_page = RunPage(program.run, theme)
        self._report: ReportPage | None = None
        self._answers: AnswersPage | None = None
        self._exercise: ExercisePage | None = None
        self._pages = PageStack()
        self._to_be_led: str | None = None  # the id of a scenario that is being opened
        self._leaving = Leaving(self, program.run, self.run_page.ask_where_to_save, lambda: self._answers)
        self._saving = SavingScenario(self.commands.save_scenario, program.run, program.file, self)
        self._layout = WindowLayout(self, self.run_page, program.settings)
        self._recent = RecentMenu(self.open_path, program.recent.clear, self)
        self._lay_out()
        self._connect_commands()
        self._connect_program()
        self._restore()
        self._show_recent()
        self._show_title()
        self.show_page(self.welcome)
        self.set_theme(theme)

    @property
    def report_page(self) -> "ReportPage":
        """Return the page of the report, made when it is first wanted."""
        if self._report is None:
            self._report = self._made_report()
        return self._report

    @property
    def answers(self) -> "AnswersPage":
        """Return the page of the questions, made when it is first wanted."""
        if self._answers is None:
            self._answers = self._made_answers()
        return self._answers

    @property
    def exercise(self) -> "ExercisePage":
        """Return the page of the exercise, made when it is first wanted."""
        if self._exercise is None:
            self._exercise = self._made_exercise()
        return self._exercise

    @property
    def page(self) -> QWidget | None:
        return self._pages.currentWidget()

    def show_page(self, page: QWidget) -> None:
        """Show one of the pages."""
        self._pages.bring_forward(page)

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours at once."""
        self._theme = theme
        for page in (self.run_page, self._answers, self._exercise):
            if page is not None:
                page.set_theme(theme)
        for action in (*self.commands.all, *self.run_page.commands.all):
            show_icon(action, theme)
        self.commands.dark.setChecked(theme.name == Appearance.DARK)
        self.commands.light.setChecked(theme.name == Appearance.LIGHT)

    def close_work(self) -> None:
        """End every process that a page started, each by its own handle."""
        for page in (self._answers, self._exercise):
            if page is not None:
                page.close_work()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event) is not None:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        if (path := dropped_file(event)) is not None:
            self.open_path(path)

    def offer_project(self) -> None:
        """Offer to go on with the exercise that was in play, or open unexpectedly, when the program ended."""
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
        if not self._leaving.may_close(self.close):
            event.ignore()
            return
        if self._exercise is not None and not self._exercise.ready_to_close():
            event.ignore()
            return
        if self._exercise is None or not self._exercise.in_play:
            self._program.settings.open_project = None  # a class that is in play goes on at the next start
        self._layout.keep()
        event.accept()

    def _made_report(self) -> "ReportPage":
        from ui.pages.report_page import ReportPage  # noqa: PLC0415 - who begins a run need not wait for its report

        page = ReportPage(self._program.run, self._program.export)
        self._pages.add(page, self.commands.report, page.bring_up_to_date)
        page.empty.asked.connect(partial(self.show_page, self.welcome))
        return page

    def _made_answers(self) -> "AnswersPage":
        from ui.pages.answers_page import AnswersPage  # noqa: PLC0415 - who asks nothing need not wait for it

        page = AnswersPage(self._program.run, self._program.project, self._theme)
        self._pages.add(page, self.commands.answers, page.bring_up_to_date)
        page.empty.asked.connect(partial(self.show_page, self.welcome))
        page.said.connect(self._say)
        page.scenario_asked.connect(self._offer_scenario)
        page.model_asked.connect(self._offer_model)
        page.shown_asked.connect(partial(self.show_page, page))
        page.report_asked.connect(lambda section: self.report_page.add_answer(section))  # noqa: PLW0108 - made then
        return page

    def _made_exercise(self) -> "ExercisePage":
        # imported here: who leads no exercise need not wait for its page
        from ui.pages.exercise_page import ExercisePage  # noqa: PLC0415
        from ui.state.led_exercise import LedExercise  # noqa: PLC0415

        self.setCursor(Qt.CursorShape.BusyCursor)
        page = ExercisePage(self._program.project, LedExercise(), self._theme)
        self.unsetCursor()
        self._pages.add(page, self.commands.exercise)
        page.said.connect(self._say)
        page.new_asked.connect(self._ask_for_exercise)
        page.players.text_times = self._program.settings.players_text
        page.players.text_changed.connect(self._program.settings.keep_players_text)
        page.players.sound = self._program.settings.players_sound
        page.players.sound_changed.connect(self._program.settings.keep_players_sound)
        return page

    def _offer_scenario(self, scenario: ScenarioPlan) -> None:
        self.unsetCursor()
        self._leaving.unless_lost(partial(self._show_scenario, scenario))

    def _offer_model(self, made_by: "MadeBy") -> None:
        """Open what made an answer, with what was done in it from the start on."""

        def show() -> None:
            self._program.run.open(made_by.scenario, self._program.run.seed, made_by.journal)
            self.show_page(self.run_page)

        self._leaving.unless_lost(show)

    def _show_scenario(self, scenario: ScenarioPlan) -> None:
        path = self._program.file.path
        if path is not None and not self._program.file.is_shipped:
            self._program.recent.add(path)
        self._program.run.open(scenario)
        self.show_page(self.run_page)
        if path is not None and path.stem == self._to_be_led:
            self._ask_for_exercise()
        self._to_be_led = None

    def _lead(self, scenario: str) -> None:
        """Open a scenario of the library, and begin an exercise over it."""
        self._to_be_led = scenario
        self._program.file.open(scenario)

    def _show_reading(self, name: str) -> None:
        self.setCursor(Qt.CursorShape.BusyCursor)
        self._say(tr("Reading {file} …", file=name))

    def _refuse(self, error: ScenarioError) -> None:
        self.unsetCursor()
        show_once(ProblemDialog(error, self))

    def _show_title(self) -> None:
        scenario = self._program.run.scenario
        project = self._program.project.path
        subjects = [*([scenario.title] if scenario else []), *([project.name] if project else [])]
        subject = " \N{EN DASH} ".join(subjects)
        self.setWindowTitle(f"{subject}[*] \N{EN DASH} Reception Sim" if subject else "[*]Reception Sim")
        self.setWindowModified(self._program.run.unsaved)
        is_open = scenario is not None
        self.commands.replay.setEnabled(is_open)
        self.commands.export.setEnabled(is_open)
        self.commands.save_journal.setEnabled(bool(self._program.run.journal))

    def _show_recent(self) -> None:
        paths = self._program.recent.paths
        self.welcome.show_recent(paths)
        self._recent.show_paths(paths)

    def _say(self, sentence: str) -> None:
        """Confirm in one line, to the eye and to assistive technology."""
        self.statusBar().showMessage(sentence, _SAID_MS)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def _ask_for_scenario(self) -> None:
        kinds = tr("Scenario (*.toml);;All files (*)")
        ask_for_file(self, tr("Open a scenario"), kinds, lambda path: self._program.file.open(str(path)))

    def _show_palette(self) -> None:
        of_exercise = self._exercise.commands if self._exercise is not None and self.page is self._exercise else ()
        actions = [*of_exercise, *self.run_page.commands.all, *self.commands.all]
        places = places_of(self._program.run.scenario, self._go_to)
        CommandPalette([*entries_of(actions), *places], self).open_over(self)

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

    def _follow_project(self) -> None:
        """Remember a project whose exercise is led; show the answers of one that has none."""
        self._show_title()
        project = self._program.project
        if project.path is not None:
            self._program.recent.add(project.path)
        self._program.settings.open_project = project.path if project.exercise is not None else None
        if project.exercise is None and project.scenario is not None:
            self._leaving.unless_lost(partial(self._show_studies, project.scenario))

    def _show_studies(self, scenario: ScenarioPlan) -> None:
        if self._program.run.scenario != scenario:
            self._show_scenario(scenario)
        self.show_page(self.answers)

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

    def _restore(self) -> None:
        settings = self._program.settings
        self._layout.restore()
        self.commands.motion.setChecked(settings.motion)
        self.run_page.map.set_motion(settings.motion)
        self.welcome.show_hint(wanted=not settings.hint_seen)

    def _reset_layout(self) -> None:
        self.commands.enlarge.setChecked(False)
        self._layout.reset()

    def _lay_out(self) -> None:
        self._pages.add(self.welcome, self.commands.welcome)
        self._pages.add(self.run_page, self.commands.run)
        inside = QWidget()
        line = QHBoxLayout(inside)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(Rail(self.commands.ways))
        line.addWidget(self._pages, 1)
        self.setCentralWidget(inside)
        self.setAcceptDrops(True)
        self.commands.fill(self.menuBar(), self.run_page.commands, self._recent)
        self.statusBar().setSizeGripEnabled(False)

    def _connect_commands(self) -> None:
        commands, page = self.commands, self.run_page
        for action, act in (
            (commands.welcome, lambda: self.show_page(self.welcome)),
            (commands.run, lambda: self.show_page(page)),
            (commands.report, lambda: self.show_page(self.report_page)),
            (commands.answers, lambda: self.show_page(self.answers)),
            (commands.exercise, lambda: self.show_page(self.exercise)),
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
        commands.full_screen.toggled.connect(self._layout.fill_screen)
        commands.motion.toggled.connect(self._allow_motion)
        _on(commands.light, partial(self._wear, Appearance.LIGHT))
        _on(commands.dark, partial(self._wear, Appearance.DARK))

    def _connect_program(self) -> None:
        program = self._program
        self.welcome.scenario_asked.connect(program.file.open)
        self.welcome.file_asked.connect(self.open_path)
        self.welcome.open_asked.connect(self._ask_for_scenario)
        self.welcome.project_asked.connect(self._ask_for_project)
        self.welcome.exercise_asked.connect(self._lead)
        self.welcome.hint_put_away.connect(self._put_hint_away)
        self.run_page.library_asked.connect(partial(self.show_page, self.welcome))
        self.run_page.said.connect(self._say)
        self._saving.said.connect(self._say)
        program.file.saved.connect(program.recent.add)
        program.project.opened.connect(self._follow_project)
        program.file.opened.connect(self._offer_scenario)
        program.file.refused.connect(self._refuse)
        program.file.reading.connect(self._show_reading)
        program.recent.changed.connect(self._show_recent)
        program.run.journal_changed.connect(self._show_title)


def _on(action: QAction, act: Callable[[], object]) -> None:
    action.triggered.connect(lambda: act())  # noqa: PLW0108 - without it Qt would pass on whether it is checked
