"""Every command of the program, in the order in which a newcomer needs them."""

import sys
from typing import Annotated

import typer

from reception_sim import __version__
from reception_sim.cli import asking, exercises, looking, planning, running
from reception_sim.cli.speaking import INTERRUPTED, write_utf8
from reception_sim.translation import tr

app = typer.Typer(
    help=tr("Simulates the capacity to receive people at borders in dignity and safety."),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

_SCENARIOS, _QUESTIONS, _EXERCISES = tr("Scenarios and runs"), tr("Questions"), tr("Exercises")
for _panel, _command, _help in (
    (_SCENARIOS, looking.gui, tr("Open the desktop.")),
    (_SCENARIOS, looking.scenarios, tr("List the scenarios that come with the program.")),
    (_SCENARIOS, looking.validate, tr("Check a scenario, and look ahead without a run.")),
    (_SCENARIOS, running.run, tr("Run a scenario and tell what came of it.")),
    (_SCENARIOS, looking.schema, tr("Print the JSON Schema of scenario files, for editors.")),
    (_QUESTIONS, asking.capacity, tr("Find how many can arrive before the standards are missed.")),
    (_QUESTIONS, asking.bottleneck, tr("Find what one more of each thing would do.")),
    (_QUESTIONS, asking.compare, tr("Compare a scenario with alternatives to it.")),
    (_QUESTIONS, planning.staff, tr("Find the cheapest roster that meets the standards.")),
    (_QUESTIONS, planning.sensitivity, tr("Find which assumptions matter, and what breaks a standard.")),
    (_EXERCISES, exercises.kit, tr("Write the papers that an exercise needs.")),
    (_EXERCISES, exercises.template, tr("Write an exercise, unplayed, to one file for a group.")),
    (_EXERCISES, exercises.review, tr("Write the after-action report of an exercise.")),
    (_EXERCISES, exercises.groups, tr("Compare groups that played the same exercise.")),
):
    app.command(help=_help, rich_help_panel=_panel)(_command)
app.command("salvage", help=tr("Save what can be read of a damaged project file."), rich_help_panel=_EXERCISES)(
    exercises.salvaged
)
app.add_typer(exercises.msel, name="msel", rich_help_panel=_EXERCISES)


def main() -> None:
    """Run the command line; a console script starts here."""
    write_utf8()
    try:
        app()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


@app.callback(invoke_without_command=True)
def _program(
    *,
    version: Annotated[bool, typer.Option("--version", help=tr("Print the version and end."), is_eager=True)] = False,
) -> None:
    if version:
        typer.echo(f"Reception Sim {__version__}")
        raise typer.Exit
