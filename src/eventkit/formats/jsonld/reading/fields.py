"""What stands by itself in an event: its state, languages, addresses, numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any

import attrs

from eventkit import codes
from eventkit.findings import Severity
from eventkit.formats.jsonld.reading.desk import Desk, cleaned, plain, word
from eventkit.formats.jsonld.reading.items import Item
from eventkit.formats.jsonld.reading.people import bodies, contact, images, speakers
from eventkit.formats.jsonld.reading.places import is_secret, read_places
from eventkit.formats.jsonld.reading.slots import instants
from eventkit.formats.jsonld.reading.works import dates_of_telling, materials, offers, recordings
from eventkit.model import (
    EventStatus,
    Recording,
)
from eventkit.vocabulary import is_kind_of
from eventkit.vocabulary.suggest import member_hint, type_hint

__all__ = [
    "fields_of",
    "finest_kind",
    "page_of",
    "split_words",
    "status_of",
    "tag_of_language",
    "uid_of",
    "untitled",
]

_STATUS = {
    "eventscheduled": EventStatus.SCHEDULED,
    "eventcancelled": EventStatus.CANCELLED,
    "eventpostponed": EventStatus.POSTPONED,
    "eventrescheduled": EventStatus.RESCHEDULED,
    "eventmovedonline": EventStatus.MOVED_ONLINE,
}
_SLIPS = {
    "eventcanceled": EventStatus.CANCELLED,
    "cancelled": EventStatus.CANCELLED,
    "canceled": EventStatus.CANCELLED,
    "postponed": EventStatus.POSTPONED,
    "rescheduled": EventStatus.RESCHEDULED,
    "movedonline": EventStatus.MOVED_ONLINE,
    "scheduled": EventStatus.SCHEDULED,
}
_WEIGHT = [
    EventStatus.CANCELLED,
    EventStatus.POSTPONED,
    EventStatus.MOVED_ONLINE,
    EventStatus.RESCHEDULED,
    EventStatus.SCHEDULED,
]
_LANGUAGES = {
    "english": "en",
    "german": "de",
    "deutsch": "de",
    "french": "fr",
    "français": "fr",
    "spanish": "es",
    "español": "es",
    "italian": "it",
    "italiano": "it",
    "portuguese": "pt",
    "português": "pt",
    "dutch": "nl",
    "polish": "pl",
    "chinese": "zh",
    "japanese": "ja",
    "arabic": "ar",
    "russian": "ru",
    "hindi": "hi",
}
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,8}")
_ENDINGS = ("Event", "Festival", "Hackathon", "CourseInstance", "EventSeries")


Reader = Callable[[Desk, Item], Any]


def _organizers(desk: Desk, item: Item) -> dict[str, Any]:
    found = bodies(desk, item, "organizer")
    return {"organizer": found[0] if found else None, "co_organizers": found[1:]}


def _status(desk: Desk, item: Item) -> dict[str, Any]:
    status, previous = status_of(desk, item)
    return {"status": status, "previous_starts": previous}


_PERFORMERS = ("performer", "performers", "actor", "instructor")
_CAPACITIES = ("maximumAttendeeCapacity", "maximumVirtualAttendeeCapacity")
# What is read, and the properties without which there is nothing to read: most events have few.
_READERS: tuple[tuple[str | None, frozenset[str], Reader], ...] = tuple(
    (field, frozenset(names), read)
    for field, names, read in (
        ("alternate_name", ("alternateName",), lambda d, i: d.line(i, "alternateName")),
        ("speakers", _PERFORMERS, lambda d, i: speakers(d, i, *_PERFORMERS)),
        (None, ("organizer",), _organizers),
        ("sponsors", ("sponsor",), lambda d, i: bodies(d, i, "sponsor")),
        ("contact", ("organizer", "potentialAction"), contact),
        (None, ("eventStatus", "previousStartDate"), _status),
        ("in_language", ("inLanguage",), lambda d, i: _languages(d, i)),
        ("keywords", ("keywords",), lambda d, i: _keywords(d, i)),
        ("images", ("image",), images),
        ("offers", ("offers", "isAccessibleForFree"), offers),
        ("recordings", ("recordedIn", "video", "subjectOf"), recordings),
        ("materials", ("workFeatured",), materials),
        ("audience", ("audience",), lambda d, i: _audience(d, i)),
        ("capacity", _CAPACITIES, lambda d, i: _number(d, i, *_CAPACITIES)),
        (
            "remaining_capacity",
            ("remainingAttendeeCapacity",),
            lambda d, i: _number(d, i, "remainingAttendeeCapacity"),
        ),
        (None, ("subjectOf",), dates_of_telling),
    )
)


def fields_of(desk: Desk, item: Item) -> dict[str, Any]:
    """Return what stands by itself in the event."""
    url = page_of(desk, item)
    locations, joining = read_places(desk, item, url)
    fields: dict[str, Any] = {
        "uid": uid_of(desk, item),
        "url": url,
        "event_type": _event_type(desk, item),
        "locations": locations,
        "joining": joining,
        "status": EventStatus.SCHEDULED,
        "previous_starts": [],
    }
    told = item.props.keys()
    for field, names, read in _READERS:
        if names.isdisjoint(told):
            continue
        if field is None:
            fields |= read(desk, item)
        else:
            fields[field] = read(desk, item)
    return fields


def untitled(one: Recording, name: str) -> Recording:
    """Return a video without a title that is only the event's."""
    return attrs.evolve(one, name=None) if one.name == name else one


def page_of(desk: Desk, item: Item) -> str | None:
    told = list(dict.fromkeys(desk.urls(item, "url")))
    found = [one for one in told if not is_secret(one)]
    if found != told:
        message = "the page carries a passcode; it is left out"
        hint = "give the event's page"
        desk.say(codes.SECRET_IN_PUBLIC, Severity.ERROR, message, hint, item, "url")
    if len(found) > 1:
        message = f"url has {len(found)} values; the first is read"
        desk.say(codes.NOT_CARRIED, Severity.INFO, message, "give one", item, "url")
    return found[0] if found else next(iter(desk.urls(item, "mainEntityOfPage")), None)


def uid_of(desk: Desk, item: Item) -> str | None:
    for value, _ in desk.things(item, "identifier"):
        if isinstance(value, Item):
            text = desk.line(value, "value") or desk.line(value, "name") or value.id
        else:
            text = plain(value)
        if text and (found := cleaned(text)):
            return found
    if item.id and re.match(r"(?:https?|urn|tag):", item.id):
        return item.id.removeprefix("urn:uuid:")
    return None


def _event_type(desk: Desk, item: Item) -> str:
    for one in item.types:
        if not is_kind_of(one, "Thing"):
            message = f"schema.org has no type {one[:60]!r}; it is read as Event"
            desk.say(codes.UNKNOWN_TYPE, Severity.ERROR, message, type_hint(one[:60]), item)
    return finest_kind(item.types)


def finest_kind(types: Iterable[str]) -> str:
    """Return the first of the types of an event that no other of them is below."""
    kinds = [one for one in types if is_kind_of(one, "Event")]
    fitting = [one for one in kinds if one.endswith(_ENDINGS)]
    finest = [a for a in fitting if not any(b != a and is_kind_of(b, a) for b in fitting)]
    return finest[0] if finest else "Event"


def status_of(desk: Desk, item: Item) -> tuple[EventStatus, list[datetime | date]]:
    found = []
    for value in desk.values(item, "eventStatus"):
        name = (word(value) or "").strip()
        status = _STATUS.get(name.lower())
        exact = (
            status and name == f"Event{''.join(p.capitalize() for p in status.value.split('_'))}"
        )
        if not exact and name:
            status = status or _SLIPS.get(re.sub(r"[\s_-]", "", name).lower())
            taken = f"; it is read as {status.value}" if status else ""
            desk.say(
                codes.UNKNOWN_MEMBER,
                Severity.WARNING if status else Severity.ERROR,
                f"eventStatus {name[:60]!r} is not known{taken}",
                member_hint(name[:60], ("EventStatusType",)),
                item,
                "eventStatus",
            )
        if status:
            found.append(status)
    status = min(found, key=_WEIGHT.index) if found else EventStatus.SCHEDULED
    allowed = {EventStatus.MOVED_ONLINE, EventStatus.RESCHEDULED}
    if len(set(found)) > 1 and set(found) != allowed:
        message = (
            f"eventStatus says {' and '.join(one.value for one in found)}; {status.value} is read"
        )
        desk.say(codes.CONFLICT, Severity.WARNING, message, "give one", item, "eventStatus")
    return status, instants(desk, item, "previousStartDate")


def _languages(desk: Desk, item: Item) -> list[str]:
    found = []
    for value, name in desk.things(item, "inLanguage"):
        if isinstance(value, Item):
            text = desk.line(value, "alternateName") or desk.line(value, "identifier")
            text = text or desk.line(value, "name")
        else:
            text = plain(value)
        text = (text or "").strip()
        if not text:
            continue
        tag = tag_of_language(text)
        if tag is None:
            message = f"inLanguage {text[:40]!r} is no language tag; it is left out"
            desk.say(codes.INVALID_VALUE, Severity.WARNING, message, "write e.g. en", item, name)
        else:
            found.append(tag)
    return found


def tag_of_language(text: str) -> str | None:
    """Return the tag of a language, which may be told by its name; None where it is neither."""
    tag = _LANGUAGES.get(text.lower(), text.replace("_", "-"))
    return tag if _LANGUAGE.fullmatch(tag) else None


def _keywords(desk: Desk, item: Item) -> list[str]:
    values = desk.values(item, "keywords")
    if len(values) == 1 and isinstance(values[0], str) and "," in values[0]:
        return split_words(values[0])
    found = []
    for value, _ in desk.things(item, "keywords"):
        text = desk.line(value, "name") if isinstance(value, Item) else plain(value)
        if text and (line := cleaned(text)):
            found.append(line)
    return found


def split_words(text: str) -> list[str]:
    """Return keywords that stand in one text, with commas between."""
    parts = [" ".join(part.split()) for part in text.split(",")]
    return list(dict.fromkeys(part for part in parts if part))


def _audience(desk: Desk, item: Item) -> str | None:
    for value, _ in desk.things(item, "audience"):
        text = desk.line(value, "audienceType", "name") if isinstance(value, Item) else plain(value)
        if text and (line := cleaned(text)):
            return line
    return None


def _number(desk: Desk, item: Item, *names: str) -> int | None:
    for name in names:
        for value in desk.values(item, name):
            text = (plain(value) or "").strip()
            if re.fullmatch(r"\d{1,9}(?:\.0+)?", text):
                return int(text.partition(".")[0])
            message = f"{name} {text[:40]!r} is no whole number; it is left out"
            desk.say(codes.INVALID_VALUE, Severity.WARNING, message, "write e.g. 100", item, name)
    return None
