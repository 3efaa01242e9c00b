"""The papers of an exercise written from its project file, each in one call that another process can make."""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from reception_sim.experiments import DecisionsWeighed, WeighingDecisions
from reception_sim.experiments.inquiries import answered
from reception_sim.experiments.workplaces import workplace
from reception_sim.papers.after_action_report import after_action_report
from reception_sim.papers.courses import course_in
from reception_sim.papers.courses_section import courses_section
from reception_sim.papers.kept import files_in, played_in, prepared_in, weighed_in, write_template
from reception_sim.papers.kit import write_kit
from reception_sim.papers.played import PlayedExercise
from reception_sim.papers.worth import question_about
from reception_sim.project_file import ProjectFile
from reception_sim.reports.printing import printed
from reception_sim.scenario import write_whole


@dataclass(frozen=True)
class ReportAsked:
    """What stands in an after-action report beside what was played and noted.

    With *weigh* each decision is weighed in so many runs with and without it, on so many *processes*, unless they were
    *weighed* already as they were taken. *others* are branches whose curves are laid over those of this one.
    """

    weigh: int = 0
    processes: int = 1
    weighed: DecisionsWeighed | None = None
    others: tuple[int, ...] = ()


def write_after_action_report(
    project: Path, exercise: int, branch: int, target: Path, asked: ReportAsked | None = None
) -> Path:
    """Write the after-action report of a branch; the suffix of *target* says as what. Return *target*."""
    asked = asked or ReportAsked()
    made = datetime.now().astimezone()
    with ProjectFile.open(project, beside_window=True) as opened:
        played = played_in(opened, exercise, branch, made=made)
        others = tuple(course_in(opened, exercise, other) for other in asked.others)
        title = opened.exercises.branch(exercise, branch).title
        known = (asked.weighed, weighed_in(opened, exercise, branch))
    beside = replace(played.beside, weighed=_weighed(played, asked, known))
    report = after_action_report(replace(played, beside=beside), courses_section(played, title, others))
    write_whole(target, printed(report, target, made))
    return target


def _weighed(
    played: PlayedExercise, asked: ReportAsked, known: tuple[DecisionsWeighed | None, ...]
) -> DecisionsWeighed | None:
    """Return what is *known* of the very decisions that were played, else find it out."""
    if not asked.weigh:
        return None
    fitting = (one for one in known if one is not None and one.question.journal == played.content.journal)
    found = next(fitting, None)
    if found is not None:
        return found
    with workplace(asked.processes) as place:
        return answered(WeighingDecisions(question_about(played, asked.weigh), place))


def write_kit_of(project: Path, exercise: int, folder: Path) -> Path:
    """Write the facilitator's kit into *folder*; return it."""
    with ProjectFile.open(project, beside_window=True) as opened:
        content, files = prepared_in(opened, exercise), files_in(opened, exercise)
    write_kit(content.exercise, content.scenario, folder, files=files, made=datetime.now().astimezone())
    return folder


def write_template_of(project: Path, exercise: int, target: Path) -> Path:
    """Write the exercise, unplayed, to a project file of its own; return it."""
    with ProjectFile.open(project, beside_window=True) as opened:
        write_template(opened, exercise, target)
    return target
