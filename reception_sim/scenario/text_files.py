"""Reading a file that a person gave, and saying in words why it cannot be read."""

from pathlib import Path
from typing import Final

from reception_sim.translation import tr

LARGEST_BYTES: Final = 5_000_000


class FileError(Exception):
    """A file that cannot be read as text; says what the file is instead, or what the system refused."""


def read_text(path: Path) -> str:
    """Return the text of the UTF-8 file at *path*, without byte order mark; FileError says why not."""
    try:
        content = _read_bytes(path)
    except (OSError, ValueError) as error:
        raise FileError(_refusal(error)) from error
    if b"\0" in content:
        raise FileError(tr("this is a binary file, not text"))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise FileError(tr("the text is not in UTF-8 (line {line}); save it again as UTF-8", line=line)) from error


def _read_bytes(path: Path) -> bytes:
    size = path.stat().st_size
    if path.is_dir():
        raise FileError(tr("this is a folder, not a file"))
    if not path.is_file():
        raise FileError(tr("this is a device, not a file"))
    if size > LARGEST_BYTES:
        raise FileError(_too_large(size))
    return path.read_bytes()


def _too_large(size: int) -> str:
    return tr(
        "a file of {size} MB is too large: at most {most} MB are read",
        size=f"{size / 1e6:.3g}",
        most=f"{LARGEST_BYTES / 1e6:g}",
    )


def _refusal(error: OSError | ValueError) -> str:
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return tr("there is no such file")
        case PermissionError():
            return tr("you may not read this file: its permissions do not allow it")
        case OSError():
            return tr("the file cannot be read: {reason}", reason=error.strerror or str(error))
        case _:
            return tr("this is not a name that a file can have")
