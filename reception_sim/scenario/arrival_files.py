"""Files of counts are read with the scenario: so a plan stands on its own, in any process."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from itertools import pairwise
from pathlib import Path

from reception_sim.scenario.arrivals import ArrivalPlan, CountedSpan, EntryPointPlan
from reception_sim.scenario.counts import CountRow, CountsError, read_counts
from reception_sim.scenario.plan import ScenarioPlan
from reception_sim.scenario.problems import FieldPath, Problem
from reception_sim.scenario.text_files import FileError
from reception_sim.translation import tr


def with_counts(scenario: ScenarioPlan, folder: Path | None) -> tuple[ScenarioPlan, tuple[Problem, ...]]:
    """Return *scenario* with the counts of its files in *folder*, and what is wrong with those files."""
    problems: list[Problem] = []
    entry_points = {
        name: _entry_with_counts(("entry_points", name), entry, folder, problems)
        for name, entry in scenario.entry_points.items()
    }
    return replace(scenario, entry_points=entry_points), tuple(problems)


def as_arrivals(stream: ArrivalPlan, counts: Sequence[CountRow]) -> ArrivalPlan:
    """Return *stream* with the counts of its file: by day, or from each moment to the next."""
    times = [moment for moment, _ in counts if isinstance(moment, datetime)]
    if not times:
        return replace(stream, daily=dict(counts))
    if stream.hours is not None:
        raise CountsError(tr("hours weighs daily counts, but the rows have a time of day"))
    ends = [later for _, later in pairwise(times)]
    ends.append(times[-1] + (times[-1] - times[-2]))
    spans = zip(times, ends, [persons for _, persons in counts], strict=True)
    return replace(stream, spans=tuple(CountedSpan(since=a, until=b, persons=n) for a, b, n in spans))


def _entry_with_counts(
    path: FieldPath, entry: EntryPointPlan, folder: Path | None, problems: list[Problem]
) -> EntryPointPlan:
    streams = list(entry.arrivals)
    for number, stream in enumerate(streams):
        if stream.file is None or stream.daily is not None or stream.spans is not None:
            continue
        try:
            streams[number] = as_arrivals(stream, read_counts(_inside(folder, stream.file)))
        except (CountsError, FileError) as error:
            where = (*path, "arrivals", number, "file")
            problems.extend(Problem(where, expected=str(fault), found=f'"{stream.file}"') for fault in error.args)
    return replace(entry, arrivals=tuple(streams))


def _inside(folder: Path | None, name: str) -> Path:
    """Return the path of a file beside the scenario; one elsewhere would not travel with it."""
    if folder is None:
        raise FileError(tr("a file of counts needs a scenario that is a file itself"))
    path = folder / name
    if not path.resolve().is_relative_to(folder.resolve()):
        raise FileError(tr("the file of counts must be in the scenario's folder"))
    return path
