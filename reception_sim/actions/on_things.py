"""What can be done about vehicles, equipment and supplies."""

from typing import Annotated, TypeAlias, assert_never

from pydantic import Field
from pydantic.dataclasses import dataclass

from reception_sim.actions.naming import unknown
from reception_sim.scenario import ScenarioPlan
from reception_sim.scenario.parts import FROZEN, Identifier
from reception_sim.scenario.quantities import Amount, AtLeastOne, Count, Duration
from reception_sim.translation import tr

Lasting: TypeAlias = Annotated[Duration, Field(gt=0, alias="for", title="For", description="How long it lasts.")]


@dataclass(frozen=True, config=FROZEN)
class SetCount:
    """Set how many vehicles a fleet has, or how many things of a kind of equipment there are.

    A vehicle that is under way finishes its trip, and so does a service.
    """

    of: Identifier
    to: Count


@dataclass(frozen=True, config=FROZEN)
class BreakDown:
    """Let vehicles of a fleet, or things of a kind of equipment, break down; they work again after a time.

    A vehicle that is under way brings its people there and comes back first, a service in progress is finished.
    """

    of: Annotated[Identifier, Field(title="Of", description="A fleet or a kind of equipment.")]
    count: Annotated[AtLeastOne, Field(title="Number", description="How many break down.")]
    lasting: Lasting


@dataclass(frozen=True, config=FROZEN)
class OrderSupplies:
    """Order more of a supply than planned; it comes after the lead time of the plan, or after the time said here."""

    of: Annotated[Identifier, Field(title="Of", description="A supply.")]
    quantity: Annotated[Amount, Field(gt=0, title="Quantity")]
    after: Annotated[
        Duration | None, Field(title="After", description="Lead time; without it that of the supply's plan.")
    ] = None


ActionOnThings: TypeAlias = SetCount | BreakDown | OrderSupplies


def objection_on_things(action: ActionOnThings, scenario: ScenarioPlan) -> str | None:
    """Return why *action* cannot be taken in *scenario*, or None if it can."""
    match action:
        case SetCount() | BreakDown():
            things = {**scenario.vehicles, **scenario.equipment}
            return unknown(action.of, things, tr("fleet or kind of equipment"))
        case OrderSupplies():
            return _objection_to_order(action, scenario)
        case _:
            assert_never(action)


def _objection_to_order(action: OrderSupplies, scenario: ScenarioPlan) -> str | None:
    wrong = unknown(action.of, scenario.supplies, tr("supply"))
    if wrong or action.after is not None or scenario.supplies[action.of].resupply is not None:
        return wrong
    return tr("the plan orders no {supply}: say after which time it comes", supply=scenario.title_of(action.of))
