"""An exercise in which every text is a word of its own, so that a paper tells what it has of it."""

from datetime import date

from reception_sim.exercise_plan import (
    AtTime,
    Cell,
    DecisionRule,
    ExpectedAction,
    InjectKind,
    Objective,
    OnCondition,
    OnHand,
    PlayersView,
)
from reception_sim.scenario.quantities import HOUR
from tests.exercise_plan.exercises import FULL_DESK, exercise, inject

HIDDEN = (
    *("zsummary", "zcriterion", "zlater", "zexpected", "zguidance", "zremark", "zcontingent", "zother", "persons"),
    *("zbus", "close_station", "Close Desk", "contingency", "expected action"),
)
TELLING = exercise(
    summary="zsummary: the desk will break down at noon.",
    day=date(2026, 11, 25),
    place="Yerevan",
    startex=HOUR,
    endex=9 * HOUR,
    budget=5000.0,
    cells={
        "border": Cell(title="Border police", role="Keeps the gate.", participants=6),
        "health": Cell(title="Health authority", role="Sees the sick."),
        "control": Cell(title="Exercise control", plays=False),
    },
    objectives={"speed": Objective(title="See people in time", capability="Reception", criteria=("zcriterion",))},
    decisions=(DecisionRule(action="open_station", cells=("border",), lead_time=1800.0, cost=100.0),),
    view=PlayersView(delay=600.0, error=0.1, assessed=("desk",)),
    injects=(
        inject(1, AtTime(at=0.0), title="Opening", text="People gather at the gate."),
        inject(2, AtTime(at=0.0), title="For health", text="zother", recipients=("health",)),
        inject(
            *(3, AtTime(at=4 * HOUR)),
            title="zlater",
            text="zbus: sixty more\nand a second one",
            kind=InjectKind.EXPECTED_ACTION,
            sender="Regional police",
            by="radio",
            objective="speed",
            place="desk",
            expected=ExpectedAction(text="zexpected", condition=FULL_DESK, within=HOUR, points=3, contingency=4),
            actions=({"close_station": {"at": "desk"}},),
            guidance="zguidance",
            remarks="zremark",
            attachments=("map.pdf",),
        ),
        inject(4, OnHand(), title="zcontingent", kind=InjectKind.CONTINGENCY),
        inject(5, OnCondition(condition=FULL_DESK, lasting=600.0), title="zlater crowd"),
    ),
)
