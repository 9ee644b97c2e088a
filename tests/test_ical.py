"""What we write as iCalendar, others read as the same event."""

from __future__ import annotations

import json
import re
import tracemalloc
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eventkit.errors import InvalidValueError
from eventkit.formats.ical import iter_ical, to_ical, webcal_url
from eventkit.formats.ical.content_lines import fold, line, text
from eventkit.formats.ical.writer import around, entries_of
from eventkit.model import (
    Event,
    EventStatus,
    JoinDetails,
    OccurrenceChange,
    Recurrence,
    TimeSlot,
    VirtualLocation,
)
from eventkit.plain import to_dict
from eventkit.testing import SECRET, events

STAMP = datetime(2026, 1, 1, tzinfo=UTC)
SLOT = TimeSlot.local("2019-04-17 13:00", "14:00", "Europe/Paris")


def _all(event: Event) -> list[Event]:
    return [event, *(inner for sub in event.sub_events for inner in _all(sub))]


def _main(text: str) -> list[icalendar.Event]:
    entries = icalendar.Calendar.from_ical(text).walk("VEVENT")
    return [entry for entry in entries if "RECURRENCE-ID" not in entry]


@given(event=events())
@settings(max_examples=80, suppress_health_check=list(HealthCheck), deadline=None)
def test_another_implementation_reads_it(event: Event) -> None:
    """icalendar finds the names, identifiers and instants, and nothing secret."""
    written = to_ical(event, dtstamp=STAMP)
    assert SECRET not in written
    entries = _main(written)
    assert len(entries) == len(_all(event))
    for ours, entry in zip(_all(event), entries, strict=True):
        assert str(entry["SUMMARY"]) == ours.name
        assert str(entry["UID"]) == ours.uid
        start = entry["DTSTART"].dt
        if isinstance(start, datetime):
            assert start.astimezone(UTC) == ours.slot.start_utc
            end = entry["DTEND"].dt.astimezone(UTC) if "DTEND" in entry else None
            assert end == ours.slot.end_utc
        else:
            assert start == ours.slot.start
        if ours.description:
            assert ours.description in str(entry["DESCRIPTION"])


@given(event=events(max_depth=0))
@settings(max_examples=40, suppress_health_check=list(HealthCheck), deadline=None)
def test_no_line_is_longer_than_75_octets(event: Event) -> None:
    """Each ends in CRLF, and no character is split."""
    lines = to_ical(event, dtstamp=STAMP, invited=True).encode().split(b"\r\n")
    assert lines.pop() == b""
    for content in lines:
        assert len(content) <= 75
        content.decode("utf-8")


def test_vobject_reads_the_example() -> None:
    """A second independent reader gives the same title and instant."""
    entry = vobject.readOne(to_ical(Event("A; b, c", SLOT), dtstamp=STAMP)).vevent
    assert entry.summary.value == "A; b, c"
    assert entry.dtstart.value.astimezone(UTC) == SLOT.start_utc


@pytest.mark.parametrize("bad", ["A\r\nATTENDEE:mailto:x@y.z", "A\nX:1", "A\x85B:1", "A\u2028B:1"])
def test_no_text_becomes_a_property(bad: str) -> None:
    """Even where validation was switched off, a line break is one escaped character."""
    written = line("SUMMARY", text(bad))
    assert written.count("\r\n") == 1
    assert "\\n" in written


def test_a_line_of_exactly_75_octets_is_not_folded() -> None:
    """One more octet is; continuation lines start with a blank."""
    assert fold("a" * 75) == "a" * 75 + "\r\n"
    assert fold("a" * 76) == "a" * 75 + "\r\n a\r\n"
    assert fold("\u00e4" * 38).startswith("\u00e4" * 37 + "\r\n ")


def test_the_zone_is_named_and_described() -> None:
    """The wall clock is written with its zone, whose definition stands once."""
    written = to_ical([Event("A", SLOT), Event("B", SLOT)], dtstamp=STAMP)
    assert "DTSTART;TZID=Europe/Paris:20190417T130000\r\n" in written
    assert written.count("BEGIN:VTIMEZONE") == 1


def test_utc_needs_no_zone() -> None:
    """A single event may be written in UTC."""
    written = to_ical(Event("A", SLOT), dtstamp=STAMP, utc=True)
    assert "DTSTART:20190417T110000Z\r\n" in written
    assert "VTIMEZONE" not in written


def test_the_second_of_two_equal_times_is_written_in_utc() -> None:
    """RFC 5545 §3.3.5 has no other way to say it."""
    second = datetime(2021, 10, 31, 2, 30, fold=1, tzinfo=ZoneInfo("Europe/Berlin"))
    assert "DTSTART:20211031T013000Z\r\n" in to_ical(Event("A", TimeSlot(second)), dtstamp=STAMP)


def test_the_last_day_is_written_exclusively() -> None:
    """6 to 8 May ends on the 9th in iCalendar; an unknown end is not written."""
    days = Event("A", TimeSlot(date(2021, 5, 6), date(2021, 5, 8)))
    assert "DTEND;VALUE=DATE:20210509\r\n" in to_ical(days, dtstamp=STAMP)
    assert "DTEND" not in to_ical(Event("A", TimeSlot(date(2021, 5, 6))), dtstamp=STAMP)


def test_only_the_invited_get_the_way_in() -> None:
    """The link and passcode are in the invited rendering and in no other."""
    event = Event("A", SLOT, joining=JoinDetails("https://meet.example/5ecret", passcode="5ecret"))
    assert "5ecret" not in to_ical(event, dtstamp=STAMP)
    (entry,) = _main(to_ical(event, dtstamp=STAMP, invited=True))
    assert "Passcode: 5ecret" in str(entry["DESCRIPTION"])
    assert str(entry["LOCATION"]) == "https://meet.example/5ecret"


def test_a_cancelled_event_says_so() -> None:
    """With its sequence, so that calendars take the update."""
    event = Event("A", SLOT, status=EventStatus.CANCELLED, sequence=2)
    written = to_ical(event, dtstamp=STAMP, method="CANCEL")
    assert "METHOD:CANCEL\r\n" in written
    assert "STATUS:CANCELLED\r\n" in written
    assert "SEQUENCE:2\r\n" in written


def test_a_series_keeps_its_wall_clock() -> None:
    """The rule and exceptions refer to the zone, even where single events go in UTC."""
    event = Event(
        "A",
        SLOT,
        recurrence=Recurrence("FREQ=WEEKLY;COUNT=4", excluded=[datetime(2019, 4, 24, 13)]),
    )
    written = to_ical(event, dtstamp=STAMP, utc=True)
    assert "RRULE:FREQ=WEEKLY;COUNT=4\r\n" in written
    assert "EXDATE;TZID=Europe/Paris:20190424T130000\r\n" in written


def test_the_same_event_gives_the_same_bytes() -> None:
    """Without a stamp, that of the last revision is used, not the clock."""
    event = Event("A", SLOT, updated=STAMP, reminders=[timedelta(minutes=15)])
    assert to_ical(event) == to_ical(event, dtstamp=STAMP)
    assert "TRIGGER:-PT900S\r\n" in to_ical(event)


def test_a_public_address_is_shown_in_each_property_that_readers_look_at() -> None:
    """CONFERENCE is shown by few, so it stands in LOCATION too."""
    event = Event(
        "A", SLOT, locations=[VirtualLocation("https://example.org/a", name='The "room"')]
    )
    written = to_ical(event, dtstamp=STAMP)
    assert "LOCATION:https://example.org/a\r\n" in written
    assert "CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL=\"The ^'room^'\":" in written


def test_a_wrong_option_is_refused() -> None:
    """A naive stamp and an unknown method are errors of ours."""
    with pytest.raises(InvalidValueError):
        to_ical(Event("A", SLOT), dtstamp=datetime(2026, 1, 1))
    with pytest.raises(InvalidValueError):
        to_ical(Event("A", SLOT), method="SEND")


def test_the_publisher_chooses_what_becomes_of_a_cancelled_event() -> None:
    """Marked by its status, by its title, or left out, also as one occurrence of a series."""
    off = Event("A", SLOT, uid="off", status="cancelled")
    change = OccurrenceChange(datetime(2019, 4, 24, 13), status="cancelled")
    weekly = Recurrence("FREQ=WEEKLY;COUNT=3", changes=[change])
    both = [off, Event("B", SLOT, uid="weekly", recurrence=weekly)]
    assert to_ical(both).count("STATUS:CANCELLED\r\n") == 2
    marked = to_ical(both, cancelled="mark")
    assert "STATUS:CANCELLED" not in marked
    assert "SUMMARY:Cancelled: A\r\n" in marked
    assert marked.count("TRANSP:TRANSPARENT\r\n") == 2
    dropped = to_ical(both, cancelled="drop")
    assert "UID:off" not in dropped
    assert "RECURRENCE-ID" not in dropped
    assert "EXDATE;TZID=Europe/Paris:20190424T130000\r\n" in dropped
    assert "STATUS:CANCELLED" in to_ical(off, cancelled="drop", method="CANCEL")
    with pytest.raises(InvalidValueError):
        to_ical(off, cancelled="hide")


@given(drawn=st.lists(events(), max_size=4))
@settings(max_examples=30, suppress_health_check=list(HealthCheck), deadline=None)
def test_a_feed_in_pieces_is_the_same_text(drawn: list[Event]) -> None:
    """Read from a generator, with each VTIMEZONE once."""
    pieces = "".join(iter_ical((event for event in drawn), name="A", dtstamp=STAMP))
    assert pieces == to_ical(drawn, name="A", dtstamp=STAMP)
    names = re.findall(r"(?m)^TZID:.*", pieces)
    assert len(names) == len(set(names))


@given(drawn=st.lists(events(), max_size=4))
@settings(max_examples=30, suppress_health_check=list(HealthCheck), deadline=None)
def test_a_feed_in_parts_is_the_same_text(drawn: list[Event]) -> None:
    """Written apart, in several processes perhaps, with what goes around them at the end."""
    parts = [entries_of(drawn[:2], dtstamp=STAMP), entries_of(drawn[2:], dtstamp=STAMP)]
    head, tail = around([zones for _, zones in parts], dtstamp=STAMP)
    assert head + "".join(text for text, _ in parts) + tail == to_ical(drawn, dtstamp=STAMP)


def test_a_long_feed_takes_no_more_memory() -> None:
    """Ten times the events, the same memory."""
    zones = ["Europe/Paris", "America/New_York", "Asia/Tokyo"]

    def many(number: int) -> Iterator[Event]:
        for n in range(number):
            slot = TimeSlot.local("2019-04-17 13:00", "14:00", zones[n % 3])
            yield Event(f"Event {n}", slot, description="word " * 100)

    peaks = []
    for number in (300, 3000):
        tracemalloc.start()
        length = sum(map(len, iter_ical(many(number))))
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        assert length > 500 * number
    assert peaks[1] < 2 * peaks[0] + 500_000


def test_a_calendar_says_what_it_is() -> None:
    """Twice, as old programs read names of their own."""
    event = Event("A", SLOT)
    head = to_ical(
        event,
        name="Talks",
        color="steelblue",
        refresh=timedelta(hours=6),
        source="https://example.org/talks.ics",
    )
    for line_ in (
        "NAME:Talks",
        "X-WR-CALNAME:Talks",
        "COLOR:steelblue",
        "REFRESH-INTERVAL;VALUE=DURATION:PT360M",
        "X-PUBLISHED-TTL:PT360M",
        "SOURCE;VALUE=URI:https://example.org/talks.ics",
    ):
        assert f"\r\n{line_}\r\n" in head
    for wrong in ({"color": "#fff\r\nX:1"}, {"refresh": timedelta(seconds=5)}):
        with pytest.raises(InvalidValueError):
            to_ical(event, **wrong)
    assert webcal_url("https://example.org/talks.ics") == "webcal://example.org/talks.ics"
    with pytest.raises(InvalidValueError):
        webcal_url("talks.ics")


@given(event=events(max_depth=0))
@settings(max_examples=60, suppress_health_check=list(HealthCheck), deadline=None)
def test_structured_data_holds_what_properties_do_not(event: Event) -> None:
    """It is a part of the document of the event, and never has the way in for the public."""
    for invited in (False, True):
        entry = _main(to_ical(event, dtstamp=STAMP, invited=invited))[0]
        if "STRUCTURED-DATA" not in entry:
            assert not event.speakers
            assert not event.offers
            continue
        data = json.loads(str(entry["STRUCTURED-DATA"]))
        whole = to_dict(event)
        assert all(whole.get(name, value) == value for name, value in data.items())
        assert ("joining" in data) == (invited and event.joining is not None)
        assert (SECRET in json.dumps(data)) <= (invited and event.joining is not None)
    assert "STRUCTURED-DATA" not in to_ical(event, dtstamp=STAMP, extensions=False)


def test_a_plain_event_needs_no_structured_data() -> None:
    """Title, time in its zone, page, tags and reminders have properties of their own."""
    event = Event(
        "A", SLOT, url="https://example.org/a", description="B", keywords=["c"], in_language="en"
    )
    assert "STRUCTURED-DATA" not in to_ical(event)
    assert '{"slot":{"start":"2019-04-17T13:00:00+02:00"\\,' in to_ical(event, utc=True).replace(
        "\r\n ", ""
    )
