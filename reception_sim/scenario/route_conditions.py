"""Which travel groups are meant: by needs seen, ages, movement, documents, languages, and in whose company they are."""

from enum import IntFlag
from typing import Final, Self

from pydantic import Field, model_validator
from pydantic.dataclasses import dataclass

from reception_sim.scenario.parts import FROZEN
from reception_sim.scenario.people import AgeBand, Documents, Language, Movement, Nationality, Sex, SpecificNeed
from reception_sim.scenario.quantities import Flag
from reception_sim.translation import tr

_LISTS: Final = ("needs", "ages", "movement", "documents", "languages", "nationalities", "sexes")
_FLAGS: Final = ("children_alone", "alone", "families")


class Company(IntFlag):
    """In whose company people travel: each travel group is one of these."""

    CHILDREN_ALONE = 1
    ADULT_ALONE = 2
    FAMILY = 4


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class RouteCondition:
    """Which travel groups take a route: all that is said must hold, each for at least one member.

    A need counts only once it has been seen; any one of the listed values is enough. Every travel group is one of
    three: children alone, an adult alone, or people who travel together with an adult.
    """

    needs: tuple[SpecificNeed, ...] = ()
    ages: tuple[AgeBand, ...] = ()
    movement: tuple[Movement, ...] = ()
    documents: tuple[Documents, ...] = ()
    languages: tuple[Language, ...] = ()
    nationalities: tuple[Nationality, ...] = ()
    sexes: tuple[Sex, ...] = ()
    children_alone: Flag | None = Field(
        default=None, title="Children alone", description="Whether no adult is with them; false means everybody else."
    )
    alone: Flag | None = Field(
        default=None,
        title="Adults alone",
        description="Whether it is one adult alone; a child alone never is. False means everybody else.",
    )
    families: Flag | None = Field(
        default=None,
        title="Families",
        description="Whether several people travel together, an adult among them; false means everybody else.",
    )

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not (any(getattr(self, name) for name in _LISTS) or any(getattr(self, name) is not None for name in _FLAGS)):
            raise ValueError(tr("say at least one of {fields}", fields=", ".join((*_LISTS, *_FLAGS))))
        if sum(bool(getattr(self, name)) for name in _FLAGS) > 1:
            raise ValueError(tr("at most one of {fields} can be true: nobody is two of them", fields=", ".join(_FLAGS)))
        return self

    @property
    def says_company(self) -> bool:
        """Tell whether it says in whose company people travel."""
        return any(getattr(self, name) is not None for name in _FLAGS)

    @property
    def company(self) -> Company:
        """Return whom it lets pass, by what it says of children alone, adults alone and families."""
        said = (
            (self.children_alone, Company.CHILDREN_ALONE),
            (self.alone, Company.ADULT_ALONE),
            (self.families, Company.FAMILY),
        )
        passes = Company.CHILDREN_ALONE | Company.ADULT_ALONE | Company.FAMILY
        for holds, who in said:
            if holds is not None:
                passes &= who if holds else ~who
        return passes
