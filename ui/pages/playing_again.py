"""Says that courses are being played again, lets that be cancelled, and says what went wrong."""

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from reception_sim.translation import tr
from ui.forms.layouts import label
from ui.state.played_courses import PlayedCourses


class PlayingAgain(QWidget):
    """Empty while nothing is under way and nothing went wrong."""

    def __init__(self, played: PlayedCourses, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._played = played
        self.bar, self.cancel = QProgressBar(textVisible=False), QPushButton(tr("&Cancel"))
        self.problem = label("", "problem", wraps=True)
        self._lay_out()
        self.cancel.clicked.connect(played.cancel)
        played.busy_changed.connect(self._show_busy)
        played.failed.connect(self.problem.setText)

    def _show_busy(self) -> None:
        busy = self._played.busy
        self.bar.setVisible(busy)
        self.cancel.setVisible(busy)
        if busy:
            self.problem.setText("")

    def _lay_out(self) -> None:
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(tr("The exercise is being played again"))
        self.bar.setToolTip(tr("The exercise is being played again"))
        self.bar.hide()
        self.cancel.hide()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.problem, 1)
        line.addWidget(self.bar)
        line.addWidget(self.cancel)
