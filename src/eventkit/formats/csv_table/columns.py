"""The columns, and what a row of them says in the shape of a document."""

from __future__ import annotations

import re
from datetime import date, datetime, tzinfo
from difflib import get_close_matches
from typing import Any

from eventkit import codes
from eventkit.foreign import Fields, moment, placed, slot_of, zone_of
from eventkit.model import TimeSlot
from eventkit.plain.scalars import write_slot

__all__ = ["COLUMNS", "KEPT", "plain_row", "suggestion"]

KEPT = "eventkit"
_TEXTS = (
    "uid", "alternate_name", "description", "url", "event_type", "status", "status_reason",
    "audience", "visibility", "created", "updated", "published",
)  # fmt: skip
_NUMBERS = ("position", "capacity", "remaining_capacity", "sequence")
_LISTS = {"language": "in_language", "keywords": "keywords"}
COLUMNS = (
    "name", "start", "end", "timezone", "uid", "alternate_name", "description", "url",
    "event_type", "speakers", "organizer", "organizer_url", "place", "address", "country",
    "online_url", "registration_url", "price", "currency", "status", "status_reason", "language",
    "keywords", "image", "recording_url", "series", "series_url", "position", "audience",
    "capacity", "remaining_capacity", "visibility", "sequence", "created", "updated",
    "published", "join_url", "passcode", "meeting_id", KEPT,
)  # fmt: skip
_MEANT = {
    "title": "name", "event": "name", "topic": "name", "titel": "name", "subtitle":
    "alternate_name", "date": "start", "begin": "start", "start_date": "start", "start_time":
    "start", "end_date": "end", "end_time": "end", "tz": "timezone", "zone": "timezone",
    "time_zone": "timezone", "speaker": "speakers", "location": "place", "venue": "place",
    "link": "url", "website": "url", "tags": "keywords", "categories": "keywords", "languages":
    "language", "zoom": "join_url", "zoom_link": "join_url", "password": "passcode",
    "recording": "recording_url", "register": "registration_url", "host": "organizer",
}  # fmt: skip


def suggestion(name: str) -> str:
    """Return which column may be meant by another name."""
    near = _MEANT.get(name) or next(iter(get_close_matches(name, COLUMNS, n=1)), None)
    return f"did you mean {near!r}?" if near else "use one of: " + ", ".join(COLUMNS)


def plain_row(row: Fields, default: tzinfo | None = None) -> dict[str, Any] | None:
    """Return what a row says, or None with an error where it has no title or time."""
    plain: dict[str, Any] = {"name": row.line("name")}
    if plain["name"] is None:
        row.notes.error(codes.NO_TITLE, "it has no name", "fill in the column", row.at("name"))
    slot = _slot(row, default)
    if slot is not None:
        plain["slot"] = write_slot(slot)
    for name in _TEXTS:
        plain[name] = row.text(name)
    for name in _NUMBERS:
        plain[name] = _number(row, name)
    for name, key in _LISTS.items():
        plain[key] = _lines(row, name)
    plain["speakers"] = [{"name": name} for name in _lines(row, "speakers")]
    plain["organizer"] = _object(row, name="organizer", url="organizer_url")
    plain["series"] = _object(row, name="series", url="series_url")
    offer = _object(row, url="registration_url", price="price", currency="currency")
    plain["offers"] = [offer] if offer else []
    for name, key in (("image", "images"), ("recording_url", "recordings")):
        plain[key] = [{"url": url}] if (url := row.text(name)) else []
    place = _object(row, name="place", address="address", country="country")
    online = row.text("online_url")
    plain["locations"] = [
        *([{"type": "Place", **place}] if place else []),
        *([{"type": "VirtualLocation", "url": online}] if online else []),
    ]
    plain["joining"] = _object(row, url="join_url", passcode="passcode", meeting_id="meeting_id")
    if plain["name"] is None or slot is None:
        return None
    return {key: value for key, value in plain.items() if value not in (None, "", [], {})}


def _object(row: Fields, **columns: str) -> dict[str, Any]:
    found = {key: row.text(column) for key, column in columns.items()}
    return {key: value for key, value in found.items() if value is not None}


def _lines(row: Fields, name: str) -> list[str]:
    """Return the texts of a cell: on lines of their own, or with semicolons between."""
    cell = row.take(name)
    if not isinstance(cell, str):
        return []
    parts = cell.split("\n") if "\n" in cell else cell.split(";")
    return [part.strip() for part in parts if part.strip()]


def _number(row: Fields, name: str) -> int | None:
    text = row.line(name)
    if text is None or re.fullmatch(r"\d{1,9}", text, re.ASCII):
        return None if text is None else int(text)
    row.notes.warn(
        codes.WRONG_TYPE, "a whole number is wanted; it is left out", "write digits", row.at(name)
    )
    return None


def _slot(row: Fields, default: tzinfo | None) -> TimeSlot | None:
    name = row.line("timezone")
    place = zone_of(name, row.notes, row.at("timezone")) if name else default
    start, end = row.line("start"), row.line("end")
    if start is None:
        row.notes.error(codes.NO_TIME, "it has no start", "fill in the column", row.at("start"))
        return None
    if name and place is None:
        return None
    first = _moment(row, "start", start, place)
    last = _moment(row, "end", end, place) if end else None
    if first is None or (end and last is None):
        return None
    if not isinstance(first, datetime):
        row.leave("timezone")
    return slot_of(first, last, row.notes, row.at("end"))


def _moment(row: Fields, name: str, text: str, place: tzinfo | None) -> datetime | date | None:
    """Return a date, or a time in its zone; an offset that contradicts the zone is an error."""
    value = moment(text, row.notes, row.at(name))
    if not isinstance(value, datetime):
        return value
    found = placed(value, place, row.notes, row.at(name))
    if (
        found is not None
        and value.tzinfo
        and value.replace(tzinfo=None) != found.replace(tzinfo=None)
    ):
        row.notes.error(
            codes.OFFSET_CONTRADICTS_ZONE,
            f"the offset of {text!r:.40} is not that of the zone",
            "correct it, or leave it out",
            row.at(name),
        )
        return None
    return found
