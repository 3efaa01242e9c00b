"""The hot wash: ratings with their evidence, what went well, what will be better, and the report of all of it."""

import os
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from reception_sim.exercise_plan.course import Course
from reception_sim.exercise_plan.review import Review
from reception_sim.experiments import DecisionsWeighed
from reception_sim.papers.worth import REPLICATIONS
from reception_sim.papers.written import ReportAsked
from reception_sim.reports.wording import short_moment
from reception_sim.translation import tr
from ui.file_dialogs import ask_where
from ui.forms.layouts import ColumnScroll, empty, label
from ui.forms.text_field import TextField
from ui.pages.improvement_panel import ImprovementPanel
from ui.pages.objective_card import ObjectiveCard
from ui.state.led_exercise import LedExercise
from ui.state.open_project import OpenProject
from ui.state.paper_export import PaperExport
from ui.tables.coming_table import expected_in_words

_OTHERS_AT_MOST: Final = 3
_REPORTS: Final = "Word (*.docx);;PDF (*.pdf);;HTML (*.html);;Excel (*.xlsx)"


class HotWashPanel(QWidget):
    """Rates objectives, takes down what is said in the room, and writes the after-action report."""

    said = Signal(str)

    def __init__(
        self, led: LedExercise, project: OpenProject, papers: PaperExport, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._led, self._project, self._papers = led, project, papers
        self.cards: dict[str, ObjectiveCard] = {}
        self._weighed: dict[int, DecisionsWeighed] = {}
        self.strengths, self.areas = TextField(4), TextField(4)
        self.plan = ImprovementPanel()
        self.weigh = QCheckBox(tr("Weigh each decision, and doing nothing"))
        self.others = QCheckBox(tr("Other courses beside it"))
        self.report = QPushButton(tr("After-action report…"))
        self.cancel = QPushButton(tr("Cancel"))
        self._column = QVBoxLayout()
        self._lay_out()
        self._connect()

    def bring_up_to_date(self) -> None:
        """Show what is in the project now."""
        exercise, branch = self._led.exercise, self._led.branch
        if exercise is None or branch is None:
            return
        empty(self._column)
        scores = self._project.scores(branch.id)
        self.cards = {
            name: ObjectiveCard(name, objective, branch.id) for name, objective in exercise.objectives.items()
        }
        for name, card in self.cards.items():
            card.show_score(scores.get(name))
            card.show_evidence(list(self._evidence(name)))
            card.scored.connect(self._project.score)
            self._column.addWidget(card)
        if not self.cards:
            self._column.addWidget(label(tr("This exercise has no objectives to rate."), "quiet", wraps=True))
        self._go_by_tab_from_the_cards()
        review = self._project.review()
        self.strengths.setPlainText("\n".join(review.strengths))
        self.areas.setPlainText("\n".join(review.areas))
        self.plan.show_review(review)

    def export_report(self, path: Path) -> None:
        """Write the after-action report of the branch that is shown."""
        if self._led.branch is not None:
            number = self._led.branch.id
            weighed = self._weighed.get(number)
            runs = weighed.question.replications if weighed is not None else REPLICATIONS
            others = tuple(branch.id for branch in self._project.branches() if branch.id != number)
            asked = ReportAsked(
                weigh=runs if self.weigh.isChecked() else 0,
                processes=os.cpu_count() or 1,
                weighed=weighed,
                others=others[-_OTHERS_AT_MOST:] if self.others.isChecked() else (),
            )
            self._papers.after_action_report(number, path, asked)

    def take_weighed(self, branch: int, weighed: DecisionsWeighed | None) -> None:
        """Have the report tell what was found of the decisions of a branch."""
        if weighed is not None:
            self._weighed[branch] = weighed
            self.weigh.setChecked(True)

    def forget(self) -> None:
        """Let go of what was found about an exercise: another one is opened."""
        self._weighed = {}
        self.weigh.setChecked(False)

    def _go_by_tab_from_the_cards(self) -> None:
        """Let Tab go down the cards that were made anew, and only then to what stands beside them."""
        of_cards = [field for card in self.cards.values() for field in card.fields]
        beside = [self.strengths, self.areas, *self.plan.fields, self.others, self.weigh, self.cancel, self.report]
        for one, other in pairwise([*of_cards, *beside]):
            QWidget.setTabOrder(one, other)

    def _evidence(self, objective: str) -> Iterator[str]:
        """Yield the moments that speak for a rating: injects of the objective that came, and notes pinned to it."""
        course, scenario = self._led.course, self._led.scenario
        if course is None or scenario is None:
            return
        for status in course.arrived():
            if status.inject.objective == objective:
                moment = short_moment(self._led.calendar, status.sent[-1])
                told = expected_in_words(status, scenario, self._led.time)
                yield f"{moment}  {status.inject.title}: {told}" if told else f"{moment}  {status.inject.title}"
        yield from self._notes(objective, course)

    def _notes(self, objective: str, course: Course) -> Iterator[str]:
        of_injects = {number for number, one in course.injects.items() if one.inject.objective == objective}
        for note in self._project.notes():
            if note.objective == objective or note.inject in of_injects:
                yield f"{short_moment(self._led.calendar, note.time)}  {note.text}"

    def _keep_words(self) -> None:
        review = self._project.review()
        said = replace(review, strengths=_lines(self.strengths), areas=_lines(self.areas))
        if said != review:
            self._project.keep_review(said)
            self.plan.show_review(said)

    def _keep_plan(self, planned: Review) -> None:
        self._project.keep_review(replace(self._project.review(), improvements=planned.improvements))

    def _ask_for_report(self) -> None:
        self._keep_words()
        title = tr("Write the after-action report")
        ask_where(self, title, _REPORTS, "after_action_report.docx", self.export_report)

    def _show_busy(self) -> None:
        """Offer to cancel while it is written; the keyboard stays with the two buttons, whichever can be used."""
        held = self.report.hasFocus() or self.cancel.hasFocus()
        now, before = (self.cancel, self.report) if self._papers.busy else (self.report, self.cancel)
        now.setVisible(True)
        now.setEnabled(True)
        if held:
            now.setFocus()
        before.setEnabled(False)
        self.cancel.setVisible(self._papers.busy)

    def _connect(self) -> None:
        self.strengths.edited.connect(self._keep_words)
        self.areas.edited.connect(self._keep_words)
        self.plan.changed.connect(self._keep_plan)
        self.plan.refused.connect(lambda why: self.said.emit(f"✕ {why}"))
        self.report.clicked.connect(self._ask_for_report)
        self.cancel.clicked.connect(self._papers.cancel)
        self._papers.busy_changed.connect(self._show_busy)

    def _lay_out(self) -> None:
        self.report.setProperty("look", "main")
        self.cancel.hide()
        told = tr("What each was worth: {n} runs with it and without it, with the same people", n=REPLICATIONS)
        self.weigh.setToolTip(told)
        self.strengths.setAccessibleName(tr("Strengths"))
        self.areas.setAccessibleName(tr("Areas for improvement"))
        cards = QWidget()
        stretched = QVBoxLayout(cards)
        stretched.addLayout(self._column)
        stretched.addStretch(1)
        right = QWidget()
        column = QVBoxLayout(right)
        column.addWidget(label(tr("Hot wash: what went well (a line each)"), "heading"))
        column.addWidget(self.strengths)
        column.addWidget(label(tr("Hot wash: areas for improvement (a line each)"), "heading"))
        column.addWidget(self.areas)
        column.addWidget(self.plan, 1)
        column.addLayout(self._report_line())
        parts = QSplitter()
        parts.addWidget(ColumnScroll(cards))
        parts.addWidget(right)
        parts.setStretchFactor(1, 1)
        parts.setChildrenCollapsible(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(parts)

    def _report_line(self) -> QHBoxLayout:
        wishes = QVBoxLayout()
        for wish in (self.others, self.weigh):
            wishes.addWidget(wish)
        line = QHBoxLayout()
        line.addLayout(wishes)
        line.addStretch(1)
        for part in (self.cancel, self.report):
            line.addWidget(part)
        return line


def _lines(field: TextField) -> tuple[str, ...]:
    return tuple(line.strip() for line in field.toPlainText().splitlines() if line.strip())
