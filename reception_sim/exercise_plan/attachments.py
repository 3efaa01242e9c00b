"""Files that go out with injects: which names they have outside, and which of them can be looked at here.

A project file comes from anybody. So a name in it is never taken for a path, and nothing in it is ever handed to
another program: pictures and plain text are shown here, by what they are and not by what they are called, and
everything else can only be written to a place that the user picks.
"""

import re
import unicodedata
from enum import StrEnum
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Final

from reception_sim.exercise_plan.exercise import Exercise

LARGEST_BYTES: Final = 20 * 1024 * 1024
_LONGEST_NAME: Final = 120
_TEXT_AT_MOST: Final = 200_000  # bytes that are shown
_PICTURES: Final = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
_TEXT_SUFFIXES: Final = (".txt", ".csv", ".md")
_RESERVED: Final = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_NOT_IN_NAMES: Final = re.compile(r'[<>:"/\\|?*]')


class ShownAs(StrEnum):
    """How a file can be looked at here."""

    PICTURE = "picture"
    TEXT = "text"
    NOT_HERE = "not here"


def safe_name(name: str) -> str:
    """Return a plain file name for *name*, whatever it says: no folder, no sign that a system takes for another."""
    last = PurePosixPath(PureWindowsPath(name).name).name
    plain = "".join(sign for sign in last if unicodedata.category(sign)[0] != "C")
    plain = _NOT_IN_NAMES.sub("_", plain).strip(" .")
    stem, dot, suffix = plain.rpartition(".")
    if len(plain) > _LONGEST_NAME:
        plain = f"{stem[: _LONGEST_NAME - len(suffix) - 1]}{dot}{suffix}"[:_LONGEST_NAME]
    return f"_{plain}" if _RESERVED.fullmatch(plain) else plain or "file"


def free_name(wanted: str, taken: set[str]) -> str:
    """Return a safe name that is not *taken*: map.png, map (2).png."""
    safe = safe_name(wanted)
    path, number, name = Path(safe), 2, safe
    while name in taken:
        name, number = f"{path.stem} ({number}){path.suffix}", number + 1
    return name


def shown_as(name: str, content: bytes) -> ShownAs:
    """Tell how a file can be looked at here, by what it holds."""
    if content.startswith(_PICTURES):
        return ShownAs.PICTURE
    if name.lower().endswith(_TEXT_SUFFIXES) and b"\x00" not in content:
        return ShownAs.TEXT
    return ShownAs.NOT_HERE


def text_in(content: bytes) -> str:
    """Return the text of a file, as much of it as is shown."""
    return content[:_TEXT_AT_MOST].decode("utf-8", errors="replace")


def files_named(exercise: Exercise) -> set[str]:
    """Return the names of the files that go out with any inject."""
    return {name for inject in exercise.injects for name in inject.attachments}
