"""What happens to people: stations where they are seen one after another."""

from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator
from pydantic.dataclasses import dataclass

from reception_sim.scenario.distributions import DurationDistribution
from reception_sim.scenario.paper import PaperPlan
from reception_sim.scenario.parts import FROZEN, ON_THE_MAP, Identifier, Position, Title
from reception_sim.scenario.people import TOLERANCE, Documents, Language, SpecificNeed
from reception_sim.scenario.procedure import (
    AppointmentPlan,
    CaseloadPlan,
    FastTrackPlan,
    HandOverPlan,
    SecondVisitPlan,
    SessionPlan,
)
from reception_sim.scenario.quantities import AtLeastOne, Count, Duration, Flag, Share, SquareMetres
from reception_sim.scenario.sector_names import Sector
from reception_sim.scenario.skills import WomanPlan
from reception_sim.translation import tr


class Activity(StrEnum):
    """What is done at a station; several indicators ask for it."""

    ADMISSION = "admission"
    IDENTITY_CHECK = "identity check"
    SECURITY_SCREENING = "security screening"
    SECONDARY_INSPECTION = "secondary inspection"
    HEALTH_SCREENING = "health screening"
    TRIAGE = "triage"
    PRE_REGISTRATION = "pre-registration"
    EMERGENCY_REGISTRATION = "emergency registration"
    REGISTRATION = "registration"
    BIOMETRIC_ENROLMENT = "biometric enrolment"
    VERIFICATION = "verification"
    IDENTIFICATION_OF_SPECIFIC_NEEDS = "identification of specific needs"
    BEST_INTERESTS_ASSESSMENT = "best interests assessment"
    GUARDIAN_APPOINTMENT = "guardian appointment"
    INFORMATION_AND_COUNSELLING = "information and counselling"
    LEGAL_COUNSELLING = "legal counselling"
    PSYCHOSOCIAL_SUPPORT = "psychosocial support"
    REFERRAL_SERVICE = "referral service"
    CONSULAR_ASSISTANCE = "consular assistance"
    IDENTITY_DOCUMENTS = "identity documents"
    FAMILY_TRACING = "family tracing"
    DISTRIBUTION = "distribution"
    ONWARD_TRANSFER = "onward transfer"


class ServedPer(StrEnum):
    """Whether a travel group's service takes one service time a person, one after another, or one in all."""

    PERSON = "person"
    GROUP = "group"


class QueueOrder(StrEnum):
    """Who is seen next; within the same claim, first come, first served."""

    FIRST_COME = "first come, first served"
    SPECIFIC_NEEDS_FIRST = "specific needs first"
    FAMILIES_WITH_CHILDREN_FIRST = "families with children first"
    LONGEST_JOURNEY_FIRST = "longest journey first"


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class WaitingAreaPlan:
    """Where people wait for a station; a full one holds them back at the place before."""

    capacity: AtLeastOne = Field(title="Places", description="Persons.")
    area_m2: SquareMetres | None = Field(default=None, title="Area", description="Of the waiting area.")
    shaded: Flag | None = Field(default=None, title="Shaded")


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class GivingUpPlan:
    """What people do who lose their patience; the shares of travel groups add up to 1."""

    leaves: Share = Field(title="Leave", description="Leave the reception system for good.")
    turns_to: dict[Identifier, Share] = Field(
        default_factory=dict,
        title="Turn to",
        description="Go another way: entry points, such as an informal crossing, or exits, such as absconding.",
    )
    comes_back: Share = Field(default=0.0, title="Come back", description="Queue here again, after the time.")
    after: Duration = Field(
        default=0.0, title="After", description="How long it takes them to come back, or to get to the entry point."
    )

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        total = self.leaves + self.comes_back + sum(self.turns_to.values())
        if abs(total - 1) > TOLERANCE:
            raise ValueError(tr("the shares add up to {total}; they must add up to 1", total=f"{total:.6g}"))
        if self.comes_back and not self.after:
            raise ValueError(tr("say after which time they come back"))
        return self


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class StationPlan:
    """A station: where one team at a post sees one travel group at a time."""

    title: Title
    activity: Activity = Field(description="What is done here; several indicators ask for it.")
    posts: Count = Field(title="Posts", description="Places where one team can work at once.")
    team: dict[Identifier, AtLeastOne] = Field(title="Team", description="Who a post needs, by role.")
    service_time: DurationDistribution = Field(title="Service time")
    per: ServedPer = Field(
        title="Service time is per", description="A travel group takes one service time for each person, or one in all."
    )
    order: QueueOrder = Field(title="Queue order", description="Who is seen next.")
    equipment: dict[Identifier, AtLeastOne] = Field(
        default_factory=dict, title="Equipment", description="What a post needs, by kind."
    )
    waiting_area: WaitingAreaPlan | None = Field(
        default=None,
        title="Waiting area",
        description="Without one the queue is in the open and has no limit.",
    )
    identifies: dict[SpecificNeed, Share] = Field(
        default_factory=dict,
        title="Identifies",
        description="Chance that a need which is present is seen here.",
    )
    patience: DurationDistribution | None = Field(
        default=None, title="Patience", description="How long people wait before they leave the procedure."
    )
    giving_up: GivingUpPlan | None = Field(
        default=None,
        title="Giving up",
        description="What they do who lose their patience. Without it they leave the reception system.",
    )
    interpreter: Identifier | None = Field(
        default=None, title="Interpreter", description="A role that speaks languages: called for those who need one."
    )
    spoken: tuple[Language, ...] = Field(
        default=(), title="Spoken here", description="Languages that the team speaks itself."
    )
    woman: WomanPlan | None = Field(
        default=None, title="A woman on the team", description="For some a woman must be on the team."
    )
    session: SessionPlan | None = Field(
        default=None, title="Group session", description="Several travel groups are served together."
    )
    caseload: CaseloadPlan | None = Field(
        default=None, title="Caseload", description="A service opens a case; caseworkers carry so many at a time."
    )
    second_visit: SecondVisitPlan | None = Field(
        default=None, title="Second visit", description="Some must come again."
    )
    appointments: AppointmentPlan | None = Field(
        default=None, title="Appointments", description="People are seen at appointed times."
    )
    asks_about_needs: Duration | None = Field(
        default=None,
        title="Asks about needs",
        description="Time that the questions take with each person, unless they have been asked before.",
    )
    gives_documents: Documents | None = Field(
        default=None, title="Gives documents", description="What people hold after the service, whatever they held."
    )
    fast_track: FastTrackPlan | None = Field(
        default=None, title="Fast track", description="Some are seen before all others."
    )
    hand_over: HandOverPlan | None = Field(
        default=None,
        title="Hand over",
        description="Who is at the desk when its staff leave is handed over; without it they finish the person.",
    )
    needs_power: Flag = Field(
        default=False, title="Needs power", description="Nobody is served in a power cut, or only on paper."
    )
    needs_network: Flag = Field(
        default=False, title="Needs the network", description="Nobody is served while it is down, or only on paper."
    )
    paper: PaperPlan | None = Field(
        default=None, title="Paper", description="How it goes on while power, network or equipment is missing."
    )
    sector: Sector | None = Field(default=None, title="Sector", description="Of IOM's crisis framework (MCOF).")
    position: Position | None = Field(default=None, description=ON_THE_MAP)

    @model_validator(mode="after")
    def _parts_fit_together(self) -> Self:
        if self.session is not None and any((self.caseload, self.fast_track, self.interpreter, self.woman)):
            raise ValueError(
                tr("a group session has no caseload, no fast track, no interpreter, and nobody who needs a woman")
            )
        if self.session is not None and (self.needs_power or self.needs_network or self.paper is not None):
            raise ValueError(tr("a group session goes on without power, network and paper: leave them out"))
        if self.session is not None and self.hand_over is not None:
            raise ValueError(tr("a group session is finished before its staff go: leave out hand_over"))
        if self.session is not None and (self.asks_about_needs is not None or self.gives_documents is not None):
            raise ValueError(tr("a group session asks nobody about needs and gives no documents: leave them out"))
        if self.gives_documents is Documents.NONE:
            raise ValueError(tr('say which documents people get: "passport" or "other"'))
        if self.fast_track is not None and self.fast_track.posts > self.posts:
            raise ValueError(tr("the fast track keeps more posts than the station has"))
        return self
