"""The composition root: makes the parts of the desktop, puts them together, and ends them again."""

import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from reception_sim import __version__
from reception_sim.scenario.library import shipped
from ui.file_dialogs import FileDialog
from ui.main_window import MainWindow, Program
from ui.pages.dialogs import FailureDialog, show_once
from ui.state.live_run import LiveRun
from ui.state.open_project import OpenProject
from ui.state.report_export import ReportExport
from ui.state.scenario_file import ScenarioFile
from ui.state.settings import ORGANISATION, Appearance, RecentFiles, Settings
from ui.theme import DARK, LIGHT, Theme, apply_theme

SMOKE = "--smoke"


class Desktop:
    """The running program: its window and everything that the window works with."""

    def __init__(self, application: QApplication, settings: Settings) -> None:
        self._application = application
        FileDialog.kept_in = settings
        recent = RecentFiles(settings.store)
        self.program = Program(LiveRun(), ScenarioFile(), ReportExport(), settings, recent, OpenProject())
        self.program.run.set_speed(settings.speed)
        self.window = MainWindow(self.program, self._dress())
        self.window.welcome.show_library(shipped())
        settings.appearance_changed.connect(lambda _: self.window.set_theme(self._dress()))
        self.program.run.speed_changed.connect(self._remember_speed)
        application.aboutToQuit.connect(self.close)

    def close(self) -> None:
        """End every process that was started, each by its own handle."""
        self.window.close_work()
        self.program.run.close()
        self.program.file.close()
        self.program.export.close()

    def _dress(self) -> Theme:
        theme = DARK if self.program.settings.appearance is Appearance.DARK else LIGHT
        apply_theme(self._application, theme)
        return theme

    def _remember_speed(self) -> None:
        self.program.settings.speed = self.program.run.speed


def main(arguments: Sequence[str]) -> int:
    """Open the desktop, with the scenario that *arguments* name; --smoke ends once it can be used."""
    application = new_application()
    desktop = Desktop(application, Settings())
    show_errors_in(desktop)
    desktop.window.show()
    named = [argument for argument in arguments if not argument.startswith("-")]
    if SMOKE in arguments:
        QTimer.singleShot(0, application.quit)
    elif named:
        desktop.window.open_path(Path(named[0]))
    else:
        desktop.window.offer_project()
    return application.exec()


def new_application() -> QApplication:
    """Return the application object, with the name under which the platform keeps its settings."""
    application = QApplication(sys.argv[:1])
    application.setOrganizationName(ORGANISATION)
    application.setApplicationName(ORGANISATION)
    application.setApplicationVersion(__version__)
    return application


def show_errors_in(desktop: Desktop) -> None:
    """Show an error that nobody expected as a dialog, and go on: the run lives in its own process."""

    def show(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        details = "".join(traceback.format_exception(kind, error, trace))
        sys.stderr.write(details)
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        show_once(FailureDialog(f"Reception Sim {__version__}\n\n{details}", desktop.window))

    sys.excepthook = show
