"""What can be done about the people who work."""

from typing import Annotated

from pydantic import Field
from pydantic.dataclasses import dataclass

from reception_sim.scenario.parts import FROZEN, Identifier
from reception_sim.scenario.quantities import AtLeastOne, Count, Duration


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
