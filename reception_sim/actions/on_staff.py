"""What can be done about the people who work."""

from typing import Annotated, TypeAlias, assert_never

from pydantic import Field
from pydantic.dataclasses import dataclass

from reception_sim.actions.naming import unknown
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.parts import FROZEN, Identifier
from reception_sim.scenario.quantities import AtLeastOne, Count, Duration
from reception_sim.scenario.rosters import most_on_a_day
from reception_sim.translation import tr


@dataclass(frozen=True, config=FROZEN)
class PostStaff:
    """From now on, post this many people of a role at a station, as far as they are on duty."""

    at: Identifier
    role: Identifier
    count: Count


@dataclass(frozen=True, config=FROZEN)
class CallInStaff:
    """Bring in more people of a role, beyond the roster, for a time."""

    role: Identifier
    count: AtLeastOne
    lasting: Annotated[Duration, Field(gt=0, alias="for")]


@dataclass(frozen=True, config=FROZEN)
class TrainStaff:
    """Train people of a role on the spot: for a time they are off their desks, afterwards they are fully trained."""

    role: Identifier
    count: AtLeastOne
    lasting: Annotated[Duration, Field(gt=0, alias="for")]


@dataclass(frozen=True, config=FROZEN)
class Demobilise:
    """Send people of a role home for good: from now on so many fewer are on duty at any time."""

    role: Identifier
    count: AtLeastOne


ActionOnStaff: TypeAlias = PostStaff | CallInStaff | TrainStaff | Demobilise


def objection_on_staff(action: ActionOnStaff, scenario: ScenarioPlan) -> str | None:
    """Return why *action* cannot be taken in *scenario*, or None if it can."""
    match action:
        case PostStaff():
            return _objection_to_posting(action, scenario)
        case CallInStaff() | Demobilise():
            return unknown(action.role, scenario.staff, tr("role"))
        case TrainStaff():
            return unknown(action.role, scenario.staff, tr("role")) or _objection_to_training(action, scenario)
        case _:
            assert_never(action)


def _objection_to_training(action: TrainStaff, scenario: ScenarioPlan) -> str | None:
    staff = scenario.staff[action.role]
    if staff.training is None:
        return tr("{role} is fully trained, as far as the scenario says", role=staff.title)
    people = most_on_a_day(staff)
    if action.count > people:
        return tr("{role} has {people} people on its roster", role=staff.title, people=people)
    return None


def _objection_to_posting(action: PostStaff, scenario: ScenarioPlan) -> str | None:
    wrong = unknown(action.at, scenario.stations, tr("station")) or unknown(action.role, scenario.staff, tr("role"))
    if wrong or action.role in scenario.stations[action.at].team:
        return wrong
    return tr(
        "no team at {station} needs a {role}",
        station=scenario.title_of(action.at),
        role=scenario.title_of(action.role),
    )
