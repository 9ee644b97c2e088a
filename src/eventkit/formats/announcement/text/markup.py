"""
HTML as the lines that its reader sees, each character with its place in the source.

Parsers of HTML give no places, or take time that grows with the square of what is broken; here
only tags matter that part lines, cells and links.
"""

from __future__ import annotations

import html
import re

from eventkit.formats.announcement.text.lines import Builder, Line
from eventkit.formats.announcement.text.paragraphs import ESCAPE

__all__ = ["has_tags", "is_markup", "seen"]

_PARAGRAPHS = frozenset(
    ["address", "article", "blockquote", "body", "dl", "fieldset", "figure", "footer", "form", "h1",
     "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "ol", "p", "pre", "section", "table",
     "ul"]
)  # fmt: skip
_LINES = frozenset(["br", "div", "dt", "li", "tr", "figcaption", "caption"])
_SILENT = frozenset(
    ["head", "nav", "noscript", "script", "select", "style", "svg", "template", "title"]
)
_TOKEN = re.compile(
    r"<!--(?P<comment>)|<(?P<close>/?)(?P<tag>[A-Za-z][A-Za-z0-9]{0,20})"
    r"(?P<attributes>(?:[^<>\"']|\"[^\"]{0,4000}\"|'[^']{0,4000}')*+)>|<![^<>]{0,400}>|"
    r"&(?P<entity>#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});|(?P<blank>\s+)"
)
_HREF = re.compile(
    r"\bhref\s{0,9}=\s{0,9}(?:\"([^\"]{1,4000})\"|'([^']{1,4000})'|([^\s\"'>]+))", re.IGNORECASE
)
_BLOCK = re.compile(
    r"</(?:p|div|li|ul|ol|h[1-6]|td|tr|table|dd|body|html)>|<(?:html|body)\b", re.IGNORECASE
)
_INLINE = re.compile(r"<br\s*/?>|</(?:a|b|i|em|strong|span|u|font)>", re.IGNORECASE)


def is_markup(text: str) -> bool:
    """Whether a text is HTML, at least in parts; lines after a backslash do not count."""
    if "<" not in text:
        return False
    found = 0
    for line in text.splitlines():
        if "<" in line and line[:1] != ESCAPE:
            found += len(_BLOCK.findall(line)) + len(_INLINE.findall(line))
            if found > 1:
                return True
    return False


def has_tags(line: str) -> bool:
    """Whether a line has tags by which a text may be taken for HTML."""
    return "<" in line and bool(_BLOCK.search(line) or _INLINE.search(line))


def seen(whole: Line) -> Line:
    """Return what the reader of an HTML text sees, headings and list items as in Markdown."""
    return _Seen(whole).run()


class _Seen:
    def __init__(self, whole: Line) -> None:
        self.text = whole.text
        self.builder = Builder(whole)
        self.flows = bool(_BLOCK.search(whole.text))  # else line breaks count as such
        self.silent = ""
        self.link: tuple[int, int, int] | None = None  # its address, and where its words begin
        self.fresh = True  # at the beginning of a line
        self.cells = 0  # of a row of a table
        self.term = False  # between a term and what is said of it

    def run(self) -> Line:
        at, text = 0, self.text
        for token in _TOKEN.finditer(text):
            if token.start() < at:
                continue
            self._words(at, token.start())
            at = token.end()
            if token["comment"] is not None:
                closed = text.find("-->", at)
                at = closed + 3 if closed >= 0 else len(text)
            elif token["tag"]:
                self._tag(token)
            elif token["entity"]:
                self._put(html.unescape(token.group()), token.start(), token.end())
            elif token["blank"]:
                self._blank(token)
        self._words(at, len(text))
        return self.builder.line()

    def _words(self, start: int, end: int) -> None:
        if start < end and not self.silent:
            self.builder.keep(start, end)
            self.fresh = False

    def _put(self, said: str, start: int, end: int) -> None:
        if not self.silent:
            self.builder.put(said, start, end)
            self.fresh = said.endswith("\n")

    def _blank(self, token: re.Match[str]) -> None:
        if not self.flows:
            self._words(token.start(), token.end())
        elif not self.fresh:
            self._put(" ", token.start(), token.end())
            self.fresh = False

    def _tag(self, token: re.Match[str]) -> None:
        tag, closes = token["tag"].lower(), bool(token["close"])
        if self.silent:
            if closes and tag == self.silent:
                self.silent = ""
            return
        if tag in _SILENT and not closes:
            self.silent = "" if token.group().endswith("/>") else tag
        elif tag == "a":
            self._link(token, closes)
        elif tag in ("td", "th"):
            if not closes and self.cells:
                self._put(" | ", token.start(), token.end())
            self.cells += not closes
        elif tag == "dd":
            self._described(token, closes)
        elif tag in _PARAGRAPHS:
            self._put("\n\n", token.start(), token.end())
            if tag in ("h1", "h2", "h3", "h4", "h5", "h6") and not closes:
                self._put("#" * int(tag[1]) + " ", token.start(), token.end())
        elif tag in _LINES and not (closes and tag in ("br", "li", "dt")):
            self.term, self.cells = tag == "dt", 0
            self._put("\n- " if tag == "li" else "\n", token.start(), token.end())
            self.fresh = True

    def _described(self, token: re.Match[str], closes: bool) -> None:
        """Put what is said of a term on its line."""
        if closes:
            return
        said = "".join(self.builder.texts[-3:]).rstrip()
        colon = " " if said.endswith((":", "?")) else ": "
        self._put(colon if self.term else "\n", token.start(), token.end())
        self.term = False

    def _link(self, token: re.Match[str], closes: bool) -> None:
        if not closes:
            found = _HREF.search(token["attributes"])
            if found:
                group = next(n for n in (1, 2, 3) if found[n])
                start = token.start("attributes")
                words = len(self.builder.texts)
                self.link = start + found.start(group), start + found.end(group), words
            return
        if self.link is None:
            return
        start, end, words = self.link
        self.link = None
        address = html.unescape(self.text[start:end]).removeprefix("mailto:")
        shown = "".join(self.builder.texts[words:]).strip()
        public = address.startswith(("http://", "https://")) or "@" in address
        if public and shown and address not in shown:
            self._put(f" <{address}>", start, end)
