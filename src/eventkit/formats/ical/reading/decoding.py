"""From bytes to text: byte order marks, UTF-16, folds inside a character, older charsets."""

from __future__ import annotations

import codecs
import re

from eventkit import codes
from eventkit.sources import RefusedError

__all__ = ["SIZE_MAX", "decoded"]

SIZE_MAX = 100_000_000  # characters of one text
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The first octets of a character, a line break with its blank, and the octets that belong before.
_SPLIT = re.compile(rb"([\xc2-\xf4][\x80-\xbf]{0,2})(\r\n[ \t]|\n[ \t]|\r[ \t])([\x80-\xbf]{1,3})")


def decoded(source: str | bytes) -> tuple[str, list[str]]:
    """
    Return the text, and what had to be repaired to get it.

    Raises:
        RefusedError: There is nothing or too much in it.
    """
    repairs: list[str] = []
    text = source if isinstance(source, str) else _text(source, repairs)
    text = text.removeprefix("\ufeff")
    if not text or text.isspace():
        raise RefusedError(codes.EMPTY, "there is nothing in it", "give a calendar")
    if len(text) > SIZE_MAX:
        raise RefusedError(codes.TOO_LARGE, f"it has {len(text):,} characters", "split it")
    return text, repairs


def _text(data: bytes, repairs: list[str]) -> str:
    if len(data) > 4 * SIZE_MAX:
        raise RefusedError(codes.TOO_LARGE, f"it has {len(data):,} bytes", "split it")
    for mark, name in _MARKS:
        if data.startswith(mark):
            data = data[len(mark) :]
            if name != "utf-8":
                repairs.append(f"the text is in {name.upper()}, not UTF-8")
                return data.decode(name, "replace")
            break
    if wide := _wide(data):
        repairs.append(f"the text is in {wide.upper()}, not UTF-8")
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        text = _SPLIT.sub(rb"\1\3\2", data).decode("utf-8")
    except UnicodeDecodeError:
        return _older(data, repairs)
    repairs.append("lines are folded inside a character")
    return text


def _wide(data: bytes) -> str | None:
    """Tell UTF-16 without a mark by the zeros beside its ASCII characters."""
    start = data[:200]
    if len(start) < 4 or b"\0" not in start:
        return None
    even, odd = start[0::2].count(0), start[1::2].count(0)
    if odd > len(start) // 4 and even == 0:
        return "utf-16-le"
    return "utf-16-be" if even > len(start) // 4 and odd == 0 else None


def _older(data: bytes, repairs: list[str]) -> str:
    """Decode line by line: what is UTF-8 as that, the rest as Windows-1252 or Latin-1."""
    repairs.append("bytes that are not UTF-8 are read as Windows-1252")
    return "\n".join(_line(line) for line in data.replace(b"\r\n", b"\n").split(b"\n"))


def _line(data: bytes) -> str:
    for name in ("utf-8", "cp1252"):
        try:
            return data.decode(name)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")
