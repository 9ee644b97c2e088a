"""
The events of a schedule.

Source: https://c3voc.de/schedule/schema.json.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta, tzinfo
from typing import Any
from urllib.parse import urljoin

from eventkit import codes
from eventkit.findings import Reading, Severity
from eventkit.foreign import Fields, built, moment, opened, placed, slot_of, zone_of
from eventkit.model import Event, TimeSlot
from eventkit.plain.scalars import write_slot
from eventkit.sources import RefusedError, refused

__all__ = ["parse"]

_LENGTH = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):([0-5]\d)", re.ASCII)
_IN_ROOM = re.compile(r"schedule\.conference\.days\[\]\.rooms\.[^\[\]]*\[\]\.")
_TECHNICAL = ("id", "slug", "start", "room")
_CONFERENCE = ("days", "rooms", "daysCount", "start", "end", "timeslot_duration", "acronym")


def parse(source: str | bytes, *, file: str | None = None) -> Reading:
    """Return the events of a schedule; each belongs to the series that the conference is."""
    try:
        data, notes = opened(source, file)
    except RefusedError as exc:
        return refused(exc, file)
    if not isinstance(data, dict):
        notes.error(codes.WRONG_TYPE, "a schedule is wanted", 'give {"schedule": {...}}')
        return Reading((), notes.findings())
    notes.shorten = _IN_ROOM
    root = Fields(data, (), notes)
    root.known("$schema", "generator")
    events = _Schedule(root.inner("schedule")).events()
    root.finish()
    return Reading(tuple(events), notes.findings())


class _Schedule:
    """One schedule and what all its events share."""

    def __init__(self, schedule: Fields) -> None:
        self._notes = schedule.notes
        schedule.known("version", "generator")
        self._base = schedule.text("base_url") or ""
        conference = schedule.inner("conference")
        self._flat = "events" in schedule
        self._conference = conference
        for key in _CONFERENCE:
            conference.known(key)
        name = conference.line("time_zone_name")
        self._zone = zone_of(name, self._notes, conference.at("time_zone_name"))
        if self._zone is None and name is None:
            self._notes.add(
                codes.ZONE_CHOSEN,
                Severity.INFO,
                "it names no time zone: each time keeps its offset alone",
                'add "time_zone_name"',
                conference.path,
            )
        title, url = conference.line("title"), conference.text("url")
        self._series = {"name": title, **({"url": url} if url else {})} if title else None
        self._online = self._rooms_online(conference)

    def _rooms_online(self, conference: Fields) -> dict[str, str | None]:
        """Return the address of each room that is none but the net, by its name."""
        found = {}
        for room in Fields(conference.data, conference.path, self._notes).inners("rooms"):
            if room.line("type") == "online" and (name := room.line("name")):
                found[name] = room.text("url")
        return found

    def events(self) -> Iterator[Event]:
        """Yield the events by days and rooms."""
        if self._flat:
            self._notes.error(
                codes.UNKNOWN_FORMAT,
                "a schedule with its events in one list, of version 2, is not read",
                "take the one of version 1, whose days have rooms with events",
                ("schedule", "events"),
            )
        days = Fields(self._conference.data, self._conference.path, self._notes).inners("days")
        for day in days:
            rooms = day.inner("rooms")
            for name in rooms.data:
                for fields in rooms.inners(str(name)):
                    event = self._event(fields, str(name))
                    fields.finish()
                    if event is not None:
                        yield event

    def _event(self, fields: Fields, room: str) -> Event | None:
        notes = fields.notes
        fields.known(*_TECHNICAL)
        plain: dict[str, Any] = {"name": fields.line("title"), "uid": fields.line("guid")}
        if plain["name"] is None:
            notes.error(codes.NO_TITLE, "it has no title", 'add "title"', fields.path)
        slot = self._slot(fields)
        plain["alternate_name"] = fields.line("subtitle")
        about = [fields.text("abstract"), fields.text("description")]
        plain["description"] = "\n\n".join(part for part in about if part)
        language, track, url = fields.line("language"), fields.line("track"), fields.text("url")
        plain["in_language"] = [language] if language else []
        plain["keywords"] = [track] if track else []
        plain["url"] = None if not url or url.startswith("urn:") else urljoin(self._base, url)
        plain["locations"] = self._locations(room)
        logo = fields.text("logo")
        plain["images"] = [urljoin(self._base, logo)] if logo else []
        plain["speakers"] = [self._person(one) for one in fields.inners("persons")]
        plain["speakers"] = [one for one in plain["speakers"] if "name" in one]
        self._references(fields, plain)
        plain["series"] = self._series
        if plain["name"] is None or slot is None:
            return None
        plain["slot"] = write_slot(slot)
        given = {key: value for key, value in plain.items() if value not in (None, "", [])}
        return built(given, notes, fields.path)

    def _locations(self, room: str) -> list[dict[str, Any]]:
        if room not in self._online:
            return [{"type": "Place", "name": room}] if room.strip() else []
        url = self._online[room]
        return [{"type": "VirtualLocation", "url": url, "name": room}] if url else []

    def _person(self, fields: Fields) -> dict[str, Any]:
        fields.known("id", "guid", "code")
        name, other = fields.line("public_name"), fields.line("name")
        avatar = fields.text("avatar")
        out = {
            "name": name or other,
            "bio": fields.text("biography"),
            "url": fields.text("url"),
            "image": urljoin(self._base, avatar) if avatar else None,
        }
        return {key: value for key, value in out.items() if value}

    def _references(self, fields: Fields, plain: dict[str, Any]) -> None:
        """Take links and attachments: a medium is a recording, anything else is material."""
        materials: list[dict[str, str]] = []
        recordings: list[dict[str, str]] = []
        for key in ("links", "attachments"):
            for one in fields.inners(key):
                url, title, kind = one.text("url"), one.line("title"), one.line("type")
                if url:
                    found = {"url": urljoin(self._base, url), **({"name": title} if title else {})}
                    (recordings if kind == "media" else materials).append(found)
        plain["materials"], plain["recordings"] = materials, recordings

    def _slot(self, fields: Fields) -> TimeSlot | None:
        text, notes = fields.text("date"), fields.notes
        if text is None:
            notes.error(codes.NO_TIME, "it has no date", 'add "date"', fields.at("date"))
            return None
        start = self._moment(fields, "date", self._zone)
        if start is None:
            return None
        length = self._length(fields)
        if fields.data.get("end"):
            last = self._moment(fields, "end", start.tzinfo)
            return None if last is None else slot_of(start, last, notes, fields.at("end"))
        return slot_of(start, length, notes, fields.at("duration"))

    def _moment(self, fields: Fields, key: str, place: tzinfo | None) -> datetime | None:
        value = moment(fields.text(key), fields.notes, fields.at(key))
        if not isinstance(value, datetime):
            if value is not None:
                message = f"{key} has no time of day"
                fields.notes.error(codes.NO_TIME, message, "add it", fields.at(key))
            return None
        return placed(value, place, fields.notes, fields.at(key))

    def _length(self, fields: Fields) -> timedelta | None:
        """Return the length, in hours and minutes with days before it; nothing is no length."""
        text = fields.line("duration")
        match = _LENGTH.fullmatch(text or "")
        if match is None:
            if text:
                fields.notes.warn(
                    codes.UNREADABLE_TIME,
                    "the duration is not understood, so the end is not known",
                    "write e.g. 00:45",
                    fields.at("duration"),
                )
            return None
        days, hours, minutes = (int(part or 0) for part in match.groups())
        return timedelta(days=days, hours=hours, minutes=minutes) or None
