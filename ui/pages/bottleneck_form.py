"""The question "what would one more buy?": of what to try one more, how sure to be, and what to look at."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reception_sim.experiments.additions import additions
from reception_sim.experiments.answers import AdditionKind, BottleneckAnswer
from reception_sim.experiments.asked_process import Begin
from reception_sim.experiments.bottleneck import FindingBottleneck
from reception_sim.experiments.questions import BottleneckQuestion, QuestionError
from reception_sim.scenario import ScenarioPlan
from reception_sim.translation import tr
from ui.forms.asked_row import AskedRow
from ui.forms.fields import ChoiceField
from ui.pages.answer_shown import AnswerShown
from ui.pages.bottleneck_shown import bottleneck_shown
from ui.pages.how_sure import HowSureField, runs_of_each
from ui.pages.look_at import LookAtField


class BottleneckForm(QWidget):
    """Three fields; each thing that the scenario has is tried by itself."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look_at = LookAtField()
        self.kinds = ChoiceField()
        self.precision = HowSureField((40, 200))
        for text, kinds in (
            (tr("Everything there is"), tuple(AdditionKind)),
            (tr("Staff only"), (AdditionKind.STAFF,)),
            (tr("Things and places only"), (AdditionKind.EQUIPMENT, AdditionKind.VEHICLE, AdditionKind.PLACES)),
        ):
            self.kinds.addItem(text, kinds)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for row in (
            AskedRow(tr("&Look at"), self.look_at, tr("Everything is measured; this is what the charts show.")),
            AskedRow(
                tr("One &more of"),
                self.kinds,
                tr("An officer on every shift, with a post; a kit, a vehicle; ten places. Each by itself."),
            ),
            AskedRow(tr("How &sure"), self.precision, tr("Runs go on until the means are known so well.")),
        ):
            column.addWidget(row)
        for choice in (self.look_at, self.kinds, self.precision):
            choice.currentIndexChanged.connect(lambda _: self.changed.emit())

    def show_scenario(self, scenario: ScenarioPlan) -> None:
        """Offer what the scenario can be judged by."""
        self.look_at.show_scenario(scenario)
        self.changed.emit()

    def question(self, scenario: ScenarioPlan, seed: int) -> BottleneckQuestion:
        chosen = tuple(one.id for one in additions(scenario) if one.kind in self.kinds.currentData())
        if not chosen:
            raise QuestionError(tr("the scenario has nothing of this of which one more could be had"))
        return BottleneckQuestion(
            scenario=scenario,
            criteria=self.look_at.criteria,
            additions=chosen,
            precision=self.precision.precision,
            seed=seed,
        )

    def begin(self, question: BottleneckQuestion) -> Begin:
        return partial(FindingBottleneck, question)

    def runs_of(self, question: BottleneckQuestion) -> float:
        return runs_of_each(question.precision) * (1 + len(question.additions or ()))

    def shown(self, answer: BottleneckAnswer) -> AnswerShown:
        return bottleneck_shown(answer, self.look_at.chosen)
