"""The files that go out with an inject: added, looked at, saved elsewhere, removed."""

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QGridLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from reception_sim.translation import tr


class AttachmentsField(QWidget):
    """Tells what is asked for; the files themselves are elsewhere."""

    add_asked = Signal()
    show_asked = Signal(str)
    save_asked = Signal(str)
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QListWidget()
        self.add = QPushButton(tr("Add…"))
        self.show_file, self.save, self.remove = (
            QPushButton(title) for title in (tr("Show"), tr("Save a copy…"), tr("Remove"))
        )
        self._lay_out()
        self.add.clicked.connect(self.add_asked)
        self.show_file.clicked.connect(lambda: self._ask(self.show_asked))
        self.save.clicked.connect(lambda: self._ask(self.save_asked))
        self.remove.clicked.connect(self._remove)
        self.list.itemActivated.connect(lambda item: self.show_asked.emit(_name(item)))
        self.list.currentRowChanged.connect(lambda _: self._show_choice())

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(_name(self.list.item(row)) for row in range(self.list.count()))

    def show_names(self, names: Collection[str], there: Collection[str] | None = None) -> None:
        """Show files by their names; of those that are not *there* it is said."""
        self.list.clear()
        for name in names:
            missing = there is not None and name not in there
            item = QListWidgetItem(tr("{file} (missing)", file=name) if missing else name, self.list)
            item.setData(Qt.ItemDataRole.UserRole, name)
        self._show_choice()

    def add_name(self, name: str) -> None:
        """Take one more file in."""
        self.show_names((*self.names, name))
        self.changed.emit()

    def _ask(self, asked: SignalInstance) -> None:
        item = self.list.currentItem()
        if item is not None:
            asked.emit(_name(item))

    def _remove(self) -> None:
        if self.list.currentRow() >= 0:
            self.list.takeItem(self.list.currentRow())
            self.changed.emit()

    def _show_choice(self) -> None:
        for button in (self.show_file, self.save, self.remove):
            button.setEnabled(self.list.currentRow() >= 0)

    def _lay_out(self) -> None:
        self.list.setFixedHeight(self.fontMetrics().lineSpacing() * 3)
        self.list.setAccessibleName(tr("Attached files"))
        buttons = QGridLayout()
        for place, button in enumerate((self.add, self.show_file, self.save, self.remove)):
            button.setAutoDefault(False)
            buttons.addWidget(button, *divmod(place, 2))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        column.addLayout(buttons)


def _name(item: QListWidgetItem) -> str:
    return str(item.data(Qt.ItemDataRole.UserRole))
