"""Six readers by other people read what we write alike, and as we mean it."""

from __future__ import annotations

import os
import re
import sys
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from unittest.mock import patch
from zoneinfo import ZoneInfo

import attrs
import icalendar
import ics
import pytest
import vobject
from dateutil.rrule import rruleset, rrulestr
from hypothesis import given
from hypothesis import strategies as st
from ical.calendar_stream import IcsCalendarStream
from test_interop import NOT_IN_NODE_ICAL, PROPERTY, Node, _changes, _unescaped_twice, _when, node
from test_vtimezone import SAMPLE, ZONES

from eventkit.calendars import to_ical
from eventkit.formats.ical.description import description
from eventkit.model import Event, EventStatus, Recurrence, TimeSlot
from eventkit.occurrences import expand, occurrences
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


def _vobject(text: str) -> Any:
    # It keeps the first VTIMEZONE of a name for all calendars that it reads.
    known = vars(vobject.icalendar)["__tzidMap"]
    for name in known.keys() - {"UTC"}:
        del known[name]
    return vobject.readOne(text).vevent


def _by_vobject(text: str) -> Facts:
    entry = _vobject(text)
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
    """It gives an end to all, and leaves UID and SEQUENCE as they stand in the text."""
    (entry,) = ics.Calendar(text).events
    (sequence,) = [int(one.value) for one in entry.extra if one.name == "SEQUENCE"]
    if entry.all_day:
        start, end = str(entry.begin.date()), str(entry.end.date())
    else:
        start, end = _text(entry.begin.datetime), _text(entry.end.datetime)
    return {
        "uid": re.sub(r"\\(.)", r"\1", entry.uid),
        "summary": entry.name,
        "description": entry.description or None,
        "start": start,
        "end": end,
        "status": entry.status,
        "sequence": sequence,
        "url": entry.url or None,
    }


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
    assert _by_ics(text) == _plain_backslashes(filled) | {"uid": event.uid}
    (found,) = node.read("facts:node-ical", text)
    assert found == _plain_backslashes(filled)
    assert _by_ical(text) == meant
    (found,) = node.read("facts:ical.js", text)
    assert found | {"start": None, "end": None} == meant | {"start": None, "end": None}


RULES = [
    "FREQ=DAILY;INTERVAL=3;COUNT=20",
    "FREQ=WEEKLY;COUNT=30",
    "FREQ=WEEKLY;BYDAY=MO,TH;COUNT=25",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL={until}",
    "FREQ=MONTHLY;BYMONTHDAY=13;COUNT=14",
    "FREQ=MONTHLY;BYDAY=-1FR;COUNT=14",
    "FREQ=MONTHLY;BYDAY=2TU;UNTIL={until}",
    "FREQ=YEARLY;COUNT=4",
]


@st.composite
def _series(draw: st.DrawFn) -> Event:
    """Series in the daytime, which no clock change skips, that begin with their first date."""
    zone = ZoneInfo(draw(st.sampled_from(SAMPLE)))
    day = draw(st.dates(date(2015, 1, 1), date(2034, 1, 1)))
    rule = draw(st.sampled_from(RULES)).format(until=f"{day + timedelta(days=400):%Y%m%d}")
    clock = time(draw(st.integers(9, 20)), draw(st.sampled_from([0, 30])))
    length = timedelta(minutes=draw(st.integers(1, 300)))

    def slot(first: date) -> TimeSlot:
        start = datetime.combine(first, clock, zone)
        return TimeSlot(start, (start.astimezone(UTC) + length).astimezone(zone))

    days = [day + timedelta(days=number) for number in range(40)]
    fitting = [at for at in days if _rule_days(rule, at)]
    event = Event("A", slot(fitting[0]), uid="a", recurrence=Recurrence(rule))
    starts = [found.original_start for found in expand(event)]
    excluded = draw(st.lists(st.sampled_from(starts[1:]), max_size=3, unique=True))
    others = st.integers(1, 300).map(lambda days: starts[0] + timedelta(days=days, minutes=7))
    included = draw(st.lists(others, max_size=2, unique=True))
    full = Recurrence(rule, excluded=excluded, included=included)
    return attrs.evolve(event, recurrence=full)


def _rule_days(rule: str, day: date) -> bool:
    """Whether a rule of days gives *day*, as dateutil sees it."""
    noon = datetime.combine(day, time(12))
    plain = re.sub("(?:COUNT|UNTIL)=[0-9]+", "COUNT=1", rule)
    return next(iter(rrulestr(plain, dtstart=noon))) == noon


def _expanded(rule: str, start: datetime, out: list[datetime], more: list[datetime]) -> list[Any]:
    """Return what dateutil makes of the properties that a reader without series has read."""
    zone, local = start.tzinfo, start.replace(tzinfo=None)
    dates = rruleset()
    until = re.search("UNTIL=([0-9TZ]+)", rule)
    if until and zone:
        last = datetime.fromisoformat(until[1]).astimezone(zone).replace(tzinfo=None)
        rule = rule.replace(until[1], f"{last:%Y%m%dT%H%M%S}")
    dates.rrule(rrulestr(rule, dtstart=local))
    for at in out:
        dates.exdate(at.replace(tzinfo=None))
    for at in more:
        dates.rdate(at.replace(tzinfo=None))
    return [at.replace(tzinfo=zone).astimezone(UTC) for at in dates]


def _series_by_icalendar(text: str) -> list[Any]:
    (entry,) = icalendar.Calendar.from_ical(text).events

    def dates(name: str) -> list[datetime]:
        listed = entry.get(name, [])
        many = listed if isinstance(listed, list) else [listed]
        return [one.dt for found in many for one in found.dts]

    rule = entry["RRULE"].to_ical().decode()
    return _expanded(rule, entry.start, dates("EXDATE"), dates("RDATE"))


def _series_by_ics(text: str) -> list[Any]:
    """It keeps the rule and the dates as they stand in the text."""
    (entry,) = ics.Calendar(text).events
    kept: dict[str, list[str]] = {}
    for one in entry.extra:
        kept.setdefault(one.name, []).append(getattr(one, "value", ""))
    dates = {
        name: [datetime.fromisoformat(value) for value in kept.get(name, [])]
        for name in ("EXDATE", "RDATE")
    }
    zone = ZoneInfo(re.search("DTSTART;TZID=([^:]+)", text)[1])  # type: ignore[index]
    start = entry.begin.datetime.astimezone(zone)
    return _expanded(kept["RRULE"][0], start, dates["EXDATE"], dates["RDATE"])


def _series_by_vobject(text: str) -> list[Any]:
    """By the VTIMEZONE: what it takes from pytz keeps one offset for the whole series."""
    with patch.dict(sys.modules, {"pytz": None}):
        dates = _vobject(text).getrruleset(True)
    return [at.astimezone(UTC) for at in dates]


def _offsets(slot: TimeSlot) -> list[timedelta]:
    at = [datetime(slot.start.year, month, 1, tzinfo=slot.timezone) for month in (1, 7)]
    return [one.utcoffset() or timedelta(0) for one in at]


@given(event=_series())
@PROPERTY
def test_six_readers_find_the_same_occurrences(node: Node, event: Event) -> None:
    """Of a rule with dates left out and added, at the instants where `occurrences` has them."""
    text = to_ical(event, dtstamp=STAMP)
    meant = [one.slot.start_utc for one in occurrences(event)]
    assert _series_by_icalendar(text) == meant
    assert _series_by_ics(text) == meant
    if min(_offsets(event.slot)):  # it takes the others for UTC and drops their VTIMEZONE
        assert _series_by_vobject(text) == meant
    timeline = IcsCalendarStream.calendar_from_ics(text).timeline
    assert [one.dtstart.astimezone(UTC) for one in timeline] == meant
    span = {"from": "2014-01-01T00:00:00Z", "to": "2040-01-01T00:00:00Z", "limit": 100}
    (found,) = node.read("series:ical.js", {"text": text, **span}).values()
    assert [datetime.fromtimestamp(at, UTC) for at in found] == meant
    # It passes over RDATE, and knows no occurrences but those of the rule.
    added = {at.replace(tzinfo=event.slot.timezone) for at in event.recurrence.included}
    (found,) = node.read("series:node-ical", {"text": text, **span}).values()
    assert [datetime.fromtimestamp(at, UTC) for at in found] == [
        at for at in meant if at not in {one.astimezone(UTC) for one in added}
    ]


@st.composite
def _series_of_days(draw: st.DrawFn) -> Event:
    day = draw(st.dates(date(2015, 1, 1), date(2034, 1, 1)))
    rule = draw(st.sampled_from(RULES)).format(until=f"{day + timedelta(days=400):%Y%m%d}")
    days = [day + timedelta(days=number) for number in range(40)]
    first = next(at for at in days if _rule_days(rule, at))
    slot = TimeSlot(first, first + timedelta(days=draw(st.integers(0, 2))))
    event = Event("A", slot, uid="a", recurrence=Recurrence(rule))
    starts = [found.original_start for found in expand(event)]
    excluded = draw(st.lists(st.sampled_from(starts[1:]), max_size=3, unique=True))
    return attrs.evolve(event, recurrence=Recurrence(rule, excluded=excluded))


@given(event=_series_of_days())
@PROPERTY
def test_readers_find_the_same_days(node: Node, event: Event) -> None:
    """Of a series of whole days, those that know series by themselves."""
    text = to_ical(event, dtstamp=STAMP)
    meant = [str(one.slot.start) for one in occurrences(event)]
    assert [str(at)[:10] for at in vobject.readOne(text).vevent.getrruleset(True)] == meant
    timeline = IcsCalendarStream.calendar_from_ics(text).timeline
    assert [str(one.dtstart) for one in timeline] == meant
    span = {"from": "2014-01-01T00:00:00Z", "to": "2040-01-01T00:00:00Z", "limit": 100}
    for reader in ("series:ical.js", "series:node-ical"):
        assert node.read(reader, {"text": text, **span}) == {"a": meant}, reader


YEARS = range(2015, 2038) if os.environ.get("CI") else (2024, 2025)


def _crossing(key: str) -> list[Event]:
    """Return series in the zone that cross each of its changes, in the early morning."""
    zone = ZoneInfo(key)
    changes = [change for year in YEARS for change in _changes(zone, year)]
    found = []
    for number, change in enumerate(changes or [datetime(2025, 3, 30, tzinfo=UTC)]):
        late = change.year > 2035  # node-ical refuses series that begin in the summer of 2036
        rule = Recurrence("FREQ=WEEKLY;INTERVAL=4;COUNT=28" if late else "FREQ=DAILY;COUNT=5")
        day = change.astimezone(zone).date() - timedelta(weeks=100 * late, days=2)
        start = datetime(day.year, day.month, day.day, 4, 30, tzinfo=zone)
        if start.utcoffset() == start.replace(fold=1).utcoffset():
            found.append(Event("A", TimeSlot(start), uid=str(number), recurrence=rule))
    return found


@pytest.mark.parametrize("key", ZONES)
def test_series_cross_the_changes_of_every_zone(node: Node, key: str) -> None:
    """Each occurrence is where its wall clock is, by ours, ical.js, node-ical and ical."""
    series = _crossing(key)
    text = to_ical(series, dtstamp=STAMP)
    span = {"from": "2014-01-01T00:00:00Z", "to": "2039-01-01T00:00:00Z", "limit": 60}
    by_reader = {"ical.js": node.read("series:ical.js", {"text": text, **span})}
    if key not in NOT_IN_NODE_ICAL:
        by_reader["node-ical"] = node.read("series:node-ical", {"text": text, **span})
    if key in SAMPLE[:6]:
        timeline = IcsCalendarStream.calendar_from_ics(text).timeline
        by_reader["ical"] = by_uid = {event.uid: [] for event in series}
        for one in timeline:
            by_uid[one.uid].append(one.dtstart.timestamp())
    for event in series:
        meant = [one.slot.start_utc for one in occurrences(event, limit=60)]
        for name, starts in by_reader.items():
            if name == "node-ical" and _skips(event, meant):
                continue  # after a skipped time it is an hour late once
            found = [datetime.fromtimestamp(at, UTC) for at in starts[event.uid]]
            wrong = _apart(event, meant, found)
            assert not wrong, (name, wrong[:3])


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
