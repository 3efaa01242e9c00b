"""The after-action review: the hot wash, the courses that were played, what decisions were worth, and the replay."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from reception_sim.exercise_plan.review import Answer, Category
from reception_sim.translation import tr
from ui.pages.courses_panel import CoursesPanel
from ui.pages.groups_panel import GroupsPanel
from ui.pages.hot_wash_panel import HotWashPanel
from ui.pages.made_when_shown import MadeWhenShown
from ui.pages.questionnaire_panel import QuestionnairePanel
from ui.pages.replay_panel import ReplayPanel
from ui.pages.worth_panel import WorthPanel
from ui.state.groups_work import GroupsWork
from ui.state.led_exercise import LedExercise
from ui.state.open_project import OpenProject
from ui.state.paper_export import PaperExport
from ui.state.played_courses import PlayedCourses
from ui.theme import Theme


class ReviewPage(QWidget):
    """Holds the parts of the review, each made when it is looked at first."""

    said = Signal(str)

    def __init__(
        self,
        led: LedExercise,
        project: OpenProject,
        papers: PaperExport,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._led, self._project, self._theme = led, project, theme
        self.played = PlayedCourses(project, self)
        self.hot_wash = HotWashPanel(led, project, papers)
        self._courses = MadeWhenShown(self._make_courses)
        self._worth = MadeWhenShown(self._make_worth)
        self._replay = MadeWhenShown(self._make_replay)
        self._questionnaire = MadeWhenShown(self._make_questionnaire)
        self.groups_work = GroupsWork(self)
        self._groups = MadeWhenShown(self._make_groups)
        self.parts = QTabWidget()
        self._lay_out()
        self._connect()

    @property
    def courses(self) -> CoursesPanel:
        return self._courses.inside

    @property
    def worth(self) -> WorthPanel:
        return self._worth.inside

    @property
    def replay(self) -> ReplayPanel:
        return self._replay.inside

    @property
    def questionnaire(self) -> QuestionnairePanel:
        return self._questionnaire.inside

    @property
    def groups(self) -> GroupsPanel:
        return self._groups.inside

    def show_part(self, part: QWidget) -> None:
        """Look at one of the parts, by what it holds or by where it is held."""
        place = next(row for row in range(self.parts.count()) if part in (self.parts.widget(row), *self._held(row)))
        self.parts.setCurrentIndex(place)

    def bring_up_to_date(self) -> None:
        """Show what is in the project now, on the part that is looked at."""
        for part in (self.parts.currentWidget(), *self._held(self.parts.currentIndex())):
            if isinstance(part, HotWashPanel | CoursesPanel | WorthPanel | ReplayPanel):
                part.bring_up_to_date()
            if isinstance(part, QuestionnairePanel):
                part.show_review(self._project.review())

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        for place in range(self.parts.count()):
            for part in self._held(place):
                if isinstance(part, CoursesPanel | WorthPanel | ReplayPanel | GroupsPanel):
                    part.set_theme(theme)

    def forget(self) -> None:
        """Let go of what was found out about an exercise: another one is opened, or none."""
        self.played.forget()
        if self._worth.made is not None:
            self._worth.made.close_work()
        self.hot_wash.forget()

    def close_work(self) -> None:
        """End every process of the review by its handle."""
        self.forget()
        self.played.close()
        self.groups_work.close()

    def _held(self, place: int) -> tuple[QWidget, ...]:
        part = self.parts.widget(place)
        return (part.made,) if isinstance(part, MadeWhenShown) and part.made is not None else ()

    def _make_courses(self) -> CoursesPanel:
        return CoursesPanel(self.played, self._project, self._theme)

    def _make_worth(self) -> WorthPanel:
        panel = WorthPanel(self._led, self._project, self._theme)
        panel.report_asked.connect(self._put_into_report)
        return panel

    def _make_replay(self) -> ReplayPanel:
        return ReplayPanel(self.played, self._led, self._project, self._theme)

    def _make_questionnaire(self) -> QuestionnairePanel:
        panel = QuestionnairePanel()
        panel.handed_in.connect(self._take_sheet)
        return panel

    def _make_groups(self) -> GroupsPanel:
        panel = GroupsPanel(self.groups_work, self._theme)
        panel.said.connect(self.said)
        return panel

    def _take_sheet(self, questions: tuple[Category, ...], answers: list[Answer]) -> None:
        review = replace(self._project.review(), questionnaire=questions).with_sheet(answers)
        self._project.keep_review(review)
        self.questionnaire.show_review(self._project.review())

    def _put_into_report(self) -> None:
        self.hot_wash.take_weighed(self.worth.branch, self.worth.weighed)
        self.said.emit(tr("✓ The after-action report will tell what each decision was worth"))

    def _connect(self) -> None:
        self.hot_wash.said.connect(self.said)
        self.parts.currentChanged.connect(lambda _: self.bring_up_to_date())

    def _lay_out(self) -> None:
        self.parts.setDocumentMode(True)
        for part, title in (
            (self.hot_wash, tr("Ho&t wash")),
            (self._courses, tr("Courses &side by side")),
            (self._worth, tr("What decisions were w&orth")),
            (self._replay, tr("Repla&y")),
            (self._questionnaire, tr("&Questionnaires")),
            (self._groups, tr("&Groups")),
        ):
            self.parts.addTab(part, title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.parts)
