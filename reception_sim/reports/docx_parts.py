"""What python-docx has no words for: links, page numbers, alternative texts, the language of a style."""

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shape import InlineShape
from docx.shared import Pt, RGBColor
from docx.styles.style import BaseStyle
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from reception_sim.translation import tr

_QUIET = RGBColor(0x5F, 0x63, 0x68)
_ACCENT = RGBColor(0x0B, 0x5C, 0x8F)


def set_language(style: BaseStyle, language: str) -> None:
    """Say in which language text of a *style* is, for spelling and for reading aloud."""
    properties = style.element.get_or_add_rPr()
    for found in properties.findall(qn("w:lang")):
        properties.remove(found)
    said = OxmlElement("w:lang")
    said.set(qn("w:val"), {"en": "en-GB"}.get(language, language))
    properties.append(said)


def set_alternative_text(drawn: InlineShape, description: str) -> None:
    """Say what a picture shows to those who cannot see it."""
    drawn._inline.docPr.set("descr", description)  # noqa: SLF001 - python-docx has no door to it


def keep_with_next(paragraph: Paragraph) -> None:
    """Keep a heading on the page of what it stands above."""
    paragraph.paragraph_format.keep_with_next = True


def write_link(paragraph: Paragraph, address: str, *, to_web: bool) -> None:
    """Write an address, which can be followed if it leads *to_web*."""
    run = paragraph.add_run(address)
    run.font.size = Pt(8.5)
    if not to_web:
        return
    run.font.color.rgb, run.font.underline = _ACCENT, True
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    link.append(run._element)  # noqa: SLF001 - a run moves into a link only as XML
    paragraph._p.append(link)  # noqa: SLF001 - the same


def page_number(paragraph: Paragraph, title: str) -> None:
    """Write the title and "Page 2 of 9" at the foot of every page."""
    _quiet(paragraph.add_run(f"{title}\t\t"))
    before, between, after = tr("Page {{page}} of {{of}}").replace("{{of}}", "{{page}}").split("{{page}}")
    _quiet(paragraph.add_run(before))
    _field(paragraph, "PAGE")
    _quiet(paragraph.add_run(between))
    _field(paragraph, "NUMPAGES")
    _quiet(paragraph.add_run(after))


def _field(paragraph: Paragraph, instruction: str) -> None:
    for kind in ("begin", instruction, "separate", "1", "end"):
        run = paragraph.add_run()  # a run each: else some programs forget how it is written
        _quiet(run)
        run._element.append(_part(kind, instruction))  # noqa: SLF001 - python-docx has no fields


def _part(kind: str, instruction: str) -> object:
    if kind == "1":  # what stands there until a program counts the pages
        shown = OxmlElement("w:t")
        shown.text = kind
        return shown
    if kind == instruction:
        said = OxmlElement("w:instrText")
        said.text = instruction
        return said
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    return mark


def _quiet(run: Run) -> None:
    run.font.size, run.font.color.rgb = Pt(8), _QUIET
