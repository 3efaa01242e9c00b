"""The command line: run, validate, scenarios, schema and gui; what goes wrong is told in plain words.

Exit status: 0 done; 1 a standard was missed and --fail-on-breach asked; 2 the input is wrong; 3 the work could not
be finished (a full disk, a process ended from outside); 130 stopped with Ctrl-C.
"""

import importlib
import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, Final

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.text import Text

from reception_sim import __version__
from reception_sim.actions import Journal
from reception_sim.exercise.journal_file import JournalError, WrittenJournal, read_journal
from reception_sim.experiments import OnProgress, ReplicationSummary, UnfinishedError, replicate
from reception_sim.experiments import Progress as Done
from reception_sim.recording import Happening
from reception_sim.reports import ReportContent, is_report_name, write_report
from reception_sim.reports.events_csv import write_events
from reception_sim.reports.json_document import json_text
from reception_sim.reports.outlook_words import outlook_in_words
from reception_sim.reports.printing import suffixes_in_words
from reception_sim.reports.terminal import show_library, show_list, show_results
from reception_sim.run import open_scenario, run_whole
from reception_sim.scenario import (
    FileNotWritten,
    ScenarioError,
    ScenarioPlan,
    json_schema,
    notices,
    open_whole,
    require_writable,
    write_whole,
)
from reception_sim.scenario.library import find_scenario, shipped
from reception_sim.statistics import offered_load
from reception_sim.translation import tr

_BREACH: Final = 1
_WRONG_INPUT: Final = 2
_UNFINISHED: Final = 3
_INTERRUPTED: Final = 130
_STDOUT: Final = "-"
_WIDTH_OF_A_FILE: Final = 140

app = typer.Typer(
    help=tr("Simulates the capacity to receive people at borders in dignity and safety."),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

ScenarioArgument = Annotated[str, typer.Argument(help=tr("A scenario file, or the id of a scenario in the library."))]


def main() -> None:
    """Run the command line; a console script starts here."""
    _write_utf8()
    try:
        app()
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)


@dataclass(frozen=True)
class _Outputs:
    """The files that a run is asked to write; a document for "-" goes to the standard output."""

    json: str | None
    events: Path | None
    report: Path | None

    @property
    def to_stdout(self) -> bool:
        return self.json == _STDOUT

    @property
    def json_file(self) -> Path | None:
        return Path(self.json) if self.json is not None and not self.to_stdout else None

    def check(self, *inputs: Path | None) -> None:
        """Refuse, before the long work, what could not be written after it, or would destroy an input."""
        if self.report is not None and not is_report_name(self.report):
            raise typer.BadParameter(
                tr("a report ends in {kinds}: {file}", kinds=suffixes_in_words(), file=self.report)
            )
        used = [path.resolve() for path in inputs if path is not None]
        for path in (self.json_file, self.events, self.report):
            if path is None:
                continue
            if path.resolve() in used and (path.is_file() or not path.exists()):
                raise typer.BadParameter(tr("this file is already read or written: {file}", file=path))
            used.append(path.resolve())
            try:
                require_writable(path)
            except FileNotWritten as error:
                raise typer.BadParameter(str(error)) from error

    @property
    def want_detail(self) -> bool:
        """Tell whether the events of a run are needed, and not only its figures."""
        return self.events is not None or self.report is not None


@app.callback(invoke_without_command=True)
def _program(
    *,
    version: Annotated[bool, typer.Option("--version", help=tr("Print the version and end."), is_eager=True)] = False,
) -> None:
    if version:
        typer.echo(f"Reception Sim {__version__}")
        raise typer.Exit


@app.command(help=tr("Run a scenario and tell what came of it."))
def run(  # noqa: PLR0913 - one parameter an option
    scenario: ScenarioArgument,
    *,
    replications: Annotated[int, typer.Option(min=1, help=tr("How many runs that differ by chance alone."))] = 1,
    seed: Annotated[
        int | None, typer.Option(min=0, help=tr("Equal seeds give equal results; without one the journal's, else 1."))
    ] = None,
    jobs: Annotated[int | None, typer.Option(min=1, help=tr("Processes at once; else one a processor."))] = None,
    json_to: Annotated[
        str | None, typer.Option("--json", metavar="FILE|-", help=tr("Write the figures as JSON."))
    ] = None,
    events: Annotated[Path | None, typer.Option(metavar="FILE.csv", help=tr("Write replication 0's events."))] = None,
    report: Annotated[
        Path | None, typer.Option(metavar="FILE.html|.pdf|.docx|.xlsx", help=tr("Write a report for people."))
    ] = None,
    journal: Annotated[
        Path | None, typer.Option(metavar="FILE.json", help=tr("Take the actions of an exercise's journal again."))
    ] = None,
    fail_on_breach: Annotated[
        bool, typer.Option("--fail-on-breach", help=tr("End with status 1 if a standard is missed."))
    ] = False,
) -> None:
    """Run a scenario: as many replications as asked, then write everything that was asked for."""
    with _told_in_plain_words():
        outputs = _Outputs(json_to, events, report)
        plan = open_scenario(scenario)
        file = find_scenario(scenario)
        outputs.check(file, journal)
        taken = _read_journal(journal, plan)
        chosen = taken.seed if seed is None else seed
        summary = _replicated(plan, chosen, replications, jobs or os.cpu_count() or 1, taken.entries)
        content = _content(plan, summary, taken.entries, chosen, outputs)
        _publish(content, outputs, file.stem)
    if fail_on_breach and any(figure.met is False for figure in summary.indicators):
        raise typer.Exit(_BREACH)


@app.command(help=tr("Check a scenario, and look ahead without a run."))
def validate(scenario: ScenarioArgument) -> None:
    """Tell every problem of a scenario; of a sound one, what it takes for granted and where its teams are too few."""
    with _told_in_plain_words():
        plan = open_scenario(scenario)
        console = _console()
        console.print(Text(tr("{title}: no errors.", title=plan.title), style="bold"))
        _tell(console, tr("Taken for granted:"), map(str, notices(plan)))
        _tell(console, tr("Looking ahead, without a run:"), outlook_in_words(offered_load(plan), plan))


@app.command(help=tr("List the scenarios that come with the program."))
def scenarios() -> None:
    """List the library."""
    with _told_in_plain_words():
        show_library(shipped(), _console())


@app.command(help=tr("Print the JSON Schema of scenario files, for editors."))
def schema() -> None:
    """Print the schema of scenario files."""
    with _told_in_plain_words():
        typer.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))


@app.command(help=tr("Open the desktop."))
def gui(
    opened: Annotated[str | None, typer.Argument(metavar="[SCENARIO|PROJECT]", help=tr("What to open in it."))] = None,
    *,
    smoke: Annotated[bool, typer.Option("--smoke", hidden=True)] = False,
) -> None:
    """Open the desktop, with a scenario if one is named; *smoke* ends it once it can be used."""
    # by its name, because nothing else in the engine may know that there is a screen
    desktop = importlib.import_module("ui.application")
    raise typer.Exit(desktop.main([*([opened] if opened else []), *(["--smoke"] if smoke else [])]))


def _replicated(plan: ScenarioPlan, seed: int, replications: int, jobs: int, journal: Journal) -> ReplicationSummary:
    with _progress(tr("Simulating")) as tell:
        return replicate(plan, seed, replications, jobs, on_progress=tell, journal=journal)


def _content(
    plan: ScenarioPlan, summary: ReplicationSummary, journal: Journal, seed: int, outputs: _Outputs
) -> ReportContent:
    happenings: tuple[Happening, ...] = ()
    if outputs.want_detail:
        recording = run_whole(plan, seed, 0, journal)
        happenings = recording.happenings
        if outputs.events is not None:
            with open_whole(outputs.events) as file:
                write_events(recording, plan, file)
    return ReportContent(
        scenario=plan,
        figures=summary.first,
        journal=journal,
        seed=seed,
        summary=summary,
        happenings=happenings,
        made=datetime.now().astimezone(),
    )


def _publish(content: ReportContent, outputs: _Outputs, scenario_id: str) -> None:
    if outputs.report is not None:
        write_report(content, outputs.report)
    document = json_text(content, scenario_id) if outputs.json is not None else ""
    if outputs.json_file is not None:
        write_whole(outputs.json_file, document.encode())
    if outputs.to_stdout:
        typer.echo(document, nl=False)
    else:
        show_results(content, _console())


def _read_journal(path: Path | None, plan: ScenarioPlan) -> WrittenJournal:
    if path is None:
        return WrittenJournal(seed=1, entries=())
    journal = read_journal(path, plan)
    outside = next((entry for entry in journal.entries if not 0 <= entry.time < plan.duration), None)
    if outside is not None:
        raise JournalError(
            tr(
                "{file}: an action at {time} s lies outside the scenario, which lasts from 0 to {duration} s",
                file=path,
                time=outside.time,
                duration=plan.duration,
            )
        )
    return journal


@contextmanager
def _told_in_plain_words() -> Iterator[None]:
    """Turn what a user can cause, or a machine can do to a user, into a sentence and an exit status."""
    try:
        yield
        sys.stdout.flush()
    except ScenarioError as error:
        _complain(*(f"{error.file}: {problem}" for problem in error.problems))
        raise typer.Exit(_WRONG_INPUT) from error
    except JournalError as error:
        _complain(str(error))
        raise typer.Exit(_WRONG_INPUT) from error
    except (UnfinishedError, FileNotWritten) as error:
        _complain(str(error))
        raise typer.Exit(_UNFINISHED) from error
    except MemoryError as error:
        _complain(tr("There is not enough memory for so many people. Try fewer people, or fewer jobs."))
        raise typer.Exit(_UNFINISHED) from error
    except KeyboardInterrupt as error:
        _complain(tr("Stopped. No file was written in part."))
        raise typer.Exit(_INTERRUPTED) from error
    except OSError as error:
        _complain_of_stdout(error)
        raise typer.Exit(_UNFINISHED) from error


def _complain(*sentences: str) -> None:
    for sentence in sentences:
        typer.echo(sentence, err=True)


def _complain_of_stdout(error: OSError) -> None:
    """Say that the standard output cannot be written, and see that nothing is tried on it again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    if not isinstance(error, BrokenPipeError):  # whoever closed the pipe has read enough
        _complain(tr("The output cannot be written: {why}.", why=error.strerror or error))


@contextmanager
def _progress(what: str) -> Iterator[OnProgress]:
    """Show on the standard error, if somebody looks at it, how far long work is."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[said]}"))
    with Progress(
        *columns,
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        auto_refresh=False,  # no thread for it: it is drawn when something is told
        disable=not console.is_terminal,
    ) as bar:
        task = bar.add_task(what, total=1.0, said="")

        def tell(done: Done) -> None:
            said = tr("{done} of {total}", done=int(done.done), total=done.total) if done.total > 1 else ""
            bar.update(task, total=done.total, completed=done.done, said=said, refresh=True)

        yield tell


def _tell(console: Console, heading: str, sentences: Iterable[str]) -> None:
    said = list(sentences)
    if said:
        console.print()
        console.print(Text(heading, style="bold"))
        show_list(said, console)


def _console() -> Console:
    """Return the standard output for people; a file or a pipe gets lines of one length on every machine."""
    return Console(width=None if sys.stdout.isatty() else _WIDTH_OF_A_FILE)


def _write_utf8() -> None:
    """Write the same letters on every platform, also into a pipe on Windows."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
