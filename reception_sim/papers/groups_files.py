"""The played files that groups gave back: read, set side by side, and written as a report, each in one call."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from reception_sim.papers.groups_compared import groups_compared
from reception_sim.papers.kept import exercise_number, played_in
from reception_sim.papers.played import PlayedExercise
from reception_sim.project_file import ProjectError, ProjectFile
from reception_sim.reports.document import Document
from reception_sim.reports.printing import printed
from reception_sim.scenario import ScenarioPlan, write_whole
from reception_sim.statistics import Series
from reception_sim.translation import tr


@dataclass(frozen=True)
class GroupsSeen:
    """Groups side by side: the comparison, and the curves of each by its name."""

    document: Document
    curves: dict[str, Series]
    scenario: ScenarioPlan


def groups_in(paths: Sequence[Path]) -> GroupsSeen:
    """Return the groups of played files side by side; ProjectError says which file does not belong to them."""
    if len(paths) < 2:
        raise ProjectError(tr("two groups at least are compared"))
    groups = [_played(path, name) for path, name in zip(paths, _names(paths), strict=True)]
    try:
        document = groups_compared(groups)
    except ValueError as error:
        raise ProjectError(str(error)) from error
    curves = {group.group: group.content.figures.series for group in groups}
    return GroupsSeen(document, curves, groups[0].content.scenario)


def write_groups(document: Document, target: Path) -> Path:
    """Write the comparison; the suffix of *target* says as what. Return *target*."""
    write_whole(target, printed(document, target, datetime.now().astimezone()))
    return target


def _played(path: Path, name: str) -> PlayedExercise:
    with ProjectFile.open(path, read_only=True) as project:
        played = played_in(project, exercise_number(project, None))
    if not played.log:
        raise ProjectError(tr("{file} has not been played", file=path.name))
    return replace(played, group=name)


def _names(paths: Sequence[Path]) -> list[str]:
    """Return a name for each group: that of its file, with its folder where two have the same."""
    stems = Counter(path.stem for path in paths)
    return [path.stem if stems[path.stem] == 1 else f"{path.parent.name}/{path.stem}" for path in paths]
