"""The formats by name: which module reads and writes each, loaded when it is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from importlib import import_module
from pathlib import PurePath
from typing import Any

import attrs

from eventkit import codes
from eventkit.errors import InvalidValueError, UnknownFormatError
from eventkit.findings import Finding, Reading, Severity
from eventkit.model import Event

__all__ = [
    "FORMATS",
    "Format",
    "format_named",
    "iter_bytes",
    "parse",
    "readable",
    "recognise",
    "render",
    "render_bytes",
    "writable",
]


@attrs.frozen
class Format:
    """
    One format.

    Args:
        name: As `parse`, `render` and the commands know it.
        module: Where its functions are, seen from `eventkit.formats`.
        reader: Name of the function that reads it; None when it is only written.
        writer: Name of the function that writes it; None when it is only read.
        suffixes: Endings of file names, the usual one first.
        options: Names of the options that the writer takes.
        binary: Whether it is bytes and no text.
        reader_module: Where its reader is, when that is not in *module*.
        read_options: Names of the options that the reader takes.
        losses: Name of the function that tells what of events the writer leaves out.
        pieces: Name of the function that yields the text, for files larger than memory.
    """

    name: str
    module: str
    reader: str | None = None
    writer: str | None = None
    suffixes: tuple[str, ...] = ()
    options: frozenset[str] = frozenset()
    binary: bool = False
    reader_module: str | None = None
    read_options: frozenset[str] = frozenset()
    losses: str | None = None
    pieces: str | None = None


_MARKUP: Any = {
    "reader_module": "jsonld.reading",
    "read_options": frozenset({"base", "default_zone"}),
}
_FEED = frozenset({"title", "home", "feed", "now"})
_PAGE = frozenset({"language", "zones", "templates"})
_SERIES = frozenset({"occurrences", "schedule"})
_ZONE = frozenset({"default_zone"})
_EXCEL = frozenset({"excel"})
_ICAL = frozenset(
    [
        "attendees",
        "cancelled",
        "color",
        "dtstamp",
        "extensions",
        "invited",
        "method",
        "name",
        "refresh",
        "source",
        "utc",
    ]
)
_ICAL_READ = frozenset({"default_zone", "keep_other"})
_TEXT_READ = frozenset({"country", "day_first", "default_zone", "language", "reference"})
_DOCUMENT = frozenset({"tzdata"})
FORMATS = {
    found.name: found
    for found in (
        Format("json", "document.json_text", "parse", "render", (".json",), _DOCUMENT),
        Format(
            "jsonl",
            "document.json_text",
            "parse_lines",
            "render_lines",
            (".jsonl", ".ndjson"),
            _DOCUMENT,
        ),
        Format("yaml", "document.yaml_text", "parse", "render", (".yaml", ".yml"), _DOCUMENT),
        Format("toml", "document.toml_text", "parse", "render", (".toml",), _DOCUMENT),
        Format("markdown", "document.front_matter", "parse", None, (".md", ".markdown")),
        Format(
            "text",
            "announcement",
            "parse",
            "render",
            (".txt", ".text"),
            frozenset({"language"}),
            losses="left_out",
            read_options=_TEXT_READ,
        ),
        Format(
            "ical",
            ".calendars",  # with JSON-LD inside, so above the formats
            "parse",
            "to_ical",
            (".ics",),
            _ICAL,
            reader_module="ical",
            read_options=_ICAL_READ,
            pieces="iter_ical",
        ),
        Format(
            "jcal",
            ".calendars",
            "parse",
            "render_jcal",
            (),
            _ICAL,
            reader_module="ical.jcal_reader",
            read_options=_ZONE,
        ),
        Format("jscalendar", "jscalendar", "parse", "render"),
        Format("jsonld", "jsonld", "parse", "render", (".jsonld",), _SERIES, **_MARKUP),
        Format("jsonld-script", "jsonld", None, "render_script", options=_SERIES),
        Format("html", ".page", "parse_html", "render", (".html", ".htm"), _PAGE, **_MARKUP),
        Format("parquet", "parquet", "parse", "render_bytes", (".parquet",), binary=True),
        Format("csv", "csv_table", "parse", "render", (".csv", ".tsv"), _EXCEL, read_options=_ZONE),
        Format("zoom", "zoom", "parse"),
        Format("eventbrite", "eventbrite", "parse"),
        Format("frab", "frab", "parse", "render"),
        Format("sessionize", "sessionize", "parse", read_options=_ZONE),
        Format("links", ".links", None, "render"),  # made of formats, so above them
        Format("atom", "feeds.atom", None, "render", (".atom",), _FEED, losses="left_out"),
        Format("jsonfeed", "feeds.jsonfeed", None, "render", options=_FEED, losses="left_out"),
    )
}


def readable() -> list[str]:
    """Return the names of the formats that are read."""
    return [name for name, found in FORMATS.items() if found.reader]


def writable() -> list[str]:
    """Return the names of the formats that are written."""
    return [name for name, found in FORMATS.items() if found.writer]


def format_named(name: str) -> Format:
    """
    Return the format called *name*.

    Raises:
        UnknownFormatError: There is none; the hint has the nearest name.
    """
    found = FORMATS.get(name) if isinstance(name, str) else None
    if found is not None:
        return found
    near = get_close_matches(str(name)[:40].lower().lstrip("."), FORMATS, n=1)
    raise UnknownFormatError(
        f"unknown format {str(name)[:40]!r}",
        f"did you mean {near[0]!r}?" if near else "use one of: " + ", ".join(FORMATS),
    )


def parse(
    source: str | bytes, format: str | None = None, *, file: str | None = None, **options: Any
) -> Reading:
    """
    Read events from text in any format that is read.

    Args:
        source: The text, or its bytes in UTF-8.
        format: Name of its format; by default it is recognised from the ending of *file*, else
            from the text itself.
        file: Name of the source, for the findings.
        options: What the format's own reader takes, such as ``base`` for ``html``.

    Returns:
        The events, and what was assumed, contradicted, repaired or not carried over.

    Raises:
        UnknownFormatError: *format* is no format. What is wrong in the text is a finding.
        InvalidValueError: The format does not have that option.
    """
    found = format_named(format) if format is not None else recognise(source, file)
    _check_options(found, options, found.read_options)
    if found.reader is None:
        finding = Finding(
            codes.UNKNOWN_FORMAT,
            Severity.ERROR,
            f"{found.name} is written, not read",
            "give one of: " + ", ".join(readable()),
            file=file,
        )
        return Reading(findings=(finding,))
    module = found.reader_module or found.module
    reading: Reading = _function(module, found.reader)(source, file=file, **options)
    return reading


def render(events: Event | Iterable[Event], format: str, **options: Any) -> str:
    """
    Write events as text in any format that is written.

    Args:
        events: One event or several.
        format: Name of the format.
        options: What the format's own writer takes, such as ``dtstamp`` for ``ical``.

    Raises:
        UnknownFormatError: *format* is no format.
        InvalidValueError: The format does not have that option, or is only read, or is no text.
    """
    found = format_named(format)
    if found.binary:
        raise InvalidValueError(f"{format} is no text", "use write(), or render_bytes()")
    text: str = _write(found, events, options)
    return text


def render_bytes(events: Event | Iterable[Event], format: str, **options: Any) -> bytes:
    """
    Write events as the bytes of a file, in any format that is written; a text is in UTF-8.

    Args:
        events: One event or several.
        format: Name of the format.
        options: What the format's own writer takes.

    Raises:
        UnknownFormatError: *format* is no format.
        InvalidValueError: The format does not have that option, or is only read.
    """
    written = _write(format_named(format), events, options)
    return written.encode("utf-8") if isinstance(written, str) else bytes(written)


def iter_bytes(events: Event | Iterable[Event], format: str, **options: Any) -> Iterator[bytes]:
    """
    Yield the bytes that `render_bytes` returns: piece by piece in constant memory where the
    format is written so, as ``ical`` is, else at once.
    """
    found = format_named(format)
    if found.pieces is None:
        return iter([render_bytes(events, format, **options)])
    _check_options(found, options, found.options)
    pieces = _function(found.module, found.pieces)(events, **options)
    return (piece.encode("utf-8") for piece in pieces)


def _write(found: Format, events: Event | Iterable[Event], options: dict[str, Any]) -> Any:
    if found.writer is None:
        raise InvalidValueError(
            f"{found.name} is read, not written", "use one of: " + ", ".join(writable())
        )
    _check_options(found, options, found.options)
    return _function(found.module, found.writer)(events, **options)


def left_out(events: Iterable[Event], format: str) -> list[Finding]:
    """Return what the writer of a format says that it leaves out of events."""
    found = format_named(format)
    if found.losses is None:
        return []
    told: list[Finding] = _function(found.module, found.losses)(list(events))
    return told


def _check_options(found: Format, options: dict[str, Any], known: frozenset[str]) -> None:
    if unknown := sorted(options.keys() - known):
        raise InvalidValueError(
            f"{found.name} has no option {unknown[0]!r}",
            "use one of: " + ", ".join(sorted(known)) if known else "leave it out",
        )


def _function(module: str, name: str) -> Any:
    return getattr(import_module(f".{module}", "eventkit.formats"), name)


def _keys(first: str, second: str, without: str) -> re.Pattern[str]:
    """Return what a JSON text looks like that has the first two and not the third."""
    ahead = r"(?=[\s\S]*?{})(?=[\s\S]*?{})(?![\s\S]*?{})"
    return re.compile(r"[\[{]" + ahead.format(first, second, without))


_CONTENTS = (
    ("markdown", re.compile(r"(---|\+\+\+)[ \t\r]*\n(?:[^\n]*\n){1,500}?\1[ \t\r]*(?:\n|\Z)")),
    ("ical", re.compile(r"BEGIN\s?:\s?V(?:CALENDAR|EVENT|TIMEZONE)", re.IGNORECASE)),
    ("toml", re.compile(r"(?:[^\n]*\n){0,50}?(?:name\s*=\s*[\"']|\[\[events\]\])")),
    (
        "html",
        re.compile(
            r"(?:<\?xml[^>]{0,200}\?>\s{0,99})?(?:<!--[^>]{0,2000}-->\s{0,99}){0,9}<(?:!doctype\s|[a-z][a-z0-9]*[\s>])",
            re.IGNORECASE,
        ),
    ),
    ("jcal", re.compile(r"\[\s{0,99}(?:\[\s{0,99})?\"vcalendar\"", re.IGNORECASE)),
    (
        "jscalendar",
        _keys(
            r'"@type"\s*:\s*"(?:Event|Group)"',
            r'"(?:uid|entries)"\s*:',
            r'"(?:@context|startDate)"',
        ),
    ),
    ("frab", _keys(r'"conference"\s*:', r'"days"\s*:', r'"@context"')),
    ("eventbrite", _keys(r'"start"\s*:\s*\{[^{}]{0,200}"local"', r'"name"\s*:', r'"@context"')),
    ("sessionize", _keys(r'"(?:isServiceSession|isPlenumSession)"\s*:', r'"title"', r'"@')),
    ("zoom", _keys(r'"topic"\s*:', r'"(?:start_time|join_url|occurrences)"\s*:', r'"@')),
    ("jsonld", re.compile(r"(?:\[\s{0,99})?\{[^{}]{0,200}\"@(?:context|type|graph|id)\"\s*:")),
    (
        "csv",
        re.compile(
            r"(?:sep=.\s{1,2})?(?=[^\n]{0,2000}\bname\b)(?=[^\n]{0,2000}\bstart\b)"
            r"[\w \t\"-]{0,99}[,;\t|][^\n:={}]*(?:\n|$)",
            re.IGNORECASE,
        ),
    ),
    ("jsonl", re.compile(r"\{[^\n]*\}[ \t\r]*\n\s*\{")),
    ("json", re.compile(r"[\[{]")),
    (
        "yaml",
        re.compile(
            r"(?:[^\n]*\n){0,200}?(?:- | {2})?(?:name|slot)\s*:(?:[^\n]*\n){1,200}?[ -]*(?:name|slot)\s*:"
        ),
    ),
)


def recognise(source: str | bytes, file: str | None = None) -> Format:
    """Return the format of a source by the ending of its name, else by its first characters."""
    if file:
        ending = PurePath(file).suffix.lower()
        for found in FORMATS.values():
            if ending in found.suffixes:
                return _unless_other_json(found, source)
    start = source[:20_000]
    if isinstance(start, bytes) and start.startswith(b"PAR1"):
        return FORMATS["parquet"]
    text = start.decode("utf-8", "replace") if isinstance(start, bytes) else start
    text = text.replace("\0", "").lstrip("\ufeff\ufffd \t\r\n")  # UTF-16 is told by its ASCII
    name = next((name for name, pattern in _CONTENTS if pattern.match(text)), "text")
    return FORMATS[name]


def _unless_other_json(found: Format, source: str | bytes) -> Format:
    """People keep JSON-LD and what services give them in files that end in .json, too."""
    if found.name == "json" and (other := recognise(source)).name in _OTHER_JSON:
        return other
    return found


_OTHER_JSON = frozenset(
    {"eventbrite", "frab", "jcal", "jscalendar", "jsonld", "sessionize", "zoom"}
)
