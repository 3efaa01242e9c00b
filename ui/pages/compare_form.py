"""The question "what would make a difference?": how sure to be, what counts as a trifle, and what to look at."""

from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reception_sim.actions import Journal
from reception_sim.experiments.alternatives import Alternative
from reception_sim.experiments.answers import Comparison
from reception_sim.experiments.asked_process import Begin
from reception_sim.experiments.comparing import Comparing
from reception_sim.experiments.questions import CompareQuestion, QuestionError
from reception_sim.scenario import ScenarioPlan
from reception_sim.translation import tr
from ui.forms.asked_row import AskedRow
from ui.forms.fields import DurationField
from ui.pages.answer_shown import AnswerShown
from ui.pages.compare_shown import comparison_shown
from ui.pages.how_sure import HowSureField, runs_of_each
from ui.pages.look_at import LookAtField
from ui.state.alternatives_draft import AlternativesDraft

JOURNAL_ID: Final = "as_led"
_TRIFLE_MIN: Final = 10
_TRIFLE_AT_MOST_MIN: Final = 24 * 60


class CompareForm(QWidget):
    """Three fields; the alternatives themselves are edited in the panel beside the answer."""

    changed = Signal()

    def __init__(self, draft: AlternativesDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._journal: Journal = ()
        self.look_at = LookAtField()
        self.precision = HowSureField((60, 400))
        self.trifle = DurationField(0, _TRIFLE_AT_MOST_MIN)
        self.trifle.setValue(_TRIFLE_MIN)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for row in (
            AskedRow(tr("&Look at"), self.look_at, tr("Everything is measured; this is what the charts show.")),
            AskedRow(tr("How &sure"), self.precision, tr("Runs go on until the means are known so well.")),
            AskedRow(
                tr("Smallest diff&erence that counts"),
                self.trifle,
                tr("A wait that differs by less is not called different."),
            ),
        ):
            column.addWidget(row)
        draft.changed.connect(self.changed)
        self.look_at.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.precision.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.trifle.valueChanged.connect(lambda _: self.changed.emit())

    def show_scenario(self, scenario: ScenarioPlan) -> None:
        """Offer what the scenario can be judged by, and an alternative to start from."""
        self.look_at.show_scenario(scenario)
        self._draft.show_scenario(scenario)

    def show_journal(self, journal: Journal) -> None:
        """Offer what was done in the run that is led as one more alternative."""
        self._journal = journal
        self.changed.emit()

    def question(self, scenario: ScenarioPlan, seed: int) -> CompareQuestion:
        alternatives = self._alternatives()
        if not alternatives:
            raise QuestionError(tr("no alternative differs from the plan yet: change a setting in the table, then ask"))
        for one in alternatives:
            one.applied_to(scenario)
        return CompareQuestion(
            scenario=scenario,
            alternatives=alternatives,
            criteria=self.look_at.criteria,
            precision=self.precision.precision,
            indifference={one: self.trifle.seconds for one in self.look_at.criteria if one.unit == "s"},
            seed=seed,
        )

    def begin(self, question: CompareQuestion) -> Begin:
        return partial(Comparing, question)

    def runs_of(self, question: CompareQuestion) -> float:
        return runs_of_each(question.precision) * (1 + len(question.alternatives))

    def shown(self, answer: Comparison) -> AnswerShown:
        return comparison_shown(answer, self.look_at.chosen)

    def _alternatives(self) -> tuple[Alternative, ...]:
        led = Alternative(JOURNAL_ID, tr("As led in the run"), journal=self._journal)
        drafted = self._draft.alternatives
        return tuple(one for one in (*drafted, led) if one.changes or one.journal)
