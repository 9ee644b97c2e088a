"""
Markdown with front matter, as sites made by Jekyll, Hugo and the like keep their events.

Front matter is YAML between two lines of ``---``, or TOML between two of ``+++``. What follows is
the description, when there is none. `eventkit.toml` says what a site's own keys mean.
"""

from __future__ import annotations

import re
from typing import Any

from eventkit import codes
from eventkit.findings import Finding, Reading
from eventkit.formats.document import toml_places, toml_text, yaml_text
from eventkit.formats.document.site import mapping_for
from eventkit.plain.paths import Path, Where
from eventkit.plain.reading import read_events
from eventkit.sources import RefusedError, decoded, refused

__all__ = ["parse"]

_MARKS = {"---": "yaml", "+++": "toml"}
_LINES_MAX = 20_000  # of front matter


def parse(source: str | bytes, *, file: str | None = None) -> Reading:
    """
    Return the event of a Markdown text, and a finding for everything that is wrong.

    When *file* is given, the nearest ``eventkit.toml`` above it says what the keys mean.
    """
    try:
        mapping = mapping_for(file)
        text = decoded(source).replace("\r\n", "\n")
        mark, head, body, body_line = _split(text)
        data, where, findings = _yaml(head) if mark == "---" else _toml(head)
    except RefusedError as exc:
        return refused(exc, file)
    except RecursionError:
        return refused(RefusedError(codes.TOO_LARGE, "it is nested too deeply", "flatten it"), file)
    if not isinstance(data, dict):
        return refused(
            RefusedError(codes.WRONG_TYPE, "the front matter is no mapping", "write key: value", 2),
            file,
        )
    found = mapping.applied(data, where)
    event = found.data
    if body and "description" not in event:
        event["description"] = body

    def place(path: Path) -> tuple[int, int] | None:
        if path[:1] == ("description",) and path[:1] not in found.sources:
            return body_line, 1
        return where(found.source_of(path))

    reading = read_events(event, place).with_findings([*findings, *found.findings])
    return reading.in_file(file) if file and reading.findings else reading


def _split(text: str) -> tuple[str, str, str, int]:
    """Return the mark, the front matter with its line numbers kept, the body and its line."""
    lines = text.split("\n", _LINES_MAX)
    mark = lines[0].rstrip()
    if mark not in _MARKS:
        raise RefusedError(
            codes.SYNTAX,
            "it does not begin with front matter",
            "begin with a line of --- and end the keys with another",
            line=1,
        )
    ends = (mark, "...") if mark == "---" else (mark,)
    end = next((n for n, line in enumerate(lines) if n and line.rstrip() in ends), None)
    if end is None:
        raise RefusedError(
            codes.SYNTAX, "the front matter does not end", f"end the keys with a line of {mark}", 1
        )
    rest = lines[end + 1 :]
    blank = next((n for n, line in enumerate(rest) if line.strip()), len(rest))
    return mark, "\n" + "\n".join(lines[1:end]) + "\n", "\n".join(rest).strip(), end + 2 + blank


def _yaml(head: str) -> tuple[Any, Where, list[Finding]]:
    if not re.search(r"^[^#\s]", head, re.MULTILINE):
        return {}, lambda _: (1, 1), []
    builder = yaml_text.Builder(head)
    return builder.build(), builder.places, builder.findings


def _toml(head: str) -> tuple[Any, Where, list[Finding]]:
    return toml_text.loaded(head), toml_places.Places(head), []
