"""Calendars of any size: the events and errors of the whole, read in pieces."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, note, settings
from hypothesis import strategies as st

from eventkit import Event, EventSeries, Finding, TimeSlot, bulk, parse, read, render
from eventkit.bulk import opening
from eventkit.bulk.calendars import Piece, pieces

pytest.importorskip("zstandard")

OWN_ZONE = """BEGIN:VTIMEZONE
TZID:Customized
BEGIN:STANDARD
DTSTART:20001029T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:20000326T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE
"""
ODD_ZONE = OWN_ZONE.replace("+0200", "+0330").replace("Customized", "Odd")
UIDS = [f"u{number}@example.org" for number in range(6)]
TZIDS = ["Europe/Paris", "Customized", "Odd", "Nowhere"]
ALARM = "BEGIN:VALARM\nUID:alarm\nACTION:DISPLAY\nTRIGGER:-PT15M\nEND:VALARM\n"


@st.composite
def entries(draw: Any) -> str:
    """An entry, well or not so well made, that may refer to others."""
    day = draw(st.integers(1, 28))
    start = f"20{draw(st.integers(10, 30))}0{draw(st.integers(1, 9))}{day:02}T130000"
    when = draw(
        st.sampled_from(
            [
                *[f"DTSTART;TZID={tzid}:{start}" for tzid in TZIDS],
                f"DTSTART:{start}Z",
                f"DTSTART:{start}",
                "DTSTART:soon",
                "X-NOTHING:1",
            ]
        )
    )
    uid = draw(st.sampled_from(UIDS))
    other = draw(st.sampled_from(UIDS))
    lines = [
        draw(st.sampled_from([f"UID:{uid}", f"UID:{uid} ", f"uid;X=1:{uid}", "SEQUENCE:1"])),
        f"SUMMARY:{draw(st.sampled_from(['One', 'Two', 'A title, folded', '']))}",
        when,
        *draw(
            st.lists(
                st.sampled_from(
                    [
                        "RRULE:FREQ=DAILY;COUNT=5",
                        "RRULE:FREQ=SOMETIMES",
                        f"RECURRENCE-ID:{start}Z",
                        f"RECURRENCE-ID;TZID=Europe/Paris:{start}",
                        f"RELATED-TO:{other}",
                        f"RELATED-TO;RELTYPE=\n PARENT:{other[:4]}\n {other[4:]}",
                        f"RELATED-TO;RELTYPE=SIBLING:{other}",
                        "DESCRIPTION:One line\nand another",
                        "",
                    ]
                ),
                max_size=2,
            )
        ),
    ]
    alarm = draw(st.sampled_from(["", "", ALARM]))
    return "BEGIN:VEVENT\n" + "\n".join(lines) + f"\n{alarm}END:VEVENT\n"


@st.composite
def calendars(draw: Any) -> str:
    """A calendar whose time zones and properties may stand anywhere in it."""
    inside = draw(st.lists(entries(), max_size=8))
    extra = [OWN_ZONE, ODD_ZONE, "X-WR-TIMEZONE:Asia/Tokyo\n", "METHOD:CANCEL\n", "X-FOO:1\n"]
    extra += ["BEGIN:VTODO\nUID:u1@example.org\nDTSTART;TZID=Odd:20400101T000000\nEND:VTODO\n"]
    for one in draw(st.lists(st.sampled_from(extra), max_size=3)):
        inside.insert(draw(st.integers(0, len(inside))), one)
    return "BEGIN:VCALENDAR\nVERSION:2.0\n" + "".join(inside) + "END:VCALENDAR\n"


texts = st.lists(calendars(), min_size=1, max_size=3).map("".join)


def in_pieces(
    text: str | bytes, folder: Path, chunk: int = 200
) -> tuple[list[Event], list[dict[str, Any]]]:
    """Convert a text in small pieces; return the events, and the records that were refused."""
    source, out, rejects = (folder / name for name in ("in.ics", "out.jsonl", "rejects.jsonl"))
    source.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opening, "CHUNK", chunk)
        done = bulk.convert([source], "jsonl", out, rejects=rejects, processes=1)
    events = list(read(out).events) if done.written else []
    refused = [json.loads(line) for line in rejects.read_text("utf-8").split("\n")[:-1]]
    assert (done.written, done.rejected) == (len(events), len(refused))
    return events, refused


def lines_of(events: Any) -> list[str]:
    return [render(event, "jsonl") for event in events]


def counted(findings: list[Finding]) -> dict[str, tuple[int, int | None]]:
    """Return of each message how often it is given, and the first line."""
    told: dict[str, tuple[int, int | None]] = {}
    for one in findings:
        match = re.fullmatch(r"(.*?)(?: \(([\d,]+) times\))?", one.message, re.DOTALL)
        assert match is not None
        count, line = told.get(match[1], (0, one.line))
        first = min(filter(None, (line, one.line)), default=None)
        told[match[1]] = count + int((match[2] or "1").replace(",", "")), first
    return told


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("calendars")


@settings(deadline=None)
@given(text=texts, crlf=st.booleans(), mark=st.sampled_from(["", "\ufeff"]))
def test_pieces_give_the_events_and_errors_of_the_whole(
    text: str, crlf: bool, mark: str, folder: Path
) -> None:
    """Wherever changes, parts, zones and properties stand; what has an error is put aside."""
    text = mark + (text.replace("\n", "\r\n") if crlf else text)
    note(text)
    whole = parse(text, "ical")
    events, refused = in_pieces(text, folder)
    errors = [Finding.from_dict(one) for record in refused for one in record["findings"]]
    assert counted(errors) == counted(list(whole.errors))
    known, got = Counter(lines_of(whole.events)), Counter(lines_of(events))
    if not errors:
        assert got == known
        if "RECURRENCE-ID" not in text and "RELATED-TO" not in text:
            assert lines_of(events) == lines_of(whole.events)
    assert got <= known or any(record["record"] is None for record in refused)
    put_aside = "".join(record["record"] or "" for record in refused)
    for line in known - got:
        uid = json.loads(line)["uid"]
        assert uid not in UIDS or uid in put_aside.replace("\r", "").replace("\n ", "")


@settings(deadline=None)
@given(
    text=texts,
    cut=st.integers(0, 3000),
    junk=st.sampled_from(
        ["", "BEGIN:VEVENT\n", "END:VEVENT\n", "begin:vevent\n", "X:1\n", "\r", "é"]
    ),
)
def test_what_is_not_well_formed_is_read_as_the_whole_is(
    text: str, cut: int, junk: str, folder: Path
) -> None:
    """From there on in one go, with the patience that the reader of whole files has."""
    text = text[:cut] + junk + text[cut:] if cut < len(text) else text + junk
    note(text)
    whole = parse(text, "ical")
    events, refused = in_pieces(text, folder)
    errors = [Finding.from_dict(one) for record in refused for one in record["findings"]]
    assert set(counted(errors)) == set(counted(list(whole.errors)))
    if not errors:
        assert Counter(lines_of(events)) == Counter(lines_of(whole.events))


def test_a_piece_holds_no_more_than_it_must(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Entries are read apart, but for those that refer to each other: these where the first is."""
    monkeypatch.setattr(opening, "CHUNK", 1000)
    series = EventSeries("All", uid="all@example.org")
    slot = TimeSlot.local("2026-04-17 13:00", "14:00", "Europe/Paris")
    parts = [Event(f"Part {n}", slot, uid=f"part-{n}@example.org") for n in range(3)]
    listed = [Event(f"Nr {n}", slot, uid=f"{n}@example.org", series=series) for n in range(20)]
    listed.insert(5, Event("Day", slot, uid="day@example.org", sub_events=parts))
    source = folder / "parts.ics"
    source.write_text(render(listed, "ical"), "utf-8", newline="")
    found = [piece for piece in pieces(str(source)) if isinstance(piece, Piece)]
    assert len(found) > 5
    assert [piece.line for piece in found[1:]] == [piece.next_line for piece in found[:-1]]
    names = [re.findall(r"SUMMARY:(.*)\r", _text(piece)) for piece in found]
    (together,) = (listed for listed in names if "Day" in listed)
    assert {"Part 0", "Part 1", "Part 2"} <= {*together}
    assert max(map(len, names)) < 8
    events, refused = in_pieces(source.read_bytes(), folder, 1000)
    assert (events, refused) == (listed, [])


def _text(piece: Piece) -> str:
    return b"".join(segment.data for segment in piece.segments).decode("utf-8")


def test_what_is_refused_is_a_record_with_its_lines(folder: Path) -> None:
    """A series whose changed occurrence has no time is put aside whole: it would be wrong."""
    good = "BEGIN:VEVENT\nUID:good\nDTSTART:20260417T110000Z\nEND:VEVENT\n"
    first = "BEGIN:VEVENT\nUID:a\nDTSTART:20260417T110000Z\nRRULE:FREQ=DAILY;COUNT=9\nEND:VEVENT\n"
    change = "BEGIN:VEVENT\nUID:a\nRECURRENCE-ID:20260418T110000Z\nDTSTART:soon\nEND:VEVENT\n"
    text = f"BEGIN:VCALENDAR\n{first}{good}{change}END:VCALENDAR\n"
    events, (record,) = in_pieces(text, folder)
    assert [event.uid for event in events] == ["good"]
    assert (record["line"], record["record"]) == (2, first + change)
    assert [finding["line"] for finding in record["findings"]] == [14]


@pytest.mark.parametrize("ending", ["", ".gz", ".zst"])
def test_an_interrupted_run_goes_on_within_a_calendar(
    ending: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also a compressed one, which is read three times from its beginning."""
    monkeypatch.setattr(opening, "CHUNK", 2000)
    monkeypatch.setattr("eventkit.bulk.run._CHECKPOINT", 4000)
    slot = TimeSlot.local("2026-04-17 13:00", "14:00", "Europe/Paris")
    listed = [Event(f"Nr {n}", slot) for n in range(100)]
    source, out = folder / f"big.ics{ending}", folder / "big.jsonl"
    source.write_bytes(opening.compressor(source.name)(render(listed, "ical").encode("utf-8")))

    def stop(_: int, written: int) -> None:
        if written > 50:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bulk.convert([source], "jsonl", out, processes=1, resume=True, progress=stop)
    assert not out.exists()
    seen: list[int] = []
    done = bulk.convert(
        [source], "jsonl", out, processes=1, resume=True, progress=lambda _, n: seen.append(n)
    )
    assert seen[0] > 30
    assert done == bulk.Summary(written=100, rejected=0)
    assert list(read(out).events) == listed
    out.unlink()


def test_calendars_one_after_another_are_read_many_at_once(folder: Path) -> None:
    """A file of many small ones is a few pieces, and each keeps its own zones and method."""
    entry = "BEGIN:VEVENT\nUID:{}\nDTSTART:20260417T110000\nEND:VEVENT\n"
    text = "".join(
        f"BEGIN:VCALENDAR\nX-WR-TIMEZONE:{zone}\n{entry.format(number)}END:VCALENDAR\n"
        for number in range(100)
        for zone in ("Asia/Tokyo", "Europe/Paris")
    )
    source = folder / "many.ics"
    source.write_text(text, "utf-8", newline="")
    assert len(list(pieces(str(source)))) == 1
    events, refused = in_pieces(text, folder, 1000)
    assert (events, refused) == (list(parse(text, "ical").events), [])


def test_an_entry_that_is_endless_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be cut is held as a whole, up to the bound that files have."""
    for module in ("calendars", "components", "work"):
        monkeypatch.setattr(f"eventkit.bulk.{module}.SIZE_MAX", 5000)
    entry = "BEGIN:VEVENT\nUID:{}\nDTSTART:20260417T110000Z\nDESCRIPTION:{}\nEND:VEVENT\n"
    nameless = "BEGIN:VEVENT\nDTSTART:20260417T110000Z\nEND:VEVENT\n"
    inside = [entry.format(n, "a") for n in range(3)]
    for long in (entry.format("long", "a" * 6000), nameless * 200):
        text = f"BEGIN:VCALENDAR\n{''.join(inside)}{long}END:VCALENDAR\n"
        _, (record,) = in_pieces(text, folder)
        assert [finding["code"] for finding in record["findings"]] == ["EK007"]


_RUN = """
import sys
from eventkit.bulk import convert
if __name__ == "__main__":
    convert([sys.argv[1]], "jsonl", sys.argv[2], processes=1)
    print(open('/proc/self/status').read().partition('VmHWM:')[2].split()[0])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="reads the peak from the system")
def test_memory_does_not_grow_with_the_calendar(folder: Path) -> None:
    """Ten times the entries need at most a tenth more."""
    slot = TimeSlot.local("2026-04-17 13:00", "14:00", "Europe/Paris")
    peaks = []
    for count in (1500, 15_000):
        listed = (
            Event(f"Nr {n}", slot, description="How companies gain. " * 9) for n in range(count)
        )
        source = folder / "memory.ics"
        source.write_text(render(listed, "ical"), "utf-8", newline="")
        arguments = [sys.executable, "-c", _RUN, str(source), str(folder / "memory.jsonl")]
        done = subprocess.run(arguments, capture_output=True, text=True, check=True)
        peaks.append(int(done.stdout))
    assert peaks[1] < 1.1 * peaks[0]
