"""The place that was clicked: its figures, its chart, and what can be changed there."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reception_sim.actions import Journal, JournalEntry
from reception_sim.exercise import TimePassed
from reception_sim.protection import SiteRisk
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.calendar import Calendar
from reception_sim.scenario.quantities import HOUR, MINUTE
from reception_sim.state import Snapshot
from reception_sim.statistics import RunFigures
from reception_sim.translation import tr
from ui import wording
from ui.forms.any_action import AnyActionDialog
from ui.forms.fields import ChoiceField
from ui.forms.layouts import ColumnScroll, empty, label
from ui.forms.steering import SteeringRow, rows_for
from ui.pages.charts_panel import Chart
from ui.pages.facts import Fact, facts_of, kind_of, risk_facts
from ui.plain_text import PlainLabel, tip
from ui.theme import Theme, icon

DELAYS: Final = (0.0, 30 * MINUTE, HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR, 12 * HOUR, 24 * HOUR)
CHART_HEIGHT: Final = 150


class Inspector(QFrame):
    """Shows one place, or the whole system while none is chosen, and asks for changes there."""

    act_asked = Signal(object, float, str)  # Action, seconds from now, reason
    withdraw_asked = Signal(object)  # JournalEntry
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scenario: ScenarioPlan | None = None
        self._snapshot: Snapshot | None = None
        self._figures: RunFigures | None = None
        self._risks: tuple[SiteRisk, ...] = ()
        self.place = ""
        self._title, self._kind = PlainLabel(wordWrap=True), PlainLabel(wordWrap=True)
        self._close = QToolButton()
        self._facts = FactList()
        self._chart = QVBoxLayout()
        self._place_chart: Chart | None = None
        self._rows: list[SteeringRow] = []
        self._changes = QWidget()
        self._delay = ChoiceField()
        self._reason = QLineEdit()
        self._pending = PendingList()
        self.anything = QPushButton(tr("Change something else…"))
        self._lay_out()
        self.anything.clicked.connect(self.ask_for_anything)
        self._close.clicked.connect(lambda: self.show_place(""))
        self._close.clicked.connect(self.closed)
        self._pending.withdraw_asked.connect(self.withdraw_asked)

    def set_theme(self, theme: Theme) -> None:
        self._close.setIcon(icon("close", theme))

    def show_scenario(self, scenario: ScenarioPlan) -> None:
        """Show the whole reception system of a new run."""
        self._scenario, self._snapshot, self._figures = scenario, None, None
        self._risks = ()
        self._pending.show_pending(scenario, ())
        self.show_place("")

    def show_place(self, place: str) -> None:
        """Show one place of the scenario; "" is the whole system."""
        if self._scenario is None:
            return
        self.place = place
        self._title.setText(self._scenario.title_of(place) if place else tr("Whole system"))
        self._kind.setText(kind_of(self._scenario, place) if place else tr("Choose a place on the map to look at it"))
        self._close.setVisible(bool(place))
        self._offer(rows_for(self._scenario, place))
        self._show_facts()

    def append(self, news: TimePassed) -> None:
        """Bring what is shown up to date."""
        self._snapshot, self._risks = news.snapshot, news.risks
        for row in self._rows:
            row.show_snapshot(news.snapshot)
        self._show_facts()
        if self._place_chart is not None and len(news.series.time):
            self._place_chart.append(news.series)

    def show_figures(self, figures: RunFigures) -> None:
        self._figures = figures
        self._show_facts()

    def allow_changes(self, *, allowed: bool) -> None:
        """Offer changes only while there is a run that can take them."""
        self._changes.setEnabled(allowed)

    def show_pending(self, pending: Journal) -> None:
        """List the actions that have not taken effect yet."""
        if self._scenario is not None:
            self._pending.show_pending(self._scenario, pending)

    def show_chart(self, chart: Chart | None) -> None:
        """Put a chart of the place between its figures and its changes; None takes it away."""
        empty(self._chart)
        self._place_chart = chart
        if chart is not None:
            chart.setFixedHeight(CHART_HEIGHT)
            self._chart.addWidget(chart)

    def ask_for_anything(self) -> None:
        """Offer every change there is, in a window of its own."""
        if self._scenario is None:
            return
        dialog = AnyActionDialog(self._scenario, self.place, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.asked.connect(self._ask)
        dialog.open()

    def _show_facts(self) -> None:
        if self._scenario is not None and self._snapshot is not None:
            facts = facts_of(self._scenario, self.place, self._snapshot, self._figures)
            risk = next((risk for risk in self._risks if risk.id == self.place), None)
            self._facts.show_facts(facts if risk is None else [*facts, *risk_facts(risk)])

    def _offer(self, rows: list[SteeringRow]) -> None:
        column = self._changes.layout()
        assert isinstance(column, QVBoxLayout)  # _lay_out_changes
        for old in self._rows:
            column.removeWidget(old)
            old.deleteLater()
        self._rows = rows
        for number, row in enumerate(rows):
            column.insertWidget(number + 1, row)  # below when and why
            row.asked.connect(self._ask)
            if self._snapshot is not None:
                row.show_snapshot(self._snapshot)

    def _ask(self, action: object) -> None:
        self.act_asked.emit(action, self._delay.currentData(), self._reason.text().strip())
        self._reason.clear()

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(12)
        column.addLayout(self._heading())
        column.addWidget(self._facts)
        self._lay_out_changes()
        column.addWidget(self._changes)
        column.addWidget(self._pending)
        column.addLayout(self._chart)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ColumnScroll(inside))
        self.setProperty("look", "side")

    def _heading(self) -> QHBoxLayout:
        self._title.setProperty("look", "heading")
        self._kind.setProperty("look", "quiet")
        self._close.setProperty("look", "flat")
        self._close.setToolTip(tr("Back to the whole system (Esc)"))
        self._close.setAccessibleName(tr("Back to the whole system"))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._kind)
        line = QHBoxLayout()
        line.addLayout(words, 1)
        line.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _lay_out_changes(self) -> None:
        for delay in DELAYS:
            text = tr("in {length}", length=wording.duration(delay)) if delay else tr("now")
            self._delay.addItem(text, delay)
        self._delay.setAccessibleName(tr("When a change takes effect"))
        self._reason.setPlaceholderText(tr("for the journal (may stay empty)"))
        self._reason.setAccessibleName(tr("Why, for the journal"))
        form = QFormLayout()
        form.addRow(tr("Takes effect"), self._delay)
        form.addRow(tr("Why"), self._reason)
        column = QVBoxLayout(self._changes)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addLayout(_below(label(tr("Change something here"), "heading"), form))
        self.anything.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.anything.setToolTip(tr("Every action that an inject or a rule of a scenario can take"))
        column.addWidget(self.anything)


def _below(heading: QWidget, layout: QLayout) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(8)
    column.addWidget(heading)
    column.addLayout(layout)
    return column


class FactList(QWidget):
    """Names and values, one pair a line; what each means is on hover."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QFormLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(4)
        self._grid.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._names: list[QLabel] = []
        self._values: list[QLabel] = []

    def show_facts(self, facts: list[Fact]) -> None:
        """Show *facts*; only texts that differ are touched, because this is called for every frame."""
        if [name.text() for name in self._names] != [fact.name for fact in facts]:
            self._build(facts)
        for value, fact in zip(self._values, facts, strict=True):
            if value.text() != fact.value:
                value.setText(fact.value)

    def _build(self, facts: list[Fact]) -> None:
        while self._grid.rowCount():
            self._grid.removeRow(0)
        self._names = [label(fact.name, "quiet") for fact in facts]
        self._values = [label(fact.value) for fact in facts]
        for name, value, fact in zip(self._names, self._values, facts, strict=True):
            name.setToolTip(tip(fact.meaning))
            value.setToolTip(tip(fact.meaning))
            value.setAlignment(Qt.AlignmentFlag.AlignRight)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._grid.addRow(name, value)


class PendingList(QWidget):
    """The actions that have not taken effect yet, each with its undo."""

    withdraw_asked = Signal(object)  # JournalEntry

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Journal = ()
        self._rows = QVBoxLayout()
        outer = _below(label(tr("Waiting to take effect"), "heading"), self._rows)
        outer.setContentsMargins(0, 0, 0, 0)
        self.setLayout(outer)
        self.hide()

    def show_pending(self, scenario: ScenarioPlan, pending: Journal) -> None:
        if pending == self._shown:
            return
        self._shown = pending
        empty(self._rows)
        for entry in pending:
            self._rows.addWidget(PendingRow(scenario, entry, partial(self.withdraw_asked.emit, entry)))
        self.setVisible(bool(pending))


class PendingRow(QWidget):
    """One action on its way, and its undo."""

    def __init__(self, scenario: ScenarioPlan, entry: JournalEntry, undo: Callable[[], object]) -> None:
        super().__init__()
        what = wording.tell_action(entry.action, scenario)
        when = wording.short_moment(Calendar.of(scenario), entry.time)
        text = PlainLabel(tr("{when}: {what}", when=when, what=what), wordWrap=True)
        button = QPushButton(tr("Undo"))
        button.clicked.connect(lambda: undo())  # noqa: PLW0108 - else Qt passes on whether it is checked
        button.setAccessibleName(tr("Undo: {what}", what=what))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(text, 1)
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
