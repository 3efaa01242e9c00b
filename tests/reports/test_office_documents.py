"""Reports as Word documents that can be written on in, and as workbooks that can be reckoned with."""

from dataclasses import replace
from io import BytesIO

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from reception_sim.reports.composition import compose
from reception_sim.reports.document import Bullets, Column, Document, Gallery, Picture, Section, Table, row, unbroken
from reception_sim.reports.figures_in_text import amount_in
from reception_sim.reports.printing import printed
from reception_sim.reports.publishing import preview_pages, write_report
from reception_sim.reports.wording import NOTHING, count, duration
from reception_sim.scenario.parts import Source
from tests.reports.contents import COMPLETE, MADE, replicated, single, titled

PLACE_AND_PEOPLE = (Column("Place"), Column("People", number=True))
FORMULA = '=HYPERLINK("http://example.org","x")'


def word_of(content, folder):
    write_report(content, folder / "report.docx")
    return docx.Document(str(folder / "report.docx"))


def book_of(content, folder):
    write_report(content, folder / "report.xlsx")
    return openpyxl.load_workbook(folder / "report.xlsx")


def one_table(*rows, columns=PLACE_AND_PEOPLE):
    section = Section("Results", (Table("How many", columns, rows, note="Of one run."),))
    return Document("Title", "Subtitle", "en", (("Seed", "1"),), (section,))


def sheet_of(document):
    book = openpyxl.load_workbook(BytesIO(printed(document, COMPLETE.with_suffix(".xlsx"), MADE)))
    return book.worksheets[1]


def test_that_a_word_document_has_the_headings_of_the_report(tmp_path):
    word = word_of(single(), tmp_path)

    headings = [paragraph.text for paragraph in word.paragraphs if paragraph.style.name == "Heading 1"]
    assert headings == [section.title for section in compose(single()).sections]


def test_that_a_word_document_has_every_table_cell_by_cell(tmp_path):
    word = word_of(single(), tmp_path)
    blocks = [block for section in compose(single()).sections for block in section.blocks]
    tables = [block for block in blocks if isinstance(block, Table)]
    shown = [table for table in word.tables if table.rows[0]._tr.findall(f".//{qn('w:tblHeader')}")]

    assert [[cell.text for cell in table.rows[0].cells] for table in shown] == [
        [column.title for column in table.columns] for table in tables
    ]
    assert [len(table.rows) - 1 for table in shown] == [len(table.rows) for table in tables]


def test_that_every_chart_is_a_picture_that_can_be_read_aloud(tmp_path):
    word = word_of(single(), tmp_path)
    blocks = [block for section in compose(single()).sections for block in section.blocks]
    pictures = [block for block in blocks if isinstance(block, Picture)]
    pictures += [picture for block in blocks if isinstance(block, Gallery) for picture in block.pictures]
    said = {drawn.get("descr") for drawn in word.element.body.iter(qn("wp:docPr"))}

    assert pictures
    assert said == {unbroken(picture.description) for picture in pictures}


def test_that_only_web_addresses_become_links_in_word(tmp_path):
    content = single()
    sources = (Source(title="A", url="file:///etc/passwd"), Source(title="B", url="https://example.org/b"))
    whole = compose(replace(content, scenario=replace(content.scenario, sources=sources)))
    section = next(part for part in whole.sections if part.title == "Sources")
    path = tmp_path / "report.docx"
    path.write_bytes(printed(replace(whole, sections=(section,)), path, MADE))
    word = docx.Document(str(path))

    links = [link.target_ref for link in word.part.rels.values() if link.is_external]
    assert links == ["https://example.org/b"]


def test_that_a_workbook_has_a_sheet_for_each_table(tmp_path):
    book = book_of(replicated(), tmp_path)
    tables = [b for section in compose(replicated()).sections for b in section.blocks if isinstance(b, Table)]

    assert len(book.worksheets) == 1 + len(tables)
    assert len({name.casefold() for name in book.sheetnames}) == len(book.sheetnames)
    assert max(map(len, book.sheetnames)) <= 31
    assert all(sheet.freeze_panes == "B2" for sheet in book.worksheets[1:])


def test_that_numbers_can_be_reckoned_with_and_keep_their_units():
    sheet = sheet_of(
        one_table(row("Hall", "6,344"), row("Hall", "12.5 %"), row("Hall", "3 h 20 min"), row("H", NOTHING))
    )

    cells = [sheet.cell(number, 2) for number in range(2, 6)]
    assert [cell.value for cell in cells[:2]] == [6344, 12.5]
    assert cells[1].number_format == '#,##0.0" %"'
    assert cells[2].value.total_seconds() == 3 * 3600 + 20 * 60
    assert cells[3].value == NOTHING


def test_that_a_difference_below_nothing_is_no_time_of_day_which_excel_cannot_draw():
    cell = sheet_of(one_table(row("Hall", duration(-12 * 3600)))).cell(2, 2)

    positive, negative = cell.number_format.split(";")
    assert "[h]" in positive
    assert negative == '-0.00" days"'
    assert cell.value.total_seconds() == -12 * 3600


def test_that_half_widths_stand_in_a_column_of_their_own():
    sheet = sheet_of(one_table(row("Hall", "1,210 ± 35"), row("Pier", "3")))

    assert [[cell.value for cell in line] for line in sheet.iter_rows(max_row=3)] == [
        ["Place", "People", "± (95 %)"],
        ["Hall", 1210, 35],
        ["Pier", 3, None],
    ]


@pytest.mark.parametrize("number", [True, False])
def test_that_no_text_becomes_a_formula(number):
    sheet = sheet_of(one_table(row(FORMULA, "-1+1"), columns=(Column(FORMULA), Column("=1", number=number))))

    cells = [cell for line in sheet.iter_rows() for cell in line if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(cell.quotePrefix for cell in cells if str(cell.value).startswith(("=", "-")))


def test_that_control_characters_do_not_stop_a_report(tmp_path):
    document = replace(one_table(row("A\x00B\x0bC", "1")), title="A\x00B")
    for name in ("report.docx", "report.xlsx"):
        (tmp_path / name).write_bytes(printed(document, tmp_path / name, MADE))

    assert docx.Document(str(tmp_path / "report.docx")).paragraphs[0].text == "AB"
    assert openpyxl.load_workbook(tmp_path / "report.xlsx").worksheets[1].cell(2, 1).value == "ABC"


def test_that_control_characters_do_not_stop_a_chart():
    assert preview_pages(titled("A\x00B\x0bC"), 20)


@pytest.mark.parametrize("name", ["report.docx", "report.xlsx"])
def test_that_equal_reports_are_equal_office_files(name, tmp_path):
    document = replace(compose(single()), sections=compose(single()).sections[:4])

    assert printed(document, tmp_path / name, MADE) == printed(document, tmp_path / name, MADE)


@pytest.mark.parametrize("name", ["report.docx", "report.xlsx"])
def test_that_the_whole_format_can_be_an_office_document(name, tmp_path):
    write_report(single(str(COMPLETE)), tmp_path / name)

    assert (tmp_path / name).stat().st_size > 10_000


def test_that_what_answers_first_stands_on_the_first_sheet(tmp_path):
    first = next(block for block in compose(single()).sections[0].blocks if isinstance(block, Bullets))
    sheet = book_of(single(), tmp_path).worksheets[0]

    written = {cell.value for line in sheet.iter_rows() for cell in line}
    assert set(first.items) <= written


@given(st.integers(-(10**9), 10**9))
def test_that_a_count_is_read_back_as_it_was(number):
    assert amount_in(count(number)).value == number


@given(st.floats(-10 * 86400, 10 * 86400))
def test_that_a_length_of_time_is_read_back_as_it_is_said(seconds):
    days = amount_in(duration(seconds)).value

    assert abs(days * 86400 - seconds) <= (1800 if abs(seconds) >= 2 * 86400 - 60 else 30)


@pytest.mark.parametrize("text", ["", NOTHING, "at most 4 h", "13 Sep 21:00", "1,2,3", "2 of 4", "--5", "met"])
def test_that_what_is_no_number_stays_text(text):
    assert amount_in(text) is None
