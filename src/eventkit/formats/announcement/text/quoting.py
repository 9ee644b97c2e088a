"""
Leftovers of quoted-printable, which mail programs leave when text is copied out of a message.

Source: RFC 2045 §6.7.
"""

from __future__ import annotations

import re

from eventkit.formats.announcement.text.lines import Builder, Line
from eventkit.formats.announcement.text.paragraphs import ESCAPE

__all__ = ["is_quoted", "unquoted"]

_HIGH = re.compile(r"=[C-F][0-9A-F](?:=[89AB][0-9A-F])+")
_SOFT = re.compile(r"(?<!=)=[ \t]{0,9}(?=\r\n|\n|\r|\Z)")
_PIECE = re.compile(r"(?<!=)=[ \t]{0,9}(?:\r\n|\n|\r|\Z)|(?:=[0-9A-Fa-f]{2})+")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_STATED = re.compile(
    r"^content-transfer-encoding:\s*quoted-printable", re.IGNORECASE | re.MULTILINE
)


def unquoted(whole: Line) -> tuple[Line, int | None]:
    """
    Return the text with its leftovers read, and the position of the first; None for no position.

    Line breaks after ``=`` and escapes of plain letters are read only where the text is
    quoted-printable throughout; a line after a backslash stays as it is.
    """
    text = whole.text
    if "=" not in text:
        return whole, None
    throughout = bool(_STATED.search(text)) or _is_broken(text)
    if not throughout and not _HIGH.search(text):
        return whole, None
    builder = Builder(whole)
    first: int | None = None
    for line in _LINE.finditer(text):
        at = line.start()
        if line.group()[:1] == ESCAPE:
            builder.keep(at, line.end())
            continue
        for piece in _PIECE.finditer(text, line.start(), line.end()):
            said = _said(piece.group(), throughout, _in_address(text, line.start(), piece.start()))
            if said is None:
                continue
            first = whole.span(piece.start())[0] if first is None else first
            builder.keep(at, piece.start())
            builder.put(said, piece.start(), piece.end())
            at = piece.end()
        builder.keep(at, line.end())
    return (builder.line(), first) if first is not None else (whole, None)


def is_quoted(line: str) -> bool:
    """Whether a line may be taken for a leftover of quoted-printable."""
    return "=" in line and bool(_PIECE.search(line))


def _is_broken(text: str) -> bool:
    """Whether lines end in ``=`` as they do where a mail program broke them."""
    lines = [line for line in text.splitlines() if line[:1] != ESCAPE]
    soft = sum(1 for line in lines if _SOFT.search(line) and len(line) > 20)
    return soft > 1 or (soft == 1 and bool(_HIGH.search(text) or "=3D" in text))


def _in_address(text: str, start: int, at: int) -> bool:
    """Whether a position is inside of an address, where ``=C3=A9`` may be meant."""
    word = text[max(start, at - 300) : at].split()
    return bool(word) and "://" in word[-1] and not text[at - 1].isspace()


def _said(piece: str, throughout: bool, in_address: bool) -> str | None:
    """Return what an escape says, or None where it is none."""
    if piece[1:2] in ("", " ", "\t", "\r", "\n"):
        return "" if throughout else None
    octets = bytes.fromhex(piece.replace("=", ""))
    if not throughout and (in_address or octets[0] < 0xC2):
        return None
    try:
        said = octets.decode("utf-8")
    except UnicodeDecodeError:
        said = octets.decode("cp1252", "replace") if throughout else ""
    return said if said and "\ufffd" not in said and "\0" not in said else None
