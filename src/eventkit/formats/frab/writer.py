"""
Events as a schedule: days, rooms, and the events in them.

Source: https://c3voc.de/schedule/schema.json.
"""

from __future__ import annotations

import json
import re
import uuid
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any

from eventkit.errors import WriteError
from eventkit.model import Event, EventStatus, Place, Speaker, VirtualLocation
from eventkit.model.showing import all_public
from eventkit.timezones import convert, resolve, zone_name

__all__ = ["render"]

_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "eventkit.frab")
_ZONE = re.compile(r"[A-Z][a-z]+/[A-Z][a-z]+")  # how the schema knows the name of a zone
_TITLE = "Events"
_ONLINE = "Online"
_PREFIX = {EventStatus.CANCELLED: "Cancelled: ", EventStatus.POSTPONED: "Postponed: "}
_DAY = timedelta(days=1)


def render(events: Event | Iterable[Event]) -> str:
    """
    Return a schedule as JSON text, without the join details.

    Times are those of the zone that most events are in. A series stands at its first date.

    Raises:
        WriteError: An event has a date alone; a schedule needs its time.
        PublicSecretError: A text of an event shows its way in.
    """
    whole = list(_flat(all_public(events)))
    for event in whole:
        if event.slot.is_all_day:
            raise WriteError(
                f"{event.name!r:.60} has a date alone, a schedule needs a time",
                "give it a time, or leave it out",
            )
    schedule = {"version": "1", "conference": _Conference(whole).data()}
    data = {"generator": {"name": "eventkit"}, "schedule": schedule}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _flat(events: Iterable[Event]) -> Iterator[Event]:
    for event in events:
        yield event
        yield from _flat(event.sub_events)


class _Conference:
    """What the events are shown as parts of."""

    def __init__(self, events: list[Event]) -> None:
        self._events = sorted(events, key=lambda event: event.slot.start_utc or _EPOCH)
        zones = Counter(zone_name(zone) for one in events if (zone := one.slot.timezone))
        self._zone: tzinfo | str = zones.most_common(1)[0][0] if zones else "UTC"
        self._people: dict[str, int] = {}
        self._rooms: dict[str, dict[str, Any]] = {}

    def data(self) -> dict[str, Any]:
        """Return the conference."""
        names = Counter(event.series.name for event in self._events if event.series)
        title = names.most_common(1)[0][0] if names else _TITLE
        days = self._days()
        out: dict[str, Any] = {
            "title": title,
            "acronym": _acronym(title),
            "start": days[0]["date"] if days else "",
            "end": days[-1]["date"] if days else "",
            "daysCount": len(days),
            "timeslot_duration": "00:05",
        }
        name = str(self._zone)
        if _ZONE.match(name) or name == "UTC":
            out["time_zone_name"] = name
        pages = {event.series.url for event in self._events if event.series}
        if len(names) == 1 and len(pages) == 1 and (page := pages.pop()):
            out["url"] = page
        return {**out, "rooms": list(self._rooms.values()), "days": days}

    def _days(self) -> list[dict[str, Any]]:
        found: dict[date, dict[str, list[dict[str, Any]]]] = {}
        for number, event in enumerate(self._events, 1):
            start = _on_clocks(event.slot.start, self._zone)
            room = self._room(event)
            entry = self._entry(event, start, room, number)
            found.setdefault(start.date(), {}).setdefault(room, []).append(entry)
        return [
            {
                "index": index,
                "date": day.isoformat(),
                "day_start": self._midnight(day),
                "day_end": self._midnight(day if day == date.max else day + _DAY),
                "rooms": rooms,
            }
            for index, (day, rooms) in enumerate(sorted(found.items()), 1)
        ]

    def _midnight(self, day: date) -> str:
        return resolve(datetime.combine(day, time()), self._zone, "compatible").isoformat()

    def _room(self, event: Event) -> str:
        """Return the room, whose kind and address stand with the rooms."""
        place = next((at for at in event.locations if isinstance(at, Place)), None)
        online = next((at for at in event.locations if isinstance(at, VirtualLocation)), None)
        name = place.name if place else (online.name if online else None) or _ONLINE
        room: dict[str, Any] = {"name": name, "guid": str(uuid.uuid5(_NAMESPACE, name))}
        if place is None:
            room["type"] = "online"
            if online is not None:
                room["url"] = online.url
        known = self._rooms.setdefault(name, room)
        if known != room:  # one name for two rooms: an address tells them apart
            name = f"{name} ({online.url if place is None and online else 'place'})"
            room["name"], room["guid"] = name, str(uuid.uuid5(_NAMESPACE, name))
            self._rooms.setdefault(name, room)
        return name

    def _entry(self, event: Event, start: datetime, room: str, number: int) -> dict[str, Any]:
        guid = _guid(event.uid)
        minutes = int((event.slot.duration or timedelta(0)) / timedelta(minutes=1))
        out: dict[str, Any] = {
            "guid": guid,
            "id": number,
            "date": start.isoformat(),
            "start": f"{start:%H:%M}",
            "duration": f"{minutes // 60:02}:{minutes % 60:02}",
            "room": room,
            "slug": f"{_slug(event.name) or 'event'}-{number}",
            "url": event.url or f"urn:uuid:{guid}",
            "title": _PREFIX.get(event.status, "") + event.name,
            "subtitle": event.alternate_name,
            "track": event.keywords[0] if event.keywords else None,
            "type": "talk",
            "language": event.in_language[0] if event.in_language else None,
            "abstract": None,
            "description": event.description,
            "persons": [self._person(speaker) for speaker in event.speakers],
            "links": [_reference(one.url, one.name, "media") for one in event.recordings],
            "attachments": [_reference(one.url, one.name) for one in event.materials],
        }
        if event.slot.end is not None:
            out["end"] = _on_clocks(event.slot.end, self._zone).isoformat()
        if event.images:
            out["logo"] = event.images[0].url
        return out

    def _person(self, speaker: Speaker) -> dict[str, Any]:
        number = self._people.setdefault(speaker.name, len(self._people) + 1)
        out: dict[str, Any] = {"id": number, "public_name": speaker.name}
        if speaker.bio:
            out["biography"] = speaker.bio
        if speaker.image:
            out["avatar"] = speaker.image.url
        if speaker.url:
            out["url"] = speaker.url
        return out


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def _on_clocks(value: date, zone: tzinfo | str) -> datetime:
    assert isinstance(value, datetime)
    return convert(value, zone)


def _guid(uid: str) -> str:
    try:
        return str(uuid.UUID(uid))
    except ValueError:
        return str(uuid.uuid5(_NAMESPACE, uid))


def _reference(url: str, title: str | None, kind: str | None = None) -> dict[str, str]:
    given = {"url": url, "title": title, "type": kind}
    return {key: value for key, value in given.items() if value}


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower())[:40].strip("-")


def _acronym(title: str) -> str:
    """Return at least four letters, digits and underscores."""
    found = re.sub(r"[^a-z0-9]+", "_", title.lower()).strip("_")[:30].strip("_")
    return found if len(found) > 3 else f"{found}_events".strip("_")
