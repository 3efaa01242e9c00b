"""One row of a question's form: what is asked, the field, what it means, and below it what is wrong with it."""

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from ui.forms.layouts import label


class AskedRow(QWidget):
    """A field with its words; the problem stands beside the field and is read out with it."""

    def __init__(self, text: str, field: QWidget, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._text, self._hint = text, hint
        self._problem = label("", "problem", wraps=True)
        name = label(text)
        name.setBuddy(field)
        field.setAccessibleName(text.replace("&", ""))
        field.setToolTip(hint)
        if isinstance(field, QComboBox):  # a long choice is cut off in the field, and whole in its list
            field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            field.setMinimumContentsLength(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        for part in (name, field, self._problem):
            column.addWidget(part)
        self.show_problem("")

    @property
    def problem(self) -> str:
        return self._problem.text()

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong with the field; "" that nothing is."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self.field.setAccessibleDescription(sentence or self._hint)
