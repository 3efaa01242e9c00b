"""Logs of which something is missing, cut to what comes before that: a log is played again from its start."""

from typing import TypeAlias

Cells: TypeAlias = tuple[str | int | float | bytes | None, ...]
_Course: TypeAlias = tuple[object, object]  # exercise, branch

_EXERCISE, _BRANCH, _NUMBER, _TIME = range(4)  # of a row of the log
_ID, _PARENT, _SHARED, _BEGINS, _REACHED = 1, 3, 4, 5, 6  # of a row of the branches; its first is the exercise


def cut_to_what_is_whole(branches: list[Cells], log: list[Cells]) -> int:
    """Leave in *log* what follows without a gap, and let *branches* end there; return how many entries are left out."""
    own = _without_gaps(log)
    kept: dict[_Course, list[float]] = {}  # the times of all that is left of each course, what it shares included
    for place, branch in enumerate(branches):  # a parent comes before its children
        course, parent = (branch[_EXERCISE], branch[_ID]), (branch[_EXERCISE], branch[_PARENT])
        shared = kept.get(parent, [])[: int(str(branch[_SHARED]))]
        follows = branch[_PARENT] is None or len(shared) == branch[_SHARED]
        times = [*shared, *(float(str(row[_TIME])) for row in own.get(course, []) if follows)]
        if not follows:
            own.pop(course, None)
        kept[course] = times
        if not follows or len(own.get(course, [])) < sum((row[_EXERCISE], row[_BRANCH]) == course for row in log):
            branches[place] = _ending_at(branch, len(shared), times)
    left = [row for rows in own.values() for row in rows]
    cut = len(log) - len(left)
    log[:] = left
    return cut


def _without_gaps(log: list[Cells]) -> dict[_Course, list[Cells]]:
    """Return of each branch the entries with the numbers 1, 2, 3 and so on, up to the first that is missing."""
    found: dict[_Course, list[Cells]] = {}
    for row in sorted(log, key=lambda row: int(str(row[_NUMBER]))):
        own = found.setdefault((row[_EXERCISE], row[_BRANCH]), [])
        if row[_NUMBER] == len(own) + 1:
            own.append(row)
    return found


def _ending_at(branch: Cells, shared: int, times: list[float]) -> Cells:
    """Return a branch that has come no further than what is left of it."""
    reached = max([0.0, *times])
    changed = list(branch)
    changed[_SHARED] = shared if branch[_PARENT] is not None else branch[_SHARED]
    changed[_BEGINS] = min(float(str(branch[_BEGINS])), reached)
    changed[_REACHED] = reached
    return tuple(changed)
