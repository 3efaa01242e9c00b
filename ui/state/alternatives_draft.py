"""The alternatives that are being thought of: edited side by side, each step named and undoable."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack
from typing_extensions import override

from reception_sim.actions import JournalEntry, ScaleArrivals
from reception_sim.experiments.alternatives import Alternative
from reception_sim.experiments.inflows import scaled_arrivals
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.changes import Change
from reception_sim.translation import tr
from ui.state.levers import Lever, levers_of

AT_MOST: Final = 4  # more side by side can neither be read nor told apart by colour and shape

Alternatives = tuple[Alternative, ...]


class AlternativesDraft(QObject):
    """Alternatives to one scenario; every edit is a replacement on the undo stack."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.scenario: ScenarioPlan | None = None
        self.levers: tuple[Lever, ...] = ()
        self.alternatives: Alternatives = ()
        self.undo_stack = QUndoStack(self)

    def show_scenario(self, scenario: ScenarioPlan, alternatives: Alternatives = ()) -> None:
        """Begin anew for a scenario, with the *alternatives* that were kept, or with one to start from."""
        self.scenario = scenario
        self.levers = levers_of(scenario)
        self.alternatives = alternatives[:AT_MOST] or (_half_more_staff(scenario, self.levers),)
        self.undo_stack.clear()
        self.changed.emit()

    @property
    def is_edited(self) -> bool:
        """Tell whether anything was changed since the scenario was shown."""
        return self.undo_stack.count() > 0

    def value(self, alternative: Alternative, lever: Lever) -> int:
        """Return what a lever is in an alternative."""
        found = (change.value for change in alternative.changes if change.path == lever.path)
        value = next(found, lever.planned)
        return value if isinstance(value, int) else lever.planned

    def set_value(self, place: int, lever: Lever, value: int) -> None:
        """Have a lever of the alternative at *place* be *value*."""
        old = self.alternatives[place]
        kept = tuple(change for change in old.changes if change.path != lever.path)
        changes = kept if value == lever.planned else (*kept, Change(lever.path, value))
        said = tr("{lever}: {value} in {alternative}", lever=lever.title, value=value, alternative=old.title)
        self._replace(place, replace(old, changes=changes), said)

    def set_factor(self, place: int, factor: float) -> None:
        """Multiply all arrivals in the alternative at *place*, from the start on."""
        assert self.scenario is not None  # there are no alternatives without
        old = self.alternatives[place]
        kept = tuple(entry for entry in old.journal if not _scales_from_start(entry))
        scaled = () if factor == 1 else scaled_arrivals(self.scenario, factor)
        said = tr(
            "Arrivals \N{MULTIPLICATION SIGN} {factor} in {alternative}", factor=f"{factor:g}", alternative=old.title
        )
        self._replace(place, replace(old, journal=(*scaled, *kept)), said)

    def rename(self, place: int, title: str) -> None:
        """Call the alternative at *place* otherwise."""
        old = self.alternatives[place]
        self._replace(
            place, replace(old, title=title.strip() or old.title), tr("Rename {alternative}", alternative=old.title)
        )

    def add(self) -> None:
        """Add an alternative that begins as the last one."""
        last = self.alternatives[-1] if self.alternatives else Alternative("", "")
        taken = [one.id for one in self.alternatives]
        number = next(number for number in range(1, AT_MOST + 2) if f"alternative_{number}" not in taken)
        title = tr("Alternative {n}", n=len(self.alternatives) + 1)
        self.take(
            (*self.alternatives, replace(last, id=f"alternative_{number}", title=title)), tr("Add an alternative")
        )

    def remove(self, place: int) -> None:
        """Take the alternative at *place* away."""
        gone = self.alternatives[place].title
        rest = (*self.alternatives[:place], *self.alternatives[place + 1 :])
        self.take(rest, tr("Remove {alternative}", alternative=gone))

    def take(self, alternatives: Sequence[Alternative], said: str) -> None:
        """Have other alternatives from now on; the step is called *said*."""
        after = tuple(alternatives)
        if after != self.alternatives:
            self.undo_stack.push(_Step(said, self.alternatives, after, self._have))
            self.changed.emit()

    def undo(self) -> None:
        """Take the last step back."""
        self.undo_stack.undo()
        self.changed.emit()

    def redo(self) -> None:
        """Take the step again that was taken back last."""
        self.undo_stack.redo()
        self.changed.emit()

    def _replace(self, place: int, new: Alternative, said: str) -> None:
        self.take((*self.alternatives[:place], new, *self.alternatives[place + 1 :]), said)

    def _have(self, alternatives: Alternatives) -> None:
        self.alternatives = alternatives


class _Step(QUndoCommand):
    """One edit, whole: from these alternatives to those."""

    def __init__(
        self, said: str, before: Alternatives, after: Alternatives, have: Callable[[Alternatives], None]
    ) -> None:
        super().__init__(said)
        self._before, self._after, self._have = before, after, have

    @override
    def undo(self) -> None:
        self._have(self._before)

    @override
    def redo(self) -> None:
        self._have(self._after)


def factor_of(alternative: Alternative) -> float:
    """Return by what an alternative multiplies the arrivals from the start on."""
    factors = (
        entry.action.factor
        for entry in alternative.journal
        if isinstance(entry.action, ScaleArrivals) and _scales_from_start(entry)
    )
    return next(factors, 1.0)


def _scales_from_start(entry: JournalEntry) -> bool:
    return isinstance(entry.action, ScaleArrivals) and entry.time == 0 and entry.action.lasting is None


def _half_more_staff(scenario: ScenarioPlan, levers: Sequence[Lever]) -> Alternative:
    """Return the usual first thought: half as many again of the role that most posts need, where it is posted too."""
    posts = dict.fromkeys(scenario.staff, 0)
    for station in scenario.stations.values():
        for role, count in station.team.items():
            posts[role] = posts.get(role, 0) + count * station.posts
    if not posts:
        return Alternative("alternative_1", tr("Alternative {n}", n=1))
    role = max(posts, key=lambda one: posts[one])
    of_role = re.compile(rf"staff\.{re.escape(role)}\.(shifts|at)\b.*")
    more = tuple(
        Change(lever.path, _half_more(lever.planned))
        for lever in levers
        if of_role.fullmatch(lever.path) and lever.planned
    )
    title = tr("Half more: {role}", role=scenario.staff[role].title)
    return Alternative("alternative_1", title, more)


def _half_more(count: int) -> int:
    return count + -(-count // 2)
