"""
The fast tokenizer: for text that is well-formed, as eventkit and most programs write it.

It gives up at the first surprise, and the patient one begins again from the start; so it needs
to know nothing about repairs. On what it accepts both give the same (a property test compares).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from eventkit.formats.ical.reading.content import NO_PARAMETERS, Component, Property

__all__ = ["SurpriseError", "tokenize", "unfolded"]

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff]")
_NAME = re.compile(r"[A-Z0-9-]+")
_HEAD = re.compile(r'[A-Z0-9-]+(?:;[A-Z0-9-]+=(?:[^";:,\\]+|"[^"]*"))*')
_PARAMETER = re.compile(r';([A-Z0-9-]+)=(?:([^";:,\\]+)|"([^"]*)")')
_ESCAPES = {"^n": "\n", "^'": '"', "^^": "^"}
_HEADS_MAX = 4096
DEPTH_MAX = 16


class SurpriseError(Exception):
    """The text is not well-formed; it never leaves this package."""


def tokenize(text: str) -> list[Component]:
    """
    Return the calendars of a well-formed text.

    Raises:
        SurpriseError: It is not.
    """
    mark = "\r\n" if "\r" in text else "\n"
    if mark == "\r\n" and not text.count("\r\n") == text.count("\n") == text.count("\r"):
        raise SurpriseError("mixed line ends")
    if _CONTROL.search(text) or mark + "\t" in text or mark + mark in text:
        raise SurpriseError("control characters, tabs as folding, or empty lines")
    lines = unfolded(text)
    if lines.pop() != "":
        raise SurpriseError("the last line has no end")
    return _Builder().build(lines)


def unfolded(text: str) -> list[str]:
    """Return the lines of a well-formed text as they are meant."""
    mark = "\r\n" if "\r" in text else "\n"
    return text.replace(mark + " ", "").split(mark)


class _Builder:
    def __init__(self) -> None:
        self.heads: dict[str, tuple[str, Mapping[str, str]]] = {}

    def build(self, lines: list[str]) -> list[Component]:
        calendars: list[Component] = []
        stack: list[Component] = []
        heads, top = self.heads, None
        for at, line in enumerate(lines):
            head, colon, value = line.partition(":")
            known = heads.get(head)
            if known is None:
                if not colon:
                    raise SurpriseError("a line without a colon")
                if head == "BEGIN":
                    top = self.begin(value, at, stack, calendars)
                    continue
                if head == "END":
                    top = self.end(value, stack)
                    continue
                if '"' in head:
                    head, value = _quoted(line)
                known = heads.get(head) or self.learn(head)
            if top is None:
                raise SurpriseError("a property outside of a calendar")
            name, parameters = known
            one = Property(name, parameters, value, at)
            listed = top.properties.get(name)
            if listed is None:
                top.properties[name] = [one]
            else:
                listed.append(one)
        if stack:
            raise SurpriseError("it ends in the middle")
        return calendars

    def begin(
        self, name: str, at: int, stack: list[Component], calendars: list[Component]
    ) -> Component:
        component = Component(name, at)
        if not _NAME.fullmatch(name) or len(stack) >= DEPTH_MAX:
            raise SurpriseError("an odd component")
        if bool(stack) == (name == "VCALENDAR"):
            raise SurpriseError("no calendar, or a calendar in another")
        if name == "VEVENT" and stack[-1].name != "VCALENDAR":
            raise SurpriseError("an event that is not right in a calendar")
        (stack[-1].children if stack else calendars).append(component)
        stack.append(component)
        return component

    def end(self, name: str, stack: list[Component]) -> Component | None:
        if not stack or stack.pop().name != name:
            raise SurpriseError("an END that does not match")
        return stack[-1] if stack else None

    def learn(self, head: str) -> tuple[str, Mapping[str, str]]:
        """Take the name and the parameters apart; the same heads come again and again."""
        if not _HEAD.fullmatch(head):
            raise SurpriseError("odd parameters")
        name, _, rest = head.partition(";")
        parameters = NO_PARAMETERS
        if rest:
            pairs = _PARAMETER.findall(head)
            parameters = {key: _unescaped(plain or quoted) for key, plain, quoted in pairs}
            if len(parameters) < len(pairs) or "ENCODING" in parameters:
                raise SurpriseError("a parameter that stands twice, or encoded text")
        found = name, parameters
        if len(self.heads) < _HEADS_MAX:
            self.heads[head] = found
        return found


def _quoted(line: str) -> tuple[str, str]:
    """Split a line at the first colon outside of quotes."""
    match = _HEAD.match(line)
    if match is None or line[match.end() : match.end() + 1] != ":":
        raise SurpriseError("odd quotes")
    return match.group(), line[match.end() + 1 :]


def _unescaped(value: str) -> str:
    """Undo the escapes of a parameter. Source: RFC 6868 §3.2."""
    if "^" not in value:
        return value
    return re.sub(r"\^[n'^]", lambda found: _ESCAPES[found.group()], value)
