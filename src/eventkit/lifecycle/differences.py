"""What changed between two revisions, in words and as data."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from enum import Enum
from typing import Any

import attrs

from eventkit.errors import InvalidValueError
from eventkit.model import Event, EventStatus, JoinDetails, Recurrence, TimeSlot
from eventkit.timezones import zone_name

__all__ = ["Difference", "diff"]

# They say that something changed, not what; previous starts follow from the slot.
_ABOUT = frozenset({"uid", "sequence", "updated", "previous_starts", "sub_events"})
_STATUS = {
    EventStatus.SCHEDULED: "it takes place as planned",
    EventStatus.CANCELLED: "it is cancelled",
    EventStatus.POSTPONED: "it is postponed, the new time is not known yet",
    EventStatus.RESCHEDULED: "it is rescheduled",
    EventStatus.MOVED_ONLINE: "it is held online",
}


@attrs.frozen
class Difference:
    """
    One thing that changed.

    Args:
        path: The field, such as ``slot`` or ``sub_events[1].name``.
        old: What it was; None when it was not known, or for what is secret.
        new: What it is; None in the same way.
        text: The change in words, without anything secret.
    """

    path: str
    old: Any
    new: Any
    text: str

    def __str__(self) -> str:
        return self.text


def diff(old: Event, new: Event) -> tuple[Difference, ...]:
    """
    Return what changed from one revision of an event to another, in the order of the fields.

    The way in is named as changed and never shown.

    Raises:
        InvalidValueError: They are two events, with two uids.
    """
    if old.uid != new.uid:
        raise InvalidValueError(
            f"{old.name!r:.40} and {new.name!r:.40} are two events", "compare those with one uid"
        )
    return tuple(_differences(old, new, ""))


def _differences(old: Event, new: Event, path: str) -> Iterator[Difference]:
    for field in attrs.fields(Event):
        name = field.name
        was, now = getattr(old, name), getattr(new, name)
        if name in _ABOUT or was == now:
            continue
        text = _text(name, was, now)
        if isinstance(was, JoinDetails) or isinstance(now, JoinDetails):
            was = now = None
        yield Difference(path + name, was, now, text)
    yield from _parts(old, new, path)


def _parts(old: Event, new: Event, path: str) -> Iterator[Difference]:
    before = {part.uid: part for part in old.sub_events}
    after = {part.uid for part in new.sub_events}
    for number, part in enumerate(old.sub_events):
        if part.uid not in after:
            at = f"{path}sub_events[{number}]"
            yield Difference(at, part, None, f"{part.name} is no longer a part of it")
    for number, part in enumerate(new.sub_events):
        at = f"{path}sub_events[{number}]"
        was = before.get(part.uid)
        if was is None:
            yield Difference(at, None, part, f"{part.name} is a new part of it")
            continue
        for found in _differences(was, part, f"{at}."):
            yield attrs.evolve(found, text=f"{part.name}: {found.text}")


def _text(name: str, was: Any, now: Any) -> str:
    if name == "slot":
        return _slot_text(was, now)
    if name == "status":
        return _STATUS[now]
    if name == "joining":
        words = "has changed" if was and now else "is known" if now else "is no longer given"
        return f"the way in {words}"
    label = name.replace("_", " ")
    if isinstance(was, tuple) and isinstance(now, tuple):
        return _list_text(label, was, now)
    if was is None:
        return f"{label} is {_word(now)}"
    if now is None:
        return f"{label} is no longer given, it was {_word(was)}"
    if _word(was) == _word(now):
        return f"{label} {_word(now)} has other details"
    return f"{label} changes from {_word(was)} to {_word(now)}"


def _slot_text(was: TimeSlot, now: TimeSlot) -> str:
    if was.start == now.start and was.timezone == now.timezone:
        if now.end is None:
            return "when it ends is no longer given"
        return f"it ends at {_moment(now.end)}"
    return f"it moves from {_when(was)} to {_when(now)}"


def _when(slot: TimeSlot) -> str:
    zone = f" ({zone_name(slot.timezone)})" if slot.timezone else ""
    if slot.end is None:
        return f"{_moment(slot.start)}{zone}"
    same_day = str(slot.start)[:10] == str(slot.end)[:10] and isinstance(slot.end, datetime)
    end = f"{slot.end:%H:%M}" if same_day else _moment(slot.end)
    return f"{_moment(slot.start)} to {end}{zone}"


def _moment(value: datetime | date) -> str:
    if isinstance(value, datetime):
        return value.replace(tzinfo=None).isoformat(" ", "minutes")
    return value.isoformat()


def _list_text(label: str, was: tuple[Any, ...], now: tuple[Any, ...]) -> str:
    gone = [_word(one) for one in was if one not in now]
    come = [_word(one) for one in now if one not in was]
    changed = [word for word in come if word in gone]
    parts = [f"{word} has other details" for word in changed]
    parts += [f"{word} is added" for word in come if word not in changed]
    parts += [f"{word} is removed" for word in gone if word not in changed]
    return f"{label}: {', '.join(parts) or 'in another order'}"


def _word(value: Any) -> str:
    """Name a value by what people call it."""
    if isinstance(value, Recurrence):
        return value.rule or "single dates"
    if isinstance(value, Enum):
        return str(value.value).replace("_", " ")
    name = getattr(value, "name", None) or getattr(value, "url", None)
    words = str(name if name else value)
    return words if len(words) <= 80 else f"{words[:79]}\u2026"
