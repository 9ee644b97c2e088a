"""JSON-LD as text, and as a script element that is safe inside any HTML."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from eventkit.formats.jsonld.series import Between
from eventkit.formats.jsonld.writer import to_jsonld
from eventkit.jsontext import indented, on_one_line
from eventkit.model import Event

__all__ = ["render", "render_script", "to_jsonld_script"]

# As JSON escapes, so that no HTML parser sees a tag, a comment or an entity in the text.
_UNSAFE_IN_HTML = (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026"))
# Two that end a line in older JavaScript, which no ASCII text has.
_UNSAFE = (*_UNSAFE_IN_HTML, ("\u2028", "\\u2028"), ("\u2029", "\\u2029"))


def render(events: Event | Iterable[Event], **options: Any) -> str:
    """Return the JSON-LD text that `to_jsonld` gives with these options, with a final newline."""
    return indented(to_jsonld(events, **options)) + "\n"


def to_jsonld_script(
    events: Event | Iterable[Event],
    *,
    occurrences: Between | None = None,
    schedule: bool = False,
) -> str:
    """
    Return a ``<script type="application/ld+json">`` element for the head or body of a page.

    The options are those of `to_jsonld`.

    ``<``, ``>`` and ``&`` stand as JSON escapes: escaping only ``</`` still breaks the page on
    ``<!-- <script>``. Whether the page of a private event has one is the caller's decision:
    JSON-LD has no word to keep a search engine from it.

    Source: HTML, "Restrictions for contents of script elements".
    """
    data = to_jsonld(events, occurrences=occurrences, schedule=schedule)
    text = on_one_line(data)
    for char, escape in _UNSAFE_IN_HTML if text.isascii() else _UNSAFE:
        if char in text:
            text = text.replace(char, escape)
    return f'<script type="application/ld+json">{text}</script>'


def render_script(events: Event | Iterable[Event], **options: Any) -> str:
    """Return the script element with a final newline."""
    return to_jsonld_script(events, **options) + "\n"
