"""What no single field can tell: whether the parts of a plan fit together. One function a law."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeAlias

from reception_sim.scenario import checks_of_duties as duties
from reception_sim.scenario import checks_of_exercise as exercise
from reception_sim.scenario import checks_of_flow as flow
from reception_sim.scenario import checks_of_names as names
from reception_sim.scenario import checks_of_people as people
from reception_sim.scenario import checks_of_ranges as ranges
from reception_sim.scenario import checks_of_staffing as staffing
from reception_sim.scenario import checks_of_supplies as supplies
from reception_sim.scenario import checks_of_time as timing
from reception_sim.scenario.calendar import is_time_zone
from reception_sim.scenario.plan import ScenarioPlan
from reception_sim.scenario.problems import Problem
from reception_sim.scenario.readable import Readable

Check: TypeAlias = Callable[[Readable], Iterable[Problem]]

_ALWAYS: Final[tuple[Check, ...]] = (
    names.unknown_names,
    names.names_used_twice,
    names.routes_at_the_wrong_end,
    names.posts_without_a_place_in_the_team,
    names.unreadable_conditions,
    names.unreadable_drivers,
    names.standards_at_the_wrong_place,
    exercise.inject_numbers_used_twice,
    exercise.names_unknown_to_the_exercise,
    exercise.injects_that_follow_nothing,
    exercise.unreadable_conditions_of_injects,
    flow.circles_of_next_sites,
    staffing.stations_nobody_staffs,
    staffing.escorts_that_never_go,
    staffing.vehicles_nobody_drives,
    staffing.posts_without_equipment,
    staffing.questions_without_a_form,
    supplies.supplies_for_nobody,
    supplies.people_on_vehicles_for_goods,
    supplies.outages_that_cannot_be,
    staffing.languages_nobody_interprets,
    duties.duties_at_unknown_places,
    duties.duties_to_nobody,
    ranges.ranges_of_nothing,
    people.age_bands_that_overlap,
    people.needs_nobody_can_have,
    people.conditions_nobody_can_meet,
    people.groups_that_find_no_room,
    people.more_people_than_places,
    timing.unknown_time_zone,
    timing.start_in_no_calendar,
)
_WITH_EVERY_WAY: Final[tuple[Check, ...]] = (
    flow.places_nobody_can_leave,
    flow.loops_nobody_leaves,
    flow.shares_that_do_not_add_up,
    flow.stays_without_a_vehicle,
)
_WITH_A_CLOCK: Final[tuple[Check, ...]] = (
    timing.spans_that_end_before_they_begin,
    timing.spans_that_overlap,
    exercise.looks_that_end_before_they_begin,
    exercise.play_outside_the_scenario,
    timing.ramps_out_of_order,
    timing.more_people_than_fit_in_memory,
)


def problems_in(scenario: ScenarioPlan) -> tuple[Problem, ...]:
    """Return every error of a scenario whose fields are right, one by one; none if it can run."""
    return tuple(problems_in_part(Readable(scenario)))


def problems_in_part(readable: Readable) -> Iterator[Problem]:
    """Yield the errors between the parts of a scenario that could be read, as far as those parts can tell."""
    clock = readable.knows_the_clock and is_time_zone(readable.plan.time_zone)
    checks = (
        *_ALWAYS,
        *(_WITH_EVERY_WAY if readable.knows_every_way else ()),
        *(_WITH_A_CLOCK if clock and not tuple(timing.start_in_no_calendar(readable)) else ()),
    )
    for check in checks:
        yield from (readable.in_file(problem) for problem in check(readable))
