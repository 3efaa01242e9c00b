"""The questions of those who plan, a page each, behind one row of tabs."""

from collections.abc import Mapping
from pathlib import Path
from typing import assert_never

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QTabWidget

from reception_sim.experiments.alternatives import Alternative
from reception_sim.experiments.answers import BottleneckAnswer, CapacityAnswer, Comparison
from reception_sim.experiments.kept_answers import Answer, asked_about
from reception_sim.experiments.sensitivity_answer import SensitivityAnswer
from reception_sim.experiments.staffing_answer import StaffingAnswer
from reception_sim.translation import tr
from ui.pages.alternatives_panel import AlternativesPanel
from ui.pages.bottleneck_form import BottleneckForm
from ui.pages.capacity_form import CapacityForm
from ui.pages.compare_form import CompareForm
from ui.pages.empty_page import EmptyPage
from ui.pages.kept_panel import KeptPanel
from ui.pages.question_page import QuestionPage, Surroundings
from ui.pages.roster_form import RosterForm
from ui.pages.roster_panel import RosterPanel
from ui.pages.sensitivity_form import SensitivityForm
from ui.state.alternatives_draft import AT_MOST, AlternativesDraft
from ui.state.kept_answers import KeptAnswer, KeptAnswers
from ui.state.live_run import LiveRun
from ui.state.open_project import OpenProject
from ui.state.run_timing import RunTiming
from ui.theme import Theme


class AnswersPage(QStackedWidget):
    """Holds the pages of the questions; work that was asked for goes on whichever is looked at."""

    said = Signal(str)
    report_asked = Signal(object)  # Section
    scenario_asked = Signal(object)  # ScenarioPlan, to be worked with from now on
    model_asked = Signal(object)  # MadeBy
    shown_asked = Signal()

    def __init__(self, run: LiveRun, project: OpenProject, theme: Theme) -> None:
        super().__init__()
        self._run = run
        self._waiting: Answer | None = None  # for its scenario to be opened
        self.kept = KeptAnswers(project, self)
        self._timing = RunTiming(self)
        self.draft = AlternativesDraft(self)
        self.empty = EmptyPage(
            tr(
                "Here questions about a scenario are answered: what makes a difference, how many people it can receive."
            ),
            tr("Choose a scenario"),
        )
        self.alternatives = AlternativesPanel(self.draft)
        around = Surroundings(run, self._timing, theme)
        self.compare_form = CompareForm(self.draft)
        self.compare = QuestionPage(tr("What would make a difference?"), tr("Co&mpare"), self.compare_form, around)
        self.compare.answer.pin(self.alternatives, tr("Alternatives"))
        self.capacity_form = CapacityForm()
        self.capacity = QuestionPage(
            tr("How many people can be received?"), tr("&Find the capacity"), self.capacity_form, around
        )
        self.bottleneck_form = BottleneckForm()
        self.bottleneck = QuestionPage(
            tr("What would one more buy?"), tr("&Find the bottleneck"), self.bottleneck_form, around
        )
        self.roster_form, self.roster_panel = RosterForm(), RosterPanel()
        self.roster = QuestionPage(tr("Which roster is enough?"), tr("&Find a roster"), self.roster_form, around)
        self.roster.answer.pin(self.roster_panel, tr("Roster"))
        self.sensitivity_form = SensitivityForm()
        self.sensitivity = QuestionPage(
            tr("Which assumptions matter?"), tr("&Find what matters"), self.sensitivity_form, around
        )
        self.kept_panel = KeptPanel(self.kept)
        self.tabs = QTabWidget()
        self._lay_out()
        self._connect()
        self.compare_form.show_journal(run.journal)
        self._recall_alternatives()

    @property
    def pages(self) -> Mapping[str, QuestionPage]:
        """Return the page of each question, by the words on its tab."""
        return {
            tr("Compare"): self.compare,
            tr("Capacity"): self.capacity,
            tr("Bottleneck"): self.bottleneck,
            tr("Roster"): self.roster,
            tr("Sensitivity"): self.sensitivity,
        }

    @property
    def working(self) -> int:
        """Return how many questions are being worked out."""
        return sum(page.experiment.working for page in self.pages.values())

    @property
    def unkept(self) -> int:
        """Return how many answers are in no file."""
        return sum(row.number is None for row in self.kept.rows)

    def ask_to_keep(self) -> None:
        """Ask in which file the answers are to be kept, or keep them in the one that is open."""
        self.tabs.setCurrentWidget(self.kept_panel)
        self.shown_asked.emit()
        self.kept_panel.ask_to_keep()

    def let_go(self) -> None:
        """End the work, and let go of what is in no file."""
        for page in self.pages.values():
            page.experiment.forget()
        self.kept.let_go()

    def bring_up_to_date(self) -> None:
        """Show how it stands with the scenario that is open; called when the page is shown."""
        self.setCurrentWidget(self.empty if self._run.scenario is None else self.tabs)
        page = self.tabs.currentWidget()
        if isinstance(page, QuestionPage):
            page.bring_up_to_date()

    def show_kept(self, row: KeptAnswer) -> None:
        """Show an answer that was given before; its scenario is asked for if another one is open."""
        self._waiting = self.kept.answer_in(row)
        if self._waiting is None:
            return
        if asked_about(self._waiting) == self._run.scenario:
            self._show_waiting()
        else:
            self.scenario_asked.emit(asked_about(self._waiting))

    def show_question(self, page: QuestionPage) -> None:
        """Bring the page of one question to the front."""
        self.tabs.setCurrentWidget(page)

    def set_theme(self, theme: Theme) -> None:
        for page in self.pages.values():
            page.set_theme(theme)

    def close_work(self) -> None:
        """End every process that was started, each by its own handle."""
        self._timing.close()
        for page in self.pages.values():
            page.close_work()

    def _compare_with(self, alternative: Alternative) -> None:
        """Put an alternative beside those that are drafted, and show them."""
        others = [one for one in self.draft.alternatives if one.id != alternative.id][: AT_MOST - 1]
        self.draft.take((*others, alternative), tr("Add {alternative}", alternative=alternative.title))
        self.show_question(self.compare)

    def _show_waiting(self) -> None:
        answer, self._waiting = self._waiting, None
        if answer is not None:
            page = self._page_of(answer)
            page.recall(answer)
            self.show_question(page)
            self.shown_asked.emit()

    def _page_of(self, answer: Answer) -> QuestionPage:
        match answer:
            case Comparison():
                return self.compare
            case CapacityAnswer():
                return self.capacity
            case BottleneckAnswer():
                return self.bottleneck
            case StaffingAnswer():
                return self.roster
            case SensitivityAnswer():
                return self.sensitivity
            case _:
                assert_never(answer)

    def _follow_scenario(self) -> None:
        """Have the alternatives that the project keeps, and the answer that waits for this scenario."""
        self._recall_alternatives()
        if self._waiting is not None and asked_about(self._waiting) == self._run.scenario:
            QTimer.singleShot(0, self, self._show_waiting)  # whoever opens the scenario shows its own page first
        else:
            self._waiting = None

    def _recall_alternatives(self) -> None:
        scenario = self._run.scenario
        alternatives = () if scenario is None else self.kept.alternatives_to(scenario)
        if scenario is not None and alternatives:
            self.draft.show_scenario(scenario, alternatives)

    def _keep_alternatives(self) -> None:
        if self.draft.scenario is not None and self.draft.is_edited:
            self.kept.keep_alternatives(self.draft.scenario, self.draft.alternatives)

    def _begin_project(self, path: Path) -> None:
        if path.exists():  # perhaps an exercise, open in another window: it is never replaced
            self.said.emit(tr("✕ {file} exists already: choose another name", file=path.name))
            return
        if self._run.scenario is not None and self.kept.begin(path, self._run.scenario):
            self.kept.keep_alternatives(self._run.scenario, self.draft.alternatives)
            self.said.emit(tr("✓ Kept: {file}", file=path.name))

    def _connect(self) -> None:
        self._run.journal_changed.connect(lambda: self.compare_form.show_journal(self._run.journal))
        self._run.opened.connect(self.roster_panel.clear)
        self._run.opened.connect(self._follow_scenario)
        self.draft.changed.connect(self._keep_alternatives)
        self.kept.refused.connect(lambda why: self.said.emit(f"✕ {why}"))
        self.kept_panel.show_asked.connect(self.show_kept)
        self.kept_panel.begin_asked.connect(self._begin_project)
        self.roster_form.answered.connect(self.roster_panel.show_answer)
        self.roster_panel.said.connect(self.said)
        self.roster_panel.apply_asked.connect(self.scenario_asked)
        self.roster_panel.compare_asked.connect(self._compare_with)
        self.tabs.currentChanged.connect(lambda _: self.bring_up_to_date())
        for page in self.pages.values():
            page.said.connect(self.said)
            page.report_asked.connect(self.report_asked)
            page.model_asked.connect(self.model_asked)
            page.answered.connect(self.kept.keep)

    def _lay_out(self) -> None:
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(tr("Questions"))
        for name, page in self.pages.items():
            self.tabs.addTab(page, name)
        self.tabs.addTab(self.kept_panel, tr("Kept answers"))
        self.addWidget(self.empty)
        self.addWidget(self.tabs)
