"""Read events out of JSON-LD texts and web pages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import tzinfo
from typing import Any

import attrs

from eventkit import codes
from eventkit.errors import InvalidValueError
from eventkit.findings import Finding, Origin, Reading, Severity
from eventkit.formats.jsonld.reading.desk import Desk
from eventkit.formats.jsonld.reading.event import read_event, say_left
from eventkit.formats.jsonld.reading.items import Above, Block, Graph, Item, Listed, is_event
from eventkit.formats.jsonld.reading.merge import Told, merged
from eventkit.formats.jsonld.reading.nodes import nodes_of_graph
from eventkit.formats.jsonld.reading.notes import Notes
from eventkit.formats.jsonld.reading.page import (
    add_json,
    add_page,
    decoded_page,
    page_language,
)
from eventkit.formats.jsonld.reading.people import say_groups, speakers
from eventkit.formats.jsonld.reading.quick import QuickReader
from eventkit.formats.jsonld.reading.ready import Ready
from eventkit.formats.jsonld.reading.slots import read_slot
from eventkit.formats.jsonld.reading.spelling import correct_spelling
from eventkit.formats.jsonld.reading.standing import parts, shared_series, standing
from eventkit.formats.jsonld.reading.works import recording
from eventkit.model import Event, EventSeries
from eventkit.sources import RefusedError, decoded, refused
from eventkit.timezones import zone

__all__ = ["from_jsonld", "parse", "parse_html"]


def parse(
    source: str | bytes,
    *,
    file: str | None = None,
    base: str | None = None,
    default_zone: str | tzinfo | None = None,
) -> Reading:
    """
    Return the events of a JSON-LD text, and a finding for everything that is wrong in it.

    Args:
        source: The text, or its bytes in UTF-8.
        file: Name of the source, for the findings.
        base: The address that relative ones are relative to.
        default_zone: Where times without an offset are; by default only their date is read.
    """
    graph, notes = _prepared(base)
    place = None if default_zone is None else zone(default_zone)
    try:
        text = decoded(source)
    except RefusedError as exc:
        return refused(exc, file)
    add_json(text, Block("JSON-LD"), graph, notes, QuickReader())
    return _reading(Desk(graph, notes, place), file)


def parse_html(
    source: str | bytes,
    *,
    file: str | None = None,
    base: str | None = None,
    default_zone: str | tzinfo | None = None,
) -> Reading:
    """
    Return the events that a page tells of in JSON-LD, Microdata or RDFa, each once.

    Args:
        source: The page, or its bytes.
        file: Name of the source, for the findings.
        base: The address of the page.
        default_zone: Where times without an offset are; by default only their date is read.

    Raises:
        MissingExtraError: The extra ``html`` is not installed.
    """
    graph, notes = _prepared(base)
    place = None if default_zone is None else zone(default_zone)
    text = decoded_page(source, notes)
    try:
        decoded(text)
    except RefusedError as exc:
        return refused(exc, file)
    tree = add_page(text, graph, notes, QuickReader())
    return _reading(Desk(graph, notes, place, page_language(tree)), file)


def from_jsonld(
    source: str | bytes | dict[str, Any] | list[Any],
    *,
    base: str | None = None,
    default_zone: str | tzinfo | None = None,
) -> list[Event]:
    """
    Return the events of a JSON-LD text, or of the plain data it holds.

    Raises:
        ReadError: Something in it is wrong; the error has all findings.
    """
    if isinstance(source, dict | list):
        import json

        source = json.dumps(source, default=str)
    return list(parse(source, base=base, default_zone=default_zone).or_raise().events)


def _prepared(base: str | None) -> tuple[Graph, Notes]:
    if base is not None and not base.startswith(("http://", "https://")):
        raise InvalidValueError(
            f"base {base!r:.60} is no address", "write it in full, with https://"
        )
    return Graph(base), Notes()


def _reading(desk: Desk, file: str | None) -> Reading:
    things = correct_spelling(desk.graph, desk.notes)
    told = _told(desk, [one for one in things if is_event(one[0])])
    for known, other in desk.graph.clashes:
        message = f"two events share the identifier {known.id!r:.80}; they are read as two"
        desk.notes.add(
            codes.CONFLICT, Severity.WARNING, message, "give each its own @id", place=other.place()
        )
    kept = merged(told, desk.notes)
    if not kept and not any(one.severity is Severity.ERROR for one in desk.notes.found):
        _say_empty(desk)
    found: list[Finding] = sorted(
        desk.notes.found, key=lambda one: (one.line or 0, one.column or 0)
    )
    graph, origins = desk.graph, [Origin((), _finder(one.item)) for one in kept]
    reading = Reading(
        [one.event for one in kept], found, origins=origins, nodes=lambda: nodes_of_graph(graph)
    )
    return reading.in_file(file) if file and found else reading


def _say_empty(desk: Desk) -> None:
    """Say that there is no event; a page that shows a video may have none."""
    video = next((one for one, _ in desk.graph.things() if one.is_a("VideoObject")), None)
    desk.notes.add(
        codes.EMPTY,
        Severity.WARNING if video else Severity.ERROR,
        f"there is no event in its markup{', but a video' if video else ''}",
        "check that it is the right page",
        place=video.place() if video else (None, None),
    )


_PROPERTIES = {
    "slot": "startDate",
    "speakers": "performer",
    "co_organizers": "organizer",
    "locations": "location",
    "joining": "location",
    "status": "eventStatus",
    "previous_starts": "previousStartDate",
    "images": "image",
    "recordings": "recordedIn",
    "materials": "workFeatured",
    "series": "superEvent",
    "sub_events": "subEvent",
    "recurrence": "eventSchedule",
}


def _finder(item: Item) -> Callable[[tuple[str | int, ...]], tuple[int, int] | None]:
    """Return what finds the place of a field of the event in the markup."""

    def find(path: tuple[str | int, ...]) -> tuple[int, int] | None:
        first = str(path[0]) if path else None
        name = None
        if first is not None:
            head, *rest = first.split("_")
            camel = head + "".join(part.capitalize() for part in rest)
            name = _PROPERTIES.get(first, camel)
            if path[:2] == ("slot", "end"):
                name = "endDate"
        line, column = item.place(name)
        return None if line is None else (line, column or 1)

    return find


# What an event is a property of that says something of the event itself.
_TELLS_MORE = frozenset({"hasCourseInstance", "courseInstance", "recordedAt"})


def _told(desk: Desk, listed: Listed) -> list[Told]:
    """Return every event that stands by itself, in the order of the source."""
    desk.shared = shared_series(listed, desk.graph)
    found: list[Told] = []
    for item, above in standing(listed, desk.graph):
        event = None
        if isinstance(item, Ready) and (above is None or above[1] not in _TELLS_MORE):
            event = _read_already(desk, item)
        if event is not None:
            found.append(Told(event, item))
        else:
            found += _one_or_its_parts(desk.another(), item, above)
    return found


def _read_already(desk: Desk, item: Ready) -> Event | None:
    """Return the event that was read of an item, and read the texts of it that are odd."""
    quick = item.quick(desk.graph)
    if quick is None:
        return None
    fields, odd = quick.fields, quick.odd
    own = desk.another() if odd else desk
    if "startDate" in odd:
        fields["slot"] = read_slot(own, item.only("startDate", "endDate"))
        if fields["slot"] is None:
            return None
    if "performer" in odd:
        fields["speakers"] = speakers(own, item.only("performer"), "performer")
    if quick.groups:
        say_groups(desk, item, quick.groups)
    if "description" in odd:
        fields["description"] = own.text(item.only("description"), "description")
    event = quick.event()
    if event is not None and quick.left:
        say_left(desk, item, quick.left)
    return event


def _one_or_its_parts(desk: Desk, item: Item, above: Above | None) -> list[Told]:
    """Return an event; of a series without a date of its own the events in it."""
    if inner := parts(item, desk.graph):
        desk.open(item)
        name = desk.line(item, "name")
        told: list[Told] = []
        series = name and desk.make(EventSeries, item, name=name, url=desk.url(item, "url"))
        for part in inner:
            event = read_event(desk.another(), part, (item, "subEvent"))
            if event is not None:
                told.append(Told(_in_series(event, series or None), part))
        return told
    event = read_event(desk, item, above)
    if event is None:
        return []
    if above is not None and above[1] == "recordedAt" and above[0].is_a("VideoObject"):
        event = _recorded(desk, event, above[0])
    return [Told(event, item)]


def _in_series(event: Event, series: EventSeries | None) -> Event:
    return event if series is None or event.series else attrs.evolve(event, series=series)


def _recorded(desk: Desk, event: Event, video: Item) -> Event:
    one = recording(desk, video)
    if one is None or one in event.recordings:
        return event
    return attrs.evolve(event, recordings=(*event.recordings, one))
