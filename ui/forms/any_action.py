"""Any change there is, as a form that is made from what the action asks for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from pydantic import JsonValue
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QFormLayout, QVBoxLayout, QWidget

from reception_sim.actions import (
    ACTIONS,
    Argument,
    ArgumentKind,
    arguments_of,
    fitting_for,
    fitting_names,
    meaning_of,
    read_action,
)
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.quantities import format_duration
from reception_sim.translation import tr
from ui import wording
from ui.forms.fields import ChoiceField, DurationField, FactorField, NumberField
from ui.plain_text import PlainLabel

_ASSESS: Final = "assess"
_HOUR_MIN: Final = 60
_MONTH_MIN: Final = 30 * 24 * 60
_WIDTH: Final = 420


@dataclass(frozen=True)
class Filled:
    """A field of the form, and how to read what it says: None for "leave it out"."""

    argument: Argument
    widget: QWidget
    read: Callable[[], JsonValue]


class AnyActionDialog(QDialog):
    """Offers every action that the scenario has a use for, those about a place first."""

    asked = Signal(object)  # Action

    def __init__(
        self,
        scenario: ScenarioPlan,
        place: str,
        parent: QWidget | None = None,
        *,
        heard_of: Mapping[str, str] | None = None,
        terms: Mapping[str, str] | None = None,
    ) -> None:
        """Offer what can be done at a *place* first; places that are only *heard_of* can be assessed.

        With *terms*, a sentence an action, only those can be chosen.
        """
        super().__init__(parent)
        self._scenario, self._place, self._heard_of = scenario, place, dict(heard_of or {})
        self._terms = terms
        self._filled: list[Filled] = []
        self._names: list[tuple[str, ...]] = []
        self.what = ChoiceField()
        self._meaning = PlainLabel(wordWrap=True)
        self._form = QFormLayout()
        self.terms = PlainLabel(wordWrap=True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._lay_out()
        for action in ACTIONS if terms is None else [name for name in ACTIONS if name in terms]:
            self.what.addItem(_title(action), action)
        self.what.currentIndexChanged.connect(lambda _: self._show_action())
        self._show_action()

    def field(self, name: str) -> QWidget:
        """Return the field of an argument."""
        return next(one.widget for one in self._filled if one.argument.name == name)

    def _show_action(self) -> None:
        """Make the form of the chosen action anew."""
        action = self.what.currentData()
        self._meaning.setText(meaning_of(action))
        self._names = fitting_names(action, self._scenario)
        self._names.sort(key=lambda names: self._place not in {name.partition(".")[0] for name in names})
        while self._form.rowCount():
            self._form.removeRow(0)
        self._filled = []
        fits = bool(self._names)
        for argument in arguments_of(action) if fits else ():
            self._add(argument)
        if not fits:
            self._form.addRow(
                PlainLabel(tr("There is nothing in this scenario that this could be done to."), wordWrap=True)
            )
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(fits)
        self.terms.setText((self._terms or {}).get(action, ""))
        self._go_by_tab_from_above()

    def _go_by_tab_from_above(self) -> None:
        """Let Tab go down the form that was made anew, and only then to the buttons."""
        rows = [row for one in self._filled for row in (self._form.labelForField(one.widget), one.widget)]
        chain = [self.what, *rows, *self._buttons.buttons()]
        for one, other in pairwise(chain):
            QWidget.setTabOrder(one, other)

    def _add(self, argument: Argument) -> None:
        filled = self._field_for(argument)
        filled.widget.setToolTip(argument.meaning)
        filled.widget.setAccessibleName(argument.title)
        self._filled.append(filled)
        if argument.required or argument.kind is ArgumentKind.NAME:
            self._form.addRow(argument.title, filled.widget)
            return
        says = QCheckBox(argument.title)
        says.setToolTip(argument.meaning)
        filled.widget.setEnabled(False)
        says.toggled.connect(filled.widget.setEnabled)
        self._form.addRow(says, filled.widget)

    def _field_for(self, argument: Argument) -> Filled:
        match argument.kind:
            case ArgumentKind.NAME:
                return self._name_field(argument)
            case ArgumentKind.CHOICE:
                choice = ChoiceField()
                for word in argument.choices:
                    choice.addItem(wording.sentence(tr(word)), word)
                return Filled(argument, choice, choice.currentData)
            case ArgumentKind.DURATION:
                lasting = DurationField(1, _MONTH_MIN)
                lasting.setValue(_HOUR_MIN)
                return Filled(argument, lasting, lambda: format_duration(lasting.seconds))
            case ArgumentKind.FACTOR if argument.most <= 1:
                share = NumberField(0, 100)
                share.setSuffix(tr(" %"))
                share.setValue(50)
                return Filled(argument, share, lambda: share.value() / 100)
            case ArgumentKind.FACTOR:
                factor = FactorField(argument.most)
                factor.setValue(1.0)
                return Filled(argument, factor, factor.value)
            case ArgumentKind.NUMBER:
                number = NumberField(int(argument.least), int(argument.most))
                number.setValue(max(1, int(argument.least)))
                return Filled(argument, number, number.value)

    def _name_field(self, argument: Argument) -> Filled:
        choice = ChoiceField()
        filled = Filled(argument, choice, choice.currentData)
        if not argument.required:
            choice.addItem(tr("(not said)"), None)
            written = {one.name: one.plain for one in arguments_of(self.what.currentData()) if one.required}
            written |= dict(zip(self._asked_names(), self._names[0], strict=True))
            fitting = fitting_for(self.what.currentData(), argument.name, written, self._scenario)
        else:
            fitting = self._fitting_here(argument.name)
            choice.currentIndexChanged.connect(lambda _: self._follow(argument.name))
        for name in fitting:
            choice.addItem(self._scenario.title_of(name), name)
        if self.what.currentData() == _ASSESS:
            for name, title in self._heard_of.items():
                choice.addItem(title, name)
        return filled

    def _asked_names(self) -> list[str]:
        asked = arguments_of(self.what.currentData())
        return [one.name for one in asked if one.required and one.kind is ArgumentKind.NAME]

    def _fitting_here(self, name: str) -> list[str]:
        """Return what fits an argument with the choices that stand above it."""
        column = self._asked_names().index(name)
        above = tuple(one.read() for one in self._filled if one.argument.name in self._asked_names()[:column])
        return list(dict.fromkeys(names[column] for names in self._names if names[:column] == above))

    def _follow(self, name: str) -> None:
        """Offer below what still fits once another name is chosen."""
        for filled in self._filled:
            asked = self._asked_names()
            is_below = filled.argument.name in asked and asked.index(filled.argument.name) > asked.index(name)
            if is_below and isinstance(filled.widget, ChoiceField):
                filled.widget.clear()
                for one in self._fitting_here(filled.argument.name):
                    filled.widget.addItem(self._scenario.title_of(one), one)

    def _ask(self) -> None:
        written = {one.argument.name: one.read() for one in self._filled if one.widget.isEnabled()}
        said: dict[str, JsonValue] = {name: value for name, value in written.items() if value is not None}
        self.asked.emit(read_action({self.what.currentData(): said}))
        self.accept()

    def _lay_out(self) -> None:
        self.setWindowTitle(tr("Change something else"))
        self.setMinimumWidth(_WIDTH)
        self.what.setAccessibleName(tr("What to change"))
        self._meaning.setProperty("look", "quiet")
        self.terms.setAccessibleName(tr("When it takes effect, and what it costs"))
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setText(tr("Do it"))
        self._buttons.accepted.connect(self._ask)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.what)
        column.addWidget(self._meaning)
        column.addLayout(self._form)
        column.addWidget(self.terms)
        column.addWidget(self._buttons)


def _title(action: str) -> str:
    return tr(wording.sentence(action.replace("_", " ")))
