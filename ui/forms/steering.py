"""What can be changed at a place while a run goes on: one row a change, each asks for one action."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSpinBox, QVBoxLayout, QWidget

from reception_sim.actions import (
    Action,
    CallInStaff,
    CloseSite,
    CloseStation,
    OpenSite,
    OpenStation,
    PostStaff,
    ScaleArrivals,
    SetCount,
)
from reception_sim.scenario import ScenarioPlan
from reception_sim.state import FleetState, RoleState, Snapshot
from reception_sim.translation import tr
from ui.forms.fields import ChoiceField, DurationField, FactorField, NumberField
from ui.plain_text import PlainLabel

MOST_STAFF: Final = 999
MOST_VEHICLES: Final = 99
MOST_FACTOR: Final = 20.0
_SHIFT_MIN: Final = 8 * 60
_SURGE_MIN: Final = 6 * 60
_FORTNIGHT_MIN: Final = 14 * 24 * 60


@dataclass(frozen=True)
class RowText:
    """What a row says: its title, the verb on its button, and what a screen reader calls its first field."""

    title: str
    verb: str
    name: str


class ChangeRow(QWidget):
    """One thing that can be changed: a title, its fields with a button, and a line that says how things are."""

    asked = Signal(object)  # Action

    def __init__(
        self,
        text: RowText,
        fields: list[QWidget],
        action: Callable[[], Action],
        told: Callable[[Snapshot], str],
    ) -> None:
        super().__init__()
        self._fields, self._action, self._told = fields, action, told
        self._title = PlainLabel(text.title, wordWrap=True)
        self.button = QPushButton(text.verb)
        self._caption = PlainLabel(wordWrap=True)
        self._lay_out(text)
        self.button.clicked.connect(self._ask)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Say how things are now."""
        self._caption.setText(self._told(snapshot))

    def put_above_fields(self, field: QWidget) -> None:
        """Add a field that needs the whole width."""
        column = self.layout()
        assert isinstance(column, QVBoxLayout)  # _column
        column.insertWidget(1, field)

    def _ask(self) -> None:
        for field in self._fields:
            if isinstance(field, QSpinBox):
                field.interpretText()
        self.asked.emit(self._action())

    def _lay_out(self, text: RowText) -> None:
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.setAccessibleName(f"{text.verb}: {text.name}")
        self._caption.setProperty("look", "quiet")
        line = QHBoxLayout()
        for field in self._fields:
            field.setAccessibleName(field.accessibleName() or text.name)
            line.addWidget(field, 1)
        line.addWidget(self.button)
        column = _column(self)
        column.addWidget(self._title)
        column.addLayout(line)
        column.addWidget(self._caption)


class OpenRow(QWidget):
    """Opens or closes a station or a site."""

    asked = Signal(object)  # Action

    def __init__(self, scenario: ScenarioPlan, place: str) -> None:
        super().__init__()
        self._place, self._is_station = place, place in scenario.stations
        self._open = True
        self.button = QPushButton()
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._caption = PlainLabel(wordWrap=True)
        self._caption.setProperty("look", "quiet")
        column = _column(self)
        column.addWidget(self.button)
        column.addWidget(self._caption)
        self._say()
        self.button.clicked.connect(lambda: self.asked.emit(self._action()))

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Offer to close what is open and to open what is closed."""
        states = snapshot.stations if self._is_station else snapshot.sites
        self._open = next(state.open for state in states if state.id == self._place)
        self._say()

    def _say(self) -> None:
        self.button.setText(self._verb())
        self.button.setAccessibleName(self._verb())
        self._caption.setText(self._meaning())
        self._caption.setVisible(self._open)

    def _action(self) -> Action:
        if self._is_station:
            return CloseStation(self._place) if self._open else OpenStation(self._place)
        return CloseSite(self._place) if self._open else OpenSite(self._place)

    def _verb(self) -> str:
        if self._is_station:
            return tr("Close this station") if self._open else tr("Open this station")
        return tr("Close this site to newcomers") if self._open else tr("Open this site")

    def _meaning(self) -> str:
        if self._is_station:
            return tr("Services that have begun are finished; the queue waits.")
        return tr("Residents stay; newcomers are held back where they are.")


SteeringRow: TypeAlias = ChangeRow | OpenRow


def rows_for(scenario: ScenarioPlan, place: str) -> list[SteeringRow]:
    """Return a row for each thing that can be changed at *place*; of the whole system when *place* is ""."""
    return list(_rows_for(scenario, place))


def staff_caption(role: RoleState, station: str) -> str:
    """Say how many of a role are on duty, and where they are."""
    posted = sum(count for _, count in role.posted)
    if not posted:
        return tr("{n} on duty, none posted: they help where the wait is longest", n=role.on_duty)
    here, spare = dict(role.posted).get(station, 0), max(0, role.on_duty - posted)
    return tr("{here} posted here; {n} on duty, {spare} left over", here=here, n=role.on_duty, spare=spare)


def fleet_caption(fleet: FleetState) -> str:
    """Say how many vehicles there are, and where."""
    text = tr(
        "{n} vehicles: {ready} ready, {away} under way", n=fleet.vehicles, ready=fleet.at_stop, away=fleet.under_way
    )
    return text + tr(", {n} held back", n=fleet.held) if fleet.held else text


def _rows_for(scenario: ScenarioPlan, place: str) -> Iterator[SteeringRow]:
    if place in scenario.stations:
        team = list(scenario.stations[place].team)
        yield from (_staff_row(scenario, place, role) for role in team)
        if team:
            yield _call_in_row(scenario, team)
    if place in scenario.entry_points:
        yield _arrivals_row(scenario, place)
    yield from (_fleet_row(scenario, fleet) for fleet in _fleets_at(scenario, place))
    if not place and scenario.staff:
        yield _call_in_row(scenario, list(scenario.staff))
    if place in scenario.stations or place in scenario.sites:
        yield OpenRow(scenario, place)


def _staff_row(scenario: ScenarioPlan, station: str, role: str) -> ChangeRow:
    field = NumberField(0, MOST_STAFF)
    title, place = scenario.title_of(role), scenario.title_of(station)

    def told(snapshot: Snapshot) -> str:
        state = next(state for state in snapshot.roles if state.id == role)
        field.follow(dict(state.posted).get(station, 0))
        return staff_caption(state, station)

    text = RowText(title, tr("Post"), tr("{role} posted at {place}", role=title, place=place))
    return ChangeRow(text, [field], lambda: PostStaff(station, role, field.value()), told)


def _fleet_row(scenario: ScenarioPlan, fleet: str) -> ChangeRow:
    field = NumberField(0, MOST_VEHICLES)
    title = scenario.title_of(fleet)

    def told(snapshot: Snapshot) -> str:
        state = next(state for state in snapshot.fleets if state.id == fleet)
        field.follow(state.vehicles)
        return fleet_caption(state)

    text = RowText(title, tr("Set"), tr("Vehicles: {fleet}", fleet=title))
    return ChangeRow(text, [field], lambda: SetCount(fleet, field.value()), told)


def _arrivals_row(scenario: ScenarioPlan, entry: str) -> ChangeRow:
    factor, lasting = FactorField(MOST_FACTOR), _lasting_field(_SURGE_MIN)
    factor.setValue(1.5)
    meaning = tr("1 is the plan; above it others come too, below it some stay away.")
    name = tr("Arrivals times the plan at {place}", place=scenario.title_of(entry))
    return ChangeRow(
        RowText(tr("Arrivals, times the plan, for a time"), tr("Change"), name),
        [factor, lasting],
        lambda: ScaleArrivals(entry, factor.value(), lasting.seconds),
        lambda _: meaning,
    )


def _call_in_row(scenario: ScenarioPlan, roles: list[str]) -> ChangeRow:
    which, number, lasting = ChoiceField(), NumberField(1, MOST_STAFF), _lasting_field(_SHIFT_MIN)
    for role in roles:
        which.addItem(scenario.title_of(role), role)
    number.setAccessibleName(tr("How many to call in"))

    def told(snapshot: Snapshot) -> str:
        state = next(state for state in snapshot.roles if state.id == which.currentData())
        return tr("{n} on duty now, {busy} at work", n=state.on_duty, busy=state.busy)

    row = ChangeRow(
        RowText(tr("More staff, for a time"), tr("Call in"), tr("Role to call in")),
        [number, lasting],
        lambda: CallInStaff(which.currentData(), number.value(), lasting.seconds),
        told,
    )
    which.setAccessibleName(tr("Role to call in"))
    row.put_above_fields(which)
    return row


def _lasting_field(minutes: int) -> DurationField:
    field = DurationField(30, _FORTNIGHT_MIN)
    field.setValue(minutes)
    field.setAccessibleName(tr("For how long"))
    return field


def _fleets_at(scenario: ScenarioPlan, place: str) -> list[str]:
    """Return the fleets that stop at *place*; all of them for the whole system."""
    if not place:
        return list(scenario.vehicles)
    stops = {
        route.by.vehicles: None
        for route in scenario.routes
        if route.by is not None and place in (route.origin, route.destination)
    }
    return [fleet for fleet in stops if fleet is not None]


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    return column
