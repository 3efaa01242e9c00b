"""How sure an answer is to be: so many runs, or as many as make the means known well enough."""

from PySide6.QtWidgets import QWidget

from reception_sim.experiments.questions import Precision
from reception_sim.translation import tr
from ui.forms.fields import ChoiceField


class HowSureField(ChoiceField):
    """Offers a first look, the usual precision, and an exact one."""

    def __init__(self, ceilings: tuple[int, int], parent: QWidget | None = None) -> None:
        """Offer at most *ceilings* runs of each alternative, for the usual and for the exact answer."""
        super().__init__(parent)
        usual, exact = ceilings
        self.addItem(tr("A first look: 10 runs of each"), Precision.fixed(10))
        self.addItem(tr("Usual: means to ± 10 %"), Precision(floor=10, ceiling=usual, relative=0.1))
        self.addItem(tr("Exact: means to ± 5 %"), Precision(floor=20, ceiling=exact, relative=0.05))

    @property
    def precision(self) -> Precision:
        chosen = self.currentData()
        assert isinstance(chosen, Precision)  # as they were added
        return chosen


def runs_of_each(precision: Precision) -> int:
    """Return how many runs of each alternative there are at most."""
    return precision.floor if precision.relative is None else precision.ceiling
