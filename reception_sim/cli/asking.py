"""The commands that ask many runs: compare, capacity and bottleneck. What was done before Ctrl-C is told."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, TypeAlias, TypeVar

import typer

from reception_sim.cli.outputs import Outputs
from reception_sim.cli.places import ClusterOption, place_to_work
from reception_sim.cli.speaking import console, progress, told_in_plain_words
from reception_sim.experiments import (
    Alternative,
    BottleneckQuestion,
    CapacityQuestion,
    CompareQuestion,
    Comparing,
    FindingBottleneck,
    FindingCapacity,
    Inquiry,
    Precision,
    Progress,
    Step,
    alternative_from,
    answered,
    usual_criteria,
)
from reception_sim.experiments.alternative_files import is_file_of_alternatives, read_alternatives
from reception_sim.experiments.answers import Ending
from reception_sim.experiments.questions import TRIFLE
from reception_sim.reports.answer_documents import bottleneck_document, capacity_document, comparison_document
from reception_sim.reports.answers_on_terminal import show_bottleneck, show_capacity, show_comparison
from reception_sim.reports.json_document import JsonObject
from reception_sim.run import open_scenario
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.library import find_scenario
from reception_sim.translation import tr

A = TypeVar("A")

_UNFINISHED = 3

ScenarioArgument: TypeAlias = Annotated[
    str, typer.Argument(help=tr("A scenario file, or the id of a scenario in the library."))
]
AlternativesArgument: TypeAlias = Annotated[
    list[str], typer.Argument(help=tr("Files of alternatives (TOML), or other scenarios, by file or id."))
]
Replications: TypeAlias = Annotated[
    int | None, typer.Option(min=1, help=tr("How many runs of each alternative; without it as the precision needs."))
]
PrecisionOption: TypeAlias = Annotated[
    float, typer.Option(help=tr("Widest half interval of what has a standard, relative to its mean."))
]
Seed: TypeAlias = Annotated[int, typer.Option(min=0, help=tr("Equal seeds give equal answers."))]
Jobs: TypeAlias = Annotated[int | None, typer.Option(min=1, help=tr("Processes at once; else one a processor."))]
JsonOption: TypeAlias = Annotated[
    str | None, typer.Option("--json", metavar="FILE|-", help=tr("Write the answer as JSON."))
]


def compare(  # noqa: PLR0913 - one parameter an option
    base: ScenarioArgument,
    alternatives: AlternativesArgument,
    *,
    replications: Replications = None,
    precision: PrecisionOption = 0.05,
    ceiling: Annotated[int, typer.Option(min=1, help=tr("Most runs of each alternative."))] = 200,
    trifle: Annotated[float, typer.Option(help=tr("Differences up to this share of the mean are none."))] = TRIFLE,
    seed: Seed = 1,
    jobs: Jobs = None,
    cluster: ClusterOption = None,
    json_to: JsonOption = None,
) -> None:
    """Run a scenario and alternatives to it under common random numbers, and say how they differ."""
    with told_in_plain_words():
        outputs = Outputs(json_to)
        scenario = open_scenario(base)
        others = tuple(other for name in alternatives for other in _alternatives(name, scenario))
        outputs.check(find_scenario(base), *(Path(name) for name in alternatives))
        wanted = _precision(replications, precision, ceiling)
        question = CompareQuestion(scenario, others, usual_criteria(scenario), wanted, trifle=trifle, seed=seed)
        with place_to_work(jobs, cluster) as place:
            answer = answer_to(Comparing(question, place))
        write(outputs, comparison_document(answer))
        if not outputs.to_stdout:
            show_comparison(answer, console())
    end(answer.ending)


def capacity(  # noqa: PLR0913 - one parameter an option
    scenario: ScenarioArgument,
    *,
    share_of_runs: Annotated[
        float, typer.Option(help=tr("In which share of runs the standards must be met, between 0 and 1."))
    ] = 0.9,
    replications: Annotated[int, typer.Option(help=tr("How many runs near the limit."))] = 40,
    precision: Annotated[float, typer.Option(help=tr("How near to the limit, relative to it."))] = 0.02,
    lowest: Annotated[float, typer.Option(help=tr("Smallest factor of the planned arrivals."))] = 0.01,
    highest: Annotated[float, typer.Option(help=tr("Largest factor of the planned arrivals."))] = 8.0,
    next_steps: Annotated[
        int, typer.Option(help=tr("So many next steps of capacity: what helps most is added, and searched again."))
    ] = 0,
    seed: Seed = 1,
    jobs: Jobs = None,
    cluster: ClusterOption = None,
    json_to: JsonOption = None,
) -> None:
    """Find the largest inflow that meets the standards, and what breaks first."""
    with told_in_plain_words():
        outputs = Outputs(json_to)
        plan = open_scenario(scenario)
        outputs.check(find_scenario(scenario))
        question = CapacityQuestion(
            plan, None, share_of_runs, lowest, highest, precision, replications, seed, next_steps
        )
        with place_to_work(jobs, cluster) as place:
            answer = answer_to(FindingCapacity(question, place))
        write(outputs, capacity_document(answer))
        if not outputs.to_stdout:
            show_capacity(answer, console())
    end(answer.ending)


def bottleneck(  # noqa: PLR0913 - one parameter an option
    scenario: ScenarioArgument,
    *,
    replications: Replications = None,
    precision: PrecisionOption = 0.05,
    ceiling: Annotated[int, typer.Option(min=1, help=tr("Most runs of each alternative."))] = 50,
    seed: Seed = 1,
    jobs: Jobs = None,
    cluster: ClusterOption = None,
    json_to: JsonOption = None,
) -> None:
    """Compare the scenario with one more of everything in it."""
    with told_in_plain_words():
        outputs = Outputs(json_to)
        plan = open_scenario(scenario)
        outputs.check(find_scenario(scenario))
        wanted = _precision(replications, precision, ceiling)
        question = BottleneckQuestion(plan, usual_criteria(plan), precision=wanted, seed=seed)
        with place_to_work(jobs, cluster) as place:
            answer = answer_to(FindingBottleneck(question, place))
        write(outputs, bottleneck_document(answer))
        if not outputs.to_stdout:
            show_bottleneck(answer, console())
    end(answer.comparison.ending)


def _alternatives(name: str, scenario: ScenarioPlan) -> Sequence[Alternative]:
    """Return what a file of alternatives holds, or another scenario as one alternative."""
    path = find_scenario(name)
    if is_file_of_alternatives(path):
        return read_alternatives(path, scenario)
    return [alternative_from(scenario, open_scenario(name), path.stem)]


def _precision(replications: int | None, relative: float, ceiling: int) -> Precision:
    if replications is not None:
        return Precision.fixed(replications)
    return Precision(min(Precision.floor, ceiling), ceiling, relative)


def answer_to(inquiry: Inquiry[A]) -> A:
    """Do the work of a question, and show how far it is."""
    with progress(tr("Simulating")) as on_progress:

        def tell(step: Step) -> None:
            on_progress(Progress(step.done, step.expected))

        return answered(inquiry, tell)


def write(outputs: Outputs, document: JsonObject) -> None:
    """Write an answer's document if one was asked for."""
    if outputs.json is not None:
        outputs.write_json(json.dumps(document, indent=2, ensure_ascii=False, allow_nan=False) + "\n")


def end(ending: Ending) -> None:
    """End with the status that says that the work was not finished, after what is known has been told."""
    if ending in (Ending.CANCELLED, Ending.BROKEN_OFF):
        raise typer.Exit(_UNFINISHED)
