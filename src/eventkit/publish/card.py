"""The picture that social networks show of an event, as SVG."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from html import escape

from eventkit.errors import MissingExtraError
from eventkit.extras import load
from eventkit.model import Event, EventStatus
from eventkit.model.showing import public
from eventkit.page.times import Shown, shown
from eventkit.page.words import direction, language_of, words

__all__ = ["card", "painter"]

_WIDTH, _HEIGHT, _MARGIN = 1200, 630, 80
_SIZES = (72, 60, 50, 42)  # of the title, the largest that fits
_WHEN_SIZES = (34, 28, 24)
_LINES_MAX = 4
_NARROW, _WIDE = frozenset("iljtfrI.,:;'!|() "), frozenset("mwMW@%&QOCGDHN")


def card(event: Event, language: str | None = None) -> str:
    """Return the title, the time and the speakers as an SVG of 1200 by 630 pixels."""
    tag = language_of(public(event).in_language, language)
    content = event.in_language[0] if event.in_language else tag
    is_rtl = direction(content) == "rtl"
    edge = _WIDTH - _MARGIN if is_rtl else _MARGIN
    size, lines = _fitted(event.name)
    here = shown(event.slot, tag)
    when = _when(here)
    size_of_when = next((n for n in _WHEN_SIZES if _cut(when, n) == when), _WHEN_SIZES[-1])
    by = ", ".join(one.name for one in event.speakers)
    rows = [
        _text(edge, 130, 30, "#9fc3ff", _cut(_above(event, tag), 30)),
        *(
            _text(edge, 230 + n * size * 1.18, size, "#ffffff", line, 700)
            for n, line in enumerate(lines)
        ),
        _text(edge, 505, size_of_when, "#ffffff", _cut(when, size_of_when), 600),
        _text(edge, 550, 26, "#b9c4d6", here.where),
        _text(edge, 590, 28, "#b9c4d6", _cut(by, 28)),
    ]
    body = "\n".join(row for row in rows if row)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{_HEIGHT}"'
        f' viewBox="0 0 {_WIDTH} {_HEIGHT}" direction="{"rtl" if is_rtl else "ltr"}"'
        ' font-family="system-ui, Segoe UI, Roboto, Noto Sans, DejaVu Sans, sans-serif">\n'
        f"<title>{escape(event.name)}</title>\n"
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#10213f"/>\n'
        f'<rect width="{_WIDTH}" height="14" fill="#4f8dfd"/>\n'
        f"{body}\n</svg>\n"
    )


def painter() -> Callable[[str], bytes] | None:
    """Return what makes a PNG of an SVG, where the extra ``cards`` is installed."""
    try:
        load("resvg_py", "cards")
    except MissingExtraError:
        return None
    return _drawn


def _drawn(svg: str) -> bytes:
    return bytes(load("resvg_py", "cards").svg_to_bytes(svg_string=svg))


def _when(here: Shown) -> str:
    """Return the day or days, and the time."""
    first = f"{here.day}, {here.time}" if here.time else here.day
    return f"{first} \u2013 {here.until}" if here.until else first


def _above(event: Event, tag: str) -> str:
    """Return what stands over the title: that it is off, else the series or the organiser."""
    if event.status in (EventStatus.CANCELLED, EventStatus.POSTPONED):
        return words(tag.lower().partition("-")[0])[event.status.value].partition(":")[0]
    if event.series:
        return event.series.name
    return event.organizer.name if event.organizer else ""


def _text(x: int, y: float, size: int, colour: str, text: str, weight: int = 400) -> str:
    if not text:
        return ""
    return (
        f'<text x="{x}" y="{y:g}" font-size="{size}" font-weight="{weight}" fill="{colour}">'
        f"{escape(text)}</text>"
    )


def _width(text: str, size: int) -> float:
    """Return about how wide a text is; fonts differ, so rather too much."""
    ems = 0.0
    for char in text:
        if unicodedata.east_asian_width(char) in "WF":
            ems += 1.05
        elif char in _NARROW:
            ems += 0.38
        else:
            ems += 0.9 if char in _WIDE else 0.64
    return ems * size * 1.06


def _cut(text: str, size: int) -> str:
    if _width(text, size) <= _WIDTH - 2 * _MARGIN:
        return text
    while text and _width(f"{text}\u2026", size) > _WIDTH - 2 * _MARGIN:
        text = text[:-1]
    return f"{text.rstrip()}\u2026"


def _fitted(title: str) -> tuple[int, list[str]]:
    """Return the title in lines, as large as it fits; the rest of a long one is left out."""
    for size in _SIZES:
        lines = _wrapped(title, size)
        if len(lines) * size <= 220 and all(_cut(line, size) == line for line in lines):
            return size, lines
    lines = [_cut(line, size) for line in lines]
    if len(lines) > _LINES_MAX:
        lines = [*lines[: _LINES_MAX - 1], _cut(f"{lines[_LINES_MAX - 1]}\u2026", size)]
    return size, lines


def _wrapped(text: str, size: int) -> list[str]:
    lines = [""]
    for word in text[:400].split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and _width(longer, size) > _WIDTH - 2 * _MARGIN:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
