"""The look ahead: who is expected where, what can be done there, and when it is too much."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings

from reception_sim.scenario.arrivals import ArrivalPlan, EntryPointPlan, ScheduledArrival
from reception_sim.scenario.distributions import Constant
from reception_sim.scenario.equipment import EquipmentPlan
from reception_sim.scenario.people import Documents, Movement, SpecificNeed
from reception_sim.scenario.plan import AlreadyThere
from reception_sim.scenario.quantities import DAY, HOUR, MINUTE, DayTime, HoursOfDay, Weekdays
from reception_sim.scenario.rolls import RollPlan
from reception_sim.scenario.route_conditions import RouteCondition
from reception_sim.scenario.routes import Carriage, RoutePlan
from reception_sim.scenario.staff import ShiftPlan, StaffPlan
from reception_sim.statistics import offered_load
from tests.scenario.strategies import scenario_plans
from tests.statistics.hand_written import PLAN

ALWAYS = Weekdays(tuple(range(7)))


def gate(**said):
    return EntryPointPlan(
        title="Gate", kind="border crossing point", arrivals=(ArrivalPlan(population="families", **said),)
    )


def plan_with(**changes):
    """Return the plan with sixty persons an hour, and other things changed."""
    return replace(PLAN, **{"entry_points": {"gate": gate(rate=60 / HOUR)}, **changes})


def station(plan, name):
    return next(one for one in offered_load(plan).stations if one.id == name)


def per_hour(plan, name, hour=1):
    return pytest.approx(station(plan, name).persons[hour])


def role(count, start=0, end=24, **said):
    shift = ShiftPlan(days=ALWAYS, hours=HoursOfDay(start * HOUR, end * HOUR), count=count)
    return StaffPlan(title="Role", shifts=(shift,), **said)


def route(origin, destination, **said):
    return RoutePlan(origin=origin, destination=destination, **said)


TO_REGISTRATION = route("screening", "registration")
BEYOND = (route("registration", "camp"), route("camp", "onward"))


def routes(*from_the_gate, more=()):
    return (*from_the_gate, *more, TO_REGISTRATION, *BEYOND)


def test_that_people_are_shared_out_by_the_shares_of_the_routes():
    plan = plan_with(routes=routes(route("gate", "screening", share=0.3), route("gate", "home")))

    assert per_hour(plan, "screening") == 18


def test_that_who_meets_a_condition_goes_first_and_the_rest_is_shared():
    population = replace(PLAN.populations["families"], movement={Movement.REFUGEE: 0.4, Movement.MIGRANT: 0.6})
    only_refugees = RouteCondition(movement=(Movement.REFUGEE,))
    plan = plan_with(
        populations={"families": population},
        routes=routes(route("gate", "screening", when=only_refugees), route("gate", "home")),
    )

    assert per_hour(plan, "screening") == 24


def test_that_only_those_who_meet_no_condition_are_left_for_the_other_routes():
    population = replace(PLAN.populations["families"], movement={Movement.REFUGEE: 0.4, Movement.MIGRANT: 0.6})
    refugees, anybody = (RouteCondition(movement=one) for one in ((Movement.REFUGEE,), tuple(Movement)))
    plan = plan_with(
        populations={"families": population},
        routes=(
            route("gate", "screening", when=refugees),
            route("gate", "registration", when=anybody, share=0.5),
            route("gate", "camp"),
            route("screening", "home"),
            route("registration", "home"),
            route("camp", "home"),
        ),
    )

    assert per_hour(plan, "screening") == 24
    assert per_hour(plan, "registration") == 18
    assert per_hour(plan, "clinic") == 18


def test_that_what_was_asked_of_a_group_once_holds_when_it_is_asked_again():
    population = replace(PLAN.populations["families"], documents={Documents.PASSPORT: 0.5, Documents.NONE: 0.5})
    without = RouteCondition(documents=(Documents.NONE,))
    plan = plan_with(
        populations={"families": population},
        routes=(
            route("gate", "screening", when=without),
            route("gate", "home"),
            route("screening", "registration", when=without),
            route("screening", "home"),
            *BEYOND,
        ),
    )

    assert per_hour(plan, "registration") == per_hour(plan, "screening") == 30


def test_that_large_groups_are_likelier_to_have_somebody_of_an_age():
    with_children = RouteCondition(ages=("0-17",))
    plan = plan_with(routes=routes(route("gate", "screening", when=with_children), route("gate", "home")))

    # of 60 persons 12 are alone and 48 in families of four
    assert per_hour(plan, "screening") == 12 * 0.4 + 48 * (1 - 0.6**4)


def with_need(chance_that_screening_sees_it):
    singles = replace(PLAN.populations["families"], group_size={1: 1.0}, specific_needs={SpecificNeed.DISABILITY: 0.2})
    sees = replace(PLAN.stations["screening"], identifies={SpecificNeed.DISABILITY: chance_that_screening_sees_it})
    disabled = RouteCondition(needs=(SpecificNeed.DISABILITY,))
    return plan_with(
        populations={"families": singles},
        stations={**PLAN.stations, "screening": sees},
        routes=(
            route("gate", "screening"),
            route("screening", "registration", when=disabled),
            route("screening", "home"),
            *BEYOND,
        ),
    )


def test_that_a_need_counts_only_as_far_as_it_has_been_seen():
    assert per_hour(with_need(0.5), "registration") == 60 * 0.2 * 0.5


def test_that_a_need_nobody_sees_sends_nobody_anywhere():
    assert per_hour(with_need(0.0), "registration") == 0


def test_that_a_second_station_sees_only_what_the_first_has_not_seen():
    plan = with_need(0.5)
    sees = replace(PLAN.stations["clinic"], identifies={SpecificNeed.DISABILITY: 0.5})
    twice = replace(
        plan,
        stations={**plan.stations, "clinic": sees},
        routes=(route("gate", "clinic"), route("clinic", "screening"), *plan.routes[1:]),
    )

    assert per_hour(twice, "registration") == 60 * 0.2 * 0.75


def test_that_what_a_station_of_a_site_sees_is_known_after_the_stay():
    sees = replace(PLAN.stations["clinic"], identifies={SpecificNeed.DISABILITY: 1.0})
    disabled = RouteCondition(needs=(SpecificNeed.DISABILITY,))
    plan = replace(
        with_need(0.0),
        stations={**PLAN.stations, "clinic": sees},
        routes=(
            route("gate", "camp"),
            route("camp", "registration", when=disabled),
            route("camp", "home"),
            route("registration", "home"),
            route("screening", "home"),
        ),
    )

    assert per_hour(plan, "registration", hour=7) == 60 * 0.2


def test_that_children_alone_are_expected_among_those_who_travel_alone():
    population = replace(PLAN.populations["families"], specific_needs={SpecificNeed.UNACCOMPANIED_CHILD: 0.1})
    sees = replace(PLAN.stations["screening"], identifies={SpecificNeed.UNACCOMPANIED_CHILD: 1.0})
    plan = plan_with(
        populations={"families": population},
        stations={**PLAN.stations, "screening": sees},
        routes=(
            route("gate", "screening"),
            route("screening", "registration", when=RouteCondition(needs=(SpecificNeed.UNACCOMPANIED_CHILD,))),
            route("screening", "home"),
            *BEYOND,
        ),
    )

    assert per_hour(plan, "registration") == 6


def test_that_residents_are_expected_at_the_stations_of_their_site():
    assert per_hour(plan_with(), "clinic") == 60


def test_that_people_there_at_the_start_come_in_the_first_hour():
    there = (
        AlreadyThere(population="families", at="registration", persons=40),
        AlreadyThere(population="families", at="camp", persons=10),
    )
    plan = plan_with(already_there=there)

    assert per_hour(plan, "registration", hour=0) == 100
    assert per_hour(plan, "clinic", hour=0) == 60 + 40 + 10


def test_that_a_way_takes_its_travel_time():
    on_foot = Carriage(travel_time=90 * MINUTE)
    plan = plan_with(routes=routes(route("gate", "screening", by=on_foot)))

    assert station(plan, "screening").persons[:4].tolist() == pytest.approx([0, 30, 60, 60])


def test_that_people_come_out_of_a_site_after_their_mean_stay():
    plan = plan_with(
        sites={"camp": replace(PLAN.sites["camp"], stay=Constant(distribution="constant", value=3 * HOUR))},
        routes=(route("gate", "camp"), route("camp", "screening"), TO_REGISTRATION, route("registration", "home")),
    )

    assert station(plan, "screening").persons.tolist() == pytest.approx([0] * 3 + [60] * 7)


def test_that_a_loop_that_half_the_people_leave_is_gone_through_twice():
    plan = plan_with(
        routes=(
            route("gate", "screening"),
            route("screening", "registration"),
            route("registration", "screening", share=0.5),
            route("registration", "home"),
        )
    )

    assert per_hour(plan, "screening") == 120


def test_that_a_family_takes_as_long_as_its_members_where_each_is_seen():
    # 60 persons an hour are 24 groups of 2.5 persons; ten minutes each
    assert station(plan_with(), "screening").offered_teams[1] == pytest.approx(60 * 10 / 60)
    assert station(plan_with(), "registration").offered_teams[1] == pytest.approx(24 * 10 / 60)


def test_that_the_teams_are_bounded_by_posts_and_by_people():
    few_posts = plan_with(staff={"nurse": role(9), "officer": role(9)})
    few_people = plan_with(staff={"nurse": role(9), "officer": role(3)})

    assert station(few_posts, "registration").staffed_teams[0] == 2
    assert station(few_people, "registration").staffed_teams[0] == 1


def test_that_equipment_bounds_the_teams_too():
    registration = replace(PLAN.stations["registration"], equipment={"kit": 1})
    plan = plan_with(
        stations={**PLAN.stations, "registration": registration},
        equipment={"kit": EquipmentPlan(count=1, breaks_down_every=3 * HOUR, repair_time=HOUR)},
    )

    assert station(plan, "registration").staffed_teams[0] == pytest.approx(0.75)


def test_that_the_night_shift_is_at_work_at_the_start_and_nobody_after_it():
    plan = plan_with(staff={"nurse": role(3), "officer": role(4, 22, 8)})

    assert station(plan, "registration").staffed_teams.tolist() == [2, 2] + [0] * 8


def test_that_a_shift_that_begins_within_an_hour_counts_for_a_part_of_it():
    plan = plan_with(staff={"nurse": role(3), "officer": role(4, 7.25, 20)})

    assert station(plan, "registration").staffed_teams[:3].tolist() == pytest.approx([0, 1.5, 2])


def test_that_nobody_comes_on_duty_who_has_not_rested():
    eight_hours = (0, 8), (8, 16), (16, 24)
    shifts = tuple(ShiftPlan(days=ALWAYS, hours=HoursOfDay(a * HOUR, b * HOUR), count=2) for a, b in eight_hours)
    officers = StaffPlan(title="Role", shifts=shifts, roll=RollPlan(people=4, rest=11 * HOUR))
    found = station(plan_with(staff={"nurse": role(3), "officer": officers}, duration=2 * DAY), "registration")

    assert np.count_nonzero(found.staffed_teams[24:]) == 16


def test_that_absence_counts_on_average():
    plan = plan_with(staff={"nurse": role(3), "officer": role(4, absence=0.1)})

    assert station(plan, "registration").staffed_teams[0] == pytest.approx(1.8)


def test_that_the_posted_stay_where_they_are_posted():
    plan = plan_with(staff={"nurse": role(3, at={"screening": 2, "clinic": 1}), "officer": role(4)})

    assert station(plan, "screening").staffed_teams[0] == 2
    assert station(plan, "clinic").staffed_teams[0] == 1


def test_that_those_nobody_posted_are_shared_in_proportion_to_the_work():
    clinic = replace(PLAN.stations["clinic"], posts=9, service_time=Constant(distribution="constant", value=5 * MINUTE))
    plan = plan_with(
        stations={**PLAN.stations, "clinic": clinic, "screening": replace(PLAN.stations["screening"], posts=9)},
        staff={"nurse": role(6), "officer": role(4)},
    )

    assert station(plan, "screening").staffed_teams[0] == pytest.approx(4)
    assert station(plan, "clinic").staffed_teams[0] == pytest.approx(2)


def test_that_a_team_of_two_draws_twice_the_people_for_the_same_work():
    clinic = replace(PLAN.stations["clinic"], posts=9, team={"nurse": 2})
    screening = replace(PLAN.stations["screening"], posts=9, service_time=clinic.service_time)
    plan = plan_with(
        stations={**PLAN.stations, "clinic": clinic, "screening": screening},
        staff={"nurse": role(6), "officer": role(4)},
    )

    assert station(plan, "screening").staffed_teams[0] == pytest.approx(2)
    assert station(plan, "clinic").staffed_teams[0] == pytest.approx(2)


def test_that_helpers_whom_a_station_has_no_posts_for_go_to_the_next():
    plan = plan_with(staff={"nurse": role(3), "officer": role(4)})

    assert station(plan, "screening").staffed_teams[0] == 2
    assert station(plan, "clinic").staffed_teams[0] == 1


def one_rush(**changes):
    """Ninety single persons at seven; two teams take an hour for twelve of them."""
    rush = gate(schedule=(ScheduledArrival(at=DayTime(0, 7 * HOUR), persons=90),))
    singles = replace(PLAN.populations["families"], group_size={1: 1.0})
    return plan_with(entry_points={"gate": rush}, populations={"families": singles}, **changes)


def test_that_the_backlog_grows_by_what_cannot_be_done_and_is_then_worked_off():
    screening = station(one_rush(), "screening")

    assert screening.backlog_persons.tolist() == pytest.approx([0, 78, 66, 54, 42, 30, 18, 6, 0, 0])
    assert (screening.backlog_max_persons, screening.backlog_max_s) == (pytest.approx(78), 2 * HOUR)


def test_that_the_first_hour_of_overload_is_that_in_which_more_comes_than_can_be_done():
    screening = station(one_rush(), "screening")

    assert (screening.first_overload_s, screening.overloaded_hours) == (HOUR, 1)


def test_that_a_station_that_can_do_what_comes_is_never_overloaded():
    enough = replace(PLAN.stations["screening"], posts=10)
    plan = plan_with(
        stations={**PLAN.stations, "screening": enough},
        staff={"nurse": role(10, at={"screening": 10}), "officer": role(4)},
    )

    screening = station(plan, "screening")

    assert (screening.first_overload_s, screening.overloaded_hours) == (None, 0)
    assert (screening.backlog_max_persons, screening.backlog_max_s) == (0, None)


def test_that_the_last_hour_may_be_a_part_of_one():
    outlook = offered_load(plan_with(duration=2.5 * HOUR))

    screening = outlook.stations[0]
    assert outlook.time.tolist() == [0, HOUR, 2 * HOUR]
    assert screening.persons.tolist() == pytest.approx([60, 60, 30])
    assert screening.offered_teams.tolist() == pytest.approx([10, 10, 10])


def test_that_a_peak_at_the_end_is_not_told_as_later_than_it():
    screening = station(plan_with(duration=2.5 * HOUR), "screening")

    assert screening.backlog_max_s == 2.5 * HOUR


@settings(max_examples=50, deadline=None)
@given(scenario_plans())
def test_that_every_plan_can_be_looked_ahead_at(plan):
    outlook = offered_load(plan)

    for one in outlook.stations:
        for course in (one.persons, one.offered_teams, one.staffed_teams, one.backlog_persons):
            assert np.isfinite(course).all()
            assert (course >= -1e-9).all()
        assert (one.staffed_teams <= plan.stations[one.id].posts + 1e-9).all()


@settings(max_examples=50, deadline=None)
@given(scenario_plans())
def test_that_no_more_of_a_role_are_at_work_than_are_on_duty(plan):
    outlook = offered_load(plan)

    for name, staff in plan.staff.items():
        most = sum(shift.count for shift in staff.shifts) * 2  # two shifts of one line may overlap for a time
        at_work = sum(one.staffed_teams * plan.stations[one.id].team.get(name, 0) for one in outlook.stations)
        assert np.max(at_work, initial=0) <= most + 1e-6


def test_that_a_long_plan_is_looked_ahead_at_by_the_hour():
    assert len(offered_load(plan_with(duration=90 * DAY)).time) == 90 * 24
