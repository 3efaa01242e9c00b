"""Files of injects, between the form that asks for them and the project that keeps them."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reception_sim.exercise_plan.attachments import safe_name
from reception_sim.scenario import FileNotWritten, write_whole
from reception_sim.translation import tr
from ui.file_dialogs import ask_for_files, ask_where
from ui.forms.attachments_field import AttachmentsField
from ui.pages.attachment_dialog import AttachmentDialog
from ui.state.open_project import OpenProject


class InjectFiles(QObject):
    """Adds, shows and saves what goes out with injects."""

    said = Signal(str)

    def __init__(self, field: AttachmentsField, project: OpenProject, window: QWidget) -> None:
        super().__init__(window)
        self._field, self._project, self._window = field, project, window
        field.add_asked.connect(self._ask_which)
        field.show_asked.connect(lambda name: self.show(name, window))
        field.save_asked.connect(self._ask_where)

    def add(self, path: Path) -> None:
        """Attach a file to the inject in the form."""
        name = self._project.attach(path)
        if name is not None:
            self._field.add_name(name)

    def show(self, name: str, window: QWidget) -> AttachmentDialog | None:
        """Show a file over *window*; None if it is not in the project."""
        content = self._project.attachment(name)
        if content is None:
            return None
        dialog = AttachmentDialog(name, content, window)
        dialog.open()
        return dialog

    def save(self, name: str, path: Path) -> None:
        """Write a copy of a file to a place that the user picked."""
        content = self._project.attachment(name)
        if content is None:
            return
        try:
            write_whole(path, content)
        except FileNotWritten as error:
            self.said.emit(f"✕ {error}")
            return
        self.said.emit(tr("✓ Written: {file}", file=path.name))

    def _ask_which(self) -> None:
        ask_for_files(self._window, tr("Attach files to this inject"), "", self._add_all)

    def _add_all(self, chosen: list[Path]) -> None:
        for path in chosen:
            self.add(path)

    def _ask_where(self, name: str) -> None:
        ask_where(self._window, tr("Save a copy"), "", safe_name(name), partial(self.save, name))
