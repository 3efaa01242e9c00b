"""The exercise as it is prepared: who plays, what is to be seen, what comes when, what may be decided and known."""

from datetime import date
from typing import Annotated, Final, Literal

from pydantic import Field
from pydantic.dataclasses import dataclass

from reception_sim.exercise_plan.injects import MselInject
from reception_sim.exercise_plan.parts import STRICT, CellName, LongText, Seconds, ShortText
from reception_sim.scenario.parts import Identifier, Title
from reception_sim.scenario.quantities import Count, Flag, Money, Share

EXERCISE_FORMAT: Final = 1


@dataclass(frozen=True, kw_only=True, config=STRICT)
class Cell:
    """A group of participants: a cell and its role suffice, no names are needed. Not all play: some lead or observe."""

    title: Title
    role: LongText = ""
    participants: Count = 0
    plays: Flag = True


@dataclass(frozen=True, kw_only=True, config=STRICT)
class Objective:
    """What the exercise wants to see done, which capability that shows, and by what it is judged."""

    title: Title
    capability: ShortText = ""
    criteria: tuple[LongText, ...] = ()


@dataclass(frozen=True, kw_only=True, config=STRICT)
class DecisionRule:
    """What players may decide: an action by the name that a file uses, how long it takes, and what it costs.

    *cells* are those who may; none is every cell.
    The cost is that of one: of each person called in, of each place, of each vehicle or kit more than there are.
    """

    action: ShortText
    cells: tuple[CellName, ...] = ()
    lead_time: Seconds = 0.0
    cost: Money = 0.0


@dataclass(frozen=True, kw_only=True, config=STRICT)
class PlayersView:
    """What players get to know: reports come *delay* seconds late, and their counts are off by up to a share *error*.

    *assessed* are the places of which they know from the start; of others they learn by `Assess` in the exercise.
    None is every place. *forecasts* says whether they may see them.
    """

    delay: Seconds = 0.0
    error: Share = 0.0
    assessed: tuple[Identifier, ...] | None = None
    forecasts: Flag = False


@dataclass(frozen=True, kw_only=True, config=STRICT)
class Exercise:
    """An exercise over a scenario. Times are seconds since the scenario's start.

    From the start to *startex* the picture settles; *endex* is when play is planned to end, None for the scenario's
    end. *pace* is how many seconds of the scenario pass in a second of the room. Without *decisions* players may
    decide everything, at once and for nothing. *budget* is in the scenario's currency, None is no limit.
    """

    format: Literal[1] = 1
    title: Title
    summary: LongText = ""
    day: date | None = None
    place: ShortText = ""
    seed: Annotated[int, Field(ge=0, lt=2**63)] = 1
    startex: Seconds = 0.0
    endex: Seconds | None = None
    pace: Annotated[float, Field(gt=0, le=100_000)] = 15.0
    cells: dict[CellName, Cell] = Field(default_factory=dict)
    objectives: dict[Identifier, Objective] = Field(default_factory=dict)
    injects: tuple[MselInject, ...] = ()
    decisions: tuple[DecisionRule, ...] = ()
    budget: Money | None = None
    view: PlayersView = PlayersView()

    def inject(self, number: int) -> MselInject:
        """Return the inject with a number; KeyError if there is none."""
        for inject in self.injects:
            if inject.number == number:
                return inject
        raise KeyError(number)
