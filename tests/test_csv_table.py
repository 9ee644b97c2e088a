"""Tables: spreadsheets find no formula in them, and every event comes back."""

from __future__ import annotations

import csv
import io
from datetime import datetime
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings

from eventkit import codes
from eventkit.formats.csv_table import parse, render
from eventkit.model import Affiliation, Event, JoinDetails, Speaker, TimeSlot
from eventkit.registry import recognise
from eventkit.testing import SECRET, events

SLOT = TimeSlot.local("2019-04-17 13:00", "14:00", "Europe/Paris")
PROPERTY = settings(max_examples=80, suppress_health_check=list(HealthCheck), deadline=None)


def _public(event: Event) -> Event:
    parts = [_public(part) for part in event.sub_events]
    return attrs.evolve(event, joining=None, sub_events=parts)


def _cells(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))


@given(event=events())
@PROPERTY
def test_an_event_comes_back_without_its_secrets(event: Event) -> None:
    """Exactly, in both dialects, with nothing to report."""
    for excel in (False, True):
        text = render([event, Event("B", SLOT)], excel=excel)
        assert SECRET not in text
        reading = parse(text.encode())
        assert reading.findings == ()
        assert reading.events == (_public(event), Event("B", SLOT))


@given(event=events())
@PROPERTY
def test_no_cell_is_a_formula(event: Event) -> None:
    """Every reader of CSV finds as many cells in each row, none of which a program computes."""
    head, *rows = _cells(render([event, event]))
    assert len(rows) == 2
    for row in rows:
        assert len(row) == len(head)
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "\uff1d")) for cell in row)


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)", "'=1", "''-x", "'tis", "\uff1d1"])
def test_an_apostrophe_keeps_a_formula_a_text(name: str) -> None:
    """It goes again, and one that was there stays."""
    text = render(Event(name, SLOT))
    cell = _cells(text)[1][0]
    assert cell == (name if name == "'tis" else f"'{name}")
    assert parse(text).events[0].name == name


def test_the_table_is_plain_where_the_event_is() -> None:
    """A local time is written with its T, which a spreadsheet leaves alone."""
    text = render(Event("A, B", SLOT, uid="x", speakers=[Speaker("Ann"), Speaker("Bob")]))
    assert text == (
        "name,start,end,timezone,uid,speakers\r\n"
        '"A, B",2019-04-17T13:00,2019-04-17T14:00,Europe/Paris,x,"Ann\nBob"\r\n'
    )


@pytest.mark.parametrize(
    "source",
    [
        b"name;start;end;timezone\r\nF\xc3\xa4;2019-04-17T13:00;2019-04-17T14:00;Europe/Paris\r\n",
        b"\xef\xbb\xbfName,Start,End,Timezone\nF\xc3\xa4,2019-04-17 13:00,2019-04-17 14:00,Europe/Paris",
        "name\tstart\tend\ttimezone\rFä\t2019-04-17T13:00\t2019-04-17T14:00\tEurope/Paris\r".encode(
            "utf-16"
        ),
        (
            b'sep=;\r\n"name";"start";"end";"timezone"\r\n\r\n"F\xc3\xa4";"2019-04-17T13:00:00+02:00";'
            b'"2019-04-17T14:00:00.000+02:00";"europe/paris";\r\n;;;\r\n'
        ),
    ],
)
def test_what_spreadsheets_save_is_read(source: bytes) -> None:
    """Semicolons, tabs, byte order marks, old line ends, empty rows."""
    reading = parse(source)
    assert reading.findings == ()
    assert reading.events == (Event("Fä", SLOT),)
    assert recognise(source).name == "csv" or source.startswith((b"\xff\xfe", b"\xfe\xff"))


def test_an_old_encoding_is_read_and_reported() -> None:
    """As Windows-1252, of which Latin-1 is a part."""
    reading = parse("name,start,timezone\nFä,2019-04-17T13:00,Europe/Paris".encode("latin-1"))
    assert reading.events[0].name == "Fä"
    assert [finding.code for finding in reading.findings] == [codes.ENCODING]


def test_findings_say_the_line_and_the_column() -> None:
    """Also after a cell of several lines; other rows are not lost."""
    source = (
        'name,start,timezone,description\nA,2019-04-17T13:00,Europe/Paris,"one\ntwo"\n'
        "B,tomorrow,Europe/Paris,\nC,2019-04-17T13:00,Europe/Paris,\n"
    )
    reading = parse(source, file="a.csv")
    assert [event.name for event in reading.events] == ["A", "C"]
    (finding,) = reading.findings
    assert (finding.file, finding.line, finding.path) == ("a.csv", 4, "start")


def test_an_unknown_column_is_left_out_with_a_suggestion() -> None:
    """By its likeness, or by what people mean with it."""
    reading = parse(
        "name,start,tz,descripton,x1\nA,2019-04-17T13:00,Europe/Paris,a,b\n",
        default_zone="Europe/Rome",
    )
    hints = [finding.hint for finding in reading.findings]
    assert hints[:2] == ["did you mean 'timezone'?", "did you mean 'description'?"]
    assert str(hints[2]).startswith("use one of: name, start")
    assert reading.events[0].slot == TimeSlot.local("2019-04-17 13:00", None, "Europe/Rome")


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("A,,Europe/Paris", codes.NO_TIME),
        (",2019-04-17T13:00,Europe/Paris", codes.NO_TITLE),
        ("A,2019-04-17T13:00,", codes.NO_ZONE),
        ("A,2019-04-17T13:00,Europe/Pariss", codes.UNKNOWN_ZONE),
        ("A,17/04/2019 13:00,Europe/Paris", codes.UNREADABLE_TIME),
        ("A,2019-04-17T13:00+01:00,Europe/Paris", codes.OFFSET_CONTRADICTS_ZONE),
        ("A,2019-03-31T02:30,Europe/Paris", codes.NONEXISTENT_TIME),
        ("A,2019-10-27T02:30,Europe/Paris", codes.AMBIGUOUS_TIME),
    ],
)
def test_no_time_and_no_title_is_made_up(row: str, code: str) -> None:
    """There is no event, and an error says why and where."""
    reading = parse(f"name,start,timezone\n{row}\n")
    assert reading.events == ()
    assert [(finding.code, finding.line) for finding in reading.errors] == [(code, 2)]


def test_a_repeated_hour_is_told_by_its_offset() -> None:
    """It is written where it is needed, and read."""
    reading = parse("name,start,timezone\nA,2019-10-27T02:30+01:00,Europe/Paris\n")
    start = reading.events[0].slot.start
    assert isinstance(start, datetime)
    assert start.fold == 1
    assert "2019-10-27T02:30:00+01:00" in render(reading.events)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("title,start\nA,B\n", codes.MISSING_KEY),
        ("name,start\nA,2019-04-17,more\n", codes.NOT_CARRIED),
        ("name,start,capacity\nA,2019-04-17,many\n", codes.WRONG_TYPE),
        ("name,start,url\nA,2019-04-17,example.org\n", codes.NOT_CARRIED),
        ("name,start,name\nA,2019-04-17,B\n", codes.DUPLICATE_KEY),
        ("name,start,eventkit\nA,2019-04-17,{}\n", codes.WRONG_TYPE),
        ("name,start,eventkit\nA,2019-04-17,[[[\n", codes.WRONG_TYPE),
        ("\n", codes.EMPTY),
    ],
)
def test_what_is_odd_is_reported(text: str, code: str) -> None:
    """Without an exception, and as a rule without losing the row."""
    assert code in [finding.code for finding in parse(text).findings]


def test_what_is_changed_in_the_table_counts() -> None:
    """What was kept of a field is left out where its cell was changed since."""
    speaker = Speaker("Ann", affiliations=[Affiliation("Acme", title="Chair")])
    text = render(Event("A", SLOT, speakers=[speaker], recordings=[]))
    assert parse(text).events[0].speakers == (speaker,)
    reading = parse(text.replace("Ann", "Eve", 1))
    assert reading.events[0].speakers == (Speaker("Eve"),)
    assert [finding.code for finding in reading.findings] == [codes.NOT_CARRIED]


def test_the_way_in_is_read_but_never_written() -> None:
    """A table goes from hand to hand."""
    source = "name,start,join_url,passcode\nA,2019-04-17,https://zoom.us/j/1,5ecret\n"
    (event,) = parse(source).events
    assert event.joining == JoinDetails("https://zoom.us/j/1", passcode="5ecret")
    assert "zoom" not in render(event)


def test_a_semicolon_in_the_name_of_a_speaker_stays() -> None:
    """Cells of one line are lists with semicolons, cells of several are lists of lines."""
    event = Event("A", SLOT, speakers=[Speaker("a;b")], keywords=["x;y", "z"])
    assert parse(render(event)).events == (event,)
    (read,) = parse("name,start,speakers\nA,2019-04-17,Ann; Bob\n").events
    assert [one.name for one in read.speakers] == ["Ann", "Bob"]


def test_a_large_table_is_read_row_by_row() -> None:
    """Time grows with the number of rows alone."""
    row: Any = "A,2019-04-17T13:00,Europe/Paris\n"
    assert len(parse("name,start,timezone\n" + row * 2000).events) == 2000
