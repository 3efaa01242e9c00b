"""Random exercises: what is expected, what is owed, what happens and what is decided."""

from hypothesis import strategies as st

from reception_sim.scenario.duties import DutyEnd, DutyKind, DutyPlan, RightsHolders
from reception_sim.scenario.exercise_frame import CellPlan, DecisionPlan, ExercisePlan
from reception_sim.scenario.exercise_parts import (
    AfterPlan,
    ContingencyPlan,
    ExpectationPlan,
    GoesBy,
    InjectKind,
    InjectPlan,
    ObjectivePlan,
)
from reception_sim.scenario.people import (
    Sex,
    SpecificNeed,
)
from reception_sim.scenario.quantities import HOUR, MINUTE, DayTime
from reception_sim.scenario.standards import Indicator, StandardPlan
from reception_sim.scenario.stations import Activity
from tests.scenario.plain_strategies import durations, some_durations, tables_of, titles, words


@st.composite
def standards(draw, stations, sites, supplies):
    """Draw a standard at a place that has its indicator."""
    hours = draw(st.integers(1, 72)) * HOUR
    share = draw(st.sampled_from((0.5, 0.95, 1.0)))
    known = [
        StandardPlan(indicator=Indicator.TIME_TO_REGISTRATION, share=share, at_most=hours, source=draw(words)),
        StandardPlan(indicator=Indicator.PERSONS_IN_SYSTEM, at_most=40.0, unit="persons", source=draw(words)),
        *(StandardPlan(indicator=Indicator.QUEUE, at=name, share=share, at_most=9.5, source="") for name in stations),
        *(StandardPlan(indicator=Indicator.OCCUPANCY, at=name, at_most=110.0, source="") for name in sites),
        *(StandardPlan(indicator=Indicator.SUPPLY_COVERAGE, at=name, at_least=90.0, source="") for name in supplies),
    ]
    return draw(st.sampled_from(known))


@st.composite
def duty_plans(draw, populations, stations, sites):
    """Draw a clock that people, stations and sites of the plan can start and stop."""
    needs = draw(st.lists(st.sampled_from(SpecificNeed), unique=True, max_size=2))
    bands = sorted({band for population in populations.values() for band in population.age_sex})
    whom = RightsHolders(
        needs=tuple(needs),
        ages=tuple(draw(st.lists(st.sampled_from(bands), unique=True, max_size=1))),
        sexes=tuple(draw(st.lists(st.sampled_from(Sex), unique=True, max_size=1))),
        children_alone=draw(st.none() | st.booleans()),
    )
    until = {"activities": (draw(st.sampled_from(Activity)),), "stations": stations[:1]}
    if sites:
        until |= draw(st.sampled_from(({}, {"sheltered_in": sites[:1]}, {"leaving": sites[:1]})))
    return DutyPlan(
        title=draw(titles),
        kind=draw(st.sampled_from(DutyKind)),
        within=draw(some_durations),
        until=DutyEnd(**until),
        source=draw(words),
        since=draw(st.sampled_from(["arrival", *sites, *(["need seen"] if needs else [])])),
        whom=whom if needs else draw(st.sampled_from((whom, None))),
    )


@st.composite
def contingency_rules(draw, stations, sites, duties):
    """Draw a rule whose condition and actions the plan knows."""
    watched = [
        "persons in the system > 30 persons",
        *(f"queue of {name} > 10 persons" for name in stations),
        *(f"longest wait of {name} > 1 h" for name in stations),
        *(f"occupancy of {name} > 100 %" for name in sites),
        *(f"breaches of {name} > 2 persons" for name in duties),
    ]
    station = draw(st.sampled_from(stations))
    return ContingencyPlan(
        title=draw(titles),
        when=draw(st.sampled_from(watched)),
        lead_time=draw(durations),
        lasting=draw(durations),
        goes_by=draw(st.sampled_from(GoesBy)),
        actions=draw(st.sampled_from(((), ({"close_station": {"at": station}}, {"open_station": {"at": station}})))),
    )


def objective_plans():
    return st.builds(ObjectivePlan, title=titles, capability=words, criteria=st.lists(words, max_size=2).map(tuple))


@st.composite
def exercise_plans(draw, stations, start):
    cells = draw(tables_of("cell", st.builds(CellPlan, title=titles, role=words, plays=st.booleans()), 0, 2))
    some_cells = st.lists(st.sampled_from(sorted(cells)), unique=True).map(tuple) if cells else st.just(())
    decided = st.builds(
        DecisionPlan,
        action=st.sampled_from(("call_in_staff", "open_site")),
        cells=some_cells,
        lead_time=durations,
        cost=st.floats(0, 1000),
    )
    return ExercisePlan(
        starts=draw(st.none() | st.just(start)),
        an_hour_takes=draw(st.sampled_from((30.0, 240.0))),
        cells=cells,
        decisions=tuple(draw(st.lists(decided, max_size=2))),
        budget=draw(st.none() | st.floats(0, 10_000)),
        report_delay=draw(durations),
        report_error=draw(st.floats(0, 1)),
        assessed=draw(st.none() | st.lists(st.sampled_from(stations), unique=True).map(tuple)),
        forecasts=draw(st.booleans()),
    )


@st.composite
def inject_lists(draw, objectives, stations, entries, exercise):
    gate = draw(st.sampled_from(entries))
    station = draw(st.sampled_from(stations))
    cells = sorted(exercise.cells) if exercise is not None else []
    actions = st.sampled_from(
        (
            (),
            ({"scale_arrivals": {"at": gate, "factor": 1.5, "for": "6 h"}},),
            ({"close_station": {"at": station}},),
            ({"open_station": {"at": station}},),
        )
    )
    expected = st.builds(
        ExpectationPlan,
        when=st.sampled_from(("", f"queue of {station} < 9 persons")),
        lasting=durations,
        within=st.none() | st.just(60.0),
        expires=st.none() | st.just(3600.0),
        points=st.integers(0, 5),
    )
    return [
        InjectPlan(
            number=number,
            **draw(_ways_to_come(number, station)),
            title=draw(titles),
            kind=draw(st.sampled_from(InjectKind)),
            sender=draw(words),
            recipient=draw(words),
            cells=tuple(draw(st.lists(st.sampled_from(cells), unique=True))) if cells else (),
            by=draw(words),
            text=draw(words),
            place=draw(st.none() | st.just(station)),
            expected_action="Count them",
            expected=draw(st.none() | expected),
            guidance=draw(words),
            objective=draw(st.none() | st.sampled_from(objectives)) if objectives else None,
            actions=draw(actions),
        )
        for number in range(draw(st.integers(0, 2)))
    ]


def _ways_to_come(number, station):
    at = st.integers(0, 1439).map(lambda minute: {"at": DayTime(0, minute * MINUTE)})
    seen = {"when": f"queue of {station} > 5 persons", "lasting": 60.0, "not_before": DayTime(0, 0.0)}
    ways = [at, st.just({"on_hand": True}), st.just(seen), st.just(seen | {"judged_at": DayTime(0, HOUR)})]
    if number:
        ways.append(durations.map(lambda delay: {"after": AfterPlan(inject=number - 1, delay=delay)}))
    return st.one_of(ways)
