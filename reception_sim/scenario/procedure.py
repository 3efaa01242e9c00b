"""How a station's procedure goes beyond one team that sees one travel group after another."""

from enum import StrEnum

from pydantic import Field
from pydantic.dataclasses import dataclass

from reception_sim.scenario.distributions import DurationDistribution
from reception_sim.scenario.parts import FROZEN
from reception_sim.scenario.quantities import AtLeastOne, Count, Duration, Hours, Share
from reception_sim.scenario.route_conditions import RouteCondition


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class SessionPlan:
    """People are informed or counselled together: a session begins with so many persons, or after so long."""

    persons: AtLeastOne = Field(title="Persons a session", description="Begins when so many wait; no more take part.")
    or_after: Duration | None = Field(
        default=None, title="Or after", description="Begins with fewer so long after the first of them came."
    )


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class CaseloadPlan:
    """A service opens a case that lasts beyond it; each caseworker carries so many at a time."""

    caseworkers: AtLeastOne = Field(title="Caseworkers", description="People who carry cases, on duty or not.")
    cases_each: AtLeastOne = Field(title="Cases each", description="Nobody new is taken on while all are open.")
    lasts: DurationDistribution = Field(title="A case lasts", description="After the service that opened it.")


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class SecondVisitPlan:
    """A share of those served must come a second time, once."""

    share: Share = Field(title="Second visits", description="Share of travel groups.")
    after: DurationDistribution = Field(title="Come back after")


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class FastTrackPlan:
    """Who is seen before all others, and how many posts are kept for them alone."""

    who: RouteCondition = Field(alias="for", title="For whom")
    posts: Count = Field(title="Posts kept", description="At these nobody else is seen, even if they are free.")


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class AppointmentPlan:
    """People come back at an appointed time instead of waiting in line from when they first come."""

    every: Duration = Field(gt=0, title="One every", description="Between one appointment and the next.")
    groups: AtLeastOne = Field(title="Travel groups each", description="Appointed for the same moment.")
    hours: Hours = Field(title="Hours", description="Local time at which appointments begin, on each day.")
    notice: Duration = Field(default=0.0, title="Notice", description="The first is so long ahead, or later.")
    missed: Share = Field(
        default=0.0, lt=1, title="Missed", description="Share of appointments; whoever misses one is given another."
    )


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class HandOverPlan:
    """When its staff leave, at the end of a shift or for a break, a service stops, and the next team goes on with it.

    Without it they finish the person at the desk before they go.
    """

    takes: Duration = Field(default=0.0, title="Takes", description="Time that the next team needs on top, to go on.")


class NeedsForm(StrEnum):
    """How the agencies ask about specific needs, and who knows of what has been seen."""

    JOINT = "joint form"
    APART = "each agency apart"
