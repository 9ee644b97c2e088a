"""The items of an agenda as sub-events, where their times are certain."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import partial
from uuid import NAMESPACE_URL, uuid5

import attrs

from eventkit import codes
from eventkit.errors import EventkitError
from eventkit.findings import Severity
from eventkit.formats.announcement.page.agenda import Item, is_people, with_people
from eventkit.formats.announcement.page.desk import Desk
from eventkit.formats.announcement.page.literal import drafts_of, record_of
from eventkit.formats.announcement.people.draft import Draft
from eventkit.formats.announcement.people.people import ROLES, people_of
from eventkit.formats.announcement.text.labels import label_of
from eventkit.formats.announcement.text.lines import Line
from eventkit.formats.announcement.text.words import fold
from eventkit.formats.announcement.times.statement import read_statement
from eventkit.model import Event, Speaker, TimeSlot
from eventkit.timezones import resolve

__all__ = ["sub_events"]

_DAY = 24 * 3600


def sub_events(
    desk: Desk, slot: TimeSlot | None, people: list[Speaker], name: Line | None
) -> list[Event]:
    """
    Return the sub-events that the agenda tells of, on the day and in the zone of the event.

    An item outside of the event is in doubt, so the agenda is kept as text. Who speaks in one and
    is not among *people* is added to them, as they are everybody with a part in the event.
    """
    items = desk.said.items
    if not items or slot is None or name is None:
        return []
    slots = _slots(items, slot)
    if slots is None or any(not item.title.text for item in items):
        _keep_as_text(desk, "its times do not fit the time of the event")
        return []
    found: list[Event] = []
    drafts = {fold(speaker.name): speaker for speaker in people}
    known = frozenset(drafts)
    for item, when in zip(items, slots, strict=True):
        path = f"sub_events[{len(found)}]"
        if item.when is None:
            with_people(item, known)
        speakers = _speakers(desk, item, drafts, path)
        same = sum(1 for one in found if one.name == item.title.text)
        uid = str(uuid5(NAMESPACE_URL, f"{name.text}\n{item.title.text}\n{same}"))
        make = partial(
            Event, item.title.text.replace("\t", " "), when, uid=uid, speakers=speakers,
            description=_told(item),
        )  # fmt: skip
        made = desk.notes.guard(path, item.line.at, make)
        if made is not None:
            found.append(made)
            if item.when is None:
                people += [one for one in speakers if all(one.name != two.name for two in people)]
            desk.evidence.show(path, item.line)
            desk.evidence.show(f"{path}.name", item.title)
            desk.evidence.show(f"{path}.description", *_more(item))
    return found


def _keep_as_text(desk: Desk, why: str) -> None:
    """Keep the agenda in the description."""
    first = desk.said.items[0].line
    desk.notes.add(
        codes.NOT_CARRIED, Severity.WARNING, f"the agenda is kept in the description: {why}",
        "correct the times, or write an event for each item", at=first.at, path="sub_events",
    )  # fmt: skip
    lines = [line for item in desk.said.items for line in (item.line, *item.more)]
    desk.said.description.append([line.told.text for line in lines])
    desk.said.description_lines += lines


def _slots(items: list[Item], slot: TimeSlot) -> list[TimeSlot] | None:
    """Return when the items are, or None where that is not certain."""
    stated = [read_statement(item.when.text).slot for item in items if item.when]
    if stated:
        sure = [found for found in stated if found is not None]
        return sure if len(sure) == len(items) else None
    if not isinstance(slot.start, datetime):
        return None
    found: list[TimeSlot] = []
    days = last = 0
    for time in (item.time for item in items if item.time):
        days += _DAY if time.start < last else 0
        last = time.start
        start = _placed(slot.start, time.start + days)
        end = _placed(slot.start, time.end + days) if time.end is not None else None
        if start is None or (time.end is not None and end is None):
            return None
        found.append(TimeSlot(start, end))
    return found if _fit(found, slot) else None


def _fit(found: list[TimeSlot], slot: TimeSlot) -> bool:
    """Whether items are on the clock of the event: they begin with it, and end before it does."""
    begins = [_instant(one.start) for one in found]
    first = _instant(slot.start)
    near = first <= begins[0] <= first + timedelta(minutes=30)
    if not (near or first in begins):
        return False
    ends = [_instant(one.end or one.start) for one in found]
    return slot.end is None or max(ends) <= _instant(slot.end)


def _instant(when: date) -> datetime:
    """Return a time of the day in UTC."""
    return when.astimezone(UTC) if isinstance(when, datetime) else datetime.max.replace(tzinfo=UTC)


def _placed(day: datetime, seconds: int) -> datetime | None:
    """Return a time on the day of the event, where its clocks show it once."""
    try:
        local = datetime(day.year, day.month, day.day) + timedelta(seconds=seconds)
        return resolve(local, day.tzinfo or UTC, "reject")
    except (EventkitError, OverflowError):
        return None


def _speakers(desk: Desk, item: Item, known: dict[str, Speaker], path: str) -> list[Speaker]:
    """Return who has a part in an item, those who are named elsewhere as they are there."""
    found: list[Speaker] = []
    for draft in [*item.people, *_people_below(item)]:
        where = f"{path}.speakers[{len(found)}]"
        there = known.get(fold(draft.named.name))
        speaker = draft.speaker(desk.notes, where) if there is None or item.when else there
        if speaker is None:
            continue
        if there is not None and attrs.evolve(there, bio=speaker.bio) == speaker:
            speaker = there
        found.append(speaker)
        desk.evidence.show(where, draft.line)
    return found


def _people_below(item: Item) -> list[Draft]:
    found: list[Draft] = []
    for line in item.more:
        label = label_of(line.text)
        if label and label[0] in ROLES:
            value = line.part(label[3]).stripped()
            found += drafts_of(value, label[0]) or people_of(value, label[0])
        elif is_people(line):
            found += people_of(line, "speaker")
    return found


def _told(item: Item) -> str | None:
    """Return what is said of an item below it."""
    lines = _more(item)
    label = label_of(lines[0].text) if len(lines) == 1 else None
    record = record_of(label[2]) if label and label[0] == "description" else None
    return record.name if record else "\n".join(line.text for line in lines) or None


def _more(item: Item) -> list[Line]:
    """Return the lines below an item that are no people."""
    labels = [(line, label_of(line.text)) for line in item.more]
    told = [line for line, label in labels if not (label and label[0] in ROLES)]
    return [line for line in told if not is_people(line)]
