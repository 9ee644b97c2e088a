"""JSON-LD as text, and as a script element that is safe inside any HTML."""

from __future__ import annotations

import json
from collections.abc import Iterable

from eventkit.formats.jsonld.writer import to_jsonld
from eventkit.model import Event

__all__ = ["render", "render_script", "to_jsonld_script"]

# As JSON escapes, so that no HTML parser sees a tag, a comment or an entity in the text.
_UNSAFE_IN_HTML = (
    ("<", "\\u003c"),
    (">", "\\u003e"),
    ("&", "\\u0026"),
    ("\u2028", "\\u2028"),
    ("\u2029", "\\u2029"),
)


def render(events: Event | Iterable[Event]) -> str:
    """Return JSON-LD text with a final newline."""
    return json.dumps(to_jsonld(events), ensure_ascii=False, indent=2) + "\n"


def to_jsonld_script(events: Event | Iterable[Event]) -> str:
    """
    Return a ``<script type="application/ld+json">`` element for the head or body of a page.

    ``<``, ``>`` and ``&`` stand as JSON escapes: escaping only ``</`` still breaks the page on
    ``<!-- <script>``. Whether the page of a private event has one is the caller's decision:
    JSON-LD has no word to keep a search engine from it.

    Source: HTML, "Restrictions for contents of script elements".
    """
    text = json.dumps(to_jsonld(events), ensure_ascii=False)
    for char, escape in _UNSAFE_IN_HTML:
        text = text.replace(char, escape)
    return f'<script type="application/ld+json">{text}</script>'


def render_script(events: Event | Iterable[Event]) -> str:
    """Return the script element with a final newline."""
    return to_jsonld_script(events) + "\n"
