"""Reports as files: one HTML file that fetches nothing, a tagged PDF, pictures of pages."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from reception_sim.reports.publishing import is_report_name, preview_pages, write_report
from reception_sim.scenario import FileNotWritten
from reception_sim.scenario.parts import Source
from tests.reports.contents import COMPLETE, replicated, single, titled


class Page(HTMLParser):
    """Reads a page: its elements, its addresses and its text."""

    def __init__(self, text):
        super().__init__()
        self.elements, self.addresses, self.links, self.words = [], [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))
        for name, value in attributes:
            if tag == "a" and name == "href":
                self.links.append(value)
            elif name in ("src", "href", "srcset", "data", "poster", "action", "background", "xlink:href"):
                self.addresses.append(value)

    def handle_data(self, text):
        self.words.append(text)

    def all(self, tag):
        return [attributes for name, attributes in self.elements if name == tag]


def html_of(content, folder):
    path = folder / "report.html"
    write_report(content, path)
    return path.read_text("utf-8")


def pdf_of(content, folder):
    path = folder / "report.pdf"
    write_report(content, path)
    return path.read_bytes()


def test_that_an_html_report_fetches_nothing(tmp_path):
    text = html_of(replicated(), tmp_path)
    page = Page(text)

    assert page.addresses == []
    assert not {"script", "link", "iframe", "img", "object"} & {tag for tag, _ in page.elements}
    assert "@import" not in text
    assert "url(" not in text


def test_that_a_title_cannot_become_markup(tmp_path):
    page = Page(html_of(titled("<script>alert('x')</script>"), tmp_path))

    assert page.all("script") == []
    assert any("<script>alert('x')</script>" in words for words in page.words)


def test_that_only_web_addresses_become_links(tmp_path):
    content = single()
    sources = (Source(title="A", url="javascript:alert(1)"), Source(title="B", url="https://example.org/b?c=1&d=2"))
    page = Page(html_of(replace(content, scenario=replace(content.scenario, sources=sources)), tmp_path))

    assert [link for link in page.links if not link.startswith("#")] == ["https://example.org/b?c=1&d=2"]
    assert "javascript:alert(1)" in page.words


def test_that_an_html_report_can_be_read_aloud(tmp_path):
    page = Page(html_of(replicated(), tmp_path))

    assert page.all("html") == [{"lang": "en"}]
    assert all(drawing.get("aria-label") for drawing in page.all("div") if drawing.get("role") == "img")
    assert all(heading.get("scope") in ("col", "row") for heading in page.all("th"))
    assert len(page.all("h1")) == 1


def test_that_contents_lead_to_their_sections(tmp_path):
    page = Page(html_of(single(), tmp_path))

    sections = [section["id"] for section in page.all("section")]
    assert [link.removeprefix("#") for link in page.links if link.startswith("#")] == sections


def test_that_a_dark_screen_gets_dark_colours(tmp_path):
    assert "@media screen and (prefers-color-scheme: dark)" in html_of(single(), tmp_path)


def test_that_a_pdf_is_tagged_and_has_its_title_and_language(tmp_path):
    pdf = pdf_of(titled("Réfugiés à l'île"), tmp_path)

    assert pdf.startswith(b"%PDF-1.7")
    assert b"/MarkInfo" in pdf
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf
    assert "Réfugiés à l".encode() in pdf
    assert re.search(rb"/Lang ?\(en\)", pdf)


@pytest.mark.parametrize("title", ['#panic("x")', "*bold* _x_ $1$ @see \\ [a] <b>", "// no comment", "日本語 عربي"])
def test_that_a_title_cannot_become_typst_markup(title, tmp_path):
    assert pdf_of(titled(title), tmp_path).startswith(b"%PDF")


def test_that_equal_reports_are_equal_files(tmp_path):
    assert pdf_of(single(), tmp_path) == pdf_of(single(), tmp_path)
    assert html_of(single(), tmp_path) == html_of(single(), tmp_path)


def test_that_the_whole_format_can_be_reported(tmp_path):
    assert pdf_of(single(str(COMPLETE)), tmp_path).startswith(b"%PDF")


def test_that_a_preview_shows_every_page_as_a_picture(tmp_path):
    pages = preview_pages(single(), 40)

    assert len(pages) == len(re.findall(rb"/Type ?/Page\b", pdf_of(single(), tmp_path)))
    assert all(page.startswith(b"\x89PNG") for page in pages)


def test_that_more_pixels_an_inch_make_larger_pictures():
    def width(pages):
        return int.from_bytes(pages[0][16:20], "big")

    assert width(preview_pages(single(), 80)) == pytest.approx(2 * width(preview_pages(single(), 40)), abs=2)


@pytest.mark.parametrize(
    ("name", "is_one"), [("a.html", True), ("a.PDF", True), ("a.docx", True), ("a.odt", False), ("html", False)]
)
def test_that_a_report_is_known_by_its_name(name, is_one, tmp_path):
    assert is_report_name(tmp_path / name) is is_one


def test_that_another_kind_of_file_is_refused_by_name(tmp_path):
    with pytest.raises(ValueError, match=r'ends in \.html, \.pdf, \.docx or \.xlsx; found "report.txt"'):
        write_report(single(), tmp_path / "report.txt")

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["report.html", "report.pdf", "report.docx", "report.xlsx"])
def test_that_a_folder_that_is_missing_is_told(name, tmp_path):
    with pytest.raises(FileNotWritten, match="folder does not exist"):
        write_report(single(), tmp_path / "nowhere" / name)
