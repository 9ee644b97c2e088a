"""
Pelican: the site of a folder of events beside the articles, and filters for its templates.

In ``pelicanconf.py``::

    PLUGINS = ["eventkit.contrib.pelican"]
    EVENTKIT_EVENTS = "events"
    EVENTKIT_PATH = "webinars"

Templates have ``EVENTS``, the public events.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pelican import signals

from eventkit.contrib.filters import FILTERS
from eventkit.page import Pages
from eventkit.page.public import is_listed, public_part
from eventkit.publish import gather, publish

__all__ = ["register"]


def _prepare(pelican: Any) -> None:
    """Read the events, and give them and the filters to the templates."""
    settings = pelican.settings
    found = gather([settings.get("EVENTKIT_EVENTS", "events")])
    events = found.reading.or_raise().events
    settings["EVENTS"] = [public_part(event) for event in events if is_listed(event)]
    settings["JINJA_FILTERS"] = {**FILTERS, **settings.get("JINJA_FILTERS", {})}
    pelican.eventkit_found = found


def _write(pelican: Any) -> None:
    settings = pelican.settings
    path = settings.get("EVENTKIT_PATH", "events").strip("/")
    base = settings.get("SITEURL") or None
    publish(
        pelican.eventkit_found.events,
        Path(settings["OUTPUT_PATH"]) / path,
        base_url=f"{base.rstrip('/')}/{path}/" if base else None,
        title=settings.get("EVENTKIT_TITLE", ""),
        pages=Pages(settings.get("EVENTKIT_LANGUAGE")),
        changed=pelican.eventkit_found.changed,
    )


def register() -> None:
    """Take part in a run of Pelican."""
    signals.initialized.connect(_prepare)
    signals.finalized.connect(_write)
