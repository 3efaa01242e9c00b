"""A picture to take away: anything that can be painted, as a drawing (SVG) or in dots (PNG)."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QSize
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

SIZE: Final = QSize(960, 480)
SCALE: Final = 2  # dots a pixel of a picture in dots, sharp on paper
_DPI: Final = 96


@dataclass(frozen=True)
class Picture:
    """Paints on paper of its own size, whatever the window shows; *paint* ends the painter."""

    title: str
    paint: Callable[[QPainter], None]
    size: QSize = SIZE

    def svg(self) -> bytes:
        """Return the picture as SVG, its text as text."""
        content = QByteArray()
        buffer = QBuffer(content)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        generator = QSvgGenerator()
        generator.setOutputDevice(buffer)
        generator.setResolution(_DPI)
        generator.setSize(self.size)
        generator.setViewBox(QRect(QPoint(), self.size))
        generator.setTitle(self.title)
        self.paint(QPainter(generator))
        buffer.close()
        return bytes(content.data())

    def image(self) -> QImage:
        """Return the picture in dots."""
        image = QImage(self.size * SCALE, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(SCALE)
        self.paint(QPainter(image))
        return image

    def png(self) -> bytes:
        content = QByteArray()
        buffer = QBuffer(content)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, QByteArray(b"png")).write(self.image())
        buffer.close()
        return bytes(content.data())
