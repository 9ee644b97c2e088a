"""From entries to events: series with their changes, sub-events in their events."""

from __future__ import annotations

import uuid

import attrs

from eventkit import codes
from eventkit.errors import EventkitError
from eventkit.findings import Severity
from eventkit.formats.ical.reading.cleaning import line_of
from eventkit.formats.ical.reading.content import Component, Property
from eventkit.formats.ical.reading.notes import Notes
from eventkit.formats.ical.reading.recurrences import Changed, Recurrences, original_start
from eventkit.formats.ical.reading.slots import Times
from eventkit.formats.ical.reading.structured import completed
from eventkit.formats.ical.reading.values import ZULU
from eventkit.model import Event

__all__ = ["Draft", "assembled"]

_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "eventkit.formats.ical")
_DEPTH_MAX = 7  # parents above a sub-event
_MEMBERS_MAX = 10_000


@attrs.define
class Draft:
    """An event as one entry gives it."""

    entry: Component
    event: Event
    occurrence: Property | None = None  # RECURRENCE-ID
    parts: list[Draft] = attrs.field(factory=list)


def assembled(
    drafts: list[Draft], times: Times, recurrences: Recurrences, notes: Notes
) -> list[Draft]:
    """Return the drafts of the events that stand on their own."""
    _name_the_nameless(drafts, notes)
    if any(draft.occurrence is not None for draft in drafts):
        drafts = _series(drafts, times, recurrences, notes)
    for draft in drafts:
        if "STRUCTURED-DATA" in draft.entry.properties:
            draft.event = completed(draft.event, draft.entry, notes)
    if any(draft.entry.first("RELATED-TO") for draft in drafts):
        drafts = _nested(drafts, notes)
    return drafts


def _name_the_nameless(drafts: list[Draft], notes: Notes) -> None:
    """Give events without UID one of their own, the same each time that the file is read."""
    nameless = [draft for draft in drafts if not draft.entry.value("UID")]
    if not nameless:
        return
    taken = {draft.event.uid for draft in drafts if draft.entry.value("UID")}
    for number, draft in enumerate(nameless):
        notes.once(
            codes.REPAIRED,
            Severity.WARNING,
            "an event has no UID; it gets one made from its page or name",
            "add a UID that never changes, such as a UUID",
            at=draft.entry.at,
        )
        uid = draft.event.uid
        if uid in taken:
            opening = draft.entry.value("DTSTART")
            uid = str(uuid.uuid5(_NAMESPACE, f"{uid}\n{opening}"))
        if uid in taken:
            uid = str(uuid.uuid5(_NAMESPACE, f"{uid}\n{number}"))
        taken.add(uid)
        if uid != draft.event.uid:
            draft.event = attrs.evolve(draft.event, uid=uid)


# -- series ----------------------------------------------------------------------------------


def _series(
    drafts: list[Draft], times: Times, recurrences: Recurrences, notes: Notes
) -> list[Draft]:
    masters: dict[str, Draft] = {}
    for draft in drafts:
        if draft.occurrence is None:
            known = masters.get(draft.event.uid)
            if known is None or (known.event.recurrence is None and draft.event.recurrence):
                masters[draft.event.uid] = draft
    changed: dict[str, list[Changed]] = {}
    kept: list[Draft] = []
    alone: set[str] = set()
    for draft in drafts:
        if draft.occurrence is None:
            kept.append(draft)
            continue
        master = masters.get(draft.event.uid)
        start = None
        if master is not None and master.event.recurrence is not None:
            start = original_start(times, notes, draft.occurrence, master.event.slot)
        if master is None or start is None:
            kept.append(_on_its_own(draft, alone, notes))
        else:
            occurrence = _on_clocks_of(draft.event, master.event)
            changed.setdefault(master.event.uid, []).append(
                Changed(draft.entry, occurrence, start, _is_of_all_later(draft.occurrence, notes))
            )
    for uid, entries in changed.items():
        masters[uid].event = recurrences.changes(masters[uid].event, entries)
    return kept


def _is_of_all_later(one: Property, notes: Notes) -> bool:
    """Whether the later occurrences are changed likewise. Source: RFC 5545 §3.2.13."""
    reach = one.parameters.get("RANGE", "").upper()
    if reach and reach != "THISANDFUTURE":
        notes.add(
            codes.NOT_CARRIED,
            Severity.ERROR,
            f"a change with RANGE={reach[:40]} is read as one of this occurrence only",
            "write an entry for each of the others",
            at=one.at,
        )
    return reach == "THISANDFUTURE"


def _on_clocks_of(event: Event, master: Event) -> Event:
    """Show an occurrence that is written in UTC on the clocks of its series."""
    place = master.slot.timezone
    if place is None or event.slot.timezone is not ZULU or place is ZULU:
        return event
    return attrs.evolve(event, slot=event.slot.astimezone(place))


def _on_its_own(draft: Draft, alone: set[str], notes: Notes) -> Draft:
    """Keep an occurrence whose series is not there; several get a UID each."""
    notes.once(
        codes.NOT_CARRIED,
        Severity.WARNING,
        "an occurrence of a series that is not in the calendar is read as an event of its own",
        "read the calendar that has the series",
        at=draft.entry.at,
    )
    uid = draft.event.uid
    if uid in alone and draft.occurrence is not None:
        named = f"{uid}\n{draft.occurrence.value.strip()}"
        draft.event = attrs.evolve(draft.event, uid=str(uuid.uuid5(_NAMESPACE, named)))
    alone.add(uid)
    return draft


# -- sub-events ------------------------------------------------------------------------------


def _nested(drafts: list[Draft], notes: Notes) -> list[Draft]:
    """Put each event into the one that it names as its parent. Source: RFC 5545 §3.8.4.5."""
    by_uid: dict[str, int] = {}
    for number, draft in enumerate(drafts):
        by_uid.setdefault(draft.event.uid, number)
    parents = [_parent_of(draft, number, by_uid, notes) for number, draft in enumerate(drafts)]
    depths = [_depth(number, parents) for number in range(len(drafts))]
    children: dict[int, list[int]] = {}
    for number, draft in enumerate(drafts):
        parent = parents[number]
        if parent is None:
            continue
        if depths[number] > _DEPTH_MAX or len(children.get(parent, ())) >= _MEMBERS_MAX:
            parents[number] = None
            notes.not_carried("a RELATED-TO in a circle, or over the bounds", at=draft.entry.at)
        else:
            children.setdefault(parent, []).append(number)
    for parent in sorted(children, key=lambda number: -depths[number]):
        parts = [drafts[number] for number in children[parent]]
        inner = tuple(part.event for part in parts)
        try:
            drafts[parent].event = attrs.evolve(drafts[parent].event, sub_events=inner)
            drafts[parent].parts = parts
        except EventkitError:
            notes.not_carried("a RELATED-TO over the bounds", at=drafts[parent].entry.at)
            for number in children[parent]:
                parents[number] = None
    return [draft for number, draft in enumerate(drafts) if parents[number] is None]


def _parent_of(draft: Draft, number: int, by_uid: dict[str, int], notes: Notes) -> int | None:
    found = None
    for one in draft.entry.all("RELATED-TO"):
        kind = one.parameters.get("RELTYPE", "PARENT").upper()
        parent = by_uid.get(line_of(one, notes) or "")
        if kind == "PARENT" and parent is not None and parent != number and found is None:
            found = parent
        elif kind == "PARENT" and parent is None:
            notes.not_carried("a RELATED-TO an event that is not in the calendar", at=one.at)
        else:
            notes.not_carried("RELATED-TO", at=one.at)
    return found


def _depth(number: int, parents: list[int | None]) -> int:
    """Return how many parents are above, at most one too many; a circle never ends."""
    depth, parent = 0, parents[number]
    while parent is not None and depth <= _DEPTH_MAX:
        depth, parent = depth + 1, parents[parent]
    return depth
