"""From a plan to a file: a person's comments, order and layout stay wherever nothing has changed."""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from reception_sim.scenario.arrival_files import as_arrivals
from reception_sim.scenario.arrivals import ArrivalPlan
from reception_sim.scenario.counts import CountsError, read_counts
from reception_sim.scenario.documents import as_document
from reception_sim.scenario.migrations import migrated
from reception_sim.scenario.plan import ScenarioPlan
from reception_sim.scenario.problems import ScenarioError
from reception_sim.scenario.readable import validated
from reception_sim.scenario.reading import parse_toml
from reception_sim.scenario.text_files import FileError, read_text
from reception_sim.scenario.toml_editing import CannotEdit, Change, edited
from reception_sim.scenario.toml_text import document_text
from reception_sim.scenario.whole_file import FileNotWritten, make_folder, write_whole
from reception_sim.translation import tr

_FIRST_COMMENT: Final = re.compile(r"(?:#[^\n]*\n)+")


def write_scenario(scenario: ScenarioPlan, path: Path, like: Path | None = None) -> None:
    """Write *scenario* to *path*, and the counts of its arrival files beside it where they are missing.

    Of a file that is there, or of the one that it is to be *like*, only what differs changes: comments and layout stay.
    Reading the file gives *scenario* again.
    FileNotWritten says why it could not be written, and then the old file is as it was.
    """
    for stream in _streams_from_files(scenario):
        _write_counts(stream, path.parent)
    write_whole(path, text_for(scenario, _text_at(like or path)).encode())


def text_for(scenario: ScenarioPlan, old: str = "") -> str:
    """Return the text of a file that says *scenario*: *old* changed where it differs, or a new text."""
    lines = old.replace("\r\n", "\n")
    text = _edited(scenario, lines) or _written_anew(scenario, lines)
    assert _says(text, scenario)  # what is written can be read again
    return text.replace("\n", "\r\n") if "\r\n" in old else text


def _text_at(path: Path) -> str:
    try:
        return read_text(path)
    except FileError:
        return ""


def _edited(scenario: ScenarioPlan, text: str) -> str | None:
    """Return *text* with the changes in place; None if it is no scenario, or has no place for them."""
    old = _plan_in(text)
    if old is None:
        return None
    change = Change(
        as_document(old, with_defaults=True),
        as_document(scenario, with_defaults=True),
        as_document(scenario, with_defaults=False),
    )
    with suppress(CannotEdit):
        new = edited(text, change)
        return new if _says(new, scenario) else None
    return None


def _written_anew(scenario: ScenarioPlan, text: str) -> str:
    """Return a new text; of an old scenario only the comment at its top stays."""
    found = _FIRST_COMMENT.match(text) if _plan_in(text) is not None else None
    head = f"{found[0]}\n" if found else ""
    return head + document_text(as_document(scenario, with_defaults=False))


def _says(text: str, scenario: ScenarioPlan) -> bool:
    """Tell whether *text* says *scenario*, in the same order: chance and the screen follow that order."""
    plan = _plan_in(text)
    return plan is not None and _in_order(plan) == _in_order(scenario)


def _in_order(scenario: ScenarioPlan) -> str:
    return json.dumps(as_document(scenario, with_defaults=True), default=str)


def _plan_in(text: str) -> ScenarioPlan | None:
    try:
        document, _ = migrated(parse_toml(text, ""))
        return validated(document)
    except (ScenarioError, ValidationError):
        return None


def _streams_from_files(scenario: ScenarioPlan) -> Iterator[ArrivalPlan]:
    for entry in scenario.entry_points.values():
        yield from (stream for stream in entry.arrivals if stream.file is not None)


def _write_counts(stream: ArrivalPlan, folder: Path) -> None:
    path = folder / (stream.file or "")
    if not path.exists():
        make_folder(path.parent)
        write_whole(path, _counts_text(stream).encode())
    elif not _has_counts_of(stream, path):
        raise FileNotWritten(
            path,
            tr("another file of counts of this name is there"),
            tr("Save the scenario in another folder, or move that file away."),
        )


def _has_counts_of(stream: ArrivalPlan, path: Path) -> bool:
    try:
        return as_arrivals(replace(stream, daily=None, spans=None), read_counts(path)) == stream
    except (CountsError, FileError):
        return False


def _counts_text(stream: ArrivalPlan) -> str:
    days = [f"{day},{persons}" for day, persons in (stream.daily or {}).items()]
    spans = [f"{span.since},{span.persons}" for span in stream.spans or ()]
    return "\n".join(["date,persons", *days, *spans, ""])
