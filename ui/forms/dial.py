"""A share that is set with a slider or typed in, whichever is at hand."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from ui.forms.fields import NumberField


class ShareDial(QWidget):
    """Sets a whole number of percent; the slider and the field beside it always say the same."""

    changed = Signal()

    def __init__(self, most: int, name: str, step: int = 10, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.field = NumberField(0, most)
        self._lay_out(most, name, step)
        self.slider.valueChanged.connect(self.field.setValue)
        self.field.valueChanged.connect(self.slider.setValue)
        self.field.valueChanged.connect(lambda _: self.changed.emit())

    @property
    def share(self) -> float:
        """Return what is set, 1 for 100 %."""
        return self.field.value() / 100

    def show_share(self, share: float) -> None:
        self.field.setValue(round(share * 100))

    def _lay_out(self, most: int, name: str, step: int) -> None:
        self.slider.setRange(0, most)
        self.slider.setSingleStep(step)
        self.slider.setPageStep(step)
        self.slider.setTickPosition(QSlider.TickPosition.TicksBelow)
        self.slider.setTickInterval(max(step, most // 6))
        self.field.setSingleStep(step)
        self.field.setSuffix(" %")
        for part in (self.slider, self.field):
            part.setAccessibleName(name)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.slider, 1)
        line.addWidget(self.field)
        self.setFocusProxy(self.slider)
