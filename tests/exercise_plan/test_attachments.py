"""Names and kinds of files that go out with injects, whatever a project file says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception_sim.exercise_plan.attachments import ShownAs, free_name, safe_name, shown_as
from tests.statistics.hand_written import unhurried


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("map.png", "map.png"),
        ("../../.bashrc", "bashrc"),
        ("C:\\Windows\\system32\\evil.exe", "evil.exe"),
        ("/etc/passwd", "passwd"),
        ("con.txt", "_con.txt"),
        ("bad\x00na\u202eme?.png", "badname_.png"),
        ("...", "file"),
        ("", "file"),
    ],
)
def test_that_a_name_in_a_project_is_never_a_path(written, plain):
    assert safe_name(written) == plain


@given(st.text())
@unhurried
def test_that_every_name_becomes_one_that_any_system_takes_and_stays_it(text):
    plain = safe_name(text)

    assert 0 < len(plain) <= 121
    assert not set(plain) & set('<>:"/\\|?*\x00')
    assert safe_name(plain) == plain


def test_that_a_second_file_of_one_name_gets_another():
    assert free_name("map.png", {"map.png", "map (2).png"}) == "map (3).png"


def test_that_a_file_is_shown_by_what_it_is_and_not_by_what_it_is_called():
    assert shown_as("harmless.exe", b"\x89PNG\r\n\x1a\n...") is ShownAs.PICTURE
    assert shown_as("list.csv", "Zoë;3".encode()) is ShownAs.TEXT
    assert shown_as("picture.png", b"MZ\x90") is ShownAs.NOT_HERE
    assert shown_as("picture.svg", b"<svg/>") is ShownAs.NOT_HERE
    assert shown_as("program.txt", b"MZ\x00\x90") is ShownAs.NOT_HERE
