"""
Webinars and meetings as Zoom's API has them. Read only.

The link and passcode to join go to `joining` and nowhere else; the host's own link, which
starts the meeting, is never kept.

Source: https://developers.zoom.us/docs/api/meetings/ (webinar and meeting objects).
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from eventkit import codes
from eventkit.findings import Reading, Severity
from eventkit.foreign import Fields, Notes, built, moment, opened, placed, slot_of, stamp, zone_of
from eventkit.model import Event, TimeSlot
from eventkit.plain.paths import Path
from eventkit.plain.scalars import write_slot
from eventkit.sources import RefusedError, refused

__all__ = ["parse"]

_LISTS = ("webinars", "meetings")
_DAYS = {"1": "SU", "2": "MO", "3": "TU", "4": "WE", "5": "TH", "6": "FR", "7": "SA"}
_FREQUENCIES = {1: "DAILY", 2: "WEEKLY", 3: "MONTHLY"}


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
    return Reading(tuple(events), notes.findings())


def _webinars(data: Any, notes: Notes) -> list[tuple[dict[str, Any], Path]]:
    key: Path = ()
    if isinstance(data, dict) and (name := next((n for n in _LISTS if n in data), None)):
        page = Fields(data, (), notes)
        page.known(name, "page_size", "page_count", "page_number", "total_records")
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
    slot = _times(webinar, plain, notes)
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


def _instant(value: datetime | date) -> str | None:
    if not isinstance(value, datetime) or value.tzinfo is None:
        return None
    return value.astimezone(UTC).isoformat().replace("+00:00", "Z")


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


def _times(webinar: Fields, plain: dict[str, Any], notes: Notes) -> TimeSlot | None:
    """Return the slot; of a series, fill in what recurs."""
    place = zone_of(webinar.line("timezone"), notes, webinar.at("timezone"))
    if place is None and "timezone" in webinar:
        return None
    length = _length(webinar)
    dates = [_occurrence(one, place, notes) for one in webinar.inners("occurrences")]
    listed = [(start, span) for start, span in dates if start is not None]
    start = _start(webinar, "start_time", place, notes)
    series = webinar.inner("recurrence")
    if listed:
        for key in series.data:
            series.take(key)
        (first, span), *others = listed
        slot = slot_of(first, span or length, notes, webinar.at("occurrences"))
        if slot is not None and others:
            plain["recurrence"] = _dates(slot, others, length, notes, webinar.at("occurrences"))
        return slot
    if start is None:
        if not webinar.data.get("start_time"):
            notes.error(codes.NO_TIME, "it has no fixed time", 'add "start_time"', webinar.path)
        return None
    if series.data and (rule := _rule(series, notes)):
        plain["recurrence"] = {"rule": rule}
    return slot_of(start, length, notes, webinar.at("duration"))


def _length(fields: Fields) -> timedelta | None:
    minutes = fields.whole("duration")
    return timedelta(minutes=minutes) if minutes else None


def _start(fields: Fields, key: str, place: Any, notes: Notes) -> datetime | None:
    """Place a start: with ``Z`` it is an instant, without it is the wall clock of the zone."""
    value = moment(fields.text(key), notes, fields.at(key))
    if value is None:
        return None
    if not isinstance(value, datetime):
        notes.error(codes.NO_TIME, "it has a date alone", "add the time", fields.at(key))
        return None
    if value.tzinfo is not None and place is None:
        notes.add(
            codes.ZONE_CHOSEN,
            Severity.INFO,
            "it names no time zone: the time is shown in UTC",
            'add "timezone"',
            fields.at(key),
        )
        return placed(value, UTC, notes, fields.at(key))
    return placed(value, place, notes, fields.at(key))


def _occurrence(
    fields: Fields, place: Any, notes: Notes
) -> tuple[datetime | None, timedelta | None]:
    """Return one date of a series; a deleted one does not happen."""
    start, span = _start(fields, "start_time", place, notes), _length(fields)
    fields.known("occurrence_id")
    status = fields.line("status")
    return (None if status == "deleted" else start), span


def _dates(
    slot: TimeSlot,
    others: list[tuple[datetime, timedelta | None]],
    length: timedelta | None,
    notes: Notes,
    path: Path,
) -> dict[str, Any]:
    """Read a series as its dates, which Zoom lists; those of another length are changes."""
    notes.add(
        codes.NOT_CARRIED,
        Severity.INFO,
        f"the series is read as its {len(others) + 1} dates; its rule is not carried over",
        path=path,
    )
    included, changes = [], []
    for start, span in others:
        local = start.replace(tzinfo=None).isoformat()
        included.append(local)
        if span and span != slot.duration:
            changed = slot_of(start, span, notes, path)
            if changed is not None:
                changes.append({"original_start": local, "slot": write_slot(changed)})
    return _given({"included": included, "changes": changes})


def _rule(series: Fields, notes: Notes) -> str | None:
    """Return the rule of a series whose dates are not listed."""
    frequency = _FREQUENCIES.get(series.whole("type") or 0)
    if frequency is None:
        notes.warn(codes.NOT_CARRIED, "how it recurs is not understood", path=series.path)
        return None
    parts = [f"FREQ={frequency}"]
    if (interval := series.whole("repeat_interval")) and interval > 1:
        parts.append(f"INTERVAL={interval}")
    parts += _days(series, frequency)
    times, until = series.whole("end_times"), series.text("end_date_time")
    if until and isinstance(last := moment(until, notes, series.at("end_date_time")), datetime):
        moment_text = (_instant(last) or "").replace("-", "").replace(":", "")
        parts.append(f"UNTIL={moment_text}" if moment_text else f"UNTIL={last:%Y%m%d}")
    elif times:
        parts.append(f"COUNT={times}")
    return ";".join(parts)


def _days(series: Fields, frequency: str) -> list[str]:
    """Return on which days of the week or month it recurs; Zoom counts days from Sunday."""
    weekly, monthly = series.line("weekly_days"), series.whole("monthly_day")
    week, week_day = series.whole("monthly_week"), series.line("monthly_week_day")
    if frequency == "WEEKLY" and weekly:
        days = [_DAYS[day.strip()] for day in weekly.split(",") if day.strip() in _DAYS]
        return [f"BYDAY={','.join(days)}"] if days else []
    if frequency == "MONTHLY" and monthly:
        return [f"BYMONTHDAY={monthly}"]
    if frequency == "MONTHLY" and week and week_day in _DAYS:
        return [f"BYDAY={week}{_DAYS[week_day]}"]
    return []
