"""The model refuses what is wrong and keeps what is right."""

from __future__ import annotations

import pickle
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import HealthCheck, given, settings

from eventkit.errors import EmptyTimeSlotError, InvalidValueError, NaiveDatetimeError
from eventkit.model import (
    Affiliation,
    Event,
    EventAttendanceMode,
    JoinDetails,
    Offer,
    Organization,
    Place,
    Recurrence,
    Speaker,
    TimeSlot,
    VirtualLocation,
)
from eventkit.model.given import maker
from eventkit.testing import SECRET, events

PARIS = ZoneInfo("Europe/Paris")
SLOT = TimeSlot.local("2019-04-17 13:00", "14:00", "Europe/Paris")


@given(event=events())
@settings(max_examples=60, suppress_health_check=list(HealthCheck))
def test_an_event_is_a_value(event: Event) -> None:
    """It compares, hashes, pickles and evolves by value, and its repr tells no secret."""
    again = pickle.loads(pickle.dumps(event))
    assert again == event
    assert hash(again) == hash(event)
    assert attrs.evolve(event, name="Another name").uid == event.uid
    assert SECRET not in repr(event)


def test_a_slot_of_local_times_has_the_right_instants() -> None:
    """13:00 in Paris in April is 11:00 UTC."""
    assert SLOT.start_utc == datetime(2019, 4, 17, 11, tzinfo=UTC)
    assert SLOT.duration == timedelta(hours=1)
    assert SLOT.timezone == PARIS


def test_an_end_before_the_start_by_the_clock_is_on_the_next_day() -> None:
    """23:00 to 00:30 ends after midnight."""
    slot = TimeSlot.local("2021-12-31 23:00", "00:30", "UTC")
    assert slot.duration == timedelta(minutes=90)


def test_the_duration_is_elapsed_time() -> None:
    """A night over the end of summer time has nine hours where the clock shows eight."""
    slot = TimeSlot.local("2021-10-30 23:00", "2021-10-31 07:00", "Europe/Berlin")
    assert slot.duration == timedelta(hours=9)


def test_slots_compare_by_instant_and_zone() -> None:
    """The two 02:30 of one night differ; the same instant elsewhere is no equal slot."""
    first = TimeSlot(datetime(2021, 10, 31, 2, 30, tzinfo=PARIS))
    second = TimeSlot(datetime(2021, 10, 31, 2, 30, fold=1, tzinfo=PARIS))
    assert first != second
    assert first < second
    assert first != first.astimezone("UTC")
    assert first in {TimeSlot(datetime(2021, 10, 31, 2, 30, tzinfo=PARIS))}


def test_a_slot_knows_what_is_in_it() -> None:
    """The start is in, the end is out; neighbours do not overlap."""
    after = TimeSlot.local("2019-04-17 14:00", "15:00", "Europe/Paris")
    assert SLOT.start in SLOT
    assert SLOT.end not in SLOT
    assert not SLOT.overlaps(after)
    assert SLOT.overlaps(TimeSlot.local("2019-04-17 11:30", None, "UTC"))


def test_dates_have_an_inclusive_last_day() -> None:
    """6 to 8 May are three days without a zone."""
    days = TimeSlot(date(2021, 5, 6), date(2021, 5, 8))
    assert days.duration == timedelta(days=3)
    assert days.timezone is None
    assert date(2021, 5, 8) in days


@pytest.mark.parametrize(
    ("start", "end", "error"),
    [
        (datetime(2019, 4, 17, 13), None, NaiveDatetimeError),
        (SLOT.start, SLOT.start, EmptyTimeSlotError),
        (date(2019, 4, 17), date(2019, 4, 16), EmptyTimeSlotError),
        (SLOT.start, date(2019, 4, 18), InvalidValueError),
        (SLOT.start, datetime(2019, 4, 17, 12, tzinfo=UTC), InvalidValueError),
        (datetime(2021, 3, 28, 2, 30, tzinfo=PARIS), None, InvalidValueError),
        (datetime(2019, 4, 17, 13, 0, 0, 5, tzinfo=UTC), None, InvalidValueError),
        (datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14))), None, InvalidValueError),
        ("2019-04-17", None, InvalidValueError),
    ],
)
def test_a_slot_that_cannot_be_is_refused(start: Any, end: Any, error: type[Exception]) -> None:
    """Each mistake has its error, with a message of ours."""
    with pytest.raises(error) as caught:
        TimeSlot(start, end)
    assert isinstance(caught.value, InvalidValueError)


@pytest.mark.parametrize(
    "bad", ["a\0b", "a\r\nb", "a\nb", "a\x1bb", "a\u2028b", "", "  ", "x" * 9999]
)
def test_a_line_of_text_holds_no_control_character(bad: str) -> None:
    """Not in a title, a person's name, a title held, an organisation's name or a keyword."""
    for make in (
        lambda: Event(bad, SLOT),
        lambda: Speaker(bad),
        lambda: Affiliation("X", title=bad),
        lambda: Organization(bad),
        lambda: Event("A", SLOT, keywords=[bad]),
    ):
        with pytest.raises(InvalidValueError):
            make()


def test_a_long_text_may_have_lines_but_has_bounds() -> None:
    """Paragraphs are kept; a carriage return, NUL or ten megabytes are refused."""
    assert Event("A", SLOT, description="one\n\ntwo\n").description == "one\n\ntwo"
    for bad in ("a\r\nb", "a\0b", "x" * 10_000_000):
        with pytest.raises(InvalidValueError):
            Event("A", SLOT, description=bad)


@pytest.mark.parametrize(
    "bad",
    [
        "example.org",
        "//example.org",
        "/path",
        "javascript:alert(1)",
        "data:text/html,x",
        "https://",
        "https:///x",
        "https://example.org/a b",
        'https://example.org/"',
        "https://example.org/\r\nX:1",
        "https://[bad",
        "https://zoom.us/j/1?pwd=x",
        "https://zoom.us/j/1#PASSCODE=x",
    ],
)
def test_an_unsafe_or_relative_or_secret_address_is_refused(bad: str) -> None:
    """A public address is http or https, complete, and carries no passcode."""
    for make in (lambda: Event("A", SLOT, url=bad), lambda: VirtualLocation(bad)):
        with pytest.raises(InvalidValueError):
            make()


def test_join_details_are_not_shown() -> None:
    """Neither their repr nor the error about them has a word of theirs."""
    details = JoinDetails("https://zoom.us/j/1?pwd=5ecret", passcode="5ecret")
    assert "5ecret" not in f"{details} {details!r}"
    with pytest.raises(InvalidValueError) as caught:
        JoinDetails("javascript:5ecret")
    assert "5ecret" not in str(caught.value)


def test_the_uid_never_derives_from_the_date() -> None:
    """A moved event keeps it; another page has another."""
    moved = TimeSlot.local("2019-04-24 13:00", "14:00", "Europe/Paris")
    assert Event("A", SLOT).uid == Event("A", moved).uid
    assert Event("A", SLOT, organizer="X").uid != Event("A", SLOT, organizer="Y").uid
    page = Event("A", SLOT, url="https://example.org/a")
    assert page.uid == Event("Renamed", moved, url="https://example.org/a").uid


def test_the_attendance_mode_derives_from_the_locations() -> None:
    """Online, offline, mixed; unknown where nothing is said."""
    online, room = VirtualLocation("https://example.org/"), Place("Room 1")
    assert Event("A", SLOT).attendance_mode is None
    assert Event("A", SLOT, locations=[online]).attendance_mode is EventAttendanceMode.ONLINE
    assert Event("A", SLOT, locations=[room]).attendance_mode is EventAttendanceMode.OFFLINE
    assert Event("A", SLOT, locations=[room, online]).attendance_mode is EventAttendanceMode.MIXED


def test_prices_are_exact_and_free_is_not_unknown() -> None:
    """0 is free, nothing is unknown, a float or a price without currency is refused."""
    assert Event("A", SLOT).is_accessible_for_free is None
    assert Event("A", SLOT, offers=[Offer(0, "EUR")]).is_accessible_for_free is True
    assert Event("A", SLOT, offers=[Offer("10.50", "EUR")]).is_accessible_for_free is False
    assert Offer("10.50", "EUR").price == Decimal("10.50")
    for price, currency in ((0.1, "EUR"), ("10,00", "EUR"), (10, None), (-1, "EUR"), (1, "euro")):
        with pytest.raises(InvalidValueError):
            Offer(price, currency)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "fields",
    [
        {"speakers": "Alain"},
        {"speakers": ["Alain"]},
        {"status": "canceled!"},
        {"sequence": -1},
        {"sequence": True},
        {"in_language": "English language"},
        {"event_type": "OnlineEvent"},
        {"event_type": "Person"},
        {"created": datetime(2019, 1, 1)},
        {"uid": "a\nb"},
        {"sub_events": [None]},
    ],
)
def test_a_field_of_the_wrong_kind_is_refused(fields: dict[str, Any]) -> None:
    """Every refusal is an error of ours with a hint."""
    with pytest.raises(InvalidValueError) as caught:
        Event("A", SLOT, **fields)
    assert caught.value.hint


@pytest.mark.parametrize(
    "rule",
    ["WEEKLY", "FREQ=WEEKLY;COUNT=1;UNTIL=20200101", "FREQ=SOMETIMES", "COUNT=3", "FREQ=DAILY\n"],
)
def test_a_rule_that_is_none_is_refused(rule: str) -> None:
    """RFC 5545 §3.3.10: FREQ is required, COUNT and UNTIL exclude each other."""
    if rule.endswith("\n"):
        assert Recurrence(rule).rule == rule.strip()
    else:
        with pytest.raises(InvalidValueError):
            Recurrence(rule)


def test_sub_events_have_a_bounded_depth() -> None:
    """Nine levels are refused."""
    event = Event("A", SLOT)
    with pytest.raises(InvalidValueError, match="deeper"):
        for _ in range(9):
            event = Event("A", SLOT, sub_events=[event])


@given(event=events())
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_quick_way_to_make_an_event_gives_the_same(event: Event) -> None:
    """Readers of documents make events of the fields that are given alone."""
    fields = {field.name: getattr(event, field.name) for field in attrs.fields(Event)}
    given_fields = {
        field.name: fields[field.name]
        for field in attrs.fields(Event)
        if fields[field.name] != field.default
    }
    assert maker(Event)(given_fields) == Event(**given_fields) == event
    assert maker(Event)(fields) == event
    with pytest.raises(InvalidValueError, match="name is empty"):
        maker(Event)({**given_fields, "name": ""})


@pytest.mark.parametrize(
    "fields",
    [
        {"bio": ""},
        {"email": "nobody"},
        {"affiliations": "gnomon"},
        {"same_as": ["ftp://x.alt"]},
        {"role": "singer"},
        {"bio": " Anna. ", "affiliations": [Affiliation("gnomon")], "role": "host"},
        {"name": " "},
    ],
)
def test_the_quick_way_to_make_a_speaker_does_the_same(fields: dict[str, Any]) -> None:
    """Also where it refuses one: what is inherited is checked as what is the class's own."""
    fields = {"name": " Anna Bell ", **fields}
    told: list[object] = []
    for make in (lambda given: Speaker(**given), maker(Speaker)):
        try:
            told.append(make(fields))
        except ValueError as error:
            told.append(str(error))
    assert told[0] == told[1]
    assert isinstance(told[0], str) == (fields.get("role") != "host")
