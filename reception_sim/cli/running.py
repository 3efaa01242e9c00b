"""The command run: a scenario, as often as asked, and everything that is to be written of it."""

from datetime import datetime
from pathlib import Path
from typing import Annotated, Final

import typer

from reception_sim.actions import Journal
from reception_sim.cli import asking
from reception_sim.cli.outputs import Outputs
from reception_sim.cli.places import ClusterOption, Machines
from reception_sim.cli.speaking import console, progress, told_in_plain_words
from reception_sim.exercise.journal_file import JournalError, WrittenJournal, read_journal
from reception_sim.experiments import ReplicationSummary, replicate
from reception_sim.recording import Happening
from reception_sim.reports.content import ReportContent
from reception_sim.reports.events_csv import write_events
from reception_sim.reports.json_document import json_text
from reception_sim.reports.publishing import write_report
from reception_sim.reports.terminal import show_results
from reception_sim.run import open_scenario, run_whole
from reception_sim.scenario import ScenarioPlan, open_whole, write_whole
from reception_sim.scenario.library import find_scenario
from reception_sim.translation import tr

_BREACH: Final = 1


def run(  # noqa: PLR0913 - one parameter an option
    scenario: asking.ScenarioArgument,
    *,
    replications: Annotated[int, typer.Option(min=1, help=tr("How many runs that differ by chance alone."))] = 1,
    seed: Annotated[
        int | None, typer.Option(min=0, help=tr("Equal seeds give equal results; without one the journal's, else 1."))
    ] = None,
    jobs: asking.Jobs = None,
    cluster: ClusterOption = None,
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
    with told_in_plain_words():
        outputs = Outputs(json_to, events, report)
        plan = open_scenario(scenario)
        file = find_scenario(scenario)
        outputs.check(file, journal)
        taken = _read_journal(journal, plan)
        chosen = taken.seed if seed is None else seed
        summary = _replicated(plan, chosen, replications, Machines(jobs, cluster), taken.entries)
        content = _content(plan, summary, taken.entries, chosen, outputs)
        _publish(content, outputs, file.stem)
    if fail_on_breach and any(figure.met is False for figure in summary.indicators):
        raise typer.Exit(_BREACH)


def _replicated(
    plan: ScenarioPlan, seed: int, replications: int, machines: Machines, journal: Journal
) -> ReplicationSummary:
    with machines.executor() as executor, progress(tr("Simulating")) as on_progress:
        return replicate(plan, seed, replications, machines.processes, journal, on_progress, executor)


def _content(
    plan: ScenarioPlan, summary: ReplicationSummary, journal: Journal, seed: int, outputs: Outputs
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


def _publish(content: ReportContent, outputs: Outputs, scenario_id: str) -> None:
    if outputs.report is not None:
        write_report(content, outputs.report)
    document = json_text(content, scenario_id) if outputs.json is not None else ""
    if outputs.json_file is not None:
        write_whole(outputs.json_file, document.encode())
    if outputs.to_stdout:
        typer.echo(document, nl=False)
    else:
        show_results(content, console())


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
