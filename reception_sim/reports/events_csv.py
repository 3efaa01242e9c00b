"""The events of a run as a CSV table: who did what, where and when, with the plan's names."""

import csv
import io
from collections.abc import Iterator
from typing import IO, Final

from reception_sim.recording import EventKind, Recording
from reception_sim.scenario import Calendar, ScenarioPlan

COLUMNS: Final = ("time_s", "local_time", "event", "place", "group", "persons")
_ROWS_AT_ONCE: Final = 50_000


def write_events(recording: Recording, scenario: ScenarioPlan, file: IO[bytes]) -> None:
    """Write every event in the order in which it happened, a part at a time; UTF-8, lines end as CSV wants."""
    calendar = Calendar.of(scenario)
    file.write(_csv([COLUMNS]))
    for start in range(0, len(recording.events), _ROWS_AT_ONCE):
        file.write(_csv(_rows(recording, calendar, slice(start, start + _ROWS_AT_ONCE))))


def _rows(recording: Recording, calendar: Calendar, part: slice) -> Iterator[tuple[object, ...]]:
    events = recording.events
    groups = events.group[part].tolist()
    persons = recording.people.size[events.group[part]].tolist()
    kinds, places = events.kind[part].tolist(), events.place[part].tolist()
    for time, kind, place, group, size in zip(events.time[part].tolist(), kinds, places, groups, persons, strict=True):
        moment = calendar.local(time).isoformat(timespec="seconds")
        yield f"{time:.3f}", moment, EventKind(kind).name.lower(), recording.names[place], group, size


def _csv(rows: Iterator[tuple[object, ...]] | list[tuple[str, ...]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()
