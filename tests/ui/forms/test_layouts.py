"""Pieces of layout that several views need."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.forms.layouts import ColumnScroll


def test_that_a_column_stays_as_wide_as_it_was_when_its_texts_become_shorter(qtbot):
    inside = QWidget()
    text = QLabel("12 travel groups with 1,234 people")
    QVBoxLayout(inside).addWidget(text)
    column = ColumnScroll(inside)
    qtbot.addWidget(column)
    width = column.minimumSizeHint().width()

    text.setText("3")

    assert column.minimumSizeHint().width() == width > inside.minimumSizeHint().width()
