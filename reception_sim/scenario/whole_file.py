"""Writing a file whole or not at all: a full disk or a power cut leaves what was there before."""

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Self

from typing_extensions import override

from reception_sim.translation import tr


class FileNotWritten(Exception):  # noqa: N818 - says what is so; it is no error of the program
    """A file that could not be written: which, why, and what to do. What stood there before is untouched."""

    def __init__(self, file: Path, reason: str, advice: str) -> None:
        self.file = file
        self.reason = reason
        self.advice = advice
        super().__init__(f"{file}: {reason}. {advice}")

    @override
    def __reduce__(self) -> tuple[type[Self], tuple[Path, str, str]]:
        return type(self), (self.file, self.reason, self.advice)  # so that it comes back from another process


def write_whole(path: Path, content: bytes) -> None:
    """Write *content* to *path* by way of a new file beside it; FileNotWritten says what to do on failure."""
    with open_whole(path) as file:
        file.write(content)


@contextmanager
def open_whole(path: Path) -> Iterator[IO[bytes]]:
    """Yield a file that takes the place of *path* when all is written, and vanishes when anything fails.

    What is no ordinary file (a pipe, a device) is written as it stands.
    """
    target = path.resolve()
    try:
        if target.exists() and not target.is_file() and not target.is_dir():
            with target.open("wb") as file:
                yield file
        else:
            with _placed_at(target) as file:
                yield file
    except OSError as error:
        raise FileNotWritten(path, *_reason_and_advice(error)) from error


def require_writable(path: Path) -> None:
    """Raise FileNotWritten if *path* cannot be written, before long work is done for it; it is left untouched."""
    target = path.resolve()
    try:
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if target.is_file() or not target.exists():
            with tempfile.TemporaryFile(dir=target.parent):
                pass
        if target.exists() and not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    except OSError as error:
        raise FileNotWritten(path, *_reason_and_advice(error)) from error


@contextmanager
def _placed_at(target: Path) -> Iterator[IO[bytes]]:
    beside: Path | None = None
    try:
        with tempfile.NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", delete=False) as file:
            beside = Path(file.name)
            yield file
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(_mode_of(target))
        beside.replace(target)
        beside = None
    finally:
        if beside is not None:
            with suppress(OSError):
                beside.unlink()


def make_folder(folder: Path) -> None:
    """Make *folder* in a folder that is there; FileNotWritten says what to do on failure."""
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise FileNotWritten(folder, *_reason_and_advice(error)) from error


def _mode_of(target: Path) -> int:
    """Return the permissions that *target* has, or a new file would get."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _reason_and_advice(error: OSError) -> tuple[str, str]:
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            return tr("the disk is full"), tr("Free some space or save elsewhere; the old file is as it was.")
        case errno.ENOENT | errno.ENOTDIR:
            return tr("its folder does not exist"), tr("Make the folder or save elsewhere.")
        case errno.EISDIR:
            return tr("this is a folder"), tr("Give a name for the file.")
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return (
                tr("writing is not allowed here"),
                tr("Save elsewhere, or close what else has the file open; the old file is as it was."),
            )
        case _:
            return error.strerror or str(error), tr("Save elsewhere; the old file is as it was.")
