"""How the command line speaks: what goes wrong in plain words, how far long work is, and where people read."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from typing import Final

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.text import Text

from reception_sim.exercise.journal_file import JournalError
from reception_sim.experiments import OnProgress, QuestionError, UnfinishedError
from reception_sim.experiments import Progress as Done
from reception_sim.experiments.cluster import ClusterError
from reception_sim.project_file import ProjectError
from reception_sim.reports.terminal import show_list
from reception_sim.scenario import FileNotWritten, ScenarioError
from reception_sim.scenario.scaling import CannotScale
from reception_sim.translation import tr

WRONG_INPUT: Final = 2
UNFINISHED: Final = 3
INTERRUPTED: Final = 130
_WIDTH_OF_A_FILE: Final = 140


@contextmanager
def told_in_plain_words() -> Iterator[None]:
    """Turn what a user can cause, or a machine can do to a user, into a sentence and an exit status."""
    try:
        yield
        sys.stdout.flush()
    except ScenarioError as error:
        complain(*(f"{error.file}: {problem}" for problem in error.problems))
        raise typer.Exit(WRONG_INPUT) from error
    except (JournalError, QuestionError, CannotScale, ProjectError, ClusterError) as error:
        complain(str(error))
        raise typer.Exit(WRONG_INPUT) from error
    except (UnfinishedError, FileNotWritten) as error:
        complain(str(error))
        raise typer.Exit(UNFINISHED) from error
    except MemoryError as error:
        complain(tr("There is not enough memory for so many people. Try fewer people, or fewer jobs."))
        raise typer.Exit(UNFINISHED) from error
    except KeyboardInterrupt as error:
        complain(tr("Stopped. No file was written in part."))
        raise typer.Exit(INTERRUPTED) from error
    except OSError as error:
        _complain_of_stdout(error)
        raise typer.Exit(UNFINISHED) from error


def complain(*sentences: str) -> None:
    """Say on the standard error what went wrong."""
    for sentence in sentences:
        typer.echo(sentence, err=True)


def _complain_of_stdout(error: OSError) -> None:
    """Say that the standard output cannot be written, and see that nothing is tried on it again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    if not isinstance(error, BrokenPipeError):  # whoever closed the pipe has read enough
        complain(tr("The output cannot be written: {why}.", why=error.strerror or error))


@contextmanager
def progress(what: str) -> Iterator[OnProgress]:
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


def tell(console: Console, heading: str, sentences: Iterable[str]) -> None:
    """Print sentences as a list under a heading; nothing if there are none."""
    said = list(sentences)
    if said:
        console.print()
        console.print(Text(heading, style="bold"))
        show_list(said, console)


def console() -> Console:
    """Return the standard output for people; a file or a pipe gets lines of one length on every machine."""
    return Console(width=None if sys.stdout.isatty() else _WIDTH_OF_A_FILE)


def write_utf8() -> None:
    """Write the same letters on every platform, also into a pipe on Windows."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
