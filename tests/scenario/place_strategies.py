"""Random places, who comes to them, and the ways between them."""

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
from reception_sim.scenario.borders import BorderPlan, LaneKind, LanePlan, MeteringPlan
from reception_sim.scenario.people import (
    Documents,
    Movement,
    Sex,
    SpecificNeed,
)
from reception_sim.scenario.procedure import HandOverPlan
from reception_sim.scenario.quantities import DAY, HOUR, HoursOfDay
from reception_sim.scenario.route_conditions import RouteCondition
from reception_sim.scenario.routes import Carriage, RoutePlan
from reception_sim.scenario.sections import SectionPlan
from reception_sim.scenario.sites import SiteKind, SitePlan, WhenFull
from reception_sim.scenario.stations import Activity, GivingUpPlan, QueueOrder, ServedPer, StationPlan, WaitingAreaPlan
from tests.scenario.plain_strategies import (
    LARGEST_GROUP,
    MOST_AT_ONCE,
    UNTIL_TRANSFERRED,
    batch_sizes,
    durations,
    long_times,
    maybe,
    maybe_amount,
    maybe_few,
    moments,
    names_of,
    positions,
    service_times,
    some_durations,
    tenths,
    titles,
)

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
def section_tables(draw, capacity, populations):
    """Draw up to two sections, that leave a place for the largest group beside them."""
    left, sections = capacity - LARGEST_GROUP, {}
    for name in names_of("section", draw(st.integers(0, 2))):
        if left < LARGEST_GROUP:
            break
        places = draw(st.integers(LARGEST_GROUP, left))
        left -= places
        isolation = draw(st.booleans())
        sections[name] = SectionPlan(
            title=draw(titles),
            places=places,
            who=None if isolation else draw(st.none() | conditions(populations)),
            only_here=not isolation and draw(st.booleans()),
            isolation=isolation,
        )
    return sections


@st.composite
def site_plans(draw, stations, later_sites, populations, *, transfers):
    """Draw a site; it passes people on to later ones only, and waits for vehicles only where some come."""
    rules = [rule for rule in WhenFull if later_sites or rule is not WhenFull.NEXT_SITE]
    when_full = draw(st.sampled_from(rules))
    capacity = draw(st.integers(LARGEST_GROUP, MOST_AT_ONCE))

    return SitePlan(
        title=draw(titles),
        kind=draw(st.sampled_from(SiteKind)),
        capacity=capacity,
        sections=draw(section_tables(capacity, populations)),
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


metering_plans = st.builds(MeteringPlan, persons=st.integers(1, 40), every=some_durations)


@st.composite
def lane_tables(draw, populations):
    """Draw no lane, or two for people of which the last is for everybody who is left, and perhaps one for goods."""
    if draw(maybe):
        return {}
    metered = st.none() | metering_plans
    who, share = draw(st.tuples(conditions(populations), st.none()) | st.tuples(st.none(), tenths))
    kinds = st.sampled_from([kind for kind in LaneKind if kind is not LaneKind.GOODS])
    first = LanePlan(title=draw(titles), kind=draw(kinds), who=who, share=share, lets_in=draw(metered))
    lanes = {"lane_1": first, "lane_2": LanePlan(title=draw(titles), kind=draw(kinds), lets_in=draw(metered))}
    if draw(st.booleans()):
        lanes["goods"] = LanePlan(title=draw(titles), kind=LaneKind.GOODS, lets_in=draw(metered))
    return lanes


@st.composite
def border_plans(draw, populations):
    """Draw a border with or without lanes, from which some turn away."""
    lanes = draw(lane_tables(populations))
    patience = draw(st.none() | long_times | service_times)
    return BorderPlan(
        hours=draw(st.none() | st.just(HoursOfDay(6 * HOUR, 22 * HOUR))),
        lets_in=None if lanes else draw(st.none() | metering_plans),
        lanes=lanes,
        patience=patience,
        turns_to={} if patience is None else {"exit_1": draw(tenths)},
        after=draw(some_durations),
    )


def entry_point_plans(populations, start, duration):
    """Entry points with up to two streams, behind a border or not."""
    return st.builds(
        EntryPointPlan,
        title=titles,
        kind=st.sampled_from(EntryKind),
        arrivals=st.lists(arrival_plans(tuple(populations), start, duration), max_size=2).map(tuple),
        border=st.none() | border_plans(populations),
        position=positions,
    )


@st.composite
def routes_from(draw, origins, onward, fleets, populations):
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
