"""The events of a run as a table."""

import csv
import io

from reception_sim.recording import EventKind
from reception_sim.reports import events_csv
from reception_sim.reports.events_csv import COLUMNS, write_events
from reception_sim.run import open_scenario, run_whole

PLAN = open_scenario("border_post_basics")
RECORDING = run_whole(PLAN)


def rows():
    file = io.BytesIO()
    write_events(RECORDING, PLAN, file)
    return list(csv.DictReader(io.StringIO(file.getvalue().decode(), newline="")))


def test_that_every_event_is_a_row_with_the_plans_names():
    table = rows()

    assert len(table) == len(RECORDING.events)
    assert tuple(table[0]) == COLUMNS
    assert {row["event"] for row in table} <= {kind.name.lower() for kind in EventKind}
    assert {row["place"] for row in table} <= {name for name, _ in PLAN.places()}


def test_that_rows_tell_time_both_ways_and_how_many_people():
    first = next(row for row in rows() if float(row["time_s"]) > 0)

    assert first["local_time"].startswith("2026-06-15T00:")
    assert int(first["persons"]) == RECORDING.people.size[int(first["group"])]


def test_that_rows_stand_in_the_order_of_time():
    times = [float(row["time_s"]) for row in rows()]

    assert times == sorted(times)


def test_that_writing_in_parts_loses_no_row(monkeypatch):
    whole = rows()
    monkeypatch.setattr(events_csv, "_ROWS_AT_ONCE", 7)

    assert rows() == whole
