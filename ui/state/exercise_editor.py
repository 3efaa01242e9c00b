"""The exercise that is being prepared: every change is one step that can be undone, and is checked at once."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack
from typing_extensions import override

from reception_sim.exercise_plan import (
    AtTime,
    Exercise,
    InjectKind,
    MselInject,
    OnHand,
    exercise_of,
    problems_in_exercise,
)
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.problems import Problem
from reception_sim.scenario.quantities import HOUR
from reception_sim.translation import tr

_INJECTS: Final = "injects"


class ExerciseEditor(QObject):
    """Holds an exercise over a scenario, and changes it step by step."""

    opened = Signal()
    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.scenario: ScenarioPlan | None = None
        self.exercise: Exercise | None = None
        self.steps = QUndoStack(self)

    @property
    def saved(self) -> bool:
        return self.steps.isClean()

    def open(self, scenario: ScenarioPlan, exercise: Exercise | None = None) -> None:
        """Begin with an exercise, or with one made from what the scenario says."""
        self.scenario, self.exercise = scenario, exercise or exercise_of(scenario)
        self.steps.clear()
        self.opened.emit()
        self.changed.emit()

    def mark_saved(self) -> None:
        self.steps.setClean()

    def problems(self) -> list[Problem]:
        """Return everything that is wrong with the exercise, each with its path in it."""
        if self.exercise is None or self.scenario is None:
            return []
        return list(problems_in_exercise(self.exercise, self.scenario))

    def problems_of(self, number: int) -> list[str]:
        """Return what is wrong with the injects of a number, in sentences."""
        numbers = [inject.number for inject in self._injects()]
        return [
            problem.expected
            for problem in self.problems()
            if problem.path[0] == _INJECTS and numbers[int(problem.path[1])] == number
        ]

    def change(self, what: str, exercise: Exercise) -> None:
        """Make *exercise* the exercise; *what* names the step, as the undo menu says it."""
        if exercise != self.exercise:
            self.steps.push(_Step(what, self, exercise))

    def add_inject(self, inject: MselInject | None = None) -> MselInject:
        """Add an inject, or an empty one on hand, with a number of its own; return it."""
        blank = MselInject(number=0, title=tr("New inject"), kind=InjectKind.CONTEXTUAL, when=OnHand())
        added = replace(inject or blank, number=self._free_number())
        self._change_injects(tr("Add inject {number}", number=added.number), (*self._injects(), added))
        return added

    def copy_inject(self, number: int) -> MselInject:
        """Add the same inject again under another number; return the copy."""
        return self.add_inject(self.inject(number))

    def change_inject(self, number: int, inject: MselInject) -> None:
        """Put *inject* in the place of the one with *number*; those that name the number follow it."""
        changed = [inject if one.number == number else one for one in self._injects()]
        self._change_injects(tr("Change inject {number}", number=number), changed)

    def remove_injects(self, numbers: Iterable[int]) -> None:
        gone = set(numbers)
        left = [one for one in self._injects() if one.number not in gone]
        self._change_injects(tr("Remove {n} injects", n=len(gone)), left)

    def retime(self, number: int, at: float) -> None:
        """Let an inject come at a time (s)."""
        self.change_inject(number, self.inject(number).moved_to(max(at, 0.0)))

    def shift_from(self, time: float, by: float) -> None:
        """Move every inject that comes at *time* (s) or later by so many seconds, keeping the spacing."""
        self._change_injects(tr("Shift injects"), [_shifted(one, time, by) for one in self._injects()])

    def inject(self, number: int) -> MselInject:
        """Return the inject with a number; KeyError if there is none."""
        assert self.exercise is not None  # asked only while one is open
        return self.exercise.inject(number)

    def last_time(self) -> float:
        """Return when the last inject with a time comes (s), and an hour if there is none."""
        return max((one.when.at for one in self._injects() if isinstance(one.when, AtTime)), default=HOUR)

    def _injects(self) -> tuple[MselInject, ...]:
        return self.exercise.injects if self.exercise is not None else ()

    def _free_number(self) -> int:
        return 1 + max((one.number for one in self._injects()), default=0)

    def _change_injects(self, what: str, injects: Iterable[MselInject]) -> None:
        assert self.exercise is not None  # as above
        self.change(what, replace(self.exercise, injects=tuple(injects)))

    def show(self, exercise: Exercise) -> None:
        """Make *exercise* the exercise without a step of its own: what a step does, and undoes."""
        self.exercise = exercise
        self.changed.emit()


class _Step(QUndoCommand):
    def __init__(self, what: str, editor: ExerciseEditor, after: Exercise) -> None:
        super().__init__(what)
        assert editor.exercise is not None  # there is nothing to change otherwise
        self._show: Callable[[Exercise], None] = editor.show
        self._before, self._after = editor.exercise, after

    @override
    def redo(self) -> None:
        self._show(self._after)

    @override
    def undo(self) -> None:
        self._show(self._before)


def _shifted(inject: MselInject, time: float, by: float) -> MselInject:
    if isinstance(inject.when, AtTime) and inject.when.at >= time:
        return inject.moved_to(max(inject.when.at + by, 0.0))
    return inject
