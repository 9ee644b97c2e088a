"""Many events: the same bytes however they are converted, and whole or not at all."""

from __future__ import annotations

import gzip
import json
import os
import random
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from eventkit import Event, TimeSlot, bulk, read, render
from eventkit.bulk import opening
from eventkit.errors import InvalidValueError, ReadError
from eventkit.formats import parquet

zstandard = pytest.importorskip("zstandard")

STAMP = datetime(2026, 1, 1, tzinfo=UTC)
KILLS = 7 if os.environ.get("CI") else 1  # of each of three formats


def _lines(count: int) -> str:
    slot = TimeSlot.local("2026-04-17 13:00", "14:00", "Europe/Paris")
    words = "How companies gain. "
    events = [Event(f"Nr {n} & more", slot, description=words * (n % 9 + 1)) for n in range(count)]
    return render(events, "jsonl")


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of 300 events, which is cut into a dozen pieces."""
    monkeypatch.setattr(opening, "CHUNK", 8000)
    path = tmp_path / "in.jsonl"
    path.write_text(_lines(300), "utf-8")
    return path


@pytest.mark.parametrize(
    ("target", "ending"), [("jsonl", "jsonl"), ("jsonld", "jsonld"), ("ical", "ics")]
)
@pytest.mark.parametrize("processes", [1, 2])
def test_it_gives_the_bytes_of_the_whole(
    source: Path, target: str, ending: str, processes: int
) -> None:
    """Piece by piece, in one process or several, it is what the writer gives for all at once."""
    out = source.with_name(f"out.{ending}")
    done = bulk.convert([source], target, out, processes=processes)
    assert done == bulk.Summary(written=300, rejected=0)
    assert out.read_bytes().decode("utf-8") == render(read(source).events, target)
    assert sorted(path.name for path in source.parent.iterdir()) == ["in.jsonl", out.name]


def test_a_calendar_has_each_zone_once_before_all_entries(tmp_path: Path) -> None:
    """Also compressed, and of whatever years its pieces are: the bytes are those of the whole."""
    zones = ["Europe/Paris", "America/New_York", "+05:30"]
    listed = [
        Event(f"Nr {n}", TimeSlot.local(f"{2010 + n % 19}-04-17 13:00", "14:00", zones[n % 3]))
        for n in range(60)
    ]
    source, out = tmp_path / "in.jsonl", tmp_path / "out.ics.gz"
    source.write_text(render(listed, "jsonl"), "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opening, "CHUNK", 1000)
        bulk.convert([source], "ical", out, processes=1, dtstamp=STAMP)
    text = gzip.decompress(out.read_bytes()).decode("utf-8")
    assert text == render(listed, "ical", dtstamp=STAMP)
    assert [text.count(f"BEGIN:{name}\r\n") for name in ("VTIMEZONE", "VEVENT")] == [2, 60]
    bulk.convert([out], "jsonl", tmp_path / "again.jsonl", processes=1)
    assert read(tmp_path / "again.jsonl").events == tuple(listed)


def test_an_output_may_be_an_address(source: Path) -> None:
    """It is written on this machine, and handed over when it is whole."""
    fsspec = pytest.importorskip("fsspec")
    bulk.convert([source], "jsonl", "memory://out/all.jsonl", processes=1)
    with fsspec.open("memory://out/all.jsonl", "rb") as file:
        assert file.read() == source.read_bytes()
    for target, ending in (("ical", "ics"), ("parquet", "parquet")):
        bulk.convert([source], target, f"memory://out/all.{ending}", processes=1)
        again = source.with_name(f"{target}.jsonl")
        bulk.convert([f"memory://out/all.{ending}"], "jsonl", again, processes=1)
        assert again.read_bytes() == source.read_bytes()


def test_json_ld_in_lines_has_a_node_a_line(source: Path) -> None:
    """Each is a document of its own."""
    out = source.with_name("out.jsonl")
    bulk.convert([source], "jsonld", out, processes=1)
    nodes = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert [node["name"] for node in nodes] == [f"Nr {n} & more" for n in range(300)]
    assert {node["@context"] for node in nodes} == {"https://schema.org"}


@pytest.mark.parametrize("ending", [".gz", ".zst"])
def test_compressed_files_are_read_and_written(source: Path, ending: str) -> None:
    """By the ending of the name, in pieces that any reader takes for one file."""
    packed, out = source.with_name(f"in.jsonl{ending}"), source.with_name(f"out.jsonl{ending}")
    pack = gzip.compress if ending == ".gz" else zstandard.ZstdCompressor().compress
    packed.write_bytes(pack(source.read_bytes()))
    bulk.convert([packed], "jsonl", out, processes=1)
    again = source.with_name("again.jsonl")
    bulk.convert([out], "jsonl", again, processes=1)
    assert again.read_bytes() == source.read_bytes()
    if ending == ".gz":
        assert gzip.decompress(out.read_bytes()) == source.read_bytes()
    first = out.read_bytes()
    bulk.convert([packed], "jsonl", out, processes=1)
    assert out.read_bytes() == first


def test_a_bad_record_is_put_aside_with_its_line(source: Path) -> None:
    """The rest goes on; the record stands in the rejects as it was."""
    lines = source.read_bytes().splitlines(keepends=True)
    lines[41], lines[250] = b'{"name": "A"}\n', b'{"name": "Caf\xe9"}\n'
    source.write_bytes(b"".join(lines))
    out, rejects = source.with_name("out.jsonl"), source.with_name("rejects.jsonl")
    done = bulk.convert([source], "jsonl", out, rejects=rejects, processes=1)
    assert done == bulk.Summary(written=298, rejected=2)
    assert out.read_bytes() == b"".join(lines[:41] + lines[42:250] + lines[251:])
    first, second = (json.loads(line) for line in rejects.read_text("utf-8").splitlines())
    assert (first["line"], first["record"]) == (42, '{"name": "A"}')
    assert first["findings"][0]["code"] == "EK004"
    assert (second["line"], second["record"]) == (251, '{"name": "Caf\\xe9"}')
    assert second["findings"][0]["code"] == "EK008"


def test_without_rejects_the_first_bad_record_ends_it(source: Path) -> None:
    """What was there before is untouched."""
    source.write_bytes(source.read_bytes() + b"{}\n")
    out = source.with_name("out.jsonl")
    out.write_text("before")
    with pytest.raises(ReadError, match="301"):
        bulk.convert([source], "jsonl", out, keep_going=False, processes=1)
    assert out.read_text() == "before"
    assert len(list(source.parent.iterdir())) == 2


@pytest.mark.parametrize("target", ["jsonld", "jsonld-lines", "ical"])
def test_what_shows_its_way_in_is_put_aside(source: Path, target: str) -> None:
    """With its line and itself, where all would see it; a document keeps it."""
    shown = {
        "name": "Nr 300",
        "slot": {"start": "2026-04-17T13:00", "timezone": "Europe/Paris"},
        "description": "PIN 99xyz",
        "joining": {"url": "https://example.org/live", "passcode": "99xyz"},
    }
    data = json.dumps(shown).encode()
    part = bulk.convert_lines(b"\n" + data + b"\n" + source.read_bytes(), target, line=5)
    (reject,) = map(json.loads, part.rejects.splitlines())
    assert (reject["line"], reject["record"].encode()) == (6, data)
    assert [one["code"] for one in reject["findings"]] == ["EK501"]
    assert "99xyz" not in str(reject["findings"])
    assert (part.count, part.rejected) == (300, 1) and b"99xyz" not in part.body
    assert bulk.convert_lines(data, "jsonl").count == 1


def test_a_folder_is_read_in_the_order_of_its_names(source: Path) -> None:
    """Files of any format that is read; hidden ones and others are passed over."""
    folder = source.parent / "events"
    (folder / "b").mkdir(parents=True)
    slot = {"start": "2026-04-17"}
    (folder / "b" / "two.json").write_text(json.dumps({"name": "Two", "slot": slot}))
    (folder / "one.toml").write_text('name = "One"\nslot = {start = "2026-04-17"}\n')
    (folder / "bad.json").write_text(json.dumps({"name": "Bad"}))
    (folder / ".hidden.json").write_text("{}")
    (folder / "notes.doc").write_text("notes")
    out, rejects = source.with_name("out.jsonl"), source.with_name("rejects.jsonl")
    done = bulk.convert([folder], "jsonl", out, rejects=rejects, processes=1)
    assert done == bulk.Summary(written=2, rejected=1)
    assert [event.name for event in read(out).events] == ["One", "Two"]
    assert json.loads(rejects.read_text())["file"] == str(folder / "bad.json")


def test_an_address_is_read_through_fsspec(source: Path) -> None:
    """Any that it knows; here a file in memory."""
    fsspec = pytest.importorskip("fsspec")
    with fsspec.open("memory://events.jsonl", "wb") as file:
        file.write(source.read_bytes())
    out = source.with_name("out.jsonl")
    bulk.convert(["memory://events.jsonl"], "jsonl", out, processes=1)
    assert out.read_bytes() == source.read_bytes()


def test_blank_lines_are_passed_over(source: Path) -> None:
    """Also where a piece is nothing else."""
    lines = source.read_bytes()
    source.write_bytes(b"\n" * 20_000 + lines + b"\n \r\n")
    out = source.with_name("out.jsonl")
    done = bulk.convert([source], "jsonl", out, processes=1)
    assert done == bulk.Summary(written=300, rejected=0)
    assert out.read_bytes() == lines
    assert bulk.convert_lines(b"\n", "jsonl").rejected == 0


def test_a_record_with_any_line_break_is_refused_with_its_findings() -> None:
    """U+2028 ends a line for Python, but not in JSON Lines."""
    part = bulk.convert_lines('{"name": "a\u2028b"}\n'.encode(), "jsonl")
    with pytest.raises(ReadError, match="U\\+2028|no slot"):
        part.or_raise()


def test_a_format_that_is_not_written_in_pieces_is_refused(source: Path) -> None:
    """With the names of those that are."""
    with pytest.raises(InvalidValueError, match="use jsonl, jsonld"):
        bulk.convert([source], "toml", source.with_name("out.toml"))
    with pytest.raises(InvalidValueError, match="compressed inside"):
        bulk.convert([source], "parquet", source.with_name("out.parquet.gz"))


_RUN = """
import sys
from eventkit.bulk import convert, opening, run
if __name__ == "__main__":
    opening.CHUNK, run._CHECKPOINT = 20_000, 40_000
    ending = sys.argv[2].rpartition(".")[2]
    target = {"ics": "ical", "jsonl": "jsonld"}.get(ending, ending)
    convert([sys.argv[1]], target, sys.argv[2], processes=1, resume=sys.argv[3] == "resume")
"""


def _start(source: Path, out: Path, mode: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", _RUN, str(source), str(out), mode])


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize(
    ("target", "name", "count"),
    [("jsonld", "out.jsonl", 6000), ("ical", "out.ics", 2000), ("parquet", "out.parquet", 4000)],
)
def test_a_run_that_is_killed_leaves_the_old_output_or_the_new(
    tmp_path: Path, target: str, name: str, count: int
) -> None:
    """At any moment; a run with resume then finishes what was begun, to the same bytes."""
    source, out = tmp_path / "in.jsonl", tmp_path / name
    source.write_text(_lines(count), "utf-8")
    bulk.convert([source], target, out, processes=1)
    whole = out.read_bytes()
    chance = random.Random(1)
    for _ in range(KILLS):
        out.write_text("old")
        process = _start(source, out, "resume")
        time.sleep(chance.uniform(0.1, 1.0))
        process.kill()
        process.wait()
        assert out.read_bytes() in (b"old", whole)
        assert _start(source, out, "resume").wait() == 0
        assert out.read_bytes() == whole
        assert sorted(path.name for path in tmp_path.iterdir()) == ["in.jsonl", name]


@pytest.mark.parametrize("target", ["jsonl", "parquet"])
def test_a_run_from_and_to_parquet_is_gone_on_with(
    tmp_path: Path, target: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Row groups are what a table is read by, and the rows of the output wait beside it."""
    monkeypatch.setattr("eventkit.bulk.run._CHECKPOINT", 1)
    monkeypatch.setattr(parquet, "_ROWS", 40)
    lines, source, whole = (tmp_path / name for name in ("in.jsonl", "in.parquet", "whole"))
    lines.write_text(_lines(300), "utf-8")
    bulk.convert([lines], "parquet", source, processes=1)
    bulk.convert([source], target, whole, processes=1)

    def stop(_: int, written: int) -> None:
        if written > 100:
            raise KeyboardInterrupt

    out = tmp_path / f"out.{target}"
    with pytest.raises(KeyboardInterrupt):
        bulk.convert([source], target, out, processes=1, resume=True, progress=stop)
    seen: list[int] = []
    done = bulk.convert(
        [source], target, out, processes=1, resume=True, progress=lambda _, n: seen.append(n)
    )
    assert (seen[0], done.written) == (160, 300)
    assert out.read_bytes() == whole.read_bytes()
    assert read(out).events == read(lines).events


def test_what_another_run_left_is_not_taken_for_the_output(source: Path) -> None:
    """A killed run to a calendar may leave a whole file that is not the one that is made now."""
    source.with_name(".out.whole").write_text("left")
    out = source.with_name("out")
    bulk.convert([source], "jsonl", out, processes=1)
    assert out.read_bytes() == source.read_bytes()
    assert not source.with_name(".out.whole").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_an_interrupted_run_leaves_nothing_behind(tmp_path: Path) -> None:
    """Ctrl-C, unless it is to be gone on with."""
    source, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text(_lines(6000), "utf-8")
    process = _start(source, out, "anew")
    part = tmp_path / ".out.jsonl.part"
    while not part.exists() and process.poll() is None:
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    process.wait()
    assert {path.name for path in tmp_path.iterdir()} <= {"in.jsonl", "out.jsonl"}


@pytest.mark.skipif(sys.platform != "linux", reason="reads the peak from the system")
def test_memory_does_not_grow_with_the_input(tmp_path: Path) -> None:
    """Ten times the events need at most a tenth more."""
    peaks = []
    for count in (2000, 20_000):
        source = tmp_path / f"{count}.jsonl"
        source.write_text(_lines(count), "utf-8")
        peak = "open('/proc/self/status').read().partition('VmHWM:')[2].split()[0]"
        code = f"{_RUN}\nprint({peak})"
        arguments = [sys.executable, "-c", code, str(source), str(tmp_path / "out.jsonl"), "anew"]
        done = subprocess.run(arguments, capture_output=True, text=True, check=True)
        peaks.append(int(done.stdout))
    assert peaks[1] < 1.1 * peaks[0]
