"""The controller's page: the exercise clock, what comes next, what is true and what is known, decisions, notes."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QTabWidget, QVBoxLayout, QWidget

from reception_sim.actions import Origin
from reception_sim.actions.vocabulary import Action
from reception_sim.exercise import Failed, OwnDecision, PlayersPicture, TimePassed
from reception_sim.exercise_plan import Bookmark, Note, Withdrew
from reception_sim.exercise_plan.course import Phase
from reception_sim.reports.breach_words import without_moments_in_words
from reception_sim.translation import tr
from ui.canvas.flow_map import FlowMap
from ui.forms.on_hand_grid import OnHandGrid
from ui.pages.charts_panel import ChartsPanel
from ui.pages.coming_panel import ComingPanel
from ui.pages.decision_terms import terms_in_words
from ui.pages.decisions_panel import DecisionsPanel
from ui.pages.exercise_marks import marks_of
from ui.pages.failure_banner import FailureBanner
from ui.pages.forecast_panel import ForecastPanel
from ui.pages.keyboard_home import KeyboardHome
from ui.pages.lead_actions import LeadActions
from ui.pages.lead_bar import LeadBar
from ui.pages.notes_panel import NotesPanel, Pinned
from ui.plots.timeline import Timeline
from ui.state.led_exercise import LedExercise
from ui.state.open_project import OpenProject
from ui.tables.copyable_table import CopyableTable
from ui.tables.known_table import KnownModel
from ui.theme import Theme

_SIZES: Final = (400, 580, 350)


class LeadPage(QWidget):
    """Leads an exercise: everything on it can be done with the keyboard alone."""

    said = Signal(str)
    players_asked = Signal()

    def __init__(self, led: LedExercise, project: OpenProject, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._led, self._project = led, project
        self.commands = LeadActions(led, self)
        self.bar = LeadBar(led, self.commands)
        self.failure = FailureBanner()
        self.coming = ComingPanel(led)
        self.on_hand = OnHandGrid()
        self.map = FlowMap(theme)
        self.charts = ChartsPanel(theme)
        self.forecast = ForecastPanel(led, theme)
        self._known = KnownModel(self, with_truth=True)
        self.known = CopyableTable(tr("Known and true"), tr("Nothing has been reported yet."))
        self.known.setModel(self._known)
        self.decisions = DecisionsPanel()
        self.notes = NotesPanel()
        self.timeline = Timeline()
        self.middle = QTabWidget()
        KeyboardHome(self, self.coming.table)
        self._lay_out()
        self._connect()

    def set_theme(self, theme: Theme) -> None:
        """Wear other colours."""
        self.commands.set_theme(theme)
        for view in (self.map, self.charts, self.timeline, self.forecast):
            view.set_theme(theme)

    def close_work(self) -> None:
        """End what works in a child process for this page."""
        self.forecast.close_work()

    def _begin(self) -> None:
        """Get ready for an exercise."""
        scenario, exercise = self._led.scenario, self._led.exercise
        assert scenario is not None  # LedExercise.began
        assert exercise is not None  # as above
        self.failure.hide()
        self.map.show_scenario(scenario)
        cells = {name: cell.title for name, cell in exercise.cells.items() if cell.plays}
        self.decisions.show_cells(scenario, cells, terms_in_words(exercise, scenario.currency))
        self.notes.show_exercise(scenario, exercise)
        self.timeline.show_remark(without_moments_in_words(scenario))
        self.forecast.begin()
        self._show_marks()

    def _open_course(self) -> None:
        """Draw everything anew: another moment or course is shown."""
        scenario, exercise = self._led.scenario, self._led.exercise
        if scenario is None or exercise is None:
            return
        self.map.show_scenario(scenario)
        self.charts.show_scenario(scenario)
        endex = scenario.duration if exercise.endex is None else exercise.endex
        self.timeline.show_frame(self._led.calendar, scenario.duration, exercise.startex, endex)
        self.bar.show_branches()

    def _append(self, passed: TimePassed) -> None:
        """Draw what is new."""
        course, scenario, picture = self._led.course, self._led.scenario, self._led.picture
        if course is None or scenario is None or picture is None:
            return
        self.map.append(passed.snapshot, passed.risks)
        self.charts.append(passed.series)
        if not self._led.running:
            self._catch_up()
        self.bar.show_time()
        self.coming.show_course()
        ready = [status.inject for status in course.injects.values() if self.coming.is_on_hand(status)]
        self.on_hand.show_injects(ready)
        self._known.show_known(picture.known, scenario, passed.snapshot)
        self._show_decisions(picture)
        self.timeline.show_time(self._led.time, self._led.reached)
        self._show_marks()

    def _show_decisions(self, picture: PlayersPicture) -> None:
        course = self._led.course
        assert course is not None  # _append
        all_taken = [
            OwnDecision(
                status.decided.decision,
                status.decided.cell,
                status.decided.action,
                status.time,
                status.decided.effect,
                status.decided.cost,
                status.withdrawn,
            )
            for status in course.decisions.values()
        ]
        may_decide = course.phase is Phase.PLAYING and not self._led.is_past
        self.decisions.show_decisions(all_taken, picture.time, picture.budget_left, may_decide=may_decide)

    def _show_marks(self) -> None:
        if self._led.scenario is None or self._led.course is None:
            return
        notes, bookmarks = self._project.noted_in(self._branch())
        self.timeline.show_marks(marks_of(self._led.course, self._led.scenario, notes, bookmarks, self._led.breaches))
        self.notes.show_notes(self._project.notes(), self._led.scenario)

    def _decide(self, action: Action, cell: str, reason: str) -> None:
        self._led.decide(action, cell, reason, Origin.PLAYER)

    def withdraw(self, number: int) -> None:
        self._led.do(Withdrew(decision=number))

    def _keep_note(self, pinned: Pinned) -> None:
        self._project.note(
            Note(
                branch=self._branch(),
                time=self._led.time,
                text=pinned.text,
                place=pinned.place,
                inject=pinned.inject,
                objective=pinned.objective,
            )
        )
        self.said.emit(tr("✓ Noted"))

    def _bookmark(self) -> None:
        title = self.notes.line.text().strip() or tr("Bookmark")
        self._project.bookmark(Bookmark(branch=self._branch(), time=self._led.time, title=title[:80]))
        self.notes.line.clear()
        self.said.emit(tr("✓ Bookmark set"))

    def _catch_up(self) -> None:
        """Draw in the charts what they missed while another view was in front, or what came last before a pause."""
        if self.middle.currentWidget() is self.charts:
            self.charts.catch_up()

    def _show_forecast(self) -> None:
        self.middle.setCurrentWidget(self.forecast)
        self.forecast.place.setFocus()
        self.forecast.ask_now()

    def _rename(self, number: int, title: str) -> None:
        if title and self._project.rename_branch(number, title):
            self._led.show_branch_renamed(number, title)

    def _branch(self) -> int:
        return self._led.branch.id if self._led.branch else 1

    def _fail(self, failure: Failed) -> None:
        self.failure.show_failure(failure)
        self.bar.show_time()

    def _connect(self) -> None:
        led = self._led
        led.began.connect(self._begin)
        led.course_opened.connect(self._open_course)
        led.frame.connect(self._append)
        led.failed.connect(self._fail)
        led.refused.connect(lambda why: self.said.emit(tr("✕ Not possible: {why}", why=why)))
        led.refused.connect(self.decisions.show_refusal)
        led.breaches_changed.connect(self._show_marks)
        self._project.marked.connect(self._show_marks)
        self.failure.recover_asked.connect(led.recover)
        self.middle.currentChanged.connect(lambda _: self._catch_up())
        self.timeline.moment_asked.connect(led.go_to)
        self.on_hand.sent.connect(self.coming.send)
        self.coming.said.connect(self.said)
        self.decisions.decided.connect(self._decide)
        self.decisions.withdraw_asked.connect(self.withdraw)
        self.notes.noted.connect(self._keep_note)
        self.notes.bookmark_asked.connect(self._bookmark)
        self.commands.forecast_asked.connect(self._show_forecast)
        self.commands.bookmark_asked.connect(self._bookmark)
        self.commands.asking.renamed.connect(self._rename)
        self.commands.players_asked.connect(self.players_asked)
        self.commands.note_asked.connect(self.notes.line.setFocus)
        self.commands.decision_asked.connect(self.decisions.decide.click)

    def _lay_out(self) -> None:
        left = QSplitter(Qt.Orientation.Vertical)
        left.addWidget(self.coming)
        left.addWidget(self.on_hand)
        left.setStretchFactor(0, 1)
        self.middle.setDocumentMode(True)
        for view, title in (
            (self.map, tr("Map (true)")),
            (self.known, tr("Known and true")),
            (self.charts, tr("Charts")),
            (self.forecast, tr("Forecast")),
        ):
            self.middle.addTab(view, title)
        right = QSplitter(Qt.Orientation.Vertical)
        right.addWidget(self.decisions)
        right.addWidget(self.notes)
        parts = QSplitter()
        for part in (left, self.middle, right):
            parts.addWidget(part)
        parts.setSizes(list(_SIZES))
        parts.setStretchFactor(1, 1)
        for splitter in (left, right, parts):
            splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 4)
        for widget in (self.bar, self.failure):
            column.addWidget(widget)
        column.addWidget(parts, 1)
        column.addWidget(self.timeline)
