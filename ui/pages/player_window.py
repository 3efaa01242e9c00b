"""The window of the players, for a projector or a second screen: what a coordinator would know, and nothing else.

It is given the players' picture, the cells that play and a plan of the places that they know; neither the list of
injects nor the state of the run ever comes here, nor anything of a place that they do not know.
"""

from collections.abc import Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from reception_sim.exercise import PlayersPicture, Received
from reception_sim.exercise_plan.course import Phase
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.calendar import Calendar
from reception_sim.translation import tr
from ui import wording
from ui.canvas.flow_map import FlowMap
from ui.canvas.place_states import reported_states
from ui.forms.layouts import ColumnScroll, empty, label
from ui.forms.text_size import TextSize
from ui.pages.decisions_panel import DecisionsPanel
from ui.pages.forecast_shown import ForecastShown
from ui.pages.keyboard_home import KeyboardHome
from ui.plain_text import PlainLabel
from ui.plots.answer_chart import AnswerChart
from ui.tables.copyable_table import CopyableTable
from ui.tables.known_table import KnownModel
from ui.theme import Theme, style_sheet

_RECEIVED: Final = Qt.ItemDataRole.UserRole
_OF_SITUATION: Final = (240, 140)  # px: the widths of columns at the system's size of text
_OF_DECISIONS: Final = (240, 100, 160, 110)


class PlayerWindow(QWidget):
    """Situation, inbox and decisions of the players; F11 fills the screen, Ctrl++ makes the text larger."""

    decided = Signal(object, str, str)  # Action, cell, reason
    withdraw_asked = Signal(int)
    file_asked = Signal(str)  # the name of one that came with an inject
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._scenario: ScenarioPlan | None = None
        self._theme = theme
        self._cells: dict[str, str] = {}
        self.picture: PlayersPicture | None = None
        self.clock, self.phase = PlainLabel(), PlainLabel()
        self.text_size = TextSize(self)
        self.sound = QPushButton(tr("&Sound"))
        self._messages: int | None = None  # that have been told by sound or were there before
        self.map = FlowMap(theme)
        self.map.hide_truth()
        self._known = KnownModel(self, with_truth=False)
        self.situation = CopyableTable(tr("Situation"), tr("Nothing has been reported yet."))
        self.situation.setModel(self._known)
        self.inbox = QListWidget()
        self.headline, self.message = label("", "heading", wraps=True), PlainLabel(wordWrap=True)
        self._files = QHBoxLayout()
        self.decisions = DecisionsPanel()
        self.forecast_shown: ForecastShown | None = None
        self.forecast, self.forecast_chart = PlainLabel(wordWrap=True), AnswerChart(theme)
        KeyboardHome(self, self.inbox)
        self._lay_out()
        self.text_size.changed.connect(lambda _: self._dress())
        self.inbox.currentItemChanged.connect(lambda *_: self._show_message())
        self.decisions.decided.connect(self.decided)
        self.decisions.withdraw_asked.connect(self.withdraw_asked)
        QShortcut(QKeySequence(Qt.Key.Key_F11), self, self._fill_screen)

    def show_frame(
        self, places: ScenarioPlan, title: str, cells: Mapping[str, str], terms: Mapping[str, Mapping[str, str]]
    ) -> None:
        """Get ready for an exercise: its *places*, and the *cells* that play, with the *terms* of their decisions."""
        self._scenario, self._cells = places, dict(cells)
        self.setWindowTitle(tr("{exercise}: players", exercise=title))
        self.map.show_scenario(places)
        self.decisions.show_cells(places, cells, terms)
        self.inbox.clear()
        self._show_message()

    def show_picture(self, picture: PlayersPicture) -> None:
        """Show what is known now."""
        if self._scenario is None:
            return
        self.picture = picture
        self.clock.setText(wording.full_date(Calendar.of(self._scenario).local(picture.time)))
        self.phase.setText(phase_in_words(picture.phase))
        calendar = Calendar.of(self._scenario)
        moment = partial(wording.short_moment, calendar)
        self.map.show_reports(reported_states(self._scenario, picture.known, moment))
        self._known.show_known(picture.known, self._scenario)
        self._show_inbox(picture.inbox)
        self.decisions.show_heard_of(dict(picture.heard_of))
        self.decisions.show_decisions(
            picture.decisions, picture.time, picture.budget_left, may_decide=picture.phase is Phase.PLAYING
        )

    def show_forecast(self, forecast: ForecastShown | None) -> None:
        """Show a forecast that the trainer lets players see; None is none."""
        for part in (self.forecast, self.forecast_chart):
            part.setVisible(forecast is not None)
        self.forecast_shown = forecast
        self.forecast.setText("" if forecast is None else "\n".join(forecast.sentences))
        if forecast is not None:
            self.forecast_chart.show_figure(forecast.figure)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        for dialog in self.findChildren(QDialog):
            dialog.close()  # else it would stay on the screen, and hold the program open
        self.closed.emit()
        super().closeEvent(event)

    def _ring(self, messages: int) -> None:
        """Tell of new messages by the alert sound of the computer, if that is wanted."""
        is_new = self._messages is not None and messages > self._messages
        self._messages = messages
        if is_new and self.sound.isChecked():
            QApplication.beep()

    def _show_inbox(self, inbox: tuple[Received, ...]) -> None:
        """Add what is new on top; what was withdrawn by going back is gone."""
        if self.inbox.count() > len(inbox):
            self.inbox.clear()
        for received in inbox[self.inbox.count() :]:
            item = QListWidgetItem(self._headline(received))
            item.setData(_RECEIVED, received)
            self.inbox.insertItem(0, item)
            self.inbox.setCurrentRow(0)
        self._ring(len(inbox))

    def _headline(self, received: Received) -> str:
        assert self._scenario is not None  # show_picture
        moment = wording.short_moment(Calendar.of(self._scenario), received.time)
        return f"{moment}  {self._sent_to(received)}: {received.title}"

    def _sent_to(self, received: Received) -> str:
        titles = [self._cells[cell] for cell in received.recipients if cell in self._cells]
        return ", ".join(titles) or tr("All")

    def _show_message(self) -> None:
        row = self.inbox.currentRow()
        received = self.inbox.item(row).data(_RECEIVED) if row >= 0 else None
        if not isinstance(received, Received):
            self.headline.clear()
            self.message.clear()
            self._show_files(())
            return
        self._show_files(received.attachments)
        origin = " · ".join(said for said in (received.sender, received.by) if said)
        self.headline.setText(received.title)
        self.message.setText("\n\n".join(said for said in (origin, received.text) if said))

    def _show_files(self, names: tuple[str, ...]) -> None:
        """Offer what came with a message."""
        empty(self._files)
        for name in names:
            button = QPushButton(name)
            button.setToolTip(tr("Show this file"))
            button.clicked.connect(partial(self.file_asked.emit, name))
            self._files.addWidget(button)
        self._files.addStretch(1)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._dress()
        self.map.set_theme(theme)
        self.forecast_chart.set_theme(theme)

    def _dress(self) -> None:
        """Let every text of this window be as large as is asked for."""
        size = QApplication.font().pointSizeF() * self.text_size.times
        as_elsewhere = self.text_size.times == 1.0
        own = f"QWidget {{ font-size: {size:.1f}pt; }}\n{style_sheet(self._theme, size)}"
        self.setStyleSheet("" if as_elsewhere else own)
        for table, widths in ((self.situation, _OF_SITUATION), (self.decisions.table, _OF_DECISIONS)):
            for column, width in enumerate(widths):
                table.setColumnWidth(column, round(width * self.text_size.times))

    def _message_with_files(self) -> QWidget:
        framed = QWidget()
        column = QVBoxLayout(framed)
        column.addWidget(self.headline)
        column.addWidget(self.message, 1)
        column.addLayout(self._files)
        return ColumnScroll(framed)

    def _reported(self) -> QWidget:
        parts = QTabWidget()
        parts.setDocumentMode(True)
        parts.addTab(self.map, tr("&Map, as reported"))
        parts.addTab(self.situation, tr("&Table"))
        return _titled(tr("Situation as reported"), parts)

    def _fill_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _lay_out(self) -> None:
        self.resize(1280, 720)
        self.clock.setProperty("look", "title")
        self.phase.setProperty("look", "heading")
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.inbox.setAccessibleName(tr("Inbox"))
        self.sound.setCheckable(True)
        self.sound.setToolTip(tr("Each new message is told by the computer's alert sound"))
        self.inbox.setWordWrap(True)
        self.inbox.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        top = QHBoxLayout()
        top.addWidget(self.clock)
        top.addStretch(1)
        top.addWidget(self.phase)
        top.addWidget(self.text_size)
        column = QVBoxLayout(self)
        column.addLayout(top)
        column.addWidget(self._parts(), 1)
        self._dress()

    def _parts(self) -> QSplitter:
        self.forecast.hide()
        self.forecast_chart.hide()
        left, right = (QSplitter(Qt.Orientation.Vertical) for _ in range(2))
        inbox = _titled(tr("Inbox"), self.inbox, self.sound)
        parts = QSplitter()
        for side, held, heights in (
            (left, (self._reported(), self.decisions), (440, 240)),
            (right, (inbox, self._message_with_files(), self.forecast, self.forecast_chart), (380, 300, 0, 0)),
        ):
            for part in held:
                side.addWidget(part)
            side.setChildrenCollapsible(False)
            side.setSizes(heights)
            parts.addWidget(side)
        parts.setSizes((780, 480))
        return parts


def phase_in_words(phase: Phase) -> str:
    """Say whether the players play."""
    match phase:
        case Phase.SETTLING:
            return tr("Before STARTEX")
        case Phase.PLAYING:
            return tr("In play")
        case Phase.ENDED:
            return tr("After ENDEX")


def _titled(title: str, widget: QWidget, beside: QWidget | None = None) -> QWidget:
    framed = QWidget()
    column = QVBoxLayout(framed)
    column.setContentsMargins(0, 0, 0, 0)
    line = QHBoxLayout()
    line.addWidget(label(title, "heading"), 1)
    if beside is not None:
        line.addWidget(beside)
    column.addLayout(line)
    column.addWidget(widget, 1)
    return framed
