"""Lessons-learned questionnaires typed in: on paper or said aloud, without a name, mixed with those before."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from reception_sim.exercise_plan.review import MOST, Answer, Category, Review, standard_questionnaire
from reception_sim.translation import tr
from ui.forms.layouts import ColumnScroll, empty, label
from ui.forms.text_field import TextField

_WIDEST: Final = 420  # px


class Agreement(QWidget):
    """How far somebody agrees, from 1 to 5, or not said; arrow keys and the digits choose."""

    def __init__(self, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices = QButtonGroup(self)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        for number in (0, *range(1, MOST + 1)):
            button = QRadioButton(str(number) if number else tr("not said"))
            button.setAccessibleName(f"{sentence} {button.text()}")
            self.choices.addButton(button, number)
            line.addWidget(button)
        line.addStretch(1)
        self.clear()

    @property
    def agrees(self) -> int | None:
        return self.choices.checkedId() or None

    def clear(self) -> None:
        self.choices.button(0).setChecked(True)


class QuestionnairePanel(QWidget):
    """One sheet at a time; once it is handed in nobody can tell whose it was, or change it."""

    handed_in = Signal(object, object)  # the questions (tuple of Category), the answers (list of Answer)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._questions: tuple[Category, ...] = ()
        self.agreements: dict[str, Agreement] = {}
        self.words: dict[str, TextField] = {}
        self.sheets = label("", "heading", wraps=True)
        self.hand_in, self.clear_button = QPushButton(tr("Hand &in this sheet")), QPushButton(tr("C&lear"))
        self._column = QVBoxLayout()
        self._lay_out()
        self.hand_in.clicked.connect(self._hand_in)
        self.clear_button.clicked.connect(self.clear)

    def show_review(self, review: Review) -> None:
        """Ask the questions of *review*, or the standard ones; what is being typed in stays."""
        questions = review.questionnaire or standard_questionnaire()
        if questions != self._questions:
            self._questions = questions
            self._ask(questions)
        self.sheets.setText(
            tr("{n} questionnaires have been handed in.", n=review.sheets)
            if review.sheets
            else tr("No questionnaire has been handed in yet. The kit has them as a paper.")
        )

    def clear(self) -> None:
        """Empty the sheet for the next one."""
        for agreement in self.agreements.values():
            agreement.clear()
        for words in self.words.values():
            words.clear()

    def _answers(self) -> Iterator[Answer]:
        for sentence, agreement in self.agreements.items():
            if agreement.agrees is not None:
                yield Answer(question=sentence, agrees=agreement.agrees)
        for question, words in self.words.items():
            said = words.toPlainText().strip()
            if said:
                yield Answer(question=question, text=said)

    def _hand_in(self) -> None:
        answers = list(self._answers())
        if not answers:
            self.sheets.setText(tr("✕ This sheet is empty: say something first."))
            return
        self.clear()
        self.handed_in.emit(self._questions, answers)

    def _ask(self, questions: tuple[Category, ...]) -> None:
        empty(self._column)
        self.agreements, self.words = {}, {}
        asked_for = [words for category in questions for words in (*category.agree, *category.open)]
        widest = min(_WIDEST, max(map(self.fontMetrics().horizontalAdvance, asked_for), default=0))
        for category in questions:
            self._column.addWidget(label(category.title, "heading", wraps=True))
            asked = QWidget()
            form = QFormLayout(asked)
            form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
            for sentence in category.agree:
                self.agreements[sentence] = Agreement(sentence)
                form.addRow(_question(sentence, widest), self.agreements[sentence])
            for question in category.open:
                self.words[question] = TextField(2)
                self.words[question].setAccessibleName(question)
                form.addRow(_question(question, widest), self.words[question])
            self._column.addWidget(asked)

    def _lay_out(self) -> None:
        self.hand_in.setProperty("look", "main")
        told = tr("Write no name. 1: not at all, {most}: fully. Answers are mixed with those before.", most=MOST)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.addLayout(self._column)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.addWidget(label(told, "quiet", wraps=True), 1)
        foot.addWidget(self.clear_button)
        foot.addWidget(self.hand_in)
        whole = QVBoxLayout(self)
        whole.addWidget(self.sheets)
        whole.addWidget(ColumnScroll(inside), 1)
        whole.addLayout(foot)


def _question(words: str, width: int) -> QLabel:
    """Return a question that takes as much room as every other, so that answers stand in one column."""
    asked = label(words)
    asked.setMinimumWidth(width)
    return asked
