"""Events as JSCalendar objects. Source: RFC 8984 §4, §5."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from eventkit.foreign import Fields, Notes, built
from eventkit.foreign.kept import difference
from eventkit.formats.jscalendar.entry import plain_entry
from eventkit.formats.jscalendar.links import links
from eventkit.formats.jscalendar.moments import put_slot
from eventkit.formats.jscalendar.people import participants
from eventkit.formats.jscalendar.places import put_locations
from eventkit.formats.jscalendar.recurrence import STATUS, put_recurrence
from eventkit.formats.jscalendar.values import DEPTH, KEPT, elapsed, utc
from eventkit.model import Event, Visibility
from eventkit.model.showing import all_public
from eventkit.plain import to_dict

__all__ = ["render", "to_jscalendar"]

_PRODUCT = "-//eventkit//eventkit//EN"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "eventkit.jscalendar")
_PRIVACY = {
    Visibility.PUBLIC: "public",
    Visibility.UNLISTED: "public",
    Visibility.PRIVATE: "private",
    Visibility.CONFIDENTIAL: "secret",
}


def to_jscalendar(events: Event | Iterable[Event], *, invited: bool = False) -> str:
    """
    Return an Event, or a Group of several, as JSON text.

    Sub-events are entries of the Group that refer to the event that they are a part of. What
    JSCalendar cannot say is kept in the property ``eventkit.example:event``, so that
    `from_jscalendar` gives the same events again.

    Args:
        events: One event or several.
        invited: Add the join details. Only for those who are invited.

    Raises:
        PublicSecretError: A text of an event shows its way in, and it is not for the *invited*.

    Source: RFC 8984.
    """
    given = (events,) if isinstance(events, Event) else events
    whole = list(given if invited else all_public(given))
    entries = [_entry(one, parent, depth, invited) for one, parent, depth in _flat(whole)]
    data = entries[0] if len(entries) == 1 else _group(entries)
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def render(events: Event | Iterable[Event]) -> str:
    """Return the public text, without the join details."""
    return to_jscalendar(events)


def _flat(
    events: Iterable[Event], parent: Event | None = None, depth: int = 0
) -> Iterator[tuple[Event, Event | None, int]]:
    for event in events:
        yield event, parent, depth
        yield from _flat(event.sub_events, event, depth + 1)


def _group(entries: list[dict[str, Any]]) -> dict[str, Any]:
    names = "\n".join(entry["uid"] for entry in entries)
    return {
        "@type": "Group",
        "uid": str(uuid.uuid5(_NAMESPACE, names)),
        "updated": max((entry["updated"] for entry in entries), default=utc(_EPOCH)),
        "prodId": _PRODUCT,
        "entries": entries,
    }


def _entry(event: Event, parent: Event | None, depth: int, invited: bool) -> dict[str, Any]:
    out: dict[str, Any] = {"@type": "Event", "uid": event.uid, "prodId": _PRODUCT}
    out["updated"] = utc(event.updated or event.created or _EPOCH)
    if event.created:
        out["created"] = utc(event.created)
    out.update(sequence=event.sequence, title=event.name)
    if event.description:
        out["description"] = event.description
    zones: dict[str, Any] = {}
    put_slot(out, event.slot, zones)
    out["status"], out["privacy"] = STATUS[event.status], _PRIVACY[event.visibility]
    if event.in_language:
        out["locale"] = event.in_language[0]
    if event.keywords:
        out["keywords"] = dict.fromkeys(event.keywords, True)
    put_locations(out, event, invited=invited)
    for key, found in (("links", links(event)), ("participants", participants(event))):
        if found:
            out[key] = found
    put_recurrence(out, event, zones)
    _put_alerts(out, event)
    _put_relations(out, event, parent)
    if zones:
        out["timeZones"] = zones
    if depth:
        out[DEPTH] = depth
    if kept := _kept(event, out, invited):
        out[KEPT] = kept
    return out


def _put_alerts(out: dict[str, Any], event: Event) -> None:
    alerts = {}
    for number, before in enumerate(event.reminders, 1):
        trigger = {"@type": "OffsetTrigger", "offset": elapsed(before, "-")}
        alerts[f"alert-{number}"] = {"@type": "Alert", "trigger": trigger, "action": "display"}
    if alerts:
        out["alerts"] = alerts


def _put_relations(out: dict[str, Any], event: Event, parent: Event | None) -> None:
    above = [parent.uid] if parent else []
    if event.series and event.series.uid:
        above.append(event.series.uid)
    if above:
        relation = {"@type": "Relation", "relation": {"parent": True}}
        out["relatedTo"] = dict.fromkeys(above, relation)


def _kept(event: Event, out: dict[str, Any], invited: bool) -> dict[str, Any] | None:
    """Return what does not come back from what was written."""
    plain = to_dict(event)
    plain.pop("sub_events", None)
    if not invited:
        plain.pop("joining", None)
    notes = Notes()
    said = plain_entry(Fields(out, (), notes))
    again = built(said, notes, ()) if said is not None else None
    return difference(plain, to_dict(again) if again is not None else {})
