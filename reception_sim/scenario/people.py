"""Who is moving: the composition of a population, in the field's words."""

import re
from enum import StrEnum
from typing import Annotated, Final, TypeAlias, TypeVar

from pydantic import AfterValidator, Field
from pydantic.dataclasses import dataclass

from reception_sim.scenario.parts import FROZEN, Title
from reception_sim.scenario.quantities import Share
from reception_sim.translation import tr

ADULT_AGE: Final = 18
FERTILE_AGES: Final = range(12, 60)
NURSED_AGE: Final = 1  # a band that begins here or below may hold a child that is nursed
OLDER_AGE: Final = 60
LARGEST_GROUP: Final = 60
TOLERANCE: Final = 1e-6  # by which shares may miss 1
Key = TypeVar("Key")
_BAND: Final = re.compile(r"(\d{1,3})(?:-(\d{1,3})|\+)")


class Sex(StrEnum):
    """Sex as recorded in sex- and age-disaggregated data."""

    F = "f"
    M = "m"


class Movement(StrEnum):
    """Movement category of a travel group within a mixed movement."""

    REFUGEE = "refugee"
    ASYLUM_SEEKER = "asylum_seeker"
    MIGRANT = "migrant"
    THIRD_COUNTRY_NATIONAL = "third_country_national"
    RETURNING_NATIONAL = "returning_national"


class Documents(StrEnum):
    """Identity documents that a travel group holds."""

    PASSPORT = "passport"
    OTHER = "other"
    NONE = "none"


class SpecificNeed(StrEnum):
    """A specific need of a person; present from the start, seen only once a station identifies it."""

    UNACCOMPANIED_CHILD = "unaccompanied_child"
    SINGLE_PARENT = "single_parent"
    DISABILITY = "disability"
    OLDER_PERSON_AT_RISK = "older_person_at_risk"
    PREGNANT = "pregnant"
    SERIOUS_MEDICAL_CONDITION = "serious_medical_condition"
    SURVIVOR_OF_GBV = "survivor_of_gbv"
    SURVIVOR_OF_TRAFFICKING = "survivor_of_trafficking"
    SURVIVOR_OF_TORTURE = "survivor_of_torture"
    FAMILY_SEPARATION = "family_separation"
    SEPARATED_CHILD = "separated_child"
    LACTATING = "lactating"


def _is_band(text: str) -> str:
    found = _BAND.fullmatch(text)
    if not found or (found[2] and int(found[2]) < int(found[1])):
        raise ValueError(tr('expected an age band such as "0-4" or "60+"; found "{found}"', found=text))
    return text


def _adds_up(shares: dict[Key, float]) -> dict[Key, float]:
    _check_total(sum(shares.values()))
    return shares


def _adds_up_by_sex(shares: dict[str, dict[Sex, float]]) -> dict[str, dict[Sex, float]]:
    _check_total(sum(share for by_sex in shares.values() for share in by_sex.values()))
    return shares


def _check_total(total: float) -> None:
    if abs(total - 1) > TOLERANCE:
        raise ValueError(tr("the shares add up to {total}; they must add up to 1", total=f"{total:.6g}"))


def _adds_up_if_said(shares: dict[Key, float]) -> dict[Key, float]:
    return _adds_up(shares) if shares else shares


def _has_group_sizes(shares: dict[int, float]) -> dict[int, float]:
    if any(size < 1 or size > LARGEST_GROUP for size in shares):
        raise ValueError(tr("a travel group has 1 to {most} persons", most=LARGEST_GROUP))
    return _adds_up(shares)


AgeBand: TypeAlias = Annotated[str, AfterValidator(_is_band)]
Language: TypeAlias = Annotated[str, Field(pattern=r"^[a-z]{2,3}$", description="ISO 639 code, for example ar.")]
Nationality: TypeAlias = Annotated[
    str, Field(pattern=r"^[A-Z]{3}$", description="ISO 3166 code of three letters, for example SYR; XXA is stateless.")
]


def youngest_age(band: str) -> int:
    """Return the first year of age in *band*: 5 for "5-11"."""
    return int(re.split(r"[-+]", band)[0])


def oldest_age(band: str) -> int | None:
    """Return the last year of age in *band*: 11 for "5-11", None for "60+"."""
    return None if band.endswith("+") else int(band.partition("-")[2])


@dataclass(frozen=True, kw_only=True, config=FROZEN)
class PopulationPlan:
    """The people of one movement: shares, not persons."""

    title: Title
    group_size: Annotated[dict[int, Share], AfterValidator(_has_group_sizes)] = Field(
        title="Travel groups by size",
        description="Share of travel groups by number of persons; adds up to 1.",
    )
    age_sex: Annotated[dict[AgeBand, dict[Sex, Share]], AfterValidator(_adds_up_by_sex)] = Field(
        title="Persons by age and sex", description="Share of persons in each age band and sex; adds up to 1."
    )
    movement: Annotated[dict[Movement, Share], AfterValidator(_adds_up)] = Field(
        title="Movement categories", description="Share of travel groups; adds up to 1."
    )
    documents: Annotated[dict[Documents, Share], AfterValidator(_adds_up)] = Field(
        title="Identity documents", description="Share of travel groups; adds up to 1."
    )
    languages: Annotated[dict[Language, Share], AfterValidator(_adds_up)] = Field(
        title="Languages", description="Share of travel groups by ISO 639 code; adds up to 1."
    )
    specific_needs: dict[SpecificNeed, Share] = Field(
        title="Specific needs", description="Share of persons with each need; a person may have several."
    )
    nationalities: Annotated[dict[Nationality, Share], AfterValidator(_adds_up_if_said)] = Field(
        default_factory=dict,
        title="Nationalities",
        description="Share of travel groups by ISO 3166 code; adds up to 1. XXA is stateless.",
    )

    @property
    def mean_group_size(self) -> float:
        """Return the mean number of persons in a travel group."""
        return sum(size * share for size, share in self.group_size.items())
