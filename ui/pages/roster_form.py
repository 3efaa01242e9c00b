"""The question "which roster is enough?": how often standards must be kept, towards whom duties, how long to search."""

from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reception_sim.experiments.asked_process import Begin
from reception_sim.experiments.staffing_answer import StaffingAnswer
from reception_sim.experiments.staffing_inquiry import StaffingInquiry
from reception_sim.experiments.staffing_question import StaffingQuestion
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.other_arrivals import arrivals_a_day, receiving
from reception_sim.translation import tr
from ui.forms.asked_row import AskedRow
from ui.forms.fields import ChoiceField, NumberField
from ui.pages.answer_shown import AnswerShown
from ui.pages.roster_shown import roster_shown

_DUTIES_KEPT: Final = 95
_ARRIVALS_AT_MOST: Final = 1_000_000


class RosterForm(QWidget):
    """Five fields; the roster that is found is a table beside the answer."""

    changed = Signal()
    answered = Signal(object)  # StaffingAnswer

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.share = ChoiceField()
        for text, share in ((tr("8 of 10 runs"), 0.8), (tr("9 of 10 runs"), 0.9)):
            self.share.addItem(text, share)
        self.share.setCurrentIndex(1)
        self.arrivals = NumberField(1, _ARRIVALS_AT_MOST)
        self.grows = ChoiceField()
        self.grows.addItem(tr("Posts, vehicles and places grow with them"), True)  # noqa: FBT003 - Qt's
        self.grows.addItem(tr("All else stays as it is planned"), False)  # noqa: FBT003 - as above
        self._planned = 0
        self.duties = NumberField(0, 100)
        self.duties.setSuffix(" %")
        self.duties.setValue(_DUTIES_KEPT)
        self.search = ChoiceField()
        for text, runs in (
            (tr("A first look: 400 runs"), 400),
            (tr("Usual: up to 1,500 runs"), 1500),
            (tr("Long: up to 5,000 runs"), 5000),
        ):
            self.search.addItem(text, runs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for row in (
            AskedRow(
                tr("P&eople a day"), self.arrivals, tr("On average; they come at the hours that the scenario says.")
            ),
            AskedRow(tr("With &more people"), self.grows, tr("Staff is what is looked for; of all else this says it.")),
            AskedRow(
                tr("Standards &kept in"), self.share, tr("A run keeps the standards if it keeps every one of them.")
            ),
            AskedRow(
                tr("D&uties kept towards"),
                self.duties,
                tr("Of those to whom a duty of care is owed; 0 % leaves duties out."),
            ),
            AskedRow(
                tr("How &long to search"),
                self.search,
                tr("A search that is ended early answers with the best roster so far."),
            ),
        ):
            column.addWidget(row)
        for choice in (self.share, self.search, self.grows):
            choice.currentIndexChanged.connect(lambda _: self.changed.emit())
        for number in (self.arrivals, self.duties):
            number.valueChanged.connect(lambda _: self.changed.emit())

    def show_scenario(self, scenario: ScenarioPlan) -> None:
        """Offer the people who are planned to come; the other fields are the same for all scenarios."""
        self._planned = max(round(arrivals_a_day(scenario)), 1)
        self.arrivals.setValue(self._planned)
        self.changed.emit()

    def question(self, scenario: ScenarioPlan, seed: int) -> StaffingQuestion:
        if self.arrivals.value() != self._planned:
            scenario = receiving(scenario, self.arrivals.value(), places_grow=self.grows.currentData())
        return StaffingQuestion(
            scenario,
            duties_kept=float(self.duties.value()),
            share_of_runs=self.share.currentData(),
            runs_at_most=self.search.currentData(),
            seed=seed,
        )

    def begin(self, question: StaffingQuestion) -> Begin:
        return partial(StaffingInquiry, question)

    def runs_of(self, question: StaffingQuestion) -> float:
        return question.runs_at_most

    def shown(self, answer: StaffingAnswer) -> AnswerShown:
        self.answered.emit(answer)
        return roster_shown(answer)
