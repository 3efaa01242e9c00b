"""What is said when a run cannot go on: what happened, what it means, and the way back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from reception_sim.exercise import Failed
from reception_sim.translation import tr
from ui.plain_text import PlainLabel


class FailureBanner(QFrame):
    """Hidden until a run fails."""

    recover_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._details = ""
        self.sentence = PlainLabel(wordWrap=True, textInteractionFlags=Qt.TextInteractionFlag.TextSelectableByMouse)
        self.recover = QPushButton(tr("Run it again from the journal"))
        self.copy = QPushButton(tr("Copy details"))
        self._lay_out()
        self.recover.clicked.connect(self.recover_asked)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._details))

    def show_failure(self, failure: Failed) -> None:
        """Say what happened, and that nothing the user did is lost."""
        self._details = f"{failure.sentence}\n\n{failure.details}"
        kept = tr("Everything you changed is in the journal: the run can be computed again up to this moment.")
        self.sentence.setText(f"✕ {failure.sentence} {kept}")
        self.show()
        self.recover.setFocus()

    def _lay_out(self) -> None:
        self.setProperty("look", "failure")
        self.recover.setProperty("look", "main")
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 8, 12, 8)
        line.addWidget(self.sentence, 1)
        line.addWidget(self.recover)
        line.addWidget(self.copy)
        self.hide()
