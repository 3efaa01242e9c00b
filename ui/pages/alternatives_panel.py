"""Where alternatives are thought of: side by side in a table, searched, added, removed, and every step undone."""

from typing import Final

from PySide6.QtCore import QSortFilterProxyModel, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QCheckBox, QHBoxLayout, QHeaderView, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from reception_sim.translation import tr
from ui.forms.action_button import ActionButton
from ui.forms.layouts import name_clearing
from ui.plain_text import tip
from ui.state.alternatives_draft import AT_MOST, AlternativesDraft, factor_of
from ui.tables.alternatives_table import AlternativesTable, Index, SettingRow
from ui.tables.copyable_table import CopyableTable

NAME_ROW: Final = 0
FACTOR_ROW: Final = 1
FIRST_LEVER: Final = 2
_PEOPLE_AT_MOST: Final = 1_000_000
_FACTOR_AT_MOST: Final = 20.0


class AlternativesPanel(QWidget):
    """Edits a draft; the names and the arrivals are its first two rows, then every lever of the scenario."""

    def __init__(self, draft: AlternativesDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self.model = AlternativesTable(self)
        self.shown = ShownSettings(self)
        self.search = QLineEdit()
        self.only_differences = QCheckBox(tr("Only what &differs"))
        self.table = CopyableTable(
            tr("Alternatives side by side"), tr("Open a scenario to think of alternatives to it.")
        )
        self.add = self._action("add", tr("Add"), draft.add)
        self.remove = self._action("remove", tr("Remove"), self._remove_chosen)
        self.undo = self._action("undo", tr("Undo"), draft.undo, QKeySequence.StandardKey.Undo)
        self.redo = self._action("redo", tr("Redo"), draft.redo, QKeySequence.StandardKey.Redo)
        self._lay_out()
        self._connect()

    def show_draft(self) -> None:
        """Show the alternatives as they are now."""
        draft = self._draft
        alternatives = draft.alternatives
        names = SettingRow(tr("Name"), "", tuple(one.title for one in alternatives))
        factors = SettingRow(tr("Arrivals"), 1.0, tuple(factor_of(one) for one in alternatives))
        levers = [
            SettingRow(lever.title, lever.planned, tuple(draft.value(one, lever) for one in alternatives))
            for lever in draft.levers
        ]
        self.model.show_rows([names, factors, *levers])
        self.shown.look_again()
        self._name_steps()

    def _edit(self, row: int, place: int, value: object) -> None:
        draft = self._draft
        if row == NAME_ROW:
            draft.rename(place, str(value))
        elif row == FACTOR_ROW:
            draft.set_factor(place, min(max(float(str(value)), 0.0), _FACTOR_AT_MOST))
        else:
            draft.set_value(place, draft.levers[row - FIRST_LEVER], min(max(int(str(value)), 0), _PEOPLE_AT_MOST))

    def _remove_chosen(self) -> None:
        column = self.table.currentIndex().column()
        place = column - 2 if column >= 2 else len(self._draft.alternatives) - 1
        self._draft.remove(place)

    def _name_steps(self) -> None:
        stack = self._draft.undo_stack
        for action, text, can in (
            (self.undo, stack.undoText(), stack.canUndo()),
            (self.redo, stack.redoText(), stack.canRedo()),
        ):
            action.setEnabled(can)
            verb = tr("Undo") if action is self.undo else tr("Redo")
            action.setToolTip(tip(tr("{verb}: {step}", verb=verb, step=text)) if text else verb)
        self.add.setEnabled(bool(self._draft.levers) and len(self._draft.alternatives) < AT_MOST)
        self.remove.setEnabled(len(self._draft.alternatives) > 1)

    def _action(self, icon: str, text: str, act: object, keys: QKeySequence.StandardKey | None = None) -> QAction:
        action = QAction(text, self)
        action.setProperty("icon_name", icon)
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
        assert callable(act)
        action.triggered.connect(lambda: act())  # noqa: PLW0108 - else Qt passes on whether it is checked
        self.addAction(action)
        return action

    def _connect(self) -> None:
        self.model.edit_asked.connect(self._edit)
        self._draft.changed.connect(self.show_draft)
        self.search.textChanged.connect(self.shown.search)
        self.only_differences.toggled.connect(self.shown.show_only_differences)

    def _lay_out(self) -> None:
        self.search.setPlaceholderText(tr("Find a setting"))
        self.search.setAccessibleName(tr("Find a setting"))
        self.search.setClearButtonEnabled(True)
        name_clearing(self.search, tr("Clear the search"))
        self.shown.setSourceModel(self.model)
        self.table.setSortingEnabled(False)
        self.table.setModel(self.shown)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.table.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.table.horizontalHeader().setStretchLastSection(False)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        tools = QHBoxLayout()
        tools.addWidget(self.search, 1)
        tools.addWidget(self.only_differences)
        for action in (self.add, self.remove, self.undo, self.redo):
            tools.addWidget(ActionButton(action))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 0)
        column.addLayout(tools)
        column.addWidget(self.table, 1)


class ShownSettings(QSortFilterProxyModel):
    """The settings that are looked for; names and arrivals always stay."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._only_differences = False

    def search(self, text: str) -> None:
        self._text = text.casefold()
        self.look_again()

    def show_only_differences(self, wanted: bool) -> None:  # noqa: FBT001 - a checkbox's own signature
        self._only_differences = wanted
        self.look_again()

    def look_again(self) -> None:
        """Decide anew which settings are shown."""
        self.beginFilterChange()
        self.endFilterChange()

    @override
    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        model = self.sourceModel()
        if source_row < FIRST_LEVER or not isinstance(model, AlternativesTable):
            return True
        row = model.row(source_row)
        return self._text in row.title.casefold() and (row.differs or not self._only_differences)
