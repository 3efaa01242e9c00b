"""How training and fatigue of a role's people change the pace of work and what is seen."""

from reception_sim.model.kernel import Kernel
from reception_sim.model.staffing import Roster
from reception_sim.recording import LevelKind
from reception_sim.scenario.skills import FatiguePlan, TrainingPlan
from reception_sim.scenario.staff import StaffPlan


class Skills:
    """The pace and sight of a role's people on average: some are not fully trained, some have been on duty for long.

    A service takes as long as it would take fully trained and rested people, times the mean of 1 / pace over those
    on duty.
    """

    def __init__(self, plan: StaffPlan, roster: Roster, kernel: Kernel) -> None:
        self._plan, self._roster, self._kernel = plan, roster, kernel
        self._trained = 0
        self._slowness_when: tuple[int, int, int, int] | None = None
        self._slowness = 1.0

    def slowness(self) -> float:
        """Return by what a service time is multiplied now; worked out anew only when somebody comes, goes or tires."""
        roster = self._roster
        when = (self._trained, roster.people, roster.tired, roster.stock.total)
        if when != self._slowness_when:
            self._slowness_when = when
            training, fatigue = _slower(self._plan.training), _slower(self._plan.fatigue)
            self._slowness = _mean(self._untrained(), training) * _mean(self._tired(), fatigue)
        return self._slowness

    def sight(self) -> float:
        """Return the share of needs seen now, of those that fully trained and rested people would see."""
        training, fatigue = _sees(self._plan.training), _sees(self._plan.fatigue)
        return _mean(self._untrained(), training) * _mean(self._tired(), fatigue)

    def train(self, count: int, lasting: float) -> None:
        """Take people off their desks for a training on the spot; afterwards they are fully trained."""
        self._roster.send_away(count, lasting)
        self._kernel.after(lasting, lambda: self._be_trained(count))

    def _be_trained(self, count: int) -> None:
        self._trained = min(self._trained + count, self._roster.people)
        self._kernel.change_level(LevelKind.TRAINED, self._roster.stock.id, count)

    def _untrained(self) -> float:
        """Return the share of the role's people who are not fully trained; they are spread over all shifts."""
        people = self._roster.people
        return 1 - self._trained / people if people else 1.0

    def _tired(self) -> float:
        on_duty = self._roster.stock.total
        return min(self._roster.tired / on_duty, 1.0) if on_duty > 0 else 0.0


def _mean(share: float, factor: float) -> float:
    return 1 + share * (factor - 1)


def _slower(plan: TrainingPlan | FatiguePlan | None) -> float:
    return 1.0 if plan is None else 1 / plan.pace


def _sees(plan: TrainingPlan | FatiguePlan | None) -> float:
    return 1.0 if plan is None else plan.needs_seen
