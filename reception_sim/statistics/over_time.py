"""A run over time, at the moments of a grid: read in one go, or a chunk at a time while it runs."""

from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from reception_sim.recording import EventKind, Events, Integers, LevelKind, Levels, Recording, Times
from reception_sim.scenario.plan import ScenarioPlan
from reception_sim.statistics.figures import Series, SiteSeries, StationSeries
from reception_sim.statistics.grid import grid
from reception_sim.statistics.queues import GIVING_UP
from reception_sim.statistics.stories import COMING, GOING, Changes, GroupStates, Kinds, Rows, Stories, read_on

_LEAVE_A_QUEUE = (EventKind.SERVICE_STARTED, *GIVING_UP)
_ROWS_AT_ONCE: Final = 1 << 20
Points: TypeAlias = NDArray[np.int32]


def series(recording: Recording, scenario: ScenarioPlan, step_s: float) -> Series:
    """Return the run over time, every *step_s* seconds up to where the recording ends."""
    fold = SeriesFold(scenario, recording.names, step_s)
    return fold.append(recording.events, recording.levels, recording.people.size, recording.until)


class SeriesFold:
    """Reads a recording onward, chunk by chunk; however it is cut, the points are the same.

    A point tells what held as its moment was reached: what happens at that very instant shows in the next one. The
    point at 0 tells the situation at the start, as soon as any time has passed.
    """

    def __init__(self, scenario: ScenarioPlan, names: tuple[str, ...], step_s: float) -> None:
        self._stations, self._sites = tuple(scenario.stations), tuple(scenario.sites)
        self._grid = grid(scenario.duration, step_s)
        self._points_told = 0
        self._states = GroupStates()
        self._ledger = _Ledger(names, scenario)

    def append(self, events: Events, levels: Levels, people_sizes: Integers, until: float) -> Series:
        """Return the points up to *until* that were not told before; *people_sizes* has the persons of each group."""
        return self.tell(read_on(events, self._states), levels, people_sizes, until)

    def tell(self, stories: Stories, levels: Levels, people_sizes: Integers, until: float) -> Series:
        """Do as `append` with events that have been read already; each of them must then be read by the caller."""
        points = int(np.searchsorted(self._grid, until, side="right")) if until > 0 else 0
        moments = self._grid[self._points_told : points]
        self._points_told += len(moments)
        columns = iter(self._ledger.courses(stories, levels, people_sizes, moments))
        return self._series(moments, columns)

    def _series(self, moments: Times, columns: Iterator[Times]) -> Series:
        arrived, departed = next(columns), next(columns)
        return Series(
            time=moments,
            arrived=arrived,
            departed=departed,
            in_system=arrived - departed,
            stations=tuple(StationSeries(name, next(columns), next(columns), next(columns)) for name in self._stations),
            sites=tuple(SiteSeries(name, next(columns), next(columns)) for name in self._sites),
        )


class _Ledger:
    """The levels of everything that is drawn, a column each: of the system, then station by station, site by site."""

    def __init__(self, names: tuple[str, ...], scenario: ScenarioPlan) -> None:
        stations, sites = tuple(scenario.stations), tuple(scenario.sites)
        self._told = 2 + 3 * len(stations) + 2 * len(sites)
        self._system = np.zeros(len(names), np.int64)
        self._station = _columns(names, stations, first=2, apart=3)
        self._site = _columns(names, sites, first=2 + 3 * len(stations), apart=2)
        self._busy = self._station + 1
        for name, plan in scenario.stations.items():
            if plan.session is not None:  # its teams are told by a level, not by the groups that they see
                self._busy[names.index(name)] = self._told
        self._now = np.zeros(self._told + 1)

    def courses(self, stories: Stories, levels: Levels, sizes: Integers, moments: Times) -> Times:
        """Return each column's level at *moments*, and remember what holds after all that is told here."""
        page = _Page(stories, sizes, _points_that_tell(stories.time, moments), (len(moments) + 1, len(self._now)))
        page.enter_persons(stories.changes(1, *COMING), self._system)
        page.enter_persons(stories.changes(1, *GOING), self._system + 1)
        page.enter_persons(stories.changes(1, EventKind.QUEUE_JOINED), self._station)
        page.enter_persons(stories.changes(-1, *_LEAVE_A_QUEUE), self._station)
        page.enter_groups(stories.changes(1, EventKind.SERVICE_STARTED), self._busy)
        page.enter_groups(stories.freed, self._busy)
        page.enter_persons(stories.stay, self._site)
        page.enter_persons(stories.outside, self._site + 1)
        point = _points_that_tell(levels.time, moments)
        self._enter_level(page.changes, levels, point, LevelKind.SESSIONS_RUNNING, self._station + 1)
        self._enter_level(page.changes, levels, point, LevelKind.TEAMS_STAFFED, self._station + 2)
        held: Times = np.cumsum(page.changes, axis=0) + self._now
        self._now = held[-1]
        return held[:-1, : self._told].T

    def _enter_level(self, changes: Times, levels: Levels, point: Points, kind: LevelKind, column_of: Integers) -> None:
        """Enter by how much a level at each place differs from what it was before."""
        rows = np.flatnonzero(levels.kind == kind)
        rows = rows[np.argsort(levels.place[rows], kind="stable")]
        column, value = column_of[levels.place[rows]], levels.value[rows]
        is_first = np.ones(len(rows), bool)
        is_first[1:] = column[1:] != column[:-1]
        before = np.concatenate((value[:1], value[:-1]))
        np.add.at(changes, (point[rows], column), value - np.where(is_first, self._now[column], before))


class _Page:
    """The *changes* of one chunk of events, added up by point (row) and by what is drawn (column)."""

    def __init__(self, stories: Stories, sizes: Integers, point: Points, shape: tuple[int, int]) -> None:
        self.changes = np.zeros(shape)
        self._stories, self._sizes, self._point = stories, sizes, point

    def enter_persons(self, changes: Changes, column_of: Integers) -> None:
        """Enter changes by the persons of each travel group, in the column of each place."""
        for part in _parts(len(changes.row)):
            row = changes.row[part]
            persons = self._sizes[self._stories.group[row]]
            self._enter(row, column_of[changes.place[part]], changes.sign[part] * persons)

    def enter_groups(self, changes: Changes, column_of: Integers) -> None:
        """Enter changes by one for each travel group."""
        for part in _parts(len(changes.row)):
            self._enter(changes.row[part], column_of[changes.place[part]], changes.sign[part])

    def _enter(self, row: Rows, column: Integers, change: Integers | Kinds) -> None:
        cells = self._point[row] * self.changes.shape[1] + column
        self.changes += np.bincount(cells, change, self.changes.size).reshape(self.changes.shape)


def _parts(rows: int) -> Iterator[slice]:
    """Yield slices of a long column, so that what is worked out in between stays small."""
    return (slice(start, start + _ROWS_AT_ONCE) for start in range(0, rows, _ROWS_AT_ONCE))


def _columns(names: tuple[str, ...], places: Sequence[str], first: int, apart: int) -> Integers:
    """Return by place index the first column of each of *places*."""
    column = np.zeros(len(names), np.int64)
    for number, name in enumerate(places):
        column[names.index(name)] = first + apart * number
    return column


def _points_that_tell(time: Times, moments: Times) -> Points:
    """Return for each *time*, in order, the row of the first of *moments* after it; what is at 0 shows at 0."""
    told = np.searchsorted(time, moments)
    if len(moments) and moments[0] == 0:
        told[0] = np.searchsorted(time, 0.0, side="right")
    return np.repeat(np.arange(len(moments) + 1, dtype=np.int32), np.diff(told, prepend=0, append=len(time)))
