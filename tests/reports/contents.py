"""What reports in tests are about: a short real run, and what a test changes in it."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from reception_sim.actions import CloseStation, JournalEntry, Origin
from reception_sim.experiments import replicate
from reception_sim.reports.content import ReportContent
from reception_sim.run import open_scenario, run_whole
from reception_sim.statistics import measure

MADE = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
COMPLETE = Path(__file__).parent.parent / "scenario" / "complete_example.toml"
CLOSED = JournalEntry(36_000.0, CloseStation("registration"), Origin.PLAYER, "Ana", "The roof leaks")


@cache
def single(name="border_post_basics", journal=()):
    """Return the content of a report on one run."""
    plan = open_scenario(name)
    recording = run_whole(plan, 1, 0, journal)
    figures = measure(recording, plan)
    return ReportContent(plan, figures, journal, happenings=recording.happenings, made=MADE)


@cache
def replicated(name="border_post_basics", replications=4):
    """Return the content of a report on several replications."""
    plan = open_scenario(name)
    summary = replicate(plan, replications=replications)
    return ReportContent(plan, summary.first, summary=summary, made=MADE)


def titled(title):
    """Return the content of a report whose scenario, stations and sources have another title."""
    content = single()
    plan = content.scenario
    stations = {name: replace(station, title=title) for name, station in plan.stations.items()}
    return replace(content, scenario=replace(plan, title=title, stations=stations))
