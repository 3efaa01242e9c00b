"""Random staff, vehicles, equipment and supplies."""

from datetime import timedelta

from hypothesis import strategies as st

from reception_sim.scenario.equipment import EquipmentPlan
from reception_sim.scenario.knowledge import AssessmentPlan, KnowledgePlan
from reception_sim.scenario.people import (
    Sex,
    SpecificNeed,
)
from reception_sim.scenario.quantities import DAY, HOUR, MINUTE, HoursOfDay, Weekdays
from reception_sim.scenario.rolls import OnCallPlan, RollPlan
from reception_sim.scenario.staff import ShiftPlan, StaffPlan
from reception_sim.scenario.stations import QueueOrder
from reception_sim.scenario.supplies import Recipients, Resupply, SupplyPlan
from reception_sim.scenario.vehicles import LeavingRule, Timetable, VehiclePlan
from reception_sim.scenario.working_time import LabourPlan
from tests.scenario.plain_strategies import (
    LANGUAGES,
    LARGEST_GROUP,
    amounts,
    durations,
    hours_of_stay,
    long_times,
    maybe,
    maybe_amount,
    maybe_few,
    some_durations,
    tenths,
    titles,
    words,
)

breakdowns = st.just({}) | st.builds(
    lambda every, repair: {"breaks_down_every": every, "repair_time": repair}, hours_of_stay, durations
)


def equipment_plans():
    """Equipment of which there is at least one."""
    return st.builds(
        lambda count, title, breakdown: EquipmentPlan(count=count, title=title, **breakdown),
        st.integers(1, 4),
        words,
        breakdowns,
    )


@st.composite
def vehicle_plans(draw, start, roles):
    """Draw a fleet that leaves when full, after a time, or by a timetable."""
    clock = st.integers(0, 95).map(lambda quarters: quarters * 15 * MINUTE)
    dated = st.integers(0, 48).map(lambda hours: start + timedelta(hours=hours))
    if draw(st.booleans()):
        departures = tuple(draw(st.lists(clock | dated, min_size=1, max_size=4)))
        leaving = {"timetable": Timetable(departures=departures)}
    else:
        after = draw(some_durations)
        rule = draw(st.sampled_from(((True, None), (True, after), (False, after))))
        leaving = {"leaves": LeavingRule(when_full=rule[0], or_after=rule[1])}
    return VehiclePlan(
        title=draw(titles),
        count=draw(st.integers(0, 3)),
        capacity=draw(st.integers(LARGEST_GROUP, 30)),
        turnaround=draw(durations),
        order=draw(st.none() | st.sampled_from(QueueOrder)),
        one_group_a_trip=draw(maybe),
        seats_by_need=draw(st.dictionaries(st.sampled_from(SpecificNeed), st.integers(1, 4), max_size=2)),
        response_time=draw(st.none() | long_times) if "leaves" in leaving else None,
        **draw(breakdowns),
        crew=draw(st.dictionaries(st.sampled_from(roles), st.just(1), max_size=1)),
        **leaving,
    )


on_call = st.builds(
    OnCallPlan,
    people=st.integers(1, 3),
    while_waiting=durations,
    for_absent=maybe,
    lead_time=durations,
    lasts=hours_of_stay,
    pay=st.sampled_from((1.0, 1.5)),
    standby_pay=tenths,
)
rolls = st.builds(
    RollPlan, people=st.integers(6, 12), rest=st.sampled_from((0.0, 11 * HOUR)), on_call=st.none() | on_call
)


def knowledge_plans(roles):
    """Reports at any pace, with or without an assessment that may bind people."""
    assessment = st.builds(
        AssessmentPlan,
        takes=durations,
        error=tenths,
        delay=durations,
        lasts=durations,
        role=st.sampled_from(roles),
        count=st.integers(0, 1),
    )
    return st.builds(
        KnowledgePlan, every=hours_of_stay, delay=long_times, error=tenths, assessment=st.none() | assessment
    )


@st.composite
def staff_plans(draw, role, stations, others=()):
    """Draw a role with enough people in its shifts for one team of any station, at some time."""
    clock = st.integers(0, 47).map(lambda halves: halves * 30 * MINUTE)
    shifts = [
        ShiftPlan(
            days=Weekdays(tuple(sorted(draw(st.sets(st.integers(0, 6), min_size=1))))),
            hours=HoursOfDay(draw(clock), draw(clock)),
            count=draw(st.integers(0, 5)),
        )
        for _ in range(draw(st.integers(0, 2)))
    ]
    always = ShiftPlan(days=Weekdays(tuple(range(7))), hours=HoursOfDay(0.0, DAY), count=draw(st.integers(2, 6)))
    wanted = [name for name, station in stations.items() if role in station.team]
    posted = draw(st.dictionaries(st.sampled_from(wanted), st.integers(0, 3), max_size=2)) if wanted else {}
    return StaffPlan(
        title=draw(titles),
        shifts=(*shifts, always),
        agency=draw(words),
        hourly_cost=draw(st.none() | st.integers(0, 99).map(float)),
        absence=draw(st.sampled_from((0.0, 0.05, 0.3))),
        languages=draw(st.sampled_from((None, LANGUAGES))),
        labour=draw(st.none() | labour_rules),
        at=posted,
        roll=draw(st.none() | rolls),
        volunteers=None,
        stands_in_for=draw(st.dictionaries(st.sampled_from(others), st.sampled_from((0.5, 1.0)), max_size=1))
        if others
        else {},
    )


labour_rules = st.builds(
    LabourPlan,
    people=maybe_few,
    hours_a_week=st.integers(20, 60).map(lambda hours: hours * HOUR),
    rest=st.integers(8, 12).map(lambda hours: hours * HOUR),
    lengths=st.sampled_from(((8 * HOUR,), (6 * HOUR, 12 * HOUR))),
    begins=st.sampled_from(((0.0,), (7 * HOUR, 19 * HOUR))),
)


def supply_plans():
    """Supplies with or without resupply."""

    resupply = st.builds(
        Resupply,
        every=hours_of_stay,
        quantity=amounts.map(lambda amount: amount + 1),
        lead_time=durations,
        reorder_at=maybe_amount,
        delay=st.none() | long_times,
    )
    recipients = st.builds(
        Recipients,
        sexes=st.lists(st.sampled_from(Sex), min_size=1, unique=True).map(tuple),
        needs=st.lists(st.sampled_from(SpecificNeed), max_size=2, unique=True).map(tuple),
    )
    return st.builds(
        SupplyPlan,
        per_person_per_day=st.integers(0, 5).map(float),
        per_person_on_arrival=st.sampled_from((None, 1.0)),
        recipients=st.none() | recipients,
        stock=amounts,
        title=words,
        resupply=st.none() | resupply,
    )
