"""Older formats of the scenario file, brought up to date one step at a time before anything is read."""

from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

from reception_sim.scenario.plan import FORMAT
from reception_sim.scenario.problems import Problem
from reception_sim.translation import tr

Document: TypeAlias = dict[str, object]
Migration: TypeAlias = Callable[[Document], Document]

# From each format to the next one. A step returns a new document; its *format* is set for it.
MIGRATIONS: Final[Mapping[int, Migration]] = {}


def migrated(
    document: Document, migrations: Mapping[int, Migration] = MIGRATIONS, newest: int = FORMAT
) -> tuple[Document | None, tuple[Problem, ...]]:
    """Return *document* in the newest format, and what is wrong with the format that it says.

    A document without a readable format is taken for the newest, so that the rest of it can be checked; one
    that is newer than the program, or of a format that no step leaves, gives None.
    """
    said = document.get("format")
    if not isinstance(said, int) or isinstance(said, bool):
        return {**document, "format": newest}, (_unreadable(said, newest),)
    if said > newest:
        expected = tr(
            "this file needs a newer version of the program, which reads up to format {newest}", newest=newest
        )
        return None, (Problem(("format",), expected=expected, found=str(said)),)
    for step in range(said, newest):
        if step not in migrations:
            expected = tr(
                "there is no format {step}; the oldest is {oldest}",
                step=step,
                oldest=min(migrations, default=newest),
            )
            return None, (Problem(("format",), expected=expected, found=str(said)),)
        document = {**migrations[step](document), "format": step + 1}
    return document, ()


def _unreadable(said: object, newest: int) -> Problem:
    if said is None:
        return Problem(("format",), expected=tr('is missing: begin the file with "format = {newest}"', newest=newest))
    return Problem(
        ("format",),
        expected=tr("must be the number {newest}, without quotes", newest=newest),
        found=str(said),
    )
