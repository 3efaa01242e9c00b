"""Situation reports: what the coordinator is told of the people at each place, late and not exactly."""

from collections.abc import Callable, Mapping
from functools import partial

from reception_sim.model.kernel import Kernel
from reception_sim.model.staffing import Roster
from reception_sim.population import Chance, draw
from reception_sim.recording import HappeningKind, LevelKind
from reception_sim.scenario.knowledge import AssessmentPlan, KnowledgePlan
from reception_sim.state import KnownCount


class Counting:
    """The people at one place as they are counted: *persons* says how many there truly are, *known* what is told."""

    def __init__(
        self, place: str, persons: Callable[[], int], plan: KnowledgePlan, duration: float, chance: Chance,
        kernel: Kernel,
    ) -> None:  # fmt: skip
        self.place = place
        self.known: KnownCount | None = None
        self._persons, self._plan, self._kernel = persons, plan, kernel
        reports = int(duration // plan.every) + 1
        self._luck = chance.stream("report", place).standard_normal(reports).tolist()
        self._delays = draw(plan.delay, chance.stream("report delay", place), reports).tolist()
        self._lucks_of_assessments = chance.stream("assessment", place)
        self._better: AssessmentPlan | None = None
        self._better_until = 0.0

    def start(self) -> None:
        """Count as often as the plan says, from the start on."""
        for number in range(len(self._luck)):
            self._kernel.at(number * self._plan.every, partial(self._report, number))

    def assess(self, plan: AssessmentPlan) -> None:
        """Count with the care of an assessment, known at once; later reports are as good for a time."""
        now = self._kernel.now
        self._better, self._better_until = plan, now + plan.lasts
        self._be_told(self._count(plan.error, float(self._lucks_of_assessments.standard_normal()), assessed=True))
        self._tell(LevelKind.ASSESSED, 1.0)
        self._kernel.after(plan.lasts, self._be_no_better)

    def _report(self, number: int) -> None:
        better = self._better
        error = self._plan.error if better is None else better.error
        delay = self._delays[number] if better is None else better.delay
        count = self._count(error, self._luck[number], assessed=better is not None)
        self._kernel.after(delay, lambda: self._be_told(count))

    def _count(self, error: float, luck: float, *, assessed: bool) -> KnownCount:
        persons = round(self._persons() * max(1 + error * luck, 0.0))
        return KnownCount(self.place, persons, self._kernel.now, error, assessed)

    def _be_told(self, count: KnownCount) -> None:
        """Know a count, unless one that was made later is known already."""
        if self.known is not None and count.as_of < self.known.as_of:
            return
        self.known = count
        self._tell(LevelKind.KNOWN_PERSONS, count.persons)
        self._tell(LevelKind.KNOWN_AS_OF, count.as_of)
        self._tell(LevelKind.KNOWN_ERROR, count.error)
        self._tell(LevelKind.KNOWN_BY_ASSESSMENT, float(count.assessed))

    def _be_no_better(self) -> None:
        if self._kernel.now >= self._better_until:
            self._better = None
            self._tell(LevelKind.ASSESSED, 0.0)

    def _tell(self, kind: LevelKind, value: float) -> None:
        self._kernel.recorder.level(self._kernel.now, kind, self._kernel.index[self.place], value)


class Reporting:
    """What is known of every place, and the assessments that make it better."""

    def __init__(self, plan: KnowledgePlan, places: Mapping[str, Counting], rosters: Mapping[str, Roster],
                 kernel: Kernel) -> None:  # fmt: skip
        self.places = places
        self._plan, self._rosters, self._kernel = plan, rosters, kernel

    def start(self) -> None:
        for place in self.places.values():
            place.start()

    def known(self) -> tuple[KnownCount, ...]:
        """Return what is known now; a place of which nothing has been told yet is left out."""
        return tuple(place.known for place in self.places.values() if place.known is not None)

    def assess(self, at: str | None) -> None:
        """Send people to assess one place, or all of them; whoever goes is away from the desks meanwhile."""
        plan = self._plan.assessment
        assert plan is not None  # the action has been refused otherwise
        roster = None if plan.role is None else self._rosters[plan.role]
        if roster is not None:
            roster.send_away(plan.count, plan.takes)
        self._kernel.happened(HappeningKind.ASSESSMENT_BEGAN, at or "")
        self._kernel.after(plan.takes, lambda: self._be_assessed(at, plan))

    def _be_assessed(self, at: str | None, plan: AssessmentPlan) -> None:
        for place in self.places.values() if at is None else (self.places[at],):
            place.assess(plan)
        self._kernel.happened(HappeningKind.ASSESSMENT_DONE, at or "")
