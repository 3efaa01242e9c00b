"""Recordings written by hand: no model, no chance, every figure can be worked out on paper.

The plan has a gate, three stations (screening, registration, and a clinic that residents queue for), a camp and two
exits. Times are given in minutes, because they are easier to read.
"""

from dataclasses import replace

import numpy as np
from hypothesis import settings
from hypothesis import strategies as st

from reception_sim.recording import (
    NEEDS,
    SEXES,
    EventKind,
    Identifications,
    LevelKind,
    Levels,
    People,
    Recording,
    events_from,
    names_of,
)
from reception_sim.scenario import parse_scenario

MINUTE, HOUR = 60.0, 3600.0
unhurried = settings(deadline=None)  # how long an example takes says nothing on a busy machine
PRESENT, ARRIVED = EventKind.GROUP_PRESENT, EventKind.GROUP_ARRIVED
JOINED, STARTED, ENDED = EventKind.QUEUE_JOINED, EventKind.SERVICE_STARTED, EventKind.SERVICE_ENDED
AWAITED, SET_OUT = EventKind.RIDE_AWAITED, EventKind.GROUP_SET_OUT
ENTERED, SHELTERED, SITE_LEFT = EventKind.SITE_ENTERED, EventKind.GROUP_SHELTERED, EventKind.SITE_LEFT
EXITED, GAVE_UP = EventKind.GROUP_EXITED, EventKind.GROUP_LEFT

PLAN = parse_scenario(
    """
format = 1
title = "By hand"
summary = ""
start = 2026-03-02T06:00:00
time_zone = "UTC"
duration = "10 h"

[populations.families]
title = "Families"
group_size = { 1 = 0.5, 4 = 0.5 }
age_sex = { "0-17" = { f = 0.2, m = 0.2 }, "18-59" = { f = 0.3, m = 0.3 } }
movement = { refugee = 1.0 }
documents = { none = 1.0 }
languages = { ar = 1.0 }
specific_needs = { pregnant = 0.02, disability = 0.05 }

[entry_points.gate]
title = "Gate"
kind = "border crossing point"

[stations.screening]
title = "Screening"
activity = "health screening"
posts = 2
team = { nurse = 1 }
service_time = { distribution = "constant", value = "10 min" }
per = "person"
order = "first come, first served"

[stations.registration]
title = "Registration"
activity = "registration"
posts = 2
team = { officer = 2 }
service_time = { distribution = "constant", value = "10 min" }
per = "group"
order = "first come, first served"
waiting_area = { capacity = 30, area_m2 = 40 }

[stations.clinic]
title = "Clinic"
activity = "referral service"
posts = 1
team = { nurse = 1 }
service_time = { distribution = "constant", value = "15 min" }
per = "person"
order = "first come, first served"

[sites.camp]
title = "Camp"
kind = "camp"
capacity = 10
when_full = "shelter outside"
stay = { distribution = "constant", value = "6 h" }
during_stay = ["clinic"]
covered_area_m2 = 42
toilets = 2
showers = 0
water_l_per_day = 240

[exits.onward]
title = "Onward"
kind = "onward transfer"

[exits.home]
title = "Home"
kind = "return"

[[routes]]
from = "gate"
to = "screening"
[[routes]]
from = "screening"
to = "registration"
[[routes]]
from = "registration"
to = "camp"
[[routes]]
from = "camp"
to = "onward"
share = 0.5
[[routes]]
from = "camp"
to = "home"

[staff.nurse]
title = "Nurse"
shifts = [ { days = "Mon-Sun", hours = "00:00-24:00", count = 3 } ]

[staff.officer]
title = "Officer"
hourly_cost = 30
shifts = [ { days = "Mon-Sun", hours = "00:00-24:00", count = 4 } ]

[supplies.meal]
per_person_per_day = 3
stock = 100
""",
    "by hand",
    None,
)
NAMES = names_of(PLAN)


def recorded(*rows, sizes=(1,), until=600.0, levels=(), seen=(), **who):
    """Write a recording: rows of (minute, event kind, place, travel group), levels of (minute, kind, name, value).

    *seen* are needs seen, as (minute, person, need, station); *who* says sex, age and needs of persons, as `people`.
    """
    return Recording(
        names=NAMES,
        until=until * MINUTE,
        events=events_from([(time * MINUTE, kind, NAMES.index(place), group) for time, kind, place, group in rows]),
        levels=levels_from(levels),
        identifications=_identifications(seen),
        happenings=(),
        people=people(sizes, **who),
    )


def levels_from(rows):
    """Write levels down from (minute, kind, name, value) rows."""
    columns = list(zip(*rows, strict=True)) or [(), (), (), ()]
    time, kind, name, value = columns
    return Levels(
        np.array(time, float) * MINUTE,
        np.array(kind, int),
        np.array([NAMES.index(one) for one in name], int),
        np.array(value, float),
    )


def _identifications(rows):
    columns = list(zip(*rows, strict=True)) or [(), (), (), ()]
    time, person, need, place = columns
    return Identifications(
        np.array(time, float) * MINUTE,
        np.array(person, int),
        np.array([NEEDS.index(one) for one in need], int),
        np.array([NAMES.index(one) for one in place], int),
    )


def people(sizes, sexes=None, age_bands=None, needs=None, families=None):
    """Say who the persons of travel groups of such *sizes* are: women of 18 to 59 without needs, if nothing is said."""
    sizes = np.array(sizes, int)
    persons = int(sizes.sum())
    bands = ("0-17", "18-59")
    nobody = np.zeros(len(sizes), int)
    return People(
        size=sizes,
        first_person=np.cumsum(sizes) - sizes,
        stream=nobody,
        number=np.arange(len(sizes)),
        movement=nobody,
        documents=nobody,
        language=nobody,
        age_band=np.array([bands.index(band) for band in age_bands or ["18-59"] * persons], int),
        sex=np.array([SEXES.index(sex) for sex in sexes or "f" * persons], int),
        needs=np.array([sum(1 << NEEDS.index(need) for need in has) for has in needs or [()] * persons], int),
        languages=("ar",),
        age_bands=bands,
        nationality=nobody,
        nationalities=("",),
        family=np.array(families or [-1] * len(sizes), int),
    )


def station(figures, name):
    """Return the figures of one station."""
    return next(one for one in figures.stations if one.id == name)


def with_standards(*standards):
    """Return the plan with other standards."""
    return replace(PLAN, standards=standards)


def staffed(name, *changes):
    """Write the teams staffed at a station as (minute, teams) pairs."""
    return [(minute, LevelKind.TEAMS_STAFFED, name, teams) for minute, teams in changes]


@st.composite
def recordings(draw):
    """Draw the recording of some travel groups that go through the plan at random, cut off at a random moment."""
    sizes = draw(st.lists(st.integers(1, 6), min_size=1, max_size=8))
    rows = [row for group in range(len(sizes)) for row in draw(_stories(group))]
    until = draw(st.integers(1, 600))
    happened = sorted((row for row in rows if row[0] < until), key=lambda row: row[0])
    changes = st.lists(st.tuples(st.integers(0, 600), st.integers(0, 3)), max_size=6, unique_by=lambda row: row[0])
    levels = [row for name in PLAN.stations for row in staffed(name, *sorted(draw(changes)))]
    return recorded(
        *happened,
        sizes=sizes,
        until=until,
        levels=sorted((row for row in levels if row[0] < until), key=lambda r: r[0]),
    )


@st.composite
def _stories(draw, group):
    """Draw what may happen to one travel group, in whole minutes so that many things happen at once."""
    clock = _Clock(draw, group)
    if draw(st.booleans()):
        clock.now = 0
        clock.tell(PRESENT, "camp")
    else:
        clock.wait()
        clock.tell(ARRIVED, "gate")
        for name in draw(st.lists(st.sampled_from(("screening", "registration")), max_size=3)):
            if not clock.visit(name):
                return clock.rows
    clock.stay()
    return clock.rows


class _Clock:
    def __init__(self, draw, group):
        self._draw, self._group = draw, group
        self.now = 0
        self.rows = []

    def wait(self):
        self.now += self._draw(st.sampled_from((0, 0, 1, 5, 30, 90)))

    def tell(self, kind, place):
        self.rows.append((self.now, kind, place, self._group))

    def visit(self, name):
        """Queue, be served, perhaps be held back; tell whether the group stayed so long."""
        self.wait()
        self.tell(JOINED, name)
        self.wait()
        if self._draw(st.integers(0, 5)) == 0:
            self.tell(GAVE_UP, name)
            return False
        self.tell(STARTED, name)
        self.wait()
        self.tell(ENDED, name)
        return True

    def stay(self):
        self.wait()
        self.tell(ENTERED, "camp")
        sheltered_when = self._draw(st.sampled_from(("at once", "in the queue", "later", "never")))
        if sheltered_when == "at once":
            self.tell(SHELTERED, "camp")
        self.wait()
        self.tell(JOINED, "clinic")
        self.wait()
        if sheltered_when == "in the queue":
            self.tell(SHELTERED, "camp")
        self.tell(STARTED, "clinic")
        self.wait()
        self.tell(ENDED, "clinic")
        self.wait()
        if sheltered_when == "later":
            self.tell(SHELTERED, "camp")
        self.wait()
        self.tell(SITE_LEFT, "camp")
        way_out = self._draw(st.sampled_from(("onward", "home")))
        self.tell(SET_OUT, way_out)
        self.wait()
        self.tell(EXITED, way_out)
