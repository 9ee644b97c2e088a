"""
Sessions of a conference as Sessionize's API has them. Read only.

Its views All, Sessions and GridSmart are read. Times there are the wall clock of the conference,
which the text does not name: `default_zone` does.

Source: https://sessionize.com/playbook/api.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, tzinfo
from typing import Any

from eventkit import codes
from eventkit.findings import Reading, Severity
from eventkit.foreign import Fields, Notes, built, moment, opened, placed, slot_of
from eventkit.joinlinks import is_join_link
from eventkit.model import Event, TimeSlot
from eventkit.plain.paths import Path
from eventkit.plain.scalars import write_slot
from eventkit.sources import RefusedError, refused
from eventkit.timezones import zone

__all__ = ["parse"]

_Names = dict[str, str]


def parse(
    source: str | bytes, *, file: str | None = None, default_zone: str | tzinfo | None = None
) -> Reading:
    """
    Return the sessions of a JSON text.

    Args:
        source: The text.
        file: Name of the source, for the findings.
        default_zone: The zone of the conference.
    """
    place = zone(default_zone) if default_zone is not None else None
    try:
        data, notes = opened(source, file)
    except RefusedError as exc:
        return refused(exc, file)
    program = _Program(data, notes, place)
    events = [event for item, path, room in _sessions(data, (), None)
              if (event := program.event(Fields(item, path, notes), room))]  # fmt: skip
    if not (
        isinstance(data, list)
        or (isinstance(data, dict) and isinstance(data.get("sessions"), list))
    ):
        notes.error(codes.WRONG_TYPE, "there is no list of sessions", "take the view All")
    program.finish()
    for number, group in enumerate(data if isinstance(data, list) else ()):
        if isinstance(group, dict):
            outer = Fields(group, (number,), notes)
            outer.known("sessions", "rooms", "timeSlots", "groupId", "isDefault", "date")
            outer.finish()
    return Reading(tuple(events), notes.findings())


def _sessions(
    data: Any, path: Path, room: str | None
) -> Iterator[tuple[dict[str, Any], Path, str | None]]:
    """Yield the sessions of every view, with the room that they are listed under."""
    if isinstance(data, list):
        for number, item in enumerate(data):
            yield from _sessions(item, (*path, number), room)
    elif isinstance(data, dict):
        for key in ("sessions", "rooms"):
            inner = data.get(key)
            for number, item in enumerate(inner if isinstance(inner, list) else ()):
                at = (*path, key, number)
                if key == "rooms" and isinstance(item, dict):
                    name = item.get("name")
                    yield from _sessions(item, at, name if isinstance(name, str) else None)
                elif isinstance(item, dict):
                    yield item, at, room


class _Program:
    """What sessions refer to by number: speakers, rooms, categories."""

    def __init__(self, data: Any, notes: Notes, place: tzinfo | None) -> None:
        self._notes = notes
        self._place = place
        self._breaks = 0
        whole = data if isinstance(data, dict) else {}
        self._whole = Fields(whole, (), notes)
        self._whole.known("sessions")
        self._speakers: dict[str, dict[str, Any]] = {}
        for fields in self._whole.inners("speakers"):
            fields.known("sessions", "isTopSpeaker")
            self._speakers[fields.line("id") or ""] = _speaker(fields)
        self._rooms = _named(self._whole.inners("rooms"))
        self._categories: _Names = {}
        for group in self._whole.inners("categories"):
            group.known("id", "title", "sort", "type")
            self._categories |= _named(group.inners("items"))

    def finish(self) -> None:
        """Report what nobody asked for."""
        self._whole.finish()
        if self._breaks:
            message = f"{self._breaks} service sessions, such as breaks, are not carried over"
            self._notes.add(codes.NOT_CARRIED, Severity.INFO, message)

    def event(self, fields: Fields, room: str | None) -> Event | None:
        """Return one session, or None where it is a break or has no time."""
        if fields.flag("isServiceSession"):
            self._breaks += 1
            return None
        fields.known("isPlenumSession", "isInformed", "isConfirmed")
        plain: dict[str, Any] = {"name": fields.line("title")}
        if plain["name"] is None:
            fields.notes.error(codes.NO_TITLE, "it has no title", 'add "title"', fields.path)
        number = fields.line("id")
        plain["uid"] = f"sessionize-{number}" if number else None
        plain["description"] = fields.text("description")
        plain["speakers"] = self._people(fields)
        plain["keywords"] = self._keywords(fields)
        recording = fields.text("recordingUrl")
        plain["recordings"] = [{"url": recording}] if recording else []
        self._where(fields, plain, room)
        if fields.line("status") not in (None, "Accepted"):
            fields.leave("status")
        slot = self._slot(fields)
        fields.finish()
        if plain["name"] is None or slot is None:
            return None
        plain["slot"] = write_slot(slot)
        given = {key: value for key, value in plain.items() if value not in (None, "", [])}
        return built(given, fields.notes, fields.path)

    def _people(self, fields: Fields) -> list[dict[str, Any]]:
        found = []
        for one in fields.members("speakers"):
            if isinstance(one, dict):
                known = self._speakers.get(str(one.get("id")), {})
                found.append(known or {"name": str(one.get("name") or "")})
            else:
                found.append(self._speakers.get(str(one), {}))
        missing = sum(not one.get("name") for one in found)
        if missing:
            fields.notes.warn(
                codes.NOT_CARRIED,
                f"{missing} of its speakers are not in the text",
                "take the view All, which has them",
                fields.at("speakers"),
            )
        return [one for one in found if one.get("name")]

    def _keywords(self, fields: Fields) -> list[str]:
        numbers = fields.members("categoryItems")
        words = [self._categories.get(str(number)) for number in numbers]
        for group in fields.inners("categories"):
            group.known("id", "name", "sort")
            words += _named(group.inners("categoryItems")).values()
        return [word for word in words if word]

    def _where(self, fields: Fields, plain: dict[str, Any], room: str | None) -> None:
        number, name = fields.line("roomId"), fields.line("room")
        name = name or self._rooms.get(number or "") or room
        locations: list[dict[str, Any]] = [{"type": "Place", "name": name}] if name else []
        if url := fields.text("liveUrl"):
            if is_join_link(url):
                plain["joining"] = {"url": url}
            else:
                locations.append({"type": "VirtualLocation", "url": url})
        plain["locations"] = locations

    def _slot(self, fields: Fields) -> TimeSlot | None:
        notes = fields.notes
        start, end = fields.text("startsAt"), fields.text("endsAt")
        if start is None:
            notes.warn(
                codes.NO_TIME,
                "a session without a time is left out",
                "schedule it",
                fields.at("startsAt"),
            )
            return None
        first = self._moment(start, fields.at("startsAt"))
        last = self._moment(end, fields.at("endsAt")) if end and first else None
        if first is None or (end and last is None):
            return None
        return slot_of(first, last, notes, fields.at("endsAt"))

    def _moment(self, text: str, path: Path) -> datetime | None:
        value = moment(text, self._notes, path)
        if value is None:
            return None
        if not isinstance(value, datetime):
            self._notes.error(codes.NO_TIME, "it has a date alone", "add the time", path)
            return None
        if value.tzinfo is None and self._place is None:
            self._notes.error(
                codes.NO_ZONE,
                f"{value.isoformat()} has no zone",
                "name it: parse(text, 'sessionize', default_zone='Europe/Paris')",
                path,
            )
            return None
        return placed(value, self._place, self._notes, path)


def _named(items: list[Fields]) -> _Names:
    found = {}
    for fields in items:
        fields.known("sort", "hasOnlyPlenumSessions", "sessions", "session", "index")
        number, name = fields.line("id"), fields.line("name")
        if number and name:
            found[number] = name
    return found


def _speaker(fields: Fields) -> dict[str, Any]:
    """Return a speaker; the tag line may be a title or a slogan, so it stays words."""
    parts = [fields.line("firstName"), fields.line("lastName")]
    name = fields.line("fullName") or " ".join(part for part in parts if part)
    about = [fields.line("tagLine"), fields.text("bio")]
    out: dict[str, Any] = {"name": name, "image": fields.text("profilePicture")}
    out["bio"] = "\n\n".join(part for part in about if part)
    pages = []
    for link in fields.inners("links"):
        link.known("title", "linkType")
        if url := link.text("url"):
            pages.append(url)
    out["same_as"] = pages
    return {key: value for key, value in out.items() if value}
