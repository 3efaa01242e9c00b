"""What the papers of an exercise are made from, and how its times, cells and decisions are said in all of them."""

from dataclasses import dataclass
from functools import cached_property

from reception_sim.actions import read_action
from reception_sim.exercise_plan import (
    AfterInject,
    AtTime,
    DecisionRule,
    Exercise,
    ExpectedAction,
    MselInject,
    OnCondition,
    OnHand,
    When,
)
from reception_sim.papers.times_in_words import clock, expected_in_time, moment_of
from reception_sim.reports.document import Table, columns, row
from reception_sim.reports.telling import tell_action
from reception_sim.reports.wording import NOTHING, count, duration, full_date, sentence, short_moment, words_of
from reception_sim.scenario import Calendar, ScenarioPlan
from reception_sim.scenario.exercise_parts import WrittenAction
from reception_sim.translation import tr


@dataclass(frozen=True)
class KitContent:
    """An exercise and the scenario that it is played on."""

    exercise: Exercise
    scenario: ScenarioPlan

    @cached_property
    def calendar(self) -> Calendar:
        return Calendar.of(self.scenario)

    @cached_property
    def endex(self) -> float:
        """Return when play is planned to end (s)."""
        return self.scenario.duration if self.exercise.endex is None else self.exercise.endex

    @property
    def language(self) -> str:
        return "en"

    def facts(self) -> tuple[tuple[str, str], ...]:
        """Return what stands below the title of every paper, and gives nothing away."""
        day = self.exercise.day
        facts = (
            (tr("Date"), f"{day.day} {day:%B %Y}" if day else ""),
            (tr("Place"), self.exercise.place),
            (tr("Time in the room"), duration((self.endex - self.exercise.startex) / self.exercise.pace)),
            (tr("Cells"), ", ".join(cell.title for cell in self.exercise.cells.values() if cell.plays)),
        )
        return tuple((name, said) for name, said in facts if said)

    def injects_in_order(self) -> list[MselInject]:
        """Return the injects that come at a time in that order, then the others by number."""

        def place(inject: MselInject) -> tuple[float, int]:
            at = inject.when.at if isinstance(inject.when, AtTime) else float("inf")
            return at, inject.number

        return sorted(self.exercise.injects, key=place)

    def moment(self, seconds: float) -> str:
        """Write a time by the exercise clock and by the calendar of the scenario: 26:30 (12 Sep 02:30)."""
        return tr("{clock} ({local})", clock=clock(seconds), local=short_moment(self.calendar, seconds))

    def at(self, seconds: float) -> str:
        """Write a time as people can hold it: by the exercise clock, in a scenario of days by its calendar."""
        return moment_of(self.scenario, seconds)

    def when(self, when: When) -> str:
        """Say when an inject comes."""
        match when:
            case AtTime(at=at):
                return self.at(at)
            case AfterInject(number=number, delay=delay):
                return tr("{time} after inject {number}", time=duration(delay), number=number)
            case OnCondition():
                return self._condition(when)
            case OnHand():
                return tr("by hand")

    def _condition(self, when: OnCondition) -> str:
        said = tr("when {condition}", condition=when.condition)
        if when.lasting:
            said = tr("{said}, for {time}", said=said, time=duration(when.lasting))
        if when.since:
            said = tr("{said}, not before {time}", said=said, time=self.at(when.since))
        return said if when.by is None else tr("{said}, judged once at {time}", said=said, time=self.at(when.by))

    def recipients(self, inject: MselInject) -> str:
        """Return the titles of the cells that get an inject."""
        if not inject.recipients:
            return tr("all who play")
        return ", ".join(self.cell_title(name) for name in inject.recipients)

    def cell_title(self, name: str) -> str:
        """Return what a cell is called; its name if the exercise has it no more."""
        cell = self.exercise.cells.get(name)
        return cell.title if cell is not None else name or tr("Trainer")

    def objective_title(self, name: str | None) -> str:
        objective = self.exercise.objectives.get(name) if name else None
        return objective.title if objective is not None else NOTHING

    def place_title(self, name: str | None) -> str:
        """Return what a place is called; its name if the scenario has it no more."""
        if name is None:
            return NOTHING
        return dict(self.scenario.places())[name].title if name in dict(self.scenario.places()) else name

    def action(self, written: WrittenAction) -> str:
        """Say an action in words; one that this scenario does not know stands as it is written."""
        try:
            return tell_action(read_action(written), self.scenario)
        except (ValueError, KeyError):
            return ", ".join(f"{name} {arguments}" for name, arguments in written.items())

    def expected(self, expected: ExpectedAction | None) -> str:
        """Say what is hoped for, how it is measured, and by when."""
        return expected_in_time(expected) if expected is not None else NOTHING

    def decisions(self, cell: str | None = None) -> Table | None:
        """Return what may be decided, in all or by one cell; None if everything may be, at once and for nothing."""
        rules = [rule for rule in self.exercise.decisions if cell is None or not rule.cells or cell in rule.cells]
        if not self.exercise.decisions:
            return None
        return Table(
            tr("What may be decided"),
            columns(tr("Decision"), tr("By"), tr("Takes"), tr("Costs"), words=3),
            tuple(
                row(sentence(words_of(rule.action)), self._by(rule), self._lead(rule), self._cost(rule))
                for rule in rules
            ),
            note=tr("The cost is that of one: of each person called in, of each place."),
        )

    def _by(self, rule: DecisionRule) -> str:
        return ", ".join(map(self.cell_title, rule.cells)) if rule.cells else tr("every cell")

    def _lead(self, rule: DecisionRule) -> str:
        return duration(rule.lead_time) if rule.lead_time else tr("at once")

    def _cost(self, rule: DecisionRule) -> str:
        return f"{count(rule.cost)} {self.scenario.currency}" if rule.cost else NOTHING

    def starts_on(self) -> str:
        """Say on which day of the scenario play begins."""
        return full_date(self.calendar.local(self.exercise.startex))
