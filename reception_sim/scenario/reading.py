"""From a file to a plan, or to everything that is wrong with it, told at once."""

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final, TypeAlias

from pydantic import ValidationError

from reception_sim.scenario.arrival_files import with_counts
from reception_sim.scenario.checks import problems_in_part
from reception_sim.scenario.field_problems import field_problems
from reception_sim.scenario.line_numbers import LineNumbers
from reception_sim.scenario.migrations import Document, migrated
from reception_sim.scenario.plan import ScenarioPlan
from reception_sim.scenario.problems import Problem, ScenarioError, nearest
from reception_sim.scenario.readable import Readable, readable_part, validated
from reception_sim.scenario.shipped_files import shipped_files
from reception_sim.scenario.text_files import FileError, read_text
from reception_sim.translation import tr

FurtherCheck: TypeAlias = Callable[[ScenarioPlan], Iterable[Problem]]

_PLACE_IN_MESSAGE: Final = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)")


def read_scenario(path: Path, checks: Sequence[FurtherCheck] = ()) -> ScenarioPlan:
    """Return the plan in the file at *path*; ScenarioError carries every problem of the file.

    *checks* are further questions of upper layers, whose problems join the list.
    """
    try:
        text = read_text(path)
    except FileError as error:
        near = nearest(path.stem, shipped_files(), alike=0.5) if not path.exists() else ""
        raise ScenarioError(str(path), [Problem((), expected=str(error), suggestion=near)]) from error
    return parse_scenario(text, str(path), path.parent, checks)


def parse_scenario(text: str, file: str, folder: Path | None, checks: Sequence[FurtherCheck] = ()) -> ScenarioPlan:
    """Return the plan that *text* says, which stands in *file*; ScenarioError carries every problem of it.

    Files of counts are looked for in *folder*.
    """
    document = parse_toml(text, file)
    newest, wrong = migrated(document)
    if newest is None:
        raise ScenarioError(file, LineNumbers.of(text).locate(wrong))
    readable, problems = _read(newest, folder, checks)
    if wrong or problems or readable is None:
        raise ScenarioError(file, LineNumbers.of(text).locate([*wrong, *problems]))
    return readable.plan


def read_document(document: Document, name: str, checks: Sequence[FurtherCheck] = ()) -> ScenarioPlan:
    """Return the plan that tables and values say, all of them in *document*; ScenarioError is told of *name*."""
    readable, problems = _read(document, None, checks)
    if problems or readable is None:
        raise ScenarioError(name, problems)
    return readable.plan


def parse_toml(text: str, file: str) -> Document:
    """Return the tables and values in *text*; ScenarioError says on which line it is not TOML."""
    if not text.strip():
        raise ScenarioError(file, [Problem((), expected=tr("the file is empty"))])
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise ScenarioError(file, [Problem((), expected=tr("brackets are nested too deep"))]) from error
    except ValueError as error:
        raise ScenarioError(file, [_not_toml(text, str(error))]) from error


def _not_toml(text: str, message: str) -> Problem:
    place = _PLACE_IN_MESSAGE.search(message)
    line = None
    if place is not None:
        line = int(place[1]) if place[1] else text.count("\n") + 1
    reason = _PLACE_IN_MESSAGE.sub("", message)
    return Problem((), expected=tr("this line is not TOML: {reason}", reason=reason), line=line)


def _read(
    document: Mapping[str, object], folder: Path | None, checks: Sequence[FurtherCheck]
) -> tuple[Readable | None, list[Problem]]:
    readable, problems = _validate(document)
    if readable is None:
        return None, problems
    plan, in_files = with_counts(readable.plan, folder)
    problems.extend(map(readable.in_file, in_files))
    readable = replace(readable, plan=plan)
    problems.extend(problems_in_part(readable))
    if not readable.unread:
        problems.extend(readable.in_file(problem) for check in checks for problem in check(plan))
    return readable, problems


def _validate(document: Mapping[str, object]) -> tuple[Readable | None, list[Problem]]:
    try:
        return Readable(validated(document)), []
    except ValidationError as error:
        problems = list(field_problems(error, document))
    return readable_part(document, [problem.path for problem in problems]), problems
