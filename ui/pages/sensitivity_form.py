"""The question "what matters?": which assumptions to vary, at how many points, and what to look at."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reception_sim.experiments.asked_process import Begin
from reception_sim.experiments.questions import QuestionError
from reception_sim.experiments.sensitivity_answer import SensitivityAnswer
from reception_sim.experiments.sensitivity_inquiry import SensitivityInquiry
from reception_sim.experiments.sensitivity_question import SensitivityQuestion, Span
from reception_sim.experiments.sensitivity_spans import span_for, spans_of
from reception_sim.reports.field_words import field_in_words
from reception_sim.reports.wording import sentence
from reception_sim.scenario import ScenarioPlan
from reception_sim.translation import tr
from ui.forms.asked_row import AskedRow
from ui.forms.fields import ChoiceField, FactorField
from ui.pages.answer_shown import AnswerShown
from ui.pages.look_at import LookAtField
from ui.pages.sensitivity_shown import sensitivity_shown

_FACTOR_AT_MOST = 20.0
_GRID_POINTS = {60: 3, 100: 5, 300: 8}  # on each side, for a choice of points in all


class SensitivityForm(QWidget):
    """All assumptions, or one or two that are chosen, within a range that can be changed."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spans: tuple[Span, ...] = ()
        self.look_at = LookAtField()
        self.first, self.second = ChoiceField(), ChoiceField()
        self.points = ChoiceField()
        self.lowest, self.highest = FactorField(_FACTOR_AT_MOST), FactorField(_FACTOR_AT_MOST)
        self.range_row = AskedRow(tr("F&rom"), self.lowest, tr("Times what is planned."))
        self.to_row = AskedRow(tr("&To"), self.highest, tr("Times what is planned."))
        for text, points in (
            (tr("A first look: 60 points"), 60),
            (tr("Usual: 100 points"), 100),
            (tr("Exact: 300 points"), 300),
        ):
            self.points.addItem(text, points)
        self._lay_out()
        self._connect()

    def show_scenario(self, scenario: ScenarioPlan) -> None:
        """Offer the assumptions of a scenario."""
        try:
            self._spans, _ = spans_of(SensitivityQuestion(scenario))
        except QuestionError:
            self._spans = ()
        for choice, none in ((self.first, tr("All that is assumed")), (self.second, tr("None"))):
            choice.blockSignals(True)  # noqa: FBT003 - Qt's
            choice.clear()
            choice.addItem(none)
            for span in self._spans:
                choice.addItem(sentence(field_in_words(span.field, scenario)), span.field)
            choice.blockSignals(False)  # noqa: FBT003 - Qt's
        self.look_at.show_scenario(scenario)
        self._follow_choice()

    def question(self, scenario: ScenarioPlan, seed: int) -> SensitivityQuestion:
        spans = self._chosen(scenario)
        self.range_row.show_problem("")
        if spans and not spans[0].low < spans[0].high:
            self.range_row.show_problem(tr("The first factor is smaller than the second."))
            raise QuestionError(tr("the range of the assumption is none"))
        points = self.points.currentData()
        return SensitivityQuestion(scenario, spans, seed, _GRID_POINTS[points] if spans else points)

    def begin(self, question: SensitivityQuestion) -> Begin:
        return partial(SensitivityInquiry, question)

    def runs_of(self, question: SensitivityQuestion) -> float:
        on_each_side = question.points or self.points.currentData()
        return float((on_each_side**2 if len(question.spans) == 2 else on_each_side) * question.runs_per_point)

    def shown(self, answer: SensitivityAnswer) -> AnswerShown:
        return sensitivity_shown(answer, self.look_at.chosen)

    def _chosen(self, scenario: ScenarioPlan) -> tuple[Span, ...]:
        if self.first.currentIndex() <= 0:
            return ()
        first = span_for(scenario, self.first.currentData(), self.lowest.value(), self.highest.value())
        if self.second.currentIndex() <= 0 or self.second.currentData() == self.first.currentData():
            return (first,)
        return (first, self._spans[self.second.currentIndex() - 1])

    def _follow_choice(self) -> None:
        """Offer the range of what is chosen, and a second one once there is a first."""
        place = self.first.currentIndex() - 1
        for field in (self.second, self.lowest, self.highest):
            field.setEnabled(place >= 0)
        if place >= 0:
            self.lowest.setValue(self._spans[place].low)
            self.highest.setValue(self._spans[place].high)
        self.changed.emit()

    def _connect(self) -> None:
        self.first.currentIndexChanged.connect(lambda _: self._follow_choice())
        for choice in (self.look_at, self.second, self.points):
            choice.currentIndexChanged.connect(lambda _: self.changed.emit())
        for factor in (self.lowest, self.highest):
            factor.valueChanged.connect(lambda _: self.changed.emit())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for row in (
            AskedRow(tr("&Look at"), self.look_at, tr("Everything is measured; this is what the charts show.")),
            AskedRow(tr("&Vary"), self.first, tr("All together, each within its range, or only the chosen one.")),
            AskedRow(tr("&And with it"), self.second, tr("Two together make a map.")),
            self.range_row,
            self.to_row,
            AskedRow(tr("How &exact"), self.points, tr("More points find weaker effects.")),
        ):
            column.addWidget(row)
