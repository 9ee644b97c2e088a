"""A web page: where its scripts stand, its base, and its other markup."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from typing import Any

from eventkit import codes
from eventkit.errors import EventkitError
from eventkit.extras import load
from eventkit.findings import Severity
from eventkit.formats.jsonld.reading.items import Block, Graph, absolute
from eventkit.formats.jsonld.reading.json_text import UnreadableError, documents
from eventkit.formats.jsonld.reading.jsonld import add_items
from eventkit.formats.jsonld.reading.microdata import add_microdata
from eventkit.formats.jsonld.reading.notes import Notes
from eventkit.formats.jsonld.reading.quick import QuickReader
from eventkit.formats.jsonld.reading.rdfa import add_rdfa

__all__ = ["add_json", "add_page", "decoded_page", "page_language"]

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE
)
_JSON_TYPE = re.compile(r"\s*application/ld\+json\s*(?:;.*)?", re.IGNORECASE | re.DOTALL)
_BASES = 'base[href],link[rel~=canonical i],meta[property="og:url"]'
_SCOPE = re.compile(r"<[a-zA-Z][^<>]{0,2000}?\sitemscope[\s=/>]", re.IGNORECASE)
_TYPEOF = re.compile(r"<[a-zA-Z][^<>]{0,2000}?\stypeof\s*=", re.IGNORECASE)


def decoded_page(source: str | bytes, notes: Notes) -> str:
    """Return the text of a page, in the encoding that it says, else UTF-8."""
    if isinstance(source, str):
        return source.removeprefix("\ufeff")
    for mark, name in (
        (b"\xef\xbb\xbf", "utf-8"),
        (b"\xff\xfe", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be"),
    ):
        if source.startswith(mark):
            return source[len(mark) :].decode(name, "replace")
    told = _CHARSET.search(source[:4096])
    names = [told[1].decode("ascii")] if told else []
    for name in (*names, "utf-8"):
        try:
            return source.decode("windows-1252" if name.lower() in _LATIN else name)
        except (UnicodeDecodeError, LookupError, ValueError):
            continue
    notes.add(
        codes.ENCODING,
        Severity.WARNING,
        "the page is not in the encoding that it says, nor in UTF-8; it is read as Windows-1252",
        "save it as UTF-8",
    )
    return source.decode("windows-1252", "replace")


_LATIN = frozenset({"iso-8859-1", "latin1", "latin-1", "ascii", "us-ascii"})  # as browsers do


def add_page(text: str, graph: Graph, notes: Notes, quick: QuickReader | None = None) -> Any:
    """Add all markup of a page to the graph, and return its tree; see `add_items` for *quick*."""
    tree = load("selectolax.lexbor", "html").LexborHTMLParser(text)
    if text.lstrip()[:1] in ("{", "[") and '"@' in text[:2000] and not tree.css_matches("script"):
        notes.add(
            codes.REPAIRED,
            Severity.WARNING,
            "JSON-LD stands bare in the page, where no reader looks for it; read all the same",
            'put it into <script type="application/ld+json">',
            place=(1, 1),
        )
        add_json(text, Block("JSON-LD"), graph, notes, quick)
        return tree
    graph.base = _base(tree, graph.base)
    places = _Scripts(text)
    for element in tree.css("script[type]"):
        kind = element.attributes.get("type") or ""
        if kind == "application/ld+json" or _JSON_TYPE.fullmatch(kind):
            script = element.text(deep=True)
            add_json(script, places.block(script), graph, notes, quick)
    if tree.css_matches("[itemscope]"):
        add_microdata(tree, graph, _Marked("Microdata", text, _SCOPE), notes)
    if tree.css_matches("[typeof]"):
        add_rdfa(tree, graph, _Marked("RDFa", text, _TYPEOF), notes)
    return tree


def _base(tree: Any, given: str | None) -> str | None:
    """Return what relative addresses are relative to: what the page says, from where it is."""
    told: dict[str, str] = {}  # what the first of each kind of element says
    for element in tree.css(_BASES):
        name = "content" if element.tag == "meta" else "href"
        told.setdefault(element.tag, (element.attributes.get(name) or "").strip())
    if told.get("base"):
        return absolute(told["base"], given) or given
    if given is not None:
        return given
    pages = [told.get(tag, "") for tag in ("link", "meta")]
    return next((one for one in pages if one.startswith(("http://", "https://"))), None)


def page_language(tree: Any) -> str | None:
    """Return the language that a page says it is in."""
    element = tree.css_first("html[lang]")
    return (element.attributes.get("lang") or None) if element is not None else None


_PROBE = 64  # characters


class _Scripts:
    """Finds where the scripts of a page stand, one after the other."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.line = 1  # the line of at

    def block(self, script: str) -> Block:
        """Return the block of the next script, whose text stands in the page as it is."""
        found = self._find(script) if script else -1
        lead = 0
        if found < 0:  # but for line breaks, which the parser makes all alike
            probe = next((line for line in script.split("\n", 2) if len(line.strip()) > 1), "")
            found = self.text.find(probe, self.at) if probe else -1
            if found < 0:
                return Block("JSON-LD", "", self.line)
            lead = script.count("\n", 0, script.find(probe))
        self.line += self.text.count("\n", self.at, found)
        self.at = found
        column = found - self.text.rfind("\n", 0, found) if not lead else 1
        return Block("JSON-LD", "", self.line - lead, column)

    def _find(self, script: str) -> int:
        """Return where a script begins, looked for by its first words, which takes less time."""
        found = self.text.find(script[:_PROBE], self.at)
        if found < 0 or self.text.startswith(script, found):
            return found
        return self.text.find(script, found + 1)


def add_json(
    text: str, block: Block, graph: Graph, notes: Notes, quick: QuickReader | None = None
) -> None:
    """Add what a JSON text tells to the graph; what is broken in it is a finding."""
    if not text or text.isspace():
        notes.add(
            codes.EMPTY,
            Severity.WARNING,
            "the script is empty",
            "remove it",
            place=(block.line, block.column),
        )
        return
    try:
        found, repairs = documents(text)
    except UnreadableError as exc:
        place = block.line + exc.line - 1, exc.column + (block.column - 1 if exc.line == 1 else 0)
        notes.add(
            codes.SYNTAX,
            Severity.ERROR,
            f"the JSON cannot be read: {exc.message}",
            "check the commas, quotes and brackets there",
            place=place,
        )
        return
    except EventkitError:
        return
    counts = Counter(message for message, *_ in repairs)
    for message, line, column in repairs:
        count = counts.pop(message, 0)  # each kind is told once, at its first place
        if not count:
            continue
        times = f", {count} times" if count > 1 else ""
        place = block.line + line - 1, column + (block.column - 1 if line == 1 else 0)
        notes.add(
            codes.REPAIRED,
            Severity.WARNING,
            f"{message}{times}; read all the same",
            "repair it",
            place=place,
        )
    for document in found:
        own = Block(block.syntax, document.text, block.line, block.column)
        if document.doubled:
            _say_doubled(own, notes)
        add_items(document.data, own, graph, notes, quick)


def _say_doubled(block: Block, notes: Notes) -> None:
    for key, place in block.doubled():
        notes.add(
            codes.DUPLICATE_KEY,
            Severity.WARNING,
            f"the key {key[:60]!r} stands twice in one object; the last is read",
            "remove one, or write a list",
            place=place,
        )


class _Marked(Block):
    """The marked-up elements of a page, by their number."""

    def __init__(self, syntax: str, text: str, pattern: re.Pattern[str]) -> None:
        super().__init__(syntax, text)
        self.pattern = pattern
        self.places: list[int] | None = None
        self.starts: list[int] = []

    def place(self, path: tuple[Any, ...]) -> tuple[int | None, int | None]:
        """Return the line and column of the element."""
        if self.places is None:
            self.places = [match.start() for match in self.pattern.finditer(self.text)]
            self.starts = [0, *(match.end() for match in re.finditer("\n", self.text))]
        if not path or path[0] >= len(self.places):
            return None, None
        at = self.places[path[0]]
        line = bisect_right(self.starts, at)
        return line, at - self.starts[line - 1] + 1
