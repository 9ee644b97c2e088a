"""One talk of a schedule, of either version, as an event."""

from __future__ import annotations

from typing import Any

from eventkit import codes
from eventkit.foreign import Fields, built
from eventkit.formats.frab.conference import Conference
from eventkit.formats.frab.times import slot
from eventkit.joinlinks import is_join_link
from eventkit.model import Event
from eventkit.plain.scalars import write_slot

__all__ = ["BREAK", "event_of"]

BREAK = "BREAK"
_IDENTIFIERS = ("id", "slug", "code")
_ROLES = {"SPEAKER": "speaker", "MODERATOR": "moderator", "HOST": "host"}
_CANCELLED = ("CANCELED", "CANCELLED")


def event_of(talk: Fields, room: str | None, conference: Conference) -> Event | None:
    """
    Return a talk as an event, or None with an error where it has no title or time.

    Args:
        talk: Its fields.
        room: The room that it stands under, in version 1.
        conference: What it shares with others.
    """
    talk.known(*_IDENTIFIERS)
    plain: dict[str, Any] = {"name": talk.line("title"), "uid": talk.line("guid")}
    if plain["name"] is None:
        talk.notes.error(codes.NO_TITLE, "it has no title", 'add "title"', talk.path)
    when = slot(talk, conference.zone, in_list=room is None)
    plain["alternate_name"] = talk.line("subtitle")
    language = talk.line("language")
    plain["in_language"] = [language] if language else []
    about = [conference.words(talk, key, language) for key in ("abstract", "description")]
    plain["description"] = "\n\n".join(part for part in about if part)
    track = _track(talk, conference)
    plain["keywords"] = [track] if track else []
    url = talk.text("url")
    plain["url"] = None if url and url.startswith("urn:") else conference.address(url)
    logo = conference.picture(talk, "logo")
    plain["images"] = [logo] if logo else []
    _where(talk, room, conference, plain)
    plain["speakers"] = _people(talk, conference)
    _references(talk, conference, plain)
    _state(talk, plain)
    plain["series"] = conference.series
    if plain["name"] is None or when is None:
        return None
    plain["slot"] = write_slot(when)
    given = {key: value for key, value in plain.items() if value not in (None, "", [])}
    return built(given, talk.notes, talk.path)


def _state(talk: Fields, plain: dict[str, Any]) -> None:
    """Take a cancellation; what else a state says has no place."""
    state = talk.line("state")
    if state in _CANCELLED:
        plain["status"] = "cancelled"
    elif state != "CONFIRMED":
        talk.leave("state")


def _track(talk: Fields, conference: Conference) -> str | None:
    """Return the name of the track, or what it is referred to by."""
    if not isinstance(talk.data.get("track"), dict):
        name = talk.line("track")
        return conference.tracks.get(name) or name
    track = talk.inner("track")
    track.known("guid")
    name, slug = track.line("name"), track.line("slug")
    return name or conference.tracks.get(slug) or slug


def _where(talk: Fields, outer: str | None, conference: Conference, plain: dict[str, Any]) -> None:
    """Take the room; an address that lets people in is no public place."""
    keys: list[str | None] = [outer, None, None]
    if isinstance(talk.data.get("room"), dict):
        room = talk.inner("room")
        keys = [room.line(key) for key in ("guid", "slug", "name")]
        name = keys[-1]
    elif outer is None:
        name = talk.line("room")
    else:
        name = outer.strip()
        if talk.line("room") not in (None, name):
            talk.leave("room")
    key = next((key for key in (*keys, name) if key in conference.rooms), None)
    found = conference.rooms.get(key) if key else None
    if found is None and key is None and name:
        found = {"type": "Place", "name": name}
    if found and found["type"] == "VirtualLocation" and is_join_link(found["url"]):
        plain["joining"] = {"url": found["url"]}
    else:
        plain["locations"] = [found] if found else []


def _people(talk: Fields, conference: Conference) -> list[dict[str, Any]]:
    """Return who speaks, each with what the schedule says of them elsewhere."""
    found = []
    for key in ("persons", "participants"):
        for one in talk.inners(key):
            known = conference.people.get(one.line("guid")) or {}
            here = conference.person(one)
            if known and here.get("name", known.get("name")) != known.get("name"):
                one.leave("name")
                here["name"] = known.get("name", here["name"])
            role = one.line("role")
            if role in _ROLES:
                here["role"] = _ROLES[role]
            elif role:
                one.leave("role")
            if "name" in known or "name" in here:
                found.append({**known, **here})
            else:
                one.leave_all()
    return found


def _references(talk: Fields, conference: Conference, plain: dict[str, Any]) -> None:
    """Take links and attachments: a medium is a recording, anything else is material."""
    materials: list[dict[str, str]] = []
    recordings: list[dict[str, str]] = []
    for key in ("links", "attachments"):
        for one in talk.inners(key):
            url, title = conference.address(one.text("url")), one.line("title")
            is_media = (one.line("type") or "").lower() == "media"
            if not is_media:
                one.leave("type")
            if url:
                found = {"url": url, **({"name": title} if title else {})}
                (recordings if is_media else materials).append(found)
            else:
                one.leave("title")
    plain["materials"], plain["recordings"] = materials, recordings
