"""The commands that plan: staff finds a roster, sensitivity finds what matters."""

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from reception_sim.cli.asking import Jobs, JsonOption, ScenarioArgument, Seed, answer_to, end, write
from reception_sim.cli.outputs import Outputs
from reception_sim.cli.places import ClusterOption, place_to_work
from reception_sim.cli.speaking import console, told_in_plain_words
from reception_sim.experiments import QuestionError
from reception_sim.experiments.sensitivity_inquiry import SensitivityInquiry
from reception_sim.experiments.sensitivity_question import SensitivityQuestion, Span
from reception_sim.experiments.sensitivity_spans import span_for
from reception_sim.experiments.staffing_inquiry import StaffingInquiry
from reception_sim.experiments.staffing_question import StaffingQuestion
from reception_sim.experiments.staffing_rosters import with_roster
from reception_sim.reports.document import Document
from reception_sim.reports.planning_documents import sensitivity_document, staffing_document
from reception_sim.reports.printing import printed
from reception_sim.reports.sensitivity_report import sensitivity_report
from reception_sim.reports.staffing_report import staffing_report
from reception_sim.reports.terminal import show_document
from reception_sim.run import open_scenario
from reception_sim.scenario import ScenarioPlan, require_writable, write_scenario, write_whole
from reception_sim.scenario.library import find_scenario
from reception_sim.scenario.other_arrivals import receiving
from reception_sim.translation import tr

ReportOption: TypeAlias = Annotated[
    Path | None, typer.Option(metavar="FILE.xlsx|.html|.pdf|.docx", help=tr("Write the answer for people."))
]


def staff(  # noqa: PLR0913 - one parameter an option
    scenario: ScenarioArgument,
    *,
    roles: Annotated[list[str] | None, typer.Option("--role", help=tr("A role that is decided; else all."))] = None,
    share_of_runs: Annotated[
        float, typer.Option(help=tr("In which share of runs the standards must be met, between 0 and 1."))
    ] = 0.9,
    confidence: Annotated[float, typer.Option(help=tr("How sure that must be, between 0.5 and 1."))] = 0.95,
    duties_kept: Annotated[
        float, typer.Option(help=tr("Towards how many percent each duty is kept; 0 leaves duties out."))
    ] = 95.0,
    arrivals: Annotated[
        float | None, typer.Option(min=1, help=tr("People a day who arrive, in the place of those that are planned."))
    ] = None,
    places_grow: Annotated[
        bool,
        typer.Option(
            "--places-grow/--places-as-planned",
            help=tr("With more arrivals: posts, equipment, vehicles and places grow with them, or stay."),
        ),
    ] = True,
    runs_at_most: Annotated[int, typer.Option(min=1, help=tr("Ends a search that is not done."))] = 3000,
    apply_to: Annotated[
        Path | None, typer.Option("--apply", metavar="FILE.toml", help=tr("Write the scenario with the roster."))
    ] = None,
    seed: Seed = 1,
    jobs: Jobs = None,
    cluster: ClusterOption = None,
    json_to: JsonOption = None,
    report: ReportOption = None,
) -> None:
    """Find the cheapest roster that meets the standards, and say which standards no roster can meet."""
    with told_in_plain_words():
        outputs = Outputs(json_to, report=report)
        plan = open_scenario(scenario)
        outputs.check(find_scenario(scenario))
        if apply_to is not None:
            require_writable(apply_to)
        if arrivals is not None:
            plan = receiving(plan, arrivals, places_grow=places_grow)
        question = StaffingQuestion(
            plan, tuple(roles or ()), duties_kept, share_of_runs, confidence=confidence, runs_at_most=runs_at_most,
            seed=seed,
        )  # fmt: skip
        with place_to_work(jobs, cluster) as place:
            answer = answer_to(StaffingInquiry(question, place))
        write(outputs, staffing_document(answer))
        _show(staffing_report(answer), outputs)
        if apply_to is not None and answer.roster is not None:
            write_scenario(with_roster(plan, answer.roster), apply_to)
    end(answer.ending)


def sensitivity(  # noqa: PLR0913 - one parameter an option
    scenario: ScenarioArgument,
    *,
    vary: Annotated[
        list[str] | None,
        typer.Option(metavar="FIELD:LOW:HIGH", help=tr("A field, and the factors between which it is varied.")),
    ] = None,
    points: Annotated[
        int | None, typer.Option(help=tr("Steps of one field, steps on each side of a grid of two, or samples."))
    ] = None,
    runs_per_point: Annotated[int, typer.Option(help=tr("Runs at each point."))] = 2,
    seed: Seed = 1,
    jobs: Jobs = None,
    cluster: ClusterOption = None,
    json_to: JsonOption = None,
    report: ReportOption = None,
) -> None:
    """Vary what is assumed, and say what matters and which combinations break a standard."""
    with told_in_plain_words():
        outputs = Outputs(json_to, report=report)
        plan = open_scenario(scenario)
        outputs.check(find_scenario(scenario))
        spans = tuple(_span(said, plan) for said in vary or ())
        question = SensitivityQuestion(plan, spans, seed, points, runs_per_point)
        with place_to_work(jobs, cluster) as place:
            answer = answer_to(SensitivityInquiry(question, place))
        write(outputs, sensitivity_document(answer))
        _show(sensitivity_report(answer), outputs)
    end(answer.ending)


def _span(said: str, plan: ScenarioPlan) -> Span:
    field, _, ends = said.partition(":")
    low, _, high = ends.partition(":")
    try:
        return span_for(plan, field, float(low), float(high))
    except ValueError as error:
        raise QuestionError(
            tr(
                'say what to vary as FIELD:LOW:HIGH, like stations.desk.posts:0.5:2; found "{said}"',
                said=said,
            )
        ) from error


def _show(document: Document, outputs: Outputs) -> None:
    if outputs.report is not None:
        write_whole(outputs.report, printed(document, outputs.report, None))
    if not outputs.to_stdout:
        show_document(document, console())
