"""What can be done about vehicles, equipment and supplies."""

from pydantic.dataclasses import dataclass

from reception_sim.scenario.parts import FROZEN, Identifier
from reception_sim.scenario.quantities import Count


@dataclass(frozen=True, config=FROZEN)
class SetCount:
    """Set how many vehicles a fleet has; one that is under way finishes its trip."""

    of: Identifier
    to: Count
