"""The exercise once more, at any pace: what was true, what the players knew, and what was done and noted."""

from bisect import bisect_right
from time import monotonic
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
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

from reception_sim.exercise_plan.course import Course
from reception_sim.papers.courses import Moment, Replay
from reception_sim.reports.breach_words import without_moments_in_words
from reception_sim.scenario.quantities import DAY, HOUR, MINUTE
from reception_sim.translation import tr
from ui import wording
from ui.canvas.flow_map import FlowMap
from ui.forms.fields import ChoiceField
from ui.forms.layouts import label
from ui.pages.exercise_marks import marks_of
from ui.pages.playing_again import PlayingAgain
from ui.plain_text import PlainLabel
from ui.plots.timeline import Mark, Timeline
from ui.state.led_exercise import LedExercise
from ui.state.open_project import OpenProject
from ui.state.played_courses import PlayedCourses
from ui.tables.copyable_table import CopyableTable
from ui.tables.known_table import KnownModel
from ui.theme import Theme, icon

PACES: Final = (MINUTE, 10 * MINUTE, HOUR, 6 * HOUR, DAY)  # of the scenario in a second
_FRAME_MS: Final = 33
_TIME: Final = Qt.ItemDataRole.UserRole


class ReplayPanel(QWidget):
    """Shows moment after moment of a course that was played; nothing in the exercise is changed by it."""

    def __init__(
        self,
        played: PlayedCourses,
        led: LedExercise,
        project: OpenProject,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._played, self._led, self._project, self._theme = played, led, project, theme
        self._times: list[float] = []
        self._now = 0.0
        self._shown_row: int | None = None
        self._since = 0.0  # on the wall clock
        self._frames = QTimer(self, interval=_FRAME_MS)
        self.play, self.clock, self.pace = QPushButton(), PlainLabel(), ChoiceField()
        self.again = PlayingAgain(played)
        self.map = FlowMap(theme)
        self._known = KnownModel(self, with_truth=True)
        self.known = CopyableTable(tr("Known and true"), tr("Nothing had been reported yet."))
        self.known.setModel(self._known)
        self.done = QListWidget()
        self.timeline = Timeline()
        self._lay_out()
        self._connect()
        self._show_pace()

    @property
    def running(self) -> bool:
        return self._frames.isActive()

    @property
    def now(self) -> float:
        """Return which moment is shown (s)."""
        return self._now

    def bring_up_to_date(self) -> None:
        """Have the course that is shown played again, unless that has been done and it has not gone on since."""
        shown, branch = self._played.replay, self._led.branch
        is_there = shown is not None and branch is not None and shown.branch.id == branch.id
        if branch is None or (is_there and shown is not None and shown.branch in self._played.branches()):
            return
        self.pause()
        self._played.play_moments(branch.id)

    def play_or_pause(self) -> None:
        """Let time pass, from the start again if it is over."""
        if self.running or not self._times:
            self.pause()
            return
        if self._now >= self._times[-1]:
            self.go_to(0.0)
        self._since = monotonic()
        self._frames.start()
        self._show_pace()

    def pause(self) -> None:
        self._frames.stop()
        self._show_pace()

    def go_to(self, time: float) -> None:
        """Show a moment (s)."""
        if self._times:
            self._now = min(max(time, 0.0), self._times[-1])
            self._show_moment()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.map.set_theme(theme)
        self.timeline.set_theme(theme)
        self._show_pace()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.pause()
        super().hideEvent(event)

    def _take(self) -> None:
        """Show the start of a course that has just been played again."""
        replay, scenario, exercise = self._played.replay, self._led.scenario, self._led.exercise
        if replay is None or scenario is None or exercise is None:
            return
        self._times = [moment.snapshot.time for moment in replay.moments]
        self._shown_row = None
        self.map.show_scenario(scenario)
        endex = scenario.duration if exercise.endex is None else exercise.endex
        self.timeline.show_frame(self._led.calendar, scenario.duration, exercise.startex, endex)
        self.timeline.show_remark(without_moments_in_words(scenario))
        marks = self._marks(replay)
        self.timeline.show_marks(marks)
        self._list(marks)
        self.go_to(0.0)
        self._show_pace()

    def _marks(self, replay: Replay) -> list[Mark]:
        scenario, exercise = self._led.scenario, self._led.exercise
        assert scenario is not None  # _take
        assert exercise is not None  # as above
        course = Course(exercise)
        for entry in replay.log:
            course.read(entry)
        notes, bookmarks = self._project.noted_in(replay.branch.id)
        return marks_of(course, scenario, notes, bookmarks, replay.breaches)

    def _list(self, marks: list[Mark]) -> None:
        self.done.clear()
        for mark in sorted(marks, key=lambda one: one.time):
            item = QListWidgetItem(f"{wording.short_moment(self._led.calendar, mark.time)}  {mark.text}")
            item.setData(_TIME, mark.time)
            item.setToolTip(tr(mark.kind.value))
            self.done.addItem(item)

    def _pass_time(self) -> None:
        now = monotonic()
        passed, self._since = now - self._since, now
        self.go_to(self._now + passed * float(self.pace.currentData()))
        if self._now >= self._times[-1]:
            self.pause()

    def _show_moment(self) -> None:
        self.clock.setText(wording.full_date(self._led.calendar.local(self._now)))
        self.timeline.show_time(self._now, self._times[-1])
        row = max(bisect_right(self._times, self._now) - 1, 0)
        if row == self._shown_row or self._played.replay is None:
            return
        self._shown_row = row
        self._draw(self._played.replay.moments[row])

    def _draw(self, moment: Moment) -> None:
        scenario = self._led.scenario
        assert scenario is not None  # _take
        self.map.append(moment.snapshot, moment.risks)
        self._known.show_known(moment.picture.known, scenario, moment.snapshot)
        last = -1
        for place in range(self.done.count()):
            is_past = self.done.item(place).data(_TIME) <= self._now
            self.done.item(place).setHidden(not is_past)
            last = place if is_past else last
        self.done.setCurrentRow(last)

    def _show_pace(self) -> None:
        self.play.setText(tr("&Pause") if self.running else tr("&Play"))
        self.play.setIcon(icon("pause" if self.running else "play", self._theme))
        self.play.setEnabled(bool(self._times))

    def _connect(self) -> None:
        self.play.clicked.connect(self.play_or_pause)
        self._frames.timeout.connect(self._pass_time)
        self.timeline.moment_asked.connect(self.go_to)
        self.done.itemActivated.connect(lambda item: self.go_to(item.data(_TIME)))
        self._played.replay_changed.connect(self._take)

    def _lay_out(self) -> None:
        self.clock.setProperty("look", "heading")
        for pace in PACES:
            self.pace.addItem(tr("{time} in a second", time=wording.duration(pace)), pace)
        self.pace.setCurrentIndex(1)
        self.pace.setAccessibleName(tr("Pace"))
        self.done.setAccessibleName(tr("What was done and noted"))
        self.done.setWordWrap(True)
        self.done.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.known.setColumnWidth(0, 200)
        line = QHBoxLayout()
        for part in (self.play, self.pace, self.clock):
            line.addWidget(part)
        line.addWidget(self.again, 1)
        views = QTabWidget()
        views.setDocumentMode(True)
        views.addTab(self.map, tr("Map (true)"))
        views.addTab(self.known, tr("Known and true"))
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label(tr("What was done and noted"), "heading"))
        column.addWidget(self.done, 1)
        parts = QSplitter()
        parts.addWidget(views)
        parts.addWidget(side)
        parts.setStretchFactor(0, 1)
        parts.setSizes([880, 360])
        parts.setChildrenCollapsible(False)
        whole = QVBoxLayout(self)
        whole.addLayout(line)
        whole.addWidget(parts, 1)
        whole.addWidget(self.timeline)
