"""The facilitator's kit: each paper for its readers, and nothing in it that they must not know."""

import re
from zipfile import ZipFile

import docx
import pytest

from reception_sim.papers import PAPERS, KitContent, write_kit
from reception_sim.reports.document import Document
from reception_sim.reports.printing import printed
from reception_sim.scenario import FileNotWritten
from tests.exercise_plan.exercises import busy_desk, exercise
from tests.papers.led_exercises import HIDDEN, TELLING

KIT = KitContent(TELLING, busy_desk())


def text_of(document: Document, tmp_path):
    """Return every word of a paper as it is in its file, wherever in it that stands."""
    path = tmp_path / "paper.docx"
    path.write_bytes(printed(document, path, None))
    with ZipFile(path) as archive:
        return "\n".join(archive.read(name).decode("utf-8", errors="ignore") for name in archive.namelist())


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    folder = tmp_path_factory.mktemp("kit")
    return folder, write_kit(TELLING, busy_desk(), folder / "kit")


def test_that_the_kit_has_every_paper_and_the_list(written):
    folder, paths = written

    assert [path.name for path in paths] == [*(f"{name}.docx" for name in PAPERS), "msel.xlsx"]
    assert sorted(paths) == sorted((folder / "kit").iterdir())


@pytest.mark.parametrize("paper", ["players_handbook", "player_briefs", "certificates"])
def test_that_players_read_nothing_that_they_must_not_know(paper, tmp_path):
    told = text_of(PAPERS[paper](KIT), tmp_path).casefold()
    known = {"zother"} if paper == "player_briefs" else set()  # one brief says what its own cell was told

    assert [hidden for hidden in HIDDEN if hidden.casefold() in told and hidden not in known] == []


def test_that_a_brief_tells_only_its_own_cell_what_it_was_told():
    sections = {section.title: str(section.blocks) for section in PAPERS["player_briefs"](KIT).sections}

    assert list(sections) == ["Border police", "Health authority"]
    assert "zother" in sections["Health authority"]
    assert "zother" not in sections["Border police"]
    assert all("People gather at the gate." in said for said in sections.values())


def test_that_a_brief_tells_only_what_its_cell_may_decide():
    sections = {section.title: str(section.blocks) for section in PAPERS["player_briefs"](KIT).sections}

    assert "Open station" in sections["Border police"]
    assert "Open station" not in sections["Health authority"]


def test_that_a_card_says_what_its_recipients_get_and_not_a_word_more():
    hidden = ("zexpected", "zguidance", "zremark", "Close Desk", "expected action", "persons", "zcriterion")
    told = str(PAPERS["inject_cards"](KIT))

    assert [words for words in hidden if words in told] == []


def test_that_there_is_a_card_for_each_inject_in_the_order_in_which_they_come():
    cards = PAPERS["inject_cards"](KIT).sections

    assert [int(re.match(r"\d+", card.title)[0]) for card in cards] == [1, 2, 3, 4, 5]
    assert [card.starts_page for card in cards] == [False, True, True, True, True]


def test_that_controllers_read_all_there_is_to_an_inject():
    wanted = (
        "zexpected",
        "zguidance",
        "zremark",
        "Close Desk",
        "zbus: sixty more",
        "Regional police",
        "radio",
        "map.pdf",
    )
    in_words = (
        "if not: inject 4",
        "points: 3",
        "within 1 h",
        "by hand",
        "when queue of desk > 3 persons, for 10 min",
        "4:00",
    )
    told = str(PAPERS["controllers_handbook"](KIT))

    assert [words for words in (*wanted, *in_words) if words not in told] == []


def test_that_evaluators_have_a_sheet_for_each_objective():
    sheets = [section for section in PAPERS["evaluators_guide"](KIT).sections if section.starts_page]

    assert [sheet.title for sheet in sheets] == ["Objective: See people in time"]
    assert all(said in str(sheets[0]) for said in ("zcriterion", "zexpected", "zguidance", "P, S, M or U"))


def test_that_certificates_ask_for_no_name_but_leave_room_for_one():
    pages = PAPERS["certificates"](KIT).sections

    assert len(pages) == len(TELLING.cells)
    assert all("___" in str(page) for page in pages)


@pytest.mark.parametrize("suffix", [".pdf", ".html"])
def test_that_the_kit_can_be_printed(suffix, tmp_path):
    paths = write_kit(exercise(), busy_desk(), tmp_path, suffix=suffix)

    assert all(path.stat().st_size > 2_000 for path in paths)


def test_that_the_kit_is_editable_with_real_headings(written):
    word = docx.Document(str(written[1][0]))

    assert "Objectives" in [paragraph.text for paragraph in word.paragraphs if paragraph.style.name == "Heading 1"]


def test_that_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "taken").write_text("a file", encoding="utf-8")

    with pytest.raises(FileNotWritten, match="Choose another folder"):
        write_kit(exercise(), busy_desk(), tmp_path / "taken")
