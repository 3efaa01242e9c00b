"""The colours of both themes: what must be read is read, what must be told apart is told apart."""

from dataclasses import fields

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QApplication

from ui.theme import DARK, ICONS, LIGHT, Theme, apply_theme, current_theme, icon

TEXT = ("text", "muted", "accent", "good", "warning", "bad")
GRAPHICS = ("outline", "route", "person", "accent", "good", "warning", "bad")
BOTH = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)


@BOTH
@pytest.mark.parametrize("behind", ["background", "surface", "accent_soft"])
@pytest.mark.parametrize("name", TEXT)
def test_that_text_can_be_read(theme: Theme, name: str, behind: str) -> None:
    assert contrast(theme.colour(name), theme.colour(behind)) >= 4.5


@BOTH
def test_that_text_on_the_accent_can_be_read(theme: Theme) -> None:
    assert contrast(theme.colour("on_accent"), theme.colour("accent")) >= 4.5


@BOTH
@pytest.mark.parametrize("behind", ["background", "surface"])
@pytest.mark.parametrize("name", GRAPHICS)
def test_that_graphics_stand_out(theme: Theme, name: str, behind: str) -> None:
    assert contrast(theme.colour(name), theme.colour(behind)) >= 3


@BOTH
@pytest.mark.parametrize("behind", ["background", "surface"])
def test_that_every_series_stands_out(theme: Theme, behind: str) -> None:
    weakest = min(contrast(QColor(series), theme.colour(behind)) for series in theme.series)

    assert weakest >= 3


@BOTH
def test_that_the_series_are_told_apart_by_every_kind_of_colour_vision(theme: Theme) -> None:
    okabe_and_ito = {"#000000", "#E69F00", "#56B4E9", "#009E73", "#F0E442", "#0072B2", "#D55E00", "#CC79A7"}

    assert set(theme.series) <= okabe_and_ito
    assert len(set(theme.series)) == len(theme.series)


@BOTH
def test_that_every_colour_of_a_theme_is_one(theme: Theme) -> None:
    names = [field.name for field in fields(theme) if field.name not in ("name", "series")]

    assert all(theme.colour(name).isValid() for name in names)


@BOTH
def test_that_the_application_wears_what_was_applied(qapp: QApplication, theme: Theme) -> None:
    apply_theme(qapp, theme)

    assert current_theme() is theme
    assert qapp.palette().window().color() == theme.colour("background")
    assert qapp.palette().windowText().color() == theme.colour("text")


@BOTH
def test_that_the_style_sheet_has_no_name_left_to_fill_in(qapp: QApplication, theme: Theme) -> None:
    apply_theme(qapp, theme)

    assert "$" not in qapp.styleSheet().partition("*/")[2]


@BOTH
def test_that_applying_a_theme_again_does_not_change_the_size_of_text(qapp: QApplication, theme: Theme) -> None:
    apply_theme(qapp, theme)
    first = qapp.styleSheet()
    apply_theme(qapp, theme)

    assert qapp.styleSheet() == first


@BOTH
@pytest.mark.parametrize("name", sorted(file.stem for file in ICONS.glob("*.svg")))
def test_that_every_icon_is_drawn_in_the_theme_s_colour(qapp: QApplication, theme: Theme, name: str) -> None:
    drawn = icon(name, theme).pixmap(QSize(24, 24), 1.0).toImage()

    drawn_pixels = [drawn.pixelColor(x, y) for x in range(drawn.width()) for y in range(drawn.height())]
    solid = [pixel for pixel in drawn_pixels if pixel.alpha() > 200]
    assert solid
    assert max(distance(pixel, theme.colour("text")) for pixel in solid) <= 4  # rounding at soft edges


def test_that_an_icon_is_sharp_on_a_dense_screen(qapp: QApplication) -> None:
    drawn = icon("play", LIGHT).pixmap(QSize(24, 24), 2.0)

    assert drawn.width() == 48


def test_that_an_icon_fades_when_it_cannot_be_used(qapp: QApplication) -> None:
    image = icon("play", LIGHT).pixmap(QSize(24, 24), 1.0, QIcon.Mode.Disabled).toImage()

    assert image.pixelColor(11, 12) == LIGHT.colour("outline")


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast ratio of WCAG 2.2 between two colours."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def distance(one: QColor, other: QColor) -> int:
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return max(abs(mine - yours) for mine, yours in pairs)


def luminance(colour: QColor) -> float:
    red, green, blue = (_linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
