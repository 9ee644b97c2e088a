"""What the readers of an event's parts share: what was used, where it stands, what to say."""

from __future__ import annotations

import html
import re
from datetime import tzinfo
from typing import Any, TypeVar
from urllib.parse import quote

import attrs

from eventkit import codes
from eventkit.errors import EventkitError
from eventkit.findings import Severity
from eventkit.foreign.markup import text_of_markup
from eventkit.formats.jsonld.reading.items import Graph, Item, Text, Value, absolute
from eventkit.formats.jsonld.reading.notes import Notes
from eventkit.model import Event
from eventkit.vocabulary import local_name

__all__ = ["Desk", "cleaned", "has_entity", "is_safe", "paragraphs", "plain", "word"]

T = TypeVar("T")

_PAIRS = {"price": "currency", "latitude": "longitude"}  # the second goes with the first
_NOTHING: list[Value] = []  # never changed

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_BREAK = re.compile(r"\s*[\r\n\t\u2028\u2029]\s*")
_UNSAFE = re.compile(r'[\x00-\x20\x7f-\xa0\u2028\u2029\ufffe\uffff<>"{}|\\^`]')
_LINE = re.compile(r"[ \t]*\n[ \t]*")
_HTML = re.compile(
    r"</(?:p|div|li|ul|ol|h[1-6]|strong|em|a|span|table|blockquote|section)\s*>|<br\s*/?>"
    r"|<p(?:\s[^<>]{0,200})?>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_SURE = re.compile(
    r"&(?!(?:amp|lt|gt|quot|apos|#0*39|#[xX]0*27);)(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
)


class Desk:
    """
    Reads values off items.

    Args:
        zone: What a time without an offset is placed in; None when it is not known.
        language: The language whose texts are preferred.
    """

    def __init__(
        self, graph: Graph, notes: Notes, zone: tzinfo | None = None, language: str | None = None
    ) -> None:
        self.graph, self.notes, self.zone, self.language = graph, notes, zone, language
        self.paths: dict[int, str] = {}
        self.taken: dict[int, set[str]] = {}
        self.opened: list[Item] = []
        self.shared: frozenset[int] = frozenset()  # series that several events belong to
        self.made: dict[int, Event | None] = {}  # parts of the event, each read once

    def another(self) -> Desk:
        """Return a desk for another event of the same source."""
        desk = Desk(self.graph, self.notes, self.zone, self.language)
        desk.shared = self.shared
        return desk

    def open(self, item: Item, path: str = "") -> None:
        """Begin with an item, which is found at *path* of the event."""
        if id(item) not in self.paths:
            self.paths[id(item)] = path
            self.taken[id(item)] = set()
            self.opened.append(item)

    def say(
        self,
        code: str,
        severity: Severity,
        message: str,
        hint: str | None,
        item: Item,
        name: str | None = None,
    ) -> None:
        """Add a finding about an item, or about one of its properties."""
        above = self.paths.get(id(item), "")
        path = f"{above}.{name}".strip(".") if name else above
        self.notes.add(code, severity, message, hint, place=item.place(name), path=path or None)

    def has(self, item: Item, name: str) -> bool:
        """Whether there is such a property."""
        return name in item.props

    def values(self, item: Item, *names: str) -> list[Value]:
        """Return the values of one property or several, and note that they are used."""
        found: list[Value] | None = None
        props = item.props
        for name in names:
            if name in props:
                taken = self.taken.get(id(item))
                if taken is None:
                    self.open(item)
                    taken = self.taken[id(item)]
                taken.add(name)
                values = props[name]
                found = values if found is None else found + values
        return _NOTHING if found is None else found

    def things(self, item: Item, *names: str) -> list[tuple[Value, str]]:
        """Return values, items opened at their paths, each with its property."""
        listed: list[tuple[Value, str]] = []
        for name in names:
            if name not in item.props:
                continue
            values = self.values(item, name)
            above = self.paths[id(item)]
            path = f"{above}.{name}" if above else name
            many = len(values) > 1
            for number, value in enumerate(values):
                found = self.graph.follow(value)
                if isinstance(found, Item):
                    self.open(found, f"{path}[{number}]" if many else path)
                listed.append((found, name))
        return listed

    def line(self, item: Item, *names: str) -> str | None:
        """Return a text of one line."""
        text = self._text(item, names)
        if text is None:
            return None
        if "&" in text:
            text = self._without_entities(text, item, names[0])
        return cleaned(text) or None

    def text(self, item: Item, *names: str) -> str | None:
        """Return a text that may have paragraphs."""
        text = self._text(item, names)
        if text is None:
            return None
        text = paragraphs(text)
        encoded = html.unescape(text) if "&lt;" in text else text
        if "<" in encoded and _HTML.search(encoded):
            self.say(
                codes.HTML_IN_TEXT,
                Severity.WARNING,
                f"{names[0]} is HTML; its text is read",
                "write plain text",
                item,
                names[0],
            )
            text = text_of_markup(
                encoded if "<p" in encoded.lower() else _LINE.sub("<br>", encoded)
            )
        elif "&" in text:
            text = self._without_entities(text, item, names[0])
        return text.strip(" \t\n") or None

    def _without_entities(self, text: str, item: Item, name: str) -> str:
        """
        Replace entities such as ``&mdash;``, which nobody means to be read.

        Of ``&amp;`` and the like that is not sure: a text may be about HTML.
        """
        found = _ENTITY.search(text)
        if found is None:
            return text
        if not _SURE.search(text):
            message = f"{name} holds {found.group()}, which is kept as it is"
            hint = "write the character itself, unless it is meant"
            self.say(codes.HTML_IN_TEXT, Severity.INFO, message, hint, item, name)
            return text
        message = f"{name} holds HTML entities; their characters are read"
        self.say(codes.HTML_IN_TEXT, Severity.WARNING, message, "write plain text", item, name)
        return html.unescape(text)

    def _text(self, item: Item, names: tuple[str, ...]) -> str | None:
        values = self.values(item, *names)
        if not values:
            return None
        if len(values) == 1 and type(values[0]) is str:
            return values[0] if values[0].strip(" \t\n") else None
        texts = [found for one in values if (found := plain(one)) is not None]
        texts = [one for one in dict.fromkeys(texts) if one.strip(" \t\n")]
        if len(texts) < 2:
            return texts[0] if texts else None
        chosen = next((t for t in texts if self._is_preferred(t)), texts[0])
        languages = [getattr(one, "language", None) for one in texts]
        severity, why = Severity.WARNING, f"{names[0]} has {len(texts)} texts; the first is read"
        if all(languages):
            severity = Severity.INFO
            why = f"{names[0]} is in {', '.join(map(str, languages))}; the text in"
            why += f" {getattr(chosen, 'language', None)} is read"
        hint = "give one, or read each language by itself"
        self.say(codes.NOT_CARRIED, severity, why, hint, item, names[0])
        return chosen

    def _is_preferred(self, text: str) -> bool:
        language = getattr(text, "language", None)
        if not language or not self.language:
            return False
        return bool(language.lower().split("-")[0] == self.language.lower().split("-")[0])

    def url(self, item: Item, *names: str) -> str | None:
        """Return the first address."""
        return next(iter(self.urls(item, *names)), None)

    def urls(self, item: Item, *names: str) -> list[str]:
        """Return addresses in full; what cannot be one is a finding."""
        found = []
        for name in names:
            if name not in item.props:
                continue
            for value in self.values(item, name):
                if type(value) is str:
                    if url := self.address(value, item, name):
                        found.append(url)
                    continue
                text = value.id if isinstance(value, Item) else plain(value)
                if isinstance(value, Item) and not text:
                    text = next(iter(self.urls(value, "url", "contentUrl")), None)
                if text and (url := self.address(text, item, name)):
                    found.append(url)
        return found

    def address(self, text: str, item: Item, name: str) -> str | None:
        """Return an address in full, or None with a finding."""
        text = text.strip()
        if not text or text.startswith(("_:", "javascript:", "data:")):
            return None
        url = absolute(text, self.graph.base)
        if url is None:
            self.say(
                codes.RELATIVE_URL,
                Severity.WARNING,
                f"{name} {text[:60].partition('?')[0]!r} is relative to an address that is not known",
                "write it in full, with https://, or give the option base",
                item,
                name,
            )
            return None
        if found := _UNSAFE.search(url):
            url = _UNSAFE.sub(lambda match: quote(match.group(), safe=""), url)
            message = f"{name} holds {found.group()!r}, which no URL may; it is percent-encoded"
            self.say(codes.REPAIRED, Severity.WARNING, message, "percent-encode it", item, name)
        return url

    def make(self, cls: type[T], item: Item, **fields: Any) -> T | None:
        """Return what the fields make; one that the model refuses is left out with a finding."""
        given = {
            name: value
            for name, value in fields.items()
            if value is not None and value != () and value != []
        }
        try:
            return cls(**given)
        except EventkitError:
            pass
        needed = _needed(cls)
        good = {name: given.pop(name) for name in needed if name in given}
        if not needed <= good.keys():
            return None
        if needed and not self._fits(cls, good, {}, item):
            return None
        for name, value in given.items():
            with_others = {name: value}
            if (other := _PAIRS.get(name)) in given:
                with_others[str(other)] = given[str(other)]
            if name in _PAIRS.values() and name not in good:
                continue  # it is tried with the other of its pair
            if self._fits(cls, good, with_others, item):
                good |= with_others
        return cls(**good) if good else None

    def _fits(self, cls: type[Any], good: dict[str, Any], more: dict[str, Any], item: Item) -> bool:
        try:
            cls(**{**good, **more})
        except EventkitError as exc:
            self._refused(exc, item)
            return False
        return True

    def _refused(self, error: EventkitError, item: Item) -> None:
        message = f"{error.message}; it is left out"
        self.say(codes.INVALID_VALUE, Severity.WARNING, message, error.hint, item)

    def leftovers(self, item: Item) -> list[str]:
        """Return the paths of what an item and all that hangs on it has, and nobody used."""
        found = []
        for one in self.opened:
            above = self.paths[id(one)]
            for name in (*one.props, *one.unknown):
                if name not in self.taken[id(one)]:
                    found.append(f"{above}.{name}".strip("."))
        return found


def _needed(cls: Any) -> frozenset[str]:
    """Return the fields that a class cannot be without."""
    fields = attrs.fields(cls)
    return frozenset(field.name for field in fields if field.default is attrs.NOTHING)


def cleaned(text: str) -> str:
    """Return a text on one line, without control characters."""
    if not text.isprintable():
        text = _CONTROL.sub(" ", _BREAK.sub(" ", text))
    return text.strip(" \t\n")


def paragraphs(text: str) -> str:
    """Return a text with ``\\n`` for every kind of line break, without control characters."""
    if text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROL.sub(" ", text.replace("\u2028", "\n").replace("\u2029", "\n\n"))


def has_entity(text: str) -> bool:
    """Whether a text holds what may be an entity of HTML."""
    return "&" in text and _ENTITY.search(text) is not None


def is_safe(url: str) -> bool:
    """Whether an address holds only what a URL may."""
    return _UNSAFE.search(url) is None


def plain(value: Value) -> str | None:
    """Return a value as text: of an item its name."""
    if isinstance(value, Text | str):
        return value
    if isinstance(value, Item):
        name = value.props.get("name") or value.props.get("text") or [value.id or ""]
        return name[0] if isinstance(name[0], str) else None
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def word(value: Value) -> str | None:
    """Return the name of a member of an enumeration, however it is given."""
    text = value.id if isinstance(value, Item) and value.id else plain(value)
    return (local_name(text) or text).rpartition("/")[2] if text else None
