"""A file is written whole or not at all."""

import errno
import os
from pathlib import Path

import pytest

from reception_sim.scenario import FileNotWritten, open_whole, require_writable, write_whole


def write_half(path, failure):
    with open_whole(path) as file:
        file.write(b"half of i")
        raise failure


def test_that_a_file_is_written(tmp_path):
    write_whole(tmp_path / "new.txt", b"all of it")

    assert (tmp_path / "new.txt").read_bytes() == b"all of it"
    assert [path.name for path in tmp_path.iterdir()] == ["new.txt"]


@pytest.mark.parametrize("failure", [OSError(errno.ENOSPC, "full"), KeyboardInterrupt(), ValueError("a mistake")])
def test_that_what_fails_half_way_leaves_what_was_there(failure, tmp_path):
    target = tmp_path / "figures.csv"
    target.write_bytes(b"what was there")

    with pytest.raises((FileNotWritten, type(failure))):
        write_half(target, failure)

    assert target.read_bytes() == b"what was there"
    assert [path.name for path in tmp_path.iterdir()] == ["figures.csv"]


def test_that_a_full_disk_is_told_in_words(tmp_path):
    with pytest.raises(FileNotWritten, match="the disk is full"):
        write_half(tmp_path / "a", OSError(errno.ENOSPC, "no space"))


def test_that_a_link_still_leads_to_the_file(tmp_path):
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_bytes(b"old")
    link.symlink_to(target)

    write_whole(link, b"new")

    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_that_a_device_stays_one():
    device = Path(os.devnull)

    write_whole(device, b"gone")

    assert device.exists()
    assert not device.is_file()


@pytest.mark.parametrize("name", ["new.txt", "there.txt"])
def test_that_asking_whether_a_file_can_be_written_leaves_it_as_it_is(name, tmp_path):
    (tmp_path / "there.txt").write_bytes(b"there")

    require_writable(tmp_path / name)

    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("there.txt", b"there")]


@pytest.mark.parametrize(("name", "reason"), [("nowhere/a.txt", "folder does not exist"), (".", "this is a folder")])
def test_that_a_place_that_cannot_be_written_is_told(name, reason, tmp_path):
    with pytest.raises(FileNotWritten, match=reason):
        require_writable(tmp_path / name)
