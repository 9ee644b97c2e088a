"""What becomes of an event, and what every format then says."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any

import attrs
import icalendar
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eventkit.errors import InvalidValueError
from eventkit.formats.announcement import render
from eventkit.formats.ical import to_ical
from eventkit.formats.jsonld import to_jsonld
from eventkit.lifecycle import cancel, diff, move_online, postpone, reschedule, revise
from eventkit.model import (
    Event,
    EventAttendanceMode,
    EventStatus,
    JoinDetails,
    Place,
    Recurrence,
    Speaker,
    TimeSlot,
    VirtualLocation,
)
from eventkit.occurrences import occurrences
from eventkit.testing import SECRET, events, slots

PROPERTY = settings(max_examples=60, suppress_health_check=list(HealthCheck), deadline=None)
FIRST = TimeSlot.local("2019-04-17 13:00", "14:00", "Europe/Paris")
SECOND = TimeSlot.local("2019-04-24 15:00", "16:00", "Europe/Paris")
THIRD = TimeSlot.local("2019-05-02 15:00", "16:00", "Europe/Paris")
STAMPS = [datetime(2019, 4, day, 8, tzinfo=UTC) for day in range(1, 9)]
EVENT = Event("Clusters", FIRST, uid="u", url="https://example.org/clusters", updated=STAMPS[0])
SCHEMA = "https://schema.org/"


def _apply(shelf: dict[str, icalendar.Event], text: str) -> None:
    """Take each entry as a calendar does: by UID, the highest SEQUENCE, then the last DTSTAMP."""
    for entry in icalendar.Calendar.from_ical(text).events:
        known = shelf.get(entry["UID"])
        if known is None or _revision(entry) > _revision(known):
            shelf[entry["UID"]] = entry


def _revision(entry: icalendar.Event) -> tuple[int, datetime]:
    return entry["SEQUENCE"], entry["DTSTAMP"].dt


def test_three_files_in_order_leave_one_cancelled_entry_at_the_new_time() -> None:
    """Published, moved, called off: one entry at the end, whatever comes late or twice."""
    moved = reschedule(EVENT, SECOND, updated=STAMPS[1])
    off = cancel(moved, updated=STAMPS[2])
    files = [to_ical(EVENT), to_ical(moved), to_ical(off, method="CANCEL")]
    for order in (files, [*files, files[0]], [files[2], files[1], files[0]]):
        shelf: dict[str, icalendar.Event] = {}
        for text in order:
            _apply(shelf, text)
        (entry,) = shelf.values()
        assert (str(entry["STATUS"]), entry["SEQUENCE"]) == ("CANCELLED", 2)
        assert entry.start.astimezone(UTC) == SECOND.start_utc


def test_a_moved_event_says_so_in_every_format() -> None:
    """The old start is remembered, and shown where there is a place for it."""
    moved = reschedule(EVENT, SECOND, reason="The speaker is ill.", updated=STAMPS[1])
    assert (moved.uid, moved.sequence, moved.status) == ("u", 1, EventStatus.RESCHEDULED)
    assert moved.previous_starts == (FIRST.start_utc,)
    node = to_jsonld(moved)
    assert node["eventStatus"] == f"{SCHEMA}EventRescheduled"
    assert node["previousStartDate"] == "2019-04-17T13:00:00+02:00"
    assert "2019-04-08" not in str(node)
    assert node["subjectOf"]["dateModified"].startswith("2019-04-02")
    text = to_ical(moved)
    assert "SEQUENCE:1\r\n" in text
    assert "DTSTAMP:20190402T080000Z\r\n" in text
    assert "Moved from: 2019-04-17 13:00" in text.replace("\r\n ", "")
    assert "24" in render(moved)


def test_every_former_start_is_kept_once() -> None:
    """Moved twice there are two; moved back, the present one is none of them."""
    twice = reschedule(reschedule(EVENT, SECOND), THIRD)
    assert twice.previous_starts == (FIRST.start_utc, SECOND.start_utc)
    back = reschedule(twice, FIRST)
    assert back.previous_starts == (SECOND.start_utc, THIRD.start_utc)
    assert back.sequence == 3


def test_moved_online_and_to_another_time_is_both() -> None:
    """In either order, and schema.org allows the pair."""
    hall = attrs.evolve(EVENT, locations=[Place("Hall")])
    online = move_online(hall, "https://example.org/live", updated=STAMPS[1])
    assert online.attendance_mode is EventAttendanceMode.ONLINE
    assert to_jsonld(online)["eventStatus"] == f"{SCHEMA}EventMovedOnline"
    later = reschedule(online, SECOND)
    at_once = move_online(hall, "https://example.org/live", slot=SECOND)
    first = move_online(reschedule(hall, SECOND), "https://example.org/live")
    for event in (later, at_once, first):
        node = to_jsonld(event)
        pair = [f"{SCHEMA}EventMovedOnline", f"{SCHEMA}EventRescheduled"]
        assert node["eventStatus"] == pair
        assert node["previousStartDate"] == "2019-04-17T13:00:00+02:00"
        assert event.locations == (VirtualLocation("https://example.org/live"),)


def test_online_is_somewhere() -> None:
    """Without an address, a page or a way in there is nowhere to go."""
    with pytest.raises(InvalidValueError, match="where"):
        move_online(Event("A", FIRST))
    assert move_online(Event("A", FIRST), joining=JoinDetails("https://meet.example/1")).joining


def test_postponed_keeps_its_date_and_cancelled_everything() -> None:
    """As schema.org asks; a new date later knows the old one."""
    off = postpone(EVENT, reason="Strike.", updated=STAMPS[1])
    assert (off.slot, off.previous_starts, off.status_reason) == (FIRST, (), "Strike.")
    assert "STATUS:TENTATIVE\r\n" in to_ical(off)
    again = reschedule(off, SECOND)
    assert (again.status, again.status_reason) == (EventStatus.RESCHEDULED, None)
    assert again.previous_starts == (FIRST.start_utc,)
    cancelled = cancel(EVENT)
    back = attrs.evolve(cancelled, status=EventStatus.SCHEDULED, sequence=0)
    assert back == EVENT


def test_parts_go_with_the_whole() -> None:
    """Sessions are moved by as much, cancelled and taken online with it."""
    talk = Event("Talk", TimeSlot.local("2019-04-18 09:00", "10:00", "Europe/Paris"), uid="t")
    talk = attrs.evolve(talk, locations=[Place("Room 1")])
    whole = attrs.evolve(EVENT, sub_events=[talk])
    (moved,) = reschedule(whole, SECOND).sub_events
    assert moved.slot == TimeSlot.local("2019-04-25 11:00", "12:00", "Europe/Paris")
    assert (moved.status, moved.sequence) == (EventStatus.RESCHEDULED, 1)
    (off,) = cancel(whole).sub_events
    assert (off.status, off.sequence) == (EventStatus.CANCELLED, 1)
    (online,) = move_online(whole, "https://example.org/live").sub_events
    assert (online.status, online.locations) == (EventStatus.MOVED_ONLINE, ())
    (both,) = move_online(whole, "https://example.org/live", slot=SECOND).sub_events
    assert (both.status, both.slot) == (EventStatus.MOVED_ONLINE, moved.slot)


WEEKLY = attrs.evolve(
    EVENT, recurrence=Recurrence("FREQ=WEEKLY;COUNT=4", excluded=[datetime(2019, 4, 24, 13)])
)


def test_one_occurrence_is_changed_alone() -> None:
    """Moved, called off, named by its local start or by its instant."""
    at = datetime(2019, 5, 1, 13)
    moved = reschedule(WEEKLY, THIRD, occurrence=at, updated=STAMPS[1])
    off = cancel(moved, occurrence=datetime(2019, 5, 8, 11, tzinfo=UTC))
    assert (off.sequence, off.status) == (2, EventStatus.SCHEDULED)
    assert [(str(one.slot.start)[:16], one.status.value) for one in occurrences(off)] == [
        ("2019-04-17 13:00", "scheduled"),
        ("2019-05-02 15:00", "rescheduled"),
        ("2019-05-08 13:00", "cancelled"),
    ]
    assert cancel(off, occurrence=at).sequence == 3
    for wrong in (datetime(2019, 4, 24, 13), datetime(2019, 5, 1, 14), date(2019, 5, 1)):
        with pytest.raises(InvalidValueError):
            cancel(WEEKLY, occurrence=wrong)
    with pytest.raises(InvalidValueError):
        cancel(EVENT, occurrence=at)


def test_a_series_is_moved_with_its_exceptions() -> None:
    """The excluded start moves along; a rule that names weekdays is not guessed."""
    moved = reschedule(WEEKLY, SECOND)
    assert [str(one.slot.start)[:16] for one in occurrences(moved)] == [
        "2019-04-24 15:00",
        "2019-05-08 15:00",
        "2019-05-15 15:00",
    ]
    named = attrs.evolve(EVENT, recurrence=Recurrence("FREQ=WEEKLY;BYDAY=WE"))
    with pytest.raises(InvalidValueError, match="does not follow"):
        reschedule(named, THIRD)
    later = TimeSlot.local("2019-04-17 18:00", "19:00", "Europe/Paris")
    assert reschedule(named, later).recurrence == named.recurrence
    given = revise(named, slot=THIRD, recurrence=Recurrence("FREQ=WEEKLY;BYDAY=TH"))
    assert (given.status, len(given.previous_starts)) == (EventStatus.RESCHEDULED, 1)


def test_what_changes_nothing_is_no_revision() -> None:
    """The same event comes back, so that a build may run twice."""
    off = cancel(EVENT, reason="Ill.", updated=STAMPS[1])
    assert cancel(off, updated=STAMPS[2]) is off
    assert reschedule(EVENT, FIRST, updated=STAMPS[2]) is EVENT
    assert revise(EVENT, name="Clusters") is EVENT


def test_a_wrong_change_is_refused() -> None:
    """What identifies the revision is set here alone, and time does not run backwards."""
    for field in ("uid", "sequence", "updated_at", "previous_starts"):
        with pytest.raises(InvalidValueError, match="does not set"):
            revise(EVENT, **{field: "x"})
    with pytest.raises(InvalidValueError, match="before the last change"):
        cancel(cancel(EVENT, updated=STAMPS[3]), reason="No.", updated=STAMPS[2])


def test_what_is_no_time_and_what_is_off_is_not_moved() -> None:
    """A slot is asked for, and a cancelled event is not revived unawares."""
    for move in (reschedule, lambda event, slot: move_online(event, "https://a.alt/", slot=slot)):
        with pytest.raises(InvalidValueError, match="slot is timedelta, not a TimeSlot") as told:
            move(EVENT, timedelta(days=7))  # type: ignore[operator]
        assert "TimeSlot.local(" in (told.value.hint or "")
    off = cancel(EVENT)
    with pytest.raises(InvalidValueError, match="is cancelled") as told:
        reschedule(off, SECOND)
    assert reschedule(off, FIRST) is off
    assert "status='rescheduled'" in (told.value.hint or "")
    on = revise(off, slot=SECOND, status="rescheduled")
    assert (on.status, on.previous_starts) == (EventStatus.RESCHEDULED, (FIRST.start,))
    part = cancel(Event("A", FIRST, uid="a"))
    (moved,) = reschedule(attrs.evolve(EVENT, sub_events=[part]), SECOND).sub_events
    assert (moved.status, moved.slot.start) == (EventStatus.CANCELLED, SECOND.start)


def test_a_difference_is_told_in_words() -> None:
    """What people would say, in the order of the fields."""
    new = revise(
        reschedule(EVENT, SECOND),
        name="Clusters and SMEs",
        speakers=[Speaker("Alain Tubiana")],
        capacity=100,
    )
    paris = "(Europe/Paris)"
    assert [str(one) for one in diff(EVENT, new)] == [
        "name changes from Clusters to Clusters and SMEs",
        f"it moves from 2019-04-17 13:00 to 14:00 {paris} to 2019-04-24 15:00 to 16:00 {paris}",
        "speakers: Alain Tubiana is added",
        "it is rescheduled",
        "capacity is 100",
    ]
    slot = diff(EVENT, new)[1]
    assert (slot.path, slot.old, slot.new) == ("slot", FIRST, SECOND)
    with pytest.raises(InvalidValueError, match="two events"):
        diff(EVENT, Event("Another", FIRST))


def test_a_difference_inside_a_part_names_the_part() -> None:
    """By its uid, wherever it stands now."""
    parts = [Event("A", FIRST, uid="a"), Event("B", FIRST, uid="b")]
    old = attrs.evolve(EVENT, sub_events=parts)
    new = attrs.evolve(EVENT, sub_events=[cancel(parts[1]), Event("C", FIRST, uid="c")])
    assert [(one.path, one.text) for one in diff(old, new)] == [
        ("sub_events[0]", "A is no longer a part of it"),
        ("sub_events[0].status", "B: it is cancelled"),
        ("sub_events[1]", "C is a new part of it"),
    ]


@given(old=events(), new=events())
@PROPERTY
def test_no_difference_shows_a_secret(old: Event, new: Event) -> None:
    """Not in words and not as data, and equal events have none."""
    found = diff(old, attrs.evolve(new, uid=old.uid))
    assert SECRET not in repr(found)
    assert not any(isinstance(value, JoinDetails) for one in found for value in (one.old, one.new))
    assert diff(old, old) == ()


@st.composite
def _steps(draw: st.DrawFn) -> tuple[Event, list[Event]]:
    """An event and what becomes of it in up to four steps."""
    event = attrs.evolve(draw(events()), recurrence=None)
    made = [event]
    for number in range(draw(st.integers(1, 4))):
        stamp: dict[str, Any] = {"updated": datetime(2040, 1, 1 + number, tzinfo=UTC)}
        step = draw(st.integers(0, 3))
        if step == 0 and made[-1].status is not EventStatus.CANCELLED:
            made.append(reschedule(made[-1], draw(slots()), **stamp))
        elif step == 1:
            made.append(postpone(made[-1], **stamp))
        elif step == 2:
            made.append(cancel(made[-1], **stamp))
        else:
            made.append(move_online(made[-1], "https://example.org/live", **stamp))
    return event, made


@given(drawn=_steps())
@PROPERTY
def test_each_step_is_a_later_revision_of_the_same_event(drawn: tuple[Event, list[Event]]) -> None:
    """The uid stays, the sequence rises, the start is never a former one, and all is writable."""
    event, made = drawn
    for before, after in pairwise(made):
        assert after.uid == event.uid
        assert after is before or after.sequence == before.sequence + 1
        now = after.slot.start_utc or after.slot.start
        was = before.slot.start_utc or before.slot.start
        assert was == now or (was in after.previous_starts and now not in after.previous_starts)
        assert bool(diff(before, after)) == (after is not before)
        assert f"SEQUENCE:{after.sequence}\r\n" in to_ical(after)
        to_jsonld(after)


def test_a_part_without_a_common_clock_stays() -> None:
    """From times to dates there is no shift that sessions could follow."""
    talk = Event("Talk", TimeSlot.local("2019-04-17 13:15", None, "Europe/Paris"), uid="t")
    whole = attrs.evolve(EVENT, sub_events=[talk])
    moved = reschedule(whole, TimeSlot(date(2019, 6, 1)))
    assert moved.sub_events == (talk,)
    assert moved.previous_starts == (FIRST.start_utc,)
    days = reschedule(Event("A", TimeSlot(date(2019, 6, 1))), TimeSlot(date(2019, 6, 8)))
    assert days.previous_starts == (date(2019, 6, 1),)
    assert FIRST.duration == timedelta(hours=1)
