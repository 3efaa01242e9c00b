"""The trainer's page of the short lessons says what their files say, and shows each of them."""

import pytest

from reception_sim.scenario.library import shipped
from tools.lesson_page import PAGE, page

LESSONS = [entry for entry in shipped() if entry.lesson is not None]
TEXT = PAGE.read_text(encoding="utf-8")


def test_that_the_page_is_that_of_the_files():
    assert page() == TEXT, "run python -m tools.lesson_page"


@pytest.mark.parametrize("entry", LESSONS, ids=lambda entry: entry.id)
def test_that_each_lesson_has_its_picture(entry):
    picture = PAGE.parent / f"../../docs/images/map_{entry.id}.png"

    assert f"map_{entry.id}.png" in TEXT
    assert picture.is_file()
