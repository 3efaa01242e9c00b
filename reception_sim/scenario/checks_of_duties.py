"""Duties of care must be about people, places and activities that the plan has."""

from collections.abc import Collection, Iterator

from reception_sim.scenario.duties import ARRIVAL, NEED_SEEN, DutyPlan
from reception_sim.scenario.plan import ScenarioPlan
from reception_sim.scenario.problems import FieldPath, Problem, nearest
from reception_sim.scenario.readable import Readable
from reception_sim.translation import tr


def duties_at_unknown_places(readable: Readable) -> Iterator[Problem]:
    """Tell clocks that start or stop at a place which the plan does not have."""
    for name, duty in readable.plan.duties.items():
        for path, place, kind, known in _places_named(duty, readable.plan):
            if place not in known and place not in readable.unread:
                yield Problem(
                    ("duties", name, *path),
                    expected=tr('there is no {kind} called "{name}"', kind=kind, name=place),
                    suggestion=nearest(place, known),
                )


def duties_to_nobody(readable: Readable) -> Iterator[Problem]:
    """Tell duties to an age band that no population has."""
    populations = readable.plan.populations.values()
    bands = sorted({band for population in populations for band in population.age_sex})
    if "populations" in readable.unread:
        return
    for name, duty in readable.plan.duties.items():
        for row, band in enumerate(duty.whom.ages if duty.whom is not None else ()):
            if band not in bands:
                yield Problem(
                    ("duties", name, "for", "ages", row),
                    expected=tr("no population has this; there are {known}", known=", ".join(bands)),
                    found=f'"{band}"',
                    suggestion=nearest(band, bands, alike=0.5),
                )


def duties_nothing_can_meet(plan: ScenarioPlan) -> Iterator[tuple[FieldPath, str]]:
    """Yield the duties whose clock nothing in the plan can stop, and a sentence for each."""
    activities = {station.activity for station in plan.stations.values()}
    for name, duty in plan.duties.items():
        until = duty.until
        if until.stations or until.sheltered_in or until.leaving or activities & set(until.activities):
            continue
        asked = ", ".join(until.activities)
        yield ("duties", name, "until"), tr("no station does this, so nobody gets it: {asked}", asked=asked)


def _places_named(
    duty: DutyPlan, plan: ScenarioPlan
) -> Iterator[tuple[tuple[str | int, ...], str, str, Collection[str]]]:
    if duty.since not in (ARRIVAL, NEED_SEEN):
        yield ("from",), duty.since, tr("site"), plan.sites
    until = duty.until
    yield from (
        (("until", "stations", row), one, tr("station"), plan.stations) for row, one in enumerate(until.stations)
    )
    yield from (
        (("until", "sheltered_in", row), one, tr("site"), plan.sites) for row, one in enumerate(until.sheltered_in)
    )
    yield from ((("until", "leaving", row), one, tr("site"), plan.sites) for row, one in enumerate(until.leaving))
