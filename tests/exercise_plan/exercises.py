"""A small exercise over the desk of the model's tests, with one inject of every kind of coming."""

from reception_sim.exercise_plan import (
    AfterInject,
    AtTime,
    Cell,
    DecisionRule,
    Exercise,
    ExpectedAction,
    InjectKind,
    MselInject,
    Objective,
    OnCondition,
    OnHand,
    PlayersView,
)
from reception_sim.scenario.quantities import HOUR, MINUTE
from tests.model.plans import FAMILIES, border, plan, staff, station

FULL_DESK = "queue of desk > 3 persons"


def inject(number, when, **changes):
    """Return an inject that only tells."""
    return MselInject(
        **{"number": number, "title": f"Inject {number}", "kind": InjectKind.CONTEXTUAL, "when": when} | changes
    )


def exercise(**changes):
    """Return an exercise of two cells, in which more people come than the desk can see."""
    return Exercise(
        **{
            "title": "A busy desk",
            "cells": {"border": Cell(title="Border police"), "health": Cell(title="Health", participants=4)},
            "objectives": {"speed": Objective(title="See people in time", criteria=("nobody waits two hours",))},
            "injects": (
                inject(1, AtTime(at=HOUR), text="A bus is coming."),
                inject(
                    2,
                    OnCondition(condition=FULL_DESK, lasting=10 * MINUTE),
                    kind=InjectKind.EXPECTED_ACTION,
                    objective="speed",
                    expected=ExpectedAction(
                        text="Open a second desk", condition="queue of desk < 2 persons", within=HOUR, contingency=4
                    ),
                ),
                inject(3, AfterInject(number=1, delay=20 * MINUTE), actions=({"close_station": {"at": "desk"}},)),
                inject(4, OnHand(), kind=InjectKind.CONTINGENCY, recipients=("border",)),
            ),
        }
        | changes
    )


def busy_desk(**changes):
    """Return a plan whose one desk falls behind."""
    arrivals = [{"population": "families", "rate": "30 per hour"}]
    return plan(
        **{
            "duration": "12 h",
            "populations": {"families": FAMILIES},
            "entry_points": border(arrivals),
            "stations": {"desk": station(posts=4, team={"officer": 1})},
            "staff": {"officer": staff(2)},
        }
        | changes
    )


def rules(*given: DecisionRule, **changes):
    """Return an exercise in which only some decisions can be taken."""
    return exercise(decisions=given, **changes)


ALL_IN_ONE = exercise(
    budget=1000.0, view=PlayersView(delay=300.0, error=0.1, assessed=("desk",)), endex=10 * HOUR, startex=HOUR / 3
)
