"""What a page shows of an answer, put into words and charts; every kind of answer becomes one of these."""

from dataclasses import dataclass

from reception_sim.actions import Journal
from reception_sim.scenario import ScenarioPlan
from ui.plots.figures import Figure


@dataclass(frozen=True)
class TrustLine:
    """One reason to trust an answer, or (*concern*) to be careful with it."""

    text: str
    concern: bool


@dataclass(frozen=True)
class NamedFigure:
    """A chart and the few words on its tab."""

    name: str
    figure: Figure


@dataclass(frozen=True)
class MadeBy:
    """A scenario that made a part of an answer, with what was done in it from the start on: it can be opened."""

    title: str
    scenario: ScenarioPlan
    journal: Journal = ()


@dataclass(frozen=True)
class AnswerShown:
    """The sentence that answers, what else there is to say, the charts, and how far it can be trusted."""

    sentence: str
    more: tuple[str, ...] = ()
    figures: tuple[NamedFigure, ...] = ()
    trust: tuple[TrustLine, ...] = ()
    made_by: tuple[MadeBy, ...] = ()
    is_final: bool = True
