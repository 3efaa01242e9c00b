"""Two courses of an exercise on one chart: what was played, what was done instead, and what came of either."""

from collections.abc import Iterator

import numpy as np
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from reception_sim.exercise_plan import Branch
from reception_sim.papers.courses import CourseOverTime
from reception_sim.papers.curves import CurveKind, curve_kinds
from reception_sim.recording import Times
from reception_sim.scenario import Calendar, ScenarioPlan
from reception_sim.translation import tr
from ui.forms.fields import ChoiceField
from ui.forms.layouts import label
from ui.pages.courses_apart import how_they_differ
from ui.pages.exercise_marks import marks_of
from ui.pages.playing_again import PlayingAgain
from ui.plots.content import ChartSeries
from ui.plots.time_chart import TimeChart
from ui.plots.timeline import MarkKind
from ui.plots.wall_clock import wall_clock, wall_clock_of
from ui.state.open_project import OpenProject
from ui.state.played_courses import PlayedCourses
from ui.theme import Theme

_MARKED = (MarkKind.INJECT, MarkKind.DECISION)


class CoursesPanel(QWidget):
    """Lays the curves of two branches over one another, with the injects and decisions of both."""

    def __init__(
        self, courses: PlayedCourses, project: OpenProject, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._courses, self._project = courses, project
        self._kinds: tuple[CurveKind, ...] = ()
        self._kinds_of: ScenarioPlan | None = None
        self.first, self.second, self.kind = ChoiceField(), ChoiceField(), ChoiceField()
        self.sentence = label("", "heading", wraps=True)
        self.again = PlayingAgain(courses)
        self.chart = TimeChart(theme)
        self._lay_out()
        self._connect()

    def bring_up_to_date(self) -> None:
        """Offer the courses that there are now, and play those that are chosen."""
        branches, scenario = self._courses.branches(), self._project.scenario
        if scenario is None or not branches:
            return
        self._offer(branches, scenario)
        self._play()

    def choose(self, first: int, second: int) -> None:
        """Compare two branches by their numbers."""
        for field, number in ((self.first, first), (self.second, second)):
            field.setCurrentIndex(field.findData(number))
        self._play()

    def set_theme(self, theme: Theme) -> None:
        self.chart.set_theme(theme)

    def _offer(self, branches: list[Branch], scenario: ScenarioPlan) -> None:
        chosen = (self.first.currentData(), self.second.currentData())
        for field, before, usual in zip((self.first, self.second), chosen, _usual(branches), strict=True):
            field.clear()
            for branch in branches:
                field.addItem(f"{branch.id}  {branch.title}", branch.id)
            place = field.findData(before)
            field.setCurrentIndex(field.findData(usual) if place < 0 else place)
        if self._kinds_of is not scenario:
            self._kinds_of, self._kinds = scenario, curve_kinds(scenario)
            self.kind.clear()
            self.kind.addItems([kind.title for kind in self._kinds])

    def _play(self) -> None:
        self._courses.play(*self._chosen())

    def _chosen(self) -> list[int]:
        return [int(field.currentData()) for field in (self.first, self.second) if field.currentData() is not None]

    def _show(self) -> None:
        """Draw what is chosen, if it has been played."""
        scenario = self._project.scenario
        courses = [self._courses.courses.get(number) for number in dict.fromkeys(self._chosen())]
        shown = [course for course in courses if course is not None]
        if scenario is None or not shown or len(shown) < len(courses) or not self._kinds:
            return
        kind = self._kinds[max(self.kind.currentIndex(), 0)]
        self.sentence.setText(how_they_differ(shown, kind, scenario))
        names = [_name(course.branch) for course in shown]
        drawn = tuple(ChartSeries(name, place, dash=place > 0) for place, name in enumerate(names))
        self.chart.show_chart(kind.title, tr("people"), drawn)
        self.chart.append(*_columns(shown, names, kind, Calendar.of(scenario)))
        for time, text in _marks(shown, scenario, self._project):
            self.chart.mark(wall_clock_of(Calendar.of(scenario).local(time)), text)

    def _connect(self) -> None:
        for field in (self.first, self.second):
            field.activated.connect(lambda _: self._play())
        self.kind.activated.connect(lambda _: self._show())
        self._courses.courses_changed.connect(self._show)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        fields: tuple[tuple[str, QComboBox], ...] = (
            (tr("Co&urse"), self.first),
            (tr("&and"), self.second),
            (tr("&Indicator"), self.kind),
        )
        for title, field in fields:
            named = label(title)
            named.setBuddy(field)
            field.setMinimumContentsLength(18)
            field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            line.addWidget(named)
            line.addWidget(field, 1)
        column = QVBoxLayout(self)
        column.addLayout(line)
        column.addWidget(self.sentence)
        column.addWidget(self.again)
        column.addWidget(self.chart, 1)


def _usual(branches: list[Branch]) -> tuple[int, int]:
    """Return what is compared unless somebody chooses: the newest course with the one that it left."""
    last = branches[-1]
    return (last.parent if last.parent is not None else last.id, last.id)


def _name(branch: Branch) -> str:
    return tr("{number}: {title}", number=branch.id, title=branch.title)


def _columns(
    courses: list[CourseOverTime], names: list[str], kind: CurveKind, calendar: Calendar
) -> tuple[Times, dict[str, Times]]:
    """Return the moments of the longest course and the values of each; NaN beyond where one came."""
    longest = max((course.series for course in courses), key=lambda one: len(one.time))
    values = {}
    for name, course in zip(names, courses, strict=True):
        curve = kind.of(course.series).astype(float)
        values[name] = np.concatenate((curve, np.full(len(longest.time) - len(curve), np.nan)))
    return wall_clock(calendar, longest.time), values


def _marks(courses: list[CourseOverTime], scenario: ScenarioPlan, project: OpenProject) -> Iterator[tuple[float, str]]:
    """Yield what was sent and decided; what only one of several courses has, with the number of that one."""
    assert project.exercise is not None  # there are courses only of an exercise
    seen: dict[tuple[float, str], list[int]] = {}
    for course in courses:
        for mark in marks_of(course.course_of(project.exercise), scenario, (), ()):
            if mark.kind in _MARKED:
                seen.setdefault((mark.time, mark.text), []).append(course.branch.id)
    for (time, text), numbers in sorted(seen.items()):
        in_all = len(numbers) == len(courses)
        yield time, text if in_all else tr("{number}: {what}", number=numbers[0], what=text)
