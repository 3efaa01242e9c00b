"""Which roster is the cheapest that meets the standards: the question, and the roster as a table that can be edited."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reception_sim.scenario.plan import ScenarioPlan
from reception_sim.scenario.staff import ShiftPlan


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
    *standards* are the rows of the scenario's standards to be met, None for all. A roster meets them if in at least
    *reliability* of all runs every one of them is met; a roster within *indifference* of that may be judged either
    way. The roster answered meets them with *confidence*. *runs_at_most* ends a search that is not done.
    """

    scenario: ScenarioPlan
    seed: int = 1
    roles: tuple[str, ...] = ()
    standards: tuple[int, ...] | None = None
    reliability: float = 0.9
    indifference: float = 0.05
    confidence: float = 0.95
    runs_at_most: int = 3000
