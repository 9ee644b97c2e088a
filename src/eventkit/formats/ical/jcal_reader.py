"""jCal as events: it becomes a stream, which the reader of iCalendar reads. Source: RFC 7265."""

from __future__ import annotations

from datetime import tzinfo

import attrs

from eventkit.findings import Reading
from eventkit.formats.ical.jcal import stream_of
from eventkit.formats.ical.reading.reader import parse as parse_stream
from eventkit.sources import RefusedError, decoded, json_value, refused

__all__ = ["parse"]


def parse(
    source: str | bytes, *, file: str | None = None, default_zone: str | tzinfo | None = None
) -> Reading:
    """
    Return the events of a jCal text, and what was not carried over.

    Args:
        source: One calendar, or a list of several.
        file: Name of the source, for the findings; lines are not known.
        default_zone: Where floating times are placed, unless X-WR-TIMEZONE names a zone.
    """
    try:
        stream = stream_of(json_value(decoded(source)))
    except RefusedError as exc:
        return refused(exc, file)
    reading = parse_stream(stream, file=file, default_zone=default_zone)
    findings = tuple(attrs.evolve(one, line=None, column=None) for one in reading.findings)
    return attrs.evolve(reading, findings=findings, origins=())
