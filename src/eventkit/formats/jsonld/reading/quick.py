"""
Events that are told plainly, as nearly all in a list are, read in one go from their data.

It knows the usual properties in their usual shapes, about which there is nothing to say. Whatever
else it meets it leaves to the thorough reader (`event.read_event`); where it does answer, the two
give the same, to which the tests hold them.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from functools import lru_cache, partial
from typing import Any, NamedTuple

from eventkit.errors import EventkitError
from eventkit.formats.jsonld.reading.context import is_schema
from eventkit.formats.jsonld.reading.desk import cleaned
from eventkit.formats.jsonld.reading.fields import finest_kind, split_words, tag_of_language
from eventkit.formats.jsonld.reading.quick_parts import (
    Part,
    body,
    image,
    is_plain,
    location,
    offer,
    performer,
)
from eventkit.formats.jsonld.reading.quick_words import (
    JSON,
    Unusual,
    kind_of,
    line,
    listed,
    member,
    members,
    text,
    url,
    when,
)
from eventkit.model import Event, EventAttendanceMode, EventStatus, Offer, Place, TimeSlot
from eventkit.model.given import maker
from eventkit.vocabulary import is_kind_of

__all__ = ["Quick", "QuickReader"]

_MODES = members(EventAttendanceMode, "{}EventAttendanceMode")
_STATUS = members(EventStatus, "Event{}")
_ODD_KINDS = ("UserInteraction", "CourseInstance", "EventSeries")
_MIDNIGHT = time(0)
_CONTEXT_MAX = 100  # characters
_make: Callable[[dict[str, Any]], Event] = maker(Event)


class Quick(NamedTuple):
    """
    What was read of an event.

    Args:
        fields: Those of the event.
        odd: The properties whose texts are for the thorough reader, which adds their fields.
        groups: The names of those of its speakers that are told to be no persons.
        left: The paths of what the model has no place for.
    """

    fields: dict[str, Any]
    odd: set[str]
    groups: list[str]
    left: list[str]

    def event(self) -> Event | None:
        """Return the event, or None where the model refuses a part of it."""
        try:
            return _make(self.fields)
        except EventkitError:
            return None


class QuickReader:
    """Reads the plain events of one source, in which people and places come again."""

    def __init__(self) -> None:
        self._parts: dict[Any, Part] = {}

    def read(self, data: dict[str, JSON]) -> Quick | None:
        """Return what a node tells of an event, or None where it is for the thorough reader."""
        if not _KEYS.issuperset(data):
            return None
        told: dict[str, Any] = {}
        odd: set[str] = set()
        left: list[str] = []
        try:
            for key, value in data.items():
                if key in _LEFT:
                    left.append(is_plain(key, value))
                elif key not in _THINGS and value is not None and value != "":
                    name, read = _READERS[key]
                    try:
                        told[name] = read(value)
                    except Unusual:
                        if key != "description" or type(value) is not str:
                            raise
                        odd.add(key)
            _settle_words(told, odd)
            groups = self._add_things(data, told, odd, left)
        except (Unusual, EventkitError):
            return None
        return Quick(told, odd, groups, left)

    def _add_things(
        self, data: dict[str, JSON], told: dict[str, Any], odd: set[str], left: list[str]
    ) -> list[str]:
        """Add people and places, which are the dearest; return the names of groups."""
        groups: list[str] = []
        for key, (name, read) in _THINGS.items():
            value = data.get(key)
            if value is None or value == "" or value == []:
                continue
            if key == "performer" and type(value) is str:
                odd.add(key)
                continue
            parts = [self._once(read, one) for one in listed(value)]
            told[name] = tuple([part.made for part in parts])
            left += [f"{key}.{one}" for part in parts for one in part.left]
            groups += [part.made.name for part in parts if part.is_group]
        _settle_things(told)
        return groups

    def _once(self, read: Callable[[JSON], Part], data: JSON) -> Part:
        """Return a part, made once for all that say the same of it in texts alone."""
        if type(data) is not dict:
            return read(data)
        key = (read, *data.items())
        try:
            return self._parts[key]
        except KeyError:
            found = self._parts[key] = read(data)
            return found
        except TypeError:  # there is more in it than texts
            return read(data)


def _settle_words(told: dict[str, Any], odd: set[str]) -> None:
    """Make fields of the words that are told, if they say enough."""
    if "event_type" not in told or told.get("name") is None or "start" not in told:
        raise Unusual
    slot = _slot(told.pop("start"), told.pop("end", None))
    if slot is None:
        odd.add("startDate")
    told["slot"] = slot
    told.pop("@context", None)
    iri = told.pop("@id", None)
    if iri is not None:
        told.setdefault("uid", iri)
    if told.pop("free", False):
        if "offers" in told:
            raise Unusual
        told["offers"] = (Offer(0),)


def _settle_things(told: dict[str, Any]) -> None:
    """Make fields of the things that are told, if they fit together."""
    if (mode := told.pop("mode", None)) is not None:
        _check_mode(mode, told.get("locations", ()))
    if "organizer" in told:
        organizers = told["organizer"]
        told["organizer"], told["co_organizers"] = organizers[0], organizers[1:]


def _slot(first: str, last: str | None) -> TimeSlot | None:
    """Return when it happens, or None: midnight, a date beside a time, two offsets are odd."""
    try:
        start, end = when(first), when(last)
        if isinstance(start, datetime):
            fits = end is None or (isinstance(end, datetime) and end.tzinfo == start.tzinfo)
            if not fits or start.time() == _MIDNIGHT:
                return None
        elif start is None or isinstance(end, datetime):
            return None
        return TimeSlot(start, end)
    except (Unusual, EventkitError):
        return None


def _check_mode(mode: EventAttendanceMode, locations: tuple[Any, ...]) -> None:
    """Refuse locations that are other than the mode says, and an online event without any."""
    kinds = {type(one) is Place for one in locations}
    fitting = {
        EventAttendanceMode.ONLINE: ({False},),
        EventAttendanceMode.OFFLINE: ({True}, set()),
        EventAttendanceMode.MIXED: ({True, False},),
    }
    if kinds not in fitting[mode]:
        raise Unusual


@lru_cache(64)
def _is_ours(context: str) -> bool:
    return is_schema(context)


def _context(value: JSON) -> None:
    if type(value) is not str or len(value) > _CONTEXT_MAX or not _is_ours(value):
        raise Unusual


@lru_cache(256)
def _kind(name: str) -> str:
    kind = kind_of({"@type": name}, "Event")
    if any(is_kind_of(kind, one) for one in _ODD_KINDS):
        raise Unusual
    return finest_kind((kind,))


def _event_type(value: JSON) -> str:
    if type(value) is not str:
        raise Unusual
    return _kind(value)


def _id(value: JSON) -> str:
    if type(value) is not str or not value.startswith(("https://", "http://")):
        raise Unusual
    return value


def _true(value: JSON) -> bool:
    if type(value) is not bool:
        raise Unusual
    return value


def _time(value: JSON) -> str:
    if type(value) is not str:
        raise Unusual
    return value


def _identifier(value: JSON) -> str | None:
    if type(value) is not str:
        raise Unusual
    return cleaned(value) or None


def _previous(value: JSON) -> tuple[datetime | date, ...]:
    found = when(value)
    return () if found is None else (found,)


def _images(value: JSON) -> tuple[Any, ...]:
    return tuple(map(image, listed(value)))


def _offers(value: JSON) -> tuple[Offer, ...]:
    return tuple(found for one in listed(value) if (found := offer(one)) is not None)


def _languages(value: JSON) -> tuple[str, ...]:
    tags = [tag_of_language(one.strip()) for one in _texts(value)]
    if None in tags:
        raise Unusual
    return tuple(tag for tag in tags if tag)


def _keywords(value: JSON) -> tuple[str, ...]:
    texts = _texts(value)
    if len(texts) == 1 and "," in texts[0]:
        return tuple(split_words(texts[0]))
    return tuple(found for one in texts if (found := cleaned(one)))


def _texts(value: JSON) -> list[str]:
    found = listed(value)
    if any(type(one) is not str for one in found):
        raise Unusual
    return found


_Reader = Callable[[JSON], Any]
_READERS: dict[str, tuple[str, _Reader]] = {
    "@context": ("@context", _context),
    "@type": ("event_type", _event_type),
    "@id": ("@id", _id),
    "identifier": ("uid", _identifier),
    "name": ("name", line),
    "alternateName": ("alternate_name", line),
    "description": ("description", text),
    "url": ("url", url),
    "startDate": ("start", _time),
    "endDate": ("end", _time),
    "previousStartDate": ("previous_starts", _previous),
    "eventStatus": ("status", partial(member, _STATUS)),
    "eventAttendanceMode": ("mode", partial(member, _MODES)),
    "image": ("images", _images),
    "offers": ("offers", _offers),
    "isAccessibleForFree": ("free", _true),
    "inLanguage": ("in_language", _languages),
    "keywords": ("keywords", _keywords),
}
# One thing or several, in the order in which the thorough reader comes to them.
_THINGS: dict[str, tuple[str, Callable[[JSON], Part]]] = {
    "location": ("locations", location),
    "performer": ("speakers", performer),
    "organizer": ("organizer", body),
    "sponsor": ("sponsors", body),
}
# Of these the model has nothing.
_LEFT = frozenset({"about", "doorTime", "email", "sameAs", "telephone", "typicalAgeRange"})
_KEYS = frozenset({*_READERS, *_THINGS, *_LEFT})
