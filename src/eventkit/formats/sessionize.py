"""
Sessions of a conference as Sessionize's API has them. Read only.

Its views All, Sessions and GridSmart are read. Times there are the wall clock of the conference,
which the text does not name: `default_zone` does.

Source: https://sessionize.com/playbook/api.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, tzinfo
from typing import Any

from eventkit import codes
from eventkit.findings import Reading, Severity
from eventkit.foreign import Fields, Notes, Register, built, moment, opened, placed, slot_of
from eventkit.joinlinks import is_join_link
from eventkit.model import Event, TimeSlot
from eventkit.plain.paths import Path
from eventkit.plain.scalars import write_slot
from eventkit.sources import RefusedError, refused
from eventkit.timezones import zone

__all__ = ["parse"]

_ORDER = ("sort", "index", "hasOnlyPlenumSessions")


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
    events = [event for item, path, room in _sessions(data, (), notes)
              if (event := program.event(Fields(item, path, notes), room))]  # fmt: skip
    if not (
        isinstance(data, list)
        or (isinstance(data, dict) and isinstance(data.get("sessions"), list))
    ):
        notes.error(codes.WRONG_TYPE, "there is no list of sessions", "take the view All")
    program.finish()
    return notes.reading(events, doubtful=frozenset())


_Found = tuple[dict[str, Any], Path, str | None]


def _sessions(data: Any, path: Path, notes: Notes) -> Iterator[_Found]:
    """Yield the sessions of every view, with the room that they are listed under."""
    if isinstance(data, dict):
        yield from _of(data, "sessions", path, notes, None)
    for number, group in enumerate(data if isinstance(data, list) else ()):
        at = (*path, number)
        if not isinstance(group, dict):
            notes.error(codes.WRONG_TYPE, "a group of sessions is wanted", "give an object", at)
            continue
        outer = Fields(group, at, notes)
        outer.known("groupId", "isDefault", "date")
        outer.elsewhere("sessions", "timeSlots")
        yield from _of(group, "sessions", at, notes, None)
        for room in outer.inners("rooms"):
            room.known(*_ORDER)
            room.elsewhere("sessions", "session")
            room.line("id")
            yield from _of(room.data, "sessions", room.path, notes, room.line("name"))
        outer.finish()


def _of(
    data: Mapping[str, Any], key: str, path: Path, notes: Notes, room: str | None
) -> Iterator[_Found]:
    """Yield the sessions of a list; something else in it is an error."""
    inner = data.get(key)
    for number, item in enumerate(inner if isinstance(inner, list) else ()):
        at = (*path, key, number)
        if isinstance(item, dict):
            yield item, at, room
        else:
            notes.error(codes.WRONG_TYPE, "a session is wanted", "give an object", at)


class _Program:
    """What sessions refer to by number: speakers, rooms, categories."""

    def __init__(self, data: Any, notes: Notes, place: tzinfo | None) -> None:
        self._notes = notes
        self._place = place
        self._breaks = 0
        self._whole = Fields(data if isinstance(data, dict) else {}, (), notes)
        self._whole.elsewhere("sessions")
        self._speakers = Register(notes)
        for fields in self._whole.inners("speakers"):
            fields.known("isTopSpeaker")
            fields.elsewhere("sessions")
            number = fields.line("id")
            if "name" in (speaker := _speaker(fields)):
                self._speakers.add((number,), speaker, fields.path)
            else:
                fields.leave_all()
        self._rooms = Register(notes)
        for fields in self._whole.inners("rooms"):
            self._rooms.add(*_named(fields))
        self._categories = Register(notes)
        for group in self._whole.inners("categories"):
            group.known("id", "sort", "type")
            for fields in group.inners("items"):
                self._categories.add(*_named(fields))

    def finish(self) -> None:
        """Report what nobody asked for, and what no session refers to."""
        for register in (self._speakers, self._rooms, self._categories):
            register.finish()
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
        found: list[dict[str, Any]] = []
        for one in fields.members("speakers"):
            number = one.get("id") if isinstance(one, dict) else one
            known = self._speakers.get(str(number))
            named = {"name": one["name"]} if isinstance(one, dict) and one.get("name") else {}
            found.append(known or named)
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
        """Return the categories, by their numbers or as they stand in the session itself."""
        here: dict[str | None, str | None] = {}
        for group in fields.inners("categories"):
            group.known("id", "sort")
            for item in group.inners("categoryItems"):
                (number,), name, _ = _named(item)
                here[number] = name
        words = []
        for place, number in enumerate(fields.members("categoryItems")):
            word = self._categories.get(str(number))
            words.append(word)
            if word is None and str(number) not in here:
                fields.notes.left((*fields.at("categoryItems"), place))
        return list(dict.fromkeys(word for word in (*words, *here.values()) if word))

    def _where(self, fields: Fields, plain: dict[str, Any], room: str | None) -> None:
        number, name = fields.line("roomId"), fields.line("room")
        name = name or self._rooms.get(number) or room
        locations: list[dict[str, Any]] = [{"type": "Place", "name": name}] if name else []
        if url := fields.text("liveUrl"):
            if is_join_link(url):
                plain["joining"] = {"url": url}
            else:
                locations.append({"type": "VirtualLocation", "url": url})
        plain["locations"] = locations

    def _slot(self, fields: Fields) -> TimeSlot | None:
        notes = fields.notes
        start = fields.text("startsAt", Severity.ERROR)
        end = fields.text("endsAt", Severity.ERROR)
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
        if first is None or ("endsAt" in fields and last is None):
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


def _named(fields: Fields) -> tuple[tuple[str | None], str | None, Path]:
    """Return the number of a thing, its name, and where that stands."""
    fields.known(*_ORDER)
    return (fields.line("id"),), fields.line("name"), fields.at("name")


def _speaker(fields: Fields) -> dict[str, Any]:
    """Return a speaker; the tag line may be a title or a slogan, so it stays words."""
    parts = [fields.line("firstName"), fields.line("lastName")]
    name = fields.line("fullName") or " ".join(part for part in parts if part)
    about = [fields.line("tagLine"), fields.text("bio")]
    out: dict[str, Any] = {"name": name, "image": fields.text("profilePicture")}
    out["bio"] = "\n\n".join(part for part in about if part)
    pages = []
    for link in fields.inners("links"):
        if url := link.text("url"):
            pages.append(url)
    out["same_as"] = pages
    return {key: value for key, value in out.items() if value}
