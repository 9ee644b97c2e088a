"""
Documents as YAML, read by the core schema of YAML 1.2.

So ``13:00`` and ``no`` are texts; keys are texts and stand once. The parser's events are built
into plain data here, which keeps lines and columns and bounds what aliases can blow up.

Source: YAML 1.2.2 §10.3 (core schema). Needs the extra ``yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import attrs

from eventkit import codes, extras
from eventkit.findings import Finding, Reading, Severity
from eventkit.model import Event
from eventkit.plain.converter import to_dict
from eventkit.plain.paths import Path, path_text
from eventkit.plain.reading import read_events
from eventkit.sources import DEPTH_MAX, RefusedError, decoded, refused

__all__ = ["Builder", "from_yaml", "parse", "render", "to_yaml"]

_NODES_MAX = 5_000_000  # nodes of one text, counted as aliases repeat them
_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_BOOL = dict.fromkeys(("true", "True", "TRUE"), True) | dict.fromkeys(
    ("false", "False", "FALSE"), False
)
_INT = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_NO_NUMBER = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_DIGITS_MAX = 400


def to_yaml(events: Event | Iterable[Event], *, tzdata: bool = False) -> str:
    """Return the canonical YAML text, join details included; for *tzdata* see `to_dict`."""
    return render(events, tzdata=tzdata)


def from_yaml(text: str | bytes) -> list[Event]:
    """
    Return the events of a YAML text.

    Raises:
        ReadError: Something in it is wrong; the error has all findings.
        MissingExtraError: PyYAML is not installed.
    """
    return list(parse(text).or_raise().events)


def parse(source: str | bytes, *, file: str | None = None) -> Reading:
    """Return the events of a YAML text, and a finding for everything that is wrong."""
    try:
        builder = Builder(decoded(source))
        data = builder.build()
    except RefusedError as exc:
        return refused(exc, file)
    reading = read_events(data, builder.places)
    if builder.findings or reading.findings:
        reading = reading.with_findings(builder.findings)
    return reading.in_file(file) if file and reading.findings else reading


@attrs.define
class _Open:
    """A collection that is being read."""

    value: Any
    path: Path
    anchor: str | None
    began: int
    key: str | None = None


class _Places(dict[Path, tuple[int, int]]):
    """Finds the line and column of a path, or of the nearest that is above it."""

    def __call__(self, path: Path) -> tuple[int, int] | None:
        while path not in self and path:
            path = path[:-1]
        return self.get(path)


class Builder:
    """Builds plain data from the parser's events, without recursion."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.findings: list[Finding] = []
        self.nodes = 0
        self.places = _Places()
        self._anchors: dict[str, tuple[Any, int]] = {}
        self._open: list[_Open] = []
        self._root: list[Any] = []

    def build(self) -> Any:
        """
        Return the data of the one document in the text.

        Raises:
            RefusedError: The text is no YAML, or of a kind that is not accepted.
        """
        yaml = extras.load("yaml", "yaml")
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        try:
            for event in yaml.parse(self.text, Loader=loader):
                self._take(yaml, event)
        except yaml.YAMLError as exc:
            raise _refusal(exc) from exc
        if not self._root:
            raise RefusedError(codes.EMPTY, "there is nothing in it", "write an event")
        return self._root[0]

    def _take(self, yaml: Any, event: Any) -> None:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self._scalar(event)
        elif kind in (yaml.MappingStartEvent, yaml.SequenceStartEvent):
            self._begin(event, {} if kind is yaml.MappingStartEvent else [])
        elif kind in (yaml.MappingEndEvent, yaml.SequenceEndEvent):
            done = self._open.pop()
            if done.anchor:
                self._anchors[done.anchor] = done.value, self.nodes - done.began
            if not self._open:
                self._root.append(done.value)
        elif kind is yaml.AliasEvent:
            self._alias(event)
        elif kind is yaml.DocumentStartEvent and self._root:
            raise _refused_at(
                event, codes.SYNTAX, "a second document begins", "put several events into one list"
            )

    def _scalar(self, event: Any) -> None:
        if self._awaits_key():
            self._set_key(event.value, event)
            return
        self._count(event, 1)
        value = self._scalar_value(event)
        if event.anchor:
            self._anchors[event.anchor] = value, 1
        self._add(value, event)

    def _scalar_value(self, event: Any) -> Any:
        _check_tag(event, "!", "tag:yaml.org,2002:str")
        text: str = event.value
        if event.style or event.tag:
            return text
        if text in _NULL:
            return None
        if text in _BOOL:
            return _BOOL[text]
        if text[0] in "0123456789+-.":
            return _number(event, text)
        return text

    def _begin(self, event: Any, value: Any) -> None:
        wanted = "map" if isinstance(value, dict) else "seq"
        _check_tag(event, "!", f"tag:yaml.org,2002:{wanted}")
        if self._awaits_key():
            raise _refused_at(event, codes.SYNTAX, "a key is no text", "write a key and a colon")
        if len(self._open) >= DEPTH_MAX:
            raise _refused_at(event, codes.TOO_LARGE, "it is nested too deeply", "flatten it")
        began = self.nodes
        self._count(event, 1)
        path = self._add(value, event) if self._open else self._at((), event)
        self._open.append(_Open(value, path, event.anchor, began))

    def _alias(self, event: Any) -> None:
        if self._awaits_key():
            raise _refused_at(event, codes.SYNTAX, "an alias stands for a key", "write the key")
        if event.anchor not in self._anchors:
            raise _refused_at(
                event, codes.SYNTAX, "an alias to nothing before it", "define the anchor first"
            )
        value, size = self._anchors[event.anchor]
        self._count(event, size)
        self._add(value, event)

    def _count(self, event: Any, nodes: int) -> None:
        self.nodes += nodes
        if self.nodes > _NODES_MAX:
            raise _refused_at(
                event, codes.TOO_LARGE, "its aliases make it too large", "write the values out"
            )

    def _awaits_key(self) -> bool:
        return bool(self._open) and type(self._open[-1].value) is dict and not self._open[-1].key

    def _set_key(self, key: str, event: Any) -> None:
        _check_tag(event, "!", "tag:yaml.org,2002:str")
        parent = self._open[-1]
        if key == "<<" and not event.style:
            raise _refused_at(
                event, codes.SYNTAX, "a merge key (<<) is no YAML 1.2", "write the keys out"
            )
        parent.key = key or "\0"
        path = (*parent.path, key)
        if key in parent.value:
            line, column = _position(event)
            self.findings.append(
                Finding(
                    codes.DUPLICATE_KEY,
                    Severity.ERROR,
                    f"the key {key[:60]!r} stands twice",
                    "remove one of the two",
                    line=line,
                    column=column,
                    path=path_text(path),
                )
            )
        self._at(path, event)

    def _at(self, path: Path, event: Any) -> Path:
        self.places[path] = _position(event)
        return path

    def _add(self, value: Any, event: Any) -> Path:
        if not self._open:
            self._root.append(value)
            return self._at((), event)
        parent = self._open[-1]
        if parent.key is None:
            path = self._at((*parent.path, len(parent.value)), event)
            parent.value.append(value)
            return path
        key = "" if parent.key == "\0" else parent.key
        parent.value[key] = value
        parent.key = None
        return (*parent.path, key)


def _number(event: Any, text: str) -> Any:
    if len(text) > _DIGITS_MAX:
        raise _refused_at(event, codes.INVALID_VALUE, "a number is too long", "put it in quotes")
    if _INT.fullmatch(text):
        if text[:2] in ("0o", "0x"):
            return int(text, 0)
        return int(text)
    if _FLOAT.fullmatch(text):
        return Decimal(text)
    if _NO_NUMBER.fullmatch(text):
        raise _refused_at(event, codes.INVALID_VALUE, f"{text} is no value here", "leave it out")
    return text


def _position(event: Any) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _check_tag(event: Any, *accepted: str) -> None:
    if event.tag and event.tag not in accepted:
        raise _refused_at(event, codes.SYNTAX, "tags are not accepted", "remove the tag")


def _refused_at(event: Any, code: str, message: str, hint: str) -> RefusedError:
    line, column = _position(event)
    return RefusedError(code, message, hint, line=line, column=column)


def _refusal(error: Any) -> RefusedError:
    """Say in our words where the parser stopped; its own may quote the text."""
    problem = getattr(error, "problem", None)
    mark = getattr(error, "problem_mark", None)
    if problem is None or mark is None:
        return RefusedError(
            codes.SYNTAX, "it holds a character that YAML does not allow", "remove it"
        )
    where = {"line": mark.line + 1, "column": mark.column + 1}
    if "nesting depth" in problem:  # newer parsers have a bound of their own, above ours
        return RefusedError(codes.TOO_LARGE, "it is nested too deeply", "flatten it", **where)
    hint = "check the indentation, and put texts with ': ' or ' #' in quotes"
    return RefusedError(codes.SYNTAX, f"this is no YAML: {problem}", hint, **where)


def render(events: Event | Iterable[Event], *, tzdata: bool = False) -> str:
    """Return one event as a mapping, several as a list."""
    yaml = extras.load("yaml", "yaml")
    listed = [events] if isinstance(events, Event) else events
    data = [to_dict(event, tzdata=tzdata) for event in listed]
    whole: Any = data[0] if len(data) == 1 else data
    text: str = yaml.dump(
        whole, Dumper=_dumper(yaml), sort_keys=False, allow_unicode=True, width=100
    )
    return text


def _dumper(yaml: Any) -> Any:
    """Return a dumper whose texts every reader of YAML 1.1 and 1.2 takes for texts."""
    base: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)

    class Dumper(base):  # type: ignore[misc]
        def ignore_aliases(self, data: Any) -> bool:
            return True

    def write(dumper: Any, text: str) -> Any:
        style = None
        if "\n" in text:
            style = "|"
        elif text in _BOOL or text in _NULL or _INT.fullmatch(text) or _FLOAT.fullmatch(text):
            style = "'"
        return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)

    Dumper.add_representer(str, write)
    return Dumper
