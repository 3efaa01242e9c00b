"""The dial of difficulty: how many more people come, and how late and how inexact the players' reports are."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reception_sim.actions import ScaleArrivals
from reception_sim.exercise_plan import PlayersView
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.quantities import MINUTE
from reception_sim.translation import tr
from ui import wording
from ui.forms.dial import ShareDial
from ui.forms.fields import ChoiceField, DurationField
from ui.forms.layouts import label
from ui.plain_text import PlainLabel

_MOST_SURGE: Final = 300  # %
_DAY_MIN: Final = 24 * 60
_WEEK_MIN: Final = 7 * _DAY_MIN
_FIRST_SURGE: Final = 1.5
_WIDTH: Final = 480


class DifficultyDialog(QDialog):
    """Makes an exercise harder or easier while it goes on; each part says in a sentence what it will do."""

    surge_asked = Signal(object)  # ScaleArrivals
    view_asked = Signal(object)  # PlayersView

    def __init__(self, scenario: ScenarioPlan, view: PlayersView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scenario, self._view = scenario, view
        self.entry = ChoiceField()
        self.surge = ShareDial(_MOST_SURGE, tr("People who come, in % of the plan"))
        self.lasting = DurationField(0, _WEEK_MIN)
        self.apply_surge = QPushButton(tr("Let them &come"))
        self.delay = DurationField(0, _DAY_MIN)
        self.error = ShareDial(100, tr("Error of counts, in %"), step=5)
        self.forecasts = QCheckBox(tr("Players may see &forecasts"))
        self.apply_view = QPushButton(tr("Change the &reports"))
        self.told_surge, self.told_view = PlainLabel(wordWrap=True), PlainLabel(wordWrap=True)
        self._fill()
        self._lay_out()
        self._connect()
        self._tell()

    def _fill(self) -> None:
        for name in self._scenario.entry_points:
            self.entry.addItem(self._scenario.title_of(name), name)
        self.surge.show_share(_FIRST_SURGE)
        self.delay.setSingleStep(5)
        self.delay.setValue(round(self._view.delay / MINUTE))
        self.error.show_share(self._view.error)
        self.forecasts.setChecked(self._view.forecasts)

    def _tell(self) -> None:
        """Say what the fields will do."""
        self.lasting.setSpecialValueText(tr("until it is changed again"))
        share, place = f"{self.surge.share:.0%}", self.entry.currentText()
        if self.lasting.value():
            length = wording.duration(self.lasting.seconds)
            said = tr(
                "For {length}, {share} of the planned people come to {place}.", length=length, share=share, place=place
            )
        else:
            said = tr("From now on, {share} of the planned people come to {place}.", share=share, place=place)
        self.told_surge.setText(said)
        self.told_view.setText(self._view_in_words())

    def _view_in_words(self) -> str:
        if self._scenario.knowledge is not None:
            return tr("In this scenario reports are late and inexact by its own plan.")
        return tr(
            "Reports reach the players {delay} late; two counts in three are off by at most {error}.",
            delay=wording.duration(self.delay.seconds),
            error=f"{self.error.share:.0%}",
        )

    def _ask_for_surge(self) -> None:
        lasting = self.lasting.seconds or None
        self.surge_asked.emit(ScaleArrivals(str(self.entry.currentData()), self.surge.share, lasting))

    def _ask_for_view(self) -> None:
        self._view = replace(
            self._view, delay=self.delay.seconds, error=self.error.share, forecasts=self.forecasts.isChecked()
        )
        self.view_asked.emit(self._view)

    def _connect(self) -> None:
        self.entry.activated.connect(lambda _: self._tell())
        for field in (self.lasting, self.delay):
            field.valueChanged.connect(lambda _: self._tell())
        for dial in (self.surge, self.error):
            dial.changed.connect(self._tell)
        self.apply_surge.clicked.connect(self._ask_for_surge)
        self.apply_view.clicked.connect(self._ask_for_view)

    def _lay_out(self) -> None:
        self.setWindowTitle(tr("Difficulty"))
        self.setMinimumWidth(_WIDTH)
        self.apply_surge.setEnabled(self.entry.count() > 0)
        for field in (self.delay, self.error):
            field.setEnabled(self._scenario.knowledge is None)
        people = _form((tr("&Where"), self.entry), (tr("&How many"), self.surge), (tr("For how &long"), self.lasting))
        reports = _form((tr("&Delay"), self.delay), (tr("&Error"), self.error), ("", self.forecasts))
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for title, form, told, button in (
            (tr("People who arrive"), people, self.told_surge, self.apply_surge),
            (tr("What the players are told"), reports, self.told_view, self.apply_view),
        ):
            told.setProperty("look", "quiet")
            button.setAutoDefault(False)
            column.addWidget(label(title, "heading"))
            column.addLayout(form)
            column.addWidget(told)
            column.addWidget(button)
        column.addWidget(label(tr("Both are kept in the log of the exercise, and can be reviewed."), "quiet"))
        column.addWidget(close)


def _form(*rows: tuple[str, QWidget]) -> QFormLayout:
    form = QFormLayout()
    for title, field in rows:
        form.addRow(title, field)
        if title:
            field.setAccessibleName(title.replace("&", ""))
    return form
