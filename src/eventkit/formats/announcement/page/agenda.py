"""The items of an agenda: ``10:00 - 10:15 Welcome (Ann Lee)``."""

from __future__ import annotations

import re

import attrs

from eventkit.formats.announcement.page.literal import record_of
from eventkit.formats.announcement.people.draft import Draft
from eventkit.formats.announcement.people.people import people_of
from eventkit.formats.announcement.text.lines import Line
from eventkit.formats.announcement.text.words import fold
from eventkit.formats.announcement.times.clock import time_at
from eventkit.formats.announcement.times.hours import ClockError, TimeRange, range_of

__all__ = ["Item", "is_people", "item_of", "with_people"]

_LEAD = re.compile(r"[\s*_#>\u2022\u00b7\u25cf\u25aa(\[|-]*")
_QUOTED = re.compile(r"\s*(?P<name>\"[^\"]{1,20000}\")\s\|\s")
_BETWEEN = re.compile(r"(?:\s*[\])]|\s*(?:uhr|uur|hrs|h)\b)?[\s:|\u2013\u2014,.*_-]*")
_BRACKETS = re.compile(r"\s*[(\[](?P<inside>[^()\[\]]{2,300})[)\]]\s*\Z")
_DASH = re.compile(r"\s+(?:[-\u2013\u2014|/]|//)\s+|\t+|\s*:\s+|,\s+")
_BY = re.compile(
    r"[\s,(-]+(?:by|with|di|con|a cura di|par|avec|von|mit|por|com|door|met|speaker|relatore|"
    r"relatrice|referent|referentin|intervenant|intervenante|ponente|orador|oradora|spreker)"
    r":?\s+(?=[^\W\d_])"
)


@attrs.define
class Item:
    """
    A part of an event.

    Args:
        time: In seconds after midnight; None where a statement says when.
        line: The line that says so.
        title: What it is called.
        people: Who has a part in it, in the order of the line.
        more: What is said of it on further lines.
        when: The statement that says when.
    """

    time: TimeRange | None
    line: Line
    title: Line
    people: list[Draft] = attrs.field(factory=list)
    more: list[Line] = attrs.field(factory=list)
    when: Line | None = None


def item_of(line: Line) -> Item | None:
    """Return the item that a line tells of, or None where it does not begin with a time."""
    if match := _QUOTED.match(line.text):
        record = record_of(match["name"])
        if record is not None and record.name:
            place = line.part(*match.span("name"))
            title = Line(record.name, place.at, until=place.end)
            return Item(None, line, title, when=line.part(match.end()).stripped())
    folded = fold(line.text[:200])
    lead = _LEAD.match(folded)
    at = lead.end() if lead else 0
    if not re.match(r"\d|h\d|ore\s|de\s|von\s|from\s|dalle\s|van\s|das\s|a las\s", folded[at:]):
        return None
    try:
        found = time_at(folded, at, military=False)
        time = range_of(found.first, found.last) if found else None
    except ClockError:
        return None
    if found is None or time is None:
        return None
    between = _BETWEEN.match(folded, found.end)
    start = between.end() if between else found.end
    return Item(time, line, line.part(start).stripped())


def with_people(item: Item, known: frozenset[str]) -> None:
    """Find who has a part in an item: people who are known, or who are clearly named as such."""
    for find in (_in_brackets, _after_by, _after_dash):
        found = find(item.title, known)
        if found is not None:
            title, people = found
            item.title, item.people = title, people
            return


Found = tuple[Line, list[Draft]]


def _in_brackets(title: Line, known: frozenset[str]) -> Found | None:
    match = _BRACKETS.search(title.text)
    if match is None or not match.start():
        return None
    people = _people(title.part(*match.span("inside")), known, loose=True)
    return (title.part(0, match.start()).stripped(), people) if people else None


def _after_by(title: Line, known: frozenset[str]) -> Found | None:
    last = None
    for last in _BY.finditer(fold(title.text)):
        pass
    if last is None or not last.start():
        return None
    people = _people(title.part(last.end()), known, loose=True)
    return (title.part(0, last.start()).stripped(), people) if people else None


def _after_dash(title: Line, known: frozenset[str]) -> Found | None:
    for match in list(_DASH.finditer(title.text))[:6]:
        before, after = title.part(0, match.start()), title.part(match.end())
        if before.text.strip() and (people := _people(after, known)):
            return before.stripped(), people
        if after.text.strip() and (people := _people(before, known, only=True)):
            return after.stripped(), people
    return None


def is_people(line: Line) -> bool:
    """Whether a line below an item names who has a part in it."""
    return len(line.text) < 200 and bool(_people(line, frozenset(), loose=True))


def _people(
    said: Line, known: frozenset[str], *, only: bool = False, loose: bool = False
) -> list[Draft]:
    """
    Return the people that *said* consists of, or none where it may be anything else.

    Args:
        said: What may be people.
        known: Those who are named elsewhere, by their folded names.
        only: Whether nobody else can be meant.
        loose: Whether an organisation is enough to tell a person.
    """
    drafts = people_of(said.stripped(), "speaker")
    for draft in drafts:
        named = draft.named
        if named.doubtful:
            return []
        if fold(named.name) in known:
            continue
        titled = named.honorific or any(role.title for role in draft.roles)
        held = (loose or named.bracket) and draft.roles and " " in named.name
        if only or not (titled or held):
            return []
    return drafts
