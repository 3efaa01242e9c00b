"""The report of a run: how it will look, and how to take it home."""

from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from reception_sim import __version__
from reception_sim.reports.content import ReportContent
from reception_sim.reports.document import Section
from reception_sim.scenario import ScenarioPlan
from reception_sim.statistics import RunFigures
from reception_sim.translation import tr, tr_plural
from ui import wording
from ui.file_dialogs import ask_where, named_after
from ui.pages.answer_section import with_answer
from ui.pages.empty_page import EmptyPage
from ui.pages.report_parts import PIXELS_PER_INCH, PagePictures, ReportSide
from ui.state.live_run import LiveRun
from ui.state.report_export import ReportExport

_FILTERS: Final = {
    ".html": "HTML (*.html)",
    ".pdf": "PDF (*.pdf)",
    ".docx": "Word (*.docx)",
    ".xlsx": "Excel (*.xlsx)",
}


class ReportPage(QWidget):
    """Shows the report of the run so far, and exports it."""

    def __init__(self, run: LiveRun, export: ReportExport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run, self._export = run, export
        self._shown: RunFigures | None = None
        self._answers: tuple[Section, ...] = ()
        self._scenario: ScenarioPlan | None = None
        self.side = ReportSide()
        self.pages = PagePictures()
        self.empty = EmptyPage(
            tr("Here the report of a run will be: its assumptions, results, standards and changes."),
            tr("Choose a scenario"),
        )
        self._views = QStackedWidget()
        self._lay_out()
        self._connect()

    def bring_up_to_date(self) -> None:
        """Show the report of the run as it stands; called when the page is shown."""
        figures = self._run.figures
        if self._run.scenario is None or figures is None:
            self.side.show_subject(tr("There is no run to report on yet."), "")
            self._views.setCurrentWidget(self.empty)
            self.side.show_outdated(outdated=False)
            return
        self._views.setCurrentWidget(self.pages)
        self._say_subject(figures)
        if figures is not self._shown:
            self._shown = figures
            self._export.preview(self._content(figures), PIXELS_PER_INCH * self.devicePixelRatioF())

    def ask_for_file(self) -> None:
        """Ask where the report goes."""
        if self._run.scenario is None:
            return
        suffix = self.side.suffix
        name = named_after(self._run.scenario.title, "report") + suffix
        ask_where(self, tr("Export the report"), _FILTERS[suffix], name, self.export_to)

    def export_to(self, path: Path) -> None:
        """Write the report of the run so far to *path*."""
        if self._run.figures is not None:
            self._export.export(self._content(self._run.figures), path)

    def add_answer(self, answer: Section) -> None:
        """Have the answer to a question in the report from now on."""
        self._answers = with_answer(self._answers, answer)
        self._shown = None  # the pages that are shown do not have it yet

    def _content(self, figures: RunFigures) -> ReportContent:
        scenario = self._run.scenario
        assert scenario is not None  # there are no figures without a run
        return ReportContent(
            scenario=scenario,
            figures=figures,
            journal=self._run.journal,
            seed=self._run.seed,
            happenings=tuple(self._run.happenings),
            answers=self._answers,
            made=datetime.now().astimezone(),
        )

    def _say_subject(self, figures: RunFigures) -> None:
        scenario = self._run.scenario
        assert scenario is not None  # there are no figures without a run
        finished = figures.until >= scenario.duration
        moment = wording.day_and_time(self._run.calendar, figures.until)
        as_of = tr("Figures of the finished run.") if finished else tr("Figures as of {moment}.", moment=moment)
        changes = tr_plural("{count} change made", "{count} changes made", len(self._run.journal))
        made = tr("Seed {seed}, {changes}.", seed=self._run.seed, changes=changes)
        program = tr("Reception Sim {version}", version=__version__)
        self.side.show_subject(scenario.title, f"{as_of}\n{made}\n{program}")

    def _take_figures(self, figures: RunFigures) -> None:
        if not self.isVisible():
            return
        self._say_subject(figures)
        self.side.show_outdated(outdated=figures is not self._shown)

    def _forget(self) -> None:
        if self._run.scenario is not self._scenario:
            self._scenario, self._answers = self._run.scenario, ()
        self._shown = None
        self.pages.show_pages(())

    def _show_preview(self, pages: object) -> None:
        assert isinstance(pages, tuple)  # preview_pages
        self.pages.show_pages(pages)
        self.side.show_outdated(outdated=self._run.figures is not self._shown)

    def _connect(self) -> None:
        export, side = self._export, self.side
        self._run.opened.connect(self._forget)
        self._run.figures_changed.connect(self._take_figures)
        export.preview_ready.connect(self._show_preview)
        export.exported.connect(side.show_exported)
        export.failed.connect(side.show_failure)
        export.busy_changed.connect(lambda: side.show_busy(previewing=export.previewing, exporting=export.exporting))
        side.preview_asked.connect(self.bring_up_to_date)
        side.export_asked.connect(self.ask_for_file)
        side.cancel_asked.connect(export.cancel)

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.side)
        self._views.addWidget(self.empty)
        self._views.addWidget(self.pages)
        line.addWidget(self._views, 1)
