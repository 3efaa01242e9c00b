"""What the program remembers from one start to the next, and the files that were opened last."""

from enum import StrEnum
from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

ORGANISATION: Final = "Reception Sim"
RECENT_AT_MOST: Final = 10


class Appearance(StrEnum):
    """Which colours the window wears."""

    LIGHT = "light"
    DARK = "dark"


class Settings(QObject):
    """Last settings of the user, kept by the platform's own store."""

    appearance_changed = Signal(Appearance)
    motion_changed = Signal(bool)

    def __init__(self, store: QSettings | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store = store or QSettings(ORGANISATION, ORGANISATION)

    @property
    def appearance(self) -> Appearance:
        text = str(self.store.value("appearance", Appearance.LIGHT))
        return Appearance(text) if text in set(Appearance) else Appearance.LIGHT

    @appearance.setter
    def appearance(self, chosen: Appearance) -> None:
        self.store.setValue("appearance", str(chosen))
        self.appearance_changed.emit(chosen)

    @property
    def motion(self) -> bool:
        """Return whether people may be seen moving."""
        return str(self.store.value("motion", "true")) == "true"

    @motion.setter
    def motion(self, allowed: bool) -> None:
        self.store.setValue("motion", "true" if allowed else "false")
        self.motion_changed.emit(allowed)

    @property
    def speed(self) -> float | None:
        """Return the speed asked for last, in simulated seconds a second; None is as fast as it goes."""
        text = str(self.store.value("speed", "1800"))
        return None if text == "unlimited" else _number(text, 1800.0)

    @speed.setter
    def speed(self, asked: float | None) -> None:
        self.store.setValue("speed", "unlimited" if asked is None else f"{asked:g}")

    @property
    def players_text(self) -> float:
        """Return how large the text of the players' window is, as a multiple of the system's."""
        return _number(str(self.store.value("players_text", "1")), 1.0)

    def keep_players_text(self, times: float) -> None:
        self.store.setValue("players_text", f"{times:g}")

    @property
    def players_sound(self) -> bool:
        """Return whether players hear that a message has come."""
        return str(self.store.value("players_sound", "false")) == "true"

    def keep_players_sound(self, wanted: bool) -> None:  # noqa: FBT001 - a checkable button's own signature
        self.store.setValue("players_sound", "true" if wanted else "false")

    @property
    def folder(self) -> Path:
        """Return the folder that a file dialog was in last."""
        folder = Path(str(self.store.value("folder", str(Path.home()))))
        return folder if folder.is_dir() else Path.home()

    @folder.setter
    def folder(self, folder: Path) -> None:
        self.store.setValue("folder", str(folder))

    @property
    def hint_seen(self) -> bool:
        """Return whether the first-time hint has been put away."""
        return str(self.store.value("hint_seen", "false")) == "true"

    @hint_seen.setter
    def hint_seen(self, seen: bool) -> None:
        self.store.setValue("hint_seen", "true" if seen else "false")

    @property
    def open_project(self) -> Path | None:
        """Return the project that was open when the program ended unexpectedly, if it is still there."""
        text = str(self.store.value("open_project", ""))
        return Path(text) if text and Path(text).is_file() else None

    @open_project.setter
    def open_project(self, path: Path | None) -> None:
        self.store.setValue("open_project", str(path.resolve()) if path else "")
        self.store.sync()

    def layout(self, name: str) -> QByteArray:
        """Return the geometry kept under *name*; empty if there is none."""
        kept = self.store.value(f"layout/{name}")
        return kept if isinstance(kept, QByteArray) else QByteArray()

    def keep_layout(self, name: str, state: QByteArray) -> None:
        self.store.setValue(f"layout/{name}", state)

    def forget_layout(self) -> None:
        self.store.remove("layout")


class RecentFiles(QObject):
    """Scenarios and projects opened last, the newest first."""

    changed = Signal()

    def __init__(self, store: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store

    @property
    def paths(self) -> tuple[Path, ...]:
        """Return those that still exist."""
        return tuple(path for path in self._kept() if path.is_file())

    def add(self, path: Path) -> None:
        newest = path.resolve()
        self._keep([newest, *(kept for kept in self._kept() if kept != newest)][:RECENT_AT_MOST])

    def clear(self) -> None:
        self._keep([])

    def _kept(self) -> list[Path]:
        kept = self._store.value("recent", [])
        texts = kept if isinstance(kept, list) else [kept]  # a list of one comes back as its only element
        return [Path(str(text)) for text in texts if text]

    def _keep(self, paths: list[Path]) -> None:
        self._store.setValue("recent", [str(path) for path in paths])
        self.changed.emit()


def _number(text: str, otherwise: float) -> float:
    try:
        return float(text)
    except ValueError:
        return otherwise
