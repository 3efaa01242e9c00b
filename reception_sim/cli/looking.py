"""The commands that look at scenarios without a run, and the one that opens the desktop."""

import importlib
import json
from typing import Annotated

import typer
from rich.text import Text

from reception_sim.cli import asking
from reception_sim.cli.speaking import console, tell, told_in_plain_words
from reception_sim.reports.outlook_words import outlook_in_words
from reception_sim.reports.terminal import show_library
from reception_sim.run import open_scenario
from reception_sim.scenario import json_schema, notices
from reception_sim.scenario.library import shipped
from reception_sim.statistics import offered_load
from reception_sim.translation import tr


def validate(scenario: asking.ScenarioArgument) -> None:
    """Tell every problem of a scenario; of a sound one, what it takes for granted and where its teams are too few."""
    with told_in_plain_words():
        plan = open_scenario(scenario)
        shown = console()
        shown.print(Text(tr("{title}: no errors.", title=plan.title), style="bold"))
        tell(shown, tr("Taken for granted:"), map(str, notices(plan)))
        tell(shown, tr("Looking ahead, without a run:"), outlook_in_words(offered_load(plan), plan))


def scenarios() -> None:
    """List the library."""
    with told_in_plain_words():
        show_library(shipped(), console())


def schema() -> None:
    """Print the schema of scenario files."""
    with told_in_plain_words():
        typer.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))


def gui(
    opened: Annotated[str | None, typer.Argument(metavar="[SCENARIO|PROJECT]", help=tr("What to open in it."))] = None,
    *,
    smoke: Annotated[bool, typer.Option("--smoke", hidden=True)] = False,
) -> None:
    """Open the desktop, with a scenario if one is named; *smoke* ends it once it can be used."""
    # by its name, because nothing else in the engine may know that there is a screen
    desktop = importlib.import_module("ui.application")
    raise typer.Exit(desktop.main([*([opened] if opened else []), *(["--smoke"] if smoke else [])]))
