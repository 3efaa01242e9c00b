"""The commands of the window, one QAction each, and the menus in which they and those of the run stand."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from reception_sim.translation import tr
from ui.pages.run_actions import RunActions
from ui.pages.run_keys import RunKeys

Keys = QKeySequence.StandardKey


class WindowCommands(QObject):
    """What can be done with the window; whoever owns it says what each does."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.open = self._action("open", tr("&Open a scenario file…"), Keys.Open)
        self.save_scenario = self._action("save", tr("Save the scen&ario as…"), Keys.SaveAs)
        self.replay = self._action("journal", tr("&Replay a journal…"))
        self.save_journal = self._action("save", tr("&Save the journal…"), Keys.Save)
        self.export = self._action("export", tr("&Export the report…"), "Ctrl+E")
        self.close = self._action("close", tr("&Quit"), "Ctrl+Q")
        self.welcome = self._action("home", tr("&Welcome"), "Ctrl+1", checkable=True)
        self.run = self._action("run", tr("&Run"), "Ctrl+2", checkable=True)
        self.report = self._action("report", tr("Re&port"), "Ctrl+3", checkable=True)
        self.answers = self._action("chart", tr("&Questions"), "Ctrl+4", checkable=True)
        self.exercise = self._action("people", tr("E&xercise"), "Ctrl+5", checkable=True)
        self.new_exercise = self._action("add", tr("&New exercise…"), "Ctrl+Shift+N")
        self.open_project = self._action("open", tr("Open a pro&ject…"), "Ctrl+Shift+O")
        self.zoom_in = self._action("zoom-in", tr("Zoom &in"), Keys.ZoomIn)
        self.zoom_out = self._action("zoom-out", tr("Zoom &out"), Keys.ZoomOut)
        self.fit = self._action("fit", tr("&Fit the map"), "Ctrl+0")
        self.risks = self._action("shield", tr("Protection ris&k on the map"), "Ctrl+Shift+P", checkable=True)
        self.enlarge = self._action("chart", tr("Lar&ge charts and tables"), "Ctrl+L", checkable=True)
        self.light = self._action("sun", tr("&Light colours"), checkable=True)
        self.dark = self._action("moon", tr("&Dark colours"), checkable=True)
        self.motion = self._action("people", tr("Show people &moving"), checkable=True)
        self.reset_layout = self._action("refresh", tr("Reset la&yout"))
        self.full_screen = self._action("full-screen", tr("F&ull screen"), "F11", checkable=True)
        self.palette = self._action("search", tr("&Find a command or a place…"), "Ctrl+K")
        self.guide = self._action("guide", tr("User &guide"), "F1")
        self.about = self._action("info", tr("&About Reception Sim"))
        self._make_exclusive(*self.ways)
        self._make_exclusive(self.light, self.dark)

    def fill(self, bar: QMenuBar, run: RunActions, recent: QMenu) -> None:
        """Put every command into the menu in which it belongs."""
        RunKeys(bar.window(), run)
        file = bar.addMenu(tr("&File"))
        file.addAction(self.open)
        file.addMenu(recent)
        file.addAction(self.save_scenario)
        _add(file, None, self.new_exercise, self.open_project)
        _add(file, None, self.save_journal, self.replay, None, self.export, None, self.close)
        _add(
            bar.addMenu(tr("&Run")),
            run.play,
            *run.steps,
            run.to_end,
            None,
            run.faster,
            run.slower,
            None,
            run.start_again,
        )
        view = bar.addMenu(tr("&View"))
        _add(
            view,
            *self.ways,
            None,
            self.zoom_in,
            self.zoom_out,
            self.fit,
            self.risks,
        )
        _add(view, self.enlarge, None)
        _add(view, self.light, self.dark, self.motion, None, self.reset_layout, self.full_screen)
        _add(bar.addMenu(tr("&Help")), self.palette, self.guide, None, self.about)

    @property
    def ways(self) -> tuple[QAction, ...]:
        """Return the actions that lead to the pages."""
        return (self.welcome, self.run, self.report, self.answers, self.exercise)

    @property
    def all(self) -> list[QAction]:
        return self.findChildren(QAction)

    def _action(self, icon: str, text: str, keys: Keys | str | None = None, *, checkable: bool = False) -> QAction:
        action = QAction(text, self, checkable=checkable)
        action.setProperty("icon_name", icon)
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
        return action

    def _make_exclusive(self, *actions: QAction) -> None:
        group = QActionGroup(self)
        for action in actions:
            group.addAction(action)


def _add(menu: QMenu, *actions: QAction | None) -> None:
    """Add actions to a menu; None is a line between them."""
    for action in actions:
        if action is None:
            menu.addSeparator()
        else:
            menu.addAction(action)
