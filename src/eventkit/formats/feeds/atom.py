"""Atom. Source: RFC 4287."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from eventkit.formats.feeds import entries
from eventkit.model import Event

__all__ = ["render"]

_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "atom.eventkit.event")


def render(
    events: Event | Iterable[Event],
    *,
    title: str = "Events",
    home: str | None = None,
    feed: str | None = None,
) -> str:
    """
    Return an Atom feed, the newest first by publication.

    Args:
        events: One event or several.
        title: What the feed is called.
        home: Address of the page that it is the feed of.
        feed: Its own address.
    """
    found = entries.newest_first((events,) if isinstance(events, Event) else events)
    latest = max((entries.updated(event) for event in found), default=entries.EPOCH)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        f"<id>{uuid.uuid5(_NAMESPACE, feed or home or title).urn}</id>",
        f"<title>{escape(title)}</title>",
        f"<updated>{entries.instant(latest)}</updated>",
        f"<author><name>{escape(title)}</name></author>",
    ]
    if home:
        lines.append(f"<link href={quoteattr(home)}/>")
    if feed:
        lines.append(f'<link rel="self" type="application/atom+xml" href={quoteattr(feed)}/>')
    for event in found:
        lines += _entry(event)
    return "\n".join([*lines, "</feed>", ""])


def _entry(event: Event) -> list[str]:
    lines = [
        "<entry>",
        f"<id>{entries.identifier(event)}</id>",
        f"<title>{escape(entries.title(event))}</title>",
        f"<updated>{entries.instant(entries.updated(event))}</updated>",
    ]
    if when := entries.published(event):
        lines.append(f"<published>{entries.instant(when)}</published>")
    if event.url:
        lines.append(f"<link href={quoteattr(event.url)}/>")
    lines += [f"<author><name>{escape(one.name)}</name></author>" for one in entries.people(event)]
    lines += [f"<category term={quoteattr(tag)}/>" for tag in event.keywords]
    language = f" xml:lang={quoteattr(event.in_language[0])}" if event.in_language else ""
    body = entries.content(event) or escape(event.name)
    lines.append(f'<content type="html"{language}>{escape(body)}</content>')
    return [*lines, "</entry>"]
