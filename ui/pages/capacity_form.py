"""The question "how many can arrive?": how often the standards must be kept, and between which arrivals to search."""

from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reception_sim.experiments.answers import CapacityAnswer
from reception_sim.experiments.asked_process import Begin
from reception_sim.experiments.capacity import FindingCapacity
from reception_sim.experiments.next_steps import runs_of_next_steps
from reception_sim.experiments.questions import FACTOR_AT_MOST, CapacityQuestion, QuestionError
from reception_sim.scenario import ScenarioPlan
from reception_sim.translation import tr
from ui.forms.asked_row import AskedRow
from ui.forms.fields import ChoiceField, FactorField
from ui.pages.answer_shown import AnswerShown
from ui.pages.capacity_shown import capacity_shown
from ui.pages.look_at import LookAtField

_RUNS_A_REPLICATION: Final = 9  # seen on the shipped scenarios: halvings, and the look over the range


class CapacityForm(QWidget):
    """Six fields, each with a default that suits a first answer."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look_at = LookAtField()
        self.share = ChoiceField()
        self.precision = ChoiceField()
        self.steps = ChoiceField()
        self.lowest, self.highest = FactorField(FACTOR_AT_MOST), FactorField(FACTOR_AT_MOST)
        self.range_row = AskedRow(tr("Search &between"), self._range(), "")
        for text, share in ((tr("8 of 10 runs"), 0.8), (tr("9 of 10 runs"), 0.9), (tr("19 of 20 runs"), 0.95)):
            self.share.addItem(text, share)
        self.share.setCurrentIndex(1)
        for text, chosen in _precisions():
            self.precision.addItem(text, chosen)
        for text, steps in ((tr("None"), 0), (tr("One"), 1), (tr("Three"), 3)):
            self.steps.addItem(text, steps)
        self.steps.setCurrentIndex(1)
        self._lay_out()
        self._connect()

    def show_scenario(self, scenario: ScenarioPlan) -> None:
        """Offer the curves of what the scenario is judged by."""
        self.look_at.show_scenario(scenario)
        self.changed.emit()

    def question(self, scenario: ScenarioPlan, seed: int) -> CapacityQuestion:
        self.range_row.show_problem("")
        low, high = self.lowest.value(), self.highest.value()
        if not 0 < low < high:
            self.range_row.show_problem(tr("The first factor is above 0, and smaller than the second."))
            raise QuestionError(tr("the range of arrivals is none"))
        precision, replications = self.precision.currentData()
        return CapacityQuestion(
            scenario,
            share_of_runs=self.share.currentData(),
            lowest=low,
            highest=high,
            precision=precision,
            replications=replications,
            seed=seed,
            next_steps=self.steps.currentData(),
        )

    def begin(self, question: CapacityQuestion) -> Begin:
        return partial(FindingCapacity, question)

    def runs_of(self, question: CapacityQuestion) -> float:
        return question.replications * _RUNS_A_REPLICATION + runs_of_next_steps(question)

    def shown(self, answer: CapacityAnswer) -> AnswerShown:
        return capacity_shown(answer, self.look_at.chosen)

    def _range(self) -> QWidget:
        self.lowest.setValue(0.1)
        self.highest.setValue(8.0)
        self.lowest.setAccessibleName(tr("Least arrivals, times the plan's"))
        self.highest.setAccessibleName(tr("Most arrivals, times the plan's"))
        both = QWidget()
        line = QHBoxLayout(both)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.lowest)
        line.addWidget(self.highest)
        return both

    def _connect(self) -> None:
        for choice in (self.look_at, self.share, self.precision, self.steps):
            choice.currentIndexChanged.connect(lambda _: self.changed.emit())
        for factor in (self.lowest, self.highest):
            factor.valueChanged.connect(lambda _: self.changed.emit())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for row in (
            AskedRow(tr("&Look at"), self.look_at, tr("What the capacity curve shows.")),
            AskedRow(
                tr("Standards &kept in"), self.share, tr("A run keeps the standards if it keeps every one of them.")
            ),
            AskedRow(tr("How &exact"), self.precision, tr("How near to the limit the search goes.")),
            self.range_row,
            AskedRow(
                tr("Next steps o&f capacity"),
                self.steps,
                tr("Each adds a tenth more of what helps most, and searches the capacity again."),
            ),
        ):
            column.addWidget(row)


def _precisions() -> tuple[tuple[str, tuple[float, int]], ...]:
    return (
        (tr("A first look: to 10 %"), (0.1, 10)),
        (tr("Usual: to 5 %"), (0.05, 20)),
        (tr("Exact: to 2 %"), (0.02, 40)),
    )
