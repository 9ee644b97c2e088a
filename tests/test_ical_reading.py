"""Calendars of every kind are read: what is broken is mended and said, what is secret is kept."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eventkit import codes, from_ical, parse
from eventkit.errors import ReadError
from eventkit.findings import Reading
from eventkit.formats.ical import to_ical
from eventkit.formats.ical.reading import patient, strict
from eventkit.formats.ical.reading.content import Component
from eventkit.formats.ical.reading.notes import Notes
from eventkit.formats.ical.reading.observances import Budget, observances
from eventkit.formats.ical.vtimezone import vtimezone
from eventkit.model import Event, EventStatus, Place, TimeSlot, Visibility
from eventkit.testing import SECRET, events

RELAXED = {"suppress_health_check": list(HealthCheck), "deadline": None}


def calendar(*lines: str, head: str = "", uid: str = "UID:a@example.org") -> str:
    """Return a calendar with one event of these lines."""
    title = [] if any(line.startswith("SUMMARY") for line in lines) else ["SUMMARY:A webinar"]
    entry = "\r\n".join(["BEGIN:VEVENT", uid, *title, *lines, "END:VEVENT"])
    start = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//EN\r\n"
    return f"{start}{head}{entry}\r\nEND:VCALENDAR\r\n"


def read(text: str | bytes, **options: object) -> Reading:
    """Read a text as iCalendar."""
    return parse(text, "ical", **options)


def only(text: str | bytes, **options: object) -> Event:
    """Return the one event of a text."""
    (event,) = read(text, **options).events
    return event


def found(text: str | bytes) -> set[str]:
    """Return the codes of the findings."""
    return {finding.code for finding in read(text).findings}


# -- what we write ------------------------------------------------------------------------------


@given(event=events())
@settings(max_examples=60, **RELAXED)
def test_what_we_write_is_read_back(event: Event) -> None:
    """Each field that a property carries is the same, sub-events included."""
    reading = read(to_ical(event, invited=True))
    assert reading.ok, reading.findings
    (back,) = reading.events
    _compare(event, back)


def _compare(one: Event, back: Event) -> None:
    for name in ("uid", "name", "sequence", "created", "updated", "url", "keywords", "joining"):
        assert getattr(back, name) == getattr(one, name), name
    assert back.reminders == one.reminders
    assert back.status_reason == one.status_reason
    assert [image.url for image in back.images] == [image.url for image in one.images]
    assert back.slot.start_utc == one.slot.start_utc
    assert back.slot.end_utc == one.slot.end_utc
    if one.slot.is_all_day:
        assert back.slot == one.slot
    if one.status is not EventStatus.RESCHEDULED:
        assert back.status is one.status
    assert (back.recurrence is None) == (one.recurrence is None)
    if one.recurrence and back.recurrence:
        assert back.recurrence.excluded == one.recurrence.excluded
        assert back.recurrence.included == one.recurrence.included
        starts = [change.original_start for change in one.recurrence.changes]
        assert {change.original_start for change in back.recurrence.changes} == set(starts)
    assert len(back.sub_events) == len(one.sub_events)
    for inner, inner_back in zip(one.sub_events, back.sub_events, strict=True):
        _compare(inner, inner_back)


@given(event=events(max_depth=0))
@settings(max_examples=40, **RELAXED)
def test_the_public_rendering_gives_no_way_in(event: Event) -> None:
    """What is secret is not in it, so that it does not come back."""
    reading = read(to_ical(event))
    assert SECRET not in repr(reading)
    assert all(back.joining is None or SECRET not in back.joining.url for back in reading.events)


def _tree(component: Component) -> object:
    properties = [
        (one.name, dict(one.parameters), one.value, one.at)
        for listed in component.properties.values()
        for one in listed
    ]
    return component.name, component.at, properties, [_tree(one) for one in component.children]


@given(event=events(), feed=st.booleans())
@settings(max_examples=40, **RELAXED)
def test_both_tokenizers_give_the_same(event: Event, feed: bool) -> None:
    """The fast one and icalendar's agree on every name, parameter, value and line."""
    text = to_ical([event, event] if feed else event, invited=True, name="A; b, c")
    numbers: list[int] = []
    notes = Notes(None, lambda: numbers)
    slow = patient.tokenize(text, numbers, notes)
    assert [_tree(one) for one in strict.tokenize(text)] == [_tree(one) for one in slow]
    assert notes.findings() == []


@given(event=events(max_depth=0))
@settings(max_examples=30, **RELAXED)
def test_icalendar_reads_the_same(event: Event) -> None:
    """An independent reader has the same identifiers and instants."""
    text = to_ical(event, invited=True)
    back = only(text)
    first = icalendar.Calendar.from_ical(text).walk("VEVENT")[0]
    assert str(first["UID"]) == back.uid
    start = first["DTSTART"].dt
    assert (start.astimezone(UTC) if isinstance(start, datetime) else start) == (
        back.slot.start_utc or back.slot.start
    )


# -- line ends, folding, charsets ----------------------------------------------------------------

TEXT = calendar("DTSTART:20260305T170000Z", "DESCRIPTION:Größe\\, Maß und\\nZeit")


@pytest.mark.parametrize("mark", ["\n", "\r", "\r\n", "\r\r\n", "\n\n"])
def test_any_line_end_is_read(mark: str) -> None:
    """LF, CR, CRLF, doubled ones and empty lines."""
    event = only(TEXT.replace("\r\n", mark).encode())
    assert event.description == "Größe, Maß und\nZeit"
    assert event.slot.start == datetime(2026, 3, 5, 17, tzinfo=UTC)


@pytest.mark.parametrize(
    "charset", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "latin-1"]
)
def test_any_charset_is_read(charset: str) -> None:
    """With or without a byte order mark; what is not UTF-8 is said."""
    reading = read(TEXT.encode(charset))
    assert reading.events[0].description == "Größe, Maß und\nZeit"
    repaired = [finding for finding in reading.findings if finding.code == codes.REPAIRED]
    assert bool(repaired) == (charset != "utf-8-sig")


def test_a_fold_inside_a_character_is_mended() -> None:
    """The octets of one character stand on two lines."""
    data = TEXT.encode().replace("ß".encode(), b"\xc3\r\n \x9f")
    assert only(data).description == "Größe, Maß und\nZeit"
    assert codes.REPAIRED in found(data)


def test_tabs_fold_too() -> None:
    """And a line that is all folded."""
    text = TEXT.replace("DESCRIPTION:Gr", "DESCRIPTION\r\n\t:G\r\n\tr")
    assert only(text).description == "Größe, Maß und\nZeit"


def test_line_breaks_in_a_description_are_kept() -> None:
    """A line that begins like no property belongs to the text before."""
    event = only(calendar("DTSTART:20260305T170000Z", "DESCRIPTION:One", "Time: 10:00", "and two"))
    assert event.description == "One\nTime: 10:00\nand two"


def test_quoted_printable_of_old_calendars_is_read() -> None:
    """With soft line breaks and its own charset."""
    line = "DESCRIPTION;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:Gr=F6=\r\n=DFe=0D=0Aund"
    assert only(calendar("DTSTART:20260305T170000Z", line)).description == "Größe\nund"


@pytest.mark.parametrize(
    "text",
    [
        "BEGIN:VEVENT\nDTSTART:20260305T170000Z\nSUMMARY:A\nEND:VEVENT\n",
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260305T170000Z\nSUMMARY:A\n",
        "begin:vcalendar\nbegin:vevent\ndtstart:20260305T170000Z\nsummary:A\nend:vevent\n",
        "  BEGIN:VCALENDAR\n  BEGIN:VEVENT\n  SUMMARY:A\n  DTSTART:20260305T170000Z\n  END:VEVENT",
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;;VALUE=DATE-TIME:20260305T170000Z\nSUMMARY:A\n",
        "BEGIN:VCALENDAR\nEND:VTODO\nBEGIN:VEVENT\nX=1\nDTSTART : 20260305T170000Z\nSUMMARY:A\n",
    ],
)
def test_broken_frames_are_mended(text: str) -> None:
    """No calendar around it, no END, lower case, indented, odd parameters, a stray END."""
    event = only(text)
    assert event.name == "A"
    assert event.slot.start_utc == datetime(2026, 3, 5, 17, tzinfo=UTC)
    assert found(text) & {codes.REPAIRED, codes.SYNTAX}


def test_one_broken_event_loses_no_other() -> None:
    """It is an error with its line; a list is only given when there is none."""
    bad = "BEGIN:VEVENT\r\nUID:bad\r\nDTSTART:soon\r\nEND:VEVENT\r\n"
    text = calendar("DTSTART:20260305T170000Z", head=bad)
    reading = read(text)
    assert [event.uid for event in reading.events] == ["a@example.org"]
    (error,) = reading.errors
    assert (error.code, error.line) == (codes.UNREADABLE_TIME, 6)
    with pytest.raises(ReadError):
        from_ical(text)


def test_several_calendars_and_tasks() -> None:
    """All are read; tasks are said once with their number."""
    task = "BEGIN:VTODO\r\nUID:t\r\nEND:VTODO\r\n"
    other = calendar("DTSTART:20260306T170000Z", uid="UID:b@example.org")
    reading = read(calendar("DTSTART:20260305T170000Z", head=task * 2) + other)
    assert [event.uid for event in reading.events] == ["a@example.org", "b@example.org"]
    assert any("VTODO is not carried (2 times)" in one.message for one in reading.findings)


def test_what_is_no_calendar_is_an_error() -> None:
    """Nothing raises, whatever it is."""
    for text in ("", "hello", "name: A\nslot: 1\n", b"\xff\xfe\x00", b"\x00" * 50):
        assert not read(text).ok


# -- times ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "start", "end"),
    [
        (["DTSTART;VALUE=DATE:20260305"], date(2026, 3, 5), None),
        (
            ["DTSTART;VALUE=DATE:20260305", "DTEND;VALUE=DATE:20260307"],
            date(2026, 3, 5),
            date(2026, 3, 6),
        ),
        (["DTSTART;VALUE=DATE:20260305", "DURATION:P2D"], date(2026, 3, 5), date(2026, 3, 6)),
        (
            ["DTSTART:20260305T170000Z", "DURATION:PT90M"],
            datetime(2026, 3, 5, 17, tzinfo=UTC),
            datetime(2026, 3, 5, 18, 30, tzinfo=UTC),
        ),
        (["DTSTART:20260305T1700Z"], datetime(2026, 3, 5, 17, tzinfo=UTC), None),
        (["DTSTART:2026-03-05T17:00:00Z"], datetime(2026, 3, 5, 17, tzinfo=UTC), None),
        (["DTSTART:20260305T180000+0100"], datetime(2026, 3, 5, 17, tzinfo=UTC), None),
        (["DTSTART:20260304T240000Z"], datetime(2026, 3, 5, 0, tzinfo=UTC), None),
        (
            ["DTSTART:20260305T170000Z", "DTEND:20260305T160000Z"],
            datetime(2026, 3, 5, 17, tzinfo=UTC),
            None,
        ),
    ],
)
def test_times_are_read(lines: list[str], start: date, end: date | None) -> None:
    """The exclusive end of days becomes the last day; odd forms are understood."""
    slot = only(calendar(*lines)).slot
    assert (slot.start, slot.end) == (start, end)


def test_days_of_a_duration_are_nominal() -> None:
    """P1D over a clock change ends at the same hour, PT24H does not."""
    opening = "DTSTART;TZID=Europe/Berlin:20260328T120000"
    day = only(calendar(opening, "DURATION:P1D")).slot
    hours = only(calendar(opening, "DURATION:PT24H")).slot
    assert day.duration == timedelta(hours=23)
    assert hours.duration == timedelta(hours=24)


@pytest.mark.parametrize(
    "tzid",
    [
        "Europe/Berlin",
        '"Europe/Berlin"',
        "/freeassociation.sourceforge.net/Tzfile/Europe/Berlin",
        "/mozilla.org/20050126_1/Europe/Berlin",
        "W. Europe Standard Time",
        "w. europe standard time;",
        '"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna"',
    ],
)
def test_tzids_of_other_programs_are_known(tzid: str) -> None:
    """With prefixes, quoted, and as Windows shows them; no VTIMEZONE is needed."""
    slot = only(calendar(f"DTSTART;TZID={tzid}:20260705T170000")).slot
    assert slot.start_utc == datetime(2026, 7, 5, 15, tzinfo=UTC)


def described(tzid: str, key: str = "America/New_York") -> str:
    """Return the VTIMEZONE of a zone under another name."""
    return vtimezone(key, 2026, 2026).replace(f"TZID:{key}", f"TZID:{tzid}")


def test_an_unknown_tzid_is_matched_by_its_rules() -> None:
    """The zone with the same clocks is taken, and that is said."""
    text = calendar("DTSTART;TZID=Ours:20260705T170000", head=described("Ours"))
    reading = read(text)
    assert reading.events[0].slot.timezone == ZoneInfo("America/New_York")
    assert codes.ZONE_CHOSEN in found(text)


def test_clocks_that_no_zone_has_give_a_fixed_offset() -> None:
    """The instant is right, and a warning says that the zone is not known."""
    odd = (
        "BEGIN:VTIMEZONE\r\nTZID:Odd\r\n"
        "BEGIN:STANDARD\r\nDTSTART:20200301T000000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0017\r\n"
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1\r\nEND:STANDARD\r\n"
        "BEGIN:DAYLIGHT\r\nDTSTART:20200601T000000\r\nTZOFFSETFROM:+0017\r\nTZOFFSETTO:+0100\r\n"
        "RRULE:FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=1\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n"
    )
    text = calendar("DTSTART;TZID=Odd:20260405T170000", head=odd)
    assert only(text).slot.start_utc == datetime(2026, 4, 5, 16, 43, tzinfo=UTC)
    assert codes.ZONE_CHOSEN in {one.code for one in read(text).findings}


def test_a_vtimezone_that_contradicts_its_name_is_said() -> None:
    """The zone of the name is used."""
    text = calendar("DTSTART;TZID=Europe/Berlin:20260705T170000", head=described("Europe/Berlin"))
    assert only(text).slot.start_utc == datetime(2026, 7, 5, 15, tzinfo=UTC)
    assert codes.ZONES_DISAGREE in found(text)


def test_an_unknown_zone_without_a_description_is_an_error() -> None:
    """It is never guessed, and said once for all events."""
    text = calendar("DTSTART;TZID=Customized Time Zone:20260705T170000") * 2
    (error,) = read(text).errors
    assert error.code == codes.UNKNOWN_ZONE
    assert "(2 times)" in error.message


def test_floating_times_are_placed_or_refused() -> None:
    """By X-WR-TIMEZONE, by the caller, or not at all."""
    bare = calendar("DTSTART:20260705T170000")
    assert [error.code for error in read(bare).errors] == [codes.NO_ZONE]
    placed = only(bare, default_zone="Europe/Berlin")
    assert placed.slot.start_utc == datetime(2026, 7, 5, 15, tzinfo=UTC)
    named = calendar("DTSTART:20260705T170000", head="X-WR-TIMEZONE:Asia/Tokyo\r\n")
    assert only(named, default_zone="Europe/Berlin").slot.timezone == ZoneInfo("Asia/Tokyo")
    assert codes.ZONE_CHOSEN in found(named)


def test_skipped_and_repeated_times_are_what_the_standard_says() -> None:
    """The offset before the gap, the first of two; each is said."""
    skipped = calendar("DTSTART;TZID=Europe/Berlin:20260329T023000")
    repeated = calendar("DTSTART;TZID=Europe/Berlin:20261025T023000")
    assert only(skipped).slot.start_utc == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert only(repeated).slot.start_utc == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert codes.NONEXISTENT_TIME in found(skipped)
    assert codes.AMBIGUOUS_TIME in found(repeated)


def test_z_counts_more_than_tzid() -> None:
    """As the standard excludes the two together, it is said."""
    text = calendar("DTSTART;TZID=America/New_York:20260305T170000Z")
    assert only(text).slot.start_utc == datetime(2026, 3, 5, 17, tzinfo=UTC)
    assert codes.ZONES_DISAGREE in found(text)


@pytest.mark.parametrize("key", ["Europe/Dublin", "Africa/Casablanca", "Asia/Gaza", "Pacific/Apia"])
def test_our_vtimezone_is_understood(key: str) -> None:
    """Its changes are those of the zone."""
    text = f"BEGIN:VCALENDAR\r\n{vtimezone(key, 2011, 2027)}END:VCALENDAR\r\n"
    said = observances(strict.tokenize(text)[0].children[0], 2011, 2027, Budget())
    assert said is not None
    place, at = ZoneInfo(key), datetime(2011, 1, 1)
    while at.year < 2028:
        assert said.offset_in_utc(at) == at.replace(tzinfo=UTC).astimezone(place).utcoffset()
        at += timedelta(hours=29)


# -- series --------------------------------------------------------------------------------------


def test_a_series_with_changes_is_one_event() -> None:
    """Its rule, exclusions, inclusions and changed occurrences, on its own clocks."""
    zone = "TZID=Europe/Warsaw"
    change = (
        "BEGIN:VEVENT\r\nUID:a@example.org\r\nSUMMARY:Moved\r\n"
        f"RECURRENCE-ID:20260312T150000Z\r\nDTSTART;{zone}:20260313T170000\r\n"
        f"DTEND;{zone}:20260313T180000\r\nEND:VEVENT\r\n"
    )
    event = only(
        calendar(
            f"DTSTART;{zone}:20260305T160000",
            f"DTEND;{zone}:20260305T170000",
            "RRULE:freq=weekly;byday=TH; count=4;",
            "EXDATE;VALUE=DATE:20260319",
            f"RDATE;{zone}:20260401T160000,20260402T160000",
            head=change,
        )
    )
    recurrence = event.recurrence
    assert recurrence is not None
    assert recurrence.rule == "FREQ=WEEKLY;BYDAY=TH;COUNT=4"
    assert recurrence.excluded == (datetime(2026, 3, 19, 16),)
    assert recurrence.included == (datetime(2026, 4, 1, 16), datetime(2026, 4, 2, 16))
    (moved,) = recurrence.changes
    assert (moved.original_start, moved.name) == (datetime(2026, 3, 12, 16), "Moved")
    assert moved.slot == TimeSlot.local("2026-03-13 17:00", "18:00", "Europe/Warsaw")


def test_a_rule_that_is_not_understood_is_an_error() -> None:
    """The first event is there all the same."""
    reading = read(calendar("DTSTART:20260305T170000Z", "RRULE:FREQ=SOMETIMES"))
    assert len(reading.events) == 1
    assert [error.path for error in reading.errors] == ["recurrence"]


# -- words, places, people -----------------------------------------------------------------------


def test_the_fields_are_read() -> None:
    """Each property goes where it belongs."""
    event = only(
        calendar(
            "DTSTART:20260305T170000Z",
            "LOCATION:Room 5\\nMain Street 1",
            "GEO:52.5;13.4",
            "CATEGORIES:a\\,b,c",
            "CATEGORIES:d",
            "CLASS:CONFIDENTIAL",
            "SEQUENCE:3",
            "STATUS:CANCELLED",
            "COMMENT:The speaker is ill",
            'ORGANIZER;CN="Example, Inc.":MAILTO:info@example.org',
            "CONTACT:Help desk, help@example.org",
            "IMAGE;VALUE=URI:https://example.org/a.png",
            "ATTACH;FMTTYPE=application/pdf:https://example.org/a.pdf",
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            "TRIGGER:-PT15M",
            "END:VALARM",
        )
    )
    assert event.locations == (
        Place("Room 5", address="Main Street 1", latitude=52.5, longitude=13.4),
    )
    assert event.keywords == ("a,b", "c", "d")
    assert event.visibility is Visibility.CONFIDENTIAL
    assert (event.sequence, event.status) == (3, EventStatus.CANCELLED)
    assert event.status_reason == "The speaker is ill"
    assert event.organizer is not None
    assert event.organizer.name == "Example, Inc."
    assert event.contact is not None
    assert event.contact.email == "help@example.org"
    assert event.images[0].url == "https://example.org/a.png"
    assert event.materials[0].encoding_format == "application/pdf"
    assert event.reminders == (timedelta(minutes=15),)


def test_html_gives_its_words_where_there_is_no_plain_text() -> None:
    """With line breaks and addresses."""
    line = (
        'X-ALT-DESC;FMTTYPE=text/html:<p>One<br>two &amp\\; <a href="https://a.example/">x</a></p>'
    )
    event = only(calendar("DTSTART:20260305T170000Z", line))
    assert event.description == "One\ntwo & x (https://a.example/)"


def test_a_missing_title_or_identifier_is_said() -> None:
    """Both get one, and two events never the same identifier."""
    entry = "BEGIN:VEVENT\nDTSTART:20260305T170000Z\nEND:VEVENT\n"
    text = f"BEGIN:VCALENDAR\n{entry}{entry}END:VCALENDAR\n"
    first, second = read(text).events
    assert first.uid != second.uid
    assert [event.uid for event in read(text).events] == [first.uid, second.uid]
    assert found(text) >= {codes.NO_TITLE, codes.REPAIRED}


def test_other_properties_are_kept_on_request() -> None:
    """In the evidence, with their place; a finding says that they are not carried."""
    text = calendar("DTSTART:20260305T170000Z", "X-ROOM;X-A=1:5", "X-ROOM:6")
    evidence = read(text, keep_other=True).evidence
    start, end, value = evidence["events[0].X-ROOM[1]"]
    assert (value, text[start:end]) == ("6", "X-ROOM:6\r\n")
    assert not read(text).evidence
    assert any("X-ROOM is not carried (2 times)" in one.message for one in read(text).findings)


# -- the way in ----------------------------------------------------------------------------------

LINK = "https://us02web.zoom.us/j/81234567890?pwd=s3cretHash"
BLOCKS = {
    "Zoom": f"Anna is inviting you to a scheduled Zoom meeting.\\n\\nJoin Zoom Meeting\\n{LINK}"
    "\\n\\nMeeting ID: 812 3456 7890\\nPasscode: s3cret\\n\\n---\\n\\nOne tap mobile\\n"
    "+16465550100\\,\\,81234567890#\\,\\,\\,\\,*424242# US (New York)\\n",
    "Teams": "_" * 60 + "\\nMicrosoft Teams meeting\\nJoin on your computer or mobile app\\n"
    f"Click here to join the meeting<{LINK}>\\nMeeting ID: 812 3456 7890\\nPasscode: s3cret\\n"
    "Learn More<https://aka.ms/JoinTeamsMeeting> | Meeting options\\n" + "_" * 60,
    "Webex": f"Meeting link: {LINK}\\nMeeting number: 812 3456 7890\\nMeeting password: s3cret",
    "Webex by video": f"Join from the meeting link\\n{LINK}\\n\\nMeeting number: 812 3456 7890\\n"
    "Meeting password: s3cret\\n\\nDial 81234567890@example.webex.com",
    "sentence": f"Join here: {LINK} (meeting ID: 812 3456 7890; passcode: s3cret)",
}


@pytest.mark.parametrize("name", BLOCKS)
def test_a_block_of_a_platform_goes_to_joining(name: str) -> None:
    """Link, meeting ID and passcode; the words around are public, and nothing else."""
    body = f"DESCRIPTION:How clusters grow.\\n\\n{BLOCKS[name]}\\n\\nBring questions."
    reading = read(calendar("DTSTART:20260305T170000Z", body, "LOCATION:Microsoft Teams Meeting"))
    (event,) = reading.events
    assert event.joining is not None
    assert event.joining.url == LINK
    assert event.joining.passcode == "s3cret"
    assert event.joining.meeting_id == "812 3456 7890"
    assert event.description is not None
    assert event.description.startswith("How clusters grow.")
    assert event.description.endswith("Bring questions.")
    assert "s3cret" not in repr(reading)
    assert "8123" not in repr(reading)


@pytest.mark.parametrize(
    "line",
    [
        f"URL:{LINK}",
        f"LOCATION:{LINK}",
        f"CONFERENCE;VALUE=URI;FEATURE=VIDEO:{LINK}",
        f"X-GOOGLE-CONFERENCE:{LINK}",
        f"X-MICROSOFT-SKYPETEAMSMEETINGURL:{LINK}",
        f"X-ANY:{LINK}",
        f"DESCRIPTION:{LINK}",
        f"SUMMARY:Clusters {LINK}",
        f"STATUS:CANCELLED\r\nCOMMENT:Not at {LINK}",
    ],
)
def test_a_join_link_is_found_wherever_it_is(line: str) -> None:
    """And stands in no public field."""
    reading = read(calendar("DTSTART:20260305T170000Z", line), keep_other=True)
    (event,) = reading.events
    assert event.joining is not None
    assert event.joining.url == LINK
    assert "s3cret" not in repr(reading)
    assert not event.locations


# -- what eventkit keeps -------------------------------------------------------------------------


def kept(**fields: object) -> str:
    """Return a property that keeps fields as plain data."""
    data = json.dumps(fields)
    for char in "\\;,":
        data = data.replace(char, f"\\{char}")
    return f'STRUCTURED-DATA;FMTTYPE="application/vnd.eventkit+json";VALUE=TEXT:{data}'


def test_what_is_kept_goes_before_the_properties() -> None:
    """Also where it says that a field is empty."""
    line = kept(audience="Founders", speakers=[{"name": "A; b, c"}], description=None)
    event = only(calendar("DTSTART:20260305T170000Z", "DESCRIPTION:In words", line))
    assert event.audience == "Founders"
    assert event.speakers[0].name == "A; b, c"
    assert event.description is None


def test_what_another_program_has_changed_counts() -> None:
    """Title, times and status that contradict the kept ones are the event's."""
    line = kept(
        name="Old",
        slot={"start": "2026-03-01T10:00:00Z", "timezone": "UTC"},
        status="scheduled",
        capacity=5,
    )
    text = calendar("DTSTART:20260305T170000Z", "STATUS:CANCELLED", line)
    event = only(text)
    assert (event.name, event.capacity) == ("A webinar", 5)
    assert event.slot.start_utc == datetime(2026, 3, 5, 17, tzinfo=UTC)
    assert event.status is EventStatus.CANCELLED
    changed = {one.path for one in read(text).findings if one.code == codes.REPAIRED}
    assert changed == {"name", "slot", "status"}


@pytest.mark.parametrize("value", ["{", "[1]", '{"capacity":"many"}', '{"nonsense":1}', "[" * 5000])
def test_broken_kept_data_lose_nothing(value: str) -> None:
    """The other properties are read."""
    line = f"STRUCTURED-DATA;FMTTYPE=application/vnd.eventkit+json:{value}"
    reading = read(calendar("DTSTART:20260305T170000Z", line))
    assert reading.ok
    assert codes.REPAIRED in {one.code for one in reading.findings}


# -- anything ------------------------------------------------------------------------------------

SEEDS = [
    TEXT,
    calendar(
        "DTSTART;TZID=Ours:20260305T170000",
        "RRULE:FREQ=WEEKLY;COUNT=3",
        "EXDATE;TZID=Ours:20260312T170000",
        f"DESCRIPTION:{BLOCKS['Teams']}",
        "RELATED-TO:a@example.org",
        kept(capacity=4),
        head=described("Ours"),
    ),
]


@given(
    seed=st.sampled_from(SEEDS),
    cuts=st.lists(
        st.tuples(
            st.integers(0, 4000),
            st.integers(0, 40),
            st.one_of(
                st.binary(max_size=12),
                st.sampled_from(
                    [b"\r\n", b"\r\n ", b":", b";", b'"', b"=", b"\\", b"BEGIN:VEVENT\r\n", b"99"]
                ),
            ),
        ),
        max_size=8,
    ),
)
@settings(max_examples=150, **RELAXED)
def test_no_text_raises(seed: str, cuts: list[tuple[int, int, bytes]]) -> None:
    """Whatever is cut out of a calendar or put into it, reading gives events and findings."""
    data = seed.encode()
    for at, length, put in cuts:
        data = data[:at] + put + data[at + length :]
    reading = read(data)
    assert isinstance(reading, Reading)
    for event in reading.events:
        to_ical(event)
