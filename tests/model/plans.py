"""Small plans for tests of the model: one entry point, desks in a row, an exit, and whatever a test adds."""

from pydantic import TypeAdapter

from reception_sim.recording import EventKind
from reception_sim.scenario import ScenarioPlan

ALONE = {
    "title": "People on their own",
    "group_size": {1: 1.0},
    "age_sex": {"18-59": {"f": 0.5, "m": 0.5}},
    "movement": {"refugee": 1.0},
    "documents": {"passport": 1.0},
    "languages": {"en": 1.0},
    "specific_needs": {},
}
FAMILIES = ALONE | {
    "title": "Families and people alone",
    "group_size": {1: 0.4, 3: 0.3, 5: 0.3},
    "age_sex": {
        "0-11": {"f": 0.15, "m": 0.15},
        "12-17": {"f": 0.1, "m": 0.1},
        "18-59": {"f": 0.2, "m": 0.2},
        "60+": {"f": 0.05, "m": 0.05},
    },
    "specific_needs": {"unaccompanied_child": 0.05, "disability": 0.1},
}


def station(**changes):
    """Return a desk with one officer of its own, five minutes a group, first come, first served."""
    return {
        "title": "Desk",
        "activity": "registration",
        "posts": 1,
        "team": {"officer": 1},
        "service_time": {"distribution": "constant", "value": "5 min"},
        "per": "group",
        "order": "first come, first served",
    } | changes


def site(**changes):
    """Return a site for ten people who stay an hour and shelter outside when it is full."""
    return {
        "title": "Centre",
        "kind": "transit centre",
        "capacity": 10,
        "when_full": "shelter outside",
        "stay": {"distribution": "constant", "value": "1 h"},
    } | changes


def staff(count=1, hours="00:00-24:00", **changes):
    """Return a role with one shift every day."""
    return {"title": "Officer", "shifts": [{"days": "Mon-Sun", "hours": hours, "count": count}]} | changes


def arriving(*groups, population="alone"):
    """Return arrivals of (moment, persons) pairs, for example ("day 0 01:00", 3)."""
    schedule = [{"at": moment, "persons": persons} for moment, persons in groups]
    return [{"population": population, "schedule": schedule}]


def plan(**changes):
    """Return a plan of one desk between a border and an exit, with the tables of *changes* in place of its own."""
    tables = {
        "format": 1,
        "title": "Test",
        "summary": "",
        "start": "2026-01-05T00:00:00",
        "time_zone": "UTC",
        "duration": "1 day",
        "populations": {"alone": ALONE, "families": FAMILIES},
        "entry_points": {
            "border": {
                "title": "Border",
                "kind": "border crossing point",
                "arrivals": arriving(("day 0 01:00", 3)),
            }
        },
        "stations": {"desk": station()},
        "staff": {"officer": staff()},
        "routes": [{"from": "border", "to": "desk"}, {"from": "desk", "to": "onward"}],
        "exits": {"onward": {"title": "Onward", "kind": "onward movement"}},
    }
    return TypeAdapter(ScenarioPlan).validate_python(tables | changes)


def border(arrivals):
    """Return the table of entry points with other arrivals at the border."""
    return {"border": {"title": "Border", "kind": "border crossing point", "arrivals": arrivals}}


def trace(recording, *kinds):
    """Return (minute, kind, place, group) of the events of some kinds, groups numbered as they first appear."""
    events, numbers = recording.events, {}
    rows = zip(events.time.tolist(), events.kind.tolist(), events.place.tolist(), events.group.tolist(), strict=True)
    return [
        (round(time / 60, 6), EventKind(kind).name, recording.names[place], numbers.setdefault(group, len(numbers)))
        for time, kind, place, group in rows
        if not kinds or kind in kinds
    ]
