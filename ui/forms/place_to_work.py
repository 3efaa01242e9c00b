"""Where a question is worked on: some or all cores of this machine, or a Dask cluster that is there already."""

import os
import re
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reception_sim.translation import tr
from ui.forms.asked_row import AskedRow
from ui.forms.fields import LineField, NumberField
from ui.forms.layouts import name_clearing

_ADDRESS: Final = re.compile(r"(?:[a-z]+://)?(?:[\w.-]+|\[[0-9a-fA-F:]+\]):\d{1,5}")


class PlaceToWork(QWidget):
    """Two fields; the address of a cluster, where there is one, goes before the cores."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        cores = os.cpu_count() or 1
        self.jobs = NumberField(1, max(cores, 1))
        self.jobs.setValue(cores)
        self.address = LineField()
        self.address.setPlaceholderText(tr("none: this machine alone"))
        self.address.setClearButtonEnabled(True)
        name_clearing(self.address, tr("Clear the address"))
        self._jobs_row = AskedRow(
            tr("&Processor cores"), self.jobs, tr("The answer is the same for any number; more are faster.")
        )
        self.address_row = AskedRow(
            tr("Dask c&luster"),
            self.address,
            tr("The address of a Dask scheduler that runs already, such as tcp://10.0.0.5:8786."),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._jobs_row)
        column.addWidget(self.address_row)
        self.jobs.valueChanged.connect(lambda _: self.changed.emit())
        self.address.editingFinished.connect(self.check)

    @property
    def cluster(self) -> str:
        """Return the address of the cluster, "" for this machine."""
        return self.address.text().strip()

    def check(self) -> bool:
        """Return whether the address can be one, and say beside it what is wrong if it cannot."""
        fits = not self.cluster or _ADDRESS.fullmatch(self.cluster) is not None
        self.address_row.show_problem(
            "" if fits else tr("An address is a machine and a port, such as tcp://10.0.0.5:8786.")
        )
        self.jobs.setEnabled(not self.cluster)
        self.changed.emit()
        return fits
