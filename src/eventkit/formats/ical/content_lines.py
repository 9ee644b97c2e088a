"""Content lines: folding, escaping, quoting. Source: RFC 5545 §3.1, §3.3.11; RFC 6868."""

from __future__ import annotations

import re
from urllib.parse import quote

__all__ = ["fold", "is_exact", "line", "parameter", "text", "uri"]

_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_NOT_IN_URI = re.compile("[\x00-\x20\x7f-\xa0\u2028\u2029\ud800-\udfff]")
_UNUSUAL = bytes(range(0x09)) + bytes(range(0x0B, 0x20)) + b"\x7f"  # neither tab nor newline
_OCTETS = 75
_REST = re.compile(f".{{1,{_OCTETS - 1}}}", re.DOTALL)


def _clean(value: str) -> str:
    """Make every kind of line break one newline; other control characters go."""
    if value.isascii():
        data = value.encode()
        if len(data.translate(None, _UNUSUAL)) == len(data):
            return value
    elif value.isprintable():
        return value
    return _CONTROL.sub("", _BREAK.sub("\n", value))


def is_exact(value: str) -> bool:
    """Whether a TEXT value can hold all of it."""
    return value.isprintable() or _clean(value) == value


def text(value: str) -> str:
    """Escape a TEXT value; every kind of line break is one ``\\n``, other controls go."""
    clean = value if len(value) <= _OCTETS and value.isprintable() else _clean(value)
    if "\\" in clean:
        clean = clean.replace("\\", "\\\\")
    if ";" in clean:
        clean = clean.replace(";", "\\;")
    if "," in clean:
        clean = clean.replace(",", "\\,")
    if "\n" in clean:
        clean = clean.replace("\n", "\\n")
    return clean


def uri(value: str) -> str:
    """Return an address in which nothing can end the line; URIs are not escaped otherwise."""
    if value.isascii() and value.isprintable() and " " not in value:
        return value
    return _NOT_IN_URI.sub(lambda found: quote(found.group(), errors="ignore"), value)


def parameter(value: str) -> str:
    """Return a parameter value, always quoted. Source: RFC 6868 §3."""
    escaped = _clean(value).replace("^", "^^").replace("\n", "^n").replace('"', "^'")
    return f'"{escaped}"'


def line(name: str, value: str) -> str:
    """Return one content line, folded, with its end; most are short and ASCII."""
    content = f"{name}:{value}"
    if len(content) <= _OCTETS and content.isascii():
        return content + "\r\n"
    return fold(content)


def fold(content: str) -> str:
    """
    Break a line at 75 octets, never inside a character.

    A continuation begins with one blank, which counts.
    """
    if not content.isascii():
        return _fold_octets(content.encode("utf-8", "ignore"))
    if len(content) <= _OCTETS:
        return content + "\r\n"
    return "\r\n ".join([content[:_OCTETS], *_REST.findall(content, _OCTETS)]) + "\r\n"


def _fold_octets(data: bytes) -> str:
    pieces = []
    start, room = 0, _OCTETS
    while len(data) - start > room:
        end = start + room
        while data[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(data[start:end])
        start, room = end, _OCTETS - 1
    pieces.append(data[start:])
    return b"\r\n ".join(pieces).decode("utf-8") + "\r\n"
