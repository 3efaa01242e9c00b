"""What is wrong with a scenario, told so that a person can mend it."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Self, TypeAlias

from typing_extensions import override

from reception_sim.translation import tr

FieldPath: TypeAlias = tuple[str | int, ...]


class Severity(StrEnum):
    """Whether a scenario can run in spite of it."""

    ERROR = "error"
    NOTICE = "notice"


@dataclass(frozen=True)
class Problem:
    """One thing wrong: where (keys and row numbers from the top), what was found, what would be right."""

    path: FieldPath
    expected: str
    found: str = ""
    line: int | None = None
    suggestion: str = ""
    severity: Severity = Severity.ERROR

    @property
    def field(self) -> str:
        """Return the place as a person would write it: injects[2].actions, with rows counted from 1."""
        words = ""
        for part in self.path:
            words += f"[{part + 1}]" if isinstance(part, int) else f".{part}"
        return words.removeprefix(".")

    @override
    def __str__(self) -> str:
        line = tr("line {line}: ", line=self.line) if self.line else ""
        place = f"{self.field}: " if self.path else ""
        found = tr(" (found: {found})", found=self.found) if self.found else ""
        hint = tr(" Did you mean {name}?", name=self.suggestion) if self.suggestion else ""
        stop = "" if found == "" and self.expected.endswith(("?", ".")) else "."
        return f"{line}{place}{self.expected}{found}{stop}{hint}"


class ScenarioError(Exception):
    """A scenario that cannot be used; carries every problem found in it, not only the first."""

    def __init__(self, file: str, problems: Iterable[Problem]) -> None:
        self.file = file
        self.problems = tuple(problems)
        super().__init__("\n".join(f"{file}: {problem}" for problem in self.problems))

    @override
    def __reduce__(self) -> tuple[type[Self], tuple[str, tuple[Problem, ...]]]:
        return type(self), (self.file, self.problems)  # so that it comes back from another process


def nearest(name: str, known: Iterable[str], *, alike: float = 0.0) -> str:
    """Return the known name that is most like *name*; "" if none is at least *alike* (0 to 1)."""
    close = difflib.get_close_matches(name, list(known), n=1, cutoff=alike)
    return close[0] if close else ""
