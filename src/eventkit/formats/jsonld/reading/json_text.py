"""JSON as pages have it: what is broken in a usual way is repaired, and said."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

__all__ = ["Document", "UnreadableError", "documents"]

_TOKEN = re.compile(
    r"""
    (?P<space>[\s\ufeff\u200b\u2060]+)
    |(?P<cdata>(?://|/\*)?[ \t]*(?:<!\[CDATA\[|\]\]>)[ \t]*(?:\*/)?)
    |(?P<comment>//[^\n]*|/\*(?:[^*]|\*(?!/))*\*/|<!--[^{}\[\]]{0,500}?-->|<!--|-->)
    |(?P<string>"(?:[^"\\]|\\.)*")
    |(?P<single>'(?:[^'\\]|\\.)*')
    |(?P<curly>[\u201c\u201d\u201e\u201f][^\u201c\u201d]*[\u201c\u201d])
    |(?P<open>[{\[])
    |(?P<close>[}\]])
    |(?P<comma>,)
    |(?P<colon>:)
    |(?P<end>;)
    |(?P<assignment>(?:(?:var|let|const)\s{1,9}|window\.)[\w$.]{1,80}\s{0,9}=)
    |(?P<word>[A-Za-z_$@][\w$@-]*|[-+.\d][\w.+-]*)
    """,
    re.VERBOSE | re.DOTALL,
)
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?")
_WORDS = {
    "true": "true",
    "false": "false",
    "null": "null",
    "True": "true",
    "False": "false",
    "None": "null",
    "undefined": "null",
}
_BAD_ESCAPE = re.compile(
    r"\\(?:u[0-9A-Fa-f]{4}|[\"\\/bfnrt]|x(?P<code>[0-9A-Fa-f]{2})|(?P<char>.))", re.DOTALL
)
# What may follow a text; anything else means that the quote was part of it.
_AFTER = re.compile(
    r"\s+\"|\s*(?:[:;\]}]|$|//|/\*|<!--|,\s*(?:[\"'{\[\d,}\]-]|true\b|false\b|null\b|//|/\*|$"
    r"|[A-Za-z_$@][\w$@-]{0,60}\s{0,20}:\s{0,20}[\"'{\[\d]))"
)
_QUOTES_MAX = 5_000  # characters of a text with quotes in it
_KEY_AHEAD = re.compile(r"\s*:")
_DEPTH_MAX = 256
_REPAIRS_MAX = 200  # that are told


class UnreadableError(Exception):
    """The text cannot be read as JSON, however kindly: message, line, column."""

    def __init__(self, message: str, line: int, column: int) -> None:
        super().__init__(message)
        self.message, self.line, self.column = message, line, column


class Document(NamedTuple):
    """One JSON value of a text: what it holds, and the text that says so, line by line."""

    data: Any
    text: str
    doubled: bool  # a key stands twice in one object


def documents(text: str) -> tuple[list[Document], list[tuple[str, int, int]]]:
    """
    Return the values in a text, of which there should be one, and what was repaired and where.

    Raises:
        UnreadableError: As said.
    """
    try:
        return [_document(text, strict=True)], []
    except (ValueError, RecursionError):
        pass
    repairs: list[tuple[str, int, int]] = []
    if re.match(r"[\s\ufeff]*[\[{]+\s*&(?:quot|#0*34|#x0*22);", text):
        text = html.unescape(text)
        repairs.append(("its quotes are written as entities", *_position(text, 0)))
    found = []
    for piece in _repaired(text, repairs):
        try:
            found.append(_document(piece, strict=True))
        except json.JSONDecodeError as exc:
            found.append(_loose(piece, exc, repairs))
        except (ValueError, RecursionError):
            raise UnreadableError("numbers or nesting without end", 1, 1) from None
    return found, sorted(set(repairs), key=lambda one: one[1:])


def _loose(
    piece: str, error: json.JSONDecodeError, repairs: list[tuple[str, int, int]]
) -> Document:
    """Accept line breaks and control characters in texts."""
    try:
        found = _document(piece, strict=False)
    except json.JSONDecodeError as exc:
        raise UnreadableError(exc.msg, exc.lineno, exc.colno) from exc
    except (ValueError, RecursionError):
        raise UnreadableError("numbers or nesting without end", 1, 1) from None
    repairs.append(("a text holds a line break or control character", error.lineno, error.colno))
    return found


class _DoubledError(Exception):
    """A key stands twice in one object."""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _DoubledError
    return found


def _null(_: str) -> None:
    """Take NaN and Infinity, which JSON does not have, as nothing."""


def _decoder(make: Any, *, strict: bool) -> json.JSONDecoder:
    return json.JSONDecoder(
        object_pairs_hook=make, parse_float=Decimal, parse_constant=_null, strict=strict
    )


_ONCE = {strict: _decoder(_object, strict=strict) for strict in (True, False)}
_LAST = {strict: _decoder(dict, strict=strict) for strict in (True, False)}


def _document(text: str, *, strict: bool) -> Document:
    try:
        return Document(_ONCE[strict].decode(text), text, False)
    except _DoubledError:
        return Document(_LAST[strict].decode(text), text, True)


def _position(text: str, at: int) -> tuple[int, int]:
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def _repaired(text: str, repairs: list[tuple[str, int, int]]) -> Iterator[str]:
    """Yield each value of the text, well-formed, on its own lines."""
    return _Repair(text, repairs).pieces()


class _Repair:
    """One pass over the tokens of a text, keeping what is right and mending what is not."""

    def __init__(self, text: str, repairs: list[tuple[str, int, int]]) -> None:
        self.text = text
        self.repairs = repairs
        self.out: list[str] = []
        self.open: list[str] = []
        self.before = "start"  # the kind of the last token: start, open, value, comma, colon
        self.comma = self.comma_at = 0  # where the last comma stands in out, and in the text
        self.at = self.next = 0
        self.counted, self.line = 0, 1  # the line that an offset is on

    def place(self, at: int) -> tuple[int, int]:
        """Return the line and column of an offset, of which each is after the last but a few."""
        if at < self.counted:
            return _position(self.text, at)
        self.line += self.text.count("\n", self.counted, at)
        self.counted = at
        return self.line, at - self.text.rfind("\n", 0, at)

    def say(self, message: str, at: int | None = None) -> None:
        if len(self.repairs) < _REPAIRS_MAX:
            self.repairs.append((message, *self.place(self.at if at is None else at)))

    def fail(self, message: str) -> UnreadableError:
        return UnreadableError(message, *_position(self.text, self.at))

    def pieces(self) -> Iterator[str]:
        last = 0
        while self.at < len(self.text):
            token = _TOKEN.match(self.text, self.at)
            if token is None:
                raise self.fail(f"{self.text[self.at]!r} is out of place")
            kind, word = str(token.lastgroup), token.group()
            starts = kind in ("string", "single", "curly", "open", "word")
            if starts and self.before == "value" and not self.open:
                yield "".join(self.out)
                self.say("several values in one text")
                last = self.at
                self.out, self.before = ["\n" * self.text.count("\n", 0, last)], "start"
            self.next = token.end()
            getattr(self, f"_{kind}")(word)
            self.at = self.next
        if self.before == "start":
            raise self.fail("there is no JSON in it")
        self._finish()
        yield "".join(self.out)

    def _finish(self) -> None:
        if self.open:
            if self.before == "colon" or len(self.open) > 3:
                raise self.fail("it ends in the middle")
            self.say("a closing bracket is missing")
            self._drop_comma()
            self.out += ["}" if one == "{" else "]" for one in reversed(self.open)]

    def _space(self, word: str) -> None:
        self.out.append(" " * len(word) if word.strip(" \t\r\n") else word)
        if word.strip(" \t\r\n"):
            self.out[-1] = re.sub(r"[^ \t\r\n]", " ", word)
            if word.strip() and not self.at:
                self.say("a byte order mark is before it")

    def _cdata(self, word: str) -> None:
        self.say("it is wrapped in CDATA")
        self.out.append(" " * len(word))

    def _comment(self, word: str) -> None:
        self.say("it has a comment")
        self.out.append(re.sub(r"[^\n]", " ", word))

    def _assignment(self, word: str) -> None:
        if self.before != "start":
            raise self.fail(f"{word[:40]!r} is out of place")
        self.say("it is assigned to a variable, where no reader looks for it")
        self.out.append(re.sub(r"[^\n]", " ", word))

    def _end(self, _word: str) -> None:
        self.say("it has a semicolon")
        self.out.append(" ")

    def _value(self, word: str) -> None:
        if self.before == "value":
            self.say("a comma is missing")
            self.out.append(",")
        self.out.append(word)
        self.before = "value"

    def _string(self, word: str) -> None:
        if not _AFTER.match(self.text, self.next):
            word = self._with_quotes(word)
        self._text(word)

    def _text(self, word: str) -> None:
        self._value(_BAD_ESCAPE.sub(self._escape, word) if "\\" in word else word)

    def _with_quotes(self, word: str) -> str:
        """Return a text with the quotes in it escaped: it ends where a text may end."""
        last = min(self.at + _QUOTES_MAX, len(self.text))
        line_end = self.text.find("\n", self.at, last)
        end = self.text.find('"', self.next, line_end if line_end >= 0 else last)
        while end >= 0 and not _AFTER.match(self.text, end + 1):
            end = self.text.find('"', end + 1, line_end if line_end >= 0 else last)
        if end < 0:
            return word
        self.say("a text has quotes that are not escaped")
        inner = self.text[self.at + 1 : end].replace('\\"', '"')
        self.next = end + 1
        return '"' + inner.replace('"', '\\"') + '"'

    def _escape(self, found: re.Match[str]) -> str:
        if found["code"]:
            self.say("a text has an escape \\x, which JSON does not know")
            return f"\\u00{found['code']}"
        char = found["char"]
        if char is None:
            return found.group()
        self.say(f"a text has the escape \\{char}, which JSON does not know")
        return char if char in "'`\n" else f"\\\\{char}"

    def _single(self, word: str) -> None:
        self.say("a text is in single quotes")
        inner = word[1:-1].replace("\\'", "'").replace('\\"', '"')
        self._text('"' + inner.replace('"', '\\"') + '"')

    def _curly(self, word: str) -> None:
        self.say("a text is in typographic quotes")
        self._text('"' + word[1:-1].replace('"', '\\"') + '"')

    def _open(self, word: str) -> None:
        if len(self.open) >= _DEPTH_MAX:
            raise self.fail("it is nested too deeply")
        self._value(word)
        self.open.append(word)
        self.before = "open"

    def _close(self, word: str) -> None:
        if not self.open:
            self.say("a closing bracket too many")
            return
        if (self.open.pop() == "{") != (word == "}"):
            raise self.fail(f"{word} closes a bracket of the other kind")
        if self.before == "colon":
            self.say("a value is missing")
            self.out.append("null")
        elif self.before == "comma":
            self.say("a comma is after the last value", self.comma_at)
            self._drop_comma()
        self.out.append(word)
        self.before = "value"

    def _drop_comma(self) -> None:
        if self.before == "comma":
            self.out[self.comma] = " "

    def _comma(self, word: str) -> None:
        if self.before != "value" or not self.open:
            self.say("a comma too many")
            self.out.append(" ")
            return
        self.comma, self.comma_at = len(self.out), self.at
        self.out.append(word)
        self.before = "comma"

    def _colon(self, word: str) -> None:
        self.out.append(word)
        self.before = "colon"

    def _word(self, word: str) -> None:
        if word in _WORDS:
            self._value(_WORDS[word])
        elif _NUMBER.fullmatch(word):
            self._value(word)
        elif _KEY_AHEAD.match(self.text, self.at + len(word)) or word[0] in "+-.0123456789":
            self.say(f"{word[:40]!r} is not in quotes")
            self._value(json.dumps(word))
        else:
            raise self.fail(f"{word[:40]!r} is out of place")
