"""What the talks of a schedule share, and what they refer to."""

from __future__ import annotations

from typing import Any
from urllib.parse import urljoin

from eventkit import codes
from eventkit.findings import Severity
from eventkit.foreign import Fields, Register, zone_of

__all__ = ["Conference"]

_ONLINE = ("online", "virtual")
_GRID = ("daysCount", "start", "end", "timeslot_duration", "acronym")
_DAY = ("index", "date", "day_start", "day_end", "start", "end")


class Conference:
    """
    What the talks share.

    Args:
        schedule: The schedule, whose talks are left to others.

    Attributes:
        days: Its days, with the rooms and talks of version 1.
        zone: Its time zone, or None.
        is_sure: Whether its time zone is known, or none is told.
        series: The series that it is, as a document has it, or None.
        rooms: Locations by name, identifier and slug of the room.
        tracks: Names by slug.
        people: Speakers by identifier, as documents have them.
    """

    def __init__(self, schedule: Fields) -> None:
        schedule.known("version", "generator")
        self._base = schedule.text("base_url") or ""
        conference = schedule.inner("conference")
        conference.known(*_GRID)
        self.days = conference.inners("days")
        for day in self.days:
            day.known(*_DAY)
        name = conference.line("time_zone_name")
        self.zone = zone_of(name, schedule.notes, conference.at("time_zone_name"))
        self.is_sure = self.zone is not None or name is None
        if self.zone is None and name is None:
            schedule.notes.add(
                codes.ZONE_CHOSEN,
                Severity.INFO,
                "it names no time zone: each time keeps its offset alone",
                'add "time_zone_name"',
                conference.path,
            )
        title, url = conference.line("title"), conference.text("url")
        self.series = {"name": title, **({"url": url} if url else {})} if title else None
        if title is None and url:
            conference.leave("url")
        self._language = conference.inner("defaults").line("language")
        self.rooms = Register(schedule.notes)
        self.tracks = Register(schedule.notes)
        self.people = Register(schedule.notes)
        for room in conference.inners("rooms"):
            self._add_room(room)
        for track in conference.inners("tracks"):
            track.known("guid")
            name, slug = track.line("name"), track.line("slug")
            self.tracks.add((slug, name), name, track.path)
        for person in schedule.inners("persons"):
            self.people.add((person.line("guid"),), self.person(person), person.path)

    def finish(self) -> None:
        """Report what no talk refers to."""
        for register in (self.rooms, self.tracks, self.people):
            register.finish()

    def address(self, relative: str | None) -> str | None:
        """Return an address, which may be relative to that of the schedule."""
        try:
            return relative and urljoin(self._base, relative)
        except ValueError:
            return relative

    def picture(self, fields: Fields, key: str) -> str | None:
        """Return the address of a picture, which stands alone or in an object."""
        if not isinstance(fields.data.get(key), dict):
            return self.address(fields.text(key))
        picture = fields.inner(key)
        picture.known("type")
        return self.address(picture.text("url"))

    def words(self, fields: Fields, key: str, language: str | None) -> str | None:
        """Return a text that may stand in several languages; the others are left out."""
        if not isinstance(fields.data.get(key), dict):
            return fields.text(key)
        every = fields.inner(key)
        tags = (language, self._language, *every.data)
        tag = next((tag for tag in tags if tag is not None and tag in every), None)
        return None if tag is None else every.text(tag)

    def person(self, fields: Fields) -> dict[str, Any]:
        """Return a person as documents have one."""
        fields.known("id", "guid", "code")
        shown, name = fields.line("public_name"), fields.line("name")
        if shown and name and shown != name:
            fields.leave("name")
        links = [self.address(link.text("url")) for link in fields.inners("links")]
        out = {
            "name": shown or name,
            "bio": self.words(fields, "biography", None),
            "url": self.address(fields.text("url")),
            "image": self.picture(fields, "avatar"),
            "same_as": [link for link in links if link],
        }
        return {key: value for key, value in out.items() if value}

    def _add_room(self, room: Fields) -> None:
        """Keep where a room is: one that is none but the net is its address, if it has one."""
        name, url = room.line("name"), self.address(room.text("url"))
        keys = (name, room.line("guid"), room.line("slug"))
        if (room.line("type") or "").lower() not in _ONLINE:
            room.leave("type")
            place = {"type": "Place", "name": name, **({"url": url} if url else {})}
            self.rooms.add(keys if name else (), place, room.path)
        elif url:
            online = {"type": "VirtualLocation", "url": url, **({"name": name} if name else {})}
            self.rooms.add(keys, online, room.path)
        else:
            room.leave("name")
            self.rooms.add(keys, None, None)
