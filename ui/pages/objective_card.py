"""One objective in the hot wash: how it was reached, what went well, what is to be mended, and the evidence."""

from collections.abc import Sequence
from typing import assert_never

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QVBoxLayout, QWidget

from reception_sim.exercise_plan import Objective, Rating, Score
from reception_sim.translation import tr
from ui.forms.fields import ChoiceField
from ui.forms.layouts import label
from ui.forms.text_field import TextField


class ObjectiveCard(QFrame):
    """Asks for a rating and its reasons; a field that is left tells it."""

    scored = Signal(object)  # Score

    def __init__(self, name: str, objective: Objective, branch: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._branch = name, branch
        self._score: Score | None = None
        self.rating = ChoiceField()
        self.strengths, self.improvements = TextField(2), TextField(2)
        self.evidence = label("", "quiet", wraps=True)
        self._lay_out(objective)
        self.rating.activated.connect(lambda _: self._tell())
        for field in (self.strengths, self.improvements):
            field.edited.connect(self._tell)

    def show_score(self, score: Score | None) -> None:
        """Show what was said of the objective so far."""
        self._score = score
        self.rating.setCurrentIndex(self.rating.findData(score.rating) if score else 0)
        self.strengths.setPlainText(score.strengths if score else "")
        self.improvements.setPlainText(score.improvements if score else "")

    def show_evidence(self, lines: Sequence[str]) -> None:
        """Show the moments that speak for a rating."""
        self.evidence.setText(
            "\n".join(lines) or tr("No inject of this objective has arrived, so there is nothing to judge.")
        )

    def _tell(self) -> None:
        score = Score(
            branch=self._branch,
            objective=self._name,
            rating=self.rating.currentData(),
            strengths=self.strengths.toPlainText().strip(),
            improvements=self.improvements.toPlainText().strip(),
        )
        nothing = Score(branch=self._branch, objective=self._name)
        if score != (self._score or nothing):
            self._score = score
            self.scored.emit(score)

    @property
    def fields(self) -> tuple[QWidget, ...]:
        """Return what is filled in, from above."""
        return self.rating, self.strengths, self.improvements

    def _lay_out(self, objective: Objective) -> None:
        self.setProperty("look", "card")
        self.rating.addItem(tr("Not rated yet"), None)
        for rating in Rating:
            self.rating.addItem(rating_in_words(rating), rating)
        column = QVBoxLayout(self)
        column.addWidget(label(objective.title, "heading", wraps=True))
        if objective.capability:
            column.addWidget(label(objective.capability, "quiet", wraps=True))
        if objective.criteria:
            column.addWidget(label("\n".join(f"• {said}" for said in objective.criteria), "quiet", wraps=True))
        form = QFormLayout()
        rows: tuple[tuple[str, QWidget], ...] = (
            (tr("Rating"), self.rating),
            (tr("Strengths"), self.strengths),
            (tr("To improve"), self.improvements),
            (tr("Evidence"), self.evidence),
        )
        for title, field in rows:
            field.setAccessibleName(f"{title}: {objective.title}")
            form.addRow(title, field)
        column.addLayout(form)


def rating_in_words(rating: Rating) -> str:
    """Say a rating as after-action reports do, its letter first."""
    match rating:
        case Rating.PERFORMED:
            return tr("P  performed without challenges")
        case Rating.SOME_CHALLENGES:
            return tr("S  performed with some challenges")
        case Rating.MAJOR_CHALLENGES:
            return tr("M  performed with major challenges")
        case Rating.UNABLE:
            return tr("U  unable to be performed")
        case _:
            assert_never(rating)
