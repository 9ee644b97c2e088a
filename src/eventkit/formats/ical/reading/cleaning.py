"""Texts as the model takes them: no control characters, bounded."""

from __future__ import annotations

import re

from eventkit import codes
from eventkit.findings import Severity
from eventkit.formats.ical.reading.content import Property
from eventkit.formats.ical.reading.notes import Notes
from eventkit.formats.ical.reading.values import text

__all__ = ["LINE_MAX", "TEXT_MAX", "line_of", "text_of"]

LINE_MAX = 1_000
TEXT_MAX = 100_000
_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_WHITE = " \t\n"


def line_of(one: Property, notes: Notes) -> str | None:
    """Return a TEXT value as one line, or None when it is empty."""
    value = text(one.value)
    if not value.isprintable():
        value = _CONTROL.sub("", _BREAK.sub(" ", value).replace("\t", " "))
    value = value.strip(_WHITE)
    return _bounded(value, LINE_MAX, one, notes) or None


def text_of(one: Property, notes: Notes) -> str | None:
    """Return a TEXT value with its lines, or None when it is empty."""
    value = text(one.value)
    if not value.isprintable():
        value = _CONTROL.sub("", _BREAK.sub("\n", value))
    value = value.strip(_WHITE)
    return _bounded(value, TEXT_MAX, one, notes) or None


def _bounded(value: str, most: int, one: Property, notes: Notes) -> str:
    if len(value) <= most:
        return value
    notes.add(
        codes.TOO_LARGE,
        Severity.WARNING,
        f"{one.name[:40]} has {len(value):,} characters; the first {most:,} are read",
        "shorten it",
        at=one.at,
    )
    return value[:most].rstrip(_WHITE)
