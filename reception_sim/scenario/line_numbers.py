"""On which line of a file a field stands, because no TOML library tells."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace

from reception_sim.scenario.problems import FieldPath, Problem
from reception_sim.scenario.toml_layout import lay_out


@dataclass(frozen=True)
class LineNumbers:
    """The line of each table, row and key, by path."""

    lines: dict[FieldPath, int]

    @classmethod
    def of(cls, text: str) -> "LineNumbers":
        """Return the lines of a valid TOML text; the first line is 1."""
        layout = lay_out(text)
        ends = [position for position, letter in enumerate(text) if letter == "\n"]
        starts = [(value.key_start, path) for path, value in layout.values.items()]
        starts += [(block.start, block.path) for block in layout.blocks]
        lines: dict[FieldPath, int] = {}
        for start, path in sorted(starts, key=lambda start_and_path: start_and_path[0]):
            for length in range(1, len(path) + 1):
                lines.setdefault(path[:length], bisect_right(ends, start) + 1)
        return cls(lines)

    def line_of(self, path: FieldPath) -> int | None:
        """Return the line of *path*, or of the nearest thing around it that has one."""
        for length in range(len(path), 0, -1):
            if path[:length] in self.lines:
                return self.lines[path[:length]]
        return None

    def locate(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """Return *problems* with their lines, in the order of the file; those without a line come first."""
        located = [replace(problem, line=problem.line or self.line_of(problem.path)) for problem in problems]
        return tuple(sorted(located, key=lambda problem: problem.line or 0))
