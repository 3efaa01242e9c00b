"""The answer to a question: the sentence first, then what else there is to say, the charts, and how far to trust it."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QTabWidget, QVBoxLayout, QWidget

from reception_sim.translation import tr
from ui.forms.layouts import ColumnScroll, label
from ui.pages.answer_shown import AnswerShown, MadeBy, NamedFigure
from ui.pages.trust_panel import TrustPanel
from ui.pages.work_bar import WorkBar
from ui.plain_text import PlainLabel
from ui.plots.answer_chart import AnswerChart
from ui.theme import GRID, Theme

_MORE_AT_MOST: Final = 112  # px: what is said beside the sentence leaves room for the charts


class AnswerPane(QFrame):
    """Shows an answer as it grows; charts keep their places while their figures come in."""

    report_asked = Signal()
    model_asked = Signal(object)  # MadeBy

    def __init__(self, theme: Theme, invitation: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._invitation = invitation
        self._pinned = 0
        self.shown: AnswerShown | None = None
        self.sentence = PlainLabel(invitation, wordWrap=True)
        self.more = PlainLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignTop)
        self._more_room = ColumnScroll(self.more)
        self.work = WorkBar()
        self.outdated = label("", "problem", wraps=True)
        self.tabs = QTabWidget()
        self.trust = TrustPanel()
        self.to_report = QPushButton(tr("&Add to the report"))
        self.open_model = QPushButton(tr("&Open the model of this result"))
        self._models = QMenu(self)
        self.foot = QHBoxLayout()
        self._lay_out()
        self.to_report.clicked.connect(self.report_asked)

    @property
    def charts(self) -> list[AnswerChart]:
        found = (self.tabs.widget(place) for place in range(self._pinned, self.tabs.count()))
        return [chart for chart in found if isinstance(chart, AnswerChart)]

    def pin(self, panel: QWidget, title: str) -> None:
        """Put a panel of the page before the charts; it stays."""
        self.tabs.insertTab(self._pinned, panel, title)
        self._pinned += 1
        self.tabs.show()

    def show_answer(self, answer: AnswerShown) -> None:
        is_first = self.shown is None
        self.shown = answer
        self.sentence.setText(answer.sentence)
        self.more.setText("\n".join(answer.more))
        self._more_room.setVisible(bool(answer.more))
        wanted = self.more.heightForWidth(max(self.width() - 6 * GRID, 1)) + GRID // 2
        self._more_room.setFixedHeight(min(wanted, _MORE_AT_MOST))
        self.trust.show_trust(answer.trust)
        self.trust.setVisible(bool(answer.trust))
        self.to_report.setEnabled(True)
        self._offer_models(answer.made_by)
        self._show_figures(answer.figures)
        if is_first and answer.figures:
            self.tabs.setCurrentIndex(self._pinned)
        if answer.is_final:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, answer.sentence))

    def clear(self) -> None:
        """Wait for the answer to another question."""
        self.shown = None
        self.sentence.setText(self._invitation)
        self._more_room.hide()
        self.trust.hide()
        self.to_report.setEnabled(False)
        self._offer_models(())
        self.show_outdated("")
        self._show_figures(())

    def show_outdated(self, why: str) -> None:
        """Say that what was asked has changed since; "" that it has not."""
        self.outdated.setText(why)
        self.outdated.setVisible(bool(why))

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for chart in self.charts:
            chart.set_theme(theme)

    def _offer_models(self, models: Sequence[MadeBy]) -> None:
        """Offer each scenario that made the answer, by the title of its alternative."""
        self._models.clear()
        for one in models:
            self._models.addAction(one.title.replace("&", "&&"), partial(self.model_asked.emit, one))
        self.open_model.setEnabled(bool(models))
        self.open_model.setVisible(bool(models))  # some answers are of what was led, and not of a plan

    def _show_figures(self, figures: Sequence[NamedFigure]) -> None:
        while self.tabs.count() - self._pinned > len(figures):
            last = self.tabs.widget(self.tabs.count() - 1)
            self.tabs.removeTab(self.tabs.count() - 1)
            if last is not None:
                last.deleteLater()
        while self.tabs.count() - self._pinned < len(figures):
            self.tabs.addTab(AnswerChart(self._theme), "")
        for place, (chart, named) in enumerate(zip(self.charts, figures, strict=True), start=self._pinned):
            chart.show_figure(named.figure)
            self.tabs.setTabText(place, named.name)
        self.tabs.setVisible(self.tabs.count() > 0)

    def _lay_out(self) -> None:
        self.sentence.setProperty("look", "heading")
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.more.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(tr("Charts of the answer"))
        self.to_report.setEnabled(False)
        head = QVBoxLayout()
        head.setContentsMargins(24, 16, 24, 8)
        head.setSpacing(8)
        for part in (self.sentence, self._more_room, self.outdated, self.work):
            head.addWidget(part)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.tabs, 1)
        body.addWidget(self.trust)
        self.foot.setContentsMargins(24, 8, 16, 8)
        self.open_model.setMenu(self._models)
        self.open_model.hide()
        self.foot.setSpacing(8)
        self.foot.addStretch(1)
        self.foot.addWidget(self.open_model)
        self.foot.addWidget(self.to_report)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(body, 1)
        column.addLayout(self.foot)
        self.clear()
