"""Pictures of a report as PNG, for documents that take no SVG: drawn by Typst, with the fonts that it brings."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import typst

from reception_sim.reports.document import Document, Gallery, Picture

# each picture is a page of its own, exactly as large as the picture
_SOURCE: Final = b"""\
#set page(width: auto, height: auto, margin: 0pt)
#set text(font: "Libertinus Serif")
#for drawing in json(bytes(sys.inputs.drawings)) { page(image(bytes(drawing), format: "svg")) }
"""
_PIXELS_PER_INCH: Final = 220.0


@dataclass(frozen=True)
class DrawnPictures:
    """The pictures of a document by their SVG."""

    by_svg: dict[str, bytes]

    def of(self, picture: Picture) -> bytes:
        """Return a picture as PNG."""
        return self.by_svg[picture.svg]


def draw_pictures(document: Document) -> DrawnPictures:
    """Draw every picture of *document*, all at once."""
    drawings = list(dict.fromkeys(picture.svg for picture in _pictures(document)))
    if not drawings:
        return DrawnPictures({})
    compiler = typst.Compiler(_SOURCE, ignore_system_fonts=True, sys_inputs={"drawings": json.dumps(drawings)})
    pages = compiler.compile(format="png", ppi=_PIXELS_PER_INCH)
    assert pages is not None  # no output file is named
    return DrawnPictures(dict(zip(drawings, [pages] if isinstance(pages, bytes) else pages, strict=True)))


def _pictures(document: Document) -> Iterator[Picture]:
    for section in document.sections:
        for block in section.blocks:
            match block:
                case Picture():
                    yield block
                case Gallery():
                    yield from block.pictures
                case _:
                    pass
