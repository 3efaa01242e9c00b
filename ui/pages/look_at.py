"""Which criterion the charts of an answer show: everything is measured, one thing is looked at."""

from reception_sim.experiments.criteria import Criterion, usual_criteria
from reception_sim.reports.criterion_words import criterion_in_words
from reception_sim.scenario import ScenarioPlan
from ui.forms.fields import ChoiceField


class LookAtField(ChoiceField):
    """Offers the usual criteria of a scenario: its standards, the wait at each station, and the cost."""

    criteria: tuple[Criterion, ...] = ()

    def show_scenario(self, scenario: ScenarioPlan) -> None:
        """Offer what a scenario can be judged by; whoever listens is told once, by whoever asked for this."""
        self.criteria = usual_criteria(scenario)
        self.blockSignals(True)  # noqa: FBT003 - Qt's
        self.clear()
        self.addItems([criterion_in_words(criterion, scenario) for criterion in self.criteria])
        self.blockSignals(False)  # noqa: FBT003 - Qt's

    @property
    def chosen(self) -> Criterion:
        """Return the criterion that is looked at."""
        return self.criteria[max(self.currentIndex(), 0)]
