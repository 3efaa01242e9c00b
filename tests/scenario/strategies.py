"""Random scenarios that are valid: small, soon simulated, and with every part of the format in some of them.

`scenario_plans()` is the strategy for whole plans. Places stand in one order (entry points, stations, sites,
exits) and routes lead forward in it, so whoever comes in reaches an exit.
"""

from datetime import date, datetime, timedelta
from itertools import pairwise

from hypothesis import strategies as st

from reception_sim.scenario.arrivals import (
    ArrivalPlan,
    CountedSpan,
    EntryKind,
    EntryPointPlan,
    RampPoint,
    ScheduledArrival,
)
from reception_sim.scenario.distributions import (
    Constant,
    Exponential,
    Gamma,
    Lognormal,
    Normal,
    Triangular,
    Uniform,
)
from reception_sim.scenario.duties import DutyEnd, DutyKind, DutyPlan, RightsHolders
from reception_sim.scenario.equipment import EquipmentPlan
from reception_sim.scenario.exercise_frame import CellPlan, DecisionPlan, ExercisePlan
from reception_sim.scenario.exercise_parts import (
    AfterPlan,
    ContingencyPlan,
    ExpectationPlan,
    InjectKind,
    InjectPlan,
    ObjectivePlan,
)
from reception_sim.scenario.knowledge import AssessmentPlan, KnowledgePlan
from reception_sim.scenario.parts import Assumption, RangePlan, Source
from reception_sim.scenario.people import (
    FERTILE_AGES,
    OLDER_AGE,
    Documents,
    Movement,
    PopulationPlan,
    Sex,
    SpecificNeed,
    youngest_age,
)
from reception_sim.scenario.plan import AlreadyThere, ScenarioPlan
from reception_sim.scenario.procedure import HandOverPlan
from reception_sim.scenario.quantities import DAY, HOUR, MINUTE, DayTime, HoursOfDay, Weekdays
from reception_sim.scenario.rolls import OnCallPlan, RollPlan
from reception_sim.scenario.route_conditions import RouteCondition
from reception_sim.scenario.routes import Carriage, RoutePlan
from reception_sim.scenario.sites import ExitKind, ExitPlan, SiteKind, SitePlan, UntilTransferred, WhenFull
from reception_sim.scenario.staff import ShiftPlan, StaffPlan
from reception_sim.scenario.standards import Indicator, StandardPlan
from reception_sim.scenario.stations import Activity, GivingUpPlan, QueueOrder, ServedPer, StationPlan, WaitingAreaPlan
from reception_sim.scenario.supplies import Recipients, Resupply, SupplyPlan
from reception_sim.scenario.vehicles import LeavingRule, Timetable, VehiclePlan
from reception_sim.scenario.working_time import LabourPlan

LARGEST_GROUP = 5
UNTIL_TRANSFERRED = UntilTransferred(distribution="until transferred")
BANDS = ("0-4", "5-11", "12-17", "18-59", "60+")
LANGUAGES = ("ar", "fr", "en")
STARTS = tuple(map(datetime.fromisoformat, ("2023-09-11", "2023-03-25 18:00", "2023-10-28 12:30")))  # summer time
ZONES = ("UTC", "Europe/Rome", "Asia/Kathmandu")
MOST_AT_ONCE = 60

titles = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
maybe = st.booleans()
to_nine = st.integers(0, 9)
weights = st.integers(1, 9)
tenths = st.integers(0, 10).map(lambda tenth: tenth / 10)
amounts = st.integers(0, 500).map(float)
maybe_few = st.none() | to_nine
maybe_amount = st.none() | amounts
positions = st.none() | st.tuples(st.integers(-9, 9).map(float), st.floats(-9, 9))


@st.composite
def scenario_plans(draw):
    """Draw a valid plan of 2 to 48 h: 1 to 3 entry points, 1 to 5 stations, up to 3 sites, 1 or 2 exits."""
    start, zone = draw(st.sampled_from(STARTS)), draw(st.sampled_from(ZONES))
    duration = draw(st.integers(2, 48)) * HOUR
    populations = draw(_tables("people", populations_(), 1, 2))
    roles = _names("role", draw(st.integers(1, 3)))
    equipment = draw(_tables("kit", equipment_plans(), 0, 2))
    fleets = draw(_tables("fleet", vehicle_plans(start, roles), 0, 2))
    stations = draw(_tables("station", station_plans(roles, equipment), 1, 5))
    visited = [name for name in list(stations)[1:] if draw(st.integers(0, 4)) == 0]
    entries = draw(_tables("gate", entry_point_plans(tuple(populations), start, duration), 1, 3))
    exits = draw(
        _tables(
            "exit",
            st.builds(ExitPlan, title=titles, kind=st.sampled_from(ExitKind), position=positions),
            1,
            2,
        )
    )
    site_names = _names("site", draw(st.integers(0, 3)))
    on_the_way = [name for name in stations if name not in visited]
    places = [*on_the_way, *site_names, *exits]
    routes = draw(_routes_from(list(entries), places, tuple(fleets), populations))
    for number, name in enumerate(places[: len(places) - len(exits)]):
        routes += draw(_routes_from([name], places[number + 1 :], tuple(fleets), populations))
    by_vehicle = {route.origin for route in routes if route.by is not None and route.by.vehicles is not None}
    sites = {
        name: draw(site_plans(tuple(stations), site_names[number + 1 :], transfers=name in by_vehicle))
        for number, name in enumerate(site_names)
    }
    visited_really = {station for site in sites.values() for station in site.during_stay}
    stations = {name: plan for name, plan in stations.items() if name not in visited or name in visited_really}
    supplies = draw(_tables("meal", supply_plans(), 0, 1))
    objectives = draw(_tables("aim", objective_plans(), 0, 1))
    exercise = draw(st.none() | exercise_plans(tuple(stations), start))
    owed = draw(_tables("duty", duty_plans(populations, tuple(stations), tuple(sites)), 0, 2))
    return ScenarioPlan(
        format=1,
        title=draw(titles),
        summary=draw(words),
        start=start,
        time_zone=zone,
        duration=duration,
        populations=populations,
        entry_points=entries,
        stations=stations,
        sites=sites,
        exits=exits,
        routes=tuple(routes),
        staff={role: draw(staff_plans(role, stations, [one for one in roles if one != role])) for role in roles},
        equipment=equipment,
        vehicles=fleets,
        supplies=supplies,
        already_there=tuple(draw(_people_already_there(tuple(populations), on_the_way, sites))),
        standards=tuple(draw(st.lists(standards(tuple(stations), tuple(sites), tuple(supplies)), max_size=2))),
        duties=owed,
        knowledge=draw(st.none() | knowledge_plans(tuple(roles))),
        contingency=tuple(draw(st.lists(contingency_rules(tuple(stations), tuple(sites), tuple(owed)), max_size=1))),
        injects=tuple(draw(_inject_lists(tuple(objectives), tuple(stations), tuple(entries), exercise))),
        exercise=exercise,
        objectives=objectives,
        sources=tuple(draw(st.lists(st.builds(Source, title=titles, url=words, covers=words), max_size=1))),
        assumptions=tuple(
            draw(st.lists(st.builds(Assumption, field=words, reason=words, calibrated=st.booleans()), max_size=1))
        ),
        ranges=tuple(
            draw(
                st.lists(
                    st.builds(
                        RangePlan,
                        field=st.sampled_from([f"staff.{role}.shifts.count" for role in roles]),
                        low=st.sampled_from((0.5, 0.8)),
                        high=st.sampled_from((1.0, 1.25)),
                        reason=words,
                        source=words,
                    ),
                    max_size=1,
                )
            )
        ),
        place=draw(words),
        teaches=draw(words),
        currency=draw(st.sampled_from(("EUR", "USD"))),
    )


@st.composite
def shares_of(draw, members, *, at_least=1):
    """Draw shares of some of *members* that add up to 1."""
    chosen = draw(st.lists(st.sampled_from(members), min_size=at_least, max_size=len(members), unique=True))
    each = [draw(weights) for _ in chosen]
    return {member: weight / sum(each) for member, weight in zip(chosen, each, strict=True)}


ages_and_sexes = shares_of([(band, sex) for band in BANDS for sex in Sex])
group_sizes = shares_of(range(1, LARGEST_GROUP + 1))
movements = shares_of(list(Movement))
kinds_of_documents = shares_of(list(Documents))
spoken = shares_of(LANGUAGES)
nationalities = shares_of(["SYR", "UKR", "XXA"])


@st.composite
def populations_(draw):
    """Draw a population whose specific needs its people can have."""
    cells = draw(ages_and_sexes)
    age_sex = {}
    for (band, sex), share in cells.items():
        age_sex.setdefault(band, {})[sex] = share
    sizes = draw(group_sizes)
    return PopulationPlan(
        title=draw(titles),
        group_size=sizes,
        age_sex=age_sex,
        movement=draw(movements),
        documents=draw(kinds_of_documents),
        languages=draw(spoken),
        specific_needs={need: draw(tenths) * most for need, most in _most_with(draw, age_sex, sizes).items()},
        nationalities=draw(st.just({}) | nationalities),
    )


def _most_with(draw, age_sex, sizes):
    mean = sum(size * share for size, share in sizes.items())

    def share_of(ages, sexes=tuple(Sex)):
        return sum(by.get(sex, 0) for band, by in age_sex.items() if youngest_age(band) in ages for sex in sexes)

    most = {
        SpecificNeed.UNACCOMPANIED_CHILD: min(share_of(range(18)), sizes.get(1, 0) / mean),
        SpecificNeed.SINGLE_PARENT: sum(share for size, share in sizes.items() if size > 1) / mean,
        SpecificNeed.PREGNANT: share_of(FERTILE_AGES, (Sex.F,)),
        SpecificNeed.OLDER_PERSON_AT_RISK: share_of(range(OLDER_AGE, 200)),
        SpecificNeed.DISABILITY: 1.0,
        SpecificNeed.SURVIVOR_OF_GBV: 1.0,
    }
    return {need: most[need] for need in draw(st.lists(st.sampled_from(list(most)), unique=True, max_size=4))}


durations = st.integers(0, 240).map(lambda quarters: quarters * MINUTE / 4)
some_durations = st.integers(1, 240).map(lambda quarters: quarters * MINUTE / 4)
hours_of_stay = st.integers(1, 30).map(lambda hours: hours * HOUR)


def distributions_of(values):
    """Every distribution over a strategy of values above 0."""
    return st.one_of(
        values.map(lambda value: Constant(distribution="constant", value=value)),
        st.tuples(values, values).map(lambda two: Uniform(distribution="uniform", min=min(two), max=max(two))),
        st.tuples(values, values, values)
        .map(sorted)
        .map(lambda three: Triangular(distribution="triangular", min=three[0], mode=three[1], max=three[2])),
        values.map(lambda mean: Exponential(distribution="exponential", mean=mean)),
        st.tuples(values, values).map(lambda two: Lognormal(distribution="lognormal", mean=two[0], sd=two[1])),
        st.tuples(values, values).map(lambda two: Gamma(distribution="gamma", mean=two[0], sd=two[1])),
        st.tuples(values, values, values).map(
            lambda three: Normal(distribution="normal", mean=three[0], sd=three[1], min=three[2])
        ),
    )


service_times = distributions_of(some_durations)
long_times = distributions_of(hours_of_stay)
batch_sizes = distributions_of(st.integers(1, 20).map(float))
waiting_areas = st.builds(
    WaitingAreaPlan,
    capacity=st.integers(LARGEST_GROUP, MOST_AT_ONCE),
    area_m2=st.none() | st.integers(1, 99).map(float),
    shaded=st.none() | st.booleans(),
)


ways_of_giving_up = st.builds(
    lambda tenths, after: GivingUpPlan(
        leaves=(10 - sum(tenths)) / 10,
        turns_to={"exit_1": tenths[0] / 10, "gate_1": tenths[1] / 10},
        comes_back=tenths[2] / 10,
        after=after,
    ),
    st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(0, 4)),
    some_durations,
)


def station_plans(roles, equipment):
    """Stations whose team and equipment the plan has."""
    return st.builds(
        StationPlan,
        title=titles,
        activity=st.sampled_from(Activity),
        posts=st.integers(1, 4),
        team=st.dictionaries(st.sampled_from(roles), st.integers(1, 2), max_size=2),
        service_time=service_times,
        per=st.sampled_from(ServedPer),
        order=st.sampled_from(QueueOrder),
        equipment=st.just({})
        if not equipment
        else st.dictionaries(st.sampled_from(list(equipment)), st.just(1), max_size=1),
        waiting_area=st.none() | waiting_areas,
        identifies=st.dictionaries(st.sampled_from(SpecificNeed), tenths, max_size=3),
        patience=st.none() | long_times | service_times,
        giving_up=st.none() | ways_of_giving_up,
        hand_over=st.none() | st.builds(HandOverPlan, takes=durations),
        position=positions,
    )


@st.composite
def site_plans(draw, stations, later_sites, *, transfers):
    """Draw a site; it passes people on to later ones only, and waits for vehicles only where some come."""
    rules = [rule for rule in WhenFull if later_sites or rule is not WhenFull.NEXT_SITE]
    when_full = draw(st.sampled_from(rules))

    return SitePlan(
        title=draw(titles),
        kind=draw(st.sampled_from(SiteKind)),
        capacity=draw(st.integers(LARGEST_GROUP, MOST_AT_ONCE)),
        when_full=when_full,
        next_site=draw(st.sampled_from(later_sites)) if when_full is WhenFull.NEXT_SITE else None,
        stay=UNTIL_TRANSFERRED if transfers and draw(maybe) else draw(long_times),
        during_stay=tuple(draw(st.lists(st.sampled_from(stations), unique=True, max_size=2))),
        covered_area_m2=draw(maybe_amount),
        toilets=draw(maybe_few),
        showers=draw(maybe_few),
        taps=draw(maybe_few),
        water_l_per_day=draw(maybe_amount),
        position=draw(positions),
    )


def moments(start, duration):
    """Moments up to the end of a plan and a little beyond, said in either way."""
    days = int(duration // DAY) + 1
    return st.one_of(
        st.builds(DayTime, st.integers(0, days), st.integers(0, 1439).map(lambda minutes: minutes * MINUTE)),
        st.integers(0, int(duration // MINUTE)).map(lambda minutes: start + timedelta(minutes=minutes)),
    )


hour_weights = st.none() | st.lists(st.integers(0, 5).map(float), min_size=24, max_size=24).filter(any).map(tuple)
rates = st.integers(0, 240).map(lambda persons: persons / DAY)
few_persons = st.integers(0, 60)


@st.composite
def arrival_plans(draw, populations, start, duration):
    """Draw a stream of some dozen persons, said in any of the ways."""
    way = draw(st.sampled_from(("daily", "rate", "ramp", "schedule", "spans")))

    # Two hours apart: where clocks are put forward, 02:00 and 03:00 are one moment.
    times = sorted(draw(st.lists(st.integers(0, int(duration // (2 * HOUR))), min_size=2, max_size=4, unique=True)))
    edges = [start + timedelta(hours=2 * hours) for hours in times]

    said = {
        "daily": lambda: draw(st.dictionaries(st.sampled_from(_days(start)), st.integers(0, 90), max_size=2)),
        "rate": lambda: draw(rates),
        "ramp": lambda: tuple(RampPoint(at=moment, rate=draw(rates)) for moment in edges),
        "schedule": lambda: tuple(
            draw(
                st.lists(
                    st.builds(ScheduledArrival, at=moments(start, duration), persons=few_persons),
                    max_size=3,
                )
            )
        ),
        "spans": lambda: tuple(
            CountedSpan(since=since, until=until, persons=draw(few_persons)) for since, until in pairwise(edges)
        ),
    }
    batches = draw(st.none() | batch_sizes)
    return ArrivalPlan(
        population=draw(st.sampled_from(populations)),
        hours=draw(hour_weights) if way in ("daily", "rate") else None,
        in_batches_of=batches,
        families_separated=draw(st.none() | tenths) if batches is not None else None,
        **{way: said[way]()},
    )


def _days(start: datetime) -> list[date]:
    return [start.date() + timedelta(days=days) for days in range(3)]


def entry_point_plans(populations, start, duration):
    """Entry points with up to two streams."""
    return st.builds(
        EntryPointPlan,
        title=titles,
        kind=st.sampled_from(EntryKind),
        arrivals=st.lists(arrival_plans(populations, start, duration), max_size=2).map(tuple),
        position=positions,
    )


@st.composite
def _routes_from(draw, origins, onward, fleets, populations):
    """Draw for each origin some routes with conditions, and for everyone else shares or one route."""
    routes = []
    for origin in origins:
        for _ in range(draw(st.integers(0, 2))):
            when, share = draw(conditions(populations)), draw(st.none() | st.just(0.5))
            routes.append(_route(draw, origin, onward, fleets, when=when, share=share))
        parts = draw(st.sampled_from(((None,), (1.0,), (0.25, 0.75), (0.3, None))))
        routes += [_route(draw, origin, onward, fleets, share=share) for share in parts]
    return routes


def _route(draw, origin, onward, fleets, **said):
    return RoutePlan(
        origin=origin,
        destination=draw(st.sampled_from(onward)),
        by=draw(st.none() | carriages(fleets)),
        **said,
    )


def carriages(fleets):
    """Ways on foot or, where there are fleets, aboard."""
    on_foot = st.builds(Carriage, travel_time=durations)
    if not fleets:
        return on_foot
    aboard = st.builds(
        Carriage,
        vehicles=st.sampled_from(fleets),
        travel_time=some_durations,
        boarding_area=st.none() | waiting_areas,
    )
    return on_foot | aboard


@st.composite
def conditions(draw, populations):
    """Draw a condition in words that the populations have."""
    bands = sorted({band for population in populations.values() for band in population.age_sex})
    languages = sorted({language for population in populations.values() for language in population.languages})
    known = {
        "needs": list(SpecificNeed),
        "ages": bands,
        "movement": list(Movement),
        "documents": list(Documents),
        "languages": languages,
        "sexes": list(Sex),
    }
    if nationalities := sorted({code for population in populations.values() for code in population.nationalities}):
        known["nationalities"] = nationalities
    fields = draw(st.lists(st.sampled_from(list(known)), max_size=2, unique=True))
    company = draw(st.sampled_from(("children_alone", "alone", "families")))
    said = {company: draw(st.booleans())} if not fields or draw(st.booleans()) else {}
    return RouteCondition(
        **said,
        **{
            field: tuple(draw(st.lists(st.sampled_from(known[field]), min_size=1, max_size=2, unique=True)))
            for field in fields
        },
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


@st.composite
def _people_already_there(draw, populations, on_the_way, sites):
    """Draw people in sites, within their capacity, and in queues of stations from which a route leads on."""
    places = draw(st.lists(st.sampled_from([*on_the_way, *sites]), unique=True, max_size=2))
    return [
        AlreadyThere(
            population=draw(st.sampled_from(populations)),
            at=place,
            persons=draw(st.integers(1, sites[place].capacity if place in sites else LARGEST_GROUP)),
        )
        for place in places
    ]


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
        actions=draw(st.sampled_from(((), ({"close_station": {"at": station}}, {"open_station": {"at": station}})))),
    )


def objective_plans():
    return st.builds(ObjectivePlan, title=titles, capability=words, criteria=st.lists(words, max_size=2).map(tuple))


@st.composite
def exercise_plans(draw, stations, start):
    cells = draw(_tables("cell", st.builds(CellPlan, title=titles, role=words, plays=st.booleans()), 0, 2))
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
def _inject_lists(draw, objectives, stations, entries, exercise):
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


@st.composite
def _tables(draw, word, plans, least, most):
    """Draw from *least* to *most* plans with names made of a word and a number."""
    return {name: draw(plans) for name in _names(word, draw(st.integers(least, most)))}


def _names(word, count):
    return [f"{word}_{number}" for number in range(1, count + 1)]
