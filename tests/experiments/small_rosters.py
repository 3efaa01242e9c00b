"""Small reception systems of which every roster can be tried: one or two desks in a row, one or two shifts."""

from itertools import product

import numpy as np

from reception_sim.experiments.staffing_question import StaffingQuestion
from reception_sim.experiments.staffing_rosters import allowed_shifts, unit_costs
from reception_sim.experiments.staffing_runs import Hypotheses, Trials
from reception_sim.experiments.workplaces import Here
from tests.model.plans import arriving, border, plan, staff, station

FRESH = 5_000_000  # replications that no search has seen
TWO_SHIFTS = ("00:00-02:00", "02:00-04:00")
ONE_SHIFT = ("00:00-04:00",)


def one_desk(per_hour, minutes, limit, shifts=ONE_SHIFT, **more):
    """Return four hours at a desk with up to four officers; services are exponential."""
    tables = {
        "duration": "4 h",
        "entry_points": border([{"population": "alone", "rate": f"{per_hour} per hour"}]),
        "stations": {"desk": _desk(minutes)},
        "staff": {"officer": people(20, shifts)},
        "standards": [waiting("desk", limit)],
    }
    return plan(**tables | more)


def two_desks(per_hour, minutes, limit, prices=(20, 50)):
    """Return four hours at two desks in a row, each with up to three people of its own and its own price."""
    quick, dear = prices
    return one_desk(
        per_hour,
        minutes,
        limit,
        stations={"desk": _desk(minutes, posts=3), "clinic": _desk(minutes, posts=3, team={"nurse": 1})},
        staff={"officer": people(quick, ONE_SHIFT), "nurse": people(dear, ONE_SHIFT)},
        routes=[{"from": "border", "to": "desk"}, {"from": "desk", "to": "clinic"}, {"from": "clinic", "to": "onward"}],
        standards=[waiting("desk", limit), waiting("clinic", limit)],
    )


def a_boat(persons, minutes, limit):
    """Return four hours in which all come at once, to a desk with two shifts."""
    return one_desk(
        0, minutes, limit, TWO_SHIFTS, entry_points=border(arriving(("day 0 00:30", persons))),
    )  # fmt: skip


def people(price, shifts, count=2, **changes):
    rows = [{"days": "Mon-Sun", "hours": span, "count": count} for span in shifts]
    return staff(hourly_cost=price, **changes) | {"shifts": rows}


def waiting(at, limit, share=0.9):
    return {"indicator": "waiting time", "at": at, "share": share, "at_most": limit, "source": "For a test"}


def _desk(minutes, **changes):
    return station(**{"posts": 4, "service_time": {"distribution": "exponential", "mean": f"{minutes} min"}} | changes)


def cheapest(scenario):
    """Return the cost of the cheapest good roster, by trying every one, the cheapest first, on runs of its own."""
    question = StaffingQuestion(scenario)
    table = allowed_shifts(question)
    costs = unit_costs(table, scenario)
    trials = Trials(question, scenario, Here(), FRESH)
    everything = product(*(range(row.most + 1) for row in table.rows))
    for counts in sorted(everything, key=lambda one: float(costs @ np.array(one))):
        if finished(trials.test(table.with_counts(counts), Hypotheses.of(question, 0.02), 300)):
            return float(costs @ np.array(counts))
    return None


def share_met(question, roster, runs=40):
    """Return the share of fresh runs in which a roster meets every standard."""
    trials = Trials(question, question.scenario, Here(), 2 * FRESH)
    finished(trials.run(roster, runs))
    return trials.good(roster)[0] / runs


def finished(work):
    """Do all the steps, and return what comes of it."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value
