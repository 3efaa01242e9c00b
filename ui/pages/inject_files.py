"""Files of injects, between the form that asks for them and the project that keeps them."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from reception_sim.exercise_plan.attachments import safe_name
from reception_sim.scenario import FileNotWritten, write_whole
from reception_sim.translation import tr
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
        dialog = QFileDialog(self._window, tr("Attach files to this inject"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self._add_all)
        dialog.open()

    def _add_all(self, chosen: list[str]) -> None:
        for path in chosen:
            self.add(Path(path))

    def _ask_where(self, name: str) -> None:
        dialog = QFileDialog(self._window, tr("Save a copy"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(safe_name(name))
        dialog.fileSelected.connect(lambda chosen: self.save(name, Path(chosen)))
        dialog.open()
