"""
Marks of Markdown, taken off what stands in names and titles; and blanks and signs of no width.

Source: CommonMark 0.31 (emphasis, links, headings), Unicode categories Zs and Cf.
"""

from __future__ import annotations

import html
import re

import attrs

from eventkit.formats.announcement.text.lines import Builder, Line
from eventkit.formats.announcement.text.paragraphs import ESCAPE

__all__ = ["spaced", "unmarked"]

_BLANK = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]|[\u00ad\u200b\u2060\ufeff]+")
_MARKED = re.compile(r"[*_`~\[#<&\\|=]")
_MARK = re.compile(
    r"(?P<url>https?://[^\s<>()\[\]*]+|<https?://[^\s<>]+>)"
    r"|!?\[(?P<text>[^\[\]]{0,400})\]\(\s{0,9}<?(?P<to>[^\s()<>]{1,2000}(?:\([^\s()<>]{0,200}\)"
    r"[^\s()<>]{0,200})?)>?(?:\s{1,9}(?:\"[^\"]{0,200}\"|'[^']{0,200}'))?\s{0,9}\)"
    r"|(?<![\w*])(?P<stars>\*{1,3})(?=[^\s*])(?P<starred>[^*]{1,400}?)(?<=[^\s*])(?P=stars)(?![\w*])"
    r"|(?<![\w_])(?P<lows>_{1,3})(?=[^\s_])(?P<lowed>[^_]{1,400}?)(?<=[^\s_])(?P=lows)(?![\w_])"
    r"|(?P<ticks>`{1,2})(?=[^`])(?P<ticked>[^`]{1,400})(?P=ticks)(?!`)"
    r"|~~(?P<struck>[^~]{1,400})~~"
    r"|\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
)
_DRAWN = re.compile(r"(?P<drawn>\*{4,8}|={3,8})\s+(?P<text>\S.{0,200}\S)\s+(?P=drawn)")
_HEADING = re.compile(r"#{1,6}[ \t]+")
_DEPTH = 4  # marks within marks


def spaced(line: Line) -> Line:
    """Return a line with plain blanks, and without signs of no width."""
    if line.text.isascii() or line.text[:1] == ESCAPE or not _BLANK.search(line.text):
        return line
    builder, at = Builder(line), 0
    for match in _BLANK.finditer(line.text):
        builder.keep(at, match.start())
        if match.group()[0] not in "\u00ad\u200b\u2060\ufeff":
            builder.put(" ", match.start(), match.end())
        at = match.end()
    builder.keep(at, len(line.text))
    return builder.line()


def unmarked(line: Line) -> Line:
    """Return a line without its marks, which keeps the line with them as its prose."""
    if line.text.lstrip()[:1] == ESCAPE or not _MARKED.search(line.text):
        return line
    bare = _framed(line)
    for _ in range(_DEPTH):
        found = _without(bare)
        if found is bare:
            break
        bare = found
    return line if bare.text == line.text else attrs.evolve(bare, prose=line)


def _framed(line: Line) -> Line:
    """Return what a heading or the row of a table says."""
    whole = line.stripped()
    if match := _DRAWN.fullmatch(whole.text):
        return whole.part(*match.span("text"))
    if match := _HEADING.match(whole.text):
        return whole.part(match.end(), len(whole.text.rstrip("#"))).stripped()
    if whole.text[:1] == "|" and len(whole.text) > 1:
        return whole.part(1, len(whole.text.removesuffix("|"))).stripped()
    return line


def _without(line: Line) -> Line:
    builder, at = Builder(line), 0
    for match in _MARK.finditer(line.text):
        if match["url"]:
            continue
        builder.keep(at, match.start())
        at = match.end()
        if match["entity"]:
            builder.put(html.unescape(match["entity"]), match.start(), match.end())
        elif match["to"]:
            _link(builder, match)
        else:
            builder.keep(*match.span(match.lastgroup or 0))
    if not at:
        return line
    builder.keep(at, len(line.text))
    return builder.line()


def _link(builder: Builder, match: re.Match[str]) -> None:
    """Put ``words <address>`` for a link, and only the address where it is the words."""
    words, to = match["text"].strip(), match["to"].removeprefix("mailto:")
    if match.group()[0] == "!":
        return
    if words and words != to:
        builder.keep(*match.span("text"))
        if not re.match(r"https?://|[^@\s]+@", to):
            return
        builder.put(" ", *match.span("text"))
    builder.put("<", *match.span("to"))
    builder.keep(match.end("to") - len(to), match.end("to"))
    builder.put(">", *match.span("to"))
