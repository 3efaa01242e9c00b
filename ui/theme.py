"""What the program looks like: its colours by name, its type scale and its icons. No colour stands anywhere else."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Template
from tempfile import TemporaryDirectory
from typing import Final

from PySide6.QtCore import QByteArray, QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

GRID: Final = 8  # px; every distance is a multiple or a half of it
ICONS: Final = Path(__file__).with_name("icons")
_STYLE_SHEET: Final = Path(__file__).with_name("theme.qss")
_IN_STYLE_SHEET: Final = {"check": "on_accent"} | {f"chevron-{way}": "text" for way in ("up", "down", "left", "right")}
_ICON_SIZES: Final = (16, 20, 24, 32, 40, 48, 64, 96)
# Each step of the type scale, as a multiple of the system's own text size.
_SCALE: Final = {"small": 0.9, "heading": 1.25, "clock": 1.35, "figure": 1.55, "title": 1.9}


@dataclass(frozen=True)
class Theme:
    """Colours, by what they are for.

    Text (*text*, *muted*, *accent*, *good*, *warning*, *bad*) reads on *background*, *surface* and *accent_soft*;
    graphics (*outline*, *route*, *person* and the *series*) are told apart from *background* and *surface*.
    """

    name: str
    background: str  # of the window
    surface: str  # of what lies on it: cards, tables, charts
    sunken: str  # of fields and grooves
    line: str  # a quiet divider
    outline: str  # the edge of what can be used
    text: str
    muted: str
    accent: str
    accent_soft: str  # behind what is chosen
    on_accent: str
    good: str
    warning: str
    bad: str
    route: str
    person: str
    series: tuple[str, ...]  # of Okabe and Ito, those that stand out here

    def colour(self, name: str) -> QColor:
        """Return a colour by its name in this class."""
        return QColor(str(getattr(self, name)))

    def series_colour(self, index: int) -> QColor:
        """Return the colour of a chart's series; they begin again after the last."""
        return QColor(self.series[index % len(self.series)])


LIGHT: Final = Theme(
    name="light",
    background="#f3f5f7",
    surface="#ffffff",
    sunken="#e8ecf0",
    line="#d8dee4",
    outline="#7d8690",
    text="#1b2127",
    muted="#56606b",
    accent="#0067a3",
    accent_soft="#e2eff8",
    on_accent="#ffffff",
    good="#00704f",
    warning="#875700",
    bad="#b3261e",
    route="#78828d",
    person="#3b6d93",
    series=("#0072B2", "#D55E00", "#009E73", "#000000"),
)
DARK: Final = Theme(
    name="dark",
    background="#16191d",
    surface="#1f2429",
    sunken="#121417",
    line="#363e46",
    outline="#77828d",
    text="#e6e9ec",
    muted="#a5aeb8",
    accent="#56b4e9",
    accent_soft="#1d3445",
    on_accent="#08202f",
    good="#4fc59b",
    warning="#f0c24b",
    bad="#ff8a7a",
    route="#7f8b97",
    person="#8fc3e6",
    series=("#56B4E9", "#E69F00", "#009E73", "#F0E442"),
)
THEMES: Final = {theme.name: theme for theme in (LIGHT, DARK)}


# viridis, the same on light and dark: its lightness alone tells the values apart
_RAMP: Final = ("#440154", "#46327e", "#365c8d", "#277f8e", "#1fa187", "#4ac16d", "#a0da39", "#fde725")


def ramp_colour(part: float) -> QColor:
    """Return the colour of a value in a heat map; 0 is the lowest, 1 the highest."""
    place = min(max(part, 0.0), 1.0) * (len(_RAMP) - 1)
    lower = min(int(place), len(_RAMP) - 2)
    first, second, rest = QColor(_RAMP[lower]), QColor(_RAMP[lower + 1]), place - lower
    return QColor.fromRgbF(
        first.redF() + rest * (second.redF() - first.redF()),
        first.greenF() + rest * (second.greenF() - first.greenF()),
        first.blueF() + rest * (second.blueF() - first.blueF()),
    )


def text_on(ground: QColor) -> QColor:
    """Return the colour of text that reads on *ground*: black or white, whichever stands out more."""
    linear = [(level / 12.92 if level <= 0.04045 else ((level + 0.055) / 1.055) ** 2.4) for level in _levels(ground)]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return QColor("#000000") if luminance > 0.179 else QColor("#ffffff")


def _levels(colour: QColor) -> tuple[float, float, float]:
    return colour.redF(), colour.greenF(), colour.blueF()


def apply_theme(application: QApplication, theme: Theme) -> None:
    """Dress the whole application; what draws itself is told by its own `set_theme`."""
    application.setProperty("theme", theme.name)
    if application.style().name() != "fusion":
        application.setStyle("Fusion")
    application.setPalette(_palette(theme))
    sheet = style_sheet(theme, application.font().pointSizeF())
    if sheet != application.styleSheet():  # it is read and laid on every widget anew, the same one too
        application.setStyleSheet(sheet)


def current_theme() -> Theme:
    """Return the theme that was applied last; the light one before any."""
    application = QCoreApplication.instance()
    return LIGHT if application is None else THEMES.get(str(application.property("theme")), LIGHT)


def icon(name: str, theme: Theme, colour: str = "text") -> QIcon:
    """Return an icon in one of the theme's colours, sharp at every scale of the screen; grey while it is disabled."""
    made = QIcon()
    for size in _ICON_SIZES:
        made.addPixmap(icon_picture(name, theme.colour(colour), size))
        made.addPixmap(icon_picture(name, theme.colour("outline"), size), QIcon.Mode.Disabled)
    return made


def icon_picture(name: str, colour: QColor, size: int) -> QPixmap:
    """Draw an icon *size* pixels wide."""
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    drawing = _drawing(name).replace("currentColor", colour.name())
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture


@cache
def _drawing(name: str) -> str:
    return (ICONS / f"{name}.svg").read_text(encoding="utf-8")


def style_sheet(theme: Theme, text_size: float) -> str:
    """Return what Qt is told of a theme, for text of so many points."""
    sizes = {name: f"{text_size * times:.1f}pt" for name, times in _SCALE.items()}
    colours = {name: value for name, value in vars(theme).items() if isinstance(value, str)}
    icons = {"icons": Path(_painted_icons(theme).name).as_posix()}
    return Template(_STYLE_SHEET.read_text(encoding="utf-8")).substitute(colours | sizes | icons)


@cache
def _painted_icons(theme: Theme) -> TemporaryDirectory[str]:
    """Write the icons that a style sheet shows in the theme's colours: it can only name files."""
    folder = TemporaryDirectory(prefix="reception-sim-")
    for name, colour in _IN_STYLE_SHEET.items():
        drawing = _drawing(name).replace("currentColor", theme.colour(colour).name())
        (Path(folder.name) / f"{name}.svg").write_text(drawing, encoding="utf-8")
    return folder


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for where, name in (
        (role.Window, "background"),
        (role.WindowText, "text"),
        (role.Base, "surface"),
        (role.AlternateBase, "background"),
        (role.Text, "text"),
        (role.PlaceholderText, "muted"),
        (role.Button, "surface"),
        (role.ButtonText, "text"),
        (role.BrightText, "bad"),
        (role.Highlight, "accent"),
        (role.HighlightedText, "on_accent"),
        (role.Accent, "accent"),
        (role.Link, "accent"),
        (role.LinkVisited, "accent"),
        (role.ToolTipBase, "surface"),
        (role.ToolTipText, "text"),
        (role.Light, "surface"),
        (role.Midlight, "line"),
        (role.Mid, "line"),
        (role.Dark, "outline"),
        (role.Shadow, "outline"),
    ):
        palette.setColor(where, theme.colour(name))
    for where in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, theme.colour("outline"))
    palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, theme.colour("line"))
    palette.setColor(QPalette.ColorGroup.Disabled, role.HighlightedText, theme.colour("muted"))
    return palette
