"""The page on which a run is led: map, clock, tiles, the chosen place, charts, log and journal."""

from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from reception_sim.actions import Action, JournalEntry, places_of
from reception_sim.clocks import DutyState
from reception_sim.exercise import Failed, Pace, TimePassed
from reception_sim.exercise.journal_file import JournalError
from reception_sim.recording import Happening, HappeningKind
from reception_sim.scenario import FileNotWritten
from reception_sim.statistics import RunFigures
from reception_sim.translation import tr
from ui import wording
from ui.canvas.flow_map import FlowMap
from ui.canvas.place_model import PlaceModel
from ui.file_dialogs import ask_for_file, ask_where
from ui.pages.charts_panel import ChartsPanel, chart_of
from ui.pages.duty_tiles import duty_tiles, pressure_tile
from ui.pages.empty_page import EmptyPage
from ui.pages.failure_banner import FailureBanner
from ui.pages.findings_panel import FindingsPanel
from ui.pages.indicators import TileContent, tiles_of
from ui.pages.inspector import Inspector
from ui.pages.log_panel import JournalPanel, LogPanel
from ui.pages.run_actions import RunActions
from ui.pages.start_again import StartAgainDialog
from ui.pages.tile_strip import TileStrip
from ui.pages.transport_bar import TransportBar
from ui.state.live_run import LiveRun
from ui.tables.copyable_table import CopyableTable
from ui.theme import Theme

_MAP_AND_PANELS: Final = (360, 230)
_MAP_AND_INSPECTOR: Final = (920, 330)


class RunPage(QStackedWidget):
    """Shows a live run and lets a trainer steer it."""

    library_asked = Signal()
    said = Signal(str)  # one line for the status bar

    def __init__(self, run: LiveRun, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run, self._theme = run, theme
        self.commands = RunActions(run, self)
        self.empty = EmptyPage(
            tr("No run is open. Choose a scenario: it opens here, and Space lets its time pass."),
            tr("Choose a scenario"),
        )
        self.transport = TransportBar(self.commands)
        self.failure = FailureBanner()
        self.tiles = TileStrip()
        self.map = FlowMap(theme)
        self.inspector = Inspector()
        self.charts = ChartsPanel(theme)
        self.findings = FindingsPanel(theme)
        self.log = LogPanel()
        self.journal = JournalPanel()
        self._places = PlaceModel(self)
        self._duties: tuple[DutyState, ...] = ()
        self._pressure: float | None = None
        self._drives: tuple[tuple[str, float], ...] = ()
        self._measured: list[TileContent] = []
        self.panels = QTabWidget()
        self.across = QSplitter(Qt.Orientation.Horizontal)
        self.down = QSplitter(Qt.Orientation.Vertical)
        self._lay_out()
        self._connect_run()
        self._connect_views()

    def show_place(self, place: str) -> None:
        """Look at one place of the scenario; "" is the whole system."""
        if self._run.scenario is None:
            return
        self.inspector.show_place(place)
        self.map.select_place(place)
        series = self._run.series
        is_drawn = place in self._run.scenario.sites or place in self._run.scenario.stations
        chart = chart_of(self._run.scenario, place, self._theme) if is_drawn else None
        if chart is not None and series is not None:
            chart.append(series)
        self.inspector.show_chart(chart)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.map.set_theme(theme)
        self.charts.set_theme(theme)
        self.findings.set_theme(theme)
        self.inspector.set_theme(theme)
        self.show_place(self.inspector.place)

    def enlarge_panels(self, enlarged: bool) -> None:  # noqa: FBT001 - a checkable action's own signature
        """Give the charts and tables the whole height, or bring the map back."""
        self.map.setVisible(not enlarged)
        self.inspector.setVisible(not enlarged)

    def reset_layout(self) -> None:
        self.across.setSizes(list(_MAP_AND_INSPECTOR))
        self.down.setSizes(list(_MAP_AND_PANELS))

    @override
    def event(self, event: QEvent) -> bool:
        """Let Space press the button or tick the line that has the focus; anywhere else it plays and pauses."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Space
            and isinstance(QApplication.focusWidget(), QAbstractButton | QAbstractItemView)
        ):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.inspector.place:
            self.show_place("")
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        scenario = self._run.scenario
        assert scenario is not None  # LiveRun.opened
        self.setCurrentIndex(1)
        self.failure.hide()
        self._duties, self._pressure, self._measured = (), None, []
        for view in (
            *(self.transport, self.map, self._places, self.charts),
            *(self.findings, self.log, self.inspector),
        ):
            view.show_scenario(scenario)
        self.show_place("")
        self._show_pace()
        self.map.setFocus()

    def _append(self, news: TimePassed) -> None:
        self.transport.show_time(news.snapshot.time)
        self._show_pace()
        self.map.append(news.snapshot, news.risks)
        self._places.append(news.snapshot, news.risks)
        self.inspector.append(news)
        self.charts.append(news.series)
        now = (news.duties, news.snapshot.pressure, news.snapshot.drives)
        if now != (self._duties, self._pressure, self._drives):
            self._duties, self._pressure, self._drives = now
            self._show_tiles()
        happenings = [self._in_full(told) for told in news.happenings]
        for told in happenings:
            if told.kind is HappeningKind.ACTION_TAKEN:
                self._mark(told)
        self.log.append(happenings)
        self._show_pending()

    def _in_full(self, told: Happening) -> Happening:
        """Say all of an action that stands in the journal; the recording knows only its kind and place."""
        scenario = self._run.scenario
        if told.kind is not HappeningKind.ACTION_TAKEN or scenario is None:
            return told
        for entry in self._run.journal:
            kind, place = type(entry.action).__name__, places_of(entry.action)[0]
            if (entry.time, kind, place) == (told.time, told.title, told.subject):
                return replace(told, title=wording.tell_action(entry.action, scenario))
        return told

    def _mark(self, taken: Happening) -> None:
        assert self._run.scenario is not None  # nothing happens without a run
        self.charts.mark(taken.time, wording.tell_happening(taken, self._run.scenario))

    def _show_pace(self) -> None:
        self.transport.show_pace(self._run.pace, self._run.speed, self._run.speed_reached)
        self.inspector.allow_changes(allowed=self._run.alive and self._run.pace is not Pace.FINISHED)

    def _change_pace(self) -> None:
        self._show_pace()
        if not self._run.running:
            self.charts.catch_up()

    def _catch_up(self) -> None:
        self.charts.catch_up()
        self.findings.catch_up()

    def _show_figures(self, figures: RunFigures) -> None:
        assert self._run.scenario is not None  # there are no figures without a run
        self._measured = tiles_of(self._run.scenario, figures, self._run.series)
        self._show_tiles()
        self.inspector.show_figures(figures)
        self.findings.show_figures(figures)

    def _show_tiles(self) -> None:
        """Show the duties of care as they stand now, and the indicators as they were last measured."""
        assert self._run.scenario is not None  # nothing is told without a run
        scenario, pressure = self._run.scenario, self._pressure
        tiles = [] if pressure is None else [pressure_tile(scenario, pressure, self._drives)]
        self.tiles.show_tiles([*tiles, *duty_tiles(scenario, self._duties), *self._measured])

    def _show_pending(self) -> None:
        scenario = self._run.scenario
        if scenario is not None:
            self.inspector.show_pending(self._run.pending)
            self.journal.show_journal(scenario, self._run.journal, self._run.pending)

    def _confirm(self, entry: JournalEntry) -> None:
        assert self._run.scenario is not None  # nothing is accepted without a run
        what = wording.tell_action(entry.action, self._run.scenario)
        when = wording.day_and_time(self._run.calendar, entry.time)
        self.said.emit(tr("✓ {what}: takes effect {when}", what=what, when=when))

    def _fail(self, failure: Failed) -> None:
        self.failure.show_failure(failure)

    def _act(self, action: Action, delay: float, reason: str) -> None:
        at = self._run.time + delay if delay else None
        self._run.act(action, at=at, reason=reason)

    def _ask_to_start_again(self) -> None:
        dialog = StartAgainDialog(self._run.seed, len(self._run.journal), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.asked.connect(self._start_again)
        dialog.open()

    def _start_again(self, seed: int, keep: bool) -> None:  # noqa: FBT001 - a signal's own signature
        assert self._run.scenario is not None  # the action is disabled without a run
        self._run.open(self._run.scenario, seed, self._run.journal if keep else ())

    def ask_where_to_save(self) -> None:
        """Ask for the file that keeps what was changed."""
        ask_where(self, tr("Save the journal"), tr("Journal (*.json)"), "journal.json", self.save_journal)

    def save_journal(self, path: Path) -> None:
        """Keep what was changed in a file, or say why that did not go."""
        try:
            self._run.save_journal(path)
        except FileNotWritten as error:
            self.said.emit(tr("✕ The journal is not saved. {why}", why=error))
            return
        self.said.emit(tr("✓ Saved: {file}", file=path.name))

    def ask_for_journal(self) -> None:
        """Ask for a journal whose changes are taken again."""
        ask_for_file(self, tr("Replay a journal"), tr("Journal (*.json)"), self.replay)

    def replay(self, path: Path) -> None:
        """Start again with the changes of a journal file, or say why that does not go."""
        try:
            self._run.replay(path)
        except JournalError as error:
            self.said.emit(f"✕ {error}")

    def _connect_run(self) -> None:
        run = self._run
        run.opened.connect(self._open)
        run.frame.connect(self._append)
        run.pace_changed.connect(self._change_pace)
        run.speed_changed.connect(self._show_pace)
        run.figures_changed.connect(self._show_figures)
        run.journal_changed.connect(self._show_pending)
        run.accepted.connect(self._confirm)
        run.withdrawn.connect(lambda _: self.said.emit(tr("✓ Undone before it took effect")))
        run.refused.connect(lambda why: self.said.emit(tr("✕ Not possible: {why}", why=why)))
        run.failed.connect(self._fail)

    def _connect_views(self) -> None:
        self.empty.asked.connect(self.library_asked)
        self.commands.start_again.triggered.connect(self._ask_to_start_again)
        self.transport.speed_asked.connect(self._run.set_speed)
        self.transport.run_until_asked.connect(self._run.run_until)
        self.failure.recover_asked.connect(self._run.recover)
        self.map.placeActivated.connect(self.show_place)
        self.inspector.closed.connect(lambda: self.show_place(""))
        self.inspector.act_asked.connect(self._act)
        self.inspector.withdraw_asked.connect(self._run.withdraw)
        self.journal.withdraw_asked.connect(self._run.withdraw)
        self.journal.save_asked.connect(self.ask_where_to_save)
        self.panels.currentChanged.connect(lambda _: self._catch_up())

    def _lay_out(self) -> None:
        self._add_panels()
        self.down.addWidget(self.map)
        self.down.addWidget(self.panels)
        self.across.addWidget(self.down)
        self.across.addWidget(self.inspector)
        for splitter in (self.down, self.across):
            splitter.setStretchFactor(0, 1)
            splitter.setChildrenCollapsible(False)
        self.reset_layout()
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.transport, self.failure, self.tiles):
            column.addWidget(part)
        column.addWidget(self.across, 1)
        self.addWidget(self.empty)
        self.addWidget(page)

    def _add_panels(self) -> None:
        places = CopyableTable(tr("Places now"), tr("Open a scenario to see its places."))
        places.setModel(self._places)
        self.panels.setDocumentMode(True)
        self.panels.setAccessibleName(tr("Charts, findings, log, places and journal"))
        for panel, title in (
            (self.charts, tr("Charts")),
            (self.findings, tr("Findings")),
            (self.log, tr("Log")),
            (places, tr("Places")),
            (self.journal, tr("Journal")),
        ):
            self.panels.addTab(panel, title)
