"""
Events as iCalendar with their JSON-LD inside, which is made of two formats and so above them.

Source: RFC 9073 §6.6 (``STRUCTURED-DATA``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Unpack

from eventkit.formats import ical
from eventkit.formats.ical import jcal, writer
from eventkit.formats.ical.moments import References
from eventkit.formats.ical.writer import Options
from eventkit.model import Event

__all__ = ["entries_of", "iter_ical", "render_jcal", "to_ical"]


def to_ical(events: Event | Iterable[Event], **options: Unpack[Options]) -> str:
    options.setdefault("linked", _linked)
    return ical.to_ical(events, **options)


def iter_ical(events: Event | Iterable[Event], **options: Unpack[Options]) -> Iterator[str]:
    options.setdefault("linked", _linked)
    return ical.iter_ical(events, **options)


def entries_of(events: Iterable[Event], **options: Unpack[Options]) -> tuple[str, References]:
    """Return what `writer.entries_of` does, with the JSON-LD of each event."""
    options.setdefault("linked", _linked)
    return writer.entries_of(events, **options)


def render_jcal(events: Event | Iterable[Event], **options: Unpack[Options]) -> str:
    """Return the text of `to_ical` as jCal."""
    options.setdefault("linked", _linked)
    return jcal.render(events, **options)


# What they take is told in one place.
to_ical.__doc__ = ical.to_ical.__doc__
iter_ical.__doc__ = ical.iter_ical.__doc__


def _linked(event: Event) -> dict[str, Any]:
    """Return the public JSON-LD; its writer is loaded for the first event that has some."""
    from eventkit.formats.jsonld.writer import node_of

    return node_of(event)
