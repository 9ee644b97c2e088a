"""Six readers by other people read what we write alike, and as we mean it."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import icalendar
import ics
import pytest
import vobject
from hypothesis import given
from ical.calendar_stream import IcsCalendarStream
from test_interop import PROPERTY, Node, _changes, _unescaped_twice, _when, node
from test_vtimezone import SAMPLE, ZONES

from eventkit.calendars import to_ical
from eventkit.formats.ical.description import description
from eventkit.model import Event, EventStatus, Recurrence, TimeSlot
from eventkit.occurrences import occurrences
from eventkit.testing import events

__all__ = ["node"]

STAMP = datetime(2026, 1, 1, tzinfo=UTC)
_STATUS = {EventStatus.CANCELLED: "CANCELLED", EventStatus.POSTPONED: "TENTATIVE"}
Facts = dict[str, Any]


def _text(value: datetime | date | None) -> str | None:
    if isinstance(value, datetime):
        return f"{value.astimezone(UTC):%Y-%m-%dT%H:%M:%S}.000Z"
    return None if value is None else str(value)


def _ours(event: Event) -> Facts:
    """Return what is meant; an unknown end is no end."""
    start, end = _when(event)
    return {
        "uid": event.uid,
        "summary": event.name,
        "description": description(event, invited=False) or None,
        "start": start,
        "end": end,
        "status": _STATUS.get(event.status, "CONFIRMED"),
        "sequence": event.sequence,
        "url": event.url,
    }


def _by_icalendar(text: str) -> Facts:
    (entry,) = icalendar.Calendar.from_ical(text).events
    return {
        "uid": str(entry["UID"]),
        "summary": str(entry["SUMMARY"]),
        "description": str(entry["DESCRIPTION"]) if "DESCRIPTION" in entry else None,
        "start": _text(entry["DTSTART"].dt),
        "end": _text(entry["DTEND"].dt) if "DTEND" in entry else None,
        "status": str(entry["STATUS"]),
        "sequence": int(entry["SEQUENCE"]),
        "url": str(entry["URL"]) if "URL" in entry else None,
    }


def _by_vobject(text: str) -> Facts:
    # It keeps the first VTIMEZONE of a name for all calendars that it reads.
    known = vars(vobject.icalendar)["__tzidMap"]
    for name in known.keys() - {"UTC"}:
        del known[name]
    entry = vobject.readOne(text).vevent
    return {
        "uid": entry.uid.value,
        "summary": entry.summary.value,
        "description": entry.getChildValue("description"),
        "start": _text(entry.dtstart.value),
        "end": _text(entry.getChildValue("dtend")),
        "status": entry.status.value,
        "sequence": int(entry.sequence.value),
        "url": entry.getChildValue("url"),
    }


def _by_ical(text: str) -> Facts:
    (entry,) = IcsCalendarStream.calendar_from_ics(text).events
    return {
        "uid": entry.uid,
        "summary": entry.summary,
        "description": entry.description,
        "start": _text(entry.dtstart),
        "end": _text(entry.dtend),
        "status": entry.status.value,
        "sequence": entry.sequence,
        "url": str(entry.url) if entry.url else None,
    }


def _by_ics(text: str) -> Facts:
    """It gives an end to all, and leaves UID, SEQUENCE and URL as they stand in the text."""
    (entry,) = ics.Calendar(text).events
    (sequence,) = [int(one.value) for one in entry.extra if one.name == "SEQUENCE"]
    if entry.all_day:
        start, end = str(entry.begin.date()), str(entry.end.date())
    else:
        start, end = _text(entry.begin.datetime), _text(entry.end.datetime)
    return {"start": start, "end": end, "status": entry.status, "sequence": sequence}


def _single(drawn: Event) -> Event:
    return attrs.evolve(drawn, recurrence=None, sub_events=())


def _plain_backslashes(facts: Facts) -> Facts:
    """Return what a reader makes of them that undoes the escapes one after the other."""
    words = ("uid", "summary", "description")
    return facts | {word: facts[word] and _unescaped_twice(facts[word]) for word in words}


@pytest.mark.parametrize("extensions", [True, False])
@given(drawn=events(max_depth=0))
@PROPERTY
def test_six_readers_agree(node: Node, drawn: Event, extensions: bool) -> None:
    """On identity, words, instants, status, revision and address, with what is new or without."""
    event = _single(drawn)
    text = to_ical(event, dtstamp=STAMP, extensions=extensions)
    meant = _ours(event)
    # Without an end it is over at once, or lasts the day (RFC 5545 §3.6.1), as these fill in.
    day_after = str(event.slot.start + timedelta(days=1)) if event.slot.is_all_day else None
    filled = meant | {"end": meant["end"] or day_after or meant["start"]}
    assert _by_icalendar(text) == meant
    assert _by_vobject(text) == meant
    assert _by_ics(text).items() <= filled.items()
    (found,) = node.read("facts:node-ical", text)
    assert found == _plain_backslashes(filled)
    assert _by_ical(text) == meant
    (found,) = node.read("facts:ical.js", text)
    assert found | {"start": None, "end": None} == meant | {"start": None, "end": None}


WEEKS = [Recurrence("FREQ=WEEKLY;COUNT=60"), Recurrence("FREQ=DAILY;INTERVAL=3;COUNT=130")]


def _crossing(key: str) -> list[Event]:
    """Return series in the zone that cross its changes of the years around 2025."""
    zone = ZoneInfo(key)
    changes = [change for year in (2024, 2025) for change in _changes(zone, year)][:3]
    changes = changes or [datetime(2025, 3, 30, tzinfo=UTC)]
    found = []
    for change in changes:
        for hour in (1, 9, 16):
            day = change.astimezone(zone).date() - timedelta(days=20)
            start = datetime(day.year, day.month, day.day, hour, 30, tzinfo=zone)
            if start.utcoffset() == start.replace(fold=1).utcoffset():
                recurrence = WEEKS[hour % 2]
                found.append(Event("A", TimeSlot(start), uid="a", recurrence=recurrence))
    return found


@pytest.mark.parametrize("key", ZONES if os.environ.get("CI") else SAMPLE)
def test_series_cross_the_changes_of_every_zone(node: Node, key: str) -> None:
    """Each occurrence is where its wall clock is, by ours, ical.js, node-ical and ical."""
    series = _crossing(key)
    texts = [to_ical(event, dtstamp=STAMP) for event in series]
    span = {"from": "2023-01-01T00:00:00Z", "to": "2028-01-01T00:00:00Z", "limit": 60}
    by_js = node.read("series:ical.js", {"texts": texts, "limit": 60})
    by_node = node.read("series:node-ical", {"texts": texts, **span})
    for event, text, javascript, luxon in zip(series, texts, by_js, by_node, strict=True):
        meant = [one.slot.start_utc for one in occurrences(event, limit=60)]
        timeline = IcsCalendarStream.calendar_from_ics(text).timeline
        pydantic = [one.dtstart for one, _ in zip(timeline, range(60), strict=False)]
        for name, found in (("ical.js", javascript), ("node-ical", luxon)):
            if name == "node-ical" and _skips(event, meant):
                continue  # after a skipped time it is an hour late once
            wrong = _apart(event, meant, [datetime.fromtimestamp(at, UTC) for at in found])
            assert not wrong, (name, wrong[:3])
        assert not _apart(event, meant, pydantic)


def _skips(event: Event, meant: list[datetime | None]) -> bool:
    """Return whether the clocks skip one of the times, so that it is not that of the first."""
    clocks = {f"{one.astimezone(event.slot.timezone):%H:%M}" for one in meant if one}
    return clocks != {f"{event.slot.start:%H:%M}"}


def _apart(
    event: Event, meant: list[datetime | None], found: list[datetime]
) -> list[tuple[str, str]]:
    """Return the pairs that are more than a minute apart; equal and skipped times are no one's."""
    assert len(meant) == len(found)
    zone = event.slot.timezone
    pairs = []
    for ours, theirs in zip(meant, found, strict=True):
        assert ours is not None
        local = ours.astimezone(zone)
        odd = local.utcoffset() != local.replace(fold=1).utcoffset()
        if not odd and not _skips(event, [ours]) and abs(theirs - ours) > timedelta(seconds=60):
            pairs.append((str(local), str(theirs)))
    return pairs
