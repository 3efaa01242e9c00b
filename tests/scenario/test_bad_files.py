"""Files that are no scenario are refused in words, and nothing else happens."""

import os
import time
from pathlib import Path

import pytest

from reception_sim.scenario import ScenarioError, parse_scenario, read_scenario
from reception_sim.scenario.text_files import LARGEST_BYTES


def refusal(path: Path) -> str:
    with pytest.raises(ScenarioError) as caught:
        read_scenario(path)
    assert caught.value.file == str(path)
    return str(caught.value)


@pytest.fixture
def file(tmp_path):
    return tmp_path / "scenario.toml"


def test_that_a_large_file_is_refused_before_it_is_read(file):
    with file.open("wb") as sparse:
        sparse.truncate(100_000_000)
    began = time.perf_counter()

    assert "a file of 100 MB is too large: at most 5 MB are read" in refusal(file)
    assert time.perf_counter() - began < 0.5


def test_that_a_file_of_the_largest_size_is_still_read(file):
    file.write_bytes(b"#" * LARGEST_BYTES)

    assert "format: is missing" in refusal(file)


def test_that_a_binary_file_is_refused_as_one(file):
    file.write_bytes(b"\x7fELF\x00\x00")

    assert "binary file" in refusal(file)


def test_that_another_encoding_than_utf_8_is_told_with_its_line(file):
    file.write_bytes(b'format = 1\ntitle = "caf\xe9"\n')

    assert "not in UTF-8 (line 2)" in refusal(file)


@pytest.mark.parametrize("content", [b"", b"\n \n", b"\xef\xbb\xbf"])
def test_that_an_empty_file_is_refused_as_one(file, content):
    file.write_bytes(content)

    assert "the file is empty" in refusal(file)


def test_that_a_folder_is_refused_as_one(tmp_path):
    assert "this is a folder" in refusal(tmp_path)


def test_that_a_device_is_refused_and_not_waited_for():
    assert "device" in refusal(Path(os.devnull))


def test_that_a_file_that_is_not_there_is_told_with_the_nearest_of_the_library(tmp_path):
    told = refusal(tmp_path / "border_post_basic.toml")

    assert "there is no such file" in told
    assert "Did you mean border_post_basics?" in told


def test_that_a_name_that_no_file_can_have_is_refused(tmp_path):
    assert "not a name" in refusal(tmp_path / "a\0b.toml")


def test_that_a_file_without_permission_is_told_as_one(file, monkeypatch):
    def refuse(self):
        raise PermissionError(13, "Permission denied")

    file.write_text("format = 1")
    monkeypatch.setattr(Path, "read_bytes", refuse)

    assert "permissions" in refusal(file)


def test_that_a_device_fault_while_reading_is_told_with_its_reason(file, monkeypatch):
    def fail(self):
        raise OSError(5, "Input/output error")

    file.write_text("format = 1")
    monkeypatch.setattr(Path, "read_bytes", fail)

    assert "Input/output error" in refusal(file)


@pytest.mark.parametrize(
    ("text", "line"),
    [("format = 1\n[stations\n", 2), ("format = 1\ntitle = \n", 2), ("a = 1\na = 2\n", 2), ('\n\n\nx = "', 4)],
)
def test_that_what_is_not_toml_is_told_with_its_line(text, line):
    with pytest.raises(ScenarioError) as caught:
        parse_scenario(text, "x.toml", None)

    assert [problem.line for problem in caught.value.problems] == [line]
    assert "not TOML" in str(caught.value)


@pytest.mark.parametrize("text", ["a = " + "[" * 5000, "a = " + "9" * 5000])
def test_that_absurd_toml_is_refused_like_any_other(text):
    with pytest.raises(ScenarioError):
        parse_scenario(text, "x.toml", None)


def test_that_a_byte_order_mark_does_not_matter(file, small_text):
    file.write_bytes(b"\xef\xbb\xbf" + small_text.encode())

    assert read_scenario(file).title == "Small border post"


def test_that_a_file_with_the_line_ends_of_windows_is_the_same_scenario(file, small_text, small_scenario):
    file.write_bytes(small_text.replace("\n", "\r\n").encode())

    assert read_scenario(file) == small_scenario
