"""The papers of an exercise written from its project file, each in one call that another process can make."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from reception_sim.experiments import WeighingDecisions
from reception_sim.experiments.inquiries import answered
from reception_sim.experiments.workplaces import workplace
from reception_sim.papers.after_action_report import after_action_report
from reception_sim.papers.kept import played_in, prepared_in, write_template
from reception_sim.papers.kit import write_kit
from reception_sim.papers.worth import question_about
from reception_sim.project_file import ProjectFile
from reception_sim.reports.printing import printed
from reception_sim.scenario import write_whole


def write_after_action_report(
    project: Path, exercise: int, branch: int, target: Path, weigh: int = 0, processes: int = 1
) -> Path:
    """Write the after-action report of a branch; the suffix of *target* says as what. Return *target*.

    With *weigh* each decision is weighed in so many runs with and without it, on so many *processes*.
    """
    made = datetime.now().astimezone()
    with ProjectFile.open(project, beside_window=True) as opened:
        played = played_in(opened, exercise, branch, made=made)
    if weigh:
        with workplace(processes) as place:
            weighed = answered(WeighingDecisions(question_about(played, weigh), place))
        played = replace(played, beside=replace(played.beside, weighed=weighed))
    write_whole(target, printed(after_action_report(played), target, made))
    return target


def write_kit_of(project: Path, exercise: int, folder: Path) -> Path:
    """Write the facilitator's kit into *folder*; return it."""
    with ProjectFile.open(project, beside_window=True) as opened:
        content = prepared_in(opened, exercise)
    write_kit(content.exercise, content.scenario, folder, made=datetime.now().astimezone())
    return folder


def write_template_of(project: Path, exercise: int, target: Path) -> Path:
    """Write the exercise, unplayed, to a project file of its own; return it."""
    with ProjectFile.open(project, beside_window=True) as opened:
        write_template(opened, exercise, target)
    return target
