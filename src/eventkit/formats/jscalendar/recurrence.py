"""Events that come again: rules, and overrides by their local start. Source: RFC 8984 §4.3."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from eventkit import codes
from eventkit.errors import EventkitError
from eventkit.foreign import Fields
from eventkit.formats.jscalendar.links import link
from eventkit.formats.jscalendar.moments import Zones, put_slot, read_slot
from eventkit.formats.jscalendar.rules import read_rule, written_rule
from eventkit.formats.jscalendar.values import local, read_local
from eventkit.model import Event, EventStatus, OccurrenceChange, TimeSlot
from eventkit.plain.scalars import write_slot
from eventkit.timezones import resolve

__all__ = ["STATUS", "put_recurrence", "read_recurrence"]

STATUS = {
    EventStatus.SCHEDULED: "confirmed",
    EventStatus.RESCHEDULED: "confirmed",
    EventStatus.MOVED_ONLINE: "confirmed",
    EventStatus.POSTPONED: "tentative",
    EventStatus.CANCELLED: "cancelled",
}
_PATCHED = ("start", "duration", "timeZone", "showWithoutTime")


def put_recurrence(out: dict[str, Any], event: Event, zones: dict[str, Any]) -> None:
    """Add the rule, and an override for each date that departs from it."""
    found = event.recurrence
    if found is None:
        return
    if found.rule:
        out["recurrenceRules"] = [written_rule(found.rule, event.slot.timezone)]
    overrides: dict[str, Any] = {}
    for start in found.included:
        overrides[local(start)] = {}
    for start in found.excluded:
        overrides[local(start)] = {"excluded": True}
    for change in found.changes:
        overrides[local(change.original_start)] = _patch(change, event, out, zones)
    if overrides:
        out["recurrenceOverrides"] = overrides


def _patch(
    change: OccurrenceChange, event: Event, out: dict[str, Any], zones: dict[str, Any]
) -> dict[str, Any]:
    patch: dict[str, Any] = {}
    if change.name is not None:
        patch["title"] = change.name
    if change.description is not None:
        patch["description"] = change.description
    if change.status is not None:
        patch["status"] = STATUS[change.status]
    if change.slot is not None:
        put_slot(patch, change.slot, zones)
        patch.setdefault("duration", "PT0S")
        if patch["timeZone"] == out["timeZone"]:
            del patch["timeZone"]
        if event.slot.is_all_day and not change.slot.is_all_day:
            patch["showWithoutTime"] = False
    if change.url is not None:
        page = link(change.url, "describedby")
        if event.url:
            patch["links/page/href"] = change.url
        elif "links" in out:
            patch["links/page"] = page
        else:
            patch["links"] = {"page": page}
    return patch


def read_recurrence(
    event: Fields, slot: TimeSlot | None, zones: Zones, plain: dict[str, Any]
) -> None:
    """Fill in how it comes again; what a patch changes beyond the model is reported."""
    rules = event.inners("recurrenceRules")
    event.leave("excludedRecurrenceRules")
    overrides = event.named("recurrenceOverrides")
    if slot is None:
        return
    found: dict[str, Any] = {"excluded": [], "included": [], "changes": []}
    if rules:
        found["rule"] = read_rule(rules[0], all_day=slot.is_all_day)
        for other in rules[1:]:
            event.notes.warn(
                codes.NOT_CARRIED,
                "a second rule of recurrence is not carried over",
                path=other.path,
            )
            for key in other.data:
                other.take(str(key))
    for text, patch in overrides.items():
        start = read_local(text)
        if start is None:
            event.notes.warn(
                codes.UNREADABLE_TIME, "an override names no local time", path=patch.path
            )
            continue
        _override(start, patch, slot, zones, found)
    if found.get("rule") or found["included"]:
        plain["recurrence"] = {key: value for key, value in found.items() if value}
    elif overrides:
        event.notes.warn(
            codes.NOT_CARRIED,
            "overrides without a rule or a date are not carried over",
            path=event.at("recurrenceOverrides"),
        )


def _override(
    start: datetime, patch: Fields, slot: TimeSlot, zones: Zones, found: dict[str, Any]
) -> None:
    moment = start.date() if slot.is_all_day else start
    if patch.flag("excluded"):
        found["excluded"].append(moment.isoformat())
        return
    change: dict[str, Any] = {
        "name": patch.line("title"),
        "description": patch.text("description"),
        "url": _page(patch),
        "status": "cancelled" if patch.line("status") == "cancelled" else None,
    }
    if any(name in patch.data for name in _PATCHED):
        changed = _changed(moment, patch, slot, zones)
        change["slot"] = write_slot(changed) if changed is not None else None
    given = {key: value for key, value in change.items() if value is not None}
    if given:
        found["changes"].append({"original_start": moment.isoformat(), **given})
    elif not patch.data:
        found["included"].append(moment.isoformat())


def _changed(
    moment: datetime | date, patch: Fields, slot: TimeSlot, zones: Zones
) -> TimeSlot | None:
    """Return the slot of a patch; what it leaves out is as in the series."""
    whole: dict[str, Any] = {"start": local(moment)}
    usual: dict[str, Any] = {}
    try:
        put_slot(usual, slot, {})
        if isinstance(moment, datetime) and slot.timezone is not None:
            resolve(moment, slot.timezone, "compatible")
    except EventkitError:
        return None
    if "duration" in usual:
        whole["duration"] = usual["duration"]
    for name in _PATCHED:
        if name in patch.data:
            whole[name] = patch.take(name)
    fields = Fields(whole, patch.path, patch.notes)
    return read_slot(fields, zones, slot)


def _page(patch: Fields) -> str | None:
    """Return the address that a patch gives the event."""
    if href := patch.text("links/page/href"):
        return href
    inner = patch.inner("links/page") if "links/page" in patch else patch.inner("links")
    page = inner.inner("page") if "page" in inner else inner
    page.known("@type", "rel")
    return page.text("href")
