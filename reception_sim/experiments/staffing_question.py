"""Which roster is the cheapest that meets the standards: the question, and the roster as a table that can be edited."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reception_sim.experiments.contradictions import contradiction_in
from reception_sim.experiments.questions import QuestionError
from reception_sim.scenario.plan import ScenarioPlan
from reception_sim.scenario.planned import planned_persons
from reception_sim.scenario.problems import nearest
from reception_sim.scenario.staff import ShiftPlan
from reception_sim.scenario.standards import Indicator, StandardPlan
from reception_sim.translation import tr


@dataclass(frozen=True)
class RosterRow:
    """One shift of one role: *shift.count* people on each of its days; between *least* and *most* are allowed."""

    role: str
    shift: ShiftPlan
    least: int
    most: int

    @property
    def count(self) -> int:
        return self.shift.count

    def with_count(self, count: int) -> "RosterRow":
        """Return the row with so many people, whatever was allowed before."""
        return replace(self, shift=replace(self.shift, count=count))


@dataclass(frozen=True)
class Roster:
    """Who is on duty when: a table, to be read, edited row by row, and applied to a scenario."""

    rows: tuple[RosterRow, ...]

    @property
    def counts(self) -> tuple[int, ...]:
        return tuple(row.count for row in self.rows)

    @property
    def roles(self) -> tuple[str, ...]:
        """Return the roles in the order in which they first appear."""
        return tuple(dict.fromkeys(row.role for row in self.rows))

    def of_role(self, role: str) -> Iterator[RosterRow]:
        return (row for row in self.rows if row.role == role)

    def with_count(self, row: int, count: int) -> "Roster":
        """Return the roster with another number of people in one row."""
        counts = list(self.counts)
        counts[row] = count
        return self.with_counts(tuple(counts))

    def with_counts(self, counts: tuple[int, ...]) -> "Roster":
        """Return the roster with other numbers of people, row by row."""
        return Roster(tuple(row.with_count(count) for row, count in zip(self.rows, counts, strict=True)))


@dataclass(frozen=True)
class StaffingQuestion:
    """Which roster is the cheapest that meets the standards of a scenario.

    *roles* are decided, all that the teams of stations need if none is named; the others stay as planned.
    The standards are those of the scenario, and that each of its duties is kept towards *duties_kept* percent of
    those to whom it is owed (0: duties do not count). A roster meets them if all of them are met in at least
    *share_of_runs* of all runs; one within *indifference* of that share may be judged either way. The roster that is
    answered meets them with *confidence*. *runs_at_most* ends a search that is not done.
    """

    scenario: ScenarioPlan
    roles: tuple[str, ...] = ()
    duties_kept: float = 95.0
    share_of_runs: float = 0.9
    indifference: float = 0.05
    confidence: float = 0.95
    runs_at_most: int = 3000
    seed: int = 1

    def __post_init__(self) -> None:
        for found in (_out_of_range(self), _about_standards(self.standards), _about_people(self)):
            if found:
                raise QuestionError(found)

    @property
    def standards(self) -> tuple[StandardPlan, ...]:
        """Return what has to be met: the scenario's standards, then its duties."""
        duties = self.scenario.duties if self.duties_kept else {}
        return (*self.scenario.standards, *(_kept(name, self.duties_kept, duties[name].source) for name in duties))

    @property
    def decided(self) -> tuple[str, ...]:
        """Return the roles that are decided, in the order of the scenario."""
        teams = {role for station in self.scenario.stations.values() for role in station.team}
        return tuple(role for role in self.scenario.staff if role in (self.roles or teams))


def _kept(duty: str, percent: float, source: str) -> StandardPlan:
    return StandardPlan(indicator=Indicator.DUTY_KEPT, at=duty, at_least=percent, source=source)


def _out_of_range(question: StaffingQuestion) -> str:
    share, zone = question.share_of_runs, question.indifference
    if not (zone > 0 and share - zone > 0 and share + zone < 1 and 0.5 < question.confidence < 1):
        return tr(
            "a share of runs of {share} with {zone} to either side and a confidence of {confidence} cannot be asked "
            "for: the shares lie between 0 and 1, and the confidence between 0.5 and 1",
            share=share,
            zone=zone,
            confidence=question.confidence,
        )
    return "" if 0 <= question.duties_kept <= 100 else tr("duties are kept towards 0 to 100 % of people")


def _about_standards(standards: tuple[StandardPlan, ...]) -> str:
    if not standards:
        return tr("the scenario has no standards and no duties: say in [[standards]] what a roster has to meet")
    return contradiction_in(standards)


def _about_people(question: StaffingQuestion) -> str:
    plan = question.scenario
    unknown = [role for role in question.roles if role not in plan.staff]
    if unknown:
        close = nearest(unknown[0], plan.staff)
        return tr("the scenario has no role {role}; did you mean {close}?", role=unknown[0], close=close)
    if not question.decided:
        return tr("no station's team needs a role: there is nobody to roster")
    for role in question.decided:
        labour = plan.staff[role].labour
        if labour is not None and labour.people == 0:
            return tr("nobody is available as {role}: its labour rules say 0 people", role=plan.title_of(role))
    return "" if planned_persons(plan) else tr("nobody arrives in this scenario: every roster would do")
