"""The questions of those who plan, a page each, behind one row of tabs."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QTabWidget

from reception_sim.experiments.alternatives import Alternative
from reception_sim.translation import tr
from ui.pages.alternatives_panel import AlternativesPanel
from ui.pages.bottleneck_form import BottleneckForm
from ui.pages.capacity_form import CapacityForm
from ui.pages.compare_form import CompareForm
from ui.pages.empty_page import EmptyPage
from ui.pages.question_page import QuestionPage, Surroundings
from ui.pages.roster_form import RosterForm
from ui.pages.roster_panel import RosterPanel
from ui.pages.sensitivity_form import SensitivityForm
from ui.state.alternatives_draft import AT_MOST, AlternativesDraft
from ui.state.live_run import LiveRun
from ui.state.run_timing import RunTiming
from ui.theme import Theme


class AnswersPage(QStackedWidget):
    """Holds the pages of the questions; work that was asked for goes on whichever is looked at."""

    said = Signal(str)
    report_asked = Signal(object)  # Section
    scenario_asked = Signal(object)  # ScenarioPlan, to be worked with from now on

    def __init__(self, run: LiveRun, theme: Theme) -> None:
        super().__init__()
        self._run = run
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
        self.tabs = QTabWidget()
        self._lay_out()
        self._connect()
        self.compare_form.show_journal(run.journal)

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

    def bring_up_to_date(self) -> None:
        """Show how it stands with the scenario that is open; called when the page is shown."""
        self.setCurrentWidget(self.empty if self._run.scenario is None else self.tabs)
        self._page_shown().bring_up_to_date()

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

    def _page_shown(self) -> QuestionPage:
        page = self.tabs.currentWidget()
        assert isinstance(page, QuestionPage)  # there are no other tabs
        return page

    def _connect(self) -> None:
        self._run.journal_changed.connect(lambda: self.compare_form.show_journal(self._run.journal))
        self._run.opened.connect(self.roster_panel.clear)
        self.roster_form.answered.connect(self.roster_panel.show_answer)
        self.roster_panel.said.connect(self.said)
        self.roster_panel.apply_asked.connect(self.scenario_asked)
        self.roster_panel.compare_asked.connect(self._compare_with)
        self.tabs.currentChanged.connect(lambda _: self._page_shown().bring_up_to_date())
        for page in self.pages.values():
            page.said.connect(self.said)
            page.report_asked.connect(self.report_asked)

    def _lay_out(self) -> None:
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(tr("Questions"))
        for name, page in self.pages.items():
            self.tabs.addTab(page, name)
        self.addWidget(self.empty)
        self.addWidget(self.tabs)
