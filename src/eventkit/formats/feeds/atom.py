"""Atom. Source: RFC 4287."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import datetime
from xml.sax.saxutils import escape, quoteattr

from eventkit.formats.feeds.entries import UNKNOWN, Entry, entries_of, instant, left_out, updated
from eventkit.model import Event

__all__ = ["left_out", "render"]

_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "atom.eventkit.event")


def render(
    events: Event | Iterable[Event],
    *,
    title: str = "Events",
    home: str | None = None,
    feed: str | None = None,
    now: datetime | None = None,
) -> str:
    """
    Return an Atom feed, the newest first by publication.

    Atom must have a time of change (RFC 4287 §4.2.15). Where nothing tells it, that is the
    beginning of 1970, which `left_out` reports.

    Args:
        events: One event or several.
        title: What the feed is called.
        home: Address of the page that it is the feed of.
        feed: Its own address.
        now: Aware time at which events are published that do not say when they were.

    Raises:
        NaiveDatetimeError: *now* has no offset.
        PublicSecretError: A text of an event shows its way in.
    """
    found = entries_of(events, now)
    changed = max((updated(event) or UNKNOWN for event, _ in found), default=UNKNOWN)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        f"<id>{uuid.uuid5(_NAMESPACE, feed or home or title).urn}</id>",
        f"<title>{escape(title)}</title>",
        f"<updated>{instant(changed)}</updated>",
        f"<author><name>{escape(title)}</name></author>",
    ]
    if home:
        lines.append(f"<link href={quoteattr(home)}/>")
    if feed:
        lines.append(f'<link rel="self" type="application/atom+xml" href={quoteattr(feed)}/>')
    for _, entry in found:
        lines += _lines(entry)
    return "\n".join([*lines, "</feed>", ""])


def _lines(entry: Entry) -> list[str]:
    lines = [
        "<entry>",
        f"<id>{entry.id}</id>",
        f"<title>{escape(entry.title)}</title>",
        f"<updated>{entry.updated or instant(UNKNOWN)}</updated>",
    ]
    if entry.published:
        lines.append(f"<published>{entry.published}</published>")
    if entry.url:
        lines.append(f"<link href={quoteattr(entry.url)}/>")
    lines += [f"<author><name>{escape(one.name)}</name></author>" for one in entry.people]
    lines += [f"<category term={quoteattr(tag)}/>" for tag in entry.tags]
    language = f" xml:lang={quoteattr(entry.language)}" if entry.language else ""
    lines.append(f'<content type="html"{language}>{escape(entry.html)}</content>')
    return [*lines, "</entry>"]
