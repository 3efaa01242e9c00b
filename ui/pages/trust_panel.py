"""How far an answer can be trusted: first what speaks against it, then what speaks for it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from reception_sim.translation import tr, tr_plural
from ui.forms.layouts import ColumnScroll, empty, label
from ui.pages.answer_shown import TrustLine
from ui.plain_text import PlainLabel

TRUST_WIDTH: Final = 264


class TrustPanel(QFrame):
    """Stands beside every answer; a mark and a word tell a concern from a support, not the colour alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "trust")
        self.setFixedWidth(TRUST_WIDTH)
        self.verdict = label("", "quiet", wraps=True)
        inside = QWidget()
        inside.setBackgroundRole(QPalette.ColorRole.Base)
        self._lines = QVBoxLayout(inside)
        self._lines.setContentsMargins(0, 0, 8, 0)
        self._lines.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 8, 8)
        column.addWidget(label(tr("Can it be trusted?"), "chart"))
        column.addWidget(self.verdict)
        column.addWidget(ColumnScroll(inside), 1)

    @property
    def texts(self) -> list[str]:
        """Return what is said, from the top down."""
        return [line.text() for line in self.findChildren(TrustText)]

    def show_trust(self, lines: Sequence[TrustLine]) -> None:
        concerns = sum(line.concern for line in lines)
        self.verdict.setText(
            tr_plural("{count} point needs care.", "{count} points need care.", concerns)
            if concerns
            else tr("Nothing found that speaks against it.")
        )
        self.verdict.setVisible(bool(lines))
        empty(self._lines)
        for line in sorted(lines, key=lambda line: not line.concern):
            self._lines.addWidget(TrustText(line))
        self._lines.addStretch(1)


class TrustText(PlainLabel):
    """One line of the panel."""

    def __init__(self, line: TrustLine) -> None:
        super().__init__(f"{'!' if line.concern else '✓'} {line.text}", wordWrap=True)
        self.setProperty("trust", "concern" if line.concern else "support")
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
