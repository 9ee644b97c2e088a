"""jCal: other readers of it find the events, and it says what the stream says."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import icalendar
import pytest
from hypothesis import HealthCheck, given, settings

from eventkit.formats.ical import to_ical
from eventkit.formats.ical.jcal import render, stream_of
from eventkit.formats.ical.jcal_reader import parse
from eventkit.formats.ical.reading.reader import parse as parse_stream
from eventkit.model import Event, JoinDetails, Recurrence, TimeSlot
from eventkit.registry import recognise
from eventkit.sources import RefusedError
from eventkit.testing import SECRET, events

STAMP = datetime(2026, 1, 1, tzinfo=UTC)
SLOT = TimeSlot.local("2019-04-17 13:00", "14:00", "Europe/Paris")
PROPERTY = settings(max_examples=60, suppress_health_check=list(HealthCheck), deadline=None)


def _flat(event: Event) -> list[Event]:
    return [event, *(inner for part in event.sub_events for inner in _flat(part))]


def _properties(component: list[Any]) -> dict[str, list[Any]]:
    return {item[0]: item[1:] for item in component[1]}


@given(event=events())
@PROPERTY
def test_the_stream_comes_back_to_the_last_property(event: Event) -> None:
    """Another reader finds the same in the stream and in what jCal becomes again."""
    text = render(event, dtstamp=STAMP)
    assert SECRET not in text
    ours, again = to_ical(event, dtstamp=STAMP), stream_of(json.loads(text))
    read = icalendar.Calendar.from_ical
    assert read(again).to_ical() == read(ours).to_ical()


@given(event=events())
@PROPERTY
def test_it_is_read_as_its_stream_is(event: Event) -> None:
    """The same events and the same findings, also of several calendars in a list."""
    text = render(event, dtstamp=STAMP)
    ours, theirs = parse(text), parse_stream(to_ical(event, dtstamp=STAMP))
    assert ours.events == theirs.events
    assert [one.message for one in ours.findings] == [one.message for one in theirs.findings]
    assert recognise(text, "a.json").name == "jcal"
    assert len(parse(f"[{text},{text}]").events) >= len(ours.events)


def test_broken_jcal_is_a_finding() -> None:
    """Reading raises nothing."""
    for text in ("[]", "{", "1", '["vcalendar", [], [["vevent", [["summary"]], []]]]'):
        assert parse(text, file="a.json").errors[0].file == "a.json"


@given(event=events())
@PROPERTY
def test_titles_and_starts_stand_as_json(event: Event) -> None:
    """Texts without escapes, dates with dashes."""
    calendar = json.loads(render(event, dtstamp=STAMP))
    entries = [_properties(one) for one in calendar[2] if one[0] == "vevent"]
    main = [entry for entry in entries if "recurrence-id" not in entry]
    for ours, entry in zip(_flat(event), main, strict=True):
        assert entry["summary"][1:] == ["text", ours.name]
        assert entry["uid"][1:] == ["text", ours.uid]
        if ours.slot.is_all_day:
            assert entry["dtstart"] == [{}, "date", str(ours.slot.start)]
        else:
            parameters, kind, value = entry["dtstart"]
            assert kind == "date-time"
            local = datetime.fromisoformat(value)
            if "tzid" not in parameters:
                assert local == ours.slot.start_utc
            else:
                assert isinstance(ours.slot.start, datetime)
                assert local == ours.slot.start.replace(tzinfo=None)
        if ours.keywords:
            assert entry["categories"][2:] == list(ours.keywords)


def test_values_have_their_types() -> None:
    """A rule is an object, a sequence a number, an offset has its colon."""
    event = Event(
        "A\\n; b, c",
        SLOT,
        uid="x",
        sequence=3,
        keywords=["a,b", "c\\"],
        recurrence=Recurrence(
            "FREQ=MONTHLY;BYDAY=1TH,3TH;BYMONTH=4;UNTIL=20191231T120000Z",
            excluded=[datetime(2019, 5, 2, 13)],
        ),
    )
    name, properties, components = json.loads(render(event, dtstamp=STAMP))
    assert name == "vcalendar"
    assert ["version", {}, "text", "2.0"] in properties
    zone, entry = components
    standard = _properties(zone[2][0])
    assert standard["tzoffsetfrom"][:2] == [{}, "utc-offset"]
    assert standard["tzoffsetfrom"][2] in ("+01:00", "+02:00")
    found = _properties(entry)
    assert found["summary"] == [{}, "text", "A\\n; b, c"]
    assert found["sequence"] == [{}, "integer", 3]
    assert found["categories"] == [{}, "text", "a,b", "c\\"]
    assert found["exdate"] == [{"tzid": "Europe/Paris"}, "date-time", "2019-05-02T13:00:00"]
    assert found["rrule"][2] == {
        "freq": "MONTHLY",
        "byday": ["1TH", "3TH"],
        "bymonth": 4,
        "until": "2019-12-31T12:00:00Z",
    }


def test_a_date_is_named_by_its_type() -> None:
    """So that no VALUE stands among the parameters."""
    event = Event("A", TimeSlot(date(2021, 5, 6), date(2021, 5, 8)))
    entry = _properties(json.loads(render(event, dtstamp=STAMP))[2][0])
    assert entry["dtend"] == [{}, "date", "2021-05-09"]


def test_the_way_in_is_for_the_invited() -> None:
    """Who asks for it gets it, nobody else."""
    event = Event("A", SLOT, joining=JoinDetails("https://meet.example/1", passcode="5ecret"))
    assert "meet.example" not in render(event)
    assert parse(render(event, invited=True)).events == (event,)


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        {},
        ["vcalendar"],
        ["vcalendar", {}, []],
        ["vcalendar", [], [["vevent", [["summary", {}, "text"]], []]]],
        ["vcalendar", [], [["vevent", [["sum\nmary", {}, "text", "a"]], []]]],
        ["v\r\nEND:VCALENDAR", [], []],
    ],
)
def test_what_is_no_jcal_is_refused(data: Any) -> None:
    """And nothing in it can end a line."""
    if data == []:
        data = [[]]
    with pytest.raises(RefusedError):
        stream_of(data)


def test_no_value_becomes_a_property() -> None:
    """A line break in any place stays inside its line."""
    bad = "x\r\nATTENDEE:mailto:a@b.c"
    items = [
        ["summary", {"language": bad}, "text", bad],
        ["url", {}, "uri", bad],
        ["dtstart", {}, "date-time", bad],
        ["x-a", {}, "unknown", bad],
        ["geo", {}, "float", [bad, bad]],
        ["rrule", {}, "recur", {"freq": bad, bad: 1}],
        ["tzoffsetto", {}, "utc-offset", bad],
        ["sequence", {}, "integer", bad],
    ]
    stream = stream_of(["vcalendar", items, []])
    assert not any(line.startswith("ATTENDEE") for line in stream.splitlines())
