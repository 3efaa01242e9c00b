"""The trainer's thumb on transfers: which vehicles ride where, and the next of them there now or later."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reception_sim.actions import DelayVehicle, HurryVehicle
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.calendar import Calendar
from reception_sim.state import Journey, Snapshot
from reception_sim.translation import tr
from ui import wording
from ui.forms.fields import DurationField
from ui.forms.layouts import label

_WAY: Final = Qt.ItemDataRole.UserRole
_DAY_MIN: Final = 24 * 60
_LATER_MIN: Final = 5
_WIDTH: Final = 520


class TransfersDialog(QDialog):
    """Lists every way on which vehicles ride, and hurries or delays the next vehicle on the chosen one."""

    asked = Signal(object)  # HurryVehicle | DelayVehicle

    def __init__(self, scenario: ScenarioPlan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scenario = scenario
        self.ways = QListWidget()
        self.now = QPushButton(tr("There &now"))
        self.later = QPushButton(tr("&Later by"))
        self.by = DurationField(1, _DAY_MIN)
        self._fill()
        self._lay_out()
        self.now.clicked.connect(lambda: self._ask(hurry=True))
        self.later.clicked.connect(lambda: self._ask(hurry=False))

    def show_snapshot(self, now: Snapshot) -> None:
        """Say of each way when the next vehicle is there."""
        for row in range(self.ways.count()):
            item = self.ways.item(row)
            fleet, destination = item.data(_WAY)
            told = f"{self._title(fleet, destination)}:  {self._told(fleet, destination, now)}"
            if item.text() != told:
                item.setText(told)

    def _told(self, fleet: str, destination: str, now: Snapshot) -> str:
        rides = [one for one in now.journeys if (one.fleet, one.destination) == (fleet, destination)]
        coming = min((one for one in rides if one.arrives > now.time), key=_arrival, default=None)
        if coming is not None:
            moment = wording.short_moment(Calendar.of(self._scenario), coming.arrives)
            return tr("there at {moment} with {n} people", moment=moment, n=coming.persons)
        waiting = sum(one.awaiting for one in now.rides if (one.fleet, one.destination) == (fleet, destination))
        return tr("none under way, {n} people wait for one", n=waiting)

    def _fill(self) -> None:
        for fleet, destination in dict.fromkeys(self._found()):
            item = QListWidgetItem(self._title(fleet, destination))
            item.setData(_WAY, (fleet, destination))
            self.ways.addItem(item)
        self.ways.setCurrentRow(0)
        self.by.setSingleStep(5)
        self.by.setValue(_LATER_MIN)

    def _found(self) -> Iterator[tuple[str, str]]:
        for route in self._scenario.routes:
            if route.by is not None and route.by.vehicles is not None:
                yield route.by.vehicles, route.destination

    def _title(self, fleet: str, destination: str) -> str:
        return f"{self._scenario.title_of(fleet)} → {self._scenario.title_of(destination)}"

    def _ask(self, *, hurry: bool) -> None:
        item = self.ways.currentItem()
        if item is not None:
            fleet, destination = item.data(_WAY)
            action = HurryVehicle(fleet, destination) if hurry else DelayVehicle(fleet, self.by.seconds, destination)
            self.asked.emit(action)

    def _lay_out(self) -> None:
        self.setWindowTitle(tr("Transfers"))
        self.setMinimumWidth(_WIDTH)
        self.ways.setWordWrap(True)
        self.ways.setAccessibleName(tr("Ways on which vehicles ride"))
        self.by.setAccessibleName(tr("How much later"))
        for button in (self.now, self.later):
            button.setAutoDefault(False)
            button.setEnabled(self.ways.count() > 0)
        line = QHBoxLayout()
        for part in (self.now, self.later, self.by):
            line.addWidget(part)
        line.addStretch(1)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        meaning = tr(
            "It is about the vehicle that would be there first. If none is under way, one that boards departs now, or "
            "so much later than it would. This is kept in the log of the exercise."
        )
        column = QVBoxLayout(self)
        column.addWidget(self.ways, 1)
        column.addLayout(line)
        column.addWidget(label(meaning, "quiet", wraps=True))
        column.addWidget(close)


def _arrival(journey: Journey) -> float:
    return journey.arrives
