"""What is remembered from one start to the next."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from ui.state.settings import RECENT_AT_MOST, Appearance, RecentFiles, Settings


def reopened(settings: Settings) -> Settings:
    settings.store.sync()
    return Settings(QSettings(settings.store.fileName(), QSettings.Format.IniFormat))


def test_that_the_first_start_has_settings_to_begin_with(settings) -> None:
    assert (settings.appearance, settings.motion, settings.speed) == (Appearance.LIGHT, True, 1800.0)


def test_that_settings_come_back_at_the_next_start(settings, tmp_path) -> None:
    settings.appearance, settings.motion, settings.speed = Appearance.DARK, False, None
    settings.folder, settings.hint_seen = tmp_path, True
    settings.keep_layout("window", QByteArray(b"geometry"))

    again = reopened(settings)

    assert (again.appearance, again.motion, again.speed) == (Appearance.DARK, False, None)
    assert (again.folder, again.hint_seen, again.layout("window")) == (tmp_path, True, QByteArray(b"geometry"))


def test_that_a_broken_settings_file_does_not_stop_the_program(settings) -> None:
    for key, value in (("appearance", "purple"), ("speed", "fast"), ("layout/window", "?"), ("folder", "/nowhere")):
        settings.store.setValue(key, value)

    assert (settings.appearance, settings.speed) == (Appearance.LIGHT, 1800.0)
    assert settings.layout("window").isEmpty()
    assert settings.folder == Path.home()


def test_that_a_reset_layout_is_forgotten(settings) -> None:
    settings.keep_layout("window", QByteArray(b"geometry"))

    settings.forget_layout()

    assert settings.layout("window").isEmpty()


def test_that_the_file_opened_last_stands_first_and_once(settings, tmp_path) -> None:
    recent = RecentFiles(settings.store)
    first, second = _file(tmp_path, "first"), _file(tmp_path, "second")
    for path in (first, second, first):
        recent.add(path)

    assert recent.paths == (first, second)


def test_that_only_the_last_ten_files_are_kept(settings, tmp_path) -> None:
    recent = RecentFiles(settings.store)
    for number in range(RECENT_AT_MOST + 3):
        recent.add(_file(tmp_path, str(number)))

    assert len(recent.paths) == RECENT_AT_MOST


def test_that_one_recent_file_comes_back_at_the_next_start(settings, tmp_path) -> None:
    path = _file(tmp_path, "only")
    RecentFiles(settings.store).add(path)

    assert RecentFiles(reopened(settings).store).paths == (path,)


def test_that_a_file_that_is_gone_is_not_offered(settings, tmp_path) -> None:
    recent = RecentFiles(settings.store)
    path = _file(tmp_path, "gone")
    recent.add(path)

    path.unlink()

    assert recent.paths == ()


def _file(folder: Path, name: str) -> Path:
    path = folder / f"{name}.toml"
    path.touch()
    return path
