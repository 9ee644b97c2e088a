"""Files are read whole and written whole, or left as they were."""

from __future__ import annotations

import io
import os
import stat
from pathlib import Path

import pytest

import eventkit.files
from eventkit.errors import UnknownFormatError
from eventkit.files import read, write
from eventkit.model import Event, TimeSlot

EVENT = Event("Ä", TimeSlot.local("2019-04-17 13:00", "14:00", "Europe/Paris"))


@pytest.mark.parametrize("ending", ["json", "jsonl", "yaml", "toml"])
def test_what_is_written_is_read(tmp_path: Path, ending: str) -> None:
    """The format follows from the ending; nothing else is left in the folder."""
    path = tmp_path / f"a.{ending}"
    write(EVENT, path)
    assert read(path).events == (EVENT,)
    assert [found.name for found in tmp_path.iterdir()] == [path.name]


def test_an_open_file_is_read() -> None:
    """Of bytes or of text."""
    text = eventkit.render(EVENT, "json")
    assert read(io.StringIO(text)).events == (EVENT,)
    assert read(io.BytesIO(text.encode())).events == (EVENT,)


def test_a_failed_writing_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No half-written and no temporary file remains."""
    path = tmp_path / "a.json"
    path.write_text("before")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(OSError, match="No space"):
        write(EVENT, path)
    assert path.read_text() == "before"
    assert len(list(tmp_path.iterdir())) == 1


def test_permissions_and_links_are_kept(tmp_path: Path) -> None:
    """A replaced file keeps its mode; a link is followed; a new file has the usual mode."""
    path = tmp_path / "a.json"
    path.touch()
    path.chmod(0o640)
    link = tmp_path / "b.json"
    link.symlink_to(path)
    write(EVENT, link)
    assert link.is_symlink()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    write(EVENT, tmp_path / "c.json")
    os.close(os.open(tmp_path / "d.json", os.O_CREAT, 0o666))
    assert (tmp_path / "c.json").stat().st_mode == (tmp_path / "d.json").stat().st_mode


def test_a_name_without_a_known_ending_needs_a_format(tmp_path: Path) -> None:
    """It is refused before anything is written."""
    with pytest.raises(UnknownFormatError):
        write(EVENT, tmp_path / "a")
    assert not list(tmp_path.iterdir())
    write(EVENT, tmp_path / "a", "json")
    with pytest.raises(UnknownFormatError):
        read(tmp_path / "a", "yml")


def test_a_file_that_is_too_large_is_a_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is not even loaded."""
    monkeypatch.setattr(eventkit.files, "SIZE_MAX", 10)
    path = tmp_path / "a.json"
    path.write_text(" " * 11)
    (finding,) = read(path).errors
    assert finding.file == str(path)
