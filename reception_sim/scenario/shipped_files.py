"""Where the scenarios that come with the program are: in the tree, or beside the installed code."""

from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).resolve().parents[1]
_FOLDERS: Final = (_PACKAGE.parent / "scenarios", _PACKAGE / "_library")


def shipped_files() -> dict[str, Path]:
    """Return the shipped scenario files by id (the file's name without its ending), lessons last, else by name."""
    folder = next((folder for folder in _FOLDERS if folder.is_dir()), None)
    if folder is None:
        return {}
    return {path.stem: path for path in (*sorted(folder.glob("*.toml")), *sorted(folder.glob("lessons/*.toml")))}
