"""The commands of exercises: their papers, their review, groups side by side, templates, and lists of injects."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Annotated, Final, TypeAlias

import typer

from reception_sim.cli.asking import Jobs, answer_to
from reception_sim.cli.outputs import Outputs
from reception_sim.cli.places import place_to_work
from reception_sim.cli.speaking import WRONG_INPUT, complain, told_in_plain_words
from reception_sim.exercise_plan import exercise_of
from reception_sim.experiments import WeighingDecisions
from reception_sim.papers import KitContent, after_action_report, groups_compared, write_kit
from reception_sim.papers.kept import exercise_number, files_in, played_in, prepared_in, weighed_in, write_template
from reception_sim.papers.worth import question_about
from reception_sim.project_file import SUFFIX, ProjectFile, salvage
from reception_sim.reports.document import Document
from reception_sim.reports.printing import is_document_name, printed, suffixes_in_words
from reception_sim.reports.salvage_words import salvaged_in_words
from reception_sim.run import open_scenario
from reception_sim.scenario import write_whole
from reception_sim.spreadsheets import GridError, best_grid, is_list_name, read_grids, take_msel, write_msel
from reception_sim.translation import tr, tr_plural

_KINDS: Final = {"docx": ".docx", "pdf": ".pdf", "html": ".html"}

ProjectArgument: TypeAlias = Annotated[Path, typer.Argument(metavar="PROJECT", help=tr("A project file (.reception)."))]
NumberOption: TypeAlias = Annotated[
    int | None, typer.Option("--exercise", min=1, help=tr("Which exercise of the project; else the latest."))
]
BranchOption: TypeAlias = Annotated[int, typer.Option(min=1, help=tr("Which branch of the exercise."))]
ReportOption: TypeAlias = Annotated[
    Path, typer.Option("--report", metavar="FILE.html|.pdf|.docx|.xlsx", help=tr("Where the report goes."))
]
ListArgument: TypeAlias = Annotated[Path, typer.Argument(metavar="FILE.xlsx|.csv", help=tr("The list of injects."))]

msel = typer.Typer(help=tr("Take the list of injects out to a spreadsheet, and back."), no_args_is_help=True)


def kit(
    source: Annotated[str, typer.Argument(metavar="PROJECT|SCENARIO", help=tr("What the exercise is in."))],
    folder: Annotated[Path, typer.Argument(help=tr("Where the papers go."))],
    *,
    number: NumberOption = None,
    kind: Annotated[str, typer.Option("--as", metavar="docx|pdf|html", help=tr("Which kind of document."))] = "docx",
) -> None:
    """Write the facilitator's kit of an exercise, of a project or as a scenario begins it."""
    if kind not in _KINDS:
        raise typer.BadParameter(tr("the kit is written as {kinds}", kinds=", ".join(_KINDS)))
    with told_in_plain_words():
        content, files = _prepared(source, number), _files(source, number)
        made = datetime.now().astimezone()
        written = write_kit(content.exercise, content.scenario, folder, files=files, suffix=_KINDS[kind], made=made)
        for path in written:
            typer.echo(path)


def review(
    project: ProjectArgument,
    *,
    report: ReportOption,
    number: NumberOption = None,
    branch: BranchOption = 1,
    weigh: Annotated[
        int, typer.Option(min=0, help=tr("Weigh each decision in so many runs with and without it; 0 does not."))
    ] = 0,
    jobs: Jobs = None,
) -> None:
    """Write the after-action report of an exercise that was played."""
    Outputs(None, report=report).check(project)
    with told_in_plain_words():
        made = datetime.now().astimezone()
        with ProjectFile.open(project, read_only=True) as opened:
            exercise = exercise_number(opened, number)
            played = played_in(opened, exercise, branch, made=made)
            weighed = weighed_in(opened, exercise, branch)  # in the window, perhaps before more was decided
        if not weigh and weighed is not None and weighed.question.journal == played.content.journal:
            played = replace(played, beside=replace(played.beside, weighed=weighed))
        if weigh:
            with place_to_work(jobs, None) as place:
                weighed = answer_to(WeighingDecisions(question_about(played, weigh), place))
            played = replace(played, beside=replace(played.beside, weighed=weighed))
        _write(after_action_report(played), report, made)


def salvaged(
    damaged: Annotated[Path, typer.Argument(metavar="DAMAGED", help=tr("A damaged project file (.reception)."))],
    target: Annotated[Path, typer.Argument(metavar="NEW", help=tr("Where what can be read goes."))],
) -> None:
    """Save what can still be read of a damaged project file as a new one."""
    if target.suffix != SUFFIX:
        raise typer.BadParameter(tr("a project file ends in {suffix}: {file}", suffix=SUFFIX, file=target))
    with told_in_plain_words():
        typer.echo(salvaged_in_words(salvage(damaged, target)))


def groups(
    projects: Annotated[list[Path], typer.Argument(metavar="PROJECT...", help=tr("The files that groups gave back."))],
    *,
    report: ReportOption,
) -> None:
    """Compare groups that played the same exercise, decision by decision."""
    if not is_document_name(report):
        raise typer.BadParameter(tr("a report ends in {kinds}: {file}", kinds=suffixes_in_words(), file=report))
    if len(projects) < 2:
        raise typer.BadParameter(tr("two groups at least are compared"))
    Outputs(None, report=report).check(*projects)
    with told_in_plain_words():
        made = datetime.now().astimezone()
        played = []
        for project in projects:
            with ProjectFile.open(project, read_only=True) as opened:
                played.append(played_in(opened, exercise_number(opened, None), made=made))
        try:
            document = groups_compared(played)
        except ValueError as error:
            complain(str(error))
            raise typer.Exit(WRONG_INPUT) from error
        _write(document, report, made)


def template(
    project: ProjectArgument,
    file: Annotated[Path, typer.Argument(metavar="FILE.reception", help=tr("The new file."))],
    *,
    number: NumberOption = None,
) -> None:
    """Write an exercise, unplayed, to one file that a group plays and gives back."""
    with told_in_plain_words(), ProjectFile.open(project, read_only=True) as opened:
        write_template(opened, exercise_number(opened, number), file)
        typer.echo(file)


@msel.command("export", help=tr("Write the list of injects of an exercise."))
def export_list(project: ProjectArgument, file: ListArgument, *, number: NumberOption = None) -> None:
    """Write the list of injects of an exercise as Excel or CSV."""
    _require_list(file)
    with told_in_plain_words():
        with ProjectFile.open(project, read_only=True) as opened:
            content = prepared_in(opened, exercise_number(opened, number))
        write_msel(content.exercise, file)


@msel.command("import", help=tr("Take a list of injects into an exercise that has not been played."))
def import_list(project: ProjectArgument, file: ListArgument, *, number: NumberOption = None) -> None:
    """Take a list of injects into an exercise, and tell every row that cannot be taken; then the status is 1."""
    with told_in_plain_words(), ProjectFile.open(project) as opened:
        chosen = exercise_number(opened, number)
        content = prepared_in(opened, chosen)
        try:
            grids = read_grids(file)
        except GridError as error:
            complain(f"{file}: {error}")
            raise typer.Exit(WRONG_INPUT) from error
        taken = take_msel(content.exercise, content.scenario, best_grid(grids))
        opened.exercises.save(chosen, taken.exercise)
        typer.echo(tr_plural("{count} inject was taken.", "{count} injects were taken.", len(taken.numbers)))
        if taken.added:
            typer.echo(tr("New cells and objectives: {names}.", names=", ".join(taken.added)))
        complain(*(f"{file}: {row}" for row in taken.refused))
        if taken.refused:
            raise typer.Exit(1)


def _prepared(source: str, number: int | None) -> KitContent:
    if source.endswith(SUFFIX):
        with ProjectFile.open(Path(source), read_only=True) as opened:
            return prepared_in(opened, exercise_number(opened, number))
    scenario = open_scenario(source)
    return KitContent(exercise_of(scenario), scenario)


def _files(source: str, number: int | None) -> dict[str, bytes]:
    if not source.endswith(SUFFIX):
        return {}
    with ProjectFile.open(Path(source), read_only=True) as opened:
        return files_in(opened, exercise_number(opened, number))


def _write(document: Document, path: Path, made: datetime) -> None:
    write_whole(path, printed(document, path, made))


def _require_list(file: Path) -> None:
    if not is_list_name(file):
        raise typer.BadParameter(tr("a list ends in .xlsx or .csv: {file}", file=file))
