"""
Webinars and meetings as Zoom's API has them. Read only.

The link and passcode to join go to `joining` and nowhere else; the host's own link, which
starts the meeting, is never kept.

Source: https://developers.zoom.us/docs/api/meetings/ (webinar and meeting objects).
"""

from __future__ import annotations

from typing import Any

from eventkit import codes
from eventkit.findings import Reading
from eventkit.foreign import Fields, Notes, built, opened, stamp
from eventkit.formats.zoom.times import read_times
from eventkit.model import Event
from eventkit.plain.paths import Path
from eventkit.plain.scalars import write_slot
from eventkit.sources import RefusedError, refused

__all__ = ["parse"]

_LISTS = ("webinars", "meetings")


def parse(source: str | bytes, *, file: str | None = None) -> Reading:
    """Return the webinars of a JSON text: one, a list, or a page of Zoom's answer."""
    try:
        data, notes = opened(source, file)
    except RefusedError as exc:
        return refused(exc, file)
    events = []
    for item, path in _webinars(data, notes):
        if event := _event(Fields(item, path, notes), notes):
            events.append(event)
    return notes.reading(events)


def _webinars(data: Any, notes: Notes) -> list[tuple[dict[str, Any], Path]]:
    key: Path = ()
    if isinstance(data, dict) and (name := next((n for n in _LISTS if n in data), None)):
        page = Fields(data, (), notes)
        page.elsewhere(name)
        page.known("page_size", "page_count", "page_number", "total_records")
        page.known("next_page_token")
        page.finish()
        data, key = data[name], (name,)
    found = []
    for number, item in enumerate(data if isinstance(data, list) else [data]):
        path = (*key, number) if isinstance(data, list) else key
        if isinstance(item, dict):
            found.append((item, path))
        else:
            notes.error(codes.WRONG_TYPE, "a webinar is wanted", "give an object", path)
    return found


def _event(webinar: Fields, notes: Notes) -> Event | None:
    plain: dict[str, Any] = {"name": webinar.line("topic")}
    if plain["name"] is None:
        notes.error(codes.NO_TITLE, "it has no topic", 'add "topic"', webinar.path)
    slot = read_times(webinar, plain, notes)
    for key, field in (("agenda", "description"), ("registration_url", "url"), ("uuid", "uid")):
        plain[field] = webinar.text(key)
    if plain["url"]:
        plain["offers"] = [{"url": plain["url"]}]
    plain["created"] = stamp(webinar, "created_at")
    plain["joining"] = _joining(webinar, notes)
    settings = webinar.inner("settings")
    contact = {"name": settings.line("contact_name"), "email": settings.line("contact_email")}
    plain["contact"] = _given(contact) or None
    panelists = webinar.inners("panelists")
    plain["speakers"] = [
        {"name": name, "role": "panelist"} for one in panelists if (name := one.line("name"))
    ]
    webinar.finish()
    if slot is None or plain["name"] is None:
        return None
    plain["slot"] = write_slot(slot)
    return built(_given(plain), notes, webinar.path)


def _given(plain: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in plain.items() if value not in (None, "", [])}


def _joining(webinar: Fields, notes: Notes) -> dict[str, Any] | None:
    """Take the way in; its number alone is public in invitations, but never without its link."""
    url, passcode = webinar.text("join_url"), webinar.line("password")
    if url:
        return _given({"url": url, "passcode": passcode, "meeting_id": webinar.line("id")})
    if passcode:
        webinar.notes.warn(
            codes.NOT_CARRIED,
            "a passcode without a link to join is not carried",
            'add "join_url"',
            webinar.at("password"),
        )
    return None
